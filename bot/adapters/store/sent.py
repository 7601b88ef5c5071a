"""What became of letters: where the channel has those that were sent, and how many are still to go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, func, literal_column, or_, select

from bot.adapters.store.holds import Worker, held_by_the_living
from bot.adapters.store.outbox import is_due
from bot.adapters.store.schema import OUTBOX
from bot.ports.post import Action


@dataclass(frozen=True, slots=True)
class Posted:
    """A message of the coach's that the channel has."""

    key: str
    lane: str
    ts: str
    turn: int | None


def at(connection: Connection, place: str, ts: str) -> Posted | None:
    """The coach's message at a place in the channel."""
    posted = _posted(connection, OUTBOX.c.place == place, OUTBOX.c.ts == ts)
    return posted[0] if posted else None


def of_turns(connection: Connection, lane: str, turns: Iterable[int]) -> tuple[Posted, ...]:
    """The coach's messages that answered in these turns, in their order."""
    return _posted(connection, OUTBOX.c.lane == lane, OUTBOX.c.turn.in_(tuple(turns)))


def _posted(connection: Connection, *which: ColumnElement[bool]) -> tuple[Posted, ...]:
    rows = connection.execute(
        select(OUTBOX.c.key, OUTBOX.c.lane, OUTBOX.c.ts, OUTBOX.c.turn)
        .where(*which, OUTBOX.c.state == "sent", OUTBOX.c.action == Action.POST.value)
        .order_by(OUTBOX.c.id)
    )
    return tuple(Posted(row.key, row.lane, row.ts, row.turn) for row in rows)


@dataclass(frozen=True, slots=True)
class Unsent:
    """What is still to go: how much, since when, and how much of it the channel may have already; what was given up."""

    unsent: int
    oldest: datetime | None
    in_doubt: int
    failed: int


def backlog(connection: Connection, worker: Worker, now: datetime) -> Unsent:
    """What is still to go, and what was given up."""
    lost = and_(OUTBOX.c.state == literal_column("'sending'"), ~held_by_the_living(OUTBOX.c.process))
    doubt = func.sum(case((or_(OUTBOX.c.doubtful, lost), 1), else_=0))
    unsent, oldest, in_doubt = connection.execute(
        select(func.count(), func.min(func.coalesce(OUTBOX.c.due, OUTBOX.c.created_at)), doubt).where(
            OUTBOX.c.open, is_due(OUTBOX)
        ),
        {**worker.given(now), "moment": now},
    ).one()
    failed = connection.execute(
        select(func.count()).select_from(OUTBOX).where(OUTBOX.c.state == literal_column("'failed'"))
    ).scalar_one()
    return Unsent(unsent, oldest, in_doubt or 0, failed)
