"""A Chroma server for all of them, and a database of each kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.adapters.shared_index.hospital import Hospital, hospital
from tests.bot.adapters.store.databases import KINDS
from tests.chroma_server import ChromaServer, chroma_server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromaServer]:
    with chroma_server(tmp_path_factory.mktemp("server")) as found:
        yield found


@pytest.fixture(params=KINDS)
def either(request: pytest.FixtureRequest, tmp_path: Path, server: ChromaServer) -> Iterator[Hospital]:
    with hospital(request.param, tmp_path, server) as found:
        yield found


@pytest.fixture
def here(tmp_path: Path, server: ChromaServer) -> Iterator[Hospital]:
    """On PostgreSQL, which is where replicas are; what depends on the database is tried on `either`."""
    with hospital("postgresql", tmp_path, server) as found:
        yield found
