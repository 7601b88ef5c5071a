"""The small models' last layers: plain matrices over the encoders' vectors, in numpy."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.coaching.signals import Signals
from bot.errors import CoachError

Matrix = NDArray[np.float32]
HEADS_FILE = "heads.npz"
META_FILE = "heads.json"
LABEL_SHARE = 0.6
"""How much the label head says in whether to stop; the rest is the head for stops (see docs/decisions)."""

STOPS_MIX = 0.85
"""Share of the tuned encoder in the head for stops: the frozen one sees the topic and seldom the danger."""


def in_context(text: str, asked: str) -> str:
    """How a message that answers the coach's question reaches the tuned encoder; the message itself without one."""
    return f"{asked} >> {text}" if asked else text


def unreadable(folder: Path, error: Exception, command: str) -> CoachError:
    """What to say of weights that are missing or broken, and which command makes them anew."""
    message = f"the weights in {folder} cannot be read ({error}); restore them, or: coach playbooks {command}"
    return CoachError(message, code="no_weights")


@dataclass(frozen=True, slots=True)
class Linear:
    """One head: logits = weight @ vector + bias, weight (out, dim)."""

    weight: Matrix
    bias: Matrix

    def logits(self, vector: Matrix) -> Matrix:
        """Logits of one vector."""
        return np.asarray(self.weight @ vector + self.bias, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Heads:
    """All heads of one training, with the labels they speak of.

    Label probabilities are a mix of a softmax on the tuned vector and one on the frozen vector; stops and notices are
    a mix of two logistic outputs each. `mix` is the share of the tuned one, but for stops.
    `examples` is the hash of what was learnt.
    """

    labels: tuple[str, ...]
    stops: tuple[str, ...]
    notices: tuple[str, ...]
    tuned: Mapping[str, Linear]
    frozen: Mapping[str, Linear]
    mix: float
    examples: str

    def signals(self, tuned: Matrix, frozen: Matrix) -> Signals:
        """The probabilities for one message, from its two vectors."""
        labels = self._mixed("labels", _softmax, self.mix, tuned, frozen)
        stops = self._stops(labels, tuned, frozen)
        return Signals(
            labels=_named(self.labels, labels),
            stops=_named(self.stops, stops),
            notices=_named(self.notices, self._mixed("notices", logistic, self.mix, tuned, frozen)),
        )

    def _stops(self, labels: Matrix, tuned: Matrix, frozen: Matrix) -> Matrix:
        """The head for stops and the label head's share of them."""
        own = self._mixed("stops", logistic, STOPS_MIX, tuned, frozen)
        as_labels = labels[[self.labels.index(one) for one in self.stops]]
        return np.asarray((1 - LABEL_SHARE) * own + LABEL_SHARE * as_labels, dtype=np.float32)

    def _mixed(
        self, name: str, squash: Callable[[Matrix], Matrix], share: float, tuned: Matrix, frozen: Matrix
    ) -> Matrix:
        """One head's probabilities: `share` of the tuned one's, the rest the frozen one's."""
        left, right = squash(self.tuned[name].logits(tuned)), squash(self.frozen[name].logits(frozen))
        return np.asarray(share * left + (1 - share) * right, dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write the matrices and what they mean."""
        arrays = {}
        for side, heads in (("tuned", self.tuned), ("frozen", self.frozen)):
            for name, head in heads.items():
                arrays[f"{side}.{name}.weight"] = head.weight.astype(np.float16)
                arrays[f"{side}.{name}.bias"] = head.bias.astype(np.float32)
        np.savez_compressed(folder / HEADS_FILE, allow_pickle=False, **arrays)
        meta = {
            "labels": self.labels,
            "stops": self.stops,
            "notices": self.notices,
            "mix": self.mix,
            "examples": self.examples,
        }
        (folder / META_FILE).write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Heads":
        """Read what `save` wrote; CoachError where it is missing or broken."""
        try:
            meta = json.loads((folder / META_FILE).read_text(encoding="utf-8"))
            with np.load(folder / HEADS_FILE) as arrays:
                sides = {side: _side(arrays, side) for side in ("tuned", "frozen")}
        except (OSError, ValueError, KeyError) as error:
            message = (
                f"the trained weights in {folder} cannot be read ({error}); restore them or run: coach playbooks train"
            )
            raise CoachError(message, code="no_weights") from error
        return cls(
            labels=tuple(meta["labels"]),
            stops=tuple(meta["stops"]),
            notices=tuple(meta["notices"]),
            tuned=sides["tuned"],
            frozen=sides["frozen"],
            mix=float(meta["mix"]),
            examples=str(meta["examples"]),
        )


def _side(arrays: Mapping[str, NDArray[np.generic]], side: str) -> dict[str, Linear]:
    names = ("labels", "stops", "notices")
    return {
        name: Linear(
            np.asarray(arrays[f"{side}.{name}.weight"], dtype=np.float32),
            np.asarray(arrays[f"{side}.{name}.bias"], dtype=np.float32),
        )
        for name in names
    }


def _named(names: tuple[str, ...], values: Matrix) -> dict[str, float]:
    return {name: float(value) for name, value in zip(names, values, strict=True)}


def _softmax(logits: Matrix) -> Matrix:
    raised = np.exp(logits - logits.max())
    return np.asarray(raised / raised.sum(), dtype=np.float32)


def logistic(logits: Matrix) -> Matrix:
    """Probabilities of independent outputs."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30))), dtype=np.float32)
