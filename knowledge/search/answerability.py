"""Do the sources answer this? Small decision trees over features of a query and of what it found."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.encoder.embedding import Vectors

WEIGHTS_FILE = Path(__file__).parent.parent / "weights" / "answerability.json"
ASKED = "asked"
LEAF = -1

Whole = NDArray[np.int32]
Real = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction among the vectors of one encoder: what kind of thing is asked, which some questions never get."""

    encoder: str
    weights: Vectors
    bias: float

    def along(self, vector: Vectors) -> float:
        """How far a vector lies in this direction."""
        return float(self.weights @ vector) + self.bias


@dataclass(frozen=True, slots=True)
class Trees:
    """Regression trees whose values add up to a log-odds; all arrays are (trees, nodes), node 0 being the root.

    A node with `feature` LEAF ends the walk with its `value`; any other goes left where the feature is at most `at`.
    """

    feature: Whole
    at: Real
    left: Whole
    right: Whole
    value: Real

    def log_odds(self, features: Real) -> float:
        """The sum over the trees for one row of features."""
        trees = np.arange(len(self.feature))
        node = np.zeros(len(self.feature), dtype=np.int32)
        while (inner := self.feature[trees, node] != LEAF).any():
            goes_left = features[self.feature[trees, node]] <= self.at[trees, node]
            node = np.where(inner, np.where(goes_left, self.left[trees, node], self.right[trees, node]), node)
        return float(self.value[trees, node].sum())


@dataclass(frozen=True, slots=True)
class Answerability:
    """The trees, the features they read with their usual values, and the probability under which a search abstains."""

    names: tuple[str, ...]
    usual: tuple[float, ...]
    trees: Trees
    threshold: float
    direction: Direction | None = None

    def probability(self, features: Mapping[str, float], vector: Vectors, encoder: str) -> float:
        """The probability that the sources answer the query; the direction counts for the encoder it was learnt on.

        A feature that is not known is taken at its usual value.
        """
        known = dict(features)
        if self.direction is not None and self.direction.encoder == encoder:
            known[ASKED] = self.direction.along(vector)
        row = [known.get(name, usual) for name, usual in zip(self.names, self.usual, strict=True)]
        total = self.trees.log_odds(np.array(row, dtype=np.float32))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def load_answerability(path: Path = WEIGHTS_FILE) -> Answerability:
    """Read the trained weights."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    usual: dict[str, float] = raw["features"]
    far = raw["direction"]
    direction = Direction(str(far["encoder"]), np.array(far["weights"], dtype=np.float32), float(far["bias"]))
    return Answerability(
        tuple(usual), tuple(usual.values()), trees_of(raw["trees"]), float(raw["threshold"]), direction
    )


def trees_of(written: list[list[list[float]]]) -> Trees:
    """Trees from lists of nodes `[feature, at, left, right, value]`, filled up to one size."""
    most = max((len(nodes) for nodes in written), default=1)
    table = np.zeros((len(written), most, 5), dtype=np.float64)
    for row, nodes in enumerate(written):
        table[row, : len(nodes)] = nodes
    return Trees(
        feature=table[:, :, 0].astype(np.int32),
        at=table[:, :, 1].astype(np.float32),
        left=table[:, :, 2].astype(np.int32),
        right=table[:, :, 3].astype(np.int32),
        value=table[:, :, 4].astype(np.float32),
    )
