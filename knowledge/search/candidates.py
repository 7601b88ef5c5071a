"""One version of a large index: a few hundred candidates are found, and only these are weighed, from disk."""

import weakref
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np

from knowledge.index.duplicates import nearly_repeat
from knowledge.index.forward_index import ForwardIndex
from knowledge.index.large import ENGINE_FOLDER, FORWARD_FOLDER, SENTENCES_FILE
from knowledge.index.steady_vectors import open_steady
from knowledge.index.target_file import TargetFile
from knowledge.index.targets import ALL_WORDS, SOURCE_WORDS, load_units
from knowledge.index.units import CARD_KINDS, Target, UnitKind
from knowledge.index.vector_index import Vectors, VectorSettings, load_vectors
from knowledge.index.word_engine import WordEngine
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
from knowledge.search.fusion import Scores, Signal, Usual, best_of_units, usual_of

NEAR = 200  # passages that the vectors name
SHARING = 200  # passages that the words name
SAMPLE = 530  # targets by which it is known how near any lies: as many as our own sources make
CARDED = 0.83  # share of the targets of our own sources that a card stands on
_NONE: Rows = np.empty(0, dtype=np.intp)


class LargeIndex:
    """Reads one version of a large library, whose size decides neither the time of a search nor the memory held.

    Candidates are the passages nearest by vector, those that share most words, and all that our cards lead to: cards
    are written by hand, and stay few. What counts for a candidate is what counts in a small library.
    """

    def __init__(self, folder: Path, settings: VectorSettings) -> None:
        """Map the files of the version, and read what belongs to cards."""
        self.version = folder.name
        self.targets = TargetFile(folder)
        self.source_words = ForwardIndex(folder / FORWARD_FOLDER / SOURCE_WORDS)
        self.all_words = ForwardIndex(folder / FORWARD_FOLDER / ALL_WORDS)
        self._engine = WordEngine(folder / ENGINE_FOLDER)
        self._vectors = load_vectors(folder)
        self._sentences: Rows = np.load(folder / SENTENCES_FILE, mmap_mode="r")
        units = load_units(folder)
        self._links = {kind: links_of([unit for unit in units if unit.kind is kind]) for kind in CARD_KINDS}
        self._carded: Rows = np.unique(np.concatenate([links.targets for links in self._links.values()]))
        self._situations = situation_weights([self.targets[int(row)] for row in self._carded])
        self._sampled: Rows = np.unique(np.linspace(0, len(self.targets) - 1, SAMPLE).astype(np.intp))
        sentences, first = self._sentences_of(self._sampled)
        near = self.unit_vectors(UnitKind.PASSAGE, self._sampled)
        self._sample = _Sample(near, self.unit_vectors(UnitKind.SENTENCE, sentences), first)
        with ExitStack() as stack:
            self._near = open_steady(folder, settings)
            stack.callback(self._near.close)
            stack.callback(self.targets.close)
            self._closer = weakref.finalize(self, stack.pop_all().close)

    def evidence(self, query: str, vector: Vectors, prior: Mapping[str, float] | None) -> Evidence:
        """Everything that speaks for each candidate."""
        words = content_words(query)
        rows = self._candidates(words, vector)
        cosines = {kind: self._line_cosines(vector, kind) for kind in CARD_KINDS}
        cosines[UnitKind.PASSAGE] = self.unit_vectors(UnitKind.PASSAGE, rows) @ vector
        usual, floor = self._sample.usual(vector)
        cosines[UnitKind.SENTENCE], sentence = self._by_sentence(vector, rows)
        signals = {
            Signal.SOURCE_WORDS: self.source_words.scores_of(words, rows),
            Signal.ALL_WORDS: self.all_words.scores_of(words, rows),
            Signal.PASSAGE: np.maximum(cosines[UnitKind.PASSAGE], floor[Signal.PASSAGE]),
            Signal.SENTENCE: np.maximum(sentence, floor[Signal.SENTENCE]),
        }
        usual[Signal.SOURCE_WORDS] = Usual(*self.source_words.usual(words, self._sampled))
        usual[Signal.ALL_WORDS] = Usual(*self.all_words.usual(words, self._sampled))
        carded = np.searchsorted(rows, self._carded)
        for kind, links in self._links.items():
            signal = Signal(kind.value)
            best = best_of_units(cosines[kind], links.rows, np.searchsorted(rows, links.targets), len(rows))
            signals[signal], usual[signal] = best, _among_all(best[carded], float(cosines[kind].min(initial=1.0)))
        if prior:
            situation = np.zeros(len(rows), dtype=np.float32)
            situation[carded] = situation_scores(self._situations, prior, len(carded))
            signals[Signal.SITUATION], usual[Signal.SITUATION] = situation, _among_all(situation[carded], 0.0)
        return Evidence(vector, signals, cosines, rows, usual)

    def told(self, prior: Mapping[str, float] | None) -> float:
        """The chance that a message tells of a situation which some card serves."""
        return chance_told(self._situations, prior)

    def best_card(self, target: Target, cosines: Mapping[UnitKind, Vectors]) -> str | None:
        """The card of a target whose lines are nearest to the query."""
        return best_card(target, self._links, cosines)

    def units_of_target(self, kind: UnitKind, target: int) -> Rows:
        """The rows of a kind that lead to a target."""
        if kind is UnitKind.PASSAGE:
            return np.array([target], dtype=np.intp)
        if kind is UnitKind.SENTENCE:
            return np.arange(int(self._sentences[target]), int(self._sentences[target + 1]), dtype=np.intp)
        return self._links[kind].of_target(target)

    def units_of_card(self, kind: UnitKind, card: str) -> Rows:
        """The rows of a kind that a card has; none where it has none."""
        return self._links[kind].of_card.get(card, _NONE) if kind in self._links else _NONE

    def unit_vectors(self, kind: UnitKind, rows: Rows) -> Vectors:
        """The vectors of some units of a kind."""
        return np.asarray(self._vectors[kind][rows], dtype=np.float32)

    def repeats(self, row: int, others: Sequence[int]) -> bool:
        """Whether a target nearly repeats one of the others."""
        text = self.targets[row].text
        return any(nearly_repeat(text, self.targets[other].text) for other in others)

    def close(self) -> None:
        """Let go of the vector store and the file of targets."""
        self._closer()

    def _candidates(self, words: Sequence[str], vector: Vectors) -> Rows:
        """In row order."""
        near = self._near.nearest(vector, UnitKind.PASSAGE, NEAR).rows
        sharing = np.array(self._engine.best(words, SHARING), dtype=np.intp)
        return np.unique(np.concatenate([near, sharing, self._carded]))

    def _line_cosines(self, vector: Vectors, kind: UnitKind) -> Vectors:
        """Cosines of the cards' lines, as far as they are looked at in a small library."""
        cosines = np.asarray(self._vectors[kind] @ vector, dtype=np.float32)
        nearest = np.argsort(-cosines, kind="stable")[:NEIGHBOURS]
        return with_floor(nearest, cosines[nearest], len(cosines))

    def _by_sentence(self, vector: Vectors, rows: Rows) -> tuple[Vectors, Scores]:
        """The cosine of each sentence of some targets, and of each target's nearest."""
        sentences, first = self._sentences_of(rows)
        cosines = np.asarray(self.unit_vectors(UnitKind.SENTENCE, sentences) @ vector, dtype=np.float32)
        return cosines, np.maximum.reduceat(cosines, first)

    def _sentences_of(self, rows: Rows) -> tuple[Rows, Rows]:
        """The sentences of some targets, one target's after the other's, and where each target's begin."""
        starts = np.asarray(self._sentences[rows])
        lengths = np.asarray(self._sentences[rows + 1]) - starts
        first = np.cumsum(lengths) - lengths
        return np.repeat(starts - first, lengths) + np.arange(int(lengths.sum())), first


