"""Building the index from the source texts, as a multiple of LangChain's stock path on the same texts and encoder."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.compose import House, vector_settings
from evals.bench.outcome import Inputs, Measured, Outcome, Row, Skipped
from evals.bench.timing import Clock, Pair, in_s, interleaved, now, ratios, seconds
from knowledge.encoder.exporting import DEFAULT_PACKAGE, find_weights
from knowledge.index import index_folder
from knowledge.library import Places, index_library

if TYPE_CHECKING:
    from evals.bench.stock import StockPath

FILES = "**/*.txt"
_MOST_ROUNDS = 3
NO_SOURCES = "no source texts are installed (setting COACH_SOURCES)"


@dataclass(frozen=True, slots=True)
class Built:
    """What one build made: passages (or chunks), and vectors."""

    passages: int
    vectors: int


Build = Callable[[Path], Built]


def measure(inputs: Inputs) -> Outcome:
    """Build both in turns from the same plain texts, each into an empty folder and with its encoder loaded."""
    if inputs.sources is None or not any(inputs.sources.glob(FILES)):
        return Skipped(NO_SOURCES)
    house = House(inputs.settings)
    settings = vector_settings(inputs.settings)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        texts = plain_texts(inputs.sources, Path(scratch) / "texts")
        stock = stock_path(inputs)
        stock.encode(inputs.texts[:2])
        house.encoder.encode(inputs.texts[:2])

        def ours(folder: Path) -> Built:
            index_library(Places(texts, (), folder), house.encoder, settings, again=True)
            root = folder / "index"
            made = index_folder.read_manifest(root / index_folder.current_version(root))
            return Built(made.passages, made.vectors)

        def theirs(folder: Path) -> Built:
            chunks = stock.build(texts, folder).chunks
            return Built(chunks, chunks)

        return Measured(rows_of(ours, theirs, inputs, Path(scratch)))


def rows_of(ours: Build, theirs: Build, inputs: Inputs, scratch: Path, clock: Clock = now) -> tuple[Row, ...]:
    """Rows for the whole, for a passage and for a vector."""
    made: dict[str, Built] = {}

    def timed(name: str, build: Build) -> float:
        inputs.say(f"index build: {name}")
        folder = Path(tempfile.mkdtemp(dir=scratch))

        def once() -> None:
            made[name] = build(folder)

        return seconds(once, clock)

    pairs = interleaved(
        min(inputs.rounds, _MOST_ROUNDS), lambda: timed("ours", ours), lambda: timed("stock path", theirs)
    )
    own, stock = made["ours"], made["stock path"]
    each = [Pair(pair.ours / own.passages, pair.yardstick / stock.passages) for pair in pairs]
    vector = [Pair(pair.ours / own.vectors, pair.yardstick / stock.vectors) for pair in pairs]
    counted = f"{own.passages} passages and {own.vectors} vectors against {stock.passages} chunks of one vector"
    return (
        Row("index build / stock path, in total", ratios(pairs), f"{in_s(pairs)}; {counted}"),
        Row("index build / stock path, a passage", ratios(each), "cards and their lines are in ours only"),
        Row("index build / stock path, a vector", ratios(vector), "cards and their lines are in ours only"),
    )


def plain_texts(sources: Path, folder: Path) -> Path:
    """A folder with the plain texts alone, which both paths read."""
    folder.mkdir()
    for file in sorted(sources.glob(FILES)):
        shutil.copyfile(file, folder / file.name)
    return folder


def stock_path(inputs: Inputs) -> "StockPath":
    """The stock path over the very weights that our encoder was exported from."""
    from evals.bench.stock import StockPath  # noqa: PLC0415 - takes seconds, which no other measurement should pay for

    own = type(inputs.settings).model_fields["model"].default == inputs.settings.model
    return StockPath(find_weights(DEFAULT_PACKAGE if own else inputs.settings.model))
