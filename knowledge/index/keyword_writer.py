"""The one door to bm25s: writes the keyword index when an index is built; never imported while a doctor waits."""

from collections.abc import Sequence
from pathlib import Path

import bm25s

from knowledge.index.keyword_settings import LENGTH_PENALTY, SATURATION
from knowledge.index.words import content_words


def write_keywords(texts: Sequence[str], folder: Path) -> None:
    """Index the texts, row by row, into `folder`; the vocabulary is sorted, so no file depends on chance."""
    words = [content_words(text) for text in texts]
    vocabulary = {word: column for column, word in enumerate(sorted({word for text in words for word in text}))}
    ids = [[vocabulary[word] for word in text] for text in words]
    if not vocabulary:  # texts of nothing but stop words; no query has the empty word
        vocabulary, ids = {"": 0}, [[0] for _ in texts]
    index = bm25s.BM25(k1=SATURATION, b=LENGTH_PENALTY, method="lucene")
    index.index((ids, vocabulary), show_progress=False)
    index.save(str(folder), show_progress=False)
