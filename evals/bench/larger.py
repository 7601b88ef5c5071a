"""Libraries many times as large as ours: our cards' sentences recombined with noise, and their vectors."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import overload

import numpy as np

from knowledge import cards
from knowledge.encoder.embedding import TextEncoder, Vectors
from knowledge.index.digests import digests
from knowledge.index.units import Library, sentences
from knowledge.model import Card, Passage, PassageKind, Span
from knowledge.texts.ingest import read_folder

_SENTENCES = 3  # in a made-up passage
_EVERY = 4  # so many words, one is exchanged: no two passages share a run of five
_NOISE = 0.02  # spread of each coordinate; as near to one another as 1,500 made-up passages that were encoded
_SOME = 1_200  # real sentences that vectors are made from
_BANK = 4_096  # directions of noise, of which each text gets two
_STEP = 20_000


def own_library(sources: Path | None) -> Library:
    """What the index is made of: our cards, and the source texts where they are installed."""
    own = cards.load_cards()
    if sources is None:
        return Library(passages=(), cards=own, places={})
    corpus = read_folder([sources])
    bound = cards.bind(own, corpus.passages, corpus.partial)
    places = {one.card.id: tuple(dict.fromkeys(passage.id for passage in one.passages)) for one in bound}
    return Library(passages=corpus.passages, cards=own, places=places)


def enlarged(library: Library, extra: int) -> Library:
    """The library with so many made-up passages added; the same ones each time."""
    said = card_sentences(library.cards)
    vocabulary = sorted({word for sentence in said for word in sentence.split()})
    chance = random.Random(extra)  # noqa: S311 - test data, the same each time
    made = tuple(_passage(number, _text(said, vocabulary, chance)) for number in range(extra))
    return Library(passages=(*library.passages, *made), cards=library.cards, places=library.places)


def card_sentences(own: Sequence[Card]) -> list[str]:
    """Every sentence that our cards say."""
    return [sentence for card in own for sentence in sentences(f"{card.says} {card.offer}")]


class MadeUp(Sequence[Passage]):
    """So many made-up passages, each made when it is read: a library of a million is held nowhere."""

    def __init__(self, own: Sequence[Card], size: int, before: Sequence[Passage] = ()) -> None:
        """Take the cards that they are made from, and passages that come before them."""
        self._said = card_sentences(own)
        self._vocabulary = sorted({word for sentence in self._said for word in sentence.split()})
        self._before, self._size = before, size

    def __len__(self) -> int:
        return len(self._before) + self._size

    @overload
    def __getitem__(self, place: int) -> Passage: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Passage]: ...

    def __getitem__(self, place: int | slice) -> Passage | Sequence[Passage]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        if place < len(self._before):
            return self._before[place]
        number = place - len(self._before)
        chance = random.Random(number)  # noqa: S311 - test data, the same each time
        return _passage(number, _text(self._said, self._vocabulary, chance))


class SpreadEncoder:
    """Gives each text the mean of three real sentences' vectors, with noise: as crowded as real ones, in no time.

    Its fingerprint is the real encoder's, whose queries then search among these vectors. The times of a search do not
    depend on which text has which vector.
    """

    def __init__(self, real: TextEncoder, library: Library, say: Callable[[str], None]) -> None:
        """Encode some real sentences."""
        self.fingerprint = real.fingerprint
        self.dimension = real.dimension
        self._say = say
        self._made = 0
        self._real = real.encode(card_sentences(library.cards)[:_SOME])
        noise = np.random.default_rng(0).normal(0.0, _NOISE / np.sqrt(2), (_BANK, self.dimension))
        self._noise = noise.astype(np.float32)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row for each text, always the same for the same text."""
        chosen = digests(texts)
        some = np.uint64(len(self._real))
        three = sum(self._real[chosen // np.uint64(some**power) % some] for power in range(3))
        near = _unit(np.asarray(three, dtype=np.float32))
        for shift in (np.uint64(40), np.uint64(52)):
            near += self._noise[(chosen >> shift) % np.uint64(_BANK)]
        if (self._made + len(texts)) // _STEP > self._made // _STEP:
            self._say(f"  {self._made + len(texts):,} vectors made")
        self._made += len(texts)
        return _unit(near)


def _unit(rows: Vectors) -> Vectors:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def _text(said: Sequence[str], vocabulary: Sequence[str], chance: random.Random) -> str:
    parts: list[str] = []
    for sentence in chance.choices(said, k=_SENTENCES):
        words = sentence.split()
        for place in range(chance.randrange(_EVERY), len(words) - 1, _EVERY):
            words[place] = chance.choice(vocabulary).strip(".,;:!?")
        parts.append(" ".join(words))
    return " ".join(parts)


def _passage(number: int, text: str) -> Passage:
    return Passage(
        id=f"made-up-{number}",
        doc="made-up",
        file="made-up.txt",
        section=f"Part {number // 50}",
        author="Nobody",
        kind=PassageKind.PARAGRAPH,
        text=text,
        spans=(Span(number, number + 1),),
    )
