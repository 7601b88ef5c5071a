"""A store in memory is made at once from the tables, not by migrations: it must come out the same."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from bot.adapters.store.all_tables import METADATA
from bot.adapters.store.engine import HEAD
from tests.bot.adapters.store.databases import opened


def _shape(engine: Engine) -> dict[str, tuple[list[str], list[str]]]:
    """For each table its columns, with their kinds, and its indexes; in the order of their names."""
    found = inspect(engine)
    return {
        name: (
            sorted(f"{one['name']} {one['type']} {one['nullable']}" for one in found.get_columns(name)),
            sorted(str(one["name"]) for one in found.get_indexes(name)),
        )
        for name in found.get_table_names()
    }


def test_a_store_in_memory_is_like_one_that_was_migrated(tmp_path: Path) -> None:
    with opened("sqlite://") as memory, opened(f"sqlite:///{tmp_path / 'coach.db'}") as file:
        assert _shape(memory) == _shape(file)
        assert set(_shape(memory)) == {*METADATA.tables, "alembic_version"}


def test_a_store_in_memory_says_its_version(tmp_path: Path) -> None:
    with opened("sqlite://") as engine, engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
