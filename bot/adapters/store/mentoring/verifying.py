"""The verifier of the record: takes it a page at a time, and tells where it is not as it was written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.adapters.store import vault
from bot.adapters.store.mentoring.chain import (
    BROKEN,
    FIRST,
    HEAD,
    HEADS,
    ROWS,
    SECRET,
    Row,
    begun,
    head_mac,
    mac_of,
    one_by_one,
)
from bot.adapters.store.mentoring_tables import RECORD
from bot.errors import CoachError
from bot.ports.staff import Flaw

_AT_ONCE = 1_000
_ANCHOR = re.compile(r"([1-9][0-9]{0,17})-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of the record in order; `heads` are of the same moment. Without a key nothing was ever put on record."""

    rows: Sequence[Row]
    heads: Sequence[tuple[object, ...]]
    key: bytes | None

    @property
    def last(self) -> bool:
        """Whether the record ends here."""
        return len(self.rows) < _AT_ONCE


def read(connection: Connection, after: int | None) -> Page:
    """The entries after a number, or from the first on. Nobody appends until the transaction is over.

    Raises CoachError where the key file is not the one that belongs to the database.
    """
    one_by_one(connection)
    wanted = ROWS.order_by(RECORD.c.number).limit(_AT_ONCE)
    if after is not None:
        wanted = wanted.where(RECORD.c.number > after)
    return Page(
        rows=[Row(*row) for row in connection.execute(wanted)],
        heads=[tuple(row) for row in connection.execute(HEADS)],
        key=vault.secret(connection, SECRET) if begun(connection) else None,
    )


class Verifier:
    """One reading of the whole record; its pages may be of different moments, as what was read does not change."""

    def __init__(self, anchor: str = "") -> None:
        """With an anchor that was noted outside, whose entry must still be there; "" for none.

        Raises CoachError where it is no anchor.
        """
        found = _ANCHOR.fullmatch(anchor.strip().lower())
        if anchor and not found:
            message = (
                f"{anchor!r} is no anchor: it is the number of an entry, a dash and 16 hex digits, as it was shown"
            )
            raise CoachError(message, code="bad_anchor")
        self._noted: tuple[int, str] | None = (int(found[1]), found[0]) if found else None
        self._before = FIRST
        self._next = 1
        self._last: Row | None = None
        self.flaws: list[Flaw] = []

    @property
    def after(self) -> int | None:
        """The number after which the next page begins."""
        return self._last.number if self._last else None

    def take(self, page: Page) -> None:
        """Judge the next page."""
        for row in page.rows:
            if page.key is not None:
                self._judge(page.key, row)
            self._last = row
        if page.last:
            self._end(page)

    def _judge(self, key: bytes, row: Row) -> None:
        if row.number < self._next:
            self._tell(row.number, "has a number that no entry has")
            return
        if row.number > self._next:
            also = f", with all up to {row.number - 1}" if row.number - self._next > 1 else ""
            self._tell(self._next, f"is missing{also}; so nothing proves the entry after the gap")
        elif not row.fits or row.mac != mac_of(key, row, self._before):
            self._tell(row.number, self._why(key, row))
        if self._noted and self._noted[0] == row.number:
            if self._noted[1] != row.anchor:
                self._tell(row.number, "is not the one that was noted outside")
            self._noted = None
        self._next = row.number + 1
        self._before = str(row.mac)

    @staticmethod
    def _why(key: bytes, row: Row) -> str:
        if row.fits and row.mac == mac_of(key, row, BROKEN):
            return "found the end of the record changed when it was written: what stood before it may be gone"
        return "was edited, moved or put in, or the one before it was"

    def _end(self, page: Page) -> None:
        last, heads = self._last, page.heads
        if page.key is None:
            if last or heads:
                self._tell(1, "and all that follow cannot be proven: the key of the record is missing")
        elif last is None:
            self._tell(1, "is missing, and all that followed: there was a record here")
        elif not heads:
            self._tell(last.number, "is the last one here, but the head that must say so is missing")
        elif list(heads) != [(HEAD, last.number, head_mac(page.key, last.number, str(last.mac)))]:
            self._tell(last.number, "is the last one here, but the head does not say so: some were cut off or put in")
        if self._noted:
            self._tell(self._noted[0], "was noted outside, and is missing")

    def _tell(self, number: int, what: str) -> None:
        self.flaws.append(Flaw(number, f"entry {number} {what}"))
