"""NoteLines: tells the lines of footnotes from the lines of the text, by their running numbers."""

import re

_PLAIN = re.compile(r"\s?(\d{1,3}) {1,3}[A-Z\u201c\u2018\"]")
_RAISED = re.compile(r"\s*([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)\s*\S")
_LARGEST_STEP = 12
SUPERSCRIPTS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")


class NoteLines:
    """Follows the numbers of the footnotes: a note begins with a number a little above the last one.

    In a paged text all that follows a note is note until the page ends; elsewhere a blank line ends it.
    """

    def __init__(self, *, paged: bool) -> None:
        self.last = 0
        self._paged = paged
        self._inside = False

    def number(self, line: str, *, at_start: bool) -> int | None:
        """The number of the note to which a line belongs, or None for a line of the text."""
        raised = _RAISED.match(line) if at_start else None
        if raised:
            return self._open(int(raised.group(1).translate(SUPERSCRIPTS)))
        plain = _PLAIN.match(line) if at_start or self._inside else None
        if plain and self.last < int(plain.group(1)) <= self.last + _LARGEST_STEP:
            return self._open(int(plain.group(1)))
        return self.last if self._inside else None

    def blank(self) -> None:
        """A blank line was met."""
        self._inside = self._inside and self._paged

    def close(self) -> None:
        """A page, heading or table begins: no note goes on over it."""
        self._inside = False

    def _open(self, number: int) -> int:
        self.last = number
        self._inside = True
        return number
