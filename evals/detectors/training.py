"""Train the head on written sentences (examples/*.jsonl): a logistic regression a class, authors held out."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from evals.detectors.features import Encoder, Rows, rows
from evals.detectors.head import Head
from evals.errors import EvalsError

EXAMPLES = Path(__file__).resolve().parent / "examples"
_STRENGTH = 12.0
_FALSELY, _NEARLY = 0.003, 0.3
"""Of good sentences, the share that a class may be seen in falsely at most; of near misses, written to be mistaken."""

_LEAST, _LEAST_NARROW, _LEAST_OF_QUESTIONS, _LEAST_OF_GRAVE, _MOST = 0.5, 0.35, 0.85, 0.92, 0.95
ORDINARY = "-"
"""The class of what a good coach says."""

IN_PART = "~"
"""The class of what the other person of a rehearsal says, who is no coach and may be hard, proud, or short."""

WON_OVER = "^"
"""The class of what they say once they are won over: then they may agree, and tell of themselves."""

_SHUT = frozenset({"yields", "confides"})
_OPEN = frozenset({"stonewalls"})
_OF_THE_PART = _SHUT | _OPEN | {"cruel", "trainer"}
"""Classes that are looked for in the other person's lines alone, and so told apart from those; two of them only from
what is said before anybody is won over, one only from what is said after."""

_OF_NONE = frozenset({ORDINARY, IN_PART, WON_OVER})
_NARROW = _OF_THE_PART | frozenset(
    "scold marks all_well faults_draft claims_change cheer withholds blame abandons platitude".split()
)
"""Classes that are looked for in one kind of reply alone: there is less to be mistaken, so the level may be lower."""

_FALSELY_NARROW = 0.015
_FAINTLY, _LEAST_FAINTLY = 0.06, 0.1
"""Of good sentences, the share that may faintly seem to be of a class: then their grammar decides."""

_AIMED, _FAINTLY_AIMED = frozenset({"cruel"}), 0.15
"""Cruelty counts faintly only where it is said to or over the doctor, so that it may be fainter."""

_QUESTIONS = "q_"
_GRAVE = frozenset({"dishonest", "clinical", "legal", "alarm", "harsh"})
_EAGER = frozenset({"advice", "platitude", "flattery"})
"""What is eager and no worse is no example of what is grave; of other pairs one sentence may be both."""

Mask = npt.NDArray[np.bool_]


class Example(BaseModel):
    """A sentence, and whether it is of a class; class `-` (a coach's), `~` and `^` (the other person's) are of none."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    kind: str = Field(alias="class")
    text: str = Field(min_length=2)
    is_one: bool = Field(alias="is")


@dataclass(frozen=True, slots=True)
class Written:
    """An example and the file, which is to say the author, that it comes from."""

    example: Example
    author: str


@dataclass(frozen=True, slots=True)
class Figures:
    """How a class is seen on authors that were not learnt from: of those that are, and of all others."""

    found: float
    falsely: float
    examples: int
    level: float


def read(folder: Path = EXAMPLES) -> tuple[Written, ...]:
    """All examples, in file and line order; EvalsError names the line at fault."""
    found = []
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            if not line.strip():
                continue
            try:
                found.append(Written(Example.model_validate(json.loads(line)), file.stem))
            except (ValueError, ValidationError) as error:
                message = f"{file}:{number}: {' '.join(str(error).split())[:200]}"
                raise EvalsError(message) from error
    if not found:
        message = f"{folder} holds no examples (*.jsonl)"
        raise EvalsError(message)
    return tuple(found)


def ordinary(sentences: Iterable[str], author: str, kind: str = ORDINARY) -> tuple[Written, ...]:
    """Good sentences of no class, such as those of the cases' reference replies."""
    return tuple(
        Written(Example.model_validate({"class": kind, "text": one, "is": False}), author) for one in sentences
    )


