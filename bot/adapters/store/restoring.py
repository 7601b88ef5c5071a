"""Restoring a backup: its two files joined into a new store, and whoever's key is gone erased from it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, delete, func, select, union

from bot.adapters.keyring import Keyring
from bot.adapters.store import vault
from bot.adapters.store.backup import (
    KEYS_FILE,
    SEALING,
    STAMP,
    Stamp,
    attach,
    begun,
    copy,
    kept_in,
    opened,
    stamp_of,
    whole,
)
from bot.adapters.store.engine import HEAD, open_engine
from bot.adapters.store.erasing import erase_person
from bot.adapters.store.growth_tables import GROWTH
from bot.adapters.store.key_tables import KEYS, SECRETS
from bot.adapters.store.mentoring import counting, ending, record
from bot.adapters.store.mentoring_tables import COUNTED, SHARES, STAFF_DOORS, STAFF_SESSIONS, TALLIES
from bot.adapters.store.rota_tables import ROTA
from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS, FEEDBACK, INBOX, LANES, OUTBOX
from bot.adapters.store.shared_tables import MODEL_USE
from bot.errors import CoachError
from bot.ports.staff import Act, Entry

_WITH_PEOPLE: Final = (*GROWTH, ROTA, CONVERSATIONS, COMMITMENTS, FEEDBACK, INBOX, LANES, MODEL_USE, SHARES, TALLIES)
_OLDER_KEYS: Final = (
    "what is in the backup was sealed with other keys than those beside it: once people's keys were changed, only a "
    "backup made after that can be restored"
)
_KEYS_BEFORE: Final = (
    "the keys beside the backup are older than it, and whoever came between the two would be lost: put the newest "
    f"{KEYS_FILE} there, or restore an older backup"
)
_ACTOR: Final = "operator"
_AT_ONCE: Final = 200
_AFTERWARDS: Final = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """How many conversations there are in what was restored, and how many people were erased, their key being gone."""

    conversations: int
    erased: int


def restore(backup: Path, into: Path, key_file: Path, now: datetime | None = None) -> Restored:
    """Make a new SQLite store of a backup and of the file of keys beside it; `settle` tells what is not as it was.

    Raises CoachError where there is a store already, a file is missing or damaged, it was written by a newer coach,
    the keys are older than the backup, or the master key is not theirs. What is at `into` is never touched.
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
            restored = _settled(part, keyring, now)
            whole(part)
            into.hardlink_to(part)
            kept_in(into.parent)
    except (OSError, sqlite3.Error) as error:
        message = f"nothing was restored from {backup}: {error}"
        raise CoachError(message, code="backup") from error
    return restored


def settle(engine: Engine, now: datetime | None = None) -> Restored:
    """Erase everybody whose key is gone, check that the master key opens the others, and shut what was open.

    For any database that was just restored. What was withdrawn or taken back since the backup is not known in it: so
    nobody is signed in, nothing is shared, and nobody is counted, until they do it or agree to it anew. `now` is the
    present moment.

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
        _shut(connection, now or datetime.now(UTC))
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
        if _are_older(stamp_of(connection, "sealing"), stamp_of(connection, "kept")):
            raise CoachError(_KEYS_BEFORE, code="old_keys")
        copy(connection, "kept", "main", empty=SEALING)
        connection.execute(f"DROP TABLE IF EXISTS main.{STAMP}")
        for table in SEALING:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM sealing.{table}")  # noqa: S608 - our own names
        connection.execute("COMMIT")


_BOTH: Final = ("kept", "sealing")


def _are_older(keys: Stamp | None, data: Stamp | None) -> bool:
    """Whether keys are older than a backup, or of another one of the same moment; what has no stamp is not known."""
    if data is None:
        return False
    return keys is None or keys[0] < data[0] or (keys[0] == data[0] and keys != data)


def _settled(part: Path, keyring: Keyring, now: datetime | None) -> Restored:
    """The store as it is to be, migrated where it is older, and in one file again."""
    engine = open_engine(f"sqlite:///{part}", keyring)
    try:
        restored = settle(engine, now)
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
    """Who has anything in here but settings, and no key: they were erased after the backup was made.

    Whoever only agreed to something, paused or wants no reminders never had a key, and keeps their settings.
    """
    columns = [table.c.person_id for table in _WITH_PEOPLE]
    everybody = union(*(select(one.label("person")).where(one.is_not(None)) for one in columns)).subquery()
    wanted = select(everybody.c.person).where(everybody.c.person.not_in(select(KEYS.c.owner)))
    return sorted(connection.execute(wanted).scalars())


def _shut(connection: Connection, now: datetime) -> None:
    """End every sign-in and every share, on record, and all counting; shares too that are over by this clock.

    A machine that was just set up may have a wrong one.
    """
    for table in (STAFF_SESSIONS, STAFF_DOORS):
        connection.execute(delete(table))
    standing = select(SHARES).where(SHARES.c.withdrawn_at.is_(None)).order_by(SHARES.c.id).limit(_AT_ONCE)
    while shares := connection.execute(standing).mappings().all():
        ending.withdraw(connection, shares, now)
        for one in shares:
            record.append(connection, Entry(now, _ACTOR, Act.WITHDRAWN, one["id"], "restored"))
    for person in connection.execute(select(COUNTED.c.person_id).order_by(COUNTED.c.person_id)).scalars().all():
        counting.set_counted(connection, person, wanted=False, at=now)


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
