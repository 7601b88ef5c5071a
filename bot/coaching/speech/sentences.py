"""Cutting a draft or a spoken line into sentences with their places: e-mails, bullets, messages without full stops."""

import re
from collections.abc import Iterator
from typing import Final

Place = tuple[int, int]

_MARKER: Final = re.compile(r"[ \t>]*(?:(?:[-*•◦▪‣·–—+]|\(?\d{1,2}[.)]|\(?[a-h][.)]|#{1,6})[ \t]+)*")
"""What a line is set off by: a bullet, a number, a quotation's arrow. It belongs to no sentence."""

_BORDER: Final = re.compile(
    r"(?:[?!]+[?!.]*|\.{1,}|…+)[\"'”’)\]]*(?:\s*[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+)*\s+"
    r"|[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+\s+(?=[A-Z])"
    r"|(?<=[a-z]{2})[.?!]+(?=[A-Z][a-z]|I\b)"
)
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|cf|vs|viz|approx|dr|drs|mr|mrs|ms|prof|sr|jr|st|dept|ext|fig|tel|incl|inc|w\.r\.t|re|resp)"
    r"|\b(?:no|nos|pp?|vol)(?=\.\s+\d)|(?<![A-Za-z'’])(?-i:[A-HJ-Z]))\.\s+$",
    re.I,
)
_MAY_END: Final = re.compile(r"\b(?:a\.m|p\.m|etc|hrs?|mins?|approx|ext|al)\.\s+$", re.I)
"""Abbreviations that a sentence may end with: it does where a capital follows."""

_LETTERED: Final = re.compile(
    r"\b(?:plan|bay|ward|option|group|block|vitamin|hepatitis|type|theatre|unit)\s+[A-Z]\.\s+$", re.I
)
_TRAILING: Final = re.compile(r"(?:\.{2,}|…+)[\"'”’)\]]*\s+$")
_HELD: Final = re.compile(r"[a-z,;:–—-]|\[?[a-z]")
_WRAPPED: Final = 68
"""Characters that a line and the first word of the next do not fit into, where a mail program wrapped it."""


def places(text: str) -> tuple[Place, ...]:
    """Where each sentence begins and ends, exactly: no space, bullet or line's number at its edges."""
    return tuple(place for start, end in _lines(text) for place in _within(text, start, end))


def without_marker(text: str, start: int, end: int) -> Place:
    """The place of a sentence without the bullet or number that it is set off by."""
    marker = _MARKER.match(text, start, end)
    return (marker.end() if marker else start, end)


def _lines(text: str) -> Iterator[Place]:
    """Lines with something in them, without their markers; lines wrapped by a mail program are one."""
    lines = [(found.start(), found.end()) for found in re.finditer(r"[^\n\r\u2028]+", text)]
    held: Place | None = None
    for start, end in lines:
        if held is not None and _goes_on(text, held, (start, end)):
            held = (held[0], end)
            continue
        if held is not None:
            yield held
        marker = _MARKER.match(text, start, end)
        held = (marker.end() if marker else start, end)
    if held is not None:
        yield held


def _goes_on(text: str, line: Place, following: Place) -> bool:
    """Whether a line was only broken off by its width."""
    left = text[line[0] : line[1]].rstrip()
    right = text[following[0] : following[1]]
    last = left.rsplit("\n", 1)[-1]
    return (
        len(last) + 1 + len(right.split(" ", 1)[0]) > _WRAPPED
        and left[:1].isupper()  # who begins without a capital ends without a full stop
        and "\n\n" not in text[line[1] - 1 : following[0] + 1]
        and left[-1:] not in ".?!:…"
        and right[:1].islower()
    )


def _within(text: str, start: int, end: int) -> Iterator[Place]:
    """The sentences of one line."""
    begins = start
    for found in _BORDER.finditer(text, start, end):
        if _is_border(text, begins, found):
            yield from _trimmed(text, begins, found.end())
            begins = found.end()
    yield from _trimmed(text, begins, end)


def _is_border(text: str, begins: int, found: re.Match[str]) -> bool:
    so_far, following = text[begins : found.end()], text[found.end() : found.end() + 2]
    if _TRAILING.search(so_far):
        return not _HELD.match(following)
    if _MAY_END.search(so_far):
        return following[:1].isupper()
    return bool(_LETTERED.search(so_far)) or not _ABBREVIATION.search(so_far)


def _trimmed(text: str, start: int, end: int) -> Iterator[Place]:
    """The place without spaces at its edges; nothing where no letter, digit or sign of a face is in it."""
    words = text[start:end]
    left, right = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    if re.search(r"\w", text[left:right]):
        yield left, right
