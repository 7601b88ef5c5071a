"""SourceText: one received file as text, with the structure that its format told us."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.model import Span


class HintKind(StrEnum):
    """What a format says about a stretch of its text; plain text says nothing."""

    HEADING = "heading"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Hint:
    """A stretch of the received text that its format marks as a heading (with title) or as no text (with reason)."""

    kind: HintKind
    span: Span
    level: int = 1
    title: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the received text, without its line end."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """One past the last character of the line."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as received: the text that all offsets refer to, and what its format says of title, author, headings.

    For formats that are not text (PDF, DOCX, HTML) `received` is the text extracted from the file.
    """

    file: str
    format: str
    received: str
    title: str = ""
    author: str = ""
    hints: tuple[Hint, ...] = ()

    def lines(self) -> tuple[Line, ...]:
        """The lines of the received text with their offsets; a form feed ends a line too and opens the next."""
        lines, start = [], 0
        for text in self.received.split("\n"):
            lines.append(Line(start, text))
            start += len(text) + 1
        return tuple(lines)


def line_number(received: str, offset: int) -> int:
    """The number, from 1, of the line on which an offset falls."""
    return received.count("\n", 0, offset) + 1
