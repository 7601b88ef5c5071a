"""What an operator does with the data, put together: settings -> store, people, record, backups."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot import compose_store
from bot.adapters.keyring import Keyring
from bot.adapters.store import backup as backups
from bot.adapters.store import restoring, retention, rotating, versions
from bot.adapters.store.backup import Backup
from bot.adapters.store.engine import open_engine
from bot.adapters.store.mentoring.record import SqlRecord
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.restoring import Restored
from bot.adapters.store.retention import Keep, Purged
from bot.adapters.store.rotating import Resealed
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from bot.ports.staff import Act, Entry
from bot.settings import Settings

OPERATOR = "operator"
"""Whoever is at the keyboard, as the record has them."""
_IN_USE = (
    "another coach is using the store, and a SQLite file is for one process at a time: stop that coach, do this, and "
    "start it again. A backup needs no stop, and old data is deleted by the running coach itself, once a day"
)


@dataclass(frozen=True, slots=True)
class DataRoom:
    """What the operator's commands work with."""

    people: SqlPeople
    record: SqlRecord
    writer: Writer
    settings: Settings

    async def erase(self, person_id: str, now: datetime) -> None:
        """Destroy a person's key and delete everything of theirs, on record; the bytes are gone when it returns.

        Raises CoachError (retryable) where something keeps the log from being emptied.
        """
        await retention.erase(self.writer, person_id, now)

    async def purge(self, now: datetime, *, dry_run: bool) -> Purged:
        """Delete what has had its time."""
        return await retention.purge(self.writer, now, keep_of(self.settings), dry_run=dry_run)

    async def rotate_master(self) -> int:
        """A new master key; how many keys and tokens were wrapped anew."""
        count = await rotating.rotate_master(self.writer, self.settings.sealing_key)
        await self.note(Act.KEYS_ROTATED, "the master key")
        return count

    async def rotate_people(self) -> Resealed:
        """New keys for everybody."""
        done = await rotating.rotate_people(self.writer)
        await self.note(Act.KEYS_ROTATED, f"the keys of {done.people}")
        return done

    async def note(self, act: Act, detail: str = "") -> None:
        """Put on record what the operator did."""
        await self.record.note(Entry(datetime.now(UTC), OPERATOR, act, detail=detail))


@contextmanager
def opened(settings: Settings) -> Iterator[DataRoom]:
    """The store that is set, closed behind it.

    Raises CoachError where there is none, it or its key file cannot be opened, or a running coach has the SQLite file.
    """
    must_exist(settings)
    with compose_store.opened(settings, _IN_USE) as writer:
        yield DataRoom(SqlPeople(writer), SqlRecord(writer), writer, settings)


def keep_of(settings: Settings) -> Keep:
    """How long things are kept."""
    return Keep(conversations=settings.keep_days, plans=settings.keep_plans_days)


def must_exist(settings: Settings) -> None:
    """Raises CoachError where the SQLite file that is set is not there: a command about data makes no new store."""
    file = file_of(settings)
    if file is not None and not file.is_file():
        message = f"there is no store at {file}: look at COACH_DATA and COACH_DATABASE"
        raise CoachError(message, code="no_store")


def file_of(settings: Settings) -> Path | None:
    """The SQLite file of the store; None where it is another database."""
    return versions.sqlite_file(settings.database_url)


def backup(settings: Settings, folder: Path, now: datetime) -> Backup | None:
    """Back the store up, while a coach runs or not; None where the database makes its own backups.

    Raises CoachError where there is no store, or the folder cannot be written.
    """
    file = file_of(settings)
    return None if file is None else backups.backup(file, folder, now)


def steps(settings: Settings, folder: Path) -> str:
    """How a database that makes its own backups is backed up and restored."""
    return backups.steps_for_postgres(settings.database_url, folder)


def restore(settings: Settings, source: Path) -> Restored:
    """A new store, made of a backup (a file, or the newest of a folder); of another database the end of restoring it.

    Raises CoachError where there is a store already, or no whole backup with its keys and the master key.
    """
    file = file_of(settings)
    if file is not None:
        one = backups.newest(source) if source.is_dir() else source
        return restoring.restore(one, file, settings.sealing_key)
    engine = open_engine(settings.database_url, Keyring.of(settings.sealing_key))
    try:
        return restoring.settle(engine)
    finally:
        engine.dispose()


def migrate(settings: Settings) -> tuple[str, str]:
    """Bring the store to the newest schema; from which, and to which.

    Raises CoachError where there is none, it is newer than this coach, or a running coach has the SQLite file.
    """
    must_exist(settings)
    url = settings.database_url
    try:
        with versions.alone(url):
            before = versions.version_of(url)
            open_engine(url, Keyring.of(settings.sealing_key)).dispose()
            return before, versions.version_of(url)
    except CoachError as error:
        if error.code != "in_use":
            raise
        raise CoachError(_IN_USE, code="in_use") from error
