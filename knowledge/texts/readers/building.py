"""TextBuilder: the text of a file that is not text, put together block by block with its headings marked."""

from knowledge.model import Span
from knowledge.texts.source import Hint, HintKind


class TextBuilder:
    """Collects paragraphs, headings, list items and table rows into one text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.hints: list[Hint] = []

    @property
    def text(self) -> str:
        """All that was added so far."""
        return "".join(self._parts)

    def paragraph(self, words: str, *, bullet: bool = False) -> None:
        """Add a paragraph, or an item of a list."""
        self._add(("\u2022 " if bullet else "") + _folded(words), "\n\n")

    def heading(self, words: str, level: int) -> None:
        """Add a heading of a level from 1."""
        start = self._length
        title = _folded(words)
        self._add(title, "\n\n")
        if title:
            self.hints.append(Hint(HintKind.HEADING, Span(start, start + len(title)), level, title))

    def row(self, cells: list[str]) -> None:
        """Add a row of a table: cells with a tab between them."""
        if any(_folded(cell) for cell in cells):
            self._add("\t".join(_folded(cell) for cell in cells), "\n")

    def close_table(self) -> None:
        """End a table, so that what follows stands apart from it."""
        self._add("", "\n")

    def _add(self, words: str, end: str) -> None:
        if words or end == "\n":
            self._parts.append(words + end)
            self._length += len(words) + len(end)


def _folded(words: str) -> str:
    return " ".join(words.split())
