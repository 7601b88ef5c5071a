"""Figures about all doctors who take part, and about none of them: small numbers are not told, and not to be worked out.

Rules (NHS disclosure control for counts, made stricter): people are counted, not talks; no figure of fewer than 8; what
is told is rounded to 5. A release stands until enough people have come or gone that two releases, taken from one another,
say nothing of one person.
"""

from dataclasses import dataclass
from datetime import date

FEWEST = 8
"""Fewer people than this are not told of."""
ROUNDED_TO = 5


@dataclass(frozen=True, slots=True)
class Tally:
    """What one session of one person adds to the figures: labels and counts, no words.

    `outcome` is a `ports.people.Outcome` value, "" where there was no commitment. `asks` and `tells` count the coach's
    sentences that ask, and those that inform or advise.
    """

    person: str
    situation: str
    stage: str
    outcome: str
    asks: int
    tells: int
    safety: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One bar: how many people, rounded; None where they are too few to be told of."""

    label: str
    people: int | None


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart and the table behind it; a person may be counted in several cells."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """A release: made on a day, of so many people (rounded), a chart a subject."""

    made_on: date
    people: int
    charts: tuple[Chart, ...]
