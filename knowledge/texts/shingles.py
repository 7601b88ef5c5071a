"""Shingles: runs of words by which texts are compared, whatever their spacing, hyphens and quote marks."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W_]+")
_MARKUP = re.compile(r"</?[a-z]{1,6}>")


def words(text: str) -> list[str]:
    """The words of a text, folded; a hyphen parts words."""
    plain = _MARKUP.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    return _WORD.findall(re.sub(r"['\u2018\u2019\u02bc]", "", plain))


def shingles(run: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """All runs of so many words, or the whole where it is shorter."""
    if 0 < len(run) < size:
        yield tuple(run)
    for start in range(len(run) - size + 1):
        yield tuple(run[start : start + size])


def containment(text: str, known: frozenset[tuple[str, ...]], size: int) -> float:
    """The share of a text's shingles that are known."""
    found = [shingle in known for shingle in shingles(words(text), size)]
    return sum(found) / len(found) if found else 0.0


def shingle_set(texts: Iterable[str], size: int) -> frozenset[tuple[str, ...]]:
    """All shingles of some texts."""
    return frozenset(shingle for text in texts for shingle in shingles(words(text), size))
