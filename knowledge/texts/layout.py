"""Layout: the lines of a received text gathered into blocks, with running heads and page numbers taken out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from statistics import median

from knowledge.model import Span
from knowledge.texts.marks import DropMark, Heading, Mark, Marks, NoteMark, TableMark
from knowledge.texts.notelines import NoteLines
from knowledge.texts.source import Line, SourceText


class Style(StrEnum):
    """How a text shows where a paragraph ends."""

    SPACED = "spaced"  # by a blank line
    DOUBLE = "double"  # every second line is empty; a line of white space ends a paragraph
    DENSE = "dense"  # by a short line only
    SLIDES = "slides"  # a blank line ends an item, three empty lines a slide


class Role(StrEnum):
    """What a block is in the flow of the text."""

    TEXT = "text"
    ITEM = "item"
    NOTE = "note"
    HEADING = "heading"
    TABLE = "table"
    DROP = "drop"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, or a mark that was met; `new_page` when a page begins before it."""

    role: Role
    spans: tuple[Span, ...]
    new_page: bool = False
    mark: Mark | None = None
    reason: str = ""
    number: int = 0


_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,3}(?:\s+of\s+\d+)?\s*", re.IGNORECASE)
_BULLET = re.compile(r"\s*[\u2022\u25aa\uf0b7>]\s*\S")
_DASH = re.compile(r"\s*[-*\u2013]\s+\S")
_NUMBERED = re.compile(r"\s*(\d{1,2})\.\s+[A-Z\u2018\u201c]")
_BRACKETED = re.compile(r"\(.*\)\d{0,3}")
_TITLE = re.compile(r"(?:\d+(?:\.\d+)*\.?\s+)?[A-Z][^.?!:;,]*[^.?!:;,\s\u2019\u201d'\")\]-]")
_ENDED = re.compile(r"[.?!:;][\u2019\u201d\"')\]]*\s*\d{0,3}\s*$")


def style_of(source: SourceText, *, slides: bool) -> Style:
    """Guess how the text shows its paragraphs, from its blank lines."""
    lines = source.lines()
    full = [number for number, line in enumerate(lines) if not line.blank]
    if slides or not full:
        return Style.SLIDES if slides else Style.SPACED
    followed = sum(number + 1 < len(lines) and lines[number + 1].text.strip("\r") == "" for number in full)
    parted = sum(line.blank and line.text.strip("\r") != "" for line in lines)
    short = median(len(lines[number].text) for number in full) < 120
    if short and followed > 0.5 * len(full) and parted > 0.03 * len(full):
        return Style.DOUBLE
    unended = sum(not _ENDED.search(lines[number].text) for number in full)
    dense = short and followed < 0.15 * len(full) and unended > 0.5 * len(full) > 2
    return Style.DENSE if dense else Style.SPACED


def blocks_of(source: SourceText, marks: Marks, style: Style, heads: Sequence[str] = ()) -> list[Block]:
    """The blocks of a text in the order of its lines."""
    walker = _Walker(source, marks, style, [re.compile(head) for head in heads])
    lines = [_unquoted(line) for line in source.lines()] if source.format == "md" else source.lines()
    for number, line in enumerate(lines):
        walker.take(line, lines[number - 1] if number else None)
    walker.flush()
    return walker.blocks


