"""One version of a small index, opened for reading: targets, units, words and vectors that belong together."""

import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from knowledge.index.keyword_index import KeywordIndex
from knowledge.index.steady_vectors import open_steady
from knowledge.index.targets import ALL_WORDS, KEYWORDS_FOLDER, SOURCE_WORDS, load_targets, load_units
from knowledge.index.units import Target, UnitKind
from knowledge.index.vector_index import Vectors, VectorSettings, load_vectors
from knowledge.index.words import content_words
from knowledge.search.evidence import (
    NEIGHBOURS,
    Evidence,
    Rows,
    best_card,
    chance_told,
    links_of,
    situation_scores,
    situation_weights,
    with_floor,
)
from knowledge.search.fusion import Signal, best_of_units


class OpenIndex:
    """Reads one version; never changes, so that a query which has begun ends on the index that it began on."""

    def __init__(self, folder: Path, settings: VectorSettings) -> None:
        """Open all files of the version."""
        self.version = folder.name
        self.targets: tuple[Target, ...] = load_targets(folder)
        self.source_words = KeywordIndex(folder / KEYWORDS_FOLDER / SOURCE_WORDS)
        self.all_words = KeywordIndex(folder / KEYWORDS_FOLDER / ALL_WORDS)
        units = load_units(folder)
        self.links = {kind: links_of([unit for unit in units if unit.kind is kind]) for kind in UnitKind}
        self._vectors = open_steady(folder, settings)
        self._unit_vectors = load_vectors(folder)
        self._situations = situation_weights(self.targets)
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
            signals[Signal.SITUATION] = situation_scores(self._situations, prior, len(self.targets))
        return Evidence(vector, signals, cosines)

    def told(self, prior: Mapping[str, float] | None) -> float:
        """The chance that a message tells of a situation which some card serves."""
        return chance_told(self._situations, prior)

    def best_card(self, target: Target, cosines: Mapping[UnitKind, Vectors]) -> str | None:
        """The card of a target whose lines are nearest to the query."""
        return best_card(target, self.links, cosines)

    def units_of_target(self, kind: UnitKind, target: int) -> Rows:
        """The rows of a kind that lead to a target."""
        return self.links[kind].of_target(target)

    def units_of_card(self, kind: UnitKind, card: str) -> Rows:
        """The rows of a kind that a card has; none where it has none."""
        return self.links[kind].of_card.get(card, np.empty(0, dtype=np.intp))

    def unit_vectors(self, kind: UnitKind, rows: Rows) -> Vectors:
        """The vectors of some units of a kind."""
        return np.asarray(self._unit_vectors[kind][rows], dtype=np.float32)

    def repeats(self, row: int, others: Sequence[int]) -> bool:
        """Whether a target nearly repeats one of the others."""
        return any(self.targets[row].group == self.targets[other].group for other in others)

    def close(self) -> None:
        """Let go of the vector store."""
        self._closer()

    def _cosines(self, vector: Vectors, kind: UnitKind) -> Vectors:
        """Cosines of a kind's units, as far as they are looked at."""
        found = self._vectors.nearest(vector, kind, NEIGHBOURS)
        return with_floor(found.rows, found.cosines, self.links[kind].size)
