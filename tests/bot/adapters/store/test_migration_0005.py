"""What 0005 brings is added beside what is there, and an older coach goes on working."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from bot.adapters.store.engine import migrate
from bot.adapters.store.growth_tables import GROWTH
from tests.bot.adapters.store.databases import KINDS, address, opened

NEW = {table.name for table in GROWTH}


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with address(request.param, tmp_path) as found:
        yield found


def shape(engine: Engine) -> dict[str, list[str]]:
    """The tables but the new ones and the version, with their columns."""
    found = inspect(engine)
    names = set(found.get_table_names()) - NEW - {"alembic_version"}
    return {
        name: [f"{one['name']} {one['type']} {one['nullable']}" for one in found.get_columns(name)] for name in names
    }


def test_it_only_adds_on_the_way_up_and_only_takes_that_away_on_the_way_down(url: str) -> None:
    with opened(url) as engine:
        migrate(engine, "0004")
        before = shape(engine)
        assert not NEW & set(inspect(engine).get_table_names())
        migrate(engine, "0005")
        assert shape(engine) == before
        assert set(inspect(engine).get_table_names()) >= NEW
        migrate(engine, "0004")
        assert shape(engine) == before
        assert not NEW & set(inspect(engine).get_table_names())
