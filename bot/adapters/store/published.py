"""The index in the database: its files in pieces, which version is to be read, and who reads which."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select

from bot.adapters.store.inserting import insert_into
from bot.adapters.store.shared_tables import INDEX_CURRENT, INDEX_PARTS, INDEX_READERS, INDEX_VERSIONS
from bot.adapters.store.writer import Writer
from bot.errors import CoachError

_PUBLISHING: Final = 0x696E646578
"""Who publishes on PostgreSQL holds this lock: two versions follow one another, and none is pruned meanwhile."""
_ALIVE: Final = timedelta(minutes=2)
"""A reader that has not been seen for so long reads no more."""
_ONE: Final = 1


@dataclass(frozen=True, slots=True)
class File:
    """A file of an index: its size in bytes, its SHA-256, and in how many pieces it is kept."""

    size: int
    sha256: str
    parts: int


@dataclass(frozen=True, slots=True)
class Version:
    """A published index: its name, the encoder that made its vectors, and its files by name."""

    name: str
    encoder: str
    files: Mapping[str, File]

    def checked(self) -> "Version":
        """The same, where its files lie in its own folder or are the cards beside it, by their names.

        Raises CoachError where one would be written anywhere else.
        """
        for name in (self.name, *self.files):
            parts = name.split("/")
            own = parts[0] == self.name or parts[0].startswith(f"cards-{self.name}")
            if not own or "\\" in name or {"", ".", ".."} & set(parts) or "/" in self.name:
                message = "a file of the published index would lie outside its folder: the old index stays in use"
                raise CoachError(message, code="index")
        return self


def hold(connection: Connection) -> None:
    """Be the only one who publishes, until the transaction ends. SQLite has one writer, and needs no more."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_PUBLISHING)))


def is_there(connection: Connection, name: str) -> bool:
    """Whether that version is kept, whole."""
    found = connection.execute(select(INDEX_VERSIONS.c.version).where(INDEX_VERSIONS.c.version == name))
    return found.first() is not None


def put(connection: Connection, version: Version, parts: Iterable[tuple[str, int, bytes]], now: datetime) -> None:
    """Keep a version with its pieces, one at a time; nobody reads it before `point_at`."""
    row = {
        "version": version.name,
        "encoder": version.encoder,
        "files": {name: [one.size, one.sha256, one.parts] for name, one in version.files.items()},
        "bytes": sum(one.size for one in version.files.values()),
        "published_at": now,
    }
    connection.execute(insert(INDEX_VERSIONS), row)
    for file, number, content in parts:
        part = {"version": version.name, "file": file, "part": number, "content": content}
        connection.execute(insert(INDEX_PARTS), part)


def point_at(connection: Connection, name: str) -> None:
    """From the end of the transaction on, this is the version to be read.

    Raises CoachError (retryable) where it is not kept.
    """
    if not is_there(connection, name):
        message = f"{name} is not kept any more: the old index stays in use; try again"
        raise CoachError(message, code="index", retryable=True)
    found = connection.execute(select(INDEX_CURRENT.c.version, INDEX_CURRENT.c.previous)).first()
    if found is not None and found.version == name:
        return
    pointer = {"version": name, "previous": found.version if found else ""}
    new = insert_into(connection, INDEX_CURRENT).values(id=_ONE, **pointer)
    connection.execute(new.on_conflict_do_update(index_elements=[INDEX_CURRENT.c.id], set_=pointer))


def current(connection: Connection) -> str:
    """The name of the version that is to be read; "" where none was published."""
    return connection.execute(select(INDEX_CURRENT.c.version)).scalar() or ""


def version(connection: Connection, name: str) -> Version | None:
    """A published version; None where it is not kept (any more). Raises CoachError as `Version.checked` does."""
    row = connection.execute(select(INDEX_VERSIONS).where(INDEX_VERSIONS.c.version == name)).mappings().first()
    if row is None:
        return None
    files = {file: File(size, sha256, parts) for file, (size, sha256, parts) in row["files"].items()}
    return Version(name, row["encoder"], files).checked()


