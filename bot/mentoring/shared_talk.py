"""What a mentor sees of a talk that was shared, and nothing else: what the doctor left out is struck from all of it.

The doctor's preview, the mentor's page, the search index and the export are all made from this, so that none of them
can show more than another.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol

from bot.coaching.cited import Cited
from bot.coaching.kinds import Act, Stage
from bot.coaching.model import Commitment
from bot.coaching.record import Contact, TurnRecord
from bot.mentoring import worded
from bot.mentoring.left_out import MARK, LeftOut
from bot.mentoring.reasons import but_for_a_denial, in_words

_SAFETY: Final = "safety_"
_ORDER: Final = tuple(Stage)
_QUESTION: Final = re.compile(r"[^.?!\s][^.?!]*\?")


class Said(Protocol):
    """What a doctor said of the reply of a turn, as `ports.sharing.Verdict` has it."""

    @property
    def turn(self) -> int:
        """The number of the turn."""
        ...

    @property
    def value(self) -> str:
        """`good` or `bad`."""
        ...

    @property
    def reasons(self) -> tuple[str, ...]:
        """Ids of reasons."""
        ...

    @property
    def words(self) -> str:
        """Their own words."""
        ...


@dataclass(frozen=True, slots=True)
class SharedSentence:
    """A sentence of the coach's, and what it does."""

    text: str
    act: Act


@dataclass(frozen=True, slots=True)
class SharedVerdict:
    """What the doctor made of the reply, `good` or `bad`: `reasons` are ids, `words` their own."""

    value: str
    reasons: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class SharedTurn:
    """One message and its reply.

    `query` is what the knowledge was asked; `problems` are codes of what was wrong with the draft; `worded` says who
    worded the reply and, where a language model's wording was not sent, why, but never what it was; `sentences` are of
    the reply as it went out. `evidence` is struck like all else but for its keys; `contacts` are published. `reason` is
    in words. Where all of the message or all of the reply was left out, nothing is told of what the coach made of it:
    `sentences` to `problems` are empty, and `stage` and `worded` are "" as well.
    """

    number: int
    at: datetime | None
    doctor: str
    coach: str
    sentences: tuple[SharedSentence, ...]
    move: str
    reason: str
    query: str
    stage: str
    evidence: tuple[Cited, ...]
    contacts: tuple[Contact, ...]
    problems: tuple[str, ...]
    engine: str
    worded: str
    verdict: SharedVerdict | None

    @property
    def safety(self) -> bool:
        """Whether the coach stopped for somebody's safety, or asked about it."""
        return is_safety(self.move)


@dataclass(frozen=True, slots=True)
class SharedCommitment:
    """What the doctor closed with, in their own words; `confidence` 0 to 10."""

    what: str
    when: str
    due: date | None
    with_whom: str
    if_then: str
    confidence: int | None


@dataclass(frozen=True, slots=True)
class SharedTalk:
    """A talk as a mentor sees it. `situation` is an id, "" where none was clear; `stages` in the order of reaching.

    Both are of the turns of which neither side was left out whole.
    """

    situation: str
    stages: tuple[Stage, ...]
    commitment: SharedCommitment | None
    turns: tuple[SharedTurn, ...]

    @property
    def safety(self) -> bool:
        """Whether the coach gave a safety route or asked after one anywhere."""
        return any(one.safety for one in self.turns)

    @property
    def stage(self) -> Stage:
        """The furthest that was reached."""
        return max(self.stages, key=_ORDER.index, default=Stage.OPENING)

    def strings(self) -> Iterator[str]:
        """Every text in it that is the doctor's or may quote them, struck: what it can be found by."""
        for turn in self.turns:
            yield from (turn.doctor, turn.coach, *(one.text for one in turn.sentences), turn.reason, turn.query)
            if turn.verdict is not None:
                yield turn.verdict.words
        plan = self.commitment
        if plan is not None:
            yield from (plan.what, plan.when, plan.with_whom, plan.if_then)


def is_safety(move: str) -> bool:
    """Whether a move is about somebody's safety: a route, a question after it, what follows."""
    return move.startswith(_SAFETY)


