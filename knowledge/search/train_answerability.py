"""Trains weights/answerability.json on our questions: python -m knowledge.search.train_answerability INDEX ENCODER."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier

from knowledge.encoder.embedding import OnnxEncoder, TextEncoder
from knowledge.search.answerability import ASKED, LEAF, WEIGHTS_FILE, Answerability, Direction, trees_of
from knowledge.search.searcher import Searcher

EXAMPLES = Path(__file__).parent.parent / "examples"
FOLDS = 10
RIDGE = 200.0  # of the weights along an encoder's vectors, against a loss summed over the examples
WRONGLY = 0.09  # answerable examples that may be held back out of fold; ours are harder than what people ask
STEPS = 30
TREES = 200
LEAVES = 8
LEAST_IN_LEAF = 20
RATE = 0.05
DIGITS = 6

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

    def direction(self, encoder: str) -> Direction:
        """The same score of the columns as they are."""
        weights = self.weights / self.spreads
        return Direction(encoder, weights.astype(np.float32), self.bias - float(self.means @ weights))


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
    asked = _asked_out_of_fold(vectors, wanted)
    table = np.column_stack([np.array([list(features.values()) for features, _ in seen]), asked])
    chances = _chances_out_of_fold(table, wanted)
    threshold = float(np.quantile(chances[wanted == 1], WRONGLY))
    parts = {
        "features": dict(zip(names, _short(table.mean(axis=0)), strict=True)),
        "threshold": round(threshold, DIGITS),
        "trees": _written(_grown(table, wanted)),
        "direction": _line(vectors, wanted).direction(encoder.fingerprint),
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(parts, default=_direction) + "\n", encoding="utf-8")
    return _report(chances, wanted, threshold)


def read_examples(folder: Path) -> list[Example]:
    """Read lines of `{"text", "answerable"}` from the folder's files, one an author."""
    files = sorted(folder.glob("answerability*.jsonl"))
    lines = (
        json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()
    )
    return [Example(str(line["text"]), bool(line["answerable"])) for line in lines]


def _undecided() -> Answerability:
    return Answerability((), (), trees_of([]), 0.0)


def _folds(size: int) -> list[NDArray[np.bool_]]:
    order = np.random.default_rng(0).permutation(size)
    return [np.isin(np.arange(size), order[fold::FOLDS]) for fold in range(FOLDS)]


def _asked_out_of_fold(vectors: Matrix, wanted: Matrix) -> Matrix:
    """How far each example lies in the direction fitted on the other folds."""
    scores = np.zeros(len(wanted))
    for held in _folds(len(wanted)):
        scores[held] = _line(vectors[~held], wanted[~held]).scores(vectors[held])
    return scores


def _chances_out_of_fold(table: Matrix, wanted: Matrix) -> Matrix:
    """The probability of each example by trees grown on the other folds."""
    chances = np.zeros(len(wanted))
    for held in _folds(len(wanted)):
        chances[held] = _chance(_grown(table[~held], wanted[~held]).decision_function(table[held]))
    return chances


def _grown(table: Matrix, wanted: Matrix) -> GradientBoostingClassifier:
    """Shallow trees, each on part of the examples and features, so that no author's manner is learnt by heart."""
    model = GradientBoostingClassifier(
        init="zero",
        n_estimators=TREES,
        learning_rate=RATE,
        max_depth=None,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=min(LEAST_IN_LEAF, max(1, len(wanted) // 10)),
        subsample=0.7,
        max_features=0.5,
        random_state=0,
    )
    return model.fit(table, wanted)


def _written(model: GradientBoostingClassifier) -> list[list[list[float]]]:
    """The trees as lists of nodes `[feature, at, left, right, value]`."""
    written = []
    for (estimator,) in model.estimators_:
        tree = estimator.tree_
        nodes = zip(
            tree.feature, tree.threshold, tree.children_left, tree.children_right, tree.value[:, 0, 0], strict=True
        )
        written.append(
            [
                [LEAF, 0, 0, 0, round(float(value) * RATE, DIGITS)]
                if left < 0
                else [int(feature), round(float(at), DIGITS), int(left), int(right), 0]
                for feature, at, left, right, value in nodes
            ]
        )
    return written


def _line(inputs: Matrix, wanted: Matrix) -> _Line:
    """Ridge logistic regression by Newton's method, both classes weighing the same."""
    means, spreads = inputs.mean(axis=0), np.maximum(inputs.std(axis=0), 1e-6)
    table = np.column_stack([(inputs - means) / spreads, np.ones(len(inputs))])
    share = wanted.mean()
    balance = np.where(wanted == 1, 0.5 / share, 0.5 / (1 - share))
    penalty = np.full(table.shape[1], RIDGE)
    penalty[-1] = 1e-6
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chance = _chance(table @ weights)
        slope = table.T @ (balance * (chance - wanted)) + penalty * weights
        curve = (table.T * (balance * chance * (1 - chance))) @ table + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return _Line(means, spreads, weights[:-1], float(weights[-1]))


def _chance(scores: Matrix) -> Matrix:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))))


def _short(values: Matrix) -> list[float]:
    return [round(float(value), DIGITS) for value in values]


def _direction(found: Direction) -> dict[str, object]:
    return {
        "encoder": found.encoder,
        "bias": _short(np.array([found.bias]))[0],
        "weights": _short(found.weights.astype(np.float64)),
    }


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
