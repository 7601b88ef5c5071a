"""Restoring a backup: its two files joined into a new store, and whoever's key is gone erased from it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, delete, func, select, union

from bot.adapters.keyring import Keyring
from bot.adapters.store import vault
from bot.adapters.store.backup import KEYS_FILE, SEALING, attach, begun, copy, kept_in, opened, whole
from bot.adapters.store.engine import HEAD, open_engine
from bot.adapters.store.erasing import erase_person
from bot.adapters.store.key_tables import KEYS, SECRETS
from bot.adapters.store.mentoring.tables import COUNTED, SHARES, TALLIES
from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS, FEEDBACK, INBOX, LANES, OUTBOX, PEOPLE
from bot.errors import CoachError

_WITH_PEOPLE: Final = (CONVERSATIONS, COMMITMENTS, FEEDBACK, INBOX, LANES, SHARES, TALLIES, COUNTED)
_OLDER_KEYS: Final = (
    "what is in the backup was sealed with other keys than those beside it: once people's keys were changed, only a "
    "backup made after that can be restored"
)
_AFTERWARDS: Final = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """How many conversations there are in what was restored, and how many people were erased, their key being gone."""

    conversations: int
    erased: int


def restore(backup: Path, into: Path, key_file: Path) -> Restored:
    """Make a new SQLite store of a backup and of the file of keys beside it.

    Raises CoachError where there is a store already, a file is missing or damaged, it was written by a newer coach,
    or the master key is not the one that belongs to it. What is at `into` is never touched.
    """
    taken = [one for one in (into, *(into.with_name(into.name + end) for end in _AFTERWARDS)) if one.exists()]
    if taken:
        message = f"there is a store already: move {taken[0]} away first, or name another with COACH_DATABASE"
        raise CoachError(message, code="exists")
    keys = backup.with_name(KEYS_FILE)
    for one in (backup, keys):
        if not one.is_file():
            message = f"there is no {one}: a backup is coach-DATE.db with {KEYS_FILE} beside it"
            raise CoachError(message, code="no_backup")
    keyring = _keyring(key_file)
    try:
        for one in (backup, keys):
            whole(one)
        into.parent.mkdir(parents=True, exist_ok=True)
        with begun(into) as part:
            _join(part, backup, keys)
            restored = _settled(part, keyring)
            whole(part)
            into.hardlink_to(part)
            kept_in(into.parent)
    except (OSError, sqlite3.Error) as error:
        message = f"nothing was restored from {backup}: {error}"
        raise CoachError(message, code="backup") from error
    return restored


def settle(engine: Engine) -> Restored:
    """Erase everybody whose key is gone, and check that the master key opens the others; for any database.

    Raises CoachError where it does not, or where somebody's words are older than their key.
    """
    with engine.begin() as connection:
        _opens(connection)
        gone = _without_key(connection)
        for person in gone:
            erase_person(connection, person)
        owners = select(KEYS.c.owner)
        connection.execute(delete(OUTBOX).where(OUTBOX.c.text.is_not(None), OUTBOX.c.owner.not_in(owners)))
        _readable(connection)
        conversations = len(connection.execute(select(CONVERSATIONS.c.id)).all())
    return Restored(conversations, len(gone))


def _keyring(key_file: Path) -> Keyring:
    """The master keys: those that are there, never new ones."""
    if not key_file.is_file():
        message = f"there is no key file at {key_file}: put it back first (COACH_KEY_FILE); it is in no backup"
        raise CoachError(message, code="bad_key")
    return Keyring.of(key_file)


def _join(part: Path, backup: Path, keys: Path) -> None:
    with closing(opened(part)) as connection:
        attach(connection, backup, "kept")
        attach(connection, keys, "sealing")
        versions = [connection.execute(f"SELECT version_num FROM {one}.alembic_version").fetchone()[0] for one in _BOTH]  # noqa: S608 - our own names
        if max(versions) > HEAD:
            message = "the backup was written by a newer coach: install that one first"
            raise CoachError(message, code="no_store")
        connection.execute("BEGIN")
        copy(connection, "kept", "main", empty=SEALING)
        for table in SEALING:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM sealing.{table}")  # noqa: S608 - our own names
        connection.execute("COMMIT")


_BOTH: Final = ("kept", "sealing")


def _settled(part: Path, keyring: Keyring) -> Restored:
    """The store as it is to be, migrated where it is older, and in one file again."""
    engine = open_engine(f"sqlite:///{part}", keyring)
    try:
        restored = settle(engine)
    finally:
        engine.dispose()
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return restored


def _opens(connection: Connection) -> None:
    """Every key, with the master key. Raises CoachError where one does not open."""
    keyring = vault.keyring_of(connection)
    for row in connection.execute(select(KEYS)):
        keyring.unwrap(row.wrapped, vault.place("keys", row.owner, "wrapped"))
    for row in connection.execute(select(SECRETS)):
        keyring.unwrap(row.wrapped, vault.place("secrets", row.name, "wrapped"))


def _without_key(connection: Connection) -> list[str]:
    """Who has anything in here, and no key: they were erased after the backup was made, or had written nothing yet."""
    columns = [PEOPLE.c.id, *(table.c.person_id for table in _WITH_PEOPLE)]
    everybody = union(*(select(one.label("person")).where(one.is_not(None)) for one in columns)).subquery()
    wanted = select(everybody.c.person).where(everybody.c.person.not_in(select(KEYS.c.owner)))
    return sorted(connection.execute(wanted).scalars())


def _readable(connection: Connection) -> None:
    """Raises CoachError where somebody's words were sealed with a key that has been changed since."""
    columns = (CONVERSATIONS.c.person_id, func.min(CONVERSATIONS.c.id).label("id"))
    firsts = select(*columns).group_by(CONVERSATIONS.c.person_id).subquery()
    rows = connection.execute(select(CONVERSATIONS).join(firsts, firsts.c.id == CONVERSATIONS.c.id)).mappings().all()
    keys = vault.lockers(connection, (row["person_id"] for row in rows))
    for row in rows:
        try:
            keys[row["person_id"]].open(vault.place(CONVERSATIONS.name, row["id"], "state"), row["state"])
        except CoachError as error:
            raise CoachError(_OLDER_KEYS, code="sealed") from error
