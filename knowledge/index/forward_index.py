"""BM25 of a few hundred candidates, exactly: each text's words and their weights, row by row, left on disk."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.index.digests import Digests, place

Scores = NDArray[np.float32]
TERMS, FOUND, SUMS, SQUARES = "terms.npy", "found.npy", "sums.npy", "squares.npy"
STARTS, IDS, WEIGHTS = "starts.npy", "ids.npy", "weights.npy"


class ForwardIndex:
    """The same sums as `KeywordIndex`, for the rows that are asked for; the time does not grow with the library.

    Nothing is read at opening: the system keeps in memory what is looked up often.
    """

    def __init__(self, folder: Path) -> None:
        """Map the files of `forward_writer.ForwardWriter`."""
        self._terms: Digests = np.load(folder / TERMS, mmap_mode="r")
        self._found: NDArray[np.int64] = np.load(folder / FOUND, mmap_mode="r")
        self._sums: NDArray[np.float64] = np.load(folder / SUMS, mmap_mode="r")
        self._squares: NDArray[np.float64] = np.load(folder / SQUARES, mmap_mode="r")
        self._starts: NDArray[np.int64] = np.load(folder / STARTS, mmap_mode="r")
        self._ids: NDArray[np.uint32] = np.load(folder / IDS, mmap_mode="r")
        self._weights: Scores = np.load(folder / WEIGHTS, mmap_mode="r")

    def __len__(self) -> int:
        """Number of texts."""
        return len(self._starts) - 1

    def scores_of(self, words: Sequence[str], rows: NDArray[np.intp]) -> Scores:
        """BM25 of each of the rows for words that were stemmed already."""
        terms, times = self._counted(words)
        return np.asarray(self._weights_of(terms, rows) @ times, dtype=np.float32)

    def usual(self, words: Sequence[str], sample: NDArray[np.intp]) -> tuple[float, float]:
        """Mean and deviation of the scores of all texts.

        The mean is exact, and so is each word's share of the variance; how far the words fall together is seen in the
        sample, in which a rare word need not stand.
        """
        terms, times = self._counted(words)
        if not len(self):
            return 0.0, 0.0
        means = self._sums[terms] / len(self)
        apart = times**2 @ (self._squares[terms] / len(self) - means**2)
        seen = self._weights_of(terms, sample) * times
        together = float(seen.sum(axis=1).var() - seen.var(axis=0).sum()) if seen.size else 0.0
        return float(times @ means), float(np.sqrt(apart + max(0.0, together)))

    def rarity(self, word: str) -> float:
        """Inverse document frequency of a stem; a word that no text has is the rarest of all."""
        found = self._times_found(word)
        return float(np.log(1.0 + (len(self) - found + 0.5) / (found + 0.5)))

    def knows(self, word: str) -> bool:
        """Whether any text has the stem."""
        return place(self._terms, word) is not None

    def holds(self, word: str, row: int) -> bool:
        """Whether the text of a row has the stem."""
        term = place(self._terms, word)
        return term is not None and bool(np.any(self._ids[int(self._starts[row]) : int(self._starts[row + 1])] == term))

    def _times_found(self, word: str) -> int:
        term = place(self._terms, word)
        return 0 if term is None else int(self._found[term])

    def _counted(self, words: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """The numbers of the words that are known, in order, and how often each is asked for."""
        times = Counter(term for term in (place(self._terms, word) for word in words) if term is not None)
        terms = sorted(times)
        return np.array(terms, dtype=np.intp), np.array([times[term] for term in terms], dtype=np.float64)

    def _weights_of(self, terms: NDArray[np.intp], rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """The weight of each term (in order) in each of the rows."""
        if not len(terms) or not len(rows):
            return np.zeros((len(rows), len(terms)))
        starts = np.asarray(self._starts[rows])
        lengths = np.asarray(self._starts[rows + 1]) - starts
        entries = np.repeat(starts - np.cumsum(lengths) + lengths, lengths) + np.arange(int(lengths.sum()))
        ids = np.asarray(self._ids[entries])
        at = np.minimum(np.searchsorted(terms, ids), len(terms) - 1)
        held = terms[at] == ids
        found = np.zeros((len(rows), len(terms)))
        found[np.repeat(np.arange(len(rows)), lengths)[held], at[held]] = self._weights[entries[held]]
        return found
