"""The rows of what sessions add to the cohort's figures: sealed for their doctors, opened for a release alone."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Final
from zlib import crc32

from sqlalchemy import Connection, RowMapping, delete, exists, func, or_, select

from bot.adapters.store import vault
from bot.adapters.store.inserting import insert_into
from bot.adapters.store.mentoring.visible import active
from bot.adapters.store.mentoring_tables import COUNTED, SHARES, TALLIES
from bot.adapters.store.schema import COMMITMENTS
from bot.adapters.store.vault import WRAPPED, Locker, opener, place, with_key
from bot.coaching.kinds import Stage
from bot.mentoring.cohort import Tally
from bot.mentoring.tally import Counts

_SESSION: Final = [TALLIES.c.conversation_id, TALLIES.c.session]
_READ: Final = with_key(select(TALLIES), TALLIES.c.person_id)
_COUNTING: Final = 0x636F756E
"""Whoever begins to be counted on PostgreSQL shares this lock of their workspace; who erases there holds it alone."""
_INT: Final = 2**31


def put(
    connection: Connection, person_id: str, conversation_id: str, session: int, counts: Counts, at: datetime | None
) -> None:
    """Keep what a session adds, in the place of what it added before; `at` None (a caller without a clock) is now."""
    where = _place(conversation_id, session)
    told = asdict(counts) | {"stage": counts.stage.value}
    sealed = vault.locker(connection, person_id).seal_json(where, told)
    values = {"person_id": person_id, "counts": sealed, "at": at or datetime.now(UTC)}
    connection.execute(
        insert_into(connection, TALLIES)
        .values(conversation_id=conversation_id, session=session, **values)
        .on_conflict_do_update(index_elements=_SESSION, set_=values)
    )


def find(connection: Connection, conversation_id: str, session: int) -> Counts | None:
    """What a session adds as it is kept."""
    wanted = _READ.where(TALLIES.c.conversation_id == conversation_id, TALLIES.c.session == session)
    row = connection.execute(wanted).mappings().first()
    return _counts(connection, row) if row is not None else None


def sessions(connection: Connection, conversation_id: str) -> Sequence[int]:
    """Which sessions of a conversation add something."""
    wanted = select(TALLIES.c.session).where(TALLIES.c.conversation_id == conversation_id)
    return connection.execute(wanted.order_by(TALLIES.c.session)).scalars().all()


def drop(connection: Connection, person_id: str, conversation_id: str = "", session: int = 0) -> None:
    """Delete what a session of the person's adds; all of theirs, where none is named."""
    gone = delete(TALLIES).where(TALLIES.c.person_id == person_id)
    if conversation_id:
        gone = gone.where(TALLIES.c.conversation_id == conversation_id, TALLIES.c.session == session)
    connection.execute(gone)


def standing(connection: Connection, now: datetime) -> tuple[Tally, ...]:
    """All that counts now: of who agreed to it everything, of others what they share at this moment.

    What became of a commitment is told where its session is counted whole, or as far as the end; else it is no part of
    what is shared. Raises CoachError where one cannot be opened.
    """
    agreed = exists().where(COUNTED.c.person_id == TALLIES.c.person_id)
    shared = exists().where(
        SHARES.c.person_id == TALLIES.c.person_id,
        SHARES.c.conversation_id == TALLIES.c.conversation_id,
        SHARES.c.session == TALLIES.c.session,
        active(now),
    )
    same = (COMMITMENTS.c.conversation_id == TALLIES.c.conversation_id) & (COMMITMENTS.c.session == TALLIES.c.session)
    wanted = (
        select(TALLIES, agreed.label("agreed"), func.coalesce(COMMITMENTS.c.outcome, "").label("outcome"))
        .select_from(TALLIES.outerjoin(COMMITMENTS, same))
        .where(or_(agreed, shared))
        .order_by(*_SESSION)
    )
    return tuple(
        _tally(_counts(connection, row), row)
        for row in connection.execute(with_key(wanted, TALLIES.c.person_id)).mappings()
    )


def hold_beginners(connection: Connection, team: str, *, alone: bool) -> None:
    """Until the transaction ends nobody of the workspace is erased; `alone`: nor begins to be counted.

    Asked for before anything else is held: who is not known yet has neither key nor row that could be held, and would
    stay counted beside their erasure. SQLite has one writer, and needs none of it.
    """
    if connection.dialect.name == "postgresql":
        which = (crc32(team.encode()) + _INT) % (2 * _INT) - _INT
        lock = func.pg_advisory_xact_lock if alone else func.pg_advisory_xact_lock_shared
        connection.execute(select(lock(_COUNTING, which)))


def _tally(counts: Counts, row: RowMapping) -> Tally:
    whole = row["agreed"] or counts.stage is Stage.CLOSED
    outcome: str = row["outcome"] if whole else ""
    return Tally(
        person=row["person_id"],
        situation=counts.situation,
        stage=counts.stage.value,
        outcome=outcome,
        asks=counts.asks,
        tells=counts.tells,
        safety=counts.safety,
    )


def _counts(connection: Connection, row: RowMapping) -> Counts:
    return opened(opener(connection, row["person_id"], row[WRAPPED]), row)


def opened(keys: Locker, row: RowMapping) -> Counts:
    """What a row says."""
    told = keys.open_json(_place(row["conversation_id"], row["session"]), row["counts"])
    if not isinstance(told, dict):
        message = "what is kept of a session is not what was sealed"
        raise TypeError(message)
    return Counts(**{**told, "stage": Stage(told["stage"])})


def _place(conversation_id: str, session: int) -> str:
    return place(TALLIES.name, f"{conversation_id}|{session}", "counts")
