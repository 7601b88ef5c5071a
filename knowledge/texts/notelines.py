"""NoteLines: tells the lines of footnotes from the lines of the text, by their numbers and the marks that call them."""

import re

from knowledge.texts.source import Line

_PLAIN = re.compile(r"\s?(\d{1,3}) {1,3}[A-Z\u201c\u2018\"]")
_RAISED = re.compile(r"\s*([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)\s*\S")
_CALL = re.compile(r"(?:(?<=[a-z])|(?<=[.,;:!?)\u2019\u201d\"']) ?)(\d{1,3})(?: (\d{1,3}))?(?=\s|$|[.,;:])")
_LARGEST_STEP = 12
SUPERSCRIPTS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")


class NoteLines:
    """Follows the footnotes of a text: a note has a number a little above the last one, called somewhere above it.

    In a paged text all that follows a note is note until the page ends; elsewhere a blank line ends it.
    """

    def __init__(self, text: str, *, paged: bool) -> None:
        self.last = 0
        self._paged = paged
        self._inside = False
        self._calls: dict[int, int] = {}
        for call in _CALL.finditer(text):
            for number in call.groups():
                if number is not None:
                    self._calls.setdefault(int(number), call.start())

    def number(self, line: Line, *, at_start: bool) -> int | None:
        """The number of the note to which a line belongs, or None for a line of the text."""
        raised = _RAISED.match(line.text) if at_start else None
        if raised:
            return self._open(int(raised.group(1).translate(SUPERSCRIPTS)))
        plain = _PLAIN.match(line.text) if at_start or self._inside else None
        if plain and self._is_next(int(plain.group(1)), line.start):
            return self._open(int(plain.group(1)))
        return self.last if self._inside else None

    def blank(self) -> None:
        """A blank line was met."""
        self._inside = self._inside and self._paged

    def close(self) -> None:
        """A page, heading or table begins: no note goes on over it."""
        self._inside = False

    def _is_next(self, number: int, offset: int) -> bool:
        called = self._calls.get(number, offset) < offset
        return called and self.last < number <= self.last + _LARGEST_STEP

    def _open(self, number: int) -> int:
        self.last = number
        self._inside = True
        return number
