"""What a query asks for, read from its wording: a question or a statement, a number, a name, things named (pure)."""

import re
from dataclasses import dataclass
from itertools import pairwise

from knowledge.index.words import STOP_WORDS, content_words

_ASKS = re.compile(
    r"^\W*(?:and |so |but |ok |remind me )?(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|"
    r"has|have|can|could|should|would|will|any|tell me|explain|list|name)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:i|i'm|i've|i'd|im|ive|me|my|mine|we|we're|we've|us|our)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\bhow (?:many|much|long|old|large|big|often|likely|likelier)\b|\b(?:per ?cent|percentage|proportion|share|rate|"
    r"number|score|average|total|size|fraction|salary|cost|costs|price|fee|pay|paid|budget|value|age|ratio|statistics?|"
    r"figures?|interval|alpha)\b|%",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.?!]\s)(?<!^)\b(?:[A-Z][A-Za-z&]+|[A-Za-z]*[A-Z]{2,}[A-Za-z]*)\b|\b\d[\d.,]*\b")
HAS_DIGIT = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|dozen|hundred)\b")


@dataclass(frozen=True, slots=True)
class Shape:
    """The wording of a query, taken apart."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    question: bool
    own: bool
    number: bool


def shape_of(query: str) -> Shape:
    """Take a query apart."""
    words = tuple(dict.fromkeys(content_words(query)))
    names = tuple(dict.fromkeys(stem for name in _NAME.findall(query.strip()) for stem in _name_stems(name)))
    short = len(query.split()) <= SHORT_QUERY and not _OWN.search(query)
    return Shape(
        words=words,
        names=names,
        pairs=tuple(pairwise(words)),
        question=short or bool(_ASKS.search(query)) or query.rstrip().endswith("?"),
        own=bool(_OWN.search(query)),
        number=bool(_NUMBER.search(query)),
    )


SHORT_QUERY = 8  # words: a few words without "I" are a keyword search


def _name_stems(name: str) -> list[str]:
    return [] if name.lower() in STOP_WORDS else content_words(name)
