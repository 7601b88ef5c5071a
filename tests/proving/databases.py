"""A fresh database for a proof, the consents that it begins with, and what waits in it, counted from outside."""

import asyncio
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters.store.engine import open_engine
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.writer import Writer
from tests.bot.adapters.store.databases import KEYRING, POSTGRES

KINDS = ("sqlite", "postgresql")
_TRIES, _PAUSE = 200, 0.05
"""A reader that may not write cannot mend SQLite's log after a kill: it waits, ten seconds at most."""


class NoDatabaseError(Exception):
    """The database that a proof wants is not there; the message says how to name one."""


@contextmanager
def fresh(kind: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database: a SQLite file in `folder`, or a schema in the PostgreSQL that the tests use.

    Raises NoDatabaseError where that is wanted and none is set.
    """
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'coach.db'}"
        return
    given = os.environ.get(POSTGRES)
    if not given:
        message = f"no PostgreSQL: set {POSTGRES} to the SQLAlchemy URL of a database to prove with"
        raise NoDatabaseError(message)
    schema = f"coach_proof_{uuid4().hex[:12]}"
    admin = create_engine(given)
    with admin.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    known_as = {"options": f"-csearch_path={schema}", "application_name": schema}
    url = make_url(given).update_query_dict(known_as)
    try:
        yield url.render_as_string(hide_password=False)
    finally:
        with admin.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        admin.dispose()


def begin_with(url: str, people: Sequence[tuple[str, str]], version: int) -> None:
    """Migrate the database, and let these people (id, direct channel) have consented to that version."""

    async def consents() -> None:
        writer = Writer(open_engine(url, KEYRING))
        try:
            kept = SqlPeople(writer)
            for person, channel in people:
                await kept.know(person, channel=channel, timezone="Europe/London")
                await kept.consent(person, version, datetime.now(UTC))
        finally:
            writer.close()

    asyncio.run(consents())


class Watched:
    """What waits in a database of another process; reads only, and never holds it up."""

    def __init__(self, url: str) -> None:
        self._engine = _reading(url)

    def count(self, query: str) -> int:
        """The number that a query gives."""
        with self._engine.connect() as connection:
            return int(connection.execute(text(query)).scalar_one())

    def numbers(self, query: str) -> list[int]:
        """The numbers that a query gives."""
        with self._engine.connect() as connection:
            return [int(one) for one in connection.execute(text(query)).scalars()]

    def waiting(self) -> int:
        """Messages taken in and not done."""
        return self._tried("SELECT count(*) FROM inbox WHERE open")

    def unsent(self) -> int:
        """Letters not sent."""
        return self._tried("SELECT count(*) FROM outbox WHERE open")

    def taken(self) -> int:
        """Messages ever taken in."""
        return self._tried("SELECT count(*) FROM inbox")

    def left(self) -> Mapping[str, int]:
        """What is left to do: nothing, when all is quiet."""
        return {"waiting": self.waiting(), "unsent": self.unsent()}

    def close(self) -> None:
        """Let it go."""
        self._engine.dispose()

    def _tried(self, query: str) -> int:
        """Again where the database cannot be read: its own process was killed a moment ago and is about to mend it."""
        for _ in range(_TRIES - 1):
            try:
                return self.count(query)
            except SQLAlchemyError:
                time.sleep(_PAUSE)
        return self.count(query)


def _reading(url: str) -> Engine:
    """An engine that cannot write: on SQLite not even a checkpoint, which is its own process's affair."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, isolation_level="AUTOCOMMIT")
    engine = create_engine(f"sqlite:///file:{parsed.database}?mode=ro&uri=true")
    event.listen(engine, "connect", _patient)
    return engine


def _patient(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA busy_timeout=5000")
