"""Erasing a person, or a whole workspace: their key and every row of theirs goes; what is left names nobody."""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, delete, func, literal, or_, select, update

from bot.adapters.store.growth_tables import GROWTH
from bot.adapters.store.mentoring import of_person, staff, tallies
from bot.adapters.store.rota_tables import ROTA
from bot.adapters.store.schema import (
    COMMITMENTS,
    CONVERSATIONS,
    FEEDBACK,
    INBOX,
    LANES,
    OUTBOX,
    PEOPLE,
    TURNS,
    WORKSPACES,
)
from bot.adapters.store.shared_tables import MODEL_USE
from bot.adapters.store.vault import destroy, destroy_team, hold_alone
from bot.ports.incoming import Fate, conversation_of

_STAYS = {"id", "event_key", "place_key", "client_key", "open", "fate", "identifiable", "urgent"}
"""What stays of a gesture of somebody who was erased: by its keys it is known again, should it come a second time."""


def erase_person(connection: Connection, person_id: str) -> None:
    """Delete everything of a person, their key too. Work on their lanes that is under way is refused when finished."""
    tallies.hold_beginners(connection, person_id.partition(":")[0], alone=True)
    hold_alone(connection, (person_id, *_lanes_of(connection, person_id)))
    lanes = _lanes_of(connection, person_id, held=True)
    gone = {column.name: None for column in INBOX.c if column.name not in _STAYS}
    connection.execute(
        update(INBOX)
        .where(or_(INBOX.c.person_id == person_id, INBOX.c.lane.in_(lanes)))
        .values(open=False, fate=Fate.ERASED.value, **gone)
    )
    connection.execute(delete(OUTBOX).where(_letters_of(person_id, lanes)))
    connection.execute(delete(LANES).where(LANES.c.lane.in_(lanes)))
    talks = [conversation_of(lane) for lane in lanes]
    _delete_talks(connection, or_(CONVERSATIONS.c.person_id == person_id, CONVERSATIONS.c.id.in_(talks)))
    of_person.erase(connection, person_id)
    staff.forget_doctor(connection, person_id)
    for table in (*GROWTH, ROTA, COMMITMENTS, FEEDBACK, MODEL_USE):
        connection.execute(delete(table).where(table.c.person_id == person_id))
    connection.execute(delete(PEOPLE).where(PEOPLE.c.id == person_id))
    destroy(connection, (person_id, *lanes))


def erase_workspace(connection: Connection, team: str) -> None:
    """Delete a workspace with everything of everybody there, keys of what came in too; roles taken are on record."""
    theirs = f"{team}:"
    tallies.hold_beginners(connection, team, alone=True)
    destroy_team(connection, team)
    for table in (INBOX, OUTBOX, LANES):
        connection.execute(delete(table).where(table.c.team == team))
    _delete_talks(connection, CONVERSATIONS.c.person_id.startswith(theirs, autoescape=True))
    of_person.erase_team(connection, team)
    for table in (*GROWTH, ROTA, COMMITMENTS, FEEDBACK, MODEL_USE):
        connection.execute(delete(table).where(table.c.person_id.startswith(theirs, autoescape=True)))
    for table in (PEOPLE, WORKSPACES):
        connection.execute(delete(table).where(table.c.team == team))
    staff.remove_team(connection, team, datetime.now(UTC))


def _lanes_of(connection: Connection, person_id: str, *, held: bool = False) -> list[str]:
    """The person's direct lanes, and whether to lock them; a channel in which they only called the coach is not theirs.

    Keys are held before lanes, here as everywhere: so they are looked up twice.
    """
    team = person_id.partition(":")[0]
    mine = select(LANES.c.lane).where(LANES.c.person_id == person_id)
    found = connection.execute(mine.with_for_update() if held else mine).scalars()
    known = connection.execute(
        select(PEOPLE.c.channel).where(PEOPLE.c.id == person_id, PEOPLE.c.channel != "")
    ).scalars()
    return sorted({*found, *(f"{team}:{channel}" for channel in known)})


def _letters_of(person_id: str, lanes: list[str]) -> ColumnElement[bool]:
    """Letters in their lanes, to them, sealed for them, or with a key that names them.

    A key is made of parts with ":" between them, and its pieces are numbered after a "#": an id is whole parts of it,
    since what it begins with may be somebody else's id.
    """
    team, _, user = person_id.partition(":")
    parts = literal(":") + func.replace(OUTBOX.c.key, "#", ":") + literal(":")
    return or_(
        OUTBOX.c.lane.in_([*lanes, person_id]),
        OUTBOX.c.owner == person_id,
        OUTBOX.c.place.in_(lanes),
        (OUTBOX.c.team == team) & (OUTBOX.c.to == user),
        parts.contains(f":{person_id}:", autoescape=True),
    )


def _delete_talks(connection: Connection, which: ColumnElement[bool]) -> None:
    ids = select(CONVERSATIONS.c.id).where(which)
    connection.execute(delete(TURNS).where(TURNS.c.conversation_id.in_(ids)))
    connection.execute(delete(CONVERSATIONS).where(which))
