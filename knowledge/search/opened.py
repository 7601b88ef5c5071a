"""One version of the index, opened for reading: targets, units, words and vectors that belong together."""

import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.index.keyword_index import KeywordIndex
from knowledge.index.targets import ALL_WORDS, KEYWORDS_FOLDER, SOURCE_WORDS, load_targets, load_units
from knowledge.index.units import Target, Unit, UnitKind
from knowledge.index.vector_index import Vectors, VectorSettings, load_vectors, open_vectors
from knowledge.index.words import content_words
from knowledge.search.fusion import Scores, Signal, best_of_units

NEIGHBOURS = 400  # units of each kind that a query looks at


@dataclass(frozen=True, slots=True)
class Links:
    """Which unit leads to which target: `rows[i]` of the kind to `targets[i]`, by target; and the rows of each card."""

    size: int
    rows: NDArray[np.intp]
    targets: NDArray[np.intp]
    of_card: Mapping[str, NDArray[np.intp]]

    def of_target(self, target: int) -> NDArray[np.intp]:
        """The rows that lead to a target."""
        start, end = np.searchsorted(self.targets, [target, target + 1])
        return self.rows[start:end]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one query found: its vector, signals by target, and the cosine of each unit of each kind."""

    vector: Vectors
    signals: Mapping[Signal, Scores]
    cosines: Mapping[UnitKind, Vectors]


class OpenIndex:
    """Reads one version; never changes, so that a query which has begun ends on the index that it began on."""

    def __init__(self, folder: Path, settings: VectorSettings) -> None:
        """Open all files of the version."""
        self.version = folder.name
        self.targets: tuple[Target, ...] = load_targets(folder)
        self.source_words = KeywordIndex(folder / KEYWORDS_FOLDER / SOURCE_WORDS)
        self.all_words = KeywordIndex(folder / KEYWORDS_FOLDER / ALL_WORDS)
        units = load_units(folder)
        self.links = {kind: _links([unit for unit in units if unit.kind is kind]) for kind in UnitKind}
        self._vectors = open_vectors(folder, settings)
        self._unit_vectors = load_vectors(folder)
        self._situations = _situation_weights(self.targets)
        self._closer = weakref.finalize(self, self._vectors.close)  # or when the last query that reads it has ended

    def evidence(self, query: str, vector: Vectors, prior: Mapping[str, float] | None) -> Evidence:
        """Everything that speaks for each target."""
        words = content_words(query)
        signals = {
            Signal.SOURCE_WORDS: self.source_words.scores_of_words(words),
            Signal.ALL_WORDS: self.all_words.scores_of_words(words),
        }
        cosines = {kind: self._cosines(vector, kind) for kind in UnitKind}
        for kind, links in self.links.items():
            signals[Signal(kind.value)] = best_of_units(cosines[kind], links.rows, links.targets, len(self.targets))
        if prior:
            signals[Signal.SITUATION] = self._situation_scores(prior)
        return Evidence(vector, signals, cosines)

    def told(self, prior: Mapping[str, float] | None) -> float:
        """The chance that a message tells of a situation which some card serves."""
        return min(1.0, sum(prior.get(name, 0.0) for name in self._situations)) if prior else 0.0

    def best_card(self, target: Target, cosines: Mapping[UnitKind, Vectors]) -> str | None:
        """The card of a target whose lines are nearest to the query."""
        if len(target.cards) < 2:
            return target.cards[0] if target.cards else None
        return max(target.cards, key=lambda card: self._card_nearness(card, cosines))

    def unit_vectors(self, kind: UnitKind, rows: NDArray[np.intp]) -> Vectors:
        """The vectors of some units of a kind."""
        return np.asarray(self._unit_vectors[kind][rows], dtype=np.float32)

    def close(self) -> None:
        """Let go of the vector store."""
        self._closer()

    def _cosines(self, vector: Vectors, kind: UnitKind) -> Vectors:
        """Cosines of a kind's units; those beyond the nearest get the cosine of the last one found."""
        found = self._vectors.nearest(vector, kind, NEIGHBOURS)
        floor = float(found.cosines[-1]) if len(found.cosines) else 0.0
        cosines = np.full(self.links[kind].size, floor, dtype=np.float32)
        cosines[found.rows] = found.cosines
        return cosines

    def _situation_scores(self, prior: Mapping[str, float]) -> Scores:
        total = np.zeros(len(self.targets), dtype=np.float32)
        for name, weights in self._situations.items():
            total += prior.get(name, 0.0) * weights
        return total

    def _card_nearness(self, card: str, cosines: Mapping[UnitKind, Vectors]) -> float:
        rows = ((kind, links.of_card.get(card)) for kind, links in self.links.items())
        return max((float(cosines[kind][own].max()) for kind, own in rows if own is not None), default=-1.0)


def _links(units: list[Unit]) -> Links:
    pairs = [(row, target) for row, unit in enumerate(units) for target in unit.targets]
    flat = np.array(sorted(pairs, key=lambda pair: pair[1]), dtype=np.intp).reshape(-1, 2)
    of_card: dict[str, list[int]] = {}
    for row, unit in enumerate(units):
        if unit.card is not None:
            of_card.setdefault(unit.card, []).append(row)
    rows_of_card = {card: np.array(rows, dtype=np.intp) for card, rows in of_card.items()}
    return Links(len(units), flat[:, 0], flat[:, 1], rows_of_card)


def _situation_weights(targets: tuple[Target, ...]) -> dict[str, Scores]:
    names = sorted({name for target in targets for name in target.situations})
    return {
        name: np.array([target.situations.get(name, 0.0) for target in targets], dtype=np.float32) for name in names
    }
