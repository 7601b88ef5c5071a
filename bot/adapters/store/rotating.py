"""New keys in the place of old ones: the master key, and people's own; killed anywhere, nothing is lost."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from secrets import token_bytes

from sqlalchemy import Connection, Select, Table, select, update

from bot.adapters.sealing import load_keys, replace_keys
from bot.adapters.store import vault
from bot.adapters.store.key_tables import KEYS, SECRETS
from bot.adapters.store.schema import WORKSPACES
from bot.adapters.store.sealed_columns import SEALED, Sealed
from bot.adapters.store.vault import Locker
from bot.adapters.store.writer import Writer
from bot.errors import CoachError

_BATCH = 1000
_WRAPPED: tuple[tuple[Table, str, str], ...] = (
    (KEYS, "owner", "wrapped"),
    (SECRETS, "name", "wrapped"),
    (WORKSPACES, "team", "bot_token"),
)
"""What is sealed with a master key: the table, the column that names a row, and the one that is sealed."""


@dataclass(frozen=True, slots=True)
class Resealed:
    """How many owners have a new key, and how many of their texts were sealed anew with it."""

    people: int
    texts: int


async def rotate_master(writer: Writer, path: Path) -> int:
    """Put a new master key first in the key file, wrap everything anew with it, and drop the old ones; how many.

    The engine's keyring must be the one of that file. What was begun and killed is gone on with when it is called
    again: while the file has more than one key, no further one is made. Replicas may run: they read the file again
    when they wrap a key, and when they meet one that they do not know.

    Raises CoachError where another rotation is running, the file cannot be written, or something cannot be opened.
    """
    with _alone(path):
        keys = load_keys(path)
        if len(keys) == 1:
            replace_keys(path, (token_bytes(32), *keys))
        count = 0
        while True:
            found = await writer.write(_wrap_some)
            count += found
            if not found and await writer.write(lambda connection: _drop_old(connection, path)):
                break
        await writer.sweep()
    return count


def _wrap_some(connection: Connection) -> int:
    """Wrap anew some of what is wrapped with an old key; how many."""
    keyring = vault.keyring_of(connection)
    keyring.read_again()
    for table, key, column in _WRAPPED:
        rows = connection.execute(_old(table, key, column, keyring.headers[0]).limit(_BATCH)).all()
        for name, wrapped in rows:
            where = vault.place(table.name, name, column)
            anew = keyring.seal(keyring.open(wrapped, where), where)
            # Only where it is as it was read: somebody may have been given a new key meanwhile.
            still = (table.c[key] == name, table.c[column] == wrapped)
            connection.execute(update(table).where(*still).values({column: anew}))
        if rows:
            return len(rows)
    return 0


def _drop_old(connection: Connection, path: Path) -> bool:
    """Leave only the newest key in the file; False, and they stay, where something is wrapped with an old one still.

    Nobody wraps meanwhile; who does afterwards reads the file again first, and so finds only the newest.
    """
    vault.hold_master_alone(connection)
    keyring = vault.keyring_of(connection)
    for table, key, column in _WRAPPED:
        if connection.execute(_old(table, key, column, keyring.headers[0]).limit(1)).first():
            return False
    replace_keys(path, load_keys(path)[:1])
    return True


def _old(table: Table, key: str, column: str, newest: str) -> Select[str, str]:
    wrapped = table.c[column]
    return select(table.c[key], wrapped).where(vault.header_of(wrapped) != newest).order_by(table.c[key])


async def rotate_people(writer: Writer, before: datetime | None = None) -> Resealed:
    """Give everybody a new key, and seal all of theirs anew; one owner a transaction, for which their writers wait.

    Whose key was made at `before` (None: now) or later is left alone: with the same `before`, who was done when it was
    killed is not done again.

    Raises CoachError where something of somebody cannot be opened: they keep their key.
    """
    started = datetime.now(UTC)
    until = min(before, started) if before else started
    people = texts = 0
    while owners := await writer.write(lambda connection: _with_older(connection, until)):
        for owner in owners:
            done = await writer.write(partial(_renew, owner=owner, until=until))
            people, texts = people + done.people, texts + done.texts
    await writer.sweep()
    return Resealed(people, texts)


def _with_older(connection: Connection, until: datetime) -> list[str]:
    older = select(KEYS.c.owner).where(KEYS.c.made_at < until).order_by(KEYS.c.made_at, KEYS.c.owner)
    return list(connection.execute(older.limit(_BATCH)).scalars())


def _renew(connection: Connection, owner: str, until: datetime) -> Resealed:
    vault.share_master(connection)  # before the owner's key is held: who holds it alone may be waiting for that
    old = vault.hold_alone(connection, (owner,)).get(owner)
    made_at = connection.execute(select(KEYS.c.made_at).where(KEYS.c.owner == owner)).scalar()
    if old is None or made_at is None or made_at >= until:
        return Resealed(0, 0)
    new = vault.renew(connection, owner, datetime.now(UTC))
    return Resealed(1, sum(_seal_anew(connection, one, owner, old, new) for one in SEALED))


def _seal_anew(connection: Connection, sealed: Sealed, owner: str, old: Locker, new: Locker) -> int:
    """All that a table has of the owner; how many texts."""
    table, count = sealed.table, 0
    names = dict.fromkeys((*table.primary_key.columns.keys(), *sealed.named_by, *sealed.columns))
    theirs = select(*(table.c[name] for name in names)).where(sealed.whose(owner)).with_for_update(of=table)
    for row in connection.execute(theirs).mappings().all():
        anew = {}
        for name in sealed.columns:
            if row[name]:
                where = sealed.place(row, name)
                anew[name] = new.seal(where, old.open(where, row[name]))
        if anew:
            this = (column == row[column.key] for column in table.primary_key)
            connection.execute(update(table).where(*this).values(anew))
        count += len(anew)
    return count


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """While no other rotation of the same file runs; a lock that the system lets go when its holder dies."""
    with path.with_name(f"{path.name}.lock").open("a", encoding="ascii") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"another rotation of {path} is running: wait for it"
            raise CoachError(message, code="in_use") from None
        yield
