"""Everybody's words, sealed with a key of their own: unreadable without it, and gone when it is destroyed.

The engine carries the keyring as an execution option, as it carries its JSON serializer: whoever has a connection can
seal and open, and nothing else about keys goes through the store.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_bytes

from pydantic_core import from_json, to_json
from sqlalchemy import Connection, bindparam, delete, select

from bot.adapters.keyring import Keyring
from bot.adapters.sealing import Sealer
from bot.adapters.store.inserting import insert_into
from bot.adapters.store.key_tables import KEYS, SECRETS

KEYRING = "keyring"
"""The execution option under which an engine carries its keyring."""
_KEY = 32
_OF = (
    select(KEYS.c.key_id, KEYS.c.wrapped)
    .where(KEYS.c.owner == bindparam("its_owner"))
    .order_by(KEYS.c.made_at.desc())
    .with_for_update(read=True, key_share=True)
)
"""Shared with whoever else writes; whoever destroys or changes the key waits for them, and they for it."""


def place(table: str, row: object, column: str) -> str:
    """Where something is sealed for: it opens nowhere else."""
    return f"{table}|{row}|{column}"


@dataclass(frozen=True, slots=True)
class Locker:
    """One owner's keys, at work in one transaction; the first seals."""

    sealers: tuple[Sealer, ...]

    def seal(self, where: str, text: str) -> str:
        """Seal a text for its place; nothing stays nothing."""
        return self.sealers[0].seal(text, where) if text else ""

    def open(self, where: str, sealed: str) -> str:
        """The text. Raises CoachError (`sealed`) where it was changed, moved, or sealed with a key that is gone."""
        if not sealed:
            return ""
        wanted = Sealer.key_id_in(sealed)
        found = next((one for one in self.sealers if one.key_id == wanted), self.sealers[0])
        return found.open(sealed, where)

    def seal_json(self, where: str, value: object) -> str:
        """Seal models, or what they are made of."""
        return self.seal(where, to_json(value).decode())

    def open_json(self, where: str, sealed: str) -> object:
        """What was sealed, as JSON has it."""
        return from_json(self.open(where, sealed))


def locker(connection: Connection, owner: str) -> Locker:
    """The owner's, made at the first need."""
    rows = connection.execute(_OF, {"its_owner": owner}).all()
    if not rows:
        _make(connection, owner)
        rows = connection.execute(_OF, {"its_owner": owner}).all()
    keyring = _keyring(connection)
    return Locker(tuple(keyring.sealer(row.wrapped, _place(owner, row.key_id)) for row in rows))


def lockers(connection: Connection, owners: Iterable[str]) -> Mapping[str, Locker]:
    """Those of several owners at once; who has none is left out."""
    keyring = _keyring(connection)
    found: dict[str, list[Sealer]] = {}
    rows = connection.execute(
        select(KEYS).where(KEYS.c.owner.in_(sorted(set(owners)))).order_by(KEYS.c.owner, KEYS.c.made_at.desc())
    )
    for row in rows:
        found.setdefault(row.owner, []).append(keyring.sealer(row.wrapped, _place(row.owner, row.key_id)))
    return {owner: Locker(tuple(sealers)) for owner, sealers in found.items()}


def destroy(connection: Connection, owners: Iterable[str]) -> None:
    """Delete the keys of these owners: whatever is left of them anywhere opens no more."""
    connection.execute(delete(KEYS).where(KEYS.c.owner.in_(sorted(set(owners)))))


def secret(connection: Connection, name: str) -> bytes:
    """A key of the store's own, made at the first need."""
    keyring = _keyring(connection)
    wanted = select(SECRETS.c.wrapped).where(SECRETS.c.name == name)
    found = connection.execute(wanted).scalar()
    if found is None:
        made = keyring.wrap(token_bytes(_KEY), place("secrets", name, "wrapped"))
        connection.execute(
            insert_into(connection, SECRETS).values(name=name, wrapped=made).on_conflict_do_nothing()
        )
        found = connection.execute(wanted).scalar_one()
    return keyring.unwrap(found, place("secrets", name, "wrapped"))


def _make(connection: Connection, owner: str) -> None:
    """A key for an owner; where somebody else was quicker, theirs stands: there is one at first, by its fixed id."""
    wrapped = _keyring(connection).wrap(token_bytes(_KEY), _place(owner, "first"))
    connection.execute(
        insert_into(connection, KEYS)
        .values(owner=owner, key_id="first", wrapped=wrapped, made_at=datetime.now(UTC))
        .on_conflict_do_nothing()
    )


def _place(owner: str, key_id: str) -> str:
    return place("keys", f"{owner}|{key_id}", "wrapped")


def _keyring(connection: Connection) -> Keyring:
    found = connection.get_execution_options().get(KEYRING)
    if not isinstance(found, Keyring):
        message = "this connection was opened without a keyring"
        raise TypeError(message)
    return found
