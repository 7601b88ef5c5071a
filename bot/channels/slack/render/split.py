"""Long text into parts that a reader would have made: lossless, at the best border there is."""

import re
import unicodedata
from collections.abc import Iterator

_BORDERS = (
    re.compile(r"\n\s*\n\s*"),  # between paragraphs
    re.compile(r"\n\s*"),  # between lines
    re.compile(r"[.!?\u2026]['\"\u2019\u201d)\]]*\s+"),  # between sentences
    re.compile(r"[,;:]\s+"),
    re.compile(r"\s+"),  # between words
)
_JOINER = "\u200d"
_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_LONGEST_CHARACTER = 64
"""Code points. What is drawn as one character is shorter; a longer pile of marks is nobody's word, and is cut."""


def parts(text: str, limit: int) -> tuple[str, ...]:
    """The text in parts of at most `limit` characters, which together are the text; none for an empty one.

    Parts end between paragraphs where that leaves them at least half full, else between lines, sentences, clauses,
    words; a word is cut only where it is too long for a part, and never inside what is drawn as one character.

    Raises:
        ValueError: Where the limit is below 1.
    """
    if limit < 1:
        message = "a part must hold at least one character"
        raise ValueError(message)
    return tuple(_cut(text, limit))


def short(text: str, limit: int) -> str:
    """The text on one line and in at most `limit` characters, ended with dots where something was left out."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    dots = " ..."
    return (parts(line, max(limit - len(dots), 1))[0].rstrip(" ,;:") + dots)[:limit]


def _cut(text: str, limit: int) -> Iterator[str]:
    start = 0
    while len(text) - start > limit:
        end = start + _border(text[start : start + limit + 1], limit)
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _border(window: str, limit: int) -> int:
    """Where to end a part; the window shows one character more than a part holds."""
    for number, border in enumerate(_BORDERS):
        ends = [min(one.end(), limit) for one in border.finditer(window) if _seen_end(one) <= limit]
        least = 1 if number == len(_BORDERS) - 1 else limit // 2
        if ends and ends[-1] >= least:
            return ends[-1]
    return _between_characters(window, limit)


def _seen_end(border: re.Match[str]) -> int:
    """Where what can be seen of a border ends; the blanks after it may fall on either side."""
    return border.start() + len(border.group().rstrip())


def _between_characters(window: str, limit: int) -> int:
    for end in range(limit, max(limit - _LONGEST_CHARACTER, 0), -1):
        if not _drawn_as_one(window, end):
            return end
    return limit


def _drawn_as_one(window: str, at: int) -> bool:
    """Whether what stands before and after a place is drawn as one character (near enough; see UAX 29)."""
    before, after = window[at - 1], window[at]
    if _JOINER in {before, after} or unicodedata.category(after).startswith("M") or ord(after) in _TONES:
        return True
    flags = at - len(window[:at].rstrip(_FLAGS))
    return after in _FLAGS and flags % 2 == 1
