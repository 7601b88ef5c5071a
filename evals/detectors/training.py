"""Train the head on written sentences (examples/*.jsonl): a logistic regression a class, authors held out."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sklearn.linear_model import LogisticRegression

from evals.detectors.features import Encoder, Rows, rows
from evals.detectors.head import Head
from evals.errors import EvalsError

EXAMPLES = Path(__file__).resolve().parent / "examples"
_STRENGTH = 12.0
_FALSELY, _NEARLY = 0.003, 0.3
"""Of good sentences, the share that a class may be seen in falsely at most; of near misses, written to be mistaken."""

_LEAST, _LEAST_OF_QUESTIONS, _LEAST_OF_GRAVE, _MOST = 0.5, 0.85, 0.92, 0.95
_ORDINARY = "-"
_QUESTIONS = "q_"
_GRAVE = frozenset({"dishonest", "clinical", "legal", "alarm", "harsh"})
_EAGER = frozenset({"advice", "platitude", "flattery"})
"""What is eager and no worse is no example of what is grave; of other pairs one sentence may be both."""

Mask = npt.NDArray[np.bool_]


class Example(BaseModel):
    """A sentence, and whether it is of a class; class `-` is ordinary, and of none."""

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


def ordinary(sentences: Iterable[str], author: str) -> tuple[Written, ...]:
    """Good sentences of no class, such as those of the cases' reference replies."""
    return tuple(
        Written(Example.model_validate({"class": _ORDINARY, "text": one, "is": False}), author) for one in sentences
    )


def train(written: Sequence[Written], encoder: Encoder) -> tuple[Head, Mapping[str, Figures]]:
    """The head over all examples, and each class's figures with one author at a time held out."""
    features = rows([one.example.text for one in written], encoder)
    authors = np.array([one.author for one in written])
    classes = tuple(sorted({one.example.kind for one in written} - {_ORDINARY}))
    weights, biases, levels, figures = [], [], [], {}
    for name in classes:
        yes = np.array([one.example.kind == name and one.example.is_one for one in written])
        used = _usable(written, name)
        held_out = _held_out(features, yes, used, authors)
        near = np.array([one.example.kind == name for one in written])
        plain = np.array([one.example.kind == _ORDINARY for one in written])
        least = _LEAST_OF_QUESTIONS if name.startswith(_QUESTIONS) else _LEAST_OF_GRAVE if name in _GRAVE else _LEAST
        level = max(least, _level(held_out, yes, near, plain))
        model = _fit(features[used], yes[used])
        weights.append(model.coef_[0])
        biases.append(model.intercept_[0])
        levels.append(level)
        figures[name] = _figures(held_out, yes, used, level)
    head = Head(
        classes,
        np.array(weights, dtype=np.float32),
        np.array(biases, dtype=np.float32),
        np.array(levels, dtype=np.float32),
    )
    return head, figures


def _usable(written: Sequence[Written], name: str) -> Mask:
    """Which lines say something of a class: its own of both kinds, and good sentences that are of no class.

    What a question asks for is told apart from what other questions ask for; a good question may be of any of these.
    """
    question = name.startswith(_QUESTIONS)
    rest = [
        one.example.kind.startswith(_QUESTIONS) and one.example.is_one
        if question
        else one.example.kind in ({_ORDINARY} | _EAGER if name in _GRAVE else {_ORDINARY}) or not one.example.is_one
        for one in written
    ]
    return np.array([one.example.kind == name or other for one, other in zip(written, rest, strict=True)])


def _fit(features: Rows, yes: Mask) -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=400).fit(features, yes)


def _held_out(features: Rows, yes: Mask, used: Mask, authors: npt.NDArray[np.str_]) -> Rows:
    """For each sentence its probability by a model that has not seen its author."""
    chances = np.zeros(len(yes), dtype=np.float32)
    for author in sorted(set(authors)):
        theirs = authors == author
        learnt = used & ~theirs
        if not (yes & learnt).any() or not (theirs & used).any():
            continue
        chances[theirs] = _fit(features[learnt], yes[learnt]).predict_proba(features[theirs])[:, 1]
    return chances


def _level(chances: Rows, yes: Mask, near: Mask, plain: Mask) -> float:
    """The probability that so few good sentences reach as may be: few of the ordinary ones, some of the near misses."""
    ordinary = _reached_by(chances[plain], _FALSELY)
    return float(np.clip(max(ordinary, _reached_by(chances[near & ~yes], _NEARLY)), _LEAST, _MOST))


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
