"""Holding the sample talks with the coach and sharing them, through the ports that Slack and the console use."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from bot.coaching.model import IncomingMessage
from bot.coaching.record import TurnRecord
from bot.errors import CoachError
from bot.mentoring.events import EventKind, NewEvent
from bot.ports.coaching import Answerer
from bot.ports.incoming import Fate, Inbound, Kind, conversation_of
from bot.ports.people import Feedback, People
from bot.ports.post import Claim, Finished, Letter, PostOffice
from bot.ports.reviewing import Reviewing
from bot.ports.sharing import NewShare, Sharing, Talk
from bot.samples.talks import TEAM, Sample, SampleReview

_EXPIRES: Final = timedelta(days=30)
_BETWEEN: Final = timedelta(minutes=3)
_AFTER: Final = timedelta(minutes=10)
_SHARED: Final = timedelta(hours=12)
_SETTLED: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Mentors:
    """Who the talks are shared with, by id: `first` opens the console, `second` has reviewed some already."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Store:
    """Where the talks go: the same ports that Slack and the console work with."""

    post: PostOffice
    people: People
    sharing: Sharing
    reviewing: Reviewing


async def fill(samples: Sequence[Sample], answerer: Answerer, into: Store, mentors: Mentors, now: datetime) -> int:
    """Hold the talks with the coach and share them, as if they had come by Slack; how many were new.

    A talk that is shared already is left as it is, so that a second start adds nothing; one that was broken off is held
    again. Raises CoachError where the store refuses a mentor, or somebody else works on the talk.
    """
    new = 0
    for number, sample in enumerate(samples, start=1):
        if await into.sharing.shared(sample.person):
            continue
        if await into.sharing.talks(sample.person, 1):
            await into.people.erase(sample.person)
        await _One(sample, f"D{number}", now - timedelta(days=sample.days), into, answerer).add(mentors, now)
        new += 1
    return new


