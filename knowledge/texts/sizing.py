"""Sizing: lists gathered, long texts cut and short ones merged, so that every chunk is a useful passage (pure)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.model import PassageKind
from knowledge.texts.layout import Role
from knowledge.texts.mapped import MappedText, enumerated, joined
from knowledge.texts.sentences import IDEAL, LONGEST, pieces

SHORTEST = 15


@dataclass(frozen=True, slots=True)
class Chunk:
    """A text on its way to being a passage."""

    kind: PassageKind
    role: Role
    section: tuple[str, ...]
    author: str
    text: MappedText

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.text.split())


def sized(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Chunks of about the size of a passage, in the same order."""
    return _merged([part for chunk in _listed(chunks) for part in _cut(chunk)])


def _alike(one: Chunk, other: Chunk) -> bool:
    """Whether two chunks may become one passage."""
    notes = Role.NOTE in (one.role, other.role)
    tables = (one.role is Role.TABLE) != (other.role is Role.TABLE)
    return one.section == other.section and one.author == other.author and not notes and not tables


def _listed(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Neighbouring items of a list or slide gathered, in equal shares when they are too many for one passage."""
    result: list[Chunk] = []
    run: list[Chunk] = []
    for chunk in chunks:
        item = chunk.role is Role.ITEM or chunk.kind is PassageKind.SLIDE
        if run and not (item and _alike(run[-1], chunk)):
            result += _shares(run)
            run = []
        if item:
            run.append(chunk)
        else:
            result.append(chunk)
    return result + (_shares(run) if run else [])


def _shares(run: Sequence[Chunk]) -> list[Chunk]:
    total = sum(chunk.words for chunk in run)
    share = total / math.ceil(total / LONGEST)
    groups: list[list[Chunk]] = [[]]
    taken = 0.0
    for chunk in run:
        if groups[-1] and taken + chunk.words / 2 > share * len(groups):
            groups.append([])
        groups[-1].append(chunk)
        taken += chunk.words
    return [replace(group[0], text=enumerated(chunk.text for chunk in group)) for group in groups]


def _cut(chunk: Chunk) -> list[Chunk]:
    """The pieces of a long chunk; each piece of a table's row keeps the name of the row."""
    texts = pieces(chunk.text)
    name, colon, _ = chunk.text.text.partition(": ")
    if chunk.role is Role.TABLE and colon and len(name.split()) < IDEAL / 4:
        texts = [texts[0], *(MappedText.ours(name + colon) + text for text in texts[1:])]
    return [replace(chunk, text=text) for text in texts]


def _merged(chunks: Sequence[Chunk]) -> list[Chunk]:
    """A short chunk, or one that announces the next, joined with its neighbour of the same section."""
    result: list[Chunk] = []
    for chunk in chunks:
        last = result[-1] if result else None
        if last and _alike(last, chunk) and last.words + chunk.words <= LONGEST and _belongs(last, chunk):
            listed = last.kind is PassageKind.PARAGRAPH and chunk.kind is PassageKind.LIST
            kind = chunk.kind if listed else last.kind
            plain = last.role is Role.TEXT
            text = joined([last.text, chunk.text], " ") if plain else enumerated([last.text, chunk.text])
            result[-1] = replace(last, kind=kind, role=chunk.role, text=text)
        else:
            result.append(chunk)
    return result


def _belongs(last: Chunk, chunk: Chunk) -> bool:
    return last.words < SHORTEST or chunk.words < SHORTEST or last.text.text.endswith(":")
