"""Everything that is kept of a person, fit for JSON: what they are given when they ask for it."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Table, select

from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS, FEEDBACK, INBOX, LANES, OUTBOX, PEOPLE, TURNS

_WAITING = ("kind", "sent", "received_at", "text")
_UNSENT = ("to", "text", "blocks", "due", "created_at")


def export(connection: Connection, person_id: str) -> dict[str, object]:
    """The person, conversations with state and turns, commitments, feedback; what waits to be answered, and unsent."""
    team, _, user = person_id.partition(":")
    people = _rows(connection, PEOPLE, PEOPLE.c.id == person_id)
    lanes = select(LANES.c.lane).where(LANES.c.person_id == person_id)
    to_them = OUTBOX.c.lane.in_(lanes) | ((OUTBOX.c.team == team) & (OUTBOX.c.to == user))
    return {
        "person": people[0] if people else {"id": person_id},
        "conversations": [
            one | {"turns": _turns(connection, str(one["id"]))}
            for one in _rows(connection, CONVERSATIONS, CONVERSATIONS.c.person_id == person_id)
        ],
        "commitments": _rows(connection, COMMITMENTS, COMMITMENTS.c.person_id == person_id),
        "feedback": _rows(connection, FEEDBACK, FEEDBACK.c.person_id == person_id),
        "waiting": _rows(connection, INBOX, INBOX.c.open & (INBOX.c.person_id == person_id), _WAITING),
        "unsent": _rows(connection, OUTBOX, OUTBOX.c.open & to_them, _UNSENT),
    }


def _turns(connection: Connection, conversation_id: str) -> list[object]:
    found = connection.execute(
        select(TURNS.c.record).where(TURNS.c.conversation_id == conversation_id).order_by(TURNS.c.number)
    )
    return list(found.scalars())


def _rows(
    connection: Connection, table: Table, which: ColumnElement[bool], names: tuple[str, ...] = ()
) -> list[dict[str, object]]:
    """Rows as JSON tells them, in the order of their keys: all columns, or those named."""
    columns = [table.c[name] for name in names] or list(table.c)
    found = connection.execute(select(*columns).where(which).order_by(*table.primary_key)).mappings()
    return [{name: _as_json(value) for name, value in row.items()} for row in found]


def _as_json(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime | date) else value
