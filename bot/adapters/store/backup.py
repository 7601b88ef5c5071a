"""Backups of a SQLite store, made while the coach runs: everything but the keys in one file, the keys in another.

Erasing somebody destroys their key. Backups are many and old, so none of them holds a key; the keys lie in one file,
which every backup replaces. With the newest keys, whoever was erased meanwhile can be read in no backup, however old.

Keys that are newer than a backup are right for it, and older ones never: whoever came between the two would have none,
and be taken for erased. So the keys are put into place first, and both files carry a stamp by which that can be told.
"""

import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import Final
from uuid import uuid4

from sqlalchemy import URL

from bot.adapters.store.key_tables import KEYS, SECRETS
from bot.adapters.store.versions import parsed_url
from bot.errors import CoachError

KEYS_FILE: Final = "keys.db"
SEALING: Final = (KEYS.name, SECRETS.name)
"""The tables whose rows are in the file of keys, and in no other."""
STAMP: Final = "backup_stamp"
"""A table of one row in both files, and in no store."""
Stamp = tuple[str, str]
"""When they were made, in UTC, so that it sorts as time does; and an id that no other backup has."""
_VERSION: Final = "alembic_version"
_WAIT: Final = 30.0
_ZEROS: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """What was made: the backup, the file of keys that belongs to it, and how many conversations are in it."""

    file: Path
    keys: Path
    conversations: int


def backup(database: Path, folder: Path, now: datetime) -> Backup:
    """Back up the SQLite file into a folder, made for its owner only; another process may go on writing meanwhile.

    Raises CoachError where there is no such database, the folder cannot be written, what was written is not whole, or
    the keys there were made no earlier than now. Then no backup is there that was not there before.
    """
    if not database.is_file():
        message = f"there is no store at {database}: look at COACH_DATA and COACH_DATABASE"
        raise CoachError(message, code="no_store")
    stamp = now.astimezone(UTC).isoformat(timespec="microseconds"), uuid4().hex
    file = folder / f"coach-{now.astimezone(UTC):%Y%m%d-%H%M%S}.db"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _made(database, file, folder / KEYS_FILE, stamp)
    except (OSError, sqlite3.Error) as error:
        message = f"no backup was made in {folder}: {error}"
        raise CoachError(message, code="backup", retryable=True) from error


def _made(database: Path, file: Path, keys: Path, stamp: Stamp) -> Backup:
    with begun(file) as main, begun(keys) as sealing:
        with closing(opened(main)) as connection:
            attach(connection, database, "store")
            connection.execute("ATTACH ? AS sealing", (str(sealing),))
            connection.execute("PRAGMA sealing.journal_mode=OFF")
            connection.execute("BEGIN")
            copy(connection, "store", "main", empty=SEALING)
            copy(connection, "store", "sealing", only=(*SEALING, _VERSION))
            _stamp(connection, stamp)
            connection.execute("COMMIT")
            conversations = connection.execute("SELECT count(*) FROM main.conversations").fetchone()[0]
        for one in (main, sealing):
            whole(one)
        _check_time(keys, stamp)
        _put_instead(sealing, keys)
        _put_new(main, file)
    return Backup(file, keys, conversations)


def stamp_of(connection: sqlite3.Connection, schema: str) -> Stamp | None:
    """That of an attached file; None where it has none, as what an older coach made."""
    asked = f"SELECT 1 FROM {schema}.sqlite_schema WHERE name = ?"  # noqa: S608 - our own names
    there = connection.execute(asked, (STAMP,)).fetchone()
    found: Stamp | None = there and connection.execute(f"SELECT at, id FROM {schema}.{STAMP}").fetchone()  # noqa: S608 - our own names
    return found


def _stamp(connection: sqlite3.Connection, stamp: Stamp) -> None:
    for schema in ("main", "sealing"):
        connection.execute(f"CREATE TABLE {schema}.{STAMP} (at TEXT NOT NULL, id TEXT NOT NULL)")
        connection.execute(f"INSERT INTO {schema}.{STAMP} VALUES (?, ?)", stamp)  # noqa: S608 - our own names


def _check_time(keys: Path, stamp: Stamp) -> None:
    """Raises CoachError where the keys there are no earlier: these would pass for older than what belongs to those."""
    before = None
    with suppress(sqlite3.Error), closing(opened(keys)) as connection:  # none, or damaged ones, are only to be replaced
        before = stamp_of(connection, "main")
    if before is not None and before[0] >= stamp[0]:
        message = f"no backup was made: the time of {keys} is not past, {before[0]}. Try again, or set the clock right"
        raise CoachError(message, code="backup", retryable=True)


