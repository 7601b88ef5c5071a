"""How much longer a search takes in a library ten and a hundred times as large, with and without the encoder call."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.compose import House
from evals.bench.larger import SpreadEncoder, enlarged, own_library
from evals.bench.outcome import Inputs, Measured, Outcome, Row
from evals.bench.timing import Clock, Pair, in_ms, median, now, ratios, seconds
from knowledge.encoder.embedding import TextEncoder, Vectors
from knowledge.index.build import build_index
from knowledge.index.units import make_targets
from knowledge.search.searcher import Searcher

SIZES = (1, 10, 100)
QUICK_SIZES = (1, 10)
_QUERIES = 20
_WARM = 3


@dataclass(frozen=True, slots=True)
class Sized:
    """Searches in one library: of a text whose vector is known already, and of a text alone."""

    known: Callable[[str], object]
    alone: Callable[[str], object]


def measure(inputs: Inputs) -> Outcome:
    """Build every size in a folder of its own, then search them in turns."""
    house = House(inputs.settings)
    texts = inputs.texts[:_QUERIES]
    vectors = dict(zip(texts, house.encoder.encode(texts), strict=True))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        opened = _opened(inputs, house.encoder, Path(scratch))
        try:
            sized = {size: _sized(searcher, vectors) for size, searcher in opened.items()}
            return Measured(rows_of(sized, texts, inputs.rounds))
        finally:
            for searcher in opened.values():
                searcher.close()


def rows_of(sized: Mapping[int, Sized], texts: Sequence[str], rounds: int, clock: Clock = now) -> tuple[Row, ...]:
    """Two rows for each size but the first, which is the yardstick."""
    for one in sized.values():
        for text in texts[:_WARM]:
            one.alone(text)
    return (
        *_rows("encoder excluded", {size: one.known for size, one in sized.items()}, texts, rounds, clock),
        *_rows("encoder included", {size: one.alone for size, one in sized.items()}, texts, rounds, clock),
    )


def _rows(
    how: str, searches: Mapping[int, Callable[[str], object]], texts: Sequence[str], rounds: int, clock: Clock
) -> list[Row]:
    medians = [_round(searches, texts, clock) for _ in range(rounds)]
    smallest = min(searches)
    rows: list[Row] = []
    for size in sorted(set(searches) - {smallest}):
        pairs = [Pair(one[size], one[smallest]) for one in medians]
        detail = f"p50 of {len(texts)} queries: {in_ms(pairs)}"
        rows.append(Row(f"a search at {size}x / at {smallest}x, {how}", ratios(pairs), detail))
    return rows


def _round(searches: Mapping[int, Callable[[str], object]], texts: Sequence[str], clock: Clock) -> dict[int, float]:
    times: dict[int, list[float]] = {size: [] for size in searches}
    sizes = list(searches)
    for place, text in enumerate(texts):
        for turn in range(len(sizes)):
            size = sizes[(place + turn) % len(sizes)]
            search = searches[size]
            times[size].append(seconds(lambda search=search, text=text: search(text), clock))  # type: ignore[misc]  # bound defaults
    return {size: median(values) for size, values in times.items()}


def _opened(inputs: Inputs, encoder: TextEncoder, scratch: Path) -> dict[int, Searcher]:
    library = own_library(inputs.sources)
    targets = len(make_targets(library))
    spread = SpreadEncoder(encoder, library, inputs.say)
    opened: dict[int, Searcher] = {}
    for size in QUICK_SIZES if inputs.quick else SIZES:
        inputs.say(f"search: building {size}x, {size * targets:,} targets{' (minutes)' if size > 10 else ''}")
        root = scratch / f"{size}x"
        taken = seconds(lambda root=root, size=size: build_index(root, enlarged(library, (size - 1) * targets), spread))  # type: ignore[misc]  # bound defaults
        inputs.say(f"search: {size}x built in {taken:.0f} s")
        opened[size] = Searcher(root, encoder)
    return opened


def _sized(searcher: Searcher, vectors: Mapping[str, Vectors]) -> Sized:
    return Sized(known=lambda text: searcher.search(text, vector=vectors[text]), alone=searcher.search)
