"""A post office for a test, on either database, with a clock that the test moves and gestures to put in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, Table, func, select

from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.writer import Writer
from bot.coaching.record import TurnRecord
from bot.ports.incoming import Fate, Inbound, Kind, conversation_of
from bot.ports.post import Action, Claim, Finished, Letter, Outbound
from tests.bot.adapters.store.databases import address, opened
from tests.bot.small_world import Talk

TEAM, CHANNEL, USER = "T1", "D1", "U1"
LANE, PERSON = f"{TEAM}:{CHANNEL}", f"{TEAM}:{USER}"
AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    at: datetime = AT

    def __call__(self) -> datetime:
        return self.at

    def move(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class World:
    """A database, one writer on it, and an office under a name."""

    engine: Engine
    writer: Writer
    clock: Clock = field(default_factory=Clock)

    def office(self, owner: str = "coach", **options: object) -> SqlPostOffice:
        return SqlPostOffice(self.writer, owner, now=self.clock, **options)  # type: ignore[arg-type]

    @property
    def people(self) -> SqlPeople:
        return SqlPeople(self.writer)

    def count(self, table: Table) -> int:
        return self.writer.submit(
            lambda connection: connection.execute(select(func.count()).select_from(table)).scalar_one()
        ).result()

    def column(self, table: Table, name: str) -> list[object]:
        return self.writer.submit(
            lambda connection: list(connection.execute(select(table.c[name]).order_by(*table.primary_key)).scalars())
        ).result()


@contextmanager
def world(kind: str, folder: Path) -> Iterator[World]:
    with address(kind, folder) as url, opened(url) as engine:
        writer = Writer(engine)
        try:
            yield World(engine, writer)
        finally:
            writer.close()


def said(number: int = 1, text: str = "The bins are full.", **changed: object) -> Inbound:
    """A message of the doctor's; each `number` is another one, later than those before."""
    one = Inbound(
        event_id=f"Ev{number}",
        team=TEAM,
        channel=CHANNEL,
        user=USER,
        kind=Kind.MESSAGE,
        sent=f"1700000000.{number:06d}",
        received_at=AT,
        ts=f"1700000000.{number:06d}",
        client_msg_id=f"client-{number}",
        text=text,
    )
    return replace(one, **changed)  # type: ignore[arg-type]


def letter(key: str = "reply:1", **changed: object) -> Letter:
    one = Letter(
        key=key,
        team=TEAM,
        lane=LANE,
        to=CHANNEL,
        text="Your coach replied",
        blocks=({"type": "section", "text": {"type": "mrkdwn", "text": f"What {key} says."}},),
        action=Action.POST,
    )
    return replace(one, **changed)  # type: ignore[arg-type]


def records(*texts: str) -> list[TurnRecord]:
    """The turns that answer these texts."""
    talk = Talk(conversation=conversation_of(LANE), person=PERSON, at=AT)
    talk.say(*texts)
    return talk.turns


async def claimed(office: SqlPostOffice, lane: str = LANE) -> Claim:
    claim = await office.claim(lane)
    assert claim is not None
    return claim


def answered(claim: Claim, record: TurnRecord | None = None, *letters: Letter, **changed: object) -> Finished:
    """All of a claim answered, in one turn."""
    one = Finished(
        lane=claim.lane,
        token=claim.token,
        done=dict.fromkeys((one.id for one in claim.waiting), Fate.ANSWERED),
        letters=letters,
        conversation_id=conversation_of(claim.lane),
        person=claim.waiting[0].inbound.person,
        record=record,
    )
    return replace(one, **changed)  # type: ignore[arg-type]


async def turn(
    office: SqlPostOffice, record: TurnRecord, inbound: Inbound, *letters: Letter, **changed: object
) -> None:
    """Take a message in and answer it."""
    assert await office.accept(inbound)
    assert await office.finish(answered(await claimed(office, inbound.lane), record, *letters, **changed))


async def delivered(office: SqlPostOffice, channel: str = CHANNEL) -> list[Outbound]:
    """Send everything there is; a time stamp for each by its id."""
    sent: list[Outbound] = []
    while taken := await office.take(10):
        for one in taken:
            await office.sent(one.id, channel, stamp(one))
        sent += taken
    return sent


def stamp(out: Outbound) -> str:
    """Where the channel put a letter that `delivered` sent."""
    return f"1800000000.{out.id:06d}"
