"""Whether a sentence says back what the other person has just said."""

import re
from typing import Final

_WORD: Final = re.compile(r"[a-z]{3,}|\d+")
_COMMON: Final = frozenset(
    """the and but for you your yours that this these those with was were are have has had not what how who
    when where why which can could would will shall should may might must does did doing done been being
    from into about just really very more most there their they them then than our ours its his her him
    she all any some out over again too also only much many such like get got going one thing things way
    lot know think say said says see want need make made time day people""".split()
)
_SHARE: Final = 0.34
_OPENED_SHARE: Final = 0.12
_STEM: Final = 5


def overlap(sentence: str, before: str) -> float:
    """The share of a sentence's words with content that the other person used just before, 0 to 1."""
    own, theirs = _content(sentence), _content(before)
    return len(own & theirs) / len(own) if own else 0.0


def says_back(sentence: str, before: str, cues: frozenset[str]) -> bool:
    """Whether it says back what was said: the other's words, or a cue of listening with some of them."""
    shared = overlap(sentence, before)
    if "listening.back" in cues:
        return "you" in sentence.casefold() or shared >= _OPENED_SHARE
    if "listening.so" in cues:
        return shared >= _OPENED_SHARE * 2
    return shared >= _SHARE and bool(re.search(r"\byou(?:r|'re|'ve)?\b", sentence, re.I)) and "?" not in sentence


def _content(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _COMMON)
