"""A query -> ranked passages or cards, each with its card and place, or the word that the sources do not say."""

import contextlib
import threading
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from knowledge.encoder.embedding import TextEncoder, Vectors
from knowledge.errors import KnowledgeError
from knowledge.index.index_folder import current_version, read_manifest
from knowledge.index.target_file import is_large
from knowledge.index.vector_index import VectorSettings
from knowledge.model import Hit, SearchResult
from knowledge.search.answer_features import LOOKED_AT, features_of
from knowledge.search.answerability import Answerability, load_answerability
from knowledge.search.evidence import Evidence, SearchedIndex
from knowledge.search.framing import without_frame
from knowledge.search.fusion import Scores, Signal, fuse, ranking
from knowledge.search.opened import OpenIndex
from knowledge.search.question_shape import shape_of

TOLD: Mapping[Signal, float] = MappingProxyType(
    {
        Signal.ALL_WORDS: 0.6,
        Signal.SENTENCE: 0.2,
        Signal.PASSAGE: 0.1,
        Signal.WHEN: 0.2,
        Signal.ASKS: 0.3,
        Signal.SAYS: 0.1,
        Signal.SITUATION: 0.3,
    }
)
"""What counts for a message that tells of something: the lines of cards, and the situation that a classifier read."""

ASKED: Mapping[Signal, float] = MappingProxyType(
    {
        Signal.ALL_WORDS: 0.5,
        Signal.SOURCE_WORDS: 0.2,
        Signal.SENTENCE: 0.3,
        Signal.PASSAGE: 0.1,
        Signal.ASKS: 0.3,
        Signal.SAYS: 0.1,
        Signal.SITUATION: 0.3,
    }
)
"""What counts for a question on the sources: their own words and sentences more, doctors' own stories not."""

_TRIES = 3


class OtherEncoderError(KnowledgeError):
    """The index was built with another encoder than the one that reads it, so that no vector would fit."""


class Searcher:
    """Searches the current index, and notices at each query when another has been swapped in."""

    def __init__(
        self,
        root: Path,
        encoder: TextEncoder,
        settings: VectorSettings | None = None,
        answerability: Answerability | None = None,
    ) -> None:
        """Open the index under `root`; an encoder other than the one it was built with is an error."""
        self._root = root
        self._encoder = encoder
        self._settings = settings or VectorSettings()
        self._answerability = answerability or load_answerability()
        self._opening = threading.Lock()
        self._index = self._open()

    @property
    def version(self) -> str:
        """The version of the index that the next query will read."""
        return self._current().version

    def search(
        self,
        query: str,
        k: int = 5,
        situation_prior: Mapping[str, float] | None = None,
        vector: Vectors | None = None,
    ) -> SearchResult:
        """The `k` best targets for a query.

        `situation_prior` gives the probability of each situation, where a classifier has read the message; `vector`
        is the query's embedding by this searcher's encoder, where it is known already.
        """
        index = self._current()
        core = without_frame(query)
        if vector is None or core != query:
            vector = self._encoder.encode([core])[0]
        query = core
        evidence = index.evidence(query, vector, situation_prior)
        scores = fuse(evidence.signals, _weights(query, index.told(situation_prior)), evidence.usual)
        best = _without_repeats(index, evidence, scores, max(k, LOOKED_AT))
        confidence = self._answerability.probability(
            features_of(index, query, evidence, [evidence.row(place) for place in best]),
            vector,
            self._encoder.fingerprint,
        )
        hits = tuple(_hit(index, place, scores, evidence) for place in best[:k])
        return SearchResult(hits=hits, abstain=confidence < self._answerability.threshold, confidence=confidence)

    def features(self, query: str) -> tuple[dict[str, float], Vectors]:
        """What the check of answerability sees of a query; for its training."""
        index = self._current()
        query = without_frame(query)
        evidence = index.evidence(query, self._encoder.encode([query])[0], None)
        scores = fuse(evidence.signals, _weights(query, 1.0), evidence.usual)
        best = _without_repeats(index, evidence, scores, LOOKED_AT)
        return features_of(index, query, evidence, [evidence.row(place) for place in best]), evidence.vector

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    def _current(self) -> SearchedIndex:
        if current_version(self._root) == self._index.version:
            return self._index
        with self._opening:
            if current_version(self._root) != self._index.version:
                with contextlib.suppress(OtherEncoderError):  # built by a newer process: read the old one to our end
                    self._index = self._open()  # the old one closes when the last query that reads it has ended
            return self._index

    def _open(self) -> SearchedIndex:
        for _ in range(_TRIES):
            with contextlib.suppress(FileNotFoundError):  # swapped twice while it was opened
                return self._open_folder(self._root / current_version(self._root))
        return self._open_folder(self._root / current_version(self._root))

    def _open_folder(self, folder: Path) -> SearchedIndex:
        made_with = read_manifest(folder).encoder
        if made_with != self._encoder.fingerprint:
            what = f"was built with encoder {made_with}, not {self._encoder.fingerprint}"
            raise OtherEncoderError(folder.name, what, "Run `coach ingest` to build it again.")
        if is_large(folder):
            from knowledge.search.candidates import LargeIndex  # noqa: PLC0415 -- its engine is for large libraries alone

            return LargeIndex(folder, self._settings)
        return OpenIndex(folder, self._settings)


def _weights(query: str, told: float) -> dict[Signal, float]:
    """By what the wording asks for; the situations count by the chance that the message tells of one at all."""
    shape = shape_of(query)
    weights = ASKED if shape.question and not shape.own else TOLD
    return {**weights, Signal.SITUATION: weights[Signal.SITUATION] * told}


def _without_repeats(index: SearchedIndex, evidence: Evidence, scores: Scores, k: int) -> list[int]:
    """The places of the best `k` targets, of those that nearly repeat each other only the best."""
    places: list[int] = []
    rows: list[int] = []
    for place in ranking(scores):
        row = evidence.row(place)
        if not index.repeats(row, rows):
            places.append(place)
            rows.append(row)
        if len(rows) >= k:
            break
    return places


def _hit(index: SearchedIndex, place: int, scores: Scores, evidence: Evidence) -> Hit:
    target = index.targets[evidence.row(place)]
    return Hit(
        text=target.text,
        doc=target.doc,
        section=target.section,
        author=target.author,
        card=index.best_card(target, evidence.cosines),
        passage=target.passage,
        start=target.start,
        end=target.end,
        score=float(scores[place]),
    )
