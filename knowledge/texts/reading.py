"""Reading: one received text taken through all steps to passages, headings, drops and remarks."""

import re
from dataclasses import dataclass

from knowledge.model import Passage
from knowledge.texts.classify import classify
from knowledge.texts.cleaning import Cleaner
from knowledge.texts.extents import find
from knowledge.texts.flow import Drop, Flow
from knowledge.texts.layout import Block, Role, blocks_of, style_of
from knowledge.texts.marks import marks_of
from knowledge.texts.passages import passages_of
from knowledge.texts.profile import Profile
from knowledge.texts.recognise import Identity
from knowledge.texts.source import SourceText


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its passages, what was dropped and why, and what a profile promised in vain."""

    source: SourceText
    identity: Identity
    passages: tuple[Passage, ...]
    drops: tuple[Drop, ...]
    missing: tuple[str, ...] = ()


def read_source(source: SourceText, identity: Identity) -> Reading:
    """Take one text through all steps."""
    profile = identity.profile
    slides = profile is not None and profile.slides
    marks = marks_of(source, profile, identity.reading)
    heads = profile.running_heads if profile else ()
    blocks = blocks_of(source, marks, style_of(source, slides=slides), heads)
    guess = profile is None and not source.hints
    blocks = classify(blocks, source.received, guess=guess, slides=slides)
    flow = Flow(source.received, identity.author, _speakers(source, profile), slides=slides)
    flow.take(blocks)
    cleaner = Cleaner.of(source.received, _last_note(blocks), profile.fixes if profile else ())
    passages, faulty = passages_of(flow.pieces, cleaner, identity.id, source.file)
    named = [_named(passage, profile) for passage in passages]
    return Reading(source, identity, tuple(named), (*flow.drops, *faulty), tuple(marks.missing))


def _speakers(source: SourceText, profile: Profile | None) -> dict[int, str]:
    rules = profile.quotes if profile else ()
    places = ((find(rule.at, source.received), rule.by) for rule in rules)
    return {place.start: by for place, by in places if place is not None}


def _last_note(blocks: list[Block]) -> int:
    return max((block.number for block in blocks if block.role is Role.NOTE), default=0)


def _named(passage: Passage, profile: Profile | None) -> Passage:
    """A speaker under the name that the profile gives."""
    for name in profile.names if profile else ():
        if passage.author == name.wrong:
            author = re.sub(re.escape(name.wrong), name.right, passage.author)
            return Passage(
                passage.id,
                passage.doc,
                passage.file,
                passage.section,
                author,
                passage.kind,
                passage.text,
                passage.spans,
            )
    return passage
