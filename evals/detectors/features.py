"""A sentence as numbers: its meaning by the frozen encoder, beside its words, pairs of words and last mark, hashed."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

import numpy as np
import numpy.typing as npt

BUCKETS = 8192
WORDS_WEIGH = 0.35
"""What the hashed words weigh beside the meaning, both being rows of length one; chosen with authors held out."""

Rows = npt.NDArray[np.float32]
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[?!:]|\d+")


class Encoder(Protocol):
    """Texts -> one unit row each."""

    def encode(self, texts: Sequence[str]) -> Rows:
        """One unit row for each text."""
        ...


def rows(sentences: Sequence[str], encoder: Encoder) -> Rows:
    """One row a sentence: the encoder's dimensions, then the hashed words."""
    meaning = encoder.encode(list(sentences))
    words = np.zeros((len(sentences), BUCKETS), dtype=np.float32)
    for place, sentence in enumerate(sentences):
        for bucket in map(_bucket, _pieces(sentence)):
            words[place, bucket] = 1.0
    lengths = np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1.0)
    return np.hstack([meaning, WORDS_WEIGH * words / lengths]).astype(np.float32)


def _pieces(sentence: str) -> Iterator[str]:
    words = _WORD.findall(sentence.lower().replace("’", "'"))
    marked = ["^", *words, "$"]
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(marked))
    yield from (" ".join(marked[place : place + 3]) for place in range(len(marked) - 2))


@lru_cache(maxsize=65536)
def _bucket(piece: str) -> int:
    return int.from_bytes(hashlib.blake2b(piece.encode(), digest_size=4).digest(), "big") % BUCKETS
