"""Everything that is kept of a person, opened and fit for JSON: what they are given when they ask for it."""

from collections.abc import Mapping
from datetime import date, datetime

from pydantic_core import from_json
from sqlalchemy import ColumnElement, Connection, RowMapping, Table, select

from bot.adapters.store.growth_tables import ATTEMPTS, WORKED_ON
from bot.adapters.store.mentoring import of_person
from bot.adapters.store.rota_tables import ROTA
from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS, FEEDBACK, INBOX, LANES, OUTBOX, PEOPLE, TURNS
from bot.adapters.store.sealed_columns import AS_JSON, sealed_in
from bot.adapters.store.shared_tables import MODEL_USE
from bot.adapters.store.vault import Locker, locker

_WAITING = ("kind", "sent", "received_at", "text")
_UNSENT = ("to", "text", "blocks", "due", "created_at")
_SPAN = ("kind", "first", "last")
_TURN = ("record",)


def export(connection: Connection, person_id: str) -> dict[str, object]:
    """The person, conversations with state and turns, commitments, attempts, rota, feedback; what waits, and unsent.

    Under `shared`, what they shared and what came of it; under `model_use`, how much chat models read and wrote for
    them, a row a day. Raises CoachError where something cannot be opened.
    """
    team, _, user = person_id.partition(":")
    lanes = select(LANES.c.lane).where(LANES.c.person_id == person_id)
    to_them = OUTBOX.c.lane.in_(lanes) | ((OUTBOX.c.team == team) & (OUTBOX.c.to == user))
    unsent = OUTBOX.c.open & (to_them | (OUTBOX.c.owner == person_id))
    owners = connection.execute(select(OUTBOX.c.owner).where(unsent, OUTBOX.c.owner.is_not(None)).distinct()).scalars()
    reading = _Reading(connection, person_id, {one: locker(connection, one) for one in sorted({person_id, *owners})})
    people = reading.rows(PEOPLE, PEOPLE.c.id == person_id)
    return {
        "person": people[0] if people else {"id": person_id},
        "conversations": [
            one | {"turns": [row["record"] for row in reading.rows(TURNS, TURNS.c.conversation_id == one["id"], _TURN)]}
            for one in reading.rows(CONVERSATIONS, CONVERSATIONS.c.person_id == person_id)
        ],
        "commitments": reading.rows(COMMITMENTS, COMMITMENTS.c.person_id == person_id),
        "attempts": reading.rows(ATTEMPTS, ATTEMPTS.c.person_id == person_id),
        "worked_on": reading.rows(WORKED_ON, WORKED_ON.c.person_id == person_id),
        "rota": reading.rows(ROTA, ROTA.c.person_id == person_id, _SPAN),
        "feedback": reading.rows(FEEDBACK, FEEDBACK.c.person_id == person_id),
        "waiting": reading.rows(INBOX, INBOX.c.open & (INBOX.c.person_id == person_id), _WAITING),
        "unsent": reading.rows(OUTBOX, unsent, _UNSENT),
        "model_use": reading.rows(MODEL_USE, MODEL_USE.c.person_id == person_id),
        "shared": of_person.export(connection, person_id),
    }


class _Reading:
    """Reads rows of one person, with the keys that open them."""

    def __init__(self, connection: Connection, person_id: str, keys: Mapping[str, Locker]) -> None:
        self._connection = connection
        self._person_id = person_id
        self._keys = keys

    def rows(self, table: Table, which: ColumnElement[bool], names: tuple[str, ...] = ()) -> list[dict[str, object]]:
        """Rows as JSON tells them, in the order of their keys: all columns, or those named."""
        wanted = names or tuple(table.c.keys())
        found = self._connection.execute(select(table).where(which).order_by(*table.primary_key)).mappings()
        return [{name: self._told(table, row, name) for name in wanted} for row in found]

    def _told(self, table: Table, row: RowMapping, name: str) -> object:
        value, sealed = row[name], sealed_in(table)
        if value and sealed and name in sealed.columns:
            owner = row["owner"] if table is OUTBOX else self._person_id
            text = self._keys[owner].open(sealed.place(row, name), value)
            return from_json(text) if name in AS_JSON else text
        return value.isoformat() if isinstance(value, datetime | date) else value