class _Walker:
    """Goes through the lines once and gathers them into blocks."""

    def __init__(self, source: SourceText, marks: Marks, style: Style, heads: list[re.Pattern[str]]) -> None:
        lines = source.lines()
        self.blocks: list[Block] = []
        self._marks, self._style, self._heads = marks, style, heads
        self._repeated = _repeated_heads(lines)
        self._width = median([len(line.text) for line in lines if not line.blank] or [0])
        paged = any(_opens_page(line, before) for before, line in pairwise(lines))
        self._notes = NoteLines(source.received, paged=paged)
        self._open: Block | None = None
        self._new_page, self._empty, self._item = False, 0, 0
        self._seen: set[int] = set()

    def take(self, line: Line, before: Line | None) -> None:
        """Add one line."""
        offset = line.start + len(line.text) - len(line.text.lstrip())
        mark = None if line.blank else self._marks.covering(offset)
        if before is not None and _opens_page(line, before):
            self._turn_page()
        if line.blank:
            self._take_blank(line)
        elif mark is not None:
            self._take_given(offset)
            self._take_mark(mark, line)
        elif self._is_head(line):
            self.flush()
            self._drop(line, "page number" if _PAGE_NUMBER.fullmatch(line.text) else "running head")
            self._turn_page()
        else:
            self._take_text(line, offset)
        self._empty = self._empty + 1 if line.text.strip("\r") == "" else 0

    def flush(self) -> None:
        """Close the block that is being gathered."""
        if self._open is not None:
            self.blocks.append(self._open)
        self._open = None

    def _take_blank(self, line: Line) -> None:
        if self._style is not Style.DOUBLE or line.text.strip("\r") != "":
            self.flush()
            self._notes.blank()
        if self._style is Style.SLIDES and self._empty == 2 and line.text.strip("\r") == "":
            self.blocks.append(Block(Role.BREAK, ()))

    def _take_mark(self, mark: Mark, line: Line) -> None:
        if isinstance(mark, NoteMark):
            self.flush()
            self._add(Block(Role.NOTE, (_content(line),), number=self._notes.last))
            return
        if id(mark) not in self._seen:
            self._seen.add(id(mark))
            self.flush()
            self._notes.close()
            role = {Heading: Role.HEADING, TableMark: Role.TABLE, DropMark: Role.DROP}[type(mark)]
            reason = mark.reason if isinstance(mark, DropMark) else ""
            self._add(Block(role, (mark.span,), mark=mark, reason=reason))
            self.flush()

    def _take_text(self, line: Line, offset: int) -> None:
        self._take_given(offset)
        number = self._notes.number(line, at_start=self._open is None or self._style is Style.DENSE)
        if number is not None:
            self._take_note(number, line)
        elif self._starts_item(line):
            self.flush()
            self._add(Block(Role.ITEM, (_content(line),)))
        elif self._open is not None and not self._breaks_before(line):
            self._open = replace(self._open, spans=(*self._open.spans, _content(line)))
        else:
            self.flush()
            self._add(Block(Role.TEXT, (_content(line),)))

    def _take_given(self, offset: int) -> None:
        """Headings that stand here without words of their own."""
        for heading in self._marks.starting_at(offset):
            self.flush()
            self._notes.close()
            self.blocks.append(Block(Role.HEADING, (), mark=heading))

    def _take_note(self, number: int, line: Line) -> None:
        if self._open is not None and self._open.role is Role.NOTE and self._open.number == number:
            self._open = replace(self._open, spans=(*self._open.spans, _content(line)))
            return
        self.flush()
        self._add(Block(Role.NOTE, (_content(line),), number=number))

    def _starts_item(self, line: Line) -> bool:
        if self._style is Style.SLIDES:
            return False
        numbered = _NUMBERED.match(line.text)
        if numbered and int(numbered.group(1)) in (1, self._item + 1):
            self._item = int(numbered.group(1))
            return True
        at_start = self._open is None or self._open.role is Role.ITEM
        return bool(_BULLET.match(line.text) or (at_start and _DASH.match(line.text)))

    def _breaks_before(self, line: Line) -> bool:
        """Whether a paragraph ends above this line although no blank line says so."""
        last = self._open.spans[-1] if self._open else None
        if last is None or self._style not in (Style.DOUBLE, Style.DENSE):
            return False
        words = self._marks.text[last.start : last.end]
        ended = _ENDED.search(words) or _BRACKETED.fullmatch(words)
        if self._style is Style.DENSE and self._open is not None:
            titled = len(self._open.spans) == 1 and self._is_title(words) and not line.text.lstrip()[:1].islower()
            if titled or (ended and self._is_title(line.text.strip())):
                return True
        return bool(ended) and last.end - last.start < 0.72 * self._width and not line.text.lstrip()[:1].islower()

    def _is_title(self, words: str) -> bool:
        """Whether a line of a dense text looks like a heading: short, with a capital, without an end mark."""
        return len(words) < 0.6 * self._width and _TITLE.fullmatch(words) is not None

    def _is_head(self, line: Line) -> bool:
        text = line.text.strip()
        numeral = self._style is not Style.SLIDES and _PAGE_NUMBER.fullmatch(text) is not None
        return numeral or text in self._repeated or any(head.fullmatch(text) for head in self._heads)

    def _turn_page(self) -> None:
        self.flush()
        self._notes.close()
        self._new_page = True

    def _drop(self, line: Line, reason: str) -> None:
        self.blocks.append(Block(Role.DROP, (_content(line),), reason=reason))

    def _add(self, block: Block) -> None:
        self._open = replace(block, new_page=self._new_page)
        self._new_page = False


def _unquoted(line: Line) -> Line:
    """A line of Markdown without the marks of a block quotation."""
    marks = re.match(r"\s{0,3}(?:>\s?)*", line.text)
    return Line(line.start + marks.end(), line.text[marks.end() :]) if marks and ">" in marks.group() else line


def _content(line: Line) -> Span:
    """The stretch of a line without the white space at its ends."""
    text = line.text
    return Span(line.start + len(text) - len(text.lstrip()), line.start + len(text.rstrip()))


def _opens_page(line: Line, before: Line) -> bool:
    """A form feed opens a page, and so does one space at the start of a line right under another line."""
    if line.text.startswith("\f"):
        return True
    return not before.blank and bool(re.match(r" [^\s>\u2022]", line.text))


def _repeated_heads(lines: Sequence[Line]) -> set[str]:
    """Lines that stand, but for numerals, at the top or foot of most pages of a paged extraction."""
    starts = [number for number, line in enumerate(lines) if line.text.startswith("\f")]
    if len(starts) < 2:
        return set()
    edges: list[str] = []
    for start in [0, *starts, len(lines)]:
        edges += [line.text.strip() for line in lines[max(0, start - 2) : start + 2] if not line.blank]
    counts = Counter(re.sub(r"\d+", "#", edge) for edge in edges)
    return {edge for edge in edges if counts[re.sub(r"\d+", "#", edge)] > 0.5 * len(starts) and counts.total() > 2}
