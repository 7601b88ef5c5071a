"""Which columns hold somebody's words, and where each is sealed for: what exporting and new keys go through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, RowMapping, Table, select

from bot.adapters.store import vault
from bot.adapters.store.growth_tables import ATTEMPTS, WORKED_ON
from bot.adapters.store.mentoring_tables import REVIEW_EVENTS, SHARE_TAGS, SHARES, TALLIES
from bot.adapters.store.schema import COMMITMENTS, COMMITTED, CONVERSATIONS, FEEDBACK, INBOX, OUTBOX, TURNS


@dataclass(frozen=True, slots=True)
class Sealed:
    """The sealed columns of a table: which of its columns name a row in a place, and which rows are an owner's."""

    table: Table
    columns: tuple[str, ...]
    named_by: tuple[str, ...]
    whose: Callable[[str], ColumnElement[bool]]

    def place(self, row: Mapping[str, object] | RowMapping, column: str) -> str:
        """Where a column of a row is sealed for; the row has what names it."""
        return vault.place(self.table.name, "|".join(str(row[name]) for name in self.named_by), column)


def _mine(table: Table, column: str = "person_id") -> Callable[[str], ColumnElement[bool]]:
    return lambda owner: table.c[column] == owner


def _of_share(table: Table) -> Callable[[str], ColumnElement[bool]]:
    return lambda owner: table.c.share_id.in_(select(SHARES.c.id).where(SHARES.c.person_id == owner))


SEALED = (
    Sealed(CONVERSATIONS, ("state",), ("id",), _mine(CONVERSATIONS)),
    Sealed(
        TURNS,
        ("reply", "record"),
        ("conversation_id", "number"),
        lambda owner: TURNS.c.conversation_id.in_(select(CONVERSATIONS.c.id).where(CONVERSATIONS.c.person_id == owner)),
    ),
    Sealed(INBOX, ("text",), ("event_key",), _mine(INBOX)),
    Sealed(OUTBOX, ("text", "blocks"), ("digest",), _mine(OUTBOX, "owner")),
    Sealed(COMMITMENTS, COMMITTED, ("conversation_id", "session"), _mine(COMMITMENTS)),
    Sealed(ATTEMPTS, ("about", "end"), ("conversation_id", "turn"), _mine(ATTEMPTS)),
    Sealed(WORKED_ON, ("situation",), ("conversation_id", "session"), _mine(WORKED_ON)),
    Sealed(FEEDBACK, ("words",), ("person_id", "channel", "ts"), _mine(FEEDBACK)),
    Sealed(SHARES, ("name", "note", "left_out"), ("id",), _mine(SHARES)),
    Sealed(REVIEW_EVENTS, ("name", "text"), ("uid",), _of_share(REVIEW_EVENTS)),
    Sealed(SHARE_TAGS, ("sealed",), ("share_id", "tag"), _of_share(SHARE_TAGS)),
    Sealed(TALLIES, ("counts",), ("conversation_id", "session"), _mine(TALLIES)),
)
"""All of them. A new column with words in it belongs here, or its words are lost when its owner has a new key."""
AS_JSON = frozenset({"state", "record", "blocks", "counts"})
"""Sealed columns that hold JSON."""


def sealed_in(table: Table) -> Sealed | None:
    """What is sealed in a table, if anything is."""
    return next((one for one in SEALED if one.table is table), None)
