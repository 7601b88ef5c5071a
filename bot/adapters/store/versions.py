"""Which schema a store has, and its file, looked up without opening it as a store."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.adapters.store.one_process import OneProcess
from bot.errors import CoachError


def parsed_url(url: str) -> URL:
    """The parts of a database's URL. Raises CoachError where it is none, without showing it: it may hold a password."""
    try:
        return make_url(url)
    except (ArgumentError, ValueError):  # the second for a port that is no number
        message = "COACH_DATABASE: is no SQLAlchemy URL, as postgresql+psycopg://coach@db.example.org/coach"
        raise CoachError(message, code="bad_setting") from None


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite database; None where it is another one, or in memory."""
    parsed = parsed_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in {None, "", ":memory:"}:
        return None
    return Path(str(parsed.database))


def version_of(url: str) -> str:
    """The schema that a store has; "" where it is empty. Raises CoachError where it cannot be reached."""
    with _plain(url) as engine, engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def server_of(url: str) -> str:
    """The database's server and its version, as "postgresql 16.4". Raises CoachError where it cannot be reached."""
    with _plain(url) as engine, engine.connect() as connection:
        found = connection.dialect.server_version_info or ()
        return f"{connection.dialect.name} {'.'.join(map(str, found))}".strip()


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Be the one process that uses a SQLite store. Raises CoachError (`in_use`) where another is."""
    with _plain(url) as engine:
        held = OneProcess(engine)
        try:
            yield
        finally:
            held.let_go()


@contextmanager
def _plain(url: str) -> Iterator[Engine]:
    engine = create_engine(parsed_url(url), hide_parameters=True)
    try:
        yield engine
    except SQLAlchemyError as error:
        where = parsed_url(url).render_as_string(hide_password=True)
        message = (
            f"cannot open the store at {where}: {str(error).splitlines()[0]}. Check COACH_DATABASE and COACH_DATA."
        )
        raise CoachError(message, code="no_store") from error
    finally:
        engine.dispose()
