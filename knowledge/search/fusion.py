"""Scores of several kinds for the same targets -> one score: a weighted sum of z-scores (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Usual:
    """How a signal lies over all targets, where only some of them are scored."""

    mean: float
    spread: float


def usual_of(scores: Scores) -> Usual:
    """How a signal lies over the targets that are given."""
    return Usual(float(scores.mean()), float(scores.std())) if len(scores) else Usual(0.0, 0.0)


def standardised(scores: Scores, usual: Usual | None = None) -> Scores:
    """Mean 0 and deviation 1 over all targets; a signal that says the same of all says nothing."""
    spread = float(scores.std()) if usual is None else usual.spread
    if spread < _FLAT:
        return np.zeros_like(scores, dtype=np.float32)
    mean = scores.mean() if usual is None else np.float32(usual.mean)
    return np.asarray((scores - mean) / spread, dtype=np.float32)


def fuse(
    signals: Mapping[Signal, Scores], weights: Mapping[Signal, float], usual: Mapping[Signal, Usual] | None = None
) -> Scores:
    """Weighted sum of the standardised signals, by target; ranks alone (RRF) would lose how far ahead each one is.

    `usual` says how a signal lies over all targets, where those scored are candidates.
    """
    usual = usual or {}
    size = len(next(iter(signals.values()))) if signals else 0
    total = np.zeros(size, dtype=np.float32)
    for signal, scores in signals.items():
        weight = weights.get(signal, 0.0)
        if weight:
            total += weight * standardised(scores, usual.get(signal))
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
