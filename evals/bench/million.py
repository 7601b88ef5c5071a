"""A search among a million passages, in time, memory and recall, beside ten thousand kept in the very same way."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.compose import House
from evals.bench.given import evenly
from evals.bench.larger import MadeUp, SpreadEncoder, card_sentences, own_library
from evals.bench.outcome import BenchError, Inputs, Measured, Outcome, Row
from evals.bench.timing import Clock, Pair, now, ratios, seconds, spread
from knowledge.encoder.embedding import Vectors
from knowledge.index.build import build_index
from knowledge.index.index_folder import current_version
from knowledge.index.large import ENGINE_FOLDER
from knowledge.index.units import Library, UnitKind
from knowledge.index.vector_index import MatrixIndex, VectorIndex, VectorSettings, open_vectors
from knowledge.index.word_engine import WordEngine
from knowledge.index.words import content_words
from knowledge.search.candidates import NEAR, SHARING
from knowledge.search.searcher import Searcher

SIZES = (10_000, 1_000_000)
QUICK_SIZES = (10_000, 100_000)
REACH = 3.0
QUERIES = 600
CHECKED = 100  # queries whose nearest are also looked for exactly
NEAREST = 10
TRIES = 3
SETTINGS = VectorSettings(large_from=0)
_FOLDER = "bench"
_WARM = 20

Search = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Reader:
    """What a process of its own needed to open an index and answer a few queries."""

    opening: float
    megabytes: float


def measure(inputs: Inputs) -> Outcome:
    """Build both libraries, which are kept in the data folder for the next time, and search them in turns."""
    house = House(inputs.settings)
    own = own_library(inputs.sources)
    texts = evenly([*inputs.texts, *card_sentences(own.cards)], QUERIES)
    vectors = house.encoder.encode(texts)
    roots = {size: inputs.settings.data / _FOLDER / f"{size}" for size in (QUICK_SIZES if inputs.quick else SIZES)}
    spreader = SpreadEncoder(house.encoder, own, inputs.say)
    for size, root in roots.items():
        inputs.say(f"million: building {size:,} passages under {root} (a million takes hours and 15 GB; it is kept)")
        library = Library(MadeUp(own.cards, size), own.cards, {})
        taken = seconds(lambda root=root, library=library: build_index(root, library, spreader, SETTINGS))  # type: ignore[misc]  # bound defaults
        inputs.say(f"million: {size:,} passages are there after {taken:.0f} s")
    folders = {size: root / current_version(root) for size, root in roots.items()}
    return Measured(
        (
            *_vector_rows(folders, vectors, inputs),
            _word_row(folders, texts, inputs),
            _search_row(roots, house, texts, vectors, inputs),
            *reader_rows({size: read_apart(root, vectors[:_WARM]) for size, root in roots.items()}),
        )
    )


def p95_row(
    what: str, searches: Mapping[int, Search], times: tuple[int, int], clock: Clock = now, reach: float | None = None
) -> Row:
    """The 95th percentile at the larger size as a multiple of that at the smaller.

    Each query is timed a few times at both sizes in turns, and its least time counts: what else the machine does
    falls away, and what the search itself takes does not. `times` is the number of queries, and of rounds.
    """
    count, rounds = times
    for search in searches.values():
        for number in range(min(_WARM, count)):
            search(number)
    low, high = min(searches), max(searches)
    pairs: list[Pair] = []
    middles: list[Pair] = []
    for _ in range(rounds):
        taken = _round(searches, count, clock)
        pairs.append(Pair(*(float(np.percentile(taken[size], 95)) for size in (high, low))))
        middles.append(Pair(*(float(np.percentile(taken[size], 50)) for size in (high, low))))
    detail = (
        f"p95 of {count} queries: {_ms([pair.ours for pair in pairs])} against "
        f"{_ms([pair.yardstick for pair in pairs])}; p50 {_ms([pair.ours for pair in middles])} against "
        f"{_ms([pair.yardstick for pair in middles])}"
    )
    return Row(f"{what} at {high:,} / at {low:,}, p95", ratios(pairs), detail, reach=reach)


def recall_row(size: int, found: VectorIndex, exact: VectorIndex, vectors: Vectors) -> Row:
    """The share of the truly nearest passages that are among those found, as many as a search asks for."""
    shares: list[float] = []
    for vector in vectors:
        wanted = set(exact.nearest(vector, UnitKind.PASSAGE, NEAREST).rows.tolist())
        got = set(found.nearest(vector, UnitKind.PASSAGE, NEAR).rows.tolist())
        shares.append(len(wanted & got) / len(wanted))
    detail = f"mean of {len(shares)} queries, against every vector"
    return Row(f"nearest {NEAREST} of {size:,} that are found", spread([float(np.mean(shares))]), detail, unit="share")


def reader_rows(readers: Mapping[int, Reader]) -> tuple[Row, ...]:
    """What it takes to open each library, and to hold it."""
    rows: list[Row] = []
    for size, one in readers.items():
        rows.append(Row(f"opening {size:,} passages, to the first answer", spread([one.opening]), "one process", "s"))
        rows.append(Row(f"peak memory of a process that searches {size:,}", spread([one.megabytes]), "VmHWM", "MB"))
    return tuple(rows)


def read_apart(root: Path, vectors: Vectors) -> Reader:
    """Open the index in a process of its own, and search it for some vectors."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "evals.bench.opened_once", str(root)],
        input=json.dumps(vectors.tolist()),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        message = f"a process that only opens the index ended with {done.returncode}: {done.stderr.strip()[-300:]}"
        raise BenchError(message)
    told = json.loads(done.stdout)
    return Reader(float(told["opening"]), float(told["megabytes"]))


