"""Heads on the frozen encoder's vectors: logistic regressions that need no tuning and steady the tuned ones."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bot.adapters.examples import Targets
from bot.adapters.heads import Linear

_STRENGTH = 10.0
_MOST_STEPS = 400


def fit(vectors: NDArray[np.float32], wanted: Targets) -> dict[str, Linear]:
    """One head each for labels (softmax), stops and notices (one against the rest)."""
    rows, columns = np.nonzero(wanted.labels)
    labels = LogisticRegression(C=_STRENGTH, max_iter=_MOST_STEPS)
    labels.fit(vectors[rows], columns, sample_weight=wanted.labels[rows, columns])
    whole = Linear(labels.coef_.astype(np.float32), labels.intercept_.astype(np.float32))
    return {"labels": whole, "stops": _each(vectors, wanted.stops), "notices": _each(vectors, wanted.notices)}


def _each(vectors: NDArray[np.float32], goals: NDArray[np.float32]) -> Linear:
    parts = [_one(vectors, goals[:, column]) for column in range(goals.shape[1])]
    return Linear(np.stack([weight for weight, _ in parts]), np.asarray([bias for _, bias in parts], dtype=np.float32))


def _one(vectors: NDArray[np.float32], goal: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """A soft goal becomes two weighted rows; a goal that never occurs becomes a head that never fires."""
    if not goal.any():
        return np.zeros(vectors.shape[1], dtype=np.float32), -10.0
    model = LogisticRegression(C=_STRENGTH, max_iter=_MOST_STEPS)
    both = np.concatenate([vectors, vectors])
    model.fit(
        both,
        np.concatenate([np.ones(len(goal)), np.zeros(len(goal))]),
        sample_weight=np.concatenate([goal, 1 - goal]) + 1e-6,
    )
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])
