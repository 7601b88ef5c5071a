"""Do the sources answer this? A small logistic model over features of a query and of what it found."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge.embedding import Vectors

WEIGHTS_FILE = Path(__file__).parent / "weights" / "answerability.json"
ASKED = "asked"


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
class Answerability:
    """A logistic model: standardised features, weights, and the probability under which a search abstains."""

    names: tuple[str, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    threshold: float
    direction: Direction | None = None

    def probability(self, features: Mapping[str, float], vector: Vectors, encoder: str) -> float:
        """The probability that the sources answer the query; the direction counts for the encoder it was learnt on."""
        known = dict(features)
        if self.direction is not None and self.direction.encoder == encoder:
            known[ASKED] = self.direction.along(vector)
        total = self.bias
        for name, mean, spread, weight in zip(self.names, self.means, self.spreads, self.weights, strict=True):
            total += weight * (known.get(name, mean) - mean) / spread
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def load_answerability(path: Path = WEIGHTS_FILE) -> Answerability:
    """Read the trained weights."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    features: dict[str, list[float]] = raw["features"]
    means, spreads, weights = zip(*features.values(), strict=True)
    far = raw["direction"]
    direction = Direction(str(far["encoder"]), np.array(far["weights"], dtype=np.float32), float(far["bias"]))
    return Answerability(
        tuple(features), means, spreads, weights, float(raw["bias"]), float(raw["threshold"]), direction
    )
