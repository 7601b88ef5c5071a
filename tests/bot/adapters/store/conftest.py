"""What the store's tests share: a world on each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.adapters.store.databases import KINDS
from tests.bot.adapters.store.offices import World, world


@pytest.fixture(params=KINDS)
def here(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    with world(request.param, tmp_path) as found:
        yield found
