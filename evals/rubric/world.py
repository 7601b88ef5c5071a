"""What replies are held against: cards and places, source texts, the register of contacts, other doctors."""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from evals.rubric import wording

_LEXICAL = 0.05  # what one shared rare stem (by its idf) weighs beside the cosine; set on 400 replies and swapped ones
_POOL = 200
_KEPT = 4096


class Encoder(Protocol):
    """Texts -> one unit row each."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One unit row for each text."""
        ...


Detect = Callable[[Sequence[str]], Mapping[str, frozenset[str]]]
"""Sentences -> what each of them does, as the detectors see it."""


def _nothing_seen(sentences: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """Without detectors there are the phrase banks alone."""
    return dict.fromkeys(sentences, frozenset())


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A card's place as the index in use has it, its words, and the situations that it serves."""

    doc: str
    section: str
    author: str
    quote: str | None
    start: int | None
    end: int | None
    says: str
    situations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteWords:
    """The fixed wording of one safety route: its sentences as sent, its questions, what must be given, in order."""

    first: tuple[str, ...]
    stay: tuple[str, ...]
    questions: tuple[str, ...]
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class World:
    """Everything outside the talk that a criterion looks at.

    `received` are the source texts as received, empty where none are installed. `contacts` are every number and
    address of the register. `authors` maps a surname or body that a reply may name to the document it stands for.
    """

    cards: Mapping[str, CardPlace]
    received: tuple[str, ...]
    routes: Mapping[str, RouteWords]
    contacts: frozenset[str]
    authors: Mapping[str, frozenset[str]]
    nearness: "Nearness"
    detect: Detect = _nothing_seen

    def numbers(self) -> frozenset[str]:
        """The register's numbers, digits only."""
        return frozenset(digits for one in self.contacts if (digits := re.sub(r"\D", "", one)))


class Nearness:
    """Whether a reply belongs to its own message rather than to other doctors' (the swap test).

    `others` are messages of other doctors, some hundreds; those that stand in the talk itself are left out.
    """

    def __init__(self, encoder: Encoder, others: Sequence[str]) -> None:
        self._encoder = encoder
        self._known: dict[str, npt.NDArray[np.float32]] = {}
        self._others = tuple(dict.fromkeys(others))[:_POOL]
        self._stems = [wording.stems(one) for one in self._others]
        self._rows = encoder.encode(self._others) if self._others else np.zeros((0, 1), dtype=np.float32)
        counts = Counter(stem for stems in self._stems for stem in stems)
        self._idf = {stem: math.log((len(self._others) + 1) / (count + 1)) for stem, count in counts.items()}
        self._rare = math.log(len(self._others) + 1)

    def idf(self, stem: str) -> float:
        """How rare a stem is among the messages, in nats."""
        return self._idf.get(stem, self._rare)

    def share_beaten(self, reply: str, message: str, family: Sequence[str] = ()) -> float:
        """Of the other doctors' messages, the share that the reply is further from than from its own, 0 to 1."""
        row, own = self._row(reply), self._row(message)
        kept = [place for place, other in enumerate(self._others) if other != message and other not in family]
        if not kept:
            return 1.0
        stems = wording.stems(reply)
        theirs = self._rows[kept] @ row[0] + _LEXICAL * np.array(
            [self._shared(stems, self._stems[one]) for one in kept]
        )
        mine = float(own[0] @ row[0]) + _LEXICAL * self._shared(stems, wording.stems(message))
        return float(np.mean(theirs < mine))

    def _row(self, text: str) -> npt.NDArray[np.float32]:
        """The row of one text; a message is looked at by several criteria, and encoded once."""
        if text not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[text] = self._encoder.encode([text])
        return self._known[text]

    def _shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        return sum(self.idf(stem) for stem in one & other)
