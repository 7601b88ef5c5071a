"""What is kept of a doctor, as a text to read and to own: every word of theirs and of the coach's, and what is beside.

What was kept may be of an earlier version, or of none that is known: a value that is not as expected is left out here,
and is in the JSON all the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.channels.slack.render.dates import day_gone_by, day_there, moment_gone_by
from bot.channels.slack.render.pieces import outcome_told
from bot.channels.slack.render.talks import purpose_told
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.ports.people import Outcome, Value
from bot.ports.sharing import Purpose

Entry = Mapping[str, object]
_YOURS = "you"
"""By whom a comment is, in the export, where it is the doctor's answer."""


def as_markdown(whole: Entry, words: SlackWords, timezone: str) -> str:
    """The export as Markdown, with the days and times of `timezone`.

    Keys, and how a message was read, are in the JSON alone.
    """
    reader = _Reader(words, timezone)
    lines = ["# What the coach keeps of you", "", words.export.opening]
    for heading, name, told in reader.parts():
        held = list(told(whole.get(name)))
        if held:
            lines += ["", f"## {heading}", "", *(held[:-1] if held[-1] == "" else held)]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Reader:
    """Tells each part in words; a part that gives no line is left out."""

    words: SlackWords
    timezone: str

    def parts(self) -> Sequence[tuple[str, str, Callable[[object], Iterator[str]]]]:
        """The headings in the order in which they are read, the part of the export below each, and how it is told."""
        told = self.words.export
        return (
            (told.person, "person", self._person),
            (told.commitments, "commitments", self._commitments),
            (told.conversations, "conversations", self._conversations),
            (told.feedback, "feedback", self._feedback),
            (told.shared, "shared", self._shared),
            (told.waiting, "waiting", self._waiting),
            (told.unsent, "unsent", self._unsent),
        )

    def _person(self, held: object) -> Iterator[str]:
        home, agreed = self.words.home, _moment(_within(held, "consented_at"))
        yield f"- {fill(home.agreed, day=self._day(agreed)) if agreed else self.words.export.not_agreed}"
        if _within(held, "paused") is True:
            yield f"- {home.paused}"
        yield f"- {home.reminders_off if _within(held, 'reminders') is False else home.reminders_on}"
        yield f"- {fill(self.words.export.times, zone=self.timezone)}"

    def _commitments(self, held: object) -> Iterator[str]:
        if not _several(held):
            yield self.words.export.no_commitments
        for one in _several(held):
            yield from (*_quoted(_within(one, "what")), "", *(f"- {line}" for line in self._about(one)), "")

    def _about(self, one: object) -> Iterator[str]:
        """What is kept beside a commitment's own words."""
        told, asked = self.words.export, _moment(_within(one, "remind_at"))
        yield from self._decided(one)
        for label, name in ((told.when, "when"), (told.with_whom, "with_whom"), (told.if_then, "if_then")):
            if _within(one, name):
                yield fill(label, value=_one_line(_within(one, name)))
        if _within(one, "confidence") is not None:
            yield fill(told.confidence, value=_one_line(_within(one, "confidence")))
        yield self._outcome(one)
        if asked and not _within(one, "reminded_at"):
            yield f"{fill(self.words.home.will_ask, day=self._day(asked))}."

    def _decided(self, one: object) -> Iterator[str]:
        home, made, due = self.words.home, _moment(_within(one, "made_at")), _moment(_within(one, "due"))
        days = [fill(home.made, day=self._day(made))] if made else []
        days += [fill(home.due, day=day_gone_by(due.date()))] if due else []
        if days:
            yield f"{', '.join(days)}."

    def _outcome(self, one: object) -> str:
        value, at = _within(one, "outcome"), _moment(_within(one, "outcome_at"))
        told = (
            outcome_told(self.words, Outcome(value))
            if isinstance(value, str) and value in set(Outcome)
            else _one_line(value)
        )
        if at:
            told = fill(self.words.home.became, outcome=told, day=self._day(at))
        return f"{told[:1].upper()}{told[1:]}."

    def _feedback(self, held: object) -> Iterator[str]:
        told = self.words.feedback
        reasons = {one.id: one.text for one in told.reasons}
        for one in _several(held):
            about = fill(self.words.export.reply_of, moment=self._moment(_at(_within(one, "ts"))))
            verdict = told.good.text if _within(one, "value") == Value.GOOD else told.bad.text
            because = [reasons.get(str(name), str(name)) for name in _several(_within(one, "reasons"))]
            yield f"- {about} {verdict}.{' ' if because else ''}{'; '.join(because)}"
            if _within(one, "words"):
                yield from ("", *(f"  {line}" for line in _quoted(_within(one, "words"))), "")

    def _conversations(self, held: object) -> Iterator[str]:
        if not _several(held):
            yield self.words.export.no_conversations
        for one in _several(held):
            for turn in _several(_within(one, "turns")):
                record = _within(turn, "record") or turn
                yield from (self._moment(_moment(_within(record, "message", "received_at"))), "")
                yield from self._said(self.words.export.you, _within(record, "message", "text"))
                yield from self._said(self.words.export.coach, _within(record, "reply", "text"))

    def _shared(self, held: object) -> Iterator[str]:
        told = self.words.export
        for one in _several(_within(held, "shares")):
            mentor, purpose = _one_line(_within(one, "with")), _within(one, "purpose")
            known = isinstance(purpose, str) and purpose in set(Purpose)
            named = purpose_told(self.words, Purpose(str(purpose))) if known else _one_line(purpose)
            yield from (f"{fill(told.with_mentor, mentor=mentor, purpose=named)}.", "")
            yield from (*(f"- {line}" for line in self._days_of(one)), "")
            if _within(one, "note"):
                yield from self._said(told.note_to.rstrip(":"), _within(one, "note"))
            for said in _several(_within(one, "comments")):
                who = told.answered if _within(said, "by") == _YOURS else fill(told.commented, mentor=mentor)
                yield from self._said(who.rstrip(":"), _within(said, "text"))
        if _within(held, "counted") is True:
            yield f"- {told.counted}"

    def _days_of(self, one: object) -> Iterator[str]:
        """From when until when it was shared, who opened it, how they were named, and what was left out."""
        told = self.words.export
        for label, name in ((told.shared_on, "shared_at"), (told.until, "expires_at"), (told.back, "withdrawn_at")):
            if at := _moment(_within(one, name)):
                yield fill(label, moment=self._moment(at))
        for seen in _several(_within(one, "opened")):
            moment = self._moment(_moment(_within(seen, "at")))
            yield fill(told.opened, mentor=_one_line(_within(seen, "by")), moment=moment)
        if _within(one, "name"):
            yield fill(told.as_named, name=_one_line(_within(one, "name")))
        if gone := [_one_line(phrase) for phrase in _several(_within(one, "left_out"))]:
            yield fill(told.left_out, words="; ".join(gone))

    def _waiting(self, held: object) -> Iterator[str]:
        for one in _several(held):
            yield from self._said(self._moment(_moment(_within(one, "received_at"))), _within(one, "text"))

    def _unsent(self, held: object) -> Iterator[str]:
        for one in _several(held):
            texts = (_within(block, "text", "text") for block in _several(_within(one, "blocks")))
            told = "\n\n".join(str(text) for text in texts if text)
            yield from self._said(self._moment(_moment(_within(one, "created_at"))), told or _within(one, "text"))

    def _said(self, who: str, words: object) -> Iterator[str]:
        yield from (f"{who}:", "", *_quoted(words or self.words.export.erased), "")

    def _day(self, at: datetime) -> str:
        return day_gone_by(day_there(at, self.timezone))

    def _moment(self, at: datetime | None) -> str:
        return moment_gone_by(at, self.timezone) if at else self.words.export.no_moment


def _quoted(words: object) -> Iterator[str]:
    """A quotation, so that nothing in the words is taken for Markdown's headings or lists of ours."""
    yield from (f"> {line}".rstrip() for line in str(words or "").splitlines())


def _within(held: object, *names: str) -> object:
    for name in names:
        held = held.get(name) if isinstance(held, Mapping) else None
    return held


def _several(held: object) -> Sequence[object]:
    return held if isinstance(held, Sequence) and not isinstance(held, str) else ()


def _one_line(value: object) -> str:
    return " ".join(str(value).split())


def _moment(value: object) -> datetime | None:
    """A moment as the export writes it; None where it is none."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found.replace(tzinfo=found.tzinfo or UTC) if found else None


def _at(ts: object) -> datetime | None:
    """The moment of a message, which Slack's time stamp tells."""
    try:
        return datetime.fromtimestamp(float(ts), UTC) if isinstance(ts, str) else None
    except (ValueError, OverflowError, OSError):
        return None
