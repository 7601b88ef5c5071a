"""Flow: blocks joined into whole paragraphs over pages and footnotes, each with its section and its author."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.model import PassageKind, Span
from knowledge.texts.classify import words_of
from knowledge.texts.layout import Block, Role
from knowledge.texts.mapped import MappedText
from knowledge.texts.marks import BOX_LEVEL, Heading, TableMark

_ENDED = re.compile(r"[.?!:;\u2026][\u2019\u201d\"')\]]*[\s\d\u00b9\u00b2\u00b3\u2070-\u2079]*$")
_HALF_ENDED = re.compile(r"[\u2019\u201d\"')\]][\s\d\u00b9\u00b2\u00b3\u2070-\u2079]*$")
_ATTRIBUTION = re.compile(r"\(((?:[A-Z][\w.'\u2019-]+ ?)+)(?:,[^()]*|\d{4})?\)\S{0,3}")
_REFERENCES = re.compile(r"(?:\d+\.?\s+)?(?:references|bibliography|works cited)", re.IGNORECASE)
_MAX_SIGNATURE_WORDS, _MIN_JOINED_WORDS = 30, 5
KINDS = {Role.TEXT: PassageKind.PARAGRAPH, Role.ITEM: PassageKind.LIST, Role.NOTE: PassageKind.NOTE}


@dataclass(frozen=True, slots=True)
class Piece:
    """A whole paragraph, list item, note or table row; `ready` is its text where a table has made it."""

    kind: PassageKind
    role: Role
    spans: tuple[Span, ...]
    section: tuple[str, ...]
    author: str
    ready: MappedText | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Drop:
    """A stretch that became no passage, and why."""

    span: Span
    reason: str


class Flow:
    """Takes the blocks one by one; afterwards `pieces` and `drops` hold the whole text."""

    def __init__(self, text: str, author: str, speakers: Mapping[int, str], *, slides: bool) -> None:
        self.pieces: list[Piece] = []
        self.drops: list[Drop] = []
        self._text, self._author, self._speakers, self._slides = text, author, speakers, slides
        self._path: list[Heading] = []
        self._last: int | None = None
        self._references = False

    def take(self, blocks: Sequence[Block]) -> None:
        """Take all blocks in their order."""
        for block in blocks:
            self._leave_box(block)
            if block.role is Role.HEADING and isinstance(block.mark, Heading):
                self._take_heading(block.mark)
            elif block.role is Role.TABLE and isinstance(block.mark, TableMark):
                self._take_table(block.mark)
            elif block.role is Role.DROP:
                self._drop(block, block.reason)
            elif block.role is Role.NOTE:
                self._take_note(block)
            elif block.role in (Role.TEXT, Role.ITEM):
                self._take_words(block)

    def _take_heading(self, heading: Heading) -> None:
        self._path = [*(above for above in self._path if above.level < heading.level), heading]
        self._references = _REFERENCES.fullmatch(heading.title.strip()) is not None
        self._last = None
        if heading.span.end > heading.span.start:
            self.drops.append(Drop(heading.span, "heading"))

    def _leave_box(self, block: Block) -> None:
        ends = [heading.box_end for heading in self._path if heading.box_end is not None]
        if ends and block.spans and block.spans[0].start >= ends[-1]:
            self._path = [heading for heading in self._path if heading.box_end is None]
            self._last = None

    def _take_table(self, table: TableMark) -> None:
        section = (*self._section(), table.title) if table.title else self._section()
        for row in table.rows:
            piece = Piece(PassageKind.TABLE, Role.TABLE, (), section, self._speaker(), ready=row)
            self.pieces.append(piece)
        self.drops.append(Drop(table.span, table.left_out))
        self._last = None

    def _take_note(self, block: Block) -> None:
        """A note stands where it began; what goes on after a gap is added to it."""
        if self._references:
            self._drop(block, "reference list")
            return
        for index in range(len(self.pieces) - 1, -1, -1):
            piece = self.pieces[index]
            if piece.role is Role.NOTE and piece.number == block.number:
                self.pieces[index] = replace(piece, spans=piece.spans + block.spans)
                return
        kind = PassageKind.NOTE
        self.pieces.append(Piece(kind, Role.NOTE, block.spans, self._section(), self._speaker(), number=block.number))

    def _take_words(self, block: Block) -> None:
        words = words_of(block, self._text)
        if self._references:
            self._drop(block, "reference list")
        elif self._is_signature(words):
            self._drop(block, "signature")
        elif self._is_attribution(words):
            self._attribute(block, words)
        elif self._goes_on(block, words):
            self._extend(block)
        else:
            speaker = self._speakers.get(block.spans[0].start, self._speaker())
            self.pieces.append(Piece(self._kind(block), block.role, block.spans, self._section(), speaker))
            self._last = len(self.pieces) - 1

    def _kind(self, block: Block) -> PassageKind:
        if self._slides:
            return PassageKind.SLIDE
        in_box = any(heading.level == BOX_LEVEL for heading in self._path)
        return PassageKind.BOX if in_box else KINDS[block.role]

    def _is_signature(self, words: str) -> bool:
        author = self._path[-1].author if self._path else None
        return bool(author) and words.startswith(author or "") and len(words.split()) <= _MAX_SIGNATURE_WORDS

    def _is_attribution(self, words: str) -> bool:
        return self._last is not None and _ATTRIBUTION.fullmatch(words) is not None

    def _attribute(self, block: Block, words: str) -> None:
        """The speaker of a quotation stands in brackets under it."""
        match = _ATTRIBUTION.fullmatch(words)
        if match and self._last is not None:
            self._extend(block)
            self.pieces[self._last] = replace(self.pieces[self._last], author=match.group(1).strip())
        self._last = None

    def _extend(self, block: Block) -> None:
        if self._last is not None:
            last = self.pieces[self._last]
            self.pieces[self._last] = replace(last, spans=last.spans + block.spans)

    def _goes_on(self, block: Block, words: str) -> bool:
        """Whether a block goes on with the paragraph that a page, note or caption cut."""
        if self._last is None or block.role is Role.ITEM or self._slides:
            return False
        last = self.pieces[self._last]
        before = " ".join(self._text[span.start : span.end] for span in last.spans)
        if _ENDED.search(before):
            return False
        if words[:1].islower():
            return True
        cut = block.new_page and last.role is Role.TEXT and len(before.split()) >= _MIN_JOINED_WORDS
        return cut and not _HALF_ENDED.search(before)

    def _section(self) -> tuple[str, ...]:
        return tuple(heading.title for heading in self._path)

    def _speaker(self) -> str:
        named = [heading.author for heading in self._path if heading.author]
        return named[-1] if named else self._author

    def _drop(self, block: Block, reason: str) -> None:
        self.drops.extend(Drop(span, reason) for span in block.spans)
