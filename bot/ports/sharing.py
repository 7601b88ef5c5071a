"""Sharing, which is the doctor's act: what may be shared, with whom, what was, and who opened it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.coaching.record import TurnRecord
from bot.ports.people import Person, Value
from bot.ports.post import Letter
from bot.ports.staff import Colleague


class Purpose(StrEnum):
    """What a doctor shares a talk for; the mentor is told."""

    FEEDBACK = "feedback"
    """What do you make of how I went about it?"""
    NEXT_STEP = "next_step"
    """Help me with what I do next."""
    SUPERVISION = "supervision"
    """So that we have something to talk from when we meet."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One session of a doctor's conversation, which is what can be shared: turns `first` to `last`.

    `situation` is the one worked on longest, "" where none was clear. `what` is the commitment it closed with, or the
    aim, in the doctor's own words; "" where there is neither.
    """

    conversation_id: str
    session: int
    first: int
    last: int
    began_at: datetime | None
    situation: str
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the doctor said of the reply of a turn: a thumb, ids of reasons, and their own words."""

    turn: int
    value: Value
    reasons: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """A talk as it stands, whole, for the doctor alone: from it is made what the mentor will see."""

    talk: Talk
    records: tuple[TurnRecord, ...]
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class NewShare:
    """What a doctor decided to share. `left_out` are words that nobody sees, wherever in the talk they stand.

    `id` is a UUID. `name` is how the doctor wants to be called, "" for a pseudonym. `for_cases` allows an anonymised
    case to be made of it for the trainers' evaluations.
    """

    id: str
    person_id: str
    conversation_id: str
    session: int
    last: int
    mentor_id: str
    purpose: Purpose
    expires_at: datetime
    left_out: tuple[str, ...] = ()
    name: str = ""
    note: str = ""
    for_cases: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """When a mentor opened what was shared."""

    mentor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Shared:
    """A share as its doctor sees it; `opened` is newest first."""

    id: str
    talk: Talk
    mentor_id: str
    mentor: str
    purpose: Purpose
    shared_at: datetime
    expires_at: datetime
    withdrawn_at: datetime | None
    opened: tuple[Opened, ...] = ()

    def active(self, now: datetime) -> bool:
        """Whether the mentor can see it."""
        return self.withdrawn_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True)
class Remark:
    """A mentor's comment as its doctor sees it, with the answers that were given to it."""

    id: int
    share_id: str
    mentor_id: str
    mentor: str
    turn: int | None
    text: str
    at: datetime
    answers: tuple[str, ...] = ()


class Sharing(Protocol):
    """The doctor's side. Every method is one transaction, on disk when it returns, and on record where it changes."""

    async def talks(self, person_id: str, limit: int = 20) -> Sequence[Talk]:
        """What the person could share, newest first: sessions with at least one answered message."""
        ...

    async def preview(self, person_id: str, conversation_id: str, session: int) -> Preview | None:
        """One of them, whole; None where it is not theirs."""
        ...

    async def mentors(self, team: str) -> Sequence[Colleague]:
        """Who can be named in that workspace, by name."""
        ...

    async def share(self, new: NewShare, letters: Sequence[Letter], at: datetime) -> bool:
        """Share it and put the letters into the outbox.

        False, and nothing is done, where the talk is not theirs, has no such turn, or the mentor is none of their team.
        Who shares the same talk with the same mentor again, replaces what was shared before.
        """
        ...

    async def shared(self, person_id: str) -> Sequence[Shared]:
        """All that the person ever shared and that is still known, newest first."""
        ...

    async def withdraw(self, person_id: str, share_id: str, at: datetime) -> bool:
        """Nobody sees it from the next request on; what it was found by is deleted. False where it is not theirs."""
        ...

    async def remark(self, person_id: str, remark_id: int) -> Remark | None:
        """A comment that a mentor made on something of theirs; withdrawn or not, it stays theirs to read."""
        ...

    async def answer(self, person_id: str, remark_id: int, text: str, letters: Sequence[Letter], at: datetime) -> bool:
        """Answer a comment (text already masked). False where it is not theirs, or the share is withdrawn or over."""
        ...

    async def count(self, person_id: str, *, wanted: bool) -> None:
        """Whether the person agrees to be counted in the cohort's figures; off for everybody who has not said yes."""
        ...

    async def counted(self, person_id: str) -> bool:
        """Whether they have."""
        ...


class Notices(Protocol):
    """The letters by which a channel tells a doctor or a mentor of something; none holds a conversation's words.

    Made by the channel, put into the outbox by the store in the same transaction as what they tell of.
    """

    def commented(self, doctor: Person, remark: Remark, excerpt: str) -> Sequence[Letter]:
        """A mentor's comment reaches the doctor, with a way to answer; `excerpt` is the reply that it is about."""
        ...

    def shared_with(self, mentor: Colleague, share_id: str) -> Sequence[Letter]:
        """A mentor learns that something waits for them in the console."""
        ...

    def answered(self, mentor: Colleague, share_id: str, remark_id: int) -> Sequence[Letter]:
        """A mentor learns that their comment was answered."""
        ...
