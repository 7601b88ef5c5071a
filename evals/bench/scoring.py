"""How good a ranking is: passages that hold a gold quote, found by the longest run of shared words in order (pure)."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from evals.bench.outcome import Answer

SHARE = 0.6  # of the quote's words, in order
STRETCH, SLACK = 1.5, 10  # how long a piece of the passage they may be spread over: so many quotes, and so many words
GAINS = {2: 3.0, 1: 1.0}

_MARKUP = re.compile(r"<[^<>\n]{1,20}>|[*_`'\u2018\u2019\u02bc\u00ad]")
_HYPHEN = re.compile(r"(?<=\w)[-\u2010-\u2014]\s*(?=\w)")


def words(text: str) -> list[str]:
    """The words of a text without case, markup, apostrophes and hyphens, so that two extractions compare."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.findall(r"\w+", _HYPHEN.sub("", _MARKUP.sub("", plain)))


def holds(passage: Sequence[str], quote: Sequence[str]) -> bool:
    """Whether enough of the quote stands, in order, in one piece of the passage."""
    needed = math.ceil(SHARE * len(quote))
    size = math.ceil(STRETCH * len(quote)) + SLACK
    step = max(1, len(quote) // 3)
    wanted = Counter(quote)
    for start in range(0, max(1, len(passage) - size + step), step):
        piece = passage[start : start + size]
        if (wanted & Counter(piece)).total() >= needed and in_order(quote, piece) >= needed:
            return True
    return False


def in_order(first: Sequence[str], second: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(second) + 1)
    for word in first:
        corner = 0
        for place, other in enumerate(second, 1):
            above = row[place]
            row[place] = corner + 1 if word == other else max(above, row[place - 1])
            corner = above
    return row[-1]


def ndcg(answers: Sequence[Answer], passages: Sequence[str], depth: int = 5) -> float:
    """Normalised discounted gain of the first passages; a passage that holds several answers counts once, as the best.

    Answers found in one passage count once in the ideal, too: a long passage neither gains nor loses by them.
    """
    folded = [words(passage) for passage in passages[:depth]]
    gains: dict[int, float] = {}
    missed: list[float] = []
    for answer in answers:
        quote = words(answer.quote)
        rank = next((rank for rank, passage in enumerate(folded, 1) if holds(passage, quote)), None)
        gain = GAINS[answer.grade]
        if rank is None:
            missed.append(gain)
        else:
            gains[rank] = max(gain, gains.get(rank, 0.0))
    ideal = sorted([*gains.values(), *missed], reverse=True)[:depth]
    best = sum(gain / math.log2(rank + 1) for rank, gain in enumerate(ideal, 1))
    return sum(gain / math.log2(rank + 1) for rank, gain in gains.items()) / best if best else 0.0
