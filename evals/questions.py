"""How well questions are answered: the right passages first, and silence where the sources do not say."""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.understanding import FOLDER, Share
from knowledge.model import Hit, SearchResult

DEPTH = 5
ENOUGH = 0.6  # of an answer's stretch of text, inside one passage
GAINS = {2: 3.0, 1: 1.0}
DOCUMENTS = {
    "000": "bohmer-2012",
    "001": "bohmer-2012",
    "002": "ham-slides",
    "003": "dickinson-ham-2008",
    "004": "reform-2015",
}
"""Which document each received file became; named in the cases by its first three characters."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Where an answer stands: document, characters of the file as received, and grade (2 fully, 1 in part)."""

    doc: str
    start: int
    end: int
    grade: int


@dataclass(frozen=True, slots=True)
class Question:
    """A query by a hand that saw neither cards nor index; no answers: the sources do not say."""

    id: str
    text: str
    style: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Mean nDCG@5 by style of query, and how often the search held back, rightly and wrongly."""

    ndcg: dict[str, float]
    held_back_rightly: Share
    held_back_wrongly: Share


def read(path: Path = FOLDER / "questions.jsonl") -> tuple[Question, ...]:
    """The held-out questions; they hold places in the source texts and none of their words."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(
        Question(
            row["id"],
            row["text"],
            row["style"],
            tuple(
                Answer(DOCUMENTS[one["file"]], int(one["start"]), int(one["end"]), int(one["grade"]))
                for one in row["answers"]
            ),
        )
        for row in rows
    )


def measure(questions: Sequence[Question], search: Callable[[str], SearchResult]) -> Figures:
    """Search for every question once and count."""
    found = [(question, search(question.text)) for question in questions]
    answered = [(question, result) for question, result in found if question.answers]
    styles = sorted({question.style for question, _ in answered})
    return Figures(
        ndcg={
            style: _mean([ndcg(question.answers, result) for question, result in answered if question.style == style])
            for style in styles
        },
        held_back_rightly=_held_back([result for question, result in found if not question.answers]),
        held_back_wrongly=_held_back([result for _, result in answered]),
    )


def ndcg(answers: Sequence[Answer], result: SearchResult) -> float:
    """Normalised discounted gain of the first passages; answers in one passage count once, as the best of them."""
    gains: dict[int, float] = {}
    missed: list[float] = []
    for answer in answers:
        rank = _rank(answer, result)
        if rank is None:
            missed.append(GAINS[answer.grade])
        else:
            gains[rank] = max(GAINS[answer.grade], gains.get(rank, 0.0))
    ideal = sorted([*gains.values(), *missed], reverse=True)[:DEPTH]
    best = sum(gain / math.log2(rank + 1) for rank, gain in enumerate(ideal, 1))
    return sum(gain / math.log2(rank + 1) for rank, gain in gains.items()) / best


def _rank(answer: Answer, result: SearchResult) -> int | None:
    return next((rank for rank, hit in enumerate(result.hits[:DEPTH], 1) if _holds(hit, answer)), None)


def _holds(hit: Hit, answer: Answer) -> bool:
    if hit.doc != answer.doc or hit.start is None or hit.end is None:
        return False
    shared = min(answer.end, hit.end) - max(answer.start, hit.start)
    return shared >= ENOUGH * (answer.end - answer.start)


def _held_back(results: Sequence[SearchResult]) -> Share:
    return Share(sum(result.abstain for result in results), len(results))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
