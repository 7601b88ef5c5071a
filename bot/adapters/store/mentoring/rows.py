"""Shares as they are read: each with its doctor's key, of the same moment, so that what is sealed in it opens."""

from typing import Final

from sqlalchemy import Connection, RowMapping, select

from bot.adapters.store.mentoring_tables import SHARES
from bot.adapters.store.vault import WRAPPED, Locker, opener, place, with_key

READ: Final = with_key(select(SHARES), SHARES.c.person_id)
"""All columns of shares and the key that opens them; conditions are added to it."""


def keys(connection: Connection, share: RowMapping) -> Locker:
    """What opens the share, and seals for it where the key is held (`vault.locker`) already."""
    return opener(connection, share["person_id"], share[WRAPPED])


def opened(connection: Connection, share: RowMapping, column: str) -> str:
    """A sealed column of a share."""
    return keys(connection, share).open(place("shares", share["id"], column), share[column])


def left_out(connection: Connection, share: RowMapping) -> tuple[str, ...]:
    """What the doctor left out of it."""
    told = keys(connection, share).open_json(place("shares", share["id"], "left_out"), share["left_out"])
    return tuple(str(one) for one in told) if isinstance(told, list) else ()
