"""What a doctor's own growth is told from: rehearsals and drafts, counted, and the situations worked on."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Insert, RowMapping, Table, select

from bot.adapters.store.growth_tables import ATTEMPTS, WORKED_ON
from bot.adapters.store.inserting import insert_in
from bot.adapters.store.vault import WRAPPED, Locker, opener, place, with_key
from bot.coaching.practice import Attempt
from bot.coaching.record import TurnRecord
from bot.ports.growing import AttemptKept, WorkedOn
from bot.ports.post import Finished

_COUNTED = ("kind", "asking", "telling")
_SEALED = ("about", "end")


def note(connection: Connection, finished: Finished, record: TurnRecord, now: datetime, keys: Locker) -> None:
    """Count what a turn ended, and keep what it was about, in the transaction that keeps the turn.

    A conversation that was deleted and began anew numbers its turns and sessions from one again: the newest counts.
    """
    conversation_id, attempt = finished.conversation_id, record.attempt
    whose = {"person_id": finished.person, "at": record.message.received_at or now}
    if attempt is not None:
        counted = {name: getattr(attempt, name) for name in _COUNTED}
        places = {name: _place_of_attempt(conversation_id, record.number, name) for name in _SEALED}
        sealed = {name: keys.seal(where, getattr(attempt, name)) for name, where in places.items()}
        place_of = {"conversation_id": conversation_id, "turn": record.number}
        _put(connection, ATTEMPTS, place_of, whose | counted | sealed)
    if situation := record.state.situation:
        session = record.state.session
        about = {"situation": keys.seal(_place_of_work(conversation_id, session), situation)}
        _put(connection, WORKED_ON, {"conversation_id": conversation_id, "session": session}, whose | about)


def _put(connection: Connection, table: Table, place_of: Mapping[str, object], row: Mapping[str, object]) -> None:
    connection.execute(_putting(connection.dialect.name, table, tuple(place_of), tuple(row)), {**place_of, **row})


@cache
def _putting(dialect: str, table: Table, keys: tuple[str, ...], others: tuple[str, ...]) -> Insert:
    """Made once, since every turn has one: building a statement costs more than running it."""
    new = insert_in(dialect, table)
    return new.on_conflict_do_update(index_elements=list(keys), set_={name: new.excluded[name] for name in others})


def attempts_of(connection: Connection, person_id: str) -> tuple[AttemptKept, ...]:
    """All of a person's, oldest first. Raises CoachError where one cannot be opened."""
    wanted = with_key(select(ATTEMPTS), ATTEMPTS.c.person_id).where(ATTEMPTS.c.person_id == person_id)
    rows = connection.execute(wanted.order_by(ATTEMPTS.c.at, ATTEMPTS.c.conversation_id, ATTEMPTS.c.turn)).mappings()
    return tuple(_attempt(connection, row) for row in rows)


def _attempt(connection: Connection, row: RowMapping) -> AttemptKept:
    keys, conversation_id, turn = (
        opener(connection, row["person_id"], row[WRAPPED]),
        row["conversation_id"],
        row["turn"],
    )
    opened = {name: keys.open(_place_of_attempt(conversation_id, turn, name), row[name]) for name in _SEALED}
    return AttemptKept(
        conversation_id, turn, row["at"], Attempt.model_validate({name: row[name] for name in _COUNTED} | opened)
    )


def worked_on_of(connection: Connection, person_id: str) -> tuple[WorkedOn, ...]:
    """All of a person's, newest first. Raises CoachError where one cannot be opened."""
    wanted = with_key(select(WORKED_ON), WORKED_ON.c.person_id).where(WORKED_ON.c.person_id == person_id)
    newest = wanted.order_by(WORKED_ON.c.at.desc(), WORKED_ON.c.conversation_id, WORKED_ON.c.session)
    found = []
    for row in connection.execute(newest).mappings():
        keys, where = (
            opener(connection, person_id, row[WRAPPED]),
            _place_of_work(row["conversation_id"], row["session"]),
        )
        found.append(WorkedOn(keys.open(where, row["situation"]), row["at"]))
    return tuple(found)


def _place_of_attempt(conversation_id: str, turn: int, column: str) -> str:
    return place("attempts", f"{conversation_id}|{turn}", column)


def _place_of_work(conversation_id: str, session: int) -> str:
    return place("worked_on", f"{conversation_id}|{session}", "situation")
