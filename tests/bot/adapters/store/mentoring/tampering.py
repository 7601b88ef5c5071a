"""What is done to a record in tests: a record to do it to, changes to the database, and what the verifier says then."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import Connection, Table, delete, select, update

from bot.adapters.store.mentoring import record
from bot.adapters.store.mentoring_tables import RECORD, RECORD_HEAD
from bot.ports.staff import Act, Entry, Flaw
from tests.bot.adapters.store.offices import AT, World

LENGTH = 36
ACTS = tuple(Act)
Change = Callable[[Connection], object]


def entry(number: int) -> Entry:
    return Entry(
        at=AT + timedelta(seconds=7 * number, microseconds=number),
        actor=f"T1:U{number % 3}",
        act=ACTS[number % len(ACTS)],
        subject=f"share {number % 5}",
        detail="" if number % 2 else "mentor, trainer",
    )


@contextmanager
def tampering(here: World) -> Iterator[Callable[..., Sequence[Flaw]]]:
    """What the verifier says after changes to the database, each of which is taken back behind it."""
    with here.engine.connect() as connection:

        def told(*changes: Change, anchor: str = "") -> Sequence[Flaw]:
            changed = connection.begin_nested()
            for change in changes:
                change(connection)
            found = record.flaws(connection, anchor=anchor)
            changed.rollback()
            return found

        connection.begin()
        yield told
        connection.rollback()


def does(statement: object) -> Change:
    return lambda connection: connection.execute(statement)  # type: ignore[call-overload]


def edit(which: int, /, **values: object) -> Change:
    return does(update(RECORD).where(RECORD.c.number == which).values(**values))


def drop(*numbers: int) -> Change:
    return does(delete(RECORD).where(RECORD.c.number.in_(numbers)))


def head(**values: object) -> Change:
    return does(update(RECORD_HEAD).values(**values))


def empty(table: Table) -> Change:
    return does(delete(table))


def more(*numbers: int) -> Change:
    def appends(connection: Connection) -> None:
        for number in numbers:
            record.append(connection, entry(number))

    return appends


def rows_of(here: World, table: Table) -> list[dict[str, object]]:
    with here.engine.connect() as connection:
        return [dict(row) for row in connection.execute(select(table).order_by(table.c.number)).mappings()]


def filled(here: World) -> World:
    """With a record of some dozens of entries."""
    here.writer.submit(more(*range(1, LENGTH + 1))).result()
    return here