class _One:
    """One talk on its way into the store."""

    def __init__(self, sample: Sample, channel: str, began: datetime, into: Store, answerer: Answerer) -> None:
        self._sample, self._channel, self._began = sample, channel, began
        self._into, self._answerer = into, answerer
        self._lane = f"{TEAM}:{channel}"

    async def add(self, mentors: Mentors, now: datetime) -> None:
        await self._into.people.know(self._sample.person, channel=self._channel)
        places = await self._hold()
        await self._judge(places)
        await self._settle()
        await self._share(mentors, now)

    async def _hold(self) -> Mapping[int, tuple[str, str]]:
        """Say all of it; where the channel would have each reply, by the turn."""
        places: dict[int, tuple[str, str]] = {}
        for number, text in enumerate(self._sample.messages, start=1):
            record = await self._say(number, text)
            for out in await self._into.post.take(1):
                places[record.number] = (self._channel, f"{_stamp(self._at(number))}1")
                await self._into.post.sent(out.id, *places[record.number])
        return places

    async def _say(self, number: int, text: str) -> TurnRecord:
        said, identifiable = self._answerer.masked(text)
        inbound = self._inbound(self._at(number), said, identifiable=identifiable)
        await self._into.post.accept(inbound)
        claim = await self._into.post.claim(self._lane)
        if claim is None:
            raise self._taken()
        incoming = IncomingMessage(
            event_id=inbound.event_id,
            conversation_id=conversation_of(self._lane),
            person_id=self._sample.person,
            text=said,
            received_at=inbound.received_at,
        )
        answer = self._answerer.answer
        record = await asyncio.to_thread(answer, incoming, claim.conversation, identifiable=identifiable)
        if not await self._into.post.finish(self._finished(claim, record)):
            raise self._taken()
        return record

    def _taken(self) -> CoachError:
        message = f"the sample talk {self._sample.id} cannot be held: somebody else works on it"
        return CoachError(message, code="sample", retryable=True)

    def _inbound(self, at: datetime, text: str, *, identifiable: bool) -> Inbound:
        return Inbound(
            event_id=f"{self._sample.id}:{_stamp(at)}",
            team=TEAM,
            channel=self._channel,
            user=self._sample.doctor,
            kind=Kind.MESSAGE,
            sent=_stamp(at),
            received_at=at,
            ts=_stamp(at),
            text=text,
            identifiable=identifiable,
        )

    def _finished(self, claim: Claim, record: TurnRecord) -> Finished:
        reply = Letter(
            key=f"sample:{record.message.event_id}",
            team=TEAM,
            lane=self._lane,
            to=self._channel,
            text=record.reply.text,
            turn=record.number,
        )
        return Finished(
            lane=self._lane,
            token=claim.token,
            done=dict.fromkeys((one.id for one in claim.waiting), Fate.ANSWERED),
            letters=(reply,),
            conversation_id=conversation_of(self._lane),
            person=self._sample.person,
            record=record,
        )

    def _at(self, number: int) -> datetime:
        return self._began + number * _BETWEEN

    async def _judge(self, places: Mapping[int, tuple[str, str]]) -> None:
        for one in self._sample.verdicts:
            channel, ts = places[one.turn]
            verdict = Feedback(channel=channel, ts=ts, value=one.value, reasons=one.reasons, words=one.words)
            await self._into.people.judge(self._sample.person, verdict, self._at(one.turn) + _BETWEEN)

    async def _settle(self) -> None:
        people, outcome = self._into.people, self._sample.outcome
        for one in await people.commitments(self._sample.person) if outcome else ():
            if outcome:
                await people.settle(self._sample.person, one.id, outcome, one.made_at + _SETTLED)

    async def _share(self, mentors: Mentors, now: datetime) -> None:
        (talk, *_) = await self._into.sharing.talks(self._sample.person, 1)
        at = min(now, self._began + _SHARED)
        for review in self._sample.reviews[:1]:
            share_id = await self._share_with(mentors.second, talk, at)
            await self._review(mentors.second, share_id, review, at + _AFTER)
        await self._share_with(mentors.first, talk, at)

    async def _share_with(self, mentor: str, talk: Talk, at: datetime) -> str:
        new = NewShare(
            id=str(uuid4()),
            person_id=self._sample.person,
            conversation_id=talk.conversation_id,
            session=talk.session,
            last=talk.last,
            mentor_id=mentor,
            purpose=self._sample.purpose,
            expires_at=at + _EXPIRES,
            left_out=self._sample.left_out,
            name=self._sample.name,
            note=self._sample.note,
            for_cases=self._sample.for_cases,
        )
        if not await self._into.sharing.share(new, (), at):
            message = f"the sample talk {self._sample.id} cannot be shared with {mentor}: is that a mentor?"
            raise CoachError(message, code="sample")
        return new.id

    async def _review(self, mentor: str, share_id: str, review: SampleReview, at: datetime) -> None:
        await self._into.reviewing.add(mentor, share_id, _events(review), at)
        await self._answer(mentor, share_id, review, at + _AFTER)

    async def _answer(self, mentor: str, share_id: str, review: SampleReview, at: datetime) -> None:
        """The doctor answers the comments that the sample has an answer to."""
        opened = await self._into.reviewing.open(mentor, share_id, at)
        for event in opened.events if opened else ():
            told = next((one for one in review.comments if one.text == event.what.text and one.answer), None)
            if event.what.kind is EventKind.COMMENTED and told:
                await self._into.sharing.answer(self._sample.person, event.id, told.answer, (), at)


def _events(review: SampleReview) -> list[NewEvent]:
    events = [
        NewEvent(EventKind.SCORED, turn=one.turn, name=one.criterion, text=one.grade.value) for one in review.scores
    ]
    events += [NewEvent(EventKind.COMMENTED, turn=one.turn, text=one.text) for one in review.comments]
    events += [NewEvent(EventKind.TAGGED, name=one) for one in review.tags]
    return [*events, NewEvent(EventKind.FINISHED)] if review.finished else events


def _stamp(at: datetime) -> str:
    """A time stamp as Slack writes it: unique in a talk, and in its order."""
    return f"{int(at.timestamp())}.{at.microsecond:06d}"
