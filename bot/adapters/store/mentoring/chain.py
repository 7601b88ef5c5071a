"""How the record is chained: an entry as it stands in the database, and what its mac and the head's are made over."""

import hmac
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

from pydantic_core import to_json
from sqlalchemy import Connection, String, select, text, type_coerce

from bot.adapters.store.key_tables import SECRETS
from bot.adapters.store.mentoring_tables import RECORD, RECORD_HEAD

SECRET = "record"  # noqa: S105 - the name of a secret, not one
HEAD = 1
"""The id of the head's one row."""
FIRST = ""
"""What the first entry follows."""
BROKEN = "broken"
"""What an entry follows where the end of the record is not as it was left: no entry has this for its mac."""
_NOTED = 16
"""Hex digits of a mac in an anchor: enough that no other entry can be made to have them."""
_ONE_BY_ONE = 0x7265636F7264
_KEPT_AS = "%Y-%m-%d %H:%M:%S.%f"
"""How SQLite keeps a moment."""

ROWS = select(
    RECORD.c.number,
    type_coerce(RECORD.c.at, String).label("at"),
    RECORD.c.actor,
    RECORD.c.act,
    RECORD.c.subject,
    RECORD.c.detail,
    RECORD.c.mac,
)
"""`at` as the driver gives it: what somebody put there need not be a moment."""
HEADS = select(RECORD_HEAD.c.id, RECORD_HEAD.c.number, RECORD_HEAD.c.mac)
_HAS_SECRET = select(SECRETS.c.name).where(SECRETS.c.name == SECRET)


class Row(NamedTuple):
    """An entry as it stands in the database, before anything of it is believed."""

    number: int
    at: object
    actor: object
    act: object
    subject: object
    detail: object
    mac: object

    @property
    def moment(self) -> datetime | None:
        """When it was, in UTC; None where nothing that this code wrote stands there."""
        if isinstance(self.at, datetime):
            return self.at.astimezone(UTC)
        try:
            found = datetime.strptime(str(self.at), _KEPT_AS).replace(tzinfo=UTC)
        except ValueError:
            return None
        return found if found.strftime(_KEPT_AS) == self.at else None

    @property
    def fits(self) -> bool:
        """Whether every column holds what an entry has there."""
        told = (self.actor, self.act, self.subject, self.detail, self.mac)
        return self.moment is not None and all(isinstance(one, str) for one in told)

    @property
    def anchor(self) -> str:
        """What is noted of it outside the database: its number and the beginning of its mac."""
        return f"{self.number}-{str(self.mac)[:_NOTED]}"


def mac_of(key: bytes, row: Row, before: str) -> str:
    """The mac of an entry that follows the one with the mac `before`; of a row that `fits`."""
    moment = row.moment
    at = moment.isoformat(timespec="microseconds") if moment else ""
    return _keyed(key, "entry", row.number, at, row.actor, row.act, row.subject, row.detail, before)


def head_mac(key: bytes, number: int, mac: str) -> str:
    """The mac of the head of a record that ends with that entry."""
    return _keyed(key, "head", number, mac)


def begun(connection: Connection) -> bool:
    """Whether anything was ever put on record here: the key is made with the first entry."""
    return connection.execute(_HAS_SECRET).first() is not None


def one_by_one(connection: Connection) -> None:
    """Wait until nobody else appends or verifies, to the end of the transaction; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ONE_BY_ONE})


def _keyed(key: bytes, *told: object) -> str:
    """As JSON, so that no two entries are the same bytes."""
    return hmac.new(key, to_json(told), sha256).hexdigest()
