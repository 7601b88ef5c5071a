"""Counting for the cohort's figures: what sessions add to them, who agreed to be counted, and the releases.

Counted is who said yes, with all of their sessions; of everybody else only the sessions that they share, for as long as
they do. The figures of a release stand until another may follow (`mentoring.cohort.may_release`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from hashlib import sha256
from hmac import new as hmac
from itertools import groupby
from secrets import token_hex
from typing import Final

from sqlalchemy import Connection, RowMapping, and_, delete, exists, func, insert, or_, select, update

from bot.adapters.store import vault
from bot.adapters.store.conversations import records_of
from bot.adapters.store.inserting import insert_into
from bot.adapters.store.key_tables import SECRETS
from bot.adapters.store.mentoring.tables import COUNTED, RELEASES, SHARES, TALLIES
from bot.adapters.store.mentoring.visible import active
from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS
from bot.coaching.model import Stage
from bot.coaching.record import TurnRecord
from bot.mentoring import cohort
from bot.mentoring.cohort import EVERY, Cell, Chart, Figures, Tally
from bot.mentoring.tally import Counts, one_more, tally_of

SECRET: Final = "counted"  # noqa: S105  the name of a key, not the key
_DIGITS: Final = 32
_SESSION: Final = [TALLIES.c.conversation_id, TALLIES.c.session]


def note_turn(connection: Connection, person_id: str, conversation_id: str, record: TurnRecord) -> None:
    """A turn was kept (and stands in the store already): count it, where the person agreed to be counted."""
    if not is_counted(connection, person_id):
        return
    session = record.state.session
    row = (
        connection.execute(
            select(TALLIES).where(TALLIES.c.conversation_id == conversation_id, TALLIES.c.session == session)
        )
        .mappings()
        .first()
    )
    counts = one_more(_counts(row), record) if row is not None else None
    if counts is None:
        records = records_of(connection, conversation_id, person_id)
        counts = tally_of([one for one in records if one.state.session == session])
    _put(connection, person_id, conversation_id, session, counts, record.message.received_at)


def keep_shared(
    connection: Connection, person_id: str, conversation_id: str, session: int, records: Sequence[TurnRecord]
) -> None:
    """A session is shared: count these turns of it; of who is counted anyway, all turns are."""
    if records and not is_counted(connection, person_id):
        at = records[-1].message.received_at
        _put(connection, person_id, conversation_id, session, tally_of(records), at)


def drop_shared(connection: Connection, person_id: str, conversation_id: str, session: int) -> None:
    """A session is shared no more: it counts no longer, unless its doctor agreed to be counted."""
    if not is_counted(connection, person_id):
        connection.execute(
            delete(TALLIES).where(
                TALLIES.c.person_id == person_id,
                TALLIES.c.conversation_id == conversation_id,
                TALLIES.c.session == session,
            )
        )


def is_counted(connection: Connection, person_id: str) -> bool:
    """Whether the person agreed to be counted."""
    return connection.execute(select(COUNTED.c.since).where(COUNTED.c.person_id == person_id)).first() is not None


def set_counted(connection: Connection, person_id: str, *, wanted: bool, at: datetime) -> None:
    """The person agrees to be counted, with what they talked of before; or does not any more.

    Then only sessions stay counted that are shared at that moment, and of these the turns that are shared. Their
    conversations are held, so that no turn is kept beside this without being counted, or counted in spite of it.
    """
    mine = CONVERSATIONS.c.person_id == person_id
    connection.execute(select(CONVERSATIONS.c.id).where(mine).order_by(CONVERSATIONS.c.id).with_for_update())
    if wanted:
        connection.execute(
            insert_into(connection, COUNTED).values(person_id=person_id, since=at).on_conflict_do_nothing()
        )
        for conversation_id, records in _talks(connection, person_id):
            for session, turns in groupby(records, key=lambda one: one.state.session):
                kept = tuple(turns)
                received = kept[-1].message.received_at
                _put(connection, person_id, conversation_id, session, tally_of(kept), received)
        return
    connection.execute(delete(COUNTED).where(COUNTED.c.person_id == person_id))
    connection.execute(delete(TALLIES).where(TALLIES.c.person_id == person_id))
    for conversation_id, session, first, last in _shared(connection, person_id, at):
        shared = records_of(connection, conversation_id, person_id, first=first, last=last)
        keep_shared(connection, person_id, conversation_id, session, shared)


def figures(connection: Connection, now: datetime) -> Figures | None:
    """The figures as released last, or a new release where one is due; None where there never were enough people."""
    today = now.astimezone(UTC).date()
    last = _last(connection)
    if last is not None and today - last["made_on"] < EVERY:
        return _figures(last)
    _hold(connection)
    last = _last(connection)  # another process may have made one while this one waited
    tallies = _tallies(connection, now)
    people = _digests(vault.secret(connection, SECRET), tallies)
    before: Mapping[str, str] = dict(last["people"]) if last is not None else {}
    if last is not None and not cohort.may_release(before, dict(people.values()), last["made_on"], today):
        return _figures(last)
    unchanged = {person for person, (name, what) in people.items() if before.get(name) == what}
    made = cohort.figures(tallies, today, unchanged)
    if made is None:
        return _figures(last) if last is not None else None
    _release(connection, made, dict(people.values()))
    return made


def count_as(
    connection: Connection, person_id: str, conversation_id: str, records: Sequence[TurnRecord], at: datetime
) -> None:
    """Count this session as of somebody who agrees to it: for sample talks, whose doctors are made up."""
    if not records or is_counted(connection, person_id):
        return
    set_counted(connection, person_id, wanted=True, at=at)
    _put(connection, person_id, conversation_id, 1, tally_of(records), records[-1].message.received_at)


def forget(connection: Connection, person_ids: Iterable[str]) -> None:
    """These are erased: no digest of theirs stays beside the last release; a number drawn by lot stands for each."""
    _hold(connection)
    last = _last(connection)
    if last is None:
        return
    key = vault.secret(connection, SECRET)
    gone = {_digest(key, "person", one) for one in person_ids}
    people = {token_hex(_DIGITS // 2) if name in gone else name: what for name, what in last["people"].items()}
    if gone & set(last["people"]):
        connection.execute(update(RELEASES).where(RELEASES.c.id == last["id"]).values(people=people))


def _put(
    connection: Connection,
    person_id: str,
    conversation_id: str,
    session: int,
    counts: Counts,
    at: datetime | None,
) -> None:
    values = {**asdict(counts), "stage": counts.stage.value, "person_id": person_id, "at": at}
    connection.execute(
        insert_into(connection, TALLIES)
        .values(conversation_id=conversation_id, session=session, **values)
        .on_conflict_do_update(index_elements=_SESSION, set_=values)
    )


def _counts(row: RowMapping) -> Counts:
    return Counts(row["situation"], Stage(row["stage"]), row["asks"], row["tells"], row["safety"])


def _talks(connection: Connection, person_id: str) -> list[tuple[str, tuple[TurnRecord, ...]]]:
    ids = connection.execute(select(CONVERSATIONS.c.id).where(CONVERSATIONS.c.person_id == person_id)).scalars().all()
    return [(one, records_of(connection, one, person_id)) for one in sorted(ids)]


def _shared(connection: Connection, person_id: str, now: datetime) -> list[tuple[str, int, int, int]]:
    """The sessions that the person shares, each with the first and the last turn of it that somebody sees."""
    talk = (SHARES.c.conversation_id, SHARES.c.session)
    rows = connection.execute(
        select(*talk, func.min(SHARES.c.first), func.max(SHARES.c.last))
        .where(SHARES.c.person_id == person_id, active(now))
        .group_by(*talk)
        .order_by(*talk)
    )
    return [(conversation_id, session, first, last) for conversation_id, session, first, last in rows]


def _tallies(connection: Connection, now: datetime) -> tuple[Tally, ...]:
    """All that counts now: of who agreed to it everything, of others what they share at this moment."""
    agreed = exists().where(COUNTED.c.person_id == TALLIES.c.person_id)
    shared = exists().where(
        SHARES.c.person_id == TALLIES.c.person_id,
        SHARES.c.conversation_id == TALLIES.c.conversation_id,
        SHARES.c.session == TALLIES.c.session,
        active(now),
    )
    same = and_(COMMITMENTS.c.conversation_id == TALLIES.c.conversation_id, COMMITMENTS.c.session == TALLIES.c.session)
    closed_here = and_(same, or_(agreed, TALLIES.c.stage == Stage.CLOSED.value))  # else it is no part of the share
    rows = connection.execute(
        select(TALLIES, func.coalesce(COMMITMENTS.c.outcome, "").label("outcome"))
        .select_from(TALLIES.outerjoin(COMMITMENTS, closed_here))
        .where(or_(agreed, shared))
        .order_by(TALLIES.c.conversation_id, TALLIES.c.session)
    )
    return tuple(
        Tally(row.person_id, row.situation, row.stage, row.outcome, row.asks, row.tells, row.safety) for row in rows
    )


def _digests(key: bytes, tallies: Sequence[Tally]) -> dict[str, tuple[str, str]]:
    """For each person who they are and what they contributed, both keyed: neither can be told without the key."""
    told: dict[str, list[str]] = {}
    for one in tallies:
        told.setdefault(one.person, []).append(repr(asdict(one)))
    return {
        person: (_digest(key, "person", person), _digest(key, "told", *sorted(what))) for person, what in told.items()
    }


def _digest(key: bytes, *parts: str) -> str:
    return hmac(key, "\0".join(parts).encode(), sha256).hexdigest()[:_DIGITS]


def _hold(connection: Connection) -> None:
    """Nobody else makes a release until this transaction ends."""
    vault.secret(connection, SECRET)  # made, where it is not there yet
    connection.execute(select(SECRETS.c.name).where(SECRETS.c.name == SECRET).with_for_update())


def _last(connection: Connection) -> RowMapping | None:
    return connection.execute(select(RELEASES).order_by(RELEASES.c.id.desc()).limit(1)).mappings().first()


def _release(connection: Connection, made: Figures, people: Mapping[str, str]) -> None:
    """Keep a release; who was in earlier ones is asked for no more, and forgotten."""
    connection.execute(update(RELEASES).values(people={}))
    charts = [asdict(one) for one in made.charts]
    connection.execute(
        insert(RELEASES).values(made_on=made.made_on, figures={"people": made.people, "charts": charts}, people=people)
    )


def _figures(row: RowMapping) -> Figures:
    """A release as it was kept."""
    made_on: date = row["made_on"]
    charts = tuple(
        Chart(one["id"], tuple(Cell(each["label"], each["people"]) for each in one["cells"]))
        for one in row["figures"]["charts"]
    )
    return Figures(made_on=made_on, people=row["figures"]["people"], charts=charts)
