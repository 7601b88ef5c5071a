"""One turn: from what waits in a conversation to all that comes of it, ready to be kept in one go."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Protocol

from bot.channels.slack.engine.changes import Changes, where_of
from bot.channels.slack.engine.gathering import LONGEST, Gathered, gather, joined, newest, text_of
from bot.channels.slack.engine.reminders import Hours, days_taken, when
from bot.channels.slack.parts import Parts
from bot.channels.slack.render import letters
from bot.coaching.model import IncomingMessage, State
from bot.coaching.record import Conversation, TurnRecord
from bot.coaching.write.writer import SAFETY_MOVES
from bot.ports.incoming import Fate, Inbound, Kind, Waiting, conversation_of
from bot.ports.people import CommitmentKept
from bot.ports.post import Claim, Finished, Letter, looked_back

_LOG = logging.getLogger(__name__)
_TRIES = 2
_A_WHILE = timedelta(minutes=1)


class Ask(Protocol):
    """Puts a masked message to the coach, in a conversation that stands so."""

    async def __call__(
        self, message: IncomingMessage, conversation: Conversation, *, identifiable: bool, urgent: bool
    ) -> TurnRecord:
        """The coach's answer; `identifiable` says whether masking found anything, `urgent` that it goes first."""
        ...


class AnswerFailedError(Exception):
    """The coach could not answer, tried as often as is worth it."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What a session closes with: the commitment's place, and the day it is due."""

    conversation_id: str
    session: int
    due: date | None

    def was(self, kept: CommitmentKept) -> bool:
        """Whether this is a commitment that is kept already, as it was before it was put right."""
        return (kept.conversation_id, kept.session) == (self.conversation_id, self.session)


