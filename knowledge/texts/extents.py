"""Extents: how a profile points into a received text by a few words ("first words … last words")."""

import re
from functools import lru_cache

from knowledge.model import Span

ELLIPSIS = "…"
_APOSTROPHES = "['\u2018\u2019\u02bc`]"
_QUOTES = '["\u201c\u201d]'


@lru_cache(maxsize=4096)
def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """A pattern for the words of a phrase in this case, over any white space, quote marks and line-end hyphens.

    A capital may stand right after a small letter, and a numeral right after a word: spaces and note marks get lost.
    """
    return re.compile(r"\s+".join(_word_pattern(word) for word in phrase.split()))


def _word_pattern(word: str) -> str:
    pattern = "".join(_character_pattern(character) for character in word)
    opening = r"(?<![A-Z0-9_])" if word[0].isupper() else r"(?<!\w)" if word[0].isalnum() else ""
    return opening + pattern + (r"(?![a-z_])" if word[-1].isalnum() else "")


def _character_pattern(character: str) -> str:
    if re.match(_APOSTROPHES, character):
        return _APOSTROPHES
    if re.match(_QUOTES, character):
        return _QUOTES
    return r"[-\u2010\u2011]\s*" if character == "-" else re.escape(character)


def find(extent: str, text: str, start: int = 0, end: int | None = None) -> Span | None:
    """Where an extent first stands in text[start:end].

    "A" is those words; "A … B" runs from A through the next B; "A …" runs from A to the end of the line.
    """
    stop = len(text) if end is None else end
    first, ellipsis, last = (part.strip() for part in extent.partition(ELLIPSIS))
    opening = phrase_pattern(first).search(text, start, stop)
    if opening is None:
        return None
    if not ellipsis:
        return Span(opening.start(), opening.end())
    if not last:
        line_end = text.find("\n", opening.end(), stop)
        return Span(opening.start(), stop if line_end == -1 else line_end)
    closing = phrase_pattern(last).search(text, opening.end(), stop)
    return Span(opening.start(), closing.end()) if closing else None


def find_line(extent: str, text: str, start: int = 0) -> Span | None:
    """Where an extent first stands alone: nothing but white space and a note number beside it."""
    place = find(extent, text, start)
    while place is not None:
        before = text.rfind("\n", 0, place.start) + 1
        after = text.find("\n", place.end)
        rest = text[place.end :] if after == -1 else text[place.end : after]
        if not text[before : place.start].strip() and re.fullmatch(r"\d{0,3}\s*", rest):
            return place
        place = find(extent, text, place.start + 1)
    return None