def shared_talk(records: Sequence[TurnRecord], left_out: Sequence[str], verdicts: Iterable[Said] = ()) -> SharedTalk:
    """What a mentor sees of these turns of one session, oldest first."""
    struck = LeftOut(left_out)
    said = {one.turn: one for one in verdicts}
    gone = {one.number for one in records if _left_out_whole(one, struck)}
    shown = [one for one in records if one.number not in gone]
    last = records[-1].state if records else None
    plan = last.commitment if last is not None else None
    return SharedTalk(
        situation=worked_on(shown),
        stages=tuple(dict.fromkeys(one.state.stage for one in shown)),
        commitment=_commitment(plan, struck) if plan is not None and plan.what else None,
        turns=tuple(_turn(one, struck, said.get(one.number), gone) for one in records),
    )


def worked_on(records: Iterable[TurnRecord]) -> str:
    """The situation that most turns were about, of equals the later; "" where none was clear."""
    counts: dict[str, int] = {}
    for one in records:
        if found := one.state.situation:
            counts[found] = counts.pop(found, 0) + 1  # put last, so that of equals the later is found
    return max(reversed(counts), key=counts.__getitem__, default="")


def _turn(record: TurnRecord, left_out: LeftOut, verdict: Said | None, gone: Set[int]) -> SharedTurn:
    """A turn; with nothing of what the coach made of it where it is `gone`, nor of what was denied where that is."""
    told, reason = record.number not in gone, record.move.reason
    problems = tuple(one.code for one in record.reply.problems) if told else ()
    why = in_words(but_for_a_denial(reason) if record.number - 1 in gone else reason)
    return SharedTurn(
        number=record.number,
        at=record.message.received_at,
        doctor=left_out.strike(record.message.text),
        coach=left_out.strike_told_back(record.reply.text),
        sentences=tuple(_sentences(record, left_out)) if told else (),
        move=record.move.name if told else "",
        reason=left_out.strike_told_back(why) if told else "",
        query=left_out.strike_told_back(_query(record)) if told else "",
        stage=record.state.stage if told else "",
        evidence=tuple(_evidence(one, left_out) for one in record.reply.citations) if told else (),
        contacts=record.reply.contacts if told else (),
        problems=problems,
        engine=record.reply.engine,
        worded=worded.told(record.reply.engine, problems) if told else "",
        verdict=SharedVerdict(verdict.value, verdict.reasons, left_out.strike(verdict.words)) if verdict else None,
    )


def _left_out_whole(record: TurnRecord, left_out: LeftOut) -> bool:
    """Whether nothing is left of the message or of the reply; or, where it is about safety, of a question in it.

    For by that question the rest is told, whatever stands beside it.
    """
    sides = [left_out.strike(record.message.text), left_out.strike_told_back(record.reply.text)]
    if is_safety(record.move.name):
        sides += [left_out.strike_told_back(one) for one in _QUESTION.findall(record.reply.text)]
    return any(MARK in one and not any(mark.isalnum() for mark in one.replace(MARK, "")) for one in sides)


def _query(record: TurnRecord) -> str:
    """What the knowledge was asked in words; where it was asked for a card, that is no more than its id."""
    query = record.move.query
    return "" if record.move.line == f"offer:{query}" else query


def _sentences(record: TurnRecord, left_out: LeftOut) -> Iterator[SharedSentence]:
    """The reply's sentences, struck one by one; as one where what was left out runs over the end of a sentence."""
    sent = record.draft.sentences
    if record.reply.text != record.draft.text:
        sent = tuple(one for one in sent if one.text in record.reply.text)
    struck = tuple(SharedSentence(left_out.strike_told_back(one.text), one.act) for one in sent)
    whole = " ".join(one.text for one in struck)
    if struck and left_out.strike_told_back(whole) == whole:
        yield from struck
    elif record.reply.text:
        acts = (*record.reply.acts, Act.REFLECT)
        yield SharedSentence(left_out.strike_told_back(record.reply.text), acts[0])


def _evidence(cited: Cited, left_out: LeftOut) -> Cited:
    """A citation; its key and place stay as they are, by which its passage is found."""
    quote = left_out.strike(cited.quote) if cited.quote else cited.quote
    shown = {"author": left_out.strike(cited.author), "section": left_out.strike(cited.section), "quote": quote}
    return cited.model_copy(update=shown)


def _commitment(plan: Commitment, left_out: LeftOut) -> SharedCommitment:
    """The plan; the day that was worked out from its `when` goes with it."""
    when = plan.when or ""
    shown = left_out.strike_piece(when)
    return SharedCommitment(
        what=left_out.strike_piece(plan.what),
        when=shown,
        due=plan.due if shown == when else None,
        with_whom=left_out.strike_piece(plan.with_whom or ""),
        if_then=left_out.strike_piece(plan.if_then or ""),
        confidence=plan.confidence,
    )