class Turns:
    """Works out what comes of a claim. Reads through the ports; what is to be written is in what it returns."""

    def __init__(self, parts: Parts, ask: Ask) -> None:
        self._parts = parts
        self._ask = ask
        self._changes = Changes(parts)

    async def finished(self, claim: Claim) -> Finished:
        """What comes of the oldest part of a claim that belongs together; what is left waits for the next.

        What was taken back or changed comes first, so that no turn is built on words that are to go.
        """
        gathered = gather(claim.waiting)
        if gathered.late or gathered.dropped or gathered.mentions:
            return await self._changes.finished(claim, gathered)
        if claim.consented != self._parts.words.consent.version:
            return await self._unconsented(claim, gathered)
        fit = tuple(takewhile(_fit, gathered.told))
        if not fit:
            return self._with_note(claim, gathered)
        told = joined(fit, together=self._parts.options.join > 0)
        try:
            record = await self._answer(claim, told)
        except AnswerFailedError:
            return self._sorry(claim, gathered, told)
        return await self._turn(claim, gathered, told, record)

    async def _unconsented(self, claim: Claim, gathered: Gathered) -> Finished:
        """Everything waits until the doctor has agreed, but for danger: that is answered whatever was agreed to.

        No chat model sees it: they have not agreed to one.
        """
        told = _weighed([one for one in gathered.told if _fit(one)])
        if told:
            alone = replace(claim, conversation=claim.conversation.model_copy(update={"alone": True}))
            try:
                record = await self._answer(alone, told)
            except AnswerFailedError:
                if any(one.inbound.urgent for one in told):
                    return self._sorry(claim, gathered, told)
            else:
                if record.move.name in SAFETY_MOVES:
                    return await self._turn(claim, gathered, told, record)
        last = newest(gathered.told)
        agreed_at = (await self._parts.people.person(last.person)).consented_at
        letter = letters.first_contact(self._parts.words, where_of(last), person=last.person, agreed_at=agreed_at)
        out = (letter, *self._again(gathered, last))
        return Finished(claim.lane, claim.token, done={}, letters=out, person=last.person, held=True)

    def _again(self, gathered: Gathered, last: Inbound) -> tuple[Letter, ...]:
        """Whoever writes again without having agreed is told that it waits: not met with silence.

        Once a day, counted from the first message that waits: by the calendar, who writes at midnight is told twice.
        """
        first = min(one.inbound.received_at for one in gathered.told)
        waited = last.received_at - first
        if waited < _A_WHILE:
            return ()
        words = self._parts.words
        key = f"waiting:{last.person}:{words.consent.version}:{first:%Y-%m-%d}:{waited.days}"
        return (letters.not_agreed_yet(words, where_of(last), key=key),)

    def _with_note(self, claim: Claim, gathered: Gathered) -> Finished:
        """The oldest has nothing to answer, or too much: a short note says so."""
        first, *others = gathered.told
        inbound = first.inbound
        too_long = len(inbound.text) > LONGEST
        name = "too_long" if too_long else "started" if inbound.kind is Kind.START else "no_files"
        key = f"{name}:{inbound.team}:{inbound.event_id}"
        note = letters.note(self._parts.words, where_of(inbound), key=key, name=name)
        answered_anyway = name == "started" and any(_fit(one) for one in others)
        return Finished(
            lane=claim.lane,
            token=claim.token,
            done=dict.fromkeys(gathered.ids((first,)), Fate.REFUSED if too_long else Fate.ANSWERED),
            letters=() if answered_anyway else (note,),
        )

    def _sorry(self, claim: Claim, gathered: Gathered, told: Sequence[Waiting]) -> Finished:
        """The coach failed: the doctor is told so, without a word of why."""
        first, last = told[0].inbound, newest(told)
        self._parts.metrics.refused("answer_failed")
        note = letters.note(self._parts.words, where_of(last), key=f"sorry:{first.team}:{first.event_id}", name="sorry")
        return Finished(
            lane=claim.lane,
            token=claim.token,
            done=dict.fromkeys(gathered.ids(told), Fate.REFUSED),
            letters=(replace(note, urgent=any(one.inbound.urgent for one in told)),),
        )

    async def _answer(self, claim: Claim, told: Sequence[Waiting]) -> TurnRecord:
        """The coach's answer to several messages as one. Raises AnswerFailedError."""
        message = IncomingMessage(
            event_id=told[0].inbound.event_id,
            conversation_id=conversation_of(claim.lane),
            person_id=told[0].inbound.person,
            text=text_of(told),
            received_at=max(one.inbound.received_at for one in told),
        )
        found = {
            "identifiable": any(one.inbound.identifiable for one in told),
            "urgent": any(one.inbound.urgent for one in told),
        }
        for attempt in range(1, _TRIES + 1):
            try:
                return await self._ask(message, claim.conversation, **found)
            except Exception as error:  # noqa: BLE001 - whatever it is, the doctor is told so in plain words
                _LOG.error("an answer failed", extra={"error": type(error).__name__, "attempt": attempt})
        raise AnswerFailedError

    async def _turn(self, claim: Claim, gathered: Gathered, told: Sequence[Waiting], record: TurnRecord) -> Finished:
        last, first = newest(told), told[0].inbound
        remind_at, timezone = await self._remind_at(last, closing(claim.conversation.state, record))
        out = letters.reply(
            record,
            self._parts.words,
            where_of(last),
            key=f"reply:{first.team}:{first.event_id}",
            urgent=record.move.name in SAFETY_MOVES or any(one.inbound.urgent for one in told),
            remind_at=remind_at,
            timezone=timezone,
            closes=record.state.closed and not _closed_before(claim.conversation.state, record),
        )
        return Finished(
            lane=claim.lane,
            token=claim.token,
            done=dict.fromkeys(gathered.ids(told), Fate.ANSWERED),
            letters=out,
            conversation_id=conversation_of(claim.lane),
            person=first.person,
            record=record,
            remind_at=remind_at,
            looked_back=looked_back(record),
        )

    async def _remind_at(self, inbound: Inbound, closes: Closing | None) -> tuple[datetime | None, str]:
        """When a commitment is asked about (None: not), and the time zone in which that is told."""
        if closes is None:
            return None, ""
        people, options = self._parts.people, self._parts.options
        person = await people.person(inbound.person)
        hours = Hours.of(person, options)
        if person.paused or not person.reminders:
            return None, hours.zone.key
        others = [one for one in await people.commitments(inbound.person) if not closes.was(one)]
        return when(closes.due, self._parts.clock.now(), hours, days_taken(others, hours)), hours.zone.key


def closing(before: State, record: TurnRecord) -> Closing | None:
    """The commitment that a turn closes with, or puts right after the end; None where it does neither."""
    now = record.state
    as_before = before.closed and (before.session, before.commitment) == (now.session, now.commitment)
    if not now.closed or now.commitment is None or as_before:
        return None
    return Closing(record.message.conversation_id, now.session, now.commitment.due)


def _closed_before(before: State, record: TurnRecord) -> bool:
    """Whether the session had ended already, so that its end was told."""
    return before.closed and before.session == record.state.session


def _fit(one: Waiting) -> bool:
    """Whether there is something to answer, and no more than a turn takes in; danger is answered at any length."""
    return bool(one.inbound.text.strip()) and (one.inbound.urgent or len(one.inbound.text) <= LONGEST)


def _weighed(fit: Sequence[Waiting]) -> tuple[Waiting, ...]:
    """What is looked at for danger before consent: as much as a turn takes in, and what cannot wait before all else."""
    told = joined(fit, together=True)
    pressing = [one for one in fit if one.inbound.urgent]
    return told if set(pressing) <= set(told) else joined(pressing, together=True)