@contextmanager
def begun(file: Path) -> Iterator[Path]:
    """A file beside it to write to, for its owner only, which is gone afterwards where it was not put into place."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def opened(file: Path) -> sqlite3.Connection:
    """A file that is begun, to be filled: where that is cut off it is thrown away, so it needs no journal."""
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=_WAIT, isolation_level=None)
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def attach(connection: sqlite3.Connection, file: Path, name: str) -> None:
    """Attach another file to be read only: it is neither written nor check-pointed from here."""
    connection.execute(f"ATTACH ? AS {name}", (f"{file.absolute().as_uri()}?mode=ro",))


def copy(
    connection: sqlite3.Connection,
    source: str,
    target: str,
    *,
    only: Collection[str] | None = None,
    empty: Collection[str] = (),
) -> None:
    """Copy the tables of one attached file into another that is empty, and then their indexes; `empty` without rows.

    In the transaction of the connection, so that all of it is from one moment.
    """
    made = connection.execute(
        f"SELECT type, name, tbl_name, sql FROM {source}.sqlite_schema WHERE sql IS NOT NULL"  # noqa: S608 - our own names
    ).fetchall()
    wanted = [one for one in made if only is None or one[2] in only]
    for kind, name, _, sql in wanted:
        if kind == "table" and not name.startswith("sqlite_"):
            connection.execute(_into(sql, target))
            if name not in empty:
                _rows(connection, source, target, name)
    for kind, _, _, sql in wanted:
        if kind == "index":
            connection.execute(_into(sql, target))
    if any(one[1] == "sqlite_sequence" for one in made) and only is None:
        connection.execute(f"DELETE FROM {target}.sqlite_sequence")  # noqa: S608 - our own names
        _rows(connection, source, target, "sqlite_sequence")


def whole(file: Path) -> None:
    """Raises CoachError where a SQLite file is damaged, or a row in it refers to one that is not there."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT)) as connection:
        found = connection.execute("PRAGMA integrity_check(3)").fetchall()
        lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    if found != [("ok",)] or lost:
        message = f"{file.name} is damaged and was not used: make another backup, or take an older one"
        raise CoachError(message, code="damaged")


def steps_for_postgres(url: str, folder: Path) -> str:
    """How a PostgreSQL store is backed up and restored, which is PostgreSQL's own work; the password is left out."""
    parsed = parsed_url(url)
    bare = URL.create("postgresql", parsed.username, None, parsed.host, parsed.port, parsed.database, parsed.query)
    where, into = quote(bare.render_as_string()), quote(str(folder))
    both, keys = (" ".join(f"--{how}={one}" for one in SEALING) for how in ("exclude-table-data", "table"))
    return f"""The store is in PostgreSQL, which makes its own backups. Two dumps: all but the keys, and the keys.
  umask 077; mkdir -p {into}
  pg_dump --format=custom {both} --file={into}/coach.dump.new {where} \\
    && pg_dump --format=custom --data-only {keys} --file={into}/keys.dump.new {where} \\
    && mv {into}/keys.dump.new {into}/keys.dump \\
    && mv {into}/coach.dump.new {into}/coach-$(date -u +%Y%m%d-%H%M%S).dump
In this order, and no name is given before both are whole: with keys older than a dump, people in it would be lost.
Keep one keys.dump only, the newest: a person who was erased is in no newest keys, and so readable in no old dump.
To restore, into a new and empty database:
  pg_restore --no-owner --dbname={where} {into}/coach-DATE.dump
  pg_restore --no-owner --data-only --dbname={where} {into}/keys.dump
  coach data restore {into}
The last erases whoever's key is gone, checks that the master key opens the others, and shuts what was open then."""


def _into(sql: str, target: str) -> str:
    """The statement that made a table or an index, for another attached file."""
    before = 3 if sql.split(None, 2)[1].upper() == "UNIQUE" else 2
    *head, rest = sql.split(None, before)
    return f"{' '.join(head)} {target}.{rest}"


def _rows(connection: sqlite3.Connection, source: str, target: str, table: str) -> None:
    connection.execute(f'INSERT INTO {target}."{table}" SELECT * FROM {source}."{table}"')  # noqa: S608 - our own names


def _put_new(part: Path, file: Path) -> None:
    """Into place, where nothing has that name yet."""
    os.link(part, file)
    try:
        kept_in(file.parent)
    except OSError:
        file.unlink()
        raise


def _put_instead(part: Path, file: Path) -> None:
    """Into the place of the file that was there, whose bytes are overwritten: it may hold keys that are no more."""
    with ExitStack() as held:
        old = held.enter_context(file.open("r+b", buffering=0)) if file.exists() else None
        part.replace(file)
        kept_in(file.parent)
        if old is not None:
            _overwrite(old.fileno())


def _overwrite(descriptor: int) -> None:
    left = os.fstat(descriptor).st_size
    while left > 0:
        left -= os.write(descriptor, bytes(min(left, _ZEROS)))
    with suppress(OSError):
        os.fsync(descriptor)


def kept_in(folder: Path) -> None:
    """Let a folder's names be on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def newest(folder: Path) -> Path:
    """The newest backup in a folder. Raises CoachError where there is none."""
    found: Sequence[Path] = sorted(folder.glob("coach-*.db"))
    if not found:
        message = f"there is no backup in {folder} (coach-DATE.db)"
        raise CoachError(message, code="no_backup")
    return found[-1]
