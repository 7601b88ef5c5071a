"""A large library -> the files of its index, a few hundred passages at a time, so that it is never held whole."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path

import numpy as np

from knowledge.encoder.embedding import Vectors
from knowledge.index.appended import Appended
from knowledge.index.forward_writer import ForwardWriter
from knowledge.index.known import KindWriter
from knowledge.index.target_file import TargetWriter
from knowledge.index.targets import ALL_WORDS, SOURCE_WORDS, save_units
from knowledge.index.units import (
    CARD_KINDS,
    Library,
    Target,
    Unit,
    UnitKind,
    card_lines,
    heading,
    loose_cards,
    sentences,
    stream_targets,
)
from knowledge.index.word_engine import WordEngineWriter
from knowledge.index.words import content_words

FORWARD_FOLDER = "forward"
ENGINE_FOLDER = "engine"
SENTENCES_FILE = "sentence-starts.npy"
_AT_ONCE = 512  # targets

Encode = Callable[[Sequence[str]], Vectors]


def write_large(folder: Path, library: Library, dimension: int, encode: Encode) -> None:
    """Write all files of a large index but its Chroma store and its manifest.

    `encode` gives the vectors of texts, those that are known already from where they are known.
    """
    rows_of_card = _write_targets(folder, library, dimension, encode)
    units = [
        Unit(kind, line, rows_of_card[card.id], card.id)
        for kind in CARD_KINDS
        for card in library.cards
        for line in card_lines(card, kind)
    ]
    save_units(folder, units)
    for kind in CARD_KINDS:
        texts = [unit.text for unit in units if unit.kind is kind]
        with KindWriter(folder, kind, dimension) as vectors:
            vectors.append(texts, encode(texts))


def _write_targets(folder: Path, library: Library, dimension: int, encode: Encode) -> dict[str, tuple[int, ...]]:
    """Write what grows with the library; gives the rows that each card leads to."""
    row_of: dict[str, int] = {}
    wanted = {place for card in library.cards for place in library.places.get(card.id, ())}
    with ExitStack() as stack:
        files = _Files(folder, dimension, stack)
        for start, part in _parts(stream_targets(library)):
            files.append(start, part, library, encode)
            for row, target in enumerate(part, start):
                if target.passage is None:
                    row_of[target.cards[0]] = row
                elif target.passage in wanted:
                    row_of[target.passage] = row
    loose = {card.id for card in loose_cards(library)}
    return {
        card.id: (row_of[card.id],) if card.id in loose else tuple(row_of[one] for one in library.places[card.id])
        for card in library.cards
    }


def _parts(targets: Iterator[Target]) -> Iterator[tuple[int, list[Target]]]:
    start = 0
    while part := list(islice(targets, _AT_ONCE)):
        yield start, part
        start += len(part)


class _Files:
    """The open files of what grows with the library."""

    def __init__(self, folder: Path, dimension: int, stack: ExitStack) -> None:
        self._targets = stack.enter_context(TargetWriter(folder))
        self._passages = stack.enter_context(KindWriter(folder, UnitKind.PASSAGE, dimension))
        self._sentences = stack.enter_context(KindWriter(folder, UnitKind.SENTENCE, dimension))
        self._starts = stack.enter_context(Appended(folder / SENTENCES_FILE, np.int64))
        self._starts.append(np.zeros(1, dtype=np.int64))
        self._source = ForwardWriter(folder / FORWARD_FOLDER / SOURCE_WORDS)
        self._all = ForwardWriter(folder / FORWARD_FOLDER / ALL_WORDS)
        self._engine = WordEngineWriter(folder / ENGINE_FOLDER)
        for writer in (self._source, self._all, self._engine):
            stack.callback(writer.close)
        self._lines: dict[str, list[str]] = defaultdict(list)

    def append(self, first: int, targets: Sequence[Target], library: Library, encode: Encode) -> None:
        """Add some targets, from row `first` on."""
        self._targets.append(targets)
        whole = [heading(target, library.titles) + target.text for target in targets]
        parts = [sentences(target.text) for target in targets]
        lines = list(chain.from_iterable(parts))
        vectors = encode([*whole, *lines])
        begun = len(self._sentences)
        self._passages.append(whole, vectors[: len(whole)])
        self._sentences.append(lines, vectors[len(whole) :])
        self._starts.append(begun + np.cumsum([len(part) for part in parts]))
        for row, (target, text) in enumerate(zip(targets, whole, strict=True), first):
            words = content_words(text)
            self._source.add(words)
            everything = words + [word for card in target.cards for word in self._words_of(card, library)]
            self._all.add(everything)
            self._engine.add(row, everything)

    def _words_of(self, card_id: str, library: Library) -> list[str]:
        """The stems of a card's lines."""
        if not self._lines:
            for card in library.cards:
                for kind in CARD_KINDS:
                    for line in card_lines(card, kind):
                        self._lines[card.id].extend(content_words(line))
        return self._lines[card_id]
