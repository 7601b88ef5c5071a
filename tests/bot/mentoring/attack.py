"""An attacker who lays two releases of the cohort's figures side by side and knows everybody who is as they were.

`history` makes cohorts that change by one person a day, and the releases that the rules allow of them; `Attack` takes
one release from the next. What it cannot be told, it may not find out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from bot.mentoring import cohort
from bot.mentoring.cohort import Figures, Tally

Cohort = dict[str, tuple[Tally, ...]]
FIRST = date(2026, 1, 5)
_SITUATIONS = ("bins", "lifts", "rota", "handover", "audit")


def somebody(chance: Random, person: str, mood: float) -> tuple[Tally, ...]:
    """A person's sessions; `mood` draws the people of one cohort to the same labels."""

    def one_of(labels: tuple[str, ...]) -> str:
        return labels[0] if chance.random() < mood else chance.choice(labels)

    return tuple(
        Tally(
            person=person,
            situation=one_of(_SITUATIONS),
            stage=one_of(("closed", "reality", "beneath", "options")),
            outcome=one_of(("kept", "open", "", "not")),
            asks=chance.randrange(1, 12),
            tells=chance.randrange(4),
            safety=chance.random() > mood,
        )
        for _ in range(chance.randrange(1, 3))
    )


def stepped(chance: Random, before: Cohort, name: str, mood: float) -> Cohort:
    """The cohort a day later: one person has come, gone, or talked of something else."""
    after = dict(before)
    what = chance.choice(("joins", "leaves", "changes"))
    if what == "joins" or len(after) <= cohort.FEWEST // 2:
        after[name] = somebody(chance, name, mood)
        return after
    person = chance.choice(sorted(after))
    if what == "leaves":
        del after[person]
    else:
        after[person] = somebody(chance, person, mood)
    return after


@dataclass(frozen=True)
class Release:
    """A release, with the cohort that it was made of."""

    figures: Figures
    of: Cohort


def release(of: Cohort, today: date, last: Release | None) -> Release | None:
    """What is shown that day."""
    told = {person: repr(what) for person, what in of.items()}
    before = {person: repr(what) for person, what in last.of.items()} if last else {}
    if last and not cohort.may_release(before, told, last.figures.made_on, today):
        return last
    unchanged = {one for one in told if before.get(one) == told[one]}
    made = cohort.figures([one for tallies in of.values() for one in tallies], today, unchanged)
    return Release(made, of) if made else last


def history(chance: Random, days: int) -> Iterator[Release]:
    """The releases of one cohort, each once."""
    mood = chance.choice((0.0, 0.3, 0.7, 0.95))
    of: Cohort = {f"p{one}": somebody(chance, f"p{one}", mood) for one in range(chance.randrange(8, 50))}
    shown: Release | None = None
    for day in range(days):
        now = release(of, FIRST + timedelta(days=day), shown)
        if now is not None and now is not shown:
            yield now
        shown = now
        of = stepped(chance, of, f"n{day}", mood)


@dataclass
class Attack:
    """What was found out. `exact` is for figures that are not rounded."""

    exact: bool = False
    steps: int = 0
    few: int = 0
    recovered: int = 0

    def on(self, before: Release, after: Release) -> None:
        """Compare two releases, one after the other."""
        self.look(after)
        changed = {one for one in {*before.of, *after.of} if before.of.get(one) != after.of.get(one)}
        if len(changed) == 1 and replace(before.figures, made_on=FIRST) != replace(after.figures, made_on=FIRST):
            self.recovered += 1  # whatever is different is different because of them
        known = {person: tallies for person, tallies in after.of.items() if person not in changed}
        self.recovered += self.worked_out(after.figures, after.of, known)

    def look(self, one: Release) -> None:
        """Count the cells that tell of 1 to 7 people, or of none."""
        for chart, members in true_cells(one.of).items():
            told = shown(one.figures, chart)
            self.few += sum(told.get(label) is not None and len(people) < 8 for label, people in members.items())

    def worked_out(self, figures: Figures, of: Cohort, known: Cohort) -> int:
        """In how many cells it is certain that all who are not known are in it, or that none of them is."""
        found = 0
        for chart, members in true_cells(of).items():
            told = shown(figures, chart)
            counted = set().union(*members.values())
            rest = len(counted - set(known))
            if not rest:
                continue
            bounds = {
                label: self.between(told.get(label), len(people & set(known)), rest)
                for label, people in members.items()
            }
            if chart in ("asking", "safety"):
                bounds = tightened(bounds, rest)
            found += sum(most <= 0 or fewest >= rest for fewest, most in bounds.values())
        return found

    def between(self, told: int | None, known: int, rest: int) -> tuple[int, int]:
        """How many of the rest can be in a cell."""
        if told is None:
            return 0, rest
        give = 0 if self.exact else 2
        return max(told - give, 8) - known, min(told + give - known, rest)


def tightened(bounds: Mapping[str, tuple[int, int]], rest: int) -> dict[str, tuple[int, int]]:
    """The same, where everybody is in one of the cells: what is not in the others is in this one."""
    return {
        label: (
            max(fewest, rest - sum(most for other, (_, most) in bounds.items() if other != label)),
            min(most, rest - sum(max(least, 0) for other, (least, _) in bounds.items() if other != label)),
        )
        for label, (fewest, most) in bounds.items()
    }


def shown(figures: Figures, chart: str) -> dict[str, int | None]:
    return next({cell.label: cell.people for cell in one.cells} for one in figures.charts if one.id == chart)


def true_cells(of: Cohort) -> dict[str, dict[str, set[str]]]:
    """Who is in which cell, worked out apart from the code under attack."""
    cells: dict[str, dict[str, set[str]]] = {
        "situations": {},
        "stages": {},
        "commitments": {},
        "asking": {label: set() for label in cohort.BANDS},
        "safety": {"yes": set(), "no": set()},
    }
    for person, tallies in of.items():
        for one in tallies:
            cells["situations"].setdefault(one.situation, set()).add(person)
            cells["stages"].setdefault(one.stage, set()).add(person)
            if one.outcome:
                cells["commitments"].setdefault(one.outcome, set()).add(person)
        asks, tells = sum(one.asks for one in tallies), sum(one.tells for one in tallies)
        ratio = asks / tells if tells else 99
        band = "tells_more" if ratio < 1 else "one_to_three" if ratio < 3 else "three_to_nine" if ratio < 9 else ""
        cells["asking"].setdefault(band or "nine_or_more", set()).add(person)
        cells["safety"]["yes" if any(one.safety for one in tallies) else "no"].add(person)
    return cells


def attacked(days: int, histories: int, *, exact: bool = False) -> Attack:
    """So many histories of so many days, attacked."""
    attack = Attack(exact=exact)
    for number in range(histories):
        last: Release | None = None
        for one in history(Random(number), days):  # noqa: S311  no secret is made of it
            attack.look(one)
            if last is not None:
                attack.on(last, one)
            last = one
        attack.steps += days
    return attack