def part(connection: Connection, name: str, file: str, number: int) -> bytes | None:
    """A piece of a file; None where the version is not kept any more."""
    wanted = (INDEX_PARTS.c.version == name, INDEX_PARTS.c.file == file, INDEX_PARTS.c.part == number)
    return connection.execute(select(INDEX_PARTS.c.content).where(*wanted)).scalar()


def note_reader(connection: Connection, reader: str, name: str, now: datetime) -> None:
    """A process says that it is alive, and which version it reads."""
    said = {"version": name, "seen_at": now}
    new = insert_into(connection, INDEX_READERS).values(reader=reader, **said)
    connection.execute(new.on_conflict_do_update(index_elements=[INDEX_READERS.c.reader], set_=said))


def not_needed(connection: Connection, now: datetime) -> tuple[str, ...]:
    """Versions that are neither to be read, nor were before that, nor are read by anybody alive."""
    connection.execute(delete(INDEX_READERS).where(INDEX_READERS.c.seen_at < now - _ALIVE))
    needed = {*_pointed_at(connection), *connection.execute(select(INDEX_READERS.c.version)).scalars()}
    kept = connection.execute(select(INDEX_VERSIONS.c.version).order_by(INDEX_VERSIONS.c.version)).scalars()
    return tuple(one for one in kept if one not in needed)


def forget(connection: Connection, name: str) -> None:
    """Delete a version with its pieces."""
    connection.execute(delete(INDEX_PARTS).where(INDEX_PARTS.c.version == name))
    connection.execute(delete(INDEX_VERSIONS).where(INDEX_VERSIONS.c.version == name))


def _pointed_at(connection: Connection) -> Iterator[str]:
    row = connection.execute(select(INDEX_CURRENT.c.version, INDEX_CURRENT.c.previous)).first()
    if row is not None:
        yield from (row.version, row.previous)


def _nothing() -> None:
    """What is to be done elsewhere, where all is in the database."""


class SqlPublished:
    """Published indexes in a SQL database, for whoever is in no event loop. Every method is one transaction.

    Each raises CoachError (retryable) where the database fails, and nothing is kept then.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def publish(
        self,
        new: Version,
        parts: Callable[[], Iterable[tuple[str, int, bytes]]],
        now: datetime,
        elsewhere: Callable[[], None] = _nothing,
    ) -> None:
        """Keep a version, where it is not kept already, and from now on it is the one to be read.

        `elsewhere` looks whether the rest of it is there, and raises where it is not; nobody prunes it from then on.
        """

        def work(connection: Connection) -> None:
            hold(connection)
            elsewhere()
            if not is_there(connection, new.name):
                put(connection, new, parts(), now)
            point_at(connection, new.name)

        self._writer.submit(work).result()

    def current(self) -> str:
        """The name of the version that is to be read; "" where none was published."""
        return self._writer.submit(current).result()

    def version(self, name: str) -> Version | None:
        """A published version; None where it is not kept (any more)."""
        return self._writer.submit(lambda connection: version(connection, name)).result()

    def part(self, name: str, file: str, number: int) -> bytes:
        """A piece of a file; nothing where the version is not kept any more."""
        return self._writer.submit(lambda connection: part(connection, name, file, number)).result() or b""

    def note_reader(self, reader: str, name: str, now: datetime) -> None:
        """A process says that it is alive, and which version it reads."""
        self._writer.submit(lambda connection: note_reader(connection, reader, name, now)).result()

    def not_needed(self, now: datetime) -> tuple[str, ...]:
        """Versions that nobody needs any more."""
        return self._writer.submit(lambda connection: not_needed(connection, now)).result()

    def prune(self, name: str, elsewhere: Callable[[], None], now: datetime) -> bool:
        """Delete a version with its pieces, and `elsewhere` before; not where somebody has come to need it meanwhile.

        Whether it was deleted. Nobody publishes until it is.
        """

        def work(connection: Connection) -> bool:
            hold(connection)
            if name not in not_needed(connection, now):
                return False
            elsewhere()
            forget(connection, name)
            return True

        return self._writer.submit(work).result()
