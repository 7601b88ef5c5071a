"""`coach playbooks train-telltale`: the written messages -> weights on words, for the second opinion on danger."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.adapters import examples
from bot.adapters.examples import Example
from bot.adapters.heads import Heads
from bot.adapters.telltale import Telltale, grams, shared_out
from bot.coaching import identifiers
from bot.coaching.labels import STOPS
from knowledge import names

_FEWEST: Final = 2
"""In so many messages a gram stands at least: what one author once wrote says nothing."""

_STRENGTH: Final = 20.0
_MOST_STEPS: Final = 300


def train(folder: Path, to: Path, say: Callable[[str], None]) -> None:
    """Learn from the examples of a folder and write the weights. The same examples give the same bytes."""
    lists = identifiers.NameLists(**names.load())
    learnt = examples.read(folder, Heads.load(to).labels)
    texts = [identifiers.mask(one.text, identifiers.find(one.text, lists)) for one in learnt]
    fitted(texts, learnt).save(to)
    say(f"words of {len(learnt)} messages weighed, written to {to.name}")


def fitted(texts: Sequence[str], learnt: Sequence[Example], fewest: int = _FEWEST) -> Telltale:
    """Weights learnt from masked texts and what their authors called them."""
    counted = [np.unique(grams(text), return_counts=True) for text in texts]
    known, stood_in = np.unique(np.concatenate([found for found, _ in counted]), return_counts=True)
    known, stood_in = known[stood_in >= fewest], stood_in[stood_in >= fewest]
    rare = np.asarray(np.log((1 + len(texts)) / (1 + stood_in)) + 1, dtype=np.float32)
    rows = _rows(counted, known, rare)
    parts = [_one(rows, learnt, route) for route in STOPS]
    weight = np.stack([weight for weight, _ in parts], axis=1)
    return Telltale(known, rare, weight, np.asarray([bias for _, bias in parts], dtype=np.float32))


def _rows(
    counted: Sequence[tuple[NDArray[np.uint32], NDArray[np.int64]]],
    known: NDArray[np.uint32],
    rare: NDArray[np.float32],
) -> csr_matrix:
    columns, values, ends = [], [], [0]
    for found, counts in counted:
        column = np.searchsorted(known, found)
        kept = known[np.minimum(column, len(known) - 1)] == found
        column = column[kept]
        columns.append(column)
        values.append(shared_out(counts[kept], rare[column]))
        ends.append(ends[-1] + len(column))
    return csr_matrix((np.concatenate(values), np.concatenate(columns), ends), shape=(len(counted), len(known)))


def _one(rows: csr_matrix, learnt: Sequence[Example], route: str) -> tuple[NDArray[np.float32], float]:
    """One reason against all else; messages that only might be of it teach neither."""
    kept = np.asarray([route not in one.labels[1:] for one in learnt])
    goal = np.asarray([one.labels[0] == route for one in learnt])
    if not goal[kept].any():
        return np.zeros(rows.shape[1], dtype=np.float32), -10.0
    model = LogisticRegression(C=_STRENGTH, max_iter=_MOST_STEPS, solver="liblinear")
    model.fit(rows[kept], goal[kept])
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])
