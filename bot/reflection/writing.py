"""From a talk to a reflection: what happened, so what, now what, in the doctor's words, masked once more."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.coaching.identifiers import KINDS
from bot.coaching.model import State
from bot.coaching.record import TurnRecord
from bot.days import day_gone_by, day_there, written
from bot.ports.people import CommitmentKept, Outcome
from bot.ports.sharing import Preview, Talk
from bot.reflection.choosing import chosen
from bot.reflection.paper import Block, Kind, Paper, Section
from bot.reflection.words import ReflectionWords

_STRUCK: Final = re.compile("|".join(re.escape(f"[{one}]") for one in KINDS))
_DESCRIBED: Final = "described"
_DRAFT: Final = "draft"


@dataclass(frozen=True, slots=True)
class Source:
    """What a reflection is written from: one session, and what became of what it closed with.

    `about` names its situation as a person would, "" where it has none. Days are those of `timezone`.
    """

    talk: Talk
    records: tuple[TurnRecord, ...]
    commitment: CommitmentKept | None = None
    about: str = ""
    timezone: str = ""

    @classmethod
    def of(
        cls, seen: Preview, commitments: Sequence[CommitmentKept], situations: Mapping[str, str], timezone: str
    ) -> "Source":
        """From a talk as its doctor sees it, with the commitment of theirs that it closed with."""
        talk = seen.talk
        place = (talk.conversation_id, talk.session)
        closed = next((one for one in commitments if (one.conversation_id, one.session) == place), None)
        return cls(talk, seen.records, closed, situations.get(talk.situation, ""), timezone)


def reflection(
    source: Source, words: ReflectionWords, mask: Callable[[str], str], made_on: date, *, whole_talk: bool = False
) -> Paper:
    """The paper; `whole_talk` puts all that was said behind it.

    `mask` replaces what could identify somebody. It is done once more although the words were masked when they were
    kept: what is recognised now may not have been recognised then.
    """
    writing = _Writing(source, words, mask)
    sections = writing.sections(whole_talk=whole_talk)
    title = words.title_about.format(about=source.about) if source.about else words.title
    return Paper(title=title, made_on=made_on, warning=writing.warning(), sections=sections)


@dataclass(slots=True)
class _Writing:
    """One reflection as it is written; everything of the doctor's goes through `_own`, which counts what is struck."""

    source: Source
    words: ReflectionWords
    mask: Callable[[str], str]
    struck: int = field(default=0)

    def sections(self, *, whole_talk: bool) -> tuple[Section, ...]:
        words = self.words
        parts = (
            (words.happened, self._happened()),
            (words.so_what, self._so_what()),
            (words.now_what, self._now_what()),
            (words.became_heading, self._became()),
            (words.for_you, self._questions()),
        )
        # What was struck out is counted where it is shown first: the whole talk says the same once more.
        made = [Section(heading=heading, blocks=tuple(blocks)) for heading, blocks in parts]
        if whole_talk:
            counted = self.struck
            made.append(Section(heading=words.whole_talk, blocks=tuple(self._whole())))
            self.struck = max(counted, self.struck - counted)
        return tuple(one for one in made if one.blocks)

    def warning(self) -> Section:
        """What is read first; written last, when it is known what was struck out."""
        words = self.words
        details = f"{written(self.struck).capitalize()} {'detail' if self.struck == 1 else 'details'}"
        told = words.struck_out.format(count=details) if self.struck else words.none_struck_out
        items = tuple(Block(kind=Kind.ITEM, text=one) for one in (*words.warning, told))
        return Section(heading=words.warning_heading, blocks=items)

    def _happened(self) -> Iterator[Block]:
        words, talk = self.words, self.source.talk
        day = day_gone_by(day_there(talk.began_at, self.source.timezone)) if talk.began_at else ""
        yield _text(words.happened_on.format(day=day) if day else words.happened_undated)
        found = chosen(self.source.records)
        yield from self._quoted(found.happened)
        if found.more:
            yield _text(words.more)
        if aim := self._state.aim:
            yield _text(words.wanted)
            yield from self._quoted((aim,))

    def _so_what(self) -> Iterator[Block]:
        words, noticed = self.words, chosen(self.source.records).noticed
        insight = self._state.insight or ""
        if insight and not any(insight in one for one in noticed):
            noticed = (insight, *noticed)
        yield _text(words.noticed if noticed else words.nothing_noticed)
        yield from self._quoted(noticed)
        yield from self._attempts()
        cited = {
            f"{one.author or one.doc}, {one.section}" for turn in self.source.records for one in turn.reply.citations
        }
        if cited:
            yield _text(words.read)
            yield from (Block(kind=Kind.ITEM, text=one) for one in sorted(cited))

    def _attempts(self) -> Iterator[Block]:
        """What was practised and drafted, in numbers."""
        words = self.words
        for one in (turn.attempt for turn in self.source.records):
            if one is None:
                continue
            asking, telling = _times(one.asking), _times(one.telling)
            about = one.about.replace("_", " ")
            if one.kind == _DRAFT:
                yield _text(words.reviewed.format(about=about, asking=asking, telling=telling))
            elif one.about == _DESCRIBED:
                yield _text(words.practised_described.format(asking=asking, telling=telling))
            else:
                yield _text(words.practised.format(about=f"the {about}", asking=asking, telling=telling))

    def _now_what(self) -> Iterator[Block]:
        words, plan = self.words, self._state.commitment
        others = [one for one in self._state.options if plan is None or one != plan.what]
        weighed = () if others else chosen(self.source.records).could
        if others or weighed:
            yield _text(words.could)
            yield from self._quoted(weighed)
            yield from (Block(kind=Kind.ITEM, text=self._own(one)) for one in others)
        if plan is None or not plan.what:
            yield _text(words.nothing_decided)
            return
        yield _text(words.decided)
        yield from self._quoted((plan.what,))
        beside = (
            (words.when, plan.when),
            (words.with_whom, plan.with_whom),
            (words.obstacle, self._state.obstacle),
            (words.if_then, plan.if_then),
            (words.confidence, "" if plan.confidence is None else str(plan.confidence)),
        )
        for label, value in beside:
            if value:
                yield Block(kind=Kind.ITEM, text=label.format(value=self._own(value)))

    def _became(self) -> Iterator[Block]:
        kept, plan = self.source.commitment, self._state.commitment
        if plan is None or not plan.what:
            return
        told = self.words.became
        ends = {
            Outcome.KEPT: told.kept,
            Outcome.PARTLY: told.partly,
            Outcome.NOT: told.not_done,
            Outcome.LET_GO: told.let_go,
        }
        if kept is None or kept.outcome not in ends:
            yield Block(kind=Kind.QUESTION, text=self.words.what_became)
            return
        said = ends[kept.outcome]
        if kept.outcome_at is not None:
            day = day_gone_by(day_there(kept.outcome_at, self.source.timezone))
            said = self.words.became_on.format(became=said, day=day)
        yield _text(said)
        if kept.learned:
            yield _text(self.words.learned)
            yield from self._quoted((kept.learned,))

    def _questions(self) -> Iterator[Block]:
        yield from (Block(kind=Kind.QUESTION, text=one) for one in self.words.questions)

    def _whole(self) -> Iterator[Block]:
        for turn in self.source.records:
            for who, said in ((self.words.me, turn.message.text), (self.words.coach, turn.reply.text)):
                if said.strip():
                    yield Block(kind=Kind.TEXT, text=f"{who}: {self._own(said)}")

    @property
    def _state(self) -> State:
        return self.source.records[-1].state

    def _quoted(self, texts: Sequence[str]) -> Iterator[Block]:
        yield from (Block(kind=Kind.QUOTE, text=self._own(one)) for one in texts)

    def _own(self, text: str) -> str:
        """The doctor's words on one line, masked, and what is struck out of them counted."""
        masked = self.mask(" ".join(text.split()))
        self.struck += len(_STRUCK.findall(masked))
        return masked


def _text(text: str) -> Block:
    return Block(kind=Kind.TEXT, text=text)


def _times(number: int) -> str:
    """How often, as `once`, `twice` or `three times`."""
    return {0: "not at all", 1: "once", 2: "twice"}.get(number, f"{written(number)} times")
