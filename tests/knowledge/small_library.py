"""A small library in our own words, and an encoder that needs no model, for the tests of the index and the search."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.index.units import Library
from knowledge.model import Card, CardKind, Passage, PassageKind, Span
from knowledge.search.answerability import Answerability, trees_of

TEXTS = {
    "p-goal": "A bold target can spur a team. If nobody believes in it, people shrug and turn away.",
    "p-listen": "Heads of ward do better when they ask first. Pushing an answer closes other people's mouths.",
    "p-error": "When the consultant tells of her own mistake, juniors report theirs. Fear keeps errors hidden.",
    "p-cost": "Speak of tests that patients do not need. Talk of savings sounds like an attack on care.",
    "p-data": "Show each surgeon his own numbers in private. In 2009 a clinic did so for 40 surgeons.",
    "p-copy": "Show each surgeon his own numbers in private. In 2009 a clinic did so for 40 surgeons, again.",
}
CARDS = (
    ("bold-target", "p-goal", ("stretch_goal",), "we promised no falls at all and the staff giggled"),
    ("ask-first", "p-listen", ("inquiry_over_advocacy",), "i explained my plan three times and they went quiet"),
    ("own-mistake", "p-error", ("admitting_fallibility", "psychological_safety"), "i gave the wrong dose, do i say so"),
    ("waste-not-cost", "p-cost", ("reframing_cost",), "finance wants me to sell the cuts to my colleagues"),
    ("numbers-in-private", "p-data", ("showing_data",), "the audit slide has all our names on it"),
)
ALWAYS_ANSWERS = Answerability(("length",), (0.0,), trees_of([]), 0.0)


class WordEncoder:
    """Each word is a fixed direction, a text the sum of its words: the same text always gets the same vector."""

    dimension = 64

    def __init__(self, name: str = "words") -> None:
        self.fingerprint = name
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += len(texts)
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w+", text.lower()):
                rows[row] += self._direction(word)
            rows[row] /= max(float(np.linalg.norm(rows[row])), 1e-9)
        return rows

    def _direction(self, word: str) -> NDArray[np.float64]:
        seed = int.from_bytes(hashlib.sha256(f"{self.fingerprint}{word}".encode()).digest()[:4])
        return np.random.default_rng(seed).normal(size=self.dimension)


def small_library(*, installed: bool = True, extra: Sequence[str] = ()) -> Library:
    """Six passages (one a near copy) and five cards; `extra` texts make it another version."""
    texts = TEXTS | {f"p-extra-{number}": text for number, text in enumerate(extra)}
    passages = tuple(_passage(number, name, text) for number, (name, text) in enumerate(texts.items()))
    return Library(
        passages=passages if installed else (),
        cards=tuple(_card(*row) for row in CARDS),
        places={card: (passage,) for card, passage, _, _ in CARDS} if installed else {},
        titles={"small-book": "A small book on leading"},
    )


def _passage(number: int, name: str, text: str) -> Passage:
    span = Span(number * 1000, number * 1000 + len(text))
    return Passage(name, "small-book", "small.txt", f"Part {number}", "A. Writer", PassageKind.PARAGRAPH, text, (span,))


def _card(name: str, passage: str, situations: tuple[str, ...], when: str) -> Card:
    return Card(
        id=name,
        title=name.replace("-", " ").capitalize(),
        doc="small-book",
        section="Part of the book",
        kind=CardKind.IDEA,
        situations=situations,
        anchors=("not used here",),
        says=f"In short, {TEXTS[passage].split('.')[0].lower()}.",
        offer="The book puts it simply.",
        trust="One author's view.",
        when=(when,),
        asks=(f"What does the book say about {name.replace('-', ' ')}?",),
    )
