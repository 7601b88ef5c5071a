"""Libraries ten and a hundred times as large as ours: our cards' sentences recombined with noise, and their vectors."""

import hashlib
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from knowledge import cards
from knowledge.encoder.embedding import TextEncoder, Vectors
from knowledge.index.units import Library, sentences
from knowledge.model import Card, Passage, PassageKind, Span
from knowledge.texts.ingest import read_folder

_SENTENCES = 3  # in a made-up passage
_EVERY = 4  # so many words, one is exchanged: no two passages share a run of five
_NOISE = 0.03  # spread of each coordinate around a real sentence's vector
_SOME = 400  # real sentences that vectors are made from
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


class SpreadEncoder:
    """Gives each text the vector of a real sentence with noise: as crowded as real ones, in no time.

    Its fingerprint is the real encoder's, whose queries then search among these vectors. The times of a search do not
    depend on which text has which vector.
    """

    def __init__(self, real: TextEncoder, library: Library, say: Callable[[str], None]) -> None:
        """Encode some real sentences."""
        self.fingerprint = real.fingerprint
        self.dimension = real.dimension
        self._say = say
        self._real = real.encode(card_sentences(library.cards)[:_SOME])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row for each text, always the same for the same text."""
        rows = np.empty((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
            chance = np.random.default_rng(seed)
            near = self._real[seed % len(self._real)] + chance.normal(0.0, _NOISE, self.dimension)
            rows[row] = near / np.linalg.norm(near)
            if row and row % _STEP == 0:
                self._say(f"  {row:,} of {len(texts):,} vectors made")
        return rows


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
