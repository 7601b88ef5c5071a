"""Colleagues and their roles in a SQL database; whoever's roles change is signed out, and every change is on record."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, RowMapping, delete, select, update

from bot.adapters.store.inserting import insert_into
from bot.adapters.store.mentoring import record
from bot.adapters.store.mentoring_tables import STAFF, STAFF_DOORS, STAFF_SESSIONS
from bot.adapters.store.writer import Writer
from bot.ports.staff import Act, Colleague, Entry, Role

_OPERATOR: Final = "operator"


class SqlStaff:
    """Who has which role."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def colleague(self, colleague_id: str) -> Colleague | None:
        """The colleague, where they have a role."""
        return await self._writer.write(lambda connection: find(connection, colleague_id))

    async def colleagues(self, team: str = "") -> Sequence[Colleague]:
        """All who have a role, of one workspace or of all, by name."""
        wanted = select(STAFF).where(STAFF.c.team == team) if team else select(STAFF)

        def work(connection: Connection) -> Sequence[Colleague]:
            found = (_colleague(row) for row in connection.execute(wanted).mappings())
            return sorted((one for one in found if one.roles), key=lambda one: (one.name.casefold(), one.id))

        return await self._writer.write(work)

    async def put(self, colleague: Colleague, *, by: str, at: datetime) -> None:
        """Add them, or let them be as given: without any role, as if they were removed."""

        def work(connection: Connection) -> None:
            if colleague.roles:
                _put(connection, colleague, by, at)
            else:
                _remove(connection, colleague.id, by, at)

        await self._writer.write(work)

    async def remove(self, colleague_id: str, *, by: str, at: datetime) -> bool:
        """Take all their roles and sign them out; False where they have none."""
        return await self._writer.write(lambda connection: _remove(connection, colleague_id, by, at))


def find(connection: Connection, colleague_id: str) -> Colleague | None:
    """The colleague, where they have a role."""
    row = connection.execute(select(STAFF).where(STAFF.c.id == colleague_id)).mappings().first()
    found = _colleague(row) if row else None
    return found if found and found.roles else None


def forget_doctor(connection: Connection, person_id: str) -> None:
    """A doctor was erased: nobody's list of those they assess names them any more.

    Only who names them is held, in the order of their ids: everybody else may be at work with a talk meanwhile.
    """
    found = connection.execute(select(STAFF.c.id, STAFF.c.assesses)).all()
    naming = sorted(row.id for row in found if person_id in row.assesses)
    held = select(STAFF.c.id, STAFF.c.assesses).where(STAFF.c.id.in_(naming)).order_by(STAFF.c.id).with_for_update()
    for row in connection.execute(held).all() if naming else ():
        rest = [one for one in row.assesses if one != person_id]
        connection.execute(update(STAFF).where(STAFF.c.id == row.id).values(assesses=rest))


def remove_team(connection: Connection, team: str, at: datetime) -> None:
    """Everybody of a workspace that took the coach out loses their roles, and is signed out, each on record.

    Do it last: nobody else can put anything on record until the transaction is over.
    """
    theirs = select(STAFF.c.id).where(STAFF.c.team == team).order_by(STAFF.c.id).with_for_update()
    ids = connection.execute(theirs).scalars().all()
    for table in (STAFF_SESSIONS, STAFF_DOORS):
        connection.execute(delete(table).where(table.c.staff_id.in_(ids)))
    connection.execute(delete(STAFF).where(STAFF.c.id.in_(ids)))
    for colleague_id in ids:
        record.append(connection, Entry(at, _OPERATOR, Act.CHANGED_ROLES, colleague_id, "none"))


def _put(connection: Connection, colleague: Colleague, by: str, at: datetime) -> None:
    before = connection.execute(select(STAFF.c.roles).where(STAFF.c.id == colleague.id).with_for_update()).scalar()
    roles = sorted(one.value for one in colleague.roles)
    told = {
        "team": colleague.team,
        "name": colleague.name,
        "roles": roles,
        "assesses": sorted(colleague.assesses),
        "assesses_all": colleague.assesses_all,
    }
    new = insert_into(connection, STAFF).values(id=colleague.id, added_at=at, **told)
    connection.execute(new.on_conflict_do_update(index_elements=[STAFF.c.id], set_=told))
    if before != roles:
        _sign_out(connection, colleague.id)
    record.append(connection, Entry(at, by, Act.CHANGED_ROLES, colleague.id, _in_words(colleague)))


def _remove(connection: Connection, colleague_id: str, by: str, at: datetime) -> bool:
    _sign_out(connection, colleague_id)
    if connection.execute(delete(STAFF).where(STAFF.c.id == colleague_id)).rowcount == 0:
        return False
    record.append(connection, Entry(at, by, Act.CHANGED_ROLES, colleague_id, "none"))
    return True


def _sign_out(connection: Connection, colleague_id: str) -> None:
    """End what they have open, and take away the links that would let them in again."""
    for table in (STAFF_SESSIONS, STAFF_DOORS):
        connection.execute(delete(table).where(table.c.staff_id == colleague_id))


def _in_words(colleague: Colleague) -> str:
    """What is put on record of them: their roles, and of how many doctors they also judge, naming none."""
    roles = ", ".join(sorted(colleague.roles))
    if colleague.assesses_all:
        return f"{roles}; assesses everybody"
    return f"{roles}; assesses {len(colleague.assesses)}" if colleague.assesses else roles


def _colleague(row: RowMapping) -> Colleague:
    """As kept; a role that this code does not know gives nothing."""
    return Colleague(
        id=row["id"],
        name=row["name"],
        roles=frozenset(role for role in Role if role.value in row["roles"]),
        assesses=frozenset(row["assesses"]),
        assesses_all=row["assesses_all"],
    )
