"""Opening the database: settings that keep what was said, and migrations up and down, on SQLite and PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import Engine

from bot.adapters.store.engine import HEAD, MIGRATIONS, migrate, open_engine
from bot.adapters.store.schema import METADATA
from bot.errors import CoachError
from tests.bot.adapters.store.databases import KINDS, address, opened

TABLES = {"conversations", "turns"}


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with address(request.param, tmp_path) as found:
        yield found


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1), ("busy_timeout", 30000)],
)
def test_every_connection_to_sqlite_is_durable(pragma: str, value: object, tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'coach.db'}") as engine, engine.connect() as one, engine.connect() as two:
        one.rollback()
        for connection in (one, two):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
            connection.rollback()


def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'new' / 'deeper' / 'coach.db'}"):
        assert (tmp_path / "new" / "deeper" / "coach.db").is_file()


def test_a_store_in_memory_is_its_own(tmp_path: Path) -> None:
    with opened("sqlite://") as one, opened("sqlite://") as two:
        with one.begin() as connection:
            connection.execute(text("CREATE TABLE mark (id INTEGER)"))
        assert "mark" in tables(one)
        assert "mark" not in tables(two)


def test_a_new_database_is_brought_up_to_date(url: str) -> None:
    with opened(url) as engine:
        assert tables(engine) == {*TABLES, "alembic_version"}


def test_opening_again_changes_nothing(url: str) -> None:
    with opened(url), opened(url) as engine:
        assert tables(engine) >= TABLES


def test_migrations_go_down_and_up_again(url: str) -> None:
    with opened(url) as engine:
        migrate(engine, "base")
        assert not tables(engine) & TABLES
        migrate(engine)
        assert tables(engine) >= TABLES


def test_the_migrated_tables_are_the_ones_the_code_uses(url: str) -> None:
    with opened(url) as engine:
        found = inspect(engine)
        for name, table in METADATA.tables.items():
            columns = {one["name"]: bool(one["nullable"]) for one in found.get_columns(name)}
            assert columns == {one.name: bool(one.nullable) for one in table.columns}
            assert found.get_pk_constraint(name)["constrained_columns"] == [one.name for one in table.primary_key]
            assert {one["name"] for one in found.get_indexes(name)} == {one.name for one in table.indexes}
            keys = [one["referred_table"] for one in found.get_foreign_keys(name)]
            assert keys == [one.column.table.name for one in table.foreign_keys]


def test_the_newest_migration_is_the_one_that_the_code_expects() -> None:
    numbers = [path.name[1:5] for path in (MIGRATIONS / "versions").glob("v*.py")]
    assert max(numbers) == HEAD
    assert len(numbers) == len(set(numbers))


def test_what_cannot_be_opened_says_where_and_what_to_look_at(tmp_path: Path) -> None:
    file = tmp_path / "not-a-database"
    file.write_bytes(b"something else entirely " * 100)
    with pytest.raises(CoachError) as refused:
        open_engine(f"sqlite:///{file}")
    assert refused.value.code == "no_store"
    assert "not-a-database" in str(refused.value)
    assert "COACH_DATABASE" in str(refused.value)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(CoachError) as refused:
        open_engine("postgresql+psycopg://coach:hunter2@127.0.0.1:1/nowhere")
    assert "hunter2" not in str(refused.value)


def test_a_store_newer_than_the_code_is_refused_and_left_alone(url: str) -> None:
    with opened(url) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CoachError):
        open_engine(url)
    plain = create_engine(url)
    with plain.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
    plain.dispose()
