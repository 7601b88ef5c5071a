"""A million passages: what is measured of them, in small."""

import json
import subprocess
import sys
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest

from evals.bench import million
from evals.bench.command import MEASUREMENTS
from evals.bench.larger import MadeUp, SpreadEncoder
from evals.bench.million import Reader
from evals.bench.outcome import BenchError
from knowledge.index.build import build_index
from knowledge.index.index_folder import current_version
from knowledge.index.units import Library, UnitKind
from knowledge.index.vector_index import MatrixIndex, Neighbours, Vectors, VectorSettings
from tests.evals.bench.small import Work
from tests.knowledge.small_library import CARDS, WordEncoder, small_library

LARGE = VectorSettings(large_from=0)


class FindsHalf:
    """Finds every second of the nearest."""

    def __init__(self, exact: MatrixIndex) -> None:
        self._exact = exact

    def nearest(self, vector: Vectors, kind: UnitKind, count: int) -> Neighbours:
        found = self._exact.nearest(vector, kind, count)
        return Neighbours(found.rows[::2], found.cosines[::2])

    def close(self) -> None:
        self._exact.close()


def made_up(size: int) -> Library:
    own = small_library()
    return Library(MadeUp(own.cards, size), own.cards, {})


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made-up")
    library = made_up(40)
    build_index(root, library, SpreadEncoder(WordEncoder(), library, lambda _: None), LARGE)
    return root


def test_a_percentile_at_both_sizes_is_a_multiple_and_each_querys_least_time_counts() -> None:
    work = Work()
    delays = cycle([9.0, 0.0, 0.0])  # one of the three times that each query is asked

    def large(_: int) -> None:
        work.time += next(delays) + 4

    def small(_: int) -> None:
        work.time += 2

    row = million.p95_row("a search", {10: small, 1_000: large}, (8, 2), work, 3.0)
    assert (row.value.median, row.met, row.value.rounds) == (2.0, True, 2)
    assert row.what == "a search at 1,000 / at 10, p95"


def test_more_than_three_times_is_out_of_reach() -> None:
    work = Work()

    def takes(seconds: int) -> million.Search:
        def search(_: int) -> None:
            work.time += seconds

        return search

    assert million.p95_row("a search", {1: takes(1), 2: takes(4)}, (3, 1), work, 3.0).met is False


def test_recall_is_the_share_of_the_nearest_that_are_found(root: Path) -> None:
    exact = MatrixIndex(root / current_version(root))
    vectors = WordEncoder().encode(["a bold target", "numbers in private"])
    assert million.recall_row(40, exact, exact, vectors).value.median == 1.0
    assert million.recall_row(40, FindsHalf(exact), exact, vectors).value.median == 0.5


def test_a_process_of_its_own_opens_and_searches(root: Path) -> None:
    reader = million.read_apart(root, WordEncoder().encode(["a bold target", "numbers in private"]))
    assert reader.opening > 0
    assert reader.megabytes > 10


def test_a_process_that_cannot_open_says_so(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="only opens the index ended with 1"):
        million.read_apart(tmp_path, np.zeros((1, 64), dtype=np.float32))


def test_opening_and_memory_are_told_for_each_size() -> None:
    rows = million.reader_rows({10: Reader(0.5, 100.0), 1_000: Reader(0.75, 120.0)})
    assert [(row.value.median, row.unit) for row in rows] == [(0.5, "s"), (100.0, "MB"), (0.75, "s"), (120.0, "MB")]


def test_made_up_passages_are_the_same_each_time_and_after_those_that_come_before() -> None:
    own = small_library()
    made = MadeUp(own.cards, 5, own.passages)
    assert len(made) == 11
    assert list(made)[:6] == list(own.passages)
    assert made[7] == MadeUp(own.cards, 9, own.passages)[7]
    assert len({passage.text for passage in made}) == 11
    assert [one.id for one in made[9:20]] == ["made-up-3", "made-up-4"]
    with pytest.raises(IndexError):
        made[11]


def test_spread_vectors_are_the_same_for_the_same_text_and_of_length_one() -> None:
    encoder = SpreadEncoder(WordEncoder(), made_up(1), lambda _: None)
    first, again = encoder.encode(["one text", "another"]), encoder.encode(["another", "one text"])
    assert np.array_equal(first, again[::-1])
    assert np.allclose(np.linalg.norm(first, axis=1), 1.0, atol=1e-5)
    assert float(first[0] @ first[1]) < 0.99


def test_a_million_are_searched_only_when_they_are_asked_for() -> None:
    assert "million" in MEASUREMENTS
    script = (
        "from evals.bench import running; from click.testing import CliRunner; from evals.bench.command import bench\n"
        "asked = []\nrunning.run = lambda names, *_: asked.append(sorted(names))\n"
        "for args in ([], ['--only', 'million']):\n    CliRunner().invoke(bench, args, catch_exceptions=False)\n"
        "import json; print(json.dumps(asked))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    every, million_alone = json.loads(done.stdout)
    assert set(every) == MEASUREMENTS.keys() - {"million"}
    assert million_alone == ["million"]


def test_cards_are_found_among_made_up_passages(root: Path) -> None:
    hits = build_index(root, made_up(40), SpreadEncoder(WordEncoder(), made_up(40), lambda _: None), LARGE)
    assert (hits.built, hits.manifest.targets) == (False, 40 + len(CARDS))
