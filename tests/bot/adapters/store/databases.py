"""A database for a test: SQLite in a folder of its own, or PostgreSQL in a schema of its own where one is given."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from bot.adapters.keyring import Keyring
from bot.adapters.store.engine import open_engine

KEY = b"the key of the tests is 32 bytes"
KEYRING = Keyring((KEY,))
POSTGRES = "COACH_TEST_POSTGRES"
KINDS = ("sqlite", "postgresql")


@contextmanager
def address(kind: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database of this kind; what was made there is gone afterwards."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'coach.db'}"
        return
    given = os.environ.get(POSTGRES)
    if not given:
        pytest.skip(f"no PostgreSQL: set {POSTGRES} to the URL of a database to test with")
    schema = f"coach_test_{uuid4().hex[:12]}"
    admin = create_engine(given)
    with admin.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    url = make_url(given).update_query_dict({"options": f"-csearch_path={schema}"})
    try:
        yield url.render_as_string(hide_password=False)
    finally:
        with admin.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        admin.dispose()


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """The engine at `url`, closed afterwards."""
    engine = open_engine(url, KEYRING)
    try:
        yield engine
    finally:
        engine.dispose()
