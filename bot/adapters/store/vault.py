"""Everybody's words, sealed with a key of their own: unreadable without it, and gone when it is destroyed.

The engine carries the keyring as an execution option, as it carries its JSON serializer: whoever has a connection can
seal and open, and nothing else about keys goes through the store.

On PostgreSQL, where several write at once: whoever seals holds the owner's key (`locker`) until their transaction ends,
and whoever destroys or renews it (`hold_alone`) waits for them, and they for it. Keys are held before lanes, and lanes
before rows. Who only reads holds nothing: they ask for the key in the statement that reads what it opens (`with_key`,
`opener`), and so both are from one moment.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from secrets import token_bytes
from typing import TypeVar

from pydantic_core import from_json, to_json
from sqlalchemy import ColumnElement, Connection, Select, bindparam, delete, func, select

from bot.adapters.keyring import Keyring
from bot.adapters.sealing import HEADER_CHARACTERS, Sealer
from bot.adapters.store.inserting import insert_into
from bot.adapters.store.key_tables import KEYS, SECRETS
from bot.errors import CoachError

Row = TypeVar("Row", bound=tuple[object, ...])

KEYRING = "keyring"
"""The execution option under which an engine carries its keyring."""
WRAPPED = "its_key"
"""The name of the column that `with_key` adds."""
_KEY = 32
_WRAPPING = 0x6B657973
"""Whoever wraps a key on PostgreSQL shares this lock; who drops a master key holds it alone."""
_ITS = select(KEYS.c.wrapped).where(KEYS.c.owner == bindparam("its_owner"))
_OF = _ITS.with_for_update(read=True, key_share=True)


def place(table: str, row: object, column: str) -> str:
    """Where something is sealed for: it opens nowhere else."""
    return f"{table}|{row}|{column}"


class Locker:
    """One owner's key, at work in one transaction; made at the first thing that is sealed, where there is none."""

    __slots__ = ("_connection", "_sealer", "owner")

    def __init__(self, connection: Connection, owner: str, wrapped: str | None) -> None:
        """With the owner's key as it is wrapped, None where they have none."""
        self._connection = connection
        self.owner = owner
        self._sealer = _sealer(connection, owner, wrapped) if wrapped else None

    @property
    def made(self) -> bool:
        """Whether the owner has a key already."""
        return self._sealer is not None

    def seal(self, where: str, text: str) -> str:
        """Seal a text for its place; nothing stays nothing."""
        if not text:
            return ""
        if self._sealer is None:
            self._sealer = _made(self._connection, self.owner)
        return self._sealer.seal(text, where)

    def open(self, where: str, sealed: str) -> str:
        """The text. Raises CoachError (`sealed`) where it was changed, moved, or sealed with a key that is gone."""
        if not sealed:
            return ""
        if self._sealer is None:
            message = "what is kept was sealed with a key that was destroyed: it cannot be had back"
            raise CoachError(message, code="sealed")
        return self._sealer.open(sealed, where)

    def seal_json(self, where: str, value: object) -> str:
        """Seal models, or what they are made of."""
        return self.seal(where, to_json(value).decode())

    def open_json(self, where: str, sealed: str) -> object:
        """What was sealed, as JSON has it. Raises CoachError as `open` does."""
        return from_json(self.open(where, sealed))


def locker(connection: Connection, owner: str) -> Locker:
    """The owner's, held until the transaction ends: ask for it before reading what it opens, and before any lane."""
    return Locker(connection, owner, connection.execute(_OF, {"its_owner": owner}).scalar())


def with_key(read: Select[Row], owner: ColumnElement[str]) -> Select[tuple[object, ...]]:
    """A reading that gives the owner's key in each row too (`WRAPPED`, None where there is none), for `opener`."""
    key = select(KEYS.c.wrapped).where(KEYS.c.owner == owner).scalar_subquery()
    return read.add_columns(key.label(WRAPPED))


def opener(connection: Connection, owner: str, wrapped: str | None) -> Locker:
    """The locker of an owner whose key came with what was read: nothing is asked or held."""
    return Locker(connection, owner, wrapped)


def lockers(connection: Connection, owners: Iterable[str]) -> Mapping[str, Locker]:
    """Those of several owners, to open with, for who holds the rows already; who has no key is left out."""
    these = sorted(set(owners))
    if len(these) == 1:  # as it mostly is: half the cost
        wrapped = connection.execute(_ITS, {"its_owner": these[0]}).scalar()
        return {these[0]: Locker(connection, these[0], wrapped)} if wrapped else {}
    rows = connection.execute(_THESE, {"these": these}) if these else ()
    return {row.owner: Locker(connection, row.owner, row.wrapped) for row in rows}


