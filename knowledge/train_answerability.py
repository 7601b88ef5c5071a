"""Trains weights/answerability.json on our own questions: python -m knowledge.train_answerability INDEX ENCODER."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.answerability import ASKED, WEIGHTS_FILE, Answerability, Direction
from knowledge.embedding import OnnxEncoder, TextEncoder
from knowledge.search import Searcher

EXAMPLES = Path(__file__).parent / "examples" / "answerability.jsonl"
FOLDS = 10
RIDGE = 25.0  # of the weights of standardised features, against a loss summed over the examples
RIDGE_DIRECTION = 200.0  # of the weights along an encoder's vectors
WRONGLY = 0.08  # answerable examples that may be held back out of fold; ours are harder than what people ask
STEPS = 30

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A question or message of ours, and whether the sources answer it."""

    text: str
    answerable: bool


@dataclass(frozen=True, slots=True)
class TrainReport:
    """How the model does on examples that it was not fitted on."""

    examples: int
    answerable: int
    held_back_rightly: float
    held_back_wrongly: float
    area: float


@dataclass(frozen=True, slots=True)
class _Line:
    """A fitted linear score of standardised columns."""

    means: Matrix
    spreads: Matrix
    weights: Matrix
    bias: float

    def scores(self, table: Matrix) -> Matrix:
        return np.asarray((table - self.means) / self.spreads @ self.weights + self.bias)

    def unstandardised(self) -> "_Line":
        """The same score of the columns as they are."""
        weights = self.weights / self.spreads
        bias = self.bias - float(self.means @ weights)
        return _Line(np.zeros_like(weights), np.ones_like(weights), weights, bias)


def train_answerability(
    index: Path, encoder: TextEncoder, examples: Path = EXAMPLES, out: Path = WEIGHTS_FILE
) -> TrainReport:
    """Fit the model on searches of the index for our examples, and write its weights.

    The threshold is set on out-of-fold probabilities, so that no more than `WRONGLY` of the answerable examples are
    held back. The same index and examples give the same file.
    """
    rows = read_examples(examples)
    searcher = Searcher(index, encoder, answerability=_undecided())
    seen = [searcher.features(row.text) for row in rows]
    names = (*seen[0][0], ASKED)
    vectors = np.array([vector for _, vector in seen], dtype=np.float64)
    wanted = np.array([row.answerable for row in rows], dtype=np.float64)
    asked = _out_of_fold(vectors, wanted, RIDGE_DIRECTION)
    table = np.column_stack([np.array([list(features.values()) for features, _ in seen]), asked])
    chances = _chance(_out_of_fold(table, wanted, RIDGE))
    threshold = float(np.quantile(chances[wanted == 1], WRONGLY))
    line, far = _fit(table, wanted, RIDGE), _fit(vectors, wanted, RIDGE_DIRECTION).unstandardised()
    direction = Direction(encoder.fingerprint, far.weights.astype(np.float32), far.bias)
    means, spreads, weights = (tuple(column.tolist()) for column in (line.means, line.spreads, line.weights))
    _write(Answerability(names, means, spreads, weights, line.bias, threshold, direction), out)
    return _report(chances, wanted, threshold)


def read_examples(path: Path) -> list[Example]:
    """Read lines of `{"text", "answerable"}`."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Example(str(line["text"]), bool(line["answerable"])) for line in lines]


def _undecided() -> Answerability:
    return Answerability((), (), (), (), 0.0, 0.0)


def _out_of_fold(table: Matrix, wanted: Matrix, ridge: float) -> Matrix:
    """The score of each example by a model fitted on the other folds."""
    scores = np.zeros(len(wanted))
    order = np.random.default_rng(0).permutation(len(wanted))
    for fold in range(FOLDS):
        held = np.isin(np.arange(len(wanted)), order[fold::FOLDS])
        scores[held] = _fit(table[~held], wanted[~held], ridge).scores(table[held])
    return scores


def _fit(table: Matrix, wanted: Matrix, ridge: float) -> _Line:
    """Ridge logistic regression by Newton's method, both classes weighing the same."""
    means, spreads = table.mean(axis=0), np.maximum(table.std(axis=0), 1e-6)
    inputs = np.column_stack([(table - means) / spreads, np.ones(len(table))])
    share = wanted.mean()
    balance = np.where(wanted == 1, 0.5 / share, 0.5 / (1 - share))
    penalty = np.full(inputs.shape[1], ridge)
    penalty[-1] = 1e-6
    weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chance = _chance(inputs @ weights)
        slope = inputs.T @ (balance * (chance - wanted)) + penalty * weights
        curve = (inputs.T * (balance * chance * (1 - chance))) @ inputs + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return _Line(means, spreads, weights[:-1], float(weights[-1]))


def _chance(scores: Matrix) -> Matrix:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))))


def _write(model: Answerability, out: Path) -> None:
    columns = zip(model.names, model.means, model.spreads, model.weights, strict=True)
    features = {name: [round(value, 6) for value in column] for name, *column in columns}
    direction = model.direction or Direction("", np.zeros(0, dtype=np.float32), 0.0)
    parts = {
        "features": features,
        "bias": round(model.bias, 6),
        "threshold": round(model.threshold, 6),
        "direction": {
            "encoder": direction.encoder,
            "bias": round(direction.bias, 6),
            "weights": [round(float(weight), 5) for weight in direction.weights],
        },
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(parts) + "\n", encoding="utf-8")


def _report(chances: Matrix, wanted: Matrix, threshold: float) -> TrainReport:
    yes, no = chances[wanted == 1], chances[wanted == 0]
    area = float(np.mean(yes[:, None] > no[None, :]))
    return TrainReport(
        examples=len(wanted),
        answerable=len(yes),
        held_back_rightly=float(np.mean(no < threshold)),
        held_back_wrongly=float(np.mean(yes < threshold)),
        area=area,
    )


def main(arguments: Sequence[str]) -> None:
    """`INDEX_FOLDER ENCODER_FOLDER`: train, write the weights, say how they do out of fold."""
    report = train_answerability(Path(arguments[0]), OnnxEncoder(Path(arguments[1])))
    sys.stdout.write(f"{report}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
