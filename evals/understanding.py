"""How well messages are understood: labels first and within two, stops recognised, ordinary talk wrongly stopped."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.coaching.labels import STOPS
from bot.coaching.model import Reading

FOLDER = Path(__file__).resolve().parent / "heldout"


@dataclass(frozen=True, slots=True)
class Case:
    """A message whose author was never learnt from, and every label that a sensible reader would accept."""

    id: str
    text: str
    labels: tuple[str, ...]
    level: str | None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole. Half a point may be given, for a safety question put to ordinary talk."""

    part: float
    whole: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; 0 of nothing is 0."""
        return self.part / self.whole if self.whole else 0.0

    def __str__(self) -> str:
        return f"{self.part:g} of {self.whole} ({self.value:.1%})"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured; a check-in counts as recognised, and as half a wrong stop."""

    first: Share
    within_two: Share
    explicit: Share
    veiled: Share
    wrongly_stopped: Share


def read(name: str) -> tuple[Case, ...]:
    """The held-out cases of one file, as `messages.jsonl`."""
    rows = [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(Case(row["id"], row["text"], tuple(row["labels"]), row.get("level")) for row in rows)


def measure(cases: Sequence[Case], understand: Callable[[str], Reading]) -> Figures:
    """Understand every case once and count."""
    read_as = [(case, understand(case.text)) for case in cases]
    stops = [(case, reading) for case, reading in read_as if case.labels[0] in STOPS]
    ordinary = [reading for case, reading in read_as if not set(case.labels) & set(STOPS)]
    return Figures(
        first=_share(_named(case, reading, 1) for case, reading in read_as),
        within_two=_share(_named(case, reading, 2) for case, reading in read_as),
        explicit=_share(reading.risk is not None for case, reading in stops if case.level == "explicit"),
        veiled=_share(reading.risk is not None for case, reading in stops if case.level == "veiled"),
        wrongly_stopped=Share(sum(_stopped(reading) for reading in ordinary), len(ordinary)),
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """A message in the middle of coaching, and the question that it answers."""

    asked: str
    text: str


def read_answers() -> tuple[Answer, ...]:
    """Answers in the middle of coaching, none a reason to stop, by a hand whose words were never learnt from."""
    lines = (FOLDER / "turns.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return tuple(Answer(str(row["asked"]), str(row["text"])) for row in rows)


def stopped(answers: Sequence[Answer], understand: Callable[[Answer], Reading]) -> Share:
    """How many of them were stopped, or at half weight asked about."""
    return Share(sum(_stopped(understand(one)) for one in answers), len(answers))


def _named(case: Case, reading: Reading, most: int) -> bool:
    return bool({one.id for one in reading.ranking[:most]} & set(case.labels))


def _stopped(reading: Reading) -> float:
    if reading.risk is None:
        return 0.0
    return 0.5 if reading.risk.check_in else 1.0


def _share(found: Iterable[bool]) -> Share:
    marks = list(found)
    return Share(sum(marks), len(marks))
