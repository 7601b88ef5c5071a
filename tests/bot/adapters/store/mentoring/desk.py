"""A doctor who talks and shares, mentors who review, and the record of it, on either database."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Column, Connection, Table, delete, func, insert, select, update

from bot.adapters.store.conversations import save_on
from bot.adapters.store.mentoring.reviewing import SqlReviewing
from bot.adapters.store.mentoring.sharing import SqlSharing
from bot.adapters.store.mentoring_tables import RECORD, STAFF
from bot.adapters.store.schema import OUTBOX
from bot.coaching.record import TurnRecord
from bot.mentoring.events import EventKind, NewEvent
from bot.ports.incoming import conversation_of
from bot.ports.people import Person
from bot.ports.post import Letter
from bot.ports.reviewing import Filter, Opening, Page
from bot.ports.sharing import NewShare, Purpose, Remark
from bot.ports.staff import Act, Role
from tests.bot.adapters.store.offices import AT, LANE, PERSON, World, letter
from tests.bot.small_world import Talk

T = TypeVar("T")
MENTOR, SECOND = "T1:UM1", "T1:UM2"
OTHER_DOCTOR, OTHER_LANE = "T1:U2", "T1:D2"
TALK = conversation_of(LANE)
SAID = ("The bins are full of glitter.", "Nobody empties them at night.", "I asked the porter twice.")


def later(**how: float) -> datetime:
    return AT + timedelta(**how)


def share_id(number: int) -> str:
    return str(UUID(int=number + 1))


def new_share(number: int = 0, **changed: object) -> NewShare:
    one = NewShare(
        id=share_id(number),
        person_id=PERSON,
        conversation_id=TALK,
        session=1,
        last=len(SAID),
        mentor_id=MENTOR,
        purpose=Purpose.FEEDBACK,
        expires_at=later(days=14),
    )
    return replace(one, **changed)  # type: ignore[arg-type]


def scored(name: str = "C1", text: str = "met", turn: int | None = None) -> NewEvent:
    return NewEvent(EventKind.SCORED, turn, name, text)


def comment(text: str = "You asked before you told.", turn: int | None = 1) -> NewEvent:
    return NewEvent(EventKind.COMMENTED, turn, text=text)


FINISHED = NewEvent(EventKind.FINISHED)


def told(doctor: Person, remark: Remark) -> tuple[Letter, ...]:
    """What a channel would send of a comment."""
    return (letter(f"remark:{remark.id}", to=doctor.id.partition(":")[2]),)


def turns(*texts: str, person: str = PERSON, lane: str = LANE, at: datetime | None = AT) -> list[TurnRecord]:
    talk = Talk(conversation=conversation_of(lane), person=person, at=at)
    talk.say(*texts)
    return talk.turns


def numbered(records: Iterable[TurnRecord], first: int, session: int) -> list[TurnRecord]:
    """The same turns later in a conversation, in another session."""
    return [
        one.model_copy(update={"number": number, "state": one.state.model_copy(update={"session": session})})
        for number, one in enumerate(records, first)
    ]


@dataclass
class Desk:
    """One database with what is done on it, each thing a transaction that is over when it returns."""

    here: World

    def do(self, work: Callable[[Connection], T]) -> T:
        return self.here.writer.submit(work).result()

    def run(self, coroutine: Coroutine[object, object, T]) -> T:
        return asyncio.run(coroutine)

    @property
    def sharing(self) -> SqlSharing:
        return SqlSharing(self.here.writer, self.here.clock)

    @property
    def reviewing(self) -> SqlReviewing:
        return SqlReviewing(self.here.writer)

    def hire(self, colleague: str = MENTOR, name: str = "Dr Mentor", *roles: Role) -> None:
        row = {
            "id": colleague,
            "team": colleague.partition(":")[0],
            "name": name,
            "roles": [one.value for one in roles or (Role.MENTOR,)],
            "assesses": [],
            "assesses_all": False,
            "added_at": AT,
        }
        self.do(lambda connection: connection.execute(insert(STAFF).values(**row)))

    def dismiss(self, colleague: str = MENTOR) -> None:
        self.do(lambda connection: connection.execute(delete(STAFF).where(STAFF.c.id == colleague)))

    def roles(self, colleague: str, *roles: Role) -> None:
        told = [one.value for one in roles]
        self.do(lambda connection: connection.execute(update(STAFF).where(STAFF.c.id == colleague).values(roles=told)))

    def keep(self, records: Sequence[TurnRecord], person: str = PERSON, lane: str = LANE) -> None:
        def work(connection: Connection) -> None:
            for one in records:
                save_on(connection, conversation_of(lane), person, one)

        self.do(work)

    def share(self, number: int = 0, *letters: Letter, **changed: object) -> bool:
        at = changed.pop("at", AT)
        assert isinstance(at, datetime)
        return self.run(self.sharing.share(new_share(number, **changed), letters, at))

    def withdraw(self, number: int = 0, person: str = PERSON, at: datetime = AT) -> bool:
        return self.run(self.sharing.withdraw(person, share_id(number), at))

    def answer(self, remark_id: int, text: str = "I did.", *letters: Letter, **changed: object) -> bool:
        given: Mapping[str, object] = {"person": PERSON, "at": AT} | changed
        assert isinstance(given["at"], datetime)
        return self.run(self.sharing.answer(str(given["person"]), remark_id, text, letters, given["at"]))

    def open(self, number: int = 0, mentor: str = MENTOR, now: datetime = AT) -> Opening | None:
        return self.run(self.reviewing.open(mentor, share_id(number), now))

    def opened(self, number: int = 0, mentor: str = MENTOR, now: datetime = AT) -> Opening:
        found = self.open(number, mentor, now)
        assert found is not None
        return found

    def add(self, *events: NewEvent, number: int = 0, mentor: str = MENTOR, now: datetime = AT) -> bool:
        return self.run(self.reviewing.add(mentor, share_id(number), events, now, told))

    def queue(self, mentor: str = MENTOR, now: datetime = AT, page: int = 1, size: int = 25) -> Page:
        return self.run(self.reviewing.queue(mentor, Filter(), page=page, size=size, now=now))

    def found(self, mentor: str = MENTOR, now: datetime = AT, **which: object) -> list[int]:
        """The numbers of the shares that the queue gives."""
        wanted = Filter(**which)  # type: ignore[arg-type]
        page = self.run(self.reviewing.queue(mentor, wanted, page=1, size=25, now=now))
        return [UUID(one.share_id).int - 1 for one in page.rows]

    def record(self) -> list[tuple[str, Act, str]]:
        """Who did what with which share, in order."""
        wanted = select(RECORD.c.actor, RECORD.c.act, RECORD.c.subject).order_by(RECORD.c.number)
        return self.do(lambda c: [(row.actor, Act(row.act), row.subject) for row in c.execute(wanted)])

    def letters(self) -> list[str]:
        return self.do(lambda c: list(c.execute(select(OUTBOX.c.key).order_by(OUTBOX.c.id)).scalars()))

    def all_of(self, column: Column[object]) -> set[object]:
        return self.do(lambda c: set(c.execute(select(column)).scalars()))

    def count(self, table: Table) -> int:
        return self.do(lambda c: c.execute(select(func.count()).select_from(table)).scalar_one())


def desk(here: World) -> Desk:
    """A doctor with one talk of three turns, and a mentor; nothing is shared."""
    made = Desk(here)
    made.hire()
    made.keep(turns(*SAID))
    return made
