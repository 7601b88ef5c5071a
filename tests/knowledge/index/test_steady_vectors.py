"""Vectors are found whatever the Chroma server does: from the matrix, the same ones, while it is down or silent."""

import logging
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from knowledge.index import chroma_store, steady_vectors
from knowledge.index.steady_vectors import SteadyVectors, open_steady
from knowledge.index.units import UnitKind
from knowledge.index.vector_index import MatrixIndex, Neighbours, Vectors, VectorSettings, save_vectors
from tests.chroma_server import ChromaServer, chroma_server

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # see tests/chroma_server


def rows(count: int, seed: int) -> Vectors:
    made = np.random.default_rng(seed).normal(size=(count, 32)).astype(np.float32)
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("root") / "index-test"
    folder.mkdir()
    save_vectors(folder, {kind: rows(50, number) for number, kind in enumerate(UnitKind)})
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromaServer]:
    with chroma_server(tmp_path_factory.mktemp("server")) as found:
        yield found


QUERY = rows(1, 99)[0]


@dataclass
class Server:
    """A server that fails as often as it is told to, and counts what it is asked."""

    failing: int = 0
    asked: int = 0
    closed: int = 0
    clock: float = 0.0
    answer: Neighbours = field(default_factory=lambda: Neighbours(np.array([7]), np.array([0.5], dtype=np.float32)))

    def nearest(self, vector: Vectors, kind: UnitKind, count: int) -> Neighbours:
        self.asked += 1
        if self.failing:
            self.failing -= 1
            message = "what was asked"
            raise ConnectionError(message)
        return self.answer

    def close(self) -> None:
        self.closed += 1


def steady(folder: Path, server: Server) -> SteadyVectors:
    return SteadyVectors(folder, lambda: server, clock=lambda: server.clock)


def test_the_server_is_asked_while_it_answers(folder: Path) -> None:
    server = Server()
    vectors = steady(folder, server)
    assert vectors.nearest(QUERY, UnitKind.SAYS, 1).rows.tolist() == [7]
    vectors.close()
    assert (server.asked, server.closed) == (1, 1)


def test_after_a_failure_the_matrix_answers_and_the_server_is_left_alone_for_a_while(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server, exact = Server(failing=1), MatrixIndex(folder)
    vectors = steady(folder, server)
    wanted = exact.nearest(QUERY, UnitKind.SAYS, 9).rows.tolist()
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert vectors.nearest(QUERY, UnitKind.SAYS, 9).rows.tolist() == wanted
    assert server.asked == 1
    assert len(caplog.records) == 1
    server.clock = steady_vectors.REST_SECONDS
    assert vectors.nearest(QUERY, UnitKind.SAYS, 9).rows.tolist() == [7]


def test_one_that_cannot_be_opened_is_the_same(folder: Path) -> None:
    def refuses() -> Server:
        raise ConnectionRefusedError

    found = SteadyVectors(folder, refuses).nearest(QUERY, UnitKind.ASKS, 5)
    assert found.rows.tolist() == MatrixIndex(folder).nearest(QUERY, UnitKind.ASKS, 5).rows.tolist()


def test_a_real_server_that_is_silent_or_gone_holds_up_one_search_only(
    folder: Path, server: ChromaServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chroma_store, "READING_SECONDS", 0.5)
    settings = VectorSettings(server=server.url)
    chroma_store.write(folder, settings)
    exact = MatrixIndex(folder).nearest(QUERY, UnitKind.SAYS, 5).rows.tolist()
    vectors = open_steady(folder, settings)
    assert vectors.nearest(QUERY, UnitKind.SAYS, 5).rows.tolist() == exact
    with server.frozen():
        for silent in (vectors, open_steady(folder, settings)):
            began = time.monotonic()
            assert silent.nearest(QUERY, UnitKind.SAYS, 5).rows.tolist() == exact
            assert time.monotonic() - began < 60, "it would have waited for ever"
            silent.close()
    server.stop()
    gone = open_steady(folder, settings)
    assert gone.nearest(QUERY, UnitKind.SAYS, 5).rows.tolist() == exact
    server.start()


def test_how_many_vectors_a_server_holds_is_told(folder: Path, server: ChromaServer) -> None:
    settings = VectorSettings(server=server.url)
    chroma_store.write(folder, settings)
    assert chroma_store.stored(folder, settings) == 50 * len(UnitKind)
    chroma_store.forget(folder, settings)
    assert chroma_store.stored(folder, settings) == 0


def test_nobody_waits_while_another_search_opens_the_server(folder: Path) -> None:
    begun, go = threading.Event(), threading.Event()
    exact = MatrixIndex(folder).nearest(QUERY, UnitKind.SAYS, 5).rows.tolist()

    def opens() -> Server:
        begun.set()
        assert go.wait(20)
        return Server()

    vectors = SteadyVectors(folder, opens)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(vectors.nearest, QUERY, UnitKind.SAYS, 5)
        assert begun.wait(20)
        second = pool.submit(vectors.nearest, QUERY, UnitKind.SAYS, 5)
        try:
            assert second.result(timeout=20).rows.tolist() == exact
        finally:
            go.set()
        assert first.result().rows.tolist() == [7]
    assert vectors.nearest(QUERY, UnitKind.SAYS, 5).rows.tolist() == [7]
