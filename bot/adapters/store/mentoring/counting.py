"""Counting for the cohort's figures: what sessions add to them, who agreed to be counted, and the releases.

Counted is who said yes, with all of their sessions; of everybody else only the sessions that they share, for as long as
they do. The figures of a release stand until another may follow (`mentoring.cohort.may_release`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from hashlib import sha256
from hmac import new as hmac
from itertools import groupby
from secrets import token_hex
from typing import Final

from sqlalchemy import Connection, RowMapping, bindparam, delete, func, insert, select, update

from bot.adapters.store import vault
from bot.adapters.store.conversations import records_of
from bot.adapters.store.inserting import insert_into
from bot.adapters.store.key_tables import SECRETS
from bot.adapters.store.mentoring import tallies
from bot.adapters.store.mentoring.visible import active
from bot.adapters.store.mentoring_tables import COUNTED, RELEASES, SHARES
from bot.adapters.store.schema import CONVERSATIONS
from bot.coaching.record import TurnRecord
from bot.mentoring import cohort
from bot.mentoring.cohort import EVERY, Cell, Chart, Figures, Tally
from bot.mentoring.tally import one_more, tally_of

SECRET: Final = "counted"  # noqa: S105  the name of a key, not the key
_DIGITS: Final = 32
_COUNTED: Final = select(COUNTED.c.since).where(COUNTED.c.person_id == bindparam("its_person"))
"""Made once, since it is asked at every turn: building a statement costs more than running it."""


def note_turn(connection: Connection, person_id: str, conversation_id: str, record: TurnRecord) -> None:
    """A turn was kept (and stands in the store already): count it, where the person agreed to be counted."""
    if not is_counted(connection, person_id):
        return
    session = record.state.session
    before = tallies.find(connection, conversation_id, session)
    counts = one_more(before, record) if before is not None else None
    if counts is None:
        records = records_of(connection, conversation_id, person_id)
        counts = tally_of([one for one in records if one.state.session == session])
    tallies.put(connection, person_id, conversation_id, session, counts, record.message.received_at)


def keep_shared(
    connection: Connection, person_id: str, conversation_id: str, session: int, records: Sequence[TurnRecord]
) -> None:
    """A session is shared: count these turns of it; of who is counted anyway, all turns are."""
    if records and not is_counted(connection, person_id):
        _keep(connection, person_id, conversation_id, session, records)


def drop_shared(connection: Connection, person_id: str, conversation_id: str, session: int) -> None:
    """A session is shared no more: it counts no longer, unless its doctor agreed to be counted."""
    if not is_counted(connection, person_id):
        tallies.drop(connection, person_id, conversation_id, session)


def count_anew(connection: Connection, person_id: str, conversation_id: str, now: datetime) -> None:
    """What was said in a conversation has changed: what its sessions add is worked out again."""
    standing = tallies.sessions(connection, conversation_id)
    if is_counted(connection, person_id):
        for session, records in _by_session(records_of(connection, conversation_id, person_id)):
            if session in standing:
                _keep(connection, person_id, conversation_id, session, records)
        return
    for talk, session, first, last in _shared(connection, person_id, now):
        if talk == conversation_id and session in standing:
            records = records_of(connection, conversation_id, person_id, first=first, last=last)
            keep_shared(connection, person_id, conversation_id, session, records)


def is_counted(connection: Connection, person_id: str) -> bool:
    """Whether the person agreed to be counted."""
    return connection.execute(_COUNTED, {"its_person": person_id}).first() is not None


def set_counted(connection: Connection, person_id: str, *, wanted: bool, at: datetime) -> None:
    """The person agrees to be counted, with what they talked of before; or does not any more.

    Then only sessions stay counted that are shared at that moment, and of these the turns that are shared. Their
    conversations are held, so that no turn is kept beside this without being counted, or counted in spite of it; and so
    is whoever erases, so that nobody is counted beside their erasure.
    """
    tallies.hold_beginners(connection, person_id.partition(":")[0], alone=False)
    vault.locker(connection, person_id)
    mine = CONVERSATIONS.c.person_id == person_id
    connection.execute(select(CONVERSATIONS.c.id).where(mine).order_by(CONVERSATIONS.c.id).with_for_update())
    if wanted:
        connection.execute(
            insert_into(connection, COUNTED).values(person_id=person_id, since=at).on_conflict_do_nothing()
        )
        for conversation_id, records in _talks(connection, person_id):
            for session, turns in _by_session(records):
                _keep(connection, person_id, conversation_id, session, turns)
        return
    connection.execute(delete(COUNTED).where(COUNTED.c.person_id == person_id))
    tallies.drop(connection, person_id)
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
    told = tallies.standing(connection, now)
    people = _digests(vault.secret(connection, SECRET), told)
    before: Mapping[str, str] = dict(last["people"]) if last is not None else {}
    if last is not None and not cohort.may_release(before, dict(people.values()), last["made_on"], today):
        return _figures(last)
    unchanged = {person for person, (name, what) in people.items() if before.get(name) == what}
    made = cohort.figures(told, today, unchanged)
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
    _keep(connection, person_id, conversation_id, 1, records)


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


def _keep(
    connection: Connection, person_id: str, conversation_id: str, session: int, records: Sequence[TurnRecord]
) -> None:
    received = records[-1].message.received_at
    tallies.put(connection, person_id, conversation_id, session, tally_of(records), received)


def _by_session(records: Sequence[TurnRecord]) -> Iterator[tuple[int, tuple[TurnRecord, ...]]]:
    for session, turns in groupby(records, key=lambda one: one.state.session):
        yield session, tuple(turns)


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


def _digests(key: bytes, standing: Sequence[Tally]) -> dict[str, tuple[str, str]]:
    """For each person who they are and what they contributed, both keyed: neither can be told without the key."""
    told: dict[str, list[str]] = {}
    for one in standing:
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
    """Keep a release in the place of the one before, which nothing asks for any more."""
    connection.execute(delete(RELEASES))
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