_THESE = select(KEYS.c.owner, KEYS.c.wrapped).where(KEYS.c.owner.in_(bindparam("these", expanding=True)))
_ALONE = _THESE.order_by(KEYS.c.owner).with_for_update()


def hold_alone(connection: Connection, owners: Iterable[str]) -> Mapping[str, Locker]:
    """Hold these keys until the transaction ends; nobody seals or holds with them meanwhile."""
    rows = connection.execute(_ALONE, {"these": sorted(set(owners))})
    return {row.owner: Locker(connection, row.owner, row.wrapped) for row in rows}


def renew(connection: Connection, owner: str, at: datetime) -> Locker:
    """A new key in the place of the owner's, which the transaction holds alone: all of theirs is to be sealed anew."""
    wrapped = wrap(connection, token_bytes(_KEY), _place(owner))
    connection.execute(KEYS.update().where(KEYS.c.owner == owner).values(wrapped=wrapped, made_at=at))
    return Locker(connection, owner, wrapped)


def destroy(connection: Connection, owners: Iterable[str]) -> None:
    """Delete the keys of these owners: whatever is left of them anywhere opens no more."""
    connection.execute(delete(KEYS).where(KEYS.c.owner.in_(sorted(set(owners)))))


def destroy_team(connection: Connection, team: str) -> None:
    """Delete the keys of everybody, and every lane, of a workspace; who is sealing with one is waited for."""
    connection.execute(delete(KEYS).where(KEYS.c.owner.startswith(f"{team}:", autoescape=True)))


def secret(connection: Connection, name: str) -> bytes:
    """A key of the store's own, made at the first need."""
    where = place("secrets", name, "wrapped")
    found = connection.execute(_SECRET, {"its_name": name}).scalar()
    if found is None:
        made = wrap(connection, token_bytes(_KEY), where)
        connection.execute(insert_into(connection, SECRETS).values(name=name, wrapped=made).on_conflict_do_nothing())
        found = connection.execute(_SECRET, {"its_name": name}).scalar_one()
    return keyring_of(connection).unwrap(found, where)


_SECRET = select(SECRETS.c.wrapped).where(SECRETS.c.name == bindparam("its_name"))


def wrap(connection: Connection, key: bytes, where: str) -> str:
    """Wrap a key with the newest master key, in a transaction that a change of master keys waits for."""
    share_master(connection)
    return keyring_of(connection).wrap(key, where)


def share_master(connection: Connection) -> None:
    """Until the transaction ends no master key is dropped; to be asked before something is sealed with one."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock_shared(_WRAPPING)))


def hold_master_alone(connection: Connection) -> None:
    """Until the transaction ends nothing is sealed with a master key. SQLite has one writer, and needs no more."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_WRAPPING)))


def check_keys(connection: Connection) -> None:
    """Look whether every key that is kept was wrapped with a master key that is here.

    Raises CoachError where one was not: with another key file nothing opens, and what came in would be lost when the
    right one is put back.
    """
    for table in (KEYS, SECRETS):
        for header in connection.execute(select(header_of(table.c.wrapped)).distinct()).scalars():
            keyring_of(connection).must_have(header)


def header_of(sealed: ColumnElement[str]) -> ColumnElement[str]:
    """The part of a column that tells which key it was sealed with, as `Keyring.headers` has it."""
    return func.substr(sealed, 1, HEADER_CHARACTERS)


def keyring_of(connection: Connection) -> Keyring:
    """The keyring that the engine of this connection carries."""
    found = connection.get_execution_options().get(KEYRING)
    if not isinstance(found, Keyring):
        message = "this connection was opened without a keyring"
        raise TypeError(message)
    return found


def _made(connection: Connection, owner: str) -> Sealer:
    """A key for an owner; where somebody else was quicker, theirs stands."""
    wrapped = wrap(connection, token_bytes(_KEY), _place(owner))
    connection.execute(
        insert_into(connection, KEYS)
        .values(owner=owner, wrapped=wrapped, made_at=datetime.now(UTC))
        .on_conflict_do_nothing()
    )
    found = connection.execute(_OF, {"its_owner": owner}).scalar()
    if found is None:
        message = "a key was destroyed at the moment it was made: try again"
        raise CoachError(message, code="store", retryable=True)
    return _sealer(connection, owner, found)


def _sealer(connection: Connection, owner: str, wrapped: str) -> Sealer:
    return keyring_of(connection).sealer(wrapped, _place(owner))


def _place(owner: str) -> str:
    return place("keys", owner, "wrapped")
