"""Passages: the pieces of a text cleaned, brought to size and given ids and exact places (pure)."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.model import Passage
from knowledge.texts.cleaning import Cleaner
from knowledge.texts.flow import Drop, Piece
from knowledge.texts.layout import Role
from knowledge.texts.mapped import MappedText
from knowledge.texts.shingles import words
from knowledge.texts.sizing import Chunk, sized

NOTE_WORDS = 12
_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d+, )?)?"
_REFERENCE = re.compile(rf"\bIbid\b|https?://|n\.d\.|, {_MONTH}{_YEAR}[.,)]|\({_MONTH}{_YEAR}\)[.:]")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|may|can|will|would|should)\b")


def passages_of(parts: Sequence[Piece], cleaner: Cleaner, doc: str, file: str) -> tuple[list[Passage], list[Drop]]:
    """The passages of one file in reading order, and the notes that became none."""
    chunks: list[Chunk] = []
    drops: list[Drop] = []
    for piece in parts:
        text = cleaner.mended(piece.ready) if piece.ready is not None else cleaner.text(piece.spans)
        if piece.role is Role.NOTE:
            reason = _note_fault(text.text)
            drops.extend(Drop(span, reason) for span in piece.spans if reason)
            text = MappedText.ours("") if reason else _without_number(text)
        if text.text:
            chunks.append(Chunk(piece.kind, piece.role, piece.section, piece.author, text))
    return _numbered(_passage(chunk, cleaner.received, doc, file) for chunk in sized(chunks)), drops


def _note_fault(text: str) -> str:
    """Why a footnote is no passage, or nothing where it holds prose."""
    run = text.split()[1:]
    titled = sum(word[:1].isupper() for word in run) > 0.5 * len(run)
    if _REFERENCE.search(text) or (titled and not _VERB.search(text)):
        return "footnote: a reference"
    return "footnote: too short to stand alone" if len(run) < NOTE_WORDS else ""


def _without_number(text: MappedText) -> MappedText:
    return text.sub(re.compile(r"\A[\d\u00b9\u00b2\u00b3\u2070-\u2079]+\s*"), "").folded()


def _passage(chunk: Chunk, received: str, doc: str, file: str) -> Passage:
    digest = hashlib.sha256(" ".join(words(chunk.text.text)).encode()).hexdigest()[:8]
    return Passage(
        id=f"{doc}-{digest}",
        doc=doc,
        file=file,
        section=" > ".join(chunk.section),
        author=chunk.author,
        kind=chunk.kind,
        text=chunk.text.text,
        spans=chunk.text.spans(received),
    )


def _numbered(passages: Iterable[Passage]) -> list[Passage]:
    """Passages with the same words get ids of their own."""
    seen: dict[str, int] = {}
    result = []
    for passage in passages:
        count = seen[passage.id] = seen.get(passage.id, 0) + 1
        result.append(passage if count == 1 else replace(passage, id=f"{passage.id}-{count}"))
    return result
