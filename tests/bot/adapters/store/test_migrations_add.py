"""Migrations since 0004 only add: tables, or columns that may be empty, so that an older coach goes on working."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from bot.adapters.store.engine import migrate
from bot.adapters.store.growth_tables import GROWTH
from bot.adapters.store.rota_tables import ROTA
from tests.bot.adapters.store.databases import KINDS, address, opened

INDEX = {"model_use", "index_versions", "index_parts", "index_current", "index_readers"}
COLUMNS = {("people", "quiet_from"), ("people", "quiet_to"), ("commitments", "obstacle"), ("commitments", "learned")}
ADDED = [
    ("0003", "0004", INDEX, set()),
    ("0004", "0005", {table.name for table in GROWTH}, set()),
    ("0005", "0006", {ROTA.name}, COLUMNS),
]


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with address(request.param, tmp_path) as found:
        yield found


def shape(engine: Engine) -> dict[tuple[str, str], str]:
    """Every column by its table and name: its type and whether it may be empty."""
    found = inspect(engine)
    return {
        (name, one["name"]): f"{one['type']} {one['nullable']}"
        for name in set(found.get_table_names()) - {"alembic_version"}
        for one in found.get_columns(name)
    }


@pytest.mark.parametrize(("before", "after", "tables", "columns"), ADDED)
def test_it_only_adds_on_the_way_up_and_only_takes_that_away_on_the_way_down(
    url: str, before: str, after: str, tables: set[str], columns: set[tuple[str, str]]
) -> None:
    with opened(url) as engine:
        migrate(engine, before)
        old = shape(engine)
        assert not tables & {name for name, _ in old}
        migrate(engine, after)
        new = shape(engine)
        added = {one: kind for one, kind in new.items() if one not in old}
        assert {one: new[one] for one in old} == old
        assert {one for one in added if one[0] not in tables} == columns
        assert {name for name, _ in added} >= tables
        assert all(added[one].endswith("True") for one in columns), "an older coach leaves it empty"
        migrate(engine, before)
        assert shape(engine) == old
