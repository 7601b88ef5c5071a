"""Keeping nothing longer than was said: what has had its time is deleted, a little in each transaction, on record."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, delete, func, or_, select, tuple_

from bot.adapters.store import forgetting, ledger
from bot.adapters.store.erasing import erase_person
from bot.adapters.store.growth_tables import GROWTH
from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.mentoring import ending, record
from bot.adapters.store.mentoring.doors import IDLE, LONGEST
from bot.adapters.store.mentoring.visible import active
from bot.adapters.store.mentoring_tables import SHARED_WORDS, SHARES, STAFF_DOORS, STAFF_SESSIONS, TALLIES
from bot.adapters.store.rota_tables import ROTA
from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS, INBOX, OAUTH_STATES, PEOPLE
from bot.adapters.store.shared_tables import MODEL_USE
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from bot.ports.staff import Act, Entry

_AT_ONCE: Final = 200
"""Rows deleted in one transaction at most: whoever waits behind it waits some hundredths of a second."""
_ACTOR: Final = "operator"


@dataclass(frozen=True, slots=True)
class Keep:
    """Days that things are kept: a conversation after its last message, a plan after it was made, a share once over.

    What waits for its doctor to agree, and what a chat model used for them, is kept as long as a conversation.
    """

    conversations: int = 90
    plans: int = 365
    ended_shares: int = 30


@dataclass(frozen=True, slots=True)
class Purged:
    """How much was deleted, or would be.

    `indexes` are shares that can no longer be found by a word, `plans` commitments, `counts` what sessions added to the
    cohort's figures, `doors` sign-ins, links and sessions that are over, `unheard` messages of people who never agreed,
    `uses` what a chat model used for somebody on a day, `growth` what their own growth was told from, `rotas` spans of
    nights, leave and days off that are over.
    """

    conversations: int = 0
    unheard: int = 0
    plans: int = 0
    counts: int = 0
    indexes: int = 0
    shares: int = 0
    doors: int = 0
    uses: int = 0
    growth: int = 0
    rotas: int = 0

    @property
    def total(self) -> int:
        """All together; 0 where there was nothing to delete."""
        return sum(asdict(self).values())


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of what has had its time: counting it, and deleting some of it."""

    name: str
    count: Callable[[Connection], int]
    some: Callable[[Connection], int]


async def purge(writer: Writer, now: datetime, keep: Keep | None = None, *, dry_run: bool = False) -> Purged:
    """Delete what has had its time; `dry_run` only counts. Whatever is exactly as old as it may become goes.

    A conversation waits while somebody has it shared with them, or something in it waits to be answered; one whose
    messages carry no time never goes by itself. Of one that goes its numbers stay (`forgetting`). Safe to run again,
    beside a running coach and after being cut off.

    Raises CoachError (retryable) where the database fails; what was deleted by then stays deleted.
    """
    kinds = _kinds(now, keep or Keep())
    if dry_run:
        return await writer.write(lambda connection: Purged(**{one.name: one.count(connection) for one in kinds}))
    gone = {one.name: await _all_of(writer, one, now) for one in kinds}
    purged = Purged(**gone)
    if purged.total:
        with suppress(CoachError):  # somebody is reading just now: the log is emptied at the next occasion
            await writer.sweep()
    return purged


async def erase(writer: Writer, person_id: str, now: datetime) -> None:
    """Delete everything of a person at an operator's word, their key first of all, on record.

    Raises CoachError (retryable) where something keeps the log from being emptied: all but that is done then.
    """

    def work(connection: Connection) -> None:
        erase_person(connection, person_id)
        record.append(connection, Entry(now, _ACTOR, Act.ERASED))

    await writer.write(work)
    await writer.sweep()


async def _all_of(writer: Writer, kind: _Kind, now: datetime) -> int:
    """Delete all of a kind, a transaction for some at a time."""
    total = 0
    while some := await writer.write(partial(_some_on_record, kind=kind, now=now)):
        total += some
    return total


