"""What 0006 brings is added beside what is there: a table, and columns that may be empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from bot.adapters.store.engine import migrate
from bot.adapters.store.rota_tables import ROTA
from tests.bot.adapters.store.databases import KINDS, address, opened

ADDED = {("people", "quiet_from"), ("people", "quiet_to"), ("commitments", "obstacle"), ("commitments", "learned")}


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with address(request.param, tmp_path) as found:
        yield found


def columns(engine: Engine) -> set[tuple[str, str]]:
    found = inspect(engine)
    return {(name, one["name"]) for name in found.get_table_names() for one in found.get_columns(name)}


def test_it_only_adds_on_the_way_up_and_only_takes_that_away_on_the_way_down(url: str) -> None:
    with opened(url) as engine:
        migrate(engine, "0005")
        before = columns(engine)
        migrate(engine, "0006")
        assert columns(engine) == before | ADDED | {(ROTA.name, column.name) for column in ROTA.c}
        assert all(
            one["nullable"]
            for name in ("people", "commitments")
            for one in inspect(engine).get_columns(name)
            if (name, one["name"]) in ADDED
        )
        migrate(engine, "0005")
        assert columns(engine) == before
