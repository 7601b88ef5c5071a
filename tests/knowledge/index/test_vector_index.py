"""The vector index: the matrix and Chroma answer alike, and a small corpus never loads Chroma."""

import gc
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from chromadb.errors import NotFoundError

from knowledge.index import chroma_store
from knowledge.index.units import UnitKind
from knowledge.index.vector_index import MatrixIndex, VectorSettings, load_vectors, open_vectors, save_vectors, total

ALWAYS_CHROMA = VectorSettings(exact_up_to=0)


def unit_rows(count: int, seed: int) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, 32)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("root") / "index-test"
    folder.mkdir()
    save_vectors(folder, {kind: unit_rows(300 + 10 * n, n) for n, kind in enumerate(UnitKind)})
    command = [sys.executable, "-m", "knowledge.index.chroma_store", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) == total(folder)
    return folder


def test_the_matrix_is_exact(folder: Path) -> None:
    rows, query = unit_rows(300, 0), unit_rows(1, 99)[0]
    found = MatrixIndex(folder).nearest(query, UnitKind.PASSAGE, 7)
    assert found.rows.tolist() == np.argsort(-(rows @ query))[:7].tolist()
    assert np.allclose(found.cosines, np.sort(rows @ query)[::-1][:7], atol=1e-5)


@pytest.mark.parametrize("kind", list(UnitKind))
def test_chroma_and_the_matrix_give_the_same_ten(folder: Path, kind: UnitKind) -> None:
    chroma = open_vectors(folder, ALWAYS_CHROMA)
    try:
        for query in unit_rows(20, 7):
            exact, found = MatrixIndex(folder).nearest(query, kind, 10), chroma.nearest(query, kind, 10)
            assert found.rows.tolist() == exact.rows.tolist()
            assert np.allclose(found.cosines, exact.cosines, atol=1e-4)
    finally:
        chroma.close()


def test_more_neighbours_than_rows_are_all_rows(folder: Path) -> None:
    query = unit_rows(1, 3)[0]
    assert len(MatrixIndex(folder).nearest(query, UnitKind.PASSAGE, 10_000).rows) == 300
    chroma = open_vectors(folder, ALWAYS_CHROMA)
    assert len(chroma.nearest(query, UnitKind.PASSAGE, 10_000).rows) == 300
    chroma.close()


def test_size_and_setting_choose_the_index(folder: Path) -> None:
    assert isinstance(open_vectors(folder, VectorSettings()), MatrixIndex)
    chroma = open_vectors(folder, ALWAYS_CHROMA)
    assert isinstance(chroma, chroma_store.ChromaIndex)
    chroma.close()


def test_vectors_come_back_as_they_were_saved(folder: Path) -> None:
    for number, rows in enumerate(load_vectors(folder).values()):
        assert np.array_equal(rows, unit_rows(300 + 10 * number, number))


def test_a_kind_without_rows_has_no_neighbours(tmp_path: Path) -> None:
    save_vectors(tmp_path, {kind: unit_rows(0 if kind is UnitKind.WHEN else 2, 1) for kind in UnitKind})
    assert MatrixIndex(tmp_path).nearest(unit_rows(1, 1)[0], UnitKind.WHEN, 5).rows.tolist() == []


def test_a_small_corpus_is_searched_without_chroma(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; import knowledge.search.searcher;"
        "from knowledge.index.vector_index import VectorSettings, open_vectors;"
        f"open_vectors(Path({str(folder)!r}), VectorSettings());"
        "slow = {'chromadb', 'bm25s', 'tantivy', 'torch', 'transformers', 'sentence_transformers', 'sklearn', 'scipy',"
        " 'langchain_core'};"
        "sys.exit(', '.join(slow & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = str(tmp_path_factory.mktemp("server"))
    chroma = str(Path(sys.executable).with_name("chroma"))
    command = [chroma, "run", "--path", place, "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
        running.terminate()
        _close_what_is_left(port)


def _close_what_is_left(port: int) -> None:
    """Chroma leaves its connections to the collector, which would find them open in the middle of another test."""
    for one in gc.get_objects():
        if isinstance(one, socket.socket) and one.family == socket.AF_INET and one.fileno() != -1:
            try:
                left = one.getpeername()[1] == port
            except OSError:  # not connected to anything
                continue
            if left:
                one.close()


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the Chroma server did not start")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # some it drops while this runs
def test_a_server_holds_searches_and_forgets_a_version(folder: Path, server: str) -> None:
    settings = VectorSettings(server=server)
    assert chroma_store.write(folder, settings) == total(folder)
    assert chroma_store.write(folder, settings) == total(folder)  # a build that is tried again starts afresh
    query = unit_rows(1, 5)[0]
    remote = open_vectors(folder, settings)
    exact = MatrixIndex(folder).nearest(query, UnitKind.SAYS, 10)
    assert remote.nearest(query, UnitKind.SAYS, 10).rows.tolist() == exact.rows.tolist()
    remote.close()
    chroma_store.forget(folder, settings)
    with pytest.raises(NotFoundError):
        open_vectors(folder, settings)
