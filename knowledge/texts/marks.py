"""Marks: where in a received text the headings, boxes, tables and left-out stretches stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.model import Span
from knowledge.texts.extents import find, find_line, phrase_pattern
from knowledge.texts.mapped import MappedText
from knowledge.texts.profile import HeadingRule, Profile, TableRule
from knowledge.texts.source import HintKind, SourceText
from knowledge.texts.tables import grid_tables, table_rows

BOX_LEVEL = 20


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and what it says of the text under it. `span` is empty where the heading is ours or run in."""

    span: Span
    level: int
    title: str
    author: str | None = None
    box_end: int | None = None


@dataclass(frozen=True, slots=True)
class TableMark:
    """A region that is read as rows of its own making."""

    span: Span
    title: str
    level: int
    rows: tuple[MappedText, ...]
    left_out: str


@dataclass(frozen=True, slots=True)
class DropMark:
    """A stretch to leave out, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A stretch that goes on with the footnote before it."""

    span: Span


Mark = Heading | TableMark | DropMark | NoteMark


@dataclass(slots=True)
class Marks:
    """All marks of one text, and what a profile promised that was not found."""

    text: str
    marks: list[Mark] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def starting_at(self, offset: int) -> Iterator[Heading]:
        """Headings without words of their own that stand before this offset."""
        return (m for m in self.marks if isinstance(m, Heading) and m.span == Span(offset, offset))

    def covering(self, offset: int) -> Mark | None:
        """The mark in whose words this offset lies."""
        return next((mark for mark in self.marks if mark.span.start <= offset < mark.span.end), None)


def marks_of(source: SourceText, profile: Profile | None, reading: str) -> Marks:
    """Resolve a profile on a text; for an unknown document, take what its format says."""
    found = Marks(source.received)
    if profile is not None:
        _tables(source, profile, reading, found)
        _drops(source, profile, reading, found)
        _headings(source, profile, found)
        _boxes(source, profile, found)
    for hint in source.hints:
        if found.covering(hint.span.start) is None and hint.kind is HintKind.HEADING:
            found.marks.append(Heading(hint.span, hint.level, hint.title))
        elif found.covering(hint.span.start) is None:
            found.marks.append(DropMark(hint.span, hint.reason))
    for span, rows in grid_tables(source):
        if found.covering(span.start) is None:
            found.marks.append(TableMark(span, "", 0, rows, "table: heading row"))
    return found


def _headings(source: SourceText, profile: Profile, found: Marks) -> None:
    """Headings in their order: each is looked for after the one before it."""
    position = 0
    for rule in profile.headings:
        heading = _heading(rule, source.received, position)
        if heading is None:
            found.missing.append(rule.at or rule.before or "")
        else:
            found.marks.append(heading)
            position = heading.span.end


def _heading(rule: HeadingRule, text: str, position: int) -> Heading | None:
    if rule.at is not None and not rule.run_in:
        place = find_line(rule.at, text, position)
        return Heading(place, rule.level, rule.title or _words(text, place), rule.author) if place else None
    words = rule.before or rule.at or ""
    place = find(words, text, position)
    if place is None:
        return None
    return Heading(Span(place.start, place.start), rule.level, rule.title or words.rstrip(":"), rule.author)


def _words(text: str, place: Span) -> str:
    return " ".join(text[place.start : place.end].split()).rstrip(":")


def _boxes(source: SourceText, profile: Profile, found: Marks) -> None:
    for rule in profile.boxes:
        place = find_line(rule.at, source.received)
        end = phrase_pattern(rule.to).search(source.received, place.end) if place else None
        if place is None or end is None:
            found.missing.append(rule.at if place is None else rule.to)
            continue
        found.marks.append(Heading(place, BOX_LEVEL, _words(source.received, place), box_end=end.start()))


def _drops(source: SourceText, profile: Profile, reading: str, found: Marks) -> None:
    for rule in profile.drops:
        if rule.reading not in (None, reading):
            continue
        place = find(rule.at, source.received)
        if place is None:
            found.missing.append(rule.at)
        else:
            found.marks.append(DropMark(place, rule.reason))
    for words in profile.notes:
        place = find(words, source.received)
        if place is not None:
            found.marks.append(NoteMark(place))


def _tables(source: SourceText, profile: Profile, reading: str, found: Marks) -> None:
    for rule in profile.tables:
        if rule.reading not in (None, reading):
            continue
        region = _region(rule, source.received)
        if region is None:
            found.missing.append(rule.at)
            continue
        rows, missing = table_rows(rule.rows, source.received, region)
        found.missing.extend(missing)
        found.marks.append(TableMark(region, rule.title, rule.level, rows, rule.left_out))


def _region(rule: TableRule, text: str) -> Span | None:
    opening = find_line(rule.at, text)
    closing = find(rule.to, text, opening.end) if opening else None
    return Span(opening.start, closing.start) if opening and closing else None
