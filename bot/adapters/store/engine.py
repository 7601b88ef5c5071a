"""Opening the database: durable settings, and the schema brought up to date."""

import os
import sqlite3
from contextlib import suppress
from functools import partial
from pathlib import Path

from pydantic_core import from_json, to_json
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import PoolProxiedConnection, StaticPool

from bot.adapters.keyring import Keyring
from bot.adapters.store.all_tables import METADATA
from bot.adapters.store.vault import KEYRING, check_keys
from bot.adapters.store.versions import parsed_url
from bot.errors import CoachError

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
HEAD = "0006"
"""The newest migration; a test compares it with the folder."""

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=30000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA mmap_size=0",
)
_MIGRATING = 0x636F616368
"""Whoever migrates a PostgreSQL database holds this lock, so that replicas that start together do it one by one."""


def open_engine(url: str, keyring: Keyring | None = None) -> Engine:
    """Open the database at `url` and migrate it where it is behind; `sqlite://` alone is a store in memory.

    The engine carries `keyring`, with which everybody's words are sealed; without one what is sealed opens no more
    once the process has ended, as it is with a store in memory.

    Raises CoachError where it cannot be opened, is newer than this code, or was sealed with keys that are not in
    `keyring`.
    """
    try:
        engine = _create(url).execution_options(**{KEYRING: keyring or Keyring.fleeting()})
        try:
            _bring_up_to_date(engine, url)
            with engine.connect() as connection:
                check_keys(connection)
        except BaseException:
            engine.dispose()
            raise
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        message = f"cannot open the store at {_shown(url)}: {_first_line(error)}. Check COACH_DATABASE and COACH_DATA."
        raise CoachError(message, code="no_store") from error
    return engine


def _bring_up_to_date(engine: Engine, url: str) -> None:
    with engine.connect() as connection:
        found = _version(connection)
    if found is not None and found > HEAD:
        message = f"the store at {_shown(url)} was written by a newer coach: install that one, or restore a backup"
        raise CoachError(message, code="newer_store")
    if found is None and _is_in_memory(url):
        _make_whole(engine)
    elif found != HEAD:
        migrate(engine)


def _make_whole(engine: Engine) -> None:
    """The schema as it is now, at once: nothing older ever stood in memory, and a start need not wait for Alembic."""
    with engine.begin() as connection:
        METADATA.create_all(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the schema to `revision`, `head` or `base` (empty).

    Alembic is imported only here: a store that is up to date does not pay for it.
    """
    from alembic import command  # noqa: PLC0415 - costs a fifth of a second that only a first start needs
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL statement_timeout = 0"))  # a large store takes as long as it takes
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATING})
        config.attributes["connection"] = connection
        if revision == "head" or (revision != "base" and revision > (_version(connection) or "")):
            command.upgrade(config, revision)
        else:
            command.downgrade(config, revision)


_CONNECT_SECONDS = 10
"""A database that does not answer by then is down: whoever waits is told so, and Slack sends again."""
_SILENT_MS = 30_000
"""A connection on which nothing was acknowledged for so long is dead: the network between was cut, or the machine."""
_STATEMENT_MS = 60_000
"""No statement of ours takes so long: it waits for a lock that nobody lets go, or for a disk that hangs."""


def _to_json(value: object) -> str:
    """Models as well as what they are made of, in one pass."""
    return to_json(value).decode()


_engine = partial(create_engine, hide_parameters=True, json_serializer=_to_json, json_deserializer=from_json)
"""What an error shows names no parameter: it may be somebody's words."""


_OWNERS = 0o600
"""Rights of a new file: nobody but who runs the coach reads or writes it."""


def _create(url: str) -> Engine:
    parsed = parsed_url(url)
    if parsed.get_backend_name() != "sqlite":
        psycopg = parsed.get_driver_name().startswith("psycopg")
        quick = {"connect_timeout": _CONNECT_SECONDS, "tcp_user_timeout": _SILENT_MS} if psycopg else {}
        engine = _engine(parsed, pool_pre_ping=True, connect_args=quick)
        event.listen(engine, "connect", _impatient)
        return engine
    if _is_in_memory(url):
        engine = _engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        _made_private(Path(str(parsed.database)))
        engine = _engine(parsed)
    event.listen(engine, "connect", _durable)
    engine.dialect.do_begin = _immediate  # type: ignore[method-assign]  # an event for it would slow each statement
    return engine


def _is_in_memory(url: str) -> bool:
    parsed = parsed_url(url)
    return parsed.get_backend_name() == "sqlite" and parsed.database in {None, "", ":memory:"}


def _made_private(file: Path) -> None:
    """Make the file where it is not there, for its owner alone; SQLite gives what it lays beside it the same rights."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNERS))


def _impatient(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute(f"SET statement_timeout = {_STATEMENT_MS}")
    cursor.close()
    connection.commit()  # or the first transaction that is rolled back would take it away


def _durable(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy's own BEGIN, so that it can be IMMEDIATE
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _immediate(dbapi_connection: PoolProxiedConnection) -> None:
    dbapi_connection.cursor().execute("BEGIN IMMEDIATE")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _shown(url: str) -> str:
    return parsed_url(url).render_as_string(hide_password=True)


def _first_line(error: BaseException) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
