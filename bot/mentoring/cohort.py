"""Figures about all doctors who take part, and about none of them: small numbers are not told, nor to be worked out.

Rules (NHS disclosure control for counts, made stricter): people are counted, not talks; no figure of fewer than 8; what
is told is rounded to 5. A release stands until enough people have come or gone that two releases, taken from one
another, say nothing of one person.

What no such rule can do: whoever knows for certain what seven of the eight people in a cell did, knows the eighth.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.coaching.kinds import Stage

FEWEST = 8
"""Fewer people than this are not told of."""
ROUNDED_TO = 5
EVERY = timedelta(days=7)
"""A release stands for so long at least: figures that change by the day can be laid beside the day's news."""


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
    """One bar: how many people, rounded; None where telling it would tell of too few."""

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


STAGES: Final = tuple(one.value for one in Stage)
OUTCOMES: Final = ("kept", "partly", "not", "let_go", "open")
BANDS: Final = ("tells_more", "one_to_three", "three_to_nine", "nine_or_more")
"""Sentences that ask for each that tells: fewer than 1, 1 to 3, 3 to 9, 9 or more (or none that tells)."""
SAFETY: Final = ("yes", "no")
_BAND_ENDS: Final = (1, 3, 9)

Members = Mapping[str, Set[str]]
"""Who is in each cell; told of to nobody."""


def figures(tallies: Iterable[Tally], made_on: date, unchanged: Set[str] = frozenset()) -> Figures | None:
    """A release of these tallies; None of fewer than 8 people.

    `unchanged` are people of whom nothing is different from the last release: whoever knows all of them must not be
    able to work out the others (`_between`).
    """
    kept = tuple(tallies)
    people = frozenset(one.person for one in kept)
    if len(people) < FEWEST:
        return None
    charts = (
        _situations(kept, unchanged),
        _chart("stages", _members(kept, lambda one: one.stage, STAGES), unchanged),
        _chart("commitments", _members(kept, lambda one: one.outcome, OUTCOMES), unchanged),
        _chart("asking", _asking(kept), unchanged, parted=True),
        _chart("safety", _safety(kept), unchanged, parted=True),
    )
    return Figures(made_on=made_on, people=rounded(len(people)), charts=charts)


def may_release(before: Mapping[str, str], now: Mapping[str, str], made_on: date, today: date) -> bool:
    """Whether a new release may follow one: a week later, and once 8 people are new, gone or not as they were.

    Both maps give for each person what they contributed. If fewer had changed, the difference between two releases
    would be a figure of fewer than 8.
    """
    changed = sum(before.get(one) != now.get(one) for one in {*before, *now})
    return today - made_on >= EVERY and changed >= FEWEST


def rounded(people: int) -> int:
    """To the nearest 5, so that one person more or less mostly shows in no figure. 8 and more only: never below 10."""
    return ROUNDED_TO * ((people + ROUNDED_TO // 2) // ROUNDED_TO)


def _chart(name: str, members: Members, unchanged: Set[str], *, parted: bool = False) -> Chart:
    """A chart; in one that is `parted` everybody is in one cell, so that subtraction would tell what is not told."""
    counted = frozenset[str]().union(*members.values())
    rest = len(counted - unchanged)
    told = {label for label, people in members.items() if _tellable(people, unchanged, rest)}
    while parted and told and _gives_away(members, told, unchanged, rest):
        told.remove(min(told, key=lambda one: (len(members[one]), one)))
    return Chart(name, tuple(Cell(one, rounded(len(members[one])) if one in told else None) for one in members))


def _tellable(people: Set[str], unchanged: Set[str], rest: int) -> bool:
    """None of fewer than 8, nor a zero: that nobody did something is said of each of them."""
    return len(people) >= FEWEST and _left_open(_between(people, unchanged, rest), rest)


def _between(people: Set[str], unchanged: Set[str], rest: int) -> tuple[int, int]:
    """How many of those who are not as they were in the last release can be in a cell, for all that its figure tells.

    So reckons whoever knows all the others, and takes them from the figure.
    """
    fewest, most = stands_for(rounded(len(people)))
    known = len(people & unchanged)
    return max(fewest - known, 0), min(most - known, rest)


def _left_open(between: tuple[int, int], rest: int) -> bool:
    """Whether that is more than none of them, and fewer than all: else it would be known of each."""
    fewest, most = between
    return not rest or (fewest < rest and most > 0)


def stands_for(told: int) -> tuple[int, int]:
    """The fewest and the most people that a figure can stand for."""
    return max(FEWEST, told - ROUNDED_TO // 2), told + ROUNDED_TO // 2


def _gives_away(members: Members, told: Set[str], unchanged: Set[str], rest: int) -> bool:
    """Whether the cells of a parted chart tell together what none of them tells by itself.

    What is not told must be 8 people at least, or nothing at all: few or none, which makes no difference, as that too
    would be told by what is missing. And what is not in the other cells must be in this one.
    """
    left = [len(people) for label, people in members.items() if label not in told]
    if left and sum(left) < FEWEST:
        return True
    bounds = [_between(people, unchanged, rest) if label in told else (0, rest) for label, people in members.items()]
    fewest, most = sum(one for one, _ in bounds), sum(one for _, one in bounds)
    return any(
        not _left_open((max(least, rest - (most - top)), min(top, rest - (fewest - least))), rest)
        for least, top in bounds
    )


def _members(tallies: Sequence[Tally], label: Callable[[Tally], str], labels: Sequence[str]) -> Members:
    """People by label; who has several sessions may be under several, but under each once."""
    return {str(one): frozenset(each.person for each in tallies if label(each) == one) for one in labels}


def _situations(tallies: Sequence[Tally], unchanged: Set[str]) -> Chart:
    """What came up, the most people first. Of what cannot be told even the name is not: somebody would have met it."""
    labels = sorted({one.situation for one in tallies if one.situation})
    chart = _chart("situations", _members(tallies, lambda one: one.situation, labels), unchanged)
    told = (one for one in chart.cells if one.people is not None)
    return Chart(chart.id, tuple(sorted(told, key=lambda one: (-(one.people or 0), one.label))))


def _asking(tallies: Sequence[Tally]) -> Members:
    """How much the coach asked of each person for what it told them, over all of their sessions."""
    sums: dict[str, tuple[int, int]] = {}
    for one in tallies:
        asks, tells = sums.get(one.person, (0, 0))
        sums[one.person] = (asks + one.asks, tells + one.tells)
    return _by({person: _band(asks, tells) for person, (asks, tells) in sums.items()}, BANDS)


def _band(asks: int, tells: int) -> str:
    return BANDS[sum(asks >= end * tells for end in _BAND_ENDS)]


def _safety(tallies: Sequence[Tally]) -> Members:
    """Whether the coach ever stopped for somebody's safety when talking with the person."""
    stopped = {one.person for one in tallies if one.safety}
    return _by({one.person: SAFETY[one.person not in stopped] for one in tallies}, SAFETY)


def _by(labels: Mapping[str, str], wanted: Sequence[str]) -> Members:
    return {one: frozenset(person for person, label in labels.items() if label == one) for one in wanted}
