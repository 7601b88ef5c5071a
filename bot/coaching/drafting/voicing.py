"""Voicing the other person of a rehearsal: what a chat model is sent of them, and what keeps its line from being sent.

State, openness and debrief stay the policy's: the model says the authored line in the person's voice, and no more. What
the person hides is not sent, so that it cannot slip out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.coaching import identifiers
from bot.coaching.check import MOST_WORDS
from bot.coaching.drafting.brief import Instructions, as_data
from bot.coaching.drafting.masking import Mask
from bot.coaching.drafting.sheet import Prompt
from bot.coaching.identifiers import NameLists
from bot.coaching.record import Draft, Problem

_MOST: Final = 60
_MOST_NEW: Final = 8
"""Longer words that a voicing may bring of its own: one that brings more tells a story that nobody wrote."""
_STEM: Final = 5
_LONG_WORD: Final = 5
_LONGER: Final = 15
"""Words by which a voiced line may be longer than the authored one."""
_FIGURE: Final = re.compile(r"\d+(?:[.,:]\d+)*")
_OUT_OF_PART: Final = re.compile(
    r"\b(?:as an ai|language model|chat ?bot|software|i am (?:a|your) coach|rehearsal|role[- ]?play|practice session"
    r"|good question|great question|that(?:'s| is) a (?:good|great|really) question|open question|well done"
    r"|you (?:could|should|might) (?:try|ask|say|consider)|i(?:'m| am) (?:here to help|opening up))\b",
    re.I,
)
_CRUEL: Final = re.compile(
    r"\b(?:stupid|idiot\w*|pathetic|useless|moron\w*|shut up|hate you|waste of space|incompetent|get out"
    r"|fuck\w*|shit\w*|bloody|damn\w*|arse\w*|kill\w*|suicid\w*"
    r"|i(?:'ll| will|'m going to) (?:sack|report|fail|fire) you"
    r"|you should (?:resign|leave|quit))\b",
    re.I,
)
_DIRECTS: Final = re.compile(r"\b(?:\d+ ?(?:mg|mcg|ml)|give (?:him|her|them) \w+|prescribe|diagnos\w+)\b", re.I)
_FAULTS: Final = (
    ("out_of_part", "speaks as no colleague would", _OUT_OF_PART),
    ("cruel", "is cruel", _CRUEL),
    ("clinical_ruling", "rules on care", _DIRECTS),
)
_STAGED: Final = re.compile(r"[*_\[\]()<>{}]|^\s*\w+:\s")
_MASKED: Final = re.compile(r"\[[a-z_ ]+\]")


@dataclass(frozen=True, slots=True)
class Part:
    """What is known of the other person as they speak: all in our words but for `matter`, `before` and `message`."""

    name: str
    stance: str
    cares: tuple[str, ...]
    openness: str
    matter: str
    before: str
    plain: str
    message: str


def prompt_of(part: Part, instructions: Instructions, mask: Mask) -> Prompt:
    """What is sent so that the authored line is said in the person's voice; the doctor's words are masked once more."""
    theirs = {name: as_data(mask(getattr(part, name))) for name in ("name", "matter", "before", "plain", "message")}
    values = {"stance": part.stance, "cares": "; ".join(part.cares), "openness": part.openness, **theirs}
    system = instructions.voice({"marker": instructions.marker, "words": str(_most(part))})
    return Prompt(system, instructions.voice_turn(values), instructions.version)


def tidied(line: str) -> str:
    """The line without the quotation marks and line breaks that models put around speech."""
    return " ".join(line.split()).strip('"“” ')


def spoken(guided: Draft, line: str) -> Draft:
    """The authored draft with the line in the place of its own, said by the same person."""
    told = guided.sentences[-1]
    name = told.text.partition(": ")[0]
    text = f'{name}: "{line}"'
    return guided.model_copy(
        update={"sentences": (*guided.sentences[:-1], told.model_copy(update={"text": text})), "writer": "llm"}
    )


def problems_of(line: str, part: Part, marker: str, names: NameLists) -> tuple[Problem, ...]:
    """Everything that keeps a voiced line from being sent; none means that it may go out."""
    somebody = identifiers.find(line, names)
    named = (Problem(code="identifier", detail="names somebody or something that identifies"),) if somebody else ()
    return (*named, *_problems(line, part, marker))


def _problems(line: str, part: Part, marker: str) -> Iterator[Problem]:
    if marker in line:
        yield Problem(code="leak", detail="says a word of the prompt")
    for code, what, pattern in _FAULTS:
        hit = pattern.search(line)
        if hit and hit[0].casefold() not in part.plain.casefold():
            yield Problem(code=code, detail=f"{what}: {hit[0]!r}")
    yield from _beyond(line, part)
    if _STAGED.search(_MASKED.sub("", line)):
        yield Problem(code="form", detail="has marks or stage directions")
    if len(line.split()) > _most(part):
        yield Problem(code="too_long", detail=f"{len(line.split())} words, {_most(part)} allowed")
    if part.before and line.casefold().strip(" .!?") == part.before.casefold().strip(" .!?"):
        yield Problem(code="repeat", detail="says again what was said before")


def _beyond(line: str, part: Part) -> Iterator[Problem]:
    """What goes beyond the authored line: a story of its own, figures that nobody named, a question that it lacks."""
    told = _telling(f"{part.plain} {part.message} {part.matter} {part.stance} {' '.join(part.cares)}")
    invented = _telling(line) - told
    if len(invented) > _MOST_NEW:
        yield Problem(code="invented", detail=f"says {len(invented)} things that the authored line does not")
    known = f"{part.plain} {part.message} {part.matter}"
    strange = [one for one in _FIGURE.findall(line) if one not in known]
    if strange:
        yield Problem(code="ungrounded_figure", detail=f"has figures that nobody named: {', '.join(strange)}")
    if line.count("?") > part.plain.count("?"):
        yield Problem(code="two_questions", detail="asks what the authored line does not ask")


def _telling(text: str) -> set[str]:
    """The longer words, cut to their beginnings."""
    return {one[:_STEM] for one in re.findall(r"[a-z]+", text.casefold()) if len(one) >= _LONG_WORD}


def _most(part: Part) -> int:
    return min(MOST_WORDS, max(_MOST, len(part.plain.split()) + _LONGER))
