"""What people are called: mentors by the names that colleagues gave, a doctor in a share by theirs or a pseudonym."""

import hmac
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, select

from bot.adapters.store import vault
from bot.adapters.store.mentoring import rows
from bot.adapters.store.mentoring_tables import STAFF
from bot.adapters.store.schema import PEOPLE
from bot.mentoring.pseudonyms import pseudonym
from bot.ports.people import Person
from bot.ports.staff import Colleague, Role


def of_colleagues(connection: Connection, ids: Iterable[str]) -> Mapping[str, str]:
    """Their names; of somebody who has no role any more, the id."""
    wanted = sorted(set(ids))
    found = connection.execute(select(STAFF.c.id, STAFF.c.name).where(STAFF.c.id.in_(wanted))).all()
    return {one: one for one in wanted} | {row.id: row.name for row in found}


def of_doctors(connection: Connection, shares: Sequence[RowMapping]) -> Mapping[str, str]:
    """What the doctor is called in each of these shares, by its id."""
    key = vault.secret(connection, "pseudonyms") if shares else b""
    return {
        one["id"]: rows.opened(connection, one, "name") or pseudonym(hmac.digest(key, one["id"].encode(), sha256))
        for one in shares
    }


def mentors(connection: Connection, team: str) -> tuple[Colleague, ...]:
    """The mentors of a workspace, by name."""
    told = connection.execute(select(STAFF).where(STAFF.c.team == team)).mappings()
    found = [_colleague(row) for row in told if Role.MENTOR.value in row["roles"]]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))


def person(connection: Connection, person_id: str) -> Person:
    """The doctor as a letter to them needs it; one of whom nothing is kept where they are not known."""
    row = connection.execute(select(PEOPLE).where(PEOPLE.c.id == person_id)).mappings().first()
    if row is None:
        return Person(person_id)
    return Person(
        id=row["id"],
        channel=row["channel"],
        timezone=row["timezone"],
        consented=row["consented"],
        consented_at=row["consented_at"],
        paused=row["paused"],
        reminders=row["reminders"],
    )


def _colleague(row: RowMapping) -> Colleague:
    return Colleague(
        id=row["id"],
        name=row["name"],
        roles=frozenset(Role(one) for one in row["roles"]),
        assesses=frozenset(row["assesses"]),
        assesses_all=row["assesses_all"],
    )