def _some_on_record(connection: Connection, kind: _Kind, now: datetime) -> int:
    some = kind.some(connection)
    if some:
        record.append(connection, Entry(now, _ACTOR, Act.PURGED, detail=f"{kind.name} {some}"))
    return some


def _kinds(now: datetime, keep: Keep) -> tuple[_Kind, ...]:
    """In this order: what refers to something goes before it, and a share frees its conversation once it is over."""
    made = now - timedelta(days=keep.plans)
    by = now - timedelta(days=keep.conversations)
    old, unheard = forgetting.old(now, by), forgetting.unheard(by)
    findable = SHARES.c.id.in_(select(SHARED_WORDS.c.share_id)) & ~active(now)
    return (
        _Kind("indexes", partial(_count, table=SHARES, which=findable), partial(ending.purge, now=now)),
        _rows("shares", SHARES, _ended(now - timedelta(days=keep.ended_shares))),
        _Kind(
            "unheard",
            partial(_count, table=INBOX, which=unheard),
            partial(forgetting.gestures, which=unheard, at_most=_AT_ONCE),
        ),
        _Kind(
            "conversations",
            partial(_count, table=CONVERSATIONS, which=old),
            partial(forgetting.conversations, which=old, at_most=_AT_ONCE),
        ),
        _rows("plans", COMMITMENTS, COMMITMENTS.c.made_at <= made),
        _rows("counts", TALLIES, TALLIES.c.at <= made),
        _doors(now),
        _rows("uses", MODEL_USE, _uses(by)),
        _growth(made),
        _rows("rotas", ROTA, or_(ROTA.c.at <= now, ROTA.c.person_id.not_in(select(PEOPLE.c.id)))),
    )


def _ended(by: datetime) -> ColumnElement[bool]:
    return or_(SHARES.c.withdrawn_at <= by, SHARES.c.expires_at <= by)


def _uses(by: datetime) -> ColumnElement[bool]:
    """Old ones, and those of whoever has no key any more: a coach from before this table does not erase in it."""
    return or_(MODEL_USE.c.day <= ledger.day_of(by), MODEL_USE.c.person_id.not_in(select(KEYS.c.owner)))


def _growth(by: datetime) -> _Kind:
    """Old rows, and those of whoever has no key any more: a coach from before these tables does not erase in them."""
    kinds = [
        _rows("growth", table, or_(table.c.at <= by, table.c.person_id.not_in(select(KEYS.c.owner))))
        for table in GROWTH
    ]
    return _Kind("growth", partial(_sum, [one.count for one in kinds]), partial(_sum, [one.some for one in kinds]))


def _doors(now: datetime) -> _Kind:
    """Ways in that are over: sign-ins and links by their time, sessions by theirs, installations that never ended."""
    idle = or_(STAFF_SESSIONS.c.seen_at <= now - IDLE, STAFF_SESSIONS.c.started_at <= now - LONGEST)
    kinds = (
        _rows("doors", STAFF_DOORS, STAFF_DOORS.c.expires <= now),
        _rows("doors", STAFF_SESSIONS, idle),
        _rows("doors", OAUTH_STATES, OAUTH_STATES.c.expires <= now),
    )
    return _Kind("doors", partial(_sum, [one.count for one in kinds]), partial(_sum, [one.some for one in kinds]))


def _sum(of: Sequence[Callable[[Connection], int]], connection: Connection) -> int:
    return sum(one(connection) for one in of)


def _rows(name: str, table: Table, which: ColumnElement[bool]) -> _Kind:
    """Rows of one table; what hangs on them goes with them (ON DELETE CASCADE)."""
    key = tuple_(*table.primary_key)
    some = delete(table).where(key.in_(select(*table.primary_key).where(which).limit(_AT_ONCE)))
    return _Kind(name, partial(_count, table=table, which=which), lambda connection: connection.execute(some).rowcount)


def _count(connection: Connection, table: Table, which: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(which)).scalar_one()
