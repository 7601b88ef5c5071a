"""Sentences, and texts cut at sentence borders into pieces of a useful size (pure)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.texts.mapped import MappedText

LONGEST, IDEAL = 120, 90
_BORDER = re.compile(r"[.?!\u2026][\u2019\u201d\"')\]]*\s+(?=[A-Z\u2018\u201c\"'(\[0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|al|cf|vs|Dr|Mr|Mrs|Ms|Prof|St|no|No|vol|pp?|Fig|[A-Z])|\b[A-Z]\.\s?[A-Z]|\. \.)\.\s*$"
)
_LEANING = re.compile(
    r"(?:This|That|These|Those|They|It|He|She|However|Hence|But|And|For example|Moreover|Thus|In this|Or)\b"
)


def sentence_starts(text: str) -> list[int]:
    """Where each sentence of a text begins."""
    starts = [0] if text else []
    for border in _BORDER.finditer(text):
        if not _ABBREVIATION.search(text[: border.end()]):
            starts.append(border.end())
    return starts


def pieces(text: MappedText) -> list[MappedText]:
    """A text as it is, or cut at sentence borders into about equal pieces when it is long."""
    words = len(text.text.split())
    starts = sentence_starts(text.text)
    if words <= LONGEST or len(starts) < 2:
        return [text]
    parts = max(2, round(words / IDEAL))
    cuts = _cuts(text.text, starts, parts)
    while parts < len(starts) and _longest(text.text, cuts) > LONGEST:
        parts += 1
        cuts = _cuts(text.text, starts, parts)
    edges = [0, *cuts, len(text.text)]
    return [text.cut(start, end).folded() for start, end in pairwise(edges)]


def _longest(text: str, cuts: Sequence[int]) -> int:
    edges = [0, *cuts, len(text)]
    return max(len(text[start:end].split()) for start, end in pairwise(edges))


def _cuts(text: str, starts: Sequence[int], parts: int) -> list[int]:
    """The borders nearest to equal parts, better before a sentence that does not lean on the one before it."""
    total = len(text.split())
    cuts: list[int] = []
    for number in range(1, parts):
        ideal = total * number / parts
        free = [start for start in starts[1:] if start > (cuts[-1] if cuts else 0)]
        if free:
            cuts.append(min(free, key=lambda start: _cost(text, start, ideal)))
    return cuts


def _cost(text: str, start: int, ideal: float) -> float:
    leaning = 12 if _LEANING.match(text, start) else 0
    return abs(len(text[:start].split()) - ideal) + leaning
