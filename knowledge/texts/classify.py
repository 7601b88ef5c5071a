"""Classify: what blocks are besides text - contents pages, captions of lost figures, slide titles, likely headings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.model import Span
from knowledge.texts.layout import Block, Role
from knowledge.texts.marks import Heading

_CONTENTS = re.compile(r"(?:table of )?contents", re.IGNORECASE)
_CAPTION = re.compile(r"(?:Figure|Fig\.|Chart)\s+\d+")
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)\.?\s+\S")
_MAX_CAPTION_WORDS, _MAX_TITLE_WORDS, _MAX_SLIDE_TITLE_WORDS = 25, 12, 8


def classify(blocks: Sequence[Block], text: str, *, guess: bool, slides: bool) -> list[Block]:
    """The blocks with their roles set right; headings are guessed only where nothing declares them."""
    known = [_caption(block, text) for block in _contents(blocks, text)]
    titled = _slide_titles(known, text) if slides else known
    return _guessed(titled, text) if guess else titled


def words_of(block: Block, text: str) -> str:
    """The words of a block on one line."""
    return " ".join(" ".join(text[span.start : span.end].split()) for span in block.spans)


def _dropped(block: Block, reason: str) -> Block:
    return replace(block, role=Role.DROP, reason=reason, mark=None)


def _contents(blocks: Sequence[Block], text: str) -> list[Block]:
    """A page of contents: its title and the blocks most of whose lines end in a page number."""
    result, inside = [], False
    for block in blocks:
        if _CONTENTS.fullmatch(words_of(block, text)):
            result.append(_dropped(block, "contents page"))
            inside = True
            continue
        ends = sum(bool(re.search(r"\s\d{1,3}$", text[span.start : span.end])) for span in block.spans)
        inside = inside and block.role in (Role.TEXT, Role.ITEM, Role.NOTE) and ends >= len(block.spans) / 2
        result.append(_dropped(block, "contents page") if inside else block)
    return result


def _caption(block: Block, text: str) -> Block:
    words = words_of(block, text)
    if block.role is Role.TEXT and _CAPTION.match(words) and len(words.split()) <= _MAX_CAPTION_WORDS:
        return _dropped(block, "figure: its content is not in the file")
    return block


def _heading(block: Block, text: str, level: int) -> Block:
    span = Span(block.spans[0].start, block.spans[-1].end)
    return replace(block, role=Role.HEADING, mark=Heading(span, level, words_of(block, text)))


def _slide_titles(blocks: Sequence[Block], text: str) -> list[Block]:
    """The first words of a slide are its title when they are few."""
    result, fresh = [], True
    for block in blocks:
        few = len(words_of(block, text).split()) <= _MAX_SLIDE_TITLE_WORDS
        result.append(_heading(block, text, 1) if fresh and few and block.role is Role.TEXT else block)
        fresh = block.role is Role.BREAK
    return result


def _guessed(blocks: Sequence[Block], text: str) -> list[Block]:
    """In an unknown text, a few words without an end mark over longer text are a heading."""
    result = []
    for number, block in enumerate(blocks):
        following = next((b for b in blocks[number + 1 :] if b.role is not Role.DROP), None)
        level = _title_level(words_of(block, text)) if block.role is Role.TEXT else 0
        if level and following is not None and _may_follow_a_title(following, text):
            result.append(_heading(block, text, level))
        else:
            result.append(block)
    return result


def _may_follow_a_title(block: Block, text: str) -> bool:
    """Whether a block may stand under a title: not one that goes on with a sentence or opens a page."""
    known = block.role in (Role.TEXT, Role.ITEM, Role.TABLE)
    return known and not block.new_page and not words_of(block, text)[:1].islower()


def _title_level(words: str) -> int:
    """The level of a likely heading, or 0."""
    if len(words.split()) > _MAX_TITLE_WORDS or re.search(r"[.,;:!)\u2019\u201d'\"]$", words):
        return 0
    if not re.match(r"[A-Z0-9]", words) or not re.search(r"[A-Za-z]{2}", words):
        return 0
    numbered = _NUMBERED.match(words)
    return numbered.group(1).count(".") + 1 if numbered else 1