def _vector_rows(folders: Mapping[int, Path], vectors: Vectors, inputs: Inputs) -> list[Row]:
    opened = {size: open_vectors(folder, VectorSettings(exact_up_to=0)) for size, folder in folders.items()}
    try:
        near: dict[int, Search] = {
            size: lambda number, one=one: one.nearest(vectors[number], UnitKind.PASSAGE, NEAR)  # type: ignore[misc]  # bound default
            for size, one in opened.items()
        }
        recalls = [
            recall_row(size, one, MatrixIndex(folders[size]), vectors[:: max(1, len(vectors) // CHECKED)])
            for size, one in opened.items()
        ]
        times = (len(vectors), inputs.rounds)
        return [p95_row("the nearest passages by vector", near, times, reach=REACH), *recalls]
    finally:
        for one in opened.values():
            one.close()


def _word_row(folders: Mapping[int, Path], texts: Sequence[str], inputs: Inputs) -> Row:
    words = [content_words(text) for text in texts]
    engines = {size: WordEngine(folder / ENGINE_FOLDER) for size, folder in folders.items()}
    searches: dict[int, Search] = {
        size: lambda number, engine=engine: engine.best(words[number], SHARING)  # type: ignore[misc]  # bound default
        for size, engine in engines.items()
    }
    return p95_row("the passages that share most words", searches, (len(texts), inputs.rounds))


def _search_row(roots: Mapping[int, Path], house: House, texts: Sequence[str], vectors: Vectors, inputs: Inputs) -> Row:
    opened = {size: Searcher(root, house.encoder, SETTINGS) for size, root in roots.items()}
    try:
        searches: dict[int, Search] = {
            size: lambda number, one=one: one.search(texts[number], vector=vectors[number])  # type: ignore[misc]  # bound default
            for size, one in opened.items()
        }
        return p95_row("a whole search, encoder excluded,", searches, (len(texts), inputs.rounds))
    finally:
        for one in opened.values():
            one.close()


def _round(searches: Mapping[int, Search], count: int, clock: Clock) -> dict[int, list[float]]:
    times: dict[int, list[float]] = {size: [] for size in searches}
    sizes = list(searches)
    for number in range(count):
        least = dict.fromkeys(sizes, float("inf"))
        for turn in range(TRIES):
            for size in sizes if (number + turn) % 2 == 0 else reversed(sizes):
                search = searches[size]
                least[size] = min(least[size], seconds(lambda search=search, number=number: search(number), clock))  # type: ignore[misc]  # bound defaults
        for size, value in least.items():
            times[size].append(value)
    return times


def _ms(values: Sequence[float]) -> str:
    return f"{float(np.median(values)) * 1000:.2f} ms"
