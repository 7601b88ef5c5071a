"""BM25 over the indexed texts: read with numpy alone, from the files that bm25s wrote when the index was built."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.index.words import content_words

Scores = NDArray[np.float32]


class KeywordIndex:
    """Scores every text of an index for a query; the sums are those of bm25s, without its 0.1 s import."""

    def __init__(self, folder: Path) -> None:
        """Open the files of `keyword_writer.write_keywords`."""
        vocabulary: dict[str, int] = json.loads((folder / "vocab.index.json").read_text(encoding="utf-8"))
        self._vocabulary = vocabulary
        self._weights: Scores = np.load(folder / "data.csc.index.npy")
        self._rows: NDArray[np.int32] = np.load(folder / "indices.csc.index.npy")
        self._starts: NDArray[np.int64] = np.load(folder / "indptr.csc.index.npy").astype(np.int64)
        params: dict[str, object] = json.loads((folder / "params.index.json").read_text(encoding="utf-8"))
        self._size = int(str(params["num_docs"]))

    def __len__(self) -> int:
        """Number of texts."""
        return self._size

    def scores(self, query: str) -> Scores:
        """BM25 of each text for the query; 0 where they share no word."""
        return self.scores_of_words(content_words(query))

    def scores_of_words(self, words: Sequence[str]) -> Scores:
        """BM25 of each text for words that were stemmed already."""
        total = np.zeros(self._size, dtype=np.float32)
        for word in words:
            column = self._vocabulary.get(word)
            if column is not None:
                part = slice(int(self._starts[column]), int(self._starts[column + 1]))
                total[self._rows[part]] += self._weights[part]
        return total

    def rarity(self, word: str) -> float:
        """Inverse document frequency of a stem; a word that no text has is the rarest of all."""
        column = self._vocabulary.get(word)
        found = 0 if column is None else int(self._starts[column + 1] - self._starts[column])
        return float(np.log(1.0 + (self._size - found + 0.5) / (found + 0.5)))

    def knows(self, word: str) -> bool:
        """Whether any text has the stem."""
        return word in self._vocabulary

    def holds(self, word: str, row: int) -> bool:
        """Whether the text of a row has the stem."""
        column = self._vocabulary.get(word)
        if column is None:
            return False
        return bool(np.any(self._rows[int(self._starts[column]) : int(self._starts[column + 1])] == row))