def train(written: Sequence[Written], encoder: Encoder) -> tuple[Head, Mapping[str, Figures]]:
    """The head over all examples, and each class's figures with one author at a time held out."""
    features = csr_matrix(rows([one.example.text for one in written], encoder))  # words are few beside all the buckets
    authors = np.array([one.author for one in written])
    kinds = np.array([one.example.kind for one in written])
    classes = tuple(sorted(set(kinds.tolist()) - _OF_NONE))
    weights, biases, levels, faint, figures = [], [], [], [], {}
    for name in classes:
        yes = np.array([one.example.kind == name and one.example.is_one for one in written])
        used = _usable(written, name)
        held_out = _held_out(features, yes, used, authors)
        near = kinds == name
        plain = kinds == _plain(name)
        level = max(_least(name), _level(held_out, yes, near, plain, name))
        model = _fit(features[used], yes[used])
        weights.append(model.coef_[0])
        biases.append(model.intercept_[0])
        levels.append(level)
        faint.append(_faintly(held_out, plain, near & ~yes, level, name))
        figures[name] = _figures(held_out, yes, used, level)
    head = Head(
        classes,
        np.array(weights, dtype=np.float32),
        np.array(biases, dtype=np.float32),
        np.array(levels, dtype=np.float32),
        np.array(faint, dtype=np.float32),
    )
    return head, figures


def _plain(name: str) -> str:
    """The class of the good sentences that a class must not be seen in."""
    return WON_OVER if name in _OPEN else IN_PART if name in _OF_THE_PART else ORDINARY


def _faintly(chances: Rows, plain: Mask, near: Mask, level: float, name: str) -> float:
    """The probability from which a sentence may be of a class; what a question asks for has to be sure.

    What is hard, and was written to be taken for cruel, must not seem so for the most part either.
    """
    if name.startswith(_QUESTIONS):
        return level
    share = _FAINTLY_AIMED if name in _AIMED else _FAINTLY
    hard = _reached_by(chances[near], _NEARLY) if name in _AIMED else 0.0
    return min(level, max(_LEAST_FAINTLY, hard, _reached_by(chances[plain], share)))


def _least(name: str) -> float:
    if name in _NARROW:
        return _LEAST_NARROW
    if name.startswith(_QUESTIONS):
        return _LEAST_OF_QUESTIONS
    return _LEAST_OF_GRAVE if name in _GRAVE else _LEAST


def _usable(written: Sequence[Written], name: str) -> Mask:
    """Which lines say something of a class: its own of both kinds, and good sentences that are of no class.

    What a question asks for is told apart from what other questions ask for; a good question may be of any of these.
    What the other person of a rehearsal says is told apart from their other lines, and from nobody else's.
    """
    return np.array([one.example.kind == name or _tells_apart(one.example, name) for one in written])


def _tells_apart(example: Example, name: str) -> bool:
    """Whether an example of another class is one of what is not `name`."""
    if name in _OPEN:
        return example.kind == WON_OVER
    if name in _OF_THE_PART:
        theirs = {IN_PART} if name in _SHUT else {IN_PART, WON_OVER}
        return example.kind in theirs or (example.kind in _OF_THE_PART and not example.is_one)
    if example.kind in {IN_PART, WON_OVER} | _OF_THE_PART:
        return False
    if name.startswith(_QUESTIONS):
        return example.kind.startswith(_QUESTIONS) and example.is_one
    plain = {ORDINARY} | _EAGER if name in _GRAVE else {ORDINARY}
    return example.kind in plain or not example.is_one


def _fit(features: csr_matrix, yes: Mask) -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=400).fit(features, yes)


def _held_out(features: csr_matrix, yes: Mask, used: Mask, authors: npt.NDArray[np.str_]) -> Rows:
    """For each sentence its probability by a model that has not seen its author."""
    chances = np.zeros(len(yes), dtype=np.float32)
    for author in sorted(set(authors[used])):
        theirs = used & (authors == author)
        learnt = used & ~theirs
        if (yes & learnt).any() and (learnt & ~yes).any():
            chances[theirs] = _fit(features[learnt], yes[learnt]).predict_proba(features[theirs])[:, 1]
    return chances


def _level(chances: Rows, yes: Mask, near: Mask, plain: Mask, name: str) -> float:
    """The probability that so few good sentences reach as may be: few of the ordinary ones, some of the near misses."""
    ordinary = _reached_by(chances[plain], _FALSELY_NARROW if name in _NARROW else _FALSELY)
    return float(min(_MOST, max(ordinary, _reached_by(chances[near & ~yes], _NEARLY))))


def _reached_by(chances: Rows, share: float) -> float:
    """The probability that this share of some sentences reaches."""
    if not len(chances):
        return 0.0
    ordered = np.sort(chances)
    return float(ordered[min(len(ordered) - 1, int(np.ceil(len(ordered) * (1 - share))))])


def _figures(chances: Rows, yes: Mask, used: Mask, level: float) -> Figures:
    return Figures(
        found=float(np.mean(chances[yes] >= level)),
        falsely=float(np.mean(chances[used & ~yes] >= level)),
        examples=int(yes.sum()),
        level=level,
    )
