"""Reviewing, the mentor's side: the queue, a talk that was shared, what is said of it; and the cohort's figures.

One function decides what a mentor can see (the share is active, it names them, they are still a mentor), and every
method goes through it. Whatever is read is put on record in the same transaction.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.coaching.record import TurnRecord
from bot.mentoring.cohort import Figures
from bot.mentoring.events import Event, NewEvent
from bot.ports.people import Person
from bot.ports.post import Letter
from bot.ports.sharing import Purpose, Remark, Verdict


class Status(StrEnum):
    """How far a mentor has come with a share."""

    UNREVIEWED = "unreviewed"
    BEGUN = "begun"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the queue is shown; None or "" leaves a thing open.

    `search` finds talks in which all of its words stand (their stems), `mine` those that this mentor has begun or
    finished, `flagged` those with a flag of theirs, `safety` those in which the coach gave a safety route.
    """

    situation: str = ""
    stage: str = ""
    status: Status | None = None
    tag: str = ""
    search: str = ""
    mine: bool = False
    flagged: bool = False
    safety: bool = False
    oldest_first: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One talk in the queue. `doctor` is the name they gave, or a pseudonym that is theirs in this share only."""

    share_id: str
    doctor: str
    situation: str
    stage: str
    turns: int
    purpose: Purpose
    shared_at: datetime
    expires_at: datetime
    status: Status
    flagged: bool
    safety: bool
    tags: tuple[str, ...]
    unread_answers: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the queue, and what can be filtered by.

    `waiting` counts all that are unreviewed, `begun` those begun and not finished, `unread` the answers of doctors.
    """

    rows: tuple[Row, ...]
    total: int
    waiting: int
    situations: tuple[str, ...]
    stages: tuple[str, ...]
    tags: tuple[str, ...]
    begun: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Opening:
    """A share, opened: what `mentoring.shared_talk` makes a page of, and all events that this mentor may see.

    Before this mentor has finished, `events` are their own and the doctor's answers to them. After that, `others` holds
    the scores of every other mentor who has finished with the same talk, by mentor.
    """

    row: Row
    note: str
    for_cases: bool
    records: tuple[TurnRecord, ...]
    left_out: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    events: tuple[Event, ...]
    others: tuple[tuple[Event, ...], ...]
    previous: str | None = None
    """The share before this one in the queue as it stands unfiltered, by id."""
    following: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """One share with this mentor's events, for a file."""

    row: Row
    events: tuple[Event, ...]


Told = Callable[[Person, Remark], Sequence[Letter]]
"""Makes the letters that tell a doctor of a comment; called in the transaction, once the comment has an id."""


class Reviewing(Protocol):
    """The mentor's side. Every method is one transaction; None or False where the share is not theirs to see."""

    async def queue(self, mentor_id: str, which: Filter, *, page: int, size: int, now: datetime) -> Page:
        """A page of what is shared with the mentor; pages count from 1."""
        ...

    async def open(self, mentor_id: str, share_id: str, now: datetime, *, reading: bool = True) -> Opening | None:
        """One share, whole; the doctor's answers count as read where it is opened for `reading`."""
        ...

    async def add(
        self, mentor_id: str, share_id: str, events: Sequence[NewEvent], now: datetime, told: Told | None = None
    ) -> bool:
        """Append to the review; `told` makes the letters for each comment among the events.

        Grades that come after the mentor has finished are not kept.

        False, and nothing is kept, where the share is not theirs to see or a turn is none of it.
        """
        ...

    async def export(self, mentor_id: str, which: Filter, now: datetime) -> Sequence[Export]:
        """Everything in the queue that matches, with the mentor's own events."""
        ...

    async def figures(self, viewer_id: str, now: datetime) -> Figures | None:
        """The cohort's figures, as released last; None where too few doctors take part."""
        ...
