"""A doctor's rota in the database: their spans of nights, leave and days off, and their own quiet hours."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from bot.adapters.store import commitments
from bot.adapters.store.rota_tables import ROTA
from bot.adapters.store.schema import PEOPLE
from bot.ports.people import RotaKind, RotaSpan

_A_DAY = timedelta(days=1)


def keep(connection: Connection, person_id: str, quiet: tuple[int, int] | None, spans: Sequence[RotaSpan]) -> None:
    """Keep these quiet hours (None: the usual ones) and spans in the place of those before."""
    commitments.ensure_person(connection, person_id)
    quiet_from, quiet_to = quiet or (None, None)
    connection.execute(update(PEOPLE).where(PEOPLE.c.id == person_id).values(quiet_from=quiet_from, quiet_to=quiet_to))
    connection.execute(delete(ROTA).where(ROTA.c.person_id == person_id))
    rows = {(one.kind, one.first): one for one in spans}
    if rows:
        connection.execute(insert(ROTA), [_row(person_id, one) for one in rows.values()])


def of_person(connection: Connection, person_id: str) -> tuple[RotaSpan, ...]:
    """All spans of a person, the first first."""
    found = connection.execute(select(ROTA).where(ROTA.c.person_id == person_id).order_by(ROTA.c.first, ROTA.c.kind))
    return tuple(RotaSpan(RotaKind(row["kind"]), row["first"], row["last"]) for row in found.mappings())


def _row(person_id: str, span: RotaSpan) -> dict[str, object]:
    over = datetime.combine(min(span.last, date.max - _A_DAY) + _A_DAY, time(), UTC)
    return {"person_id": person_id, "kind": span.kind.value, "first": span.first, "last": span.last, "at": over}
