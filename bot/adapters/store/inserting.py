"""Inserting what may be there already, in the words of each database."""

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import ReturningInsert

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

Upsert: TypeAlias = "sqlite.Insert | postgresql.Insert"


def insert_into(connection: Connection, table: Table) -> Upsert:
    """An insert that can say what to do where the row is there."""
    return insert_in(connection.dialect.name, table)


def insert_in(dialect: str, table: Table) -> Upsert:
    """The same, by the name of the database's dialect."""
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - most stores are a file, and start without it

    return postgresql.insert(table)


@cache
def insert_new(dialect: str, table: Table) -> ReturningInsert[tuple[int]]:
    """Inserts one row, given as parameters, and returns its id; nothing where one of its keys is known.

    Made once: building a statement costs more than running it.
    """
    return insert_in(dialect, table).on_conflict_do_nothing().returning(table.c.id)
