"""Whether there is anything at all of a person: so that there is something to be given out or erased."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Table, literal, or_, select

from bot.adapters.store.growth_tables import GROWTH
from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.mentoring_tables import COUNTED, SHARES, TALLIES
from bot.adapters.store.rota_tables import ROTA
from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS, FEEDBACK, INBOX, LANES, OUTBOX, PEOPLE
from bot.adapters.store.shared_tables import MODEL_USE

_THEIRS = (CONVERSATIONS, INBOX, LANES, *GROWTH, ROTA, COMMITMENTS, FEEDBACK, SHARES, TALLIES, COUNTED, MODEL_USE)


def known(connection: Connection, person_id: str) -> bool:
    """Whether there is."""
    return any(
        connection.execute(select(literal(1)).select_from(table).where(which).limit(1)).first()
        for table, which in traces(person_id)
    )


def traces(person_id: str) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Where something of a person can be, and by what it is found there."""
    for table in _THEIRS:
        yield table, table.c.person_id == person_id
    yield PEOPLE, PEOPLE.c.id == person_id
    yield KEYS, KEYS.c.owner == person_id
    team, _, user = person_id.partition(":")
    to_them = (OUTBOX.c.team == team) & (OUTBOX.c.to == user)
    yield OUTBOX, or_(OUTBOX.c.owner == person_id, OUTBOX.c.lane == person_id, to_them)