class _Sample:
    """Vectors of targets spread over the library, by which a query sees how near any target lies to it."""

    def __init__(self, passages: Vectors, sentences: Vectors, first: Rows) -> None:
        """Take the vectors of some targets, and of their sentences, each target's from its place in `first` on."""
        self._passages, self._sentences, self._first = passages, sentences, first

    def usual(self, vector: Vectors) -> tuple[dict[Signal, Usual], dict[Signal, float]]:
        """How the two signals lie for a query, and the floor of each, as in a library of the sample's size."""
        passages, sentences = self._passages @ vector, self._sentences @ vector
        floor = {Signal.PASSAGE: _last_looked_at(passages), Signal.SENTENCE: _last_looked_at(sentences)}
        best = np.maximum.reduceat(sentences, self._first)
        usual = {
            Signal.PASSAGE: usual_of(np.maximum(passages, floor[Signal.PASSAGE])),
            Signal.SENTENCE: usual_of(np.maximum(best, floor[Signal.SENTENCE])),
        }
        return usual, floor


def _last_looked_at(cosines: Vectors) -> float:
    beyond = max(0, len(cosines) - NEIGHBOURS)
    return float(np.partition(cosines, beyond)[beyond])


def _among_all(of_carded: Scores, floor: float) -> Usual:
    """How a signal of the cards lies where as many targets carry cards as among our own sources; the rest lie low."""
    carded = usual_of(of_carded)
    mean = CARDED * carded.mean + (1.0 - CARDED) * floor
    square = CARDED * (carded.spread**2 + carded.mean**2) + (1.0 - CARDED) * floor**2
    return Usual(mean, max(0.0, square - mean**2) ** 0.5)
