"""`coach playbooks train-speech`: labelled sentences -> the head that says what a sentence does."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.adapters.heads import Linear, logistic
from bot.adapters.speech import Eyes, SpeechHead
from bot.coaching.speech.sentences import without_marker
from bot.coaching.speech.traits import NAMES
from bot.coaching.speech.written import LabelledDraft
from bot.coaching.speech_acts import Label
from knowledge import strict_yaml

Matrix = NDArray[np.float32]
Truth = NDArray[np.bool_]
_STRENGTH = 0.1
_MOST_STEPS = 800
_FEWEST = 4
_RARE_WEIGHS = 0.6
"""The power to which a label's rarity is raised for its weight: at 1 the head says yes too readily."""

_LEVEL = 0.5
_TRIED = np.arange(0.25, 0.76, 0.025)
_BROAD = 5
"""Over how many neighbouring levels F1 is averaged, so that no lucky one is taken."""

_HANDS = "*hand*"
"""Names of the files that hold drafts by other hands, a file each: levels are set on each in turn, kept apart."""


def train(files: Sequence[Path], eyes: Eyes, folder: Path, say: Callable[[str], None]) -> None:
    """Learn from the labelled drafts of some files, and replace the weights. The same files give the same weights."""
    read = [(file, [one for one, _ in strict_yaml.load_list(file, LabelledDraft)]) for file in files]
    drafts = [one for _, some in read for one in some]
    say(f"{sum(len(one.sentences) for one in drafts)} sentences of {len(drafts)} drafts and lines")
    hands = [{one.id for one in some} for file, some in read if file.match(_HANDS)]
    head = fitted(drafts, eyes, hands)
    say("levels " + ", ".join(f"{label.value} {level:.2f}" for label, level in zip(Label, head.levels, strict=True)))
    head.save(folder)
    say(f"written to {folder}")


def fitted(drafts: Sequence[LabelledDraft], eyes: Eyes, hands: Sequence[set[str]] = ()) -> SpeechHead:
    """A head that learnt from these drafts; `hands` are ids of drafts by one hand each, for setting the levels."""
    rows = np.concatenate([_rows(one, eyes) for one in drafts])
    goals = np.asarray([[label in given for label in Label] for one in drafts for _, given in one.sentences])
    writers = [one.id for one in drafts for _ in one.sentences]
    digest = hashlib.sha256("".join(one.model_dump_json() for one in drafts).encode()).hexdigest()
    flat = np.full(len(Label), _LEVEL, dtype=np.float32)
    head = SpeechHead(_linear(rows, goals), flat, eyes.fingerprint, NAMES, digest)
    apart = [np.asarray([writer in hand for writer in writers]) for hand in hands]
    return replace(head, levels=_levels(rows, goals, apart)) if apart else head


def _rows(draft: LabelledDraft, eyes: Eyes) -> Matrix:
    text = draft.text
    return eyes.rows(text, [without_marker(text, start, end) for start, end in draft.places], draft.before)


def _linear(rows: Matrix, goals: Truth) -> Linear:
    """Weights and biases of all labels."""
    sparse = csr_matrix(rows)
    parts = [_one(sparse, goals[:, column]) for column in range(goals.shape[1])]
    return Linear(np.stack([weight for weight, _ in parts]), np.asarray([bias for _, bias in parts], dtype=np.float32))


def _one(rows: csr_matrix, goal: Truth) -> tuple[Matrix, float]:
    """Weights and bias of one label; of one too rare to learn, a head that never fires."""
    count = int(goal.sum())
    if count < _FEWEST:
        return np.zeros(rows.shape[1], dtype=np.float32), -10.0
    weights = {False: 1.0, True: max(1.0, ((len(goal) - count) / count) ** _RARE_WEIGHS)}
    model = LogisticRegression(C=_STRENGTH, max_iter=_MOST_STEPS, class_weight=weights)
    model.fit(rows, goal)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _levels(rows: Matrix, goals: Truth, hands: Sequence[Truth]) -> Matrix:
    """For each label the level with the best F1 on hands that were not learnt from, drawn half-way to one half."""
    found = np.concatenate([_seen_apart(rows, goals, hand) for hand in hands])
    wanted = np.concatenate([goals[hand] for hand in hands])
    best = [_best(found[:, column], wanted[:, column]) for column in range(goals.shape[1])]
    return np.asarray([(_LEVEL + level) / 2 for level in best], dtype=np.float32)


def _seen_apart(rows: Matrix, goals: Truth, hand: Truth) -> Matrix:
    linear = _linear(rows[~hand], goals[~hand])
    return logistic(rows[hand] @ linear.weight.T + linear.bias)


def _best(found: Matrix, wanted: Truth) -> float:
    scores = [2 * (wanted & (found >= level)).sum() / max(1, wanted.sum() + (found >= level).sum()) for level in _TRIED]
    edge = _BROAD // 2
    broad = np.convolve(np.pad(np.asarray(scores), edge, mode="edge"), np.ones(_BROAD) / _BROAD, "valid")
    return float(_TRIED[int(np.argmax(broad))])
