"""Tables: rows and columns put into readable lines, from a profile's cells or from tabs and bars in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.model import Span
from knowledge.texts.extents import ELLIPSIS, find, phrase_pattern
from knowledge.texts.mapped import MappedText, enumerated, joined
from knowledge.texts.source import Line, SourceText

_PAGE_AT_END = re.compile(r"\t\s*\d{1,4}\s*$")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as a profile writes it: its column's label, and its pieces with what joins each to the one before."""

    label: str
    pieces: tuple[tuple[str, str], ...]

    @property
    def opening(self) -> str:
        """The words with which the cell begins."""
        return self.pieces[0][1].removesuffix("*").partition(ELLIPSIS)[0].strip()


def table_rows(rows: Sequence[str], text: str, region: Span) -> tuple[tuple[MappedText, ...], list[str]]:
    """The rows of a profile read from a region, and the pieces that were not found there."""
    texts: list[MappedText] = []
    missing: list[str] = []
    parsed = [[_parse_cell(cell) for cell in row.split(" | ")] for row in rows]
    for number, cells in enumerate(parsed):
        following = parsed[number + 1][0].opening if number + 1 < len(parsed) else None
        done = texts[-1].at[-1] + 1 if texts and texts[-1].at else region.start
        ahead = find(cells[0].opening, text, done, region.end) is not None
        reader = _RowReader(text, Span(done if ahead else region.start, region.end), region, missing)
        texts.append(reader.read(cells, following))
    return tuple(row for row in texts if row.text.strip()), missing


def _parse_cell(cell: str) -> _Cell:
    label, equals, rest = cell.rpartition(" = ")
    parts = re.split(r" ([&+]) ", rest)
    joins = ["", *(", " if mark == "&" else " " for mark in parts[1::2])]
    return _Cell(label.strip() if equals else "", tuple(zip(joins, (p.strip() for p in parts[::2]), strict=True)))


class _RowReader:
    """Reads the cells of one row, each piece looked for after the piece before it."""

    def __init__(self, text: str, ahead: Span, region: Span, missing: list[str]) -> None:
        self._text = text
        self._region = region
        self._position = ahead.start
        self._missing = missing

    def read(self, cells: Sequence[_Cell], following: str | None) -> MappedText:
        """The row: its name, a colon, and its cells with semicolons between them."""
        texts = []
        for number, cell in enumerate(cells):
            after = cells[number + 1].opening if number + 1 < len(cells) else following
            texts.append(self._cell(cell, after))
        kept = [text for text in texts if text.text]
        head, rest = kept[:1], kept[1:]
        return joined([*head, enumerated(rest)] if rest else head, ": ")

    def _cell(self, cell: _Cell, after: str | None) -> MappedText:
        words = MappedText.ours("")
        for join, piece in cell.pieces:
            place = self._place(piece, after)
            if place is None:
                self._missing.append(piece)
                continue
            part = MappedText.of(self._text, place).folded()
            words = words + MappedText.ours(join) + part if words.text else part
            self._position = place.end
        label = self._label(cell.label) if cell.label and words.text else ""
        return MappedText.ours(f"{label}: ") + words if label else words

    def _label(self, label: str) -> str:
        """The words of the table that name a column: ours in this place, for they stand elsewhere."""
        found, position = [], self._region.start
        for piece in label.split(" + "):
            place = find(piece, self._text, position, self._region.end)
            if place is None:
                self._missing.append(piece)
            else:
                found.append(" ".join(self._text[place.start : place.end].split()))
                position = place.end
        return " ".join(found)

    def _place(self, piece: str, after: str | None) -> Span | None:
        if not piece.endswith("*"):
            return find(piece, self._text, self._position, self._region.end)
        opening = find(piece.removesuffix("*").strip(), self._text, self._position, self._region.end)
        if opening is None:
            return None
        closing = phrase_pattern(after).search(self._text, opening.end, self._region.end) if after else None
        return Span(opening.start, closing.start() if closing else self._region.end)


def grid_tables(source: SourceText) -> list[tuple[Span, tuple[MappedText, ...]]]:
    """Tables that stand as such in the text: runs of lines whose cells are parted by tabs or bars."""
    runs: list[list[Line]] = [[]]
    for line in source.lines():
        if "\t" in line.text.strip() or line.text.lstrip().startswith("|"):
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return [
        (Span(run[0].start, run[-1].end), _grid_rows(run, source.received))
        for run in runs
        if len(run) > 1 and sum(bool(_PAGE_AT_END.search(line.text)) for line in run) < len(run) / 2
    ]


def _grid_rows(run: Sequence[Line], text: str) -> tuple[MappedText, ...]:
    """Every row under the first as "name: column: cell; column: cell"."""
    lines = [line for line in run if not re.fullmatch(r"[\s|:-]*", line.text)]
    head, *rows = [[MappedText.of(text, cell).folded() for cell in _cells(line)] for line in lines]
    return tuple(_grid_row(row, head) for row in rows if any(cell.text for cell in row))


def _grid_row(row: Sequence[MappedText], head: Sequence[MappedText]) -> MappedText:
    named = []
    for number, cell in enumerate(row[1:], start=1):
        label = head[number] if number < len(head) else MappedText.ours("")
        if cell.text:
            named.append(MappedText.ours(f"{label.text}: ") + cell if label.text else cell)
    first = [row[0]] if row[0].text else []
    return joined([*first, enumerated(named)] if named else first, ": ")


def _cells(line: Line) -> list[Span]:
    """The cells of a row of a grid."""
    text, start = line.text, line.start
    if text.lstrip().startswith("|"):
        inner = re.match(r"(\s*\|)(.*?)\|?\s*$", text)
        text, start = (inner.group(2), start + inner.end(1)) if inner else (text, start)
    spans, position = [], start
    for cell in re.split(r"[\t|]" if text is not line.text else r"\t", text):
        spans.append(Span(position, position + len(cell)))
        position += len(cell) + 1
    return spans
