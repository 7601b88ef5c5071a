"""Who works with the console, put together for the commands of an operator: settings -> staff, doors and record."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot import compose_store
from bot.adapters.store.mentoring.doors import SqlDoors
from bot.adapters.store.mentoring.record import SqlRecord
from bot.adapters.store.mentoring.staff import SqlStaff
from bot.settings import Settings

_IN_USE = (
    "another coach is using the store, and a SQLite file is for one process at a time: stop that coach, do "
    "this, and start it again; or change roles on the console's page of people; or keep the store in PostgreSQL "
    "(COACH_DATABASE), which both can use at once"
)


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """What the operator's commands work with."""

    staff: SqlStaff
    doors: SqlDoors
    record: SqlRecord


@contextmanager
def opened(settings: Settings) -> Iterator[StaffRoom]:
    """The staff of the store that is set, which is closed behind it.

    Raises CoachError where the store or its key file cannot be opened, or a running coach has the SQLite file.
    """
    with compose_store.opened(settings, _IN_USE) as writer:
        yield StaffRoom(SqlStaff(writer), SqlDoors(writer), SqlRecord(writer))
