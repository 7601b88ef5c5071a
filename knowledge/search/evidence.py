"""What a search works with: what one query found, and what it reads of an index, be it small or large."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.index.units import Target, Unit, UnitKind
from knowledge.index.vector_index import Vectors
from knowledge.search.fusion import Scores, Signal, Usual

NEIGHBOURS = 400  # units of each kind that a query looks at
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Links:
    """Which unit leads to which target: `rows[i]` of the kind to `targets[i]`, by target; and the rows of each card."""

    size: int
    rows: Rows
    targets: Rows
    of_card: Mapping[str, Rows]

    def of_target(self, target: int) -> Rows:
        """The rows that lead to a target."""
        start, end = np.searchsorted(self.targets, [target, target + 1])
        return self.rows[start:end]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one query found: its vector, signals by target, and the cosine of each unit of each kind.

    In a large library the signals are those of some candidates, `rows`, and `usual` says how each signal lies over all
    targets; the cosines of a kind that grows with the library are those of the candidates' units.
    """

    vector: Vectors
    signals: Mapping[Signal, Scores]
    cosines: Mapping[UnitKind, Vectors]
    rows: Rows | None = None
    usual: Mapping[Signal, Usual] = field(default_factory=dict)

    def row(self, place: int) -> int:
        """The target that a place in the signals belongs to."""
        return place if self.rows is None else int(self.rows[place])


class Texts(Protocol):
    """Targets by their row."""

    def __getitem__(self, row: int, /) -> Target:
        """One target."""
        ...


class Words(Protocol):
    """What is known of the words of all targets."""

    def rarity(self, word: str) -> float:
        """Inverse document frequency of a stem."""
        ...

    def knows(self, word: str) -> bool:
        """Whether any text has the stem."""
        ...

    def holds(self, word: str, row: int) -> bool:
        """Whether the text of a row has the stem."""
        ...


class SearchedIndex(Protocol):
    """One version of the index, open for reading."""

    @property
    def version(self) -> str:
        """Its name."""
        ...

    @property
    def targets(self) -> Texts:
        """What it ranks."""
        ...

    @property
    def source_words(self) -> Words:
        """The words that the sources say."""
        ...

    @property
    def all_words(self) -> Words:
        """The same, with the lines of our cards."""
        ...

    def evidence(self, query: str, vector: Vectors, prior: Mapping[str, float] | None) -> Evidence:
        """Everything that speaks for each target, or for each candidate."""
        ...

    def told(self, prior: Mapping[str, float] | None) -> float:
        """The chance that a message tells of a situation which some card serves."""
        ...

    def best_card(self, target: Target, cosines: Mapping[UnitKind, Vectors]) -> str | None:
        """The card of a target whose lines are nearest to the query."""
        ...

    def units_of_target(self, kind: UnitKind, target: int) -> Rows:
        """The rows of a kind that lead to a target."""
        ...

    def units_of_card(self, kind: UnitKind, card: str) -> Rows:
        """The rows of a kind that a card has; none where it has none."""
        ...

    def unit_vectors(self, kind: UnitKind, rows: Rows) -> Vectors:
        """The vectors of some units of a kind."""
        ...

    def repeats(self, row: int, others: Sequence[int]) -> bool:
        """Whether a target nearly repeats one of the others."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


def links_of(units: Sequence[Unit]) -> Links:
    """The links of the units of one kind."""
    pairs = [(row, target) for row, unit in enumerate(units) for target in unit.targets]
    flat = np.array(sorted(pairs, key=lambda pair: pair[1]), dtype=np.intp).reshape(-1, 2)
    of_card: dict[str, list[int]] = {}
    for row, unit in enumerate(units):
        if unit.card is not None:
            of_card.setdefault(unit.card, []).append(row)
    rows_of_card = {card: np.array(rows, dtype=np.intp) for card, rows in of_card.items()}
    return Links(len(units), flat[:, 0], flat[:, 1], rows_of_card)


def with_floor(rows: Rows, cosines: Vectors, size: int) -> Vectors:
    """The cosines of all units of a kind; those beyond the nearest get the cosine of the last one found."""
    floor = float(cosines[-1]) if len(cosines) else 0.0
    whole = np.full(size, floor, dtype=np.float32)
    whole[rows] = cosines
    return whole


def card_nearness(card: str, links: Mapping[UnitKind, Links], cosines: Mapping[UnitKind, Vectors]) -> float:
    """The cosine of a card's nearest line."""
    rows = ((kind, one.of_card.get(card)) for kind, one in links.items())
    return max((float(cosines[kind][own].max()) for kind, own in rows if own is not None), default=-1.0)


def best_card(target: Target, links: Mapping[UnitKind, Links], cosines: Mapping[UnitKind, Vectors]) -> str | None:
    """The card of a target whose lines are nearest to the query."""
    if len(target.cards) < 2:
        return target.cards[0] if target.cards else None
    return max(target.cards, key=lambda card: card_nearness(card, links, cosines))


def situation_weights(targets: Sequence[Target]) -> dict[str, Scores]:
    """How well each target serves each situation."""
    names = sorted({name for target in targets for name in target.situations})
    return {
        name: np.array([target.situations.get(name, 0.0) for target in targets], dtype=np.float32) for name in names
    }


def situation_scores(weights: Mapping[str, Scores], prior: Mapping[str, float], size: int) -> Scores:
    """How well each target serves the situations that a message may tell of."""
    total = np.zeros(size, dtype=np.float32)
    for name, by_target in weights.items():
        total += prior.get(name, 0.0) * by_target
    return total


def chance_told(weights: Mapping[str, Scores], prior: Mapping[str, float] | None) -> float:
    """The chance that a message tells of a situation which some card serves."""
    return min(1.0, sum(prior.get(name, 0.0) for name in weights)) if prior else 0.0
