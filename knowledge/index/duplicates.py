"""Texts that say nearly the same in nearly the same words, so that a search shows one of them (pure)."""

from collections import Counter, defaultdict
from collections.abc import Sequence

SHINGLE = 5  # words
SHARED = 0.5  # of the shorter text's shingles
FEWEST = 8  # shingles; an agenda line says too little to be a copy


def duplicate_groups(texts: Sequence[str]) -> tuple[int, ...]:
    """For each text the row of the first text that it nearly repeats, which is its own row for most."""
    shingles = [_shingles(text) for text in texts]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    groups = list(range(len(texts)))
    for row, own in enumerate(shingles):
        overlap = Counter(other for shingle in own for other in holders[shingle])
        for other, shared in overlap.most_common(1):
            if _enough(shared, own, shingles[other]):
                groups[row] = groups[other]
        for shingle in own:
            holders[shingle].append(row)
    return tuple(groups)


def nearly_repeat(first: str, second: str) -> bool:
    """Whether two texts say nearly the same in nearly the same words."""
    one, other = _shingles(first), _shingles(second)
    return _enough(len(one & other), one, other)


def _enough(shared: int, one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= FEWEST and shared >= SHARED * shorter


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = "".join(letter if letter.isalnum() else " " for letter in text.lower()).split()
    return {tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}
