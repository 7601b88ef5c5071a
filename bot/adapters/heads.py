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
OWN_SHARE, LABEL_SHARE, WORDS_SHARE = 0.2, 0.5, 0.5
"""What the head for stops, the label head and the words themselves say in whether to stop, all three as log odds.

Probabilities averaged would do worse: where two are sure that it is nothing, a third that is half sure is lost.
"""

SHIFT: Mapping[str, float] = {
    "crisis_self": 0.3,
    "patient_safety_now": 1.3,
    "mistreatment": 1.0,
    "clinical_advice": 1.4,
    "injection": 3.0,
}
"""What is added for each reason, so that of messages with the same number the same share is so, whatever the reason."""


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

    Label probabilities are a mix of a softmax on the tuned vector and one on the frozen vector, notices a mix of two
    logistic outputs; `mix` is the share of the tuned one. Stops are the tuned one's alone, with what the words say: the
    frozen one sees the topic and seldom the danger. `examples` is the hash of what was learnt.
    """

    labels: tuple[str, ...]
    stops: tuple[str, ...]
    notices: tuple[str, ...]
    tuned: Mapping[str, Linear]
    frozen: Mapping[str, Linear]
    mix: float
    examples: str

    def signals(self, tuned: Matrix, frozen: Matrix, worded: Matrix) -> Signals:
        """The probabilities for one message, from its two vectors and the log odds that its words give."""
        labels = self._mixed("labels", _softmax, self.mix, tuned, frozen)
        stops = self._stops(tuned, worded)
        return Signals(
            labels=_named(self.labels, labels),
            stops=_named(self.stops, stops),
            notices=_named(self.notices, self._mixed("notices", logistic, self.mix, tuned, frozen)),
        )

    def _stops(self, tuned: Matrix, worded: Matrix) -> Matrix:
        """The head for stops, the label head's share of them and the words, weighed together."""
        as_labels = _softmax(self.tuned["labels"].logits(tuned))[[self.labels.index(one) for one in self.stops]]
        shift = np.asarray([SHIFT.get(one, 0.0) for one in self.stops], dtype=np.float32)
        said = OWN_SHARE * self.tuned["stops"].logits(tuned) + LABEL_SHARE * _odds(as_labels) + WORDS_SHARE * worded
        return logistic(np.asarray(said + shift, dtype=np.float32))

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
                sides = {side: _side(dict(arrays), side) for side in ("tuned", "frozen")}
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
    names = (name for name in ("labels", "stops", "notices") if f"{side}.{name}.weight" in arrays)
    return {
        name: Linear(
            np.asarray(arrays[f"{side}.{name}.weight"], dtype=np.float32),
            np.asarray(arrays[f"{side}.{name}.bias"], dtype=np.float32),
        )
        for name in names
    }


def _named(names: tuple[str, ...], values: Matrix) -> dict[str, float]:
    return {name: float(value) for name, value in zip(names, values, strict=True)}


def _odds(shares: Matrix) -> Matrix:
    """Log odds, held where a share is all or nothing."""
    held = np.clip(shares, 1e-5, 1 - 1e-5)
    return np.asarray(np.log(held / (1 - held)), dtype=np.float32)


def _softmax(logits: Matrix) -> Matrix:
    raised = np.exp(logits - logits.max())
    return np.asarray(raised / raised.sum(), dtype=np.float32)


def logistic(logits: Matrix) -> Matrix:
    """Probabilities of independent outputs."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30))), dtype=np.float32)
