"""The record of who did what: appended only, chained with a key, and verified.

Each entry's mac is keyed (HMAC-SHA256, with a secret that the master key wraps) over the entry, its number and the mac
before it; the head is keyed over the last of them. So whoever can write to the database, and has no key file, can
neither edit, drop, reorder nor add an entry without `flaws` telling of it. Nothing that is appended afterwards hides
it: an entry that finds the end of the record not as it was left says so for good.

What this does not prove. Whoever has the key file as well can write the whole record anew, and nothing in the database
tells. Whoever has no key, but a copy of the database as it was, can put record and head back as they were then, or take
away record, head and key together as if there had never been any. Against these the end of the record is noted outside
from time to time, on paper or in another system: `anchor` gives what to note, and `flaws`, given one that was noted,
tells whether it is still there.
"""

from collections.abc import Sequence
from functools import partial

from sqlalchemy import Connection, desc

from bot.adapters.store import vault
from bot.adapters.store.inserting import insert_into
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
from bot.adapters.store.mentoring.verifying import Verifier, read
from bot.adapters.store.mentoring_tables import RECORD, RECORD_HEAD
from bot.adapters.store.writer import Writer
from bot.ports.staff import Act, Entry, Flaw, Kept

_NEWEST = ROWS.order_by(desc(RECORD.c.number))
_LAST = _NEWEST.limit(1)
_ROOM = {"actor": 160, "subject": 200, "detail": 400}
"""Characters that a column takes; a test compares them with the table."""
_ACTS = frozenset(one.value for one in Act)


def append(connection: Connection, entry: Entry) -> None:
    """Put an entry at the end of the record, in this transaction; nobody else can until it is over, so do it last.

    What a column has no room for is cut, and what cannot be printed becomes "?": no address that somebody made up keeps
    their visit off the record. Raises CoachError where the key file is not the one that belongs to the database.
    """
    one_by_one(connection)
    fresh = not begun(connection)
    key = vault.secret(connection, SECRET)
    last = _last(connection)
    number = last.number + 1 if last else 1
    before = _end(connection, key, last, fresh=fresh)
    told = {
        "actor": _fitting("actor", entry.actor),
        "act": entry.act.value,
        "subject": _fitting("subject", entry.subject),
        "detail": _fitting("detail", entry.detail),
    }
    mac = mac_of(key, Row(number, entry.at, mac="", **told), before)
    connection.execute(RECORD.insert().values(number=number, at=entry.at, mac=mac, **told))
    head = {"number": number, "mac": head_mac(key, number, mac)}
    put = insert_into(connection, RECORD_HEAD).values(id=HEAD, **head)
    connection.execute(put.on_conflict_do_update(index_elements=[RECORD_HEAD.c.id], set_=head))


def entries(connection: Connection, *, before: int | None = None, limit: int = 100) -> Sequence[Kept]:
    """The newest first, from before a number on; what is no entry any more is left out: `flaws` tells of it."""
    wanted = _NEWEST.limit(limit)
    if before is not None:
        wanted = wanted.where(RECORD.c.number < before)
    found = (_kept(Row(*row)) for row in connection.execute(wanted))
    return [one for one in found if one]


def flaws(connection: Connection, *, anchor: str = "") -> Sequence[Flaw]:
    """Whatever was changed since it was written, empty where all is whole; the record stands still meanwhile.

    `anchor` is one that was noted outside: its entry must still be there. Raises CoachError where it is no anchor, or
    where the key file is not the one that belongs to the database.
    """
    verifier, going = Verifier(anchor), True
    while going:
        page = read(connection, verifier.after)
        verifier.take(page)
        going = not page.last
    return verifier.flaws


def anchor(connection: Connection) -> str:
    """The end of the record, to be noted outside: its number and the first 16 hex digits of its mac; "" for none."""
    last = _last(connection)
    return last.anchor if last else ""


class SqlRecord:
    """The record in a SQL database."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def note(self, entry: Entry) -> None:
        """Put an entry on record by itself."""
        await self._writer.write(lambda connection: append(connection, entry))

    async def entries(self, *, before: int | None = None, limit: int = 100) -> Sequence[Kept]:
        """The newest first, from before a number on."""
        return await self._writer.write(lambda connection: entries(connection, before=before, limit=limit))

    async def flaws(self, *, anchor: str = "") -> Sequence[Flaw]:
        """What `flaws` of this module tells; others go on meanwhile, between one page of it and the next."""
        verifier, going = Verifier(anchor), True
        while going:
            page = await self._writer.write(partial(read, after=verifier.after))
            verifier.take(page)
            going = not page.last
        return verifier.flaws

    async def anchor(self) -> str:
        """The end of the record, to be noted outside."""
        return await self._writer.write(anchor)


def _end(connection: Connection, key: bytes, last: Row | None, *, fresh: bool) -> str:
    """What the next entry follows: the last one's mac, where the head says that it is the last."""
    heads = [tuple(row) for row in connection.execute(HEADS)]
    if last is None:
        return FIRST if fresh and not heads else BROKEN
    mac = str(last.mac)
    return mac if heads == [(HEAD, last.number, head_mac(key, last.number, mac))] else BROKEN


def _last(connection: Connection) -> Row | None:
    found = connection.execute(_LAST).first()
    return Row(*found) if found else None


def _kept(row: Row) -> Kept | None:
    """The entry, where the row holds one."""
    at = row.moment
    if at is None or not row.fits or row.act not in _ACTS:
        return None
    return Kept(row.number, Entry(at, str(row.actor), Act(row.act), str(row.subject), str(row.detail)))


def _fitting(column: str, told: str) -> str:
    """What fits into a column of any database: cut to its room, and without what cannot be printed."""
    return "".join(one if one.isprintable() else "?" for one in told[: _ROOM[column]])
