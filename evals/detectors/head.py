"""The head: for each class of sentence a row of weights, and the probability from which it is taken for one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.detectors.features import Encoder, Rows, rows
from evals.errors import EvalsError

WEIGHTS = Path(__file__).resolve().parent / "weights.npz"
FAINTLY = "?"
"""After the name of a class: the sentence may be of it, which counts only where its grammar says the same."""


@dataclass(frozen=True, slots=True)
class Head:
    """Weights of all classes (classes x features), their biases, and their levels (probabilities): sure, and faint."""

    classes: tuple[str, ...]
    weights: Rows
    biases: Rows
    levels: Rows
    faint: Rows

    @classmethod
    def load(cls, file: Path = WEIGHTS) -> "Head":
        """The committed head; EvalsError where it cannot be read."""
        try:
            with np.load(file) as kept:
                return cls(
                    tuple(str(one) for one in kept["classes"]),
                    kept["weights"].astype(np.float32),
                    kept["biases"],
                    kept["levels"],
                    kept["faint"],
                )
        except (OSError, KeyError, ValueError) as error:
            message = f"{file} cannot be read; make it anew with: coach evals train"
            raise EvalsError(message) from error

    def save(self, file: Path = WEIGHTS) -> None:
        """Keep the head; half precision is as good, and half the size."""
        np.savez_compressed(
            file,
            classes=np.array(self.classes),
            weights=self.weights.astype(np.float16),
            biases=self.biases.astype(np.float32),
            levels=self.levels.astype(np.float32),
            faint=self.faint.astype(np.float32),
        )

    def probabilities(self, features: Rows) -> Rows:
        """For each row the probability of each class."""
        scores = features @ self.weights.T + self.biases
        chances: Rows = (1.0 / (1.0 + np.exp(-scores))).astype(np.float32)
        return chances


class Detector:
    """Sentences -> the classes that each belongs to; what was seen once is remembered."""

    def __init__(self, head: Head, encoder: Encoder) -> None:
        self._head = head
        self._encoder = encoder
        self._known: dict[str, frozenset[str]] = {}

    def __call__(self, sentences: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """The classes of each sentence, of none mostly; what is one only faintly has its name with a mark behind it."""
        fresh = [one for one in dict.fromkeys(sentences) if one not in self._known]
        if fresh:
            found = self._head.probabilities(rows(fresh, self._encoder))
            for sentence, row in zip(fresh, found, strict=True):
                self._known[sentence] = self._classes(row)
        return {one: self._known[one] for one in sentences}

    def _classes(self, row: Rows) -> frozenset[str]:
        head = self._head
        sure = (name for name, yes in zip(head.classes, row >= head.levels, strict=True) if yes)
        maybe = (f"{name}{FAINTLY}" for name, yes in zip(head.classes, row >= head.faint, strict=True) if yes)
        return frozenset((*sure, *maybe))
