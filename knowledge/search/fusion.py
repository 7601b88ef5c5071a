"""Scores of several kinds for the same targets -> one score: a weighted sum of z-scores (pure)."""

from collections.abc import Mapping
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from knowledge.index.units import UnitKind

Scores = NDArray[np.float32]
_FLAT = 1e-9


class Signal(StrEnum):
    """What speaks for a target: words in common, nearness of each kind of unit, and the situation that it serves."""

    SOURCE_WORDS = "source_words"
    ALL_WORDS = "all_words"
    PASSAGE = UnitKind.PASSAGE.value
    SENTENCE = UnitKind.SENTENCE.value
    WHEN = UnitKind.WHEN.value
    ASKS = UnitKind.ASKS.value
    SAYS = UnitKind.SAYS.value
    SITUATION = "situation"


def standardised(scores: Scores) -> Scores:
    """Mean 0 and deviation 1 over all targets; a signal that says the same of all says nothing."""
    spread = float(scores.std())
    if spread < _FLAT:
        return np.zeros_like(scores, dtype=np.float32)
    return np.asarray((scores - scores.mean()) / spread, dtype=np.float32)


def fuse(signals: Mapping[Signal, Scores], weights: Mapping[Signal, float]) -> Scores:
    """Weighted sum of the standardised signals, by target; ranks alone (RRF) would lose how far ahead each one is."""
    size = len(next(iter(signals.values()))) if signals else 0
    total = np.zeros(size, dtype=np.float32)
    for signal, scores in signals.items():
        weight = weights.get(signal, 0.0)
        if weight:
            total += weight * standardised(scores)
    return total


def best_of_units(cosines: Scores, rows: NDArray[np.intp], targets: NDArray[np.intp], size: int) -> Scores:
    """Score of each target by its best unit; a target without any gets the lowest score there is.

    `rows[i]` leads to `targets[i]`.
    """
    floor = float(cosines.min()) if len(cosines) else 0.0
    best = np.full(size, floor, dtype=np.float32)
    np.maximum.at(best, targets, cosines[rows])
    return best


def ranking(scores: Scores) -> list[int]:
    """Targets from best to worst; equal ones in row order."""
    order: list[int] = np.argsort(-scores, kind="stable").tolist()
    return order
