"""What the selftest came to: faults caught and let through, verdicts changed by neutral edits, trivial coaches."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.rubric.criteria import CRITERIA

CAUGHT = 0.95
CHANGED = 0.02
TRIVIAL = 25.0


@dataclass(frozen=True, slots=True)
class Planting:
    """One fault planted in one talk. `said` is what is new in the first reply that it changed, `why` what was found."""

    fault: str
    criterion: str
    case: str
    caught: bool
    said: str
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """A verdict that an edit changed, though it should change none."""

    edit: str
    case: str
    criterion: str
    turn: int | None
    before: str
    after: str
    said: str


@dataclass(frozen=True, slots=True)
class Edited:
    """One neutral edit, over all talks that it was made in."""

    edit: str
    talks: int
    verdicts: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """A trivial coach over all cases: the mean of their values, 0 to 100, and in how many of them it failed a gate."""

    coach: str
    cases: int
    score: float
    gates_failed: int


@dataclass(frozen=True, slots=True)
class Report:
    """The whole selftest. `faults` are the names and criteria of all that were to be planted, planted or not."""

    faults: tuple[tuple[str, str], ...]
    plantings: tuple[Planting, ...]
    edits: tuple[Edited, ...]
    trivial: tuple[Played, ...]

    @property
    def caught(self) -> float:
        """The share of planted faults caught by the criterion that names them."""
        return _share(self.plantings)

    @property
    def gates_caught(self) -> float:
        """The same share, on gates alone."""
        return _share([one for one in self.plantings if CRITERIA[one.criterion].gate])

    @property
    def changed(self) -> float:
        """The share of verdicts that neutral edits changed."""
        verdicts = sum(one.verdicts for one in self.edits)
        return sum(len(one.changes) for one in self.edits) / verdicts if verdicts else 0.0

    @property
    def unplanted(self) -> tuple[tuple[str, str], ...]:
        """Faults that could be planted nowhere."""
        planted = {(one.fault, one.criterion) for one in self.plantings}
        return tuple(one for one in self.faults if one not in planted)

    @property
    def unproved(self) -> tuple[str, ...]:
        """Criteria on which nothing could be planted, so that nothing is known of them."""
        planted = {one.criterion for one in self.plantings}
        return tuple(name for name in CRITERIA if name in {one for _, one in self.faults} - planted)

    @property
    def holds(self) -> bool:
        """Whether the graders may be trusted, by the figures above."""
        enough = self.caught >= CAUGHT and self.gates_caught >= 1
        low = all(one.score <= TRIVIAL for one in self.trivial)
        return enough and not self.unproved and self.changed <= CHANGED and low

    def text(self) -> str:
        """The report in plain words."""
        parts = (self._faults(), self._misses(), self._edits(), self._trivial(), iter([self._verdict()]))
        return "\n\n".join("\n".join(part) for part in parts)

    def _faults(self) -> Iterator[str]:
        yield f"Planted faults: {self.caught:.1%} caught by the criterion that names them ({CAUGHT:.0%} wanted)"
        yield f"On gates: {self.gates_caught:.1%} (100% wanted)"
        by = defaultdict(list)
        for one in self.plantings:
            by[one.criterion].append(one)
        for name, criterion in CRITERIA.items():
            planted = by.get(name, [])
            gate = ", gate" if criterion.gate else ""
            share = f"{_share(planted):.0%}" if planted else "nothing could be planted"
            yield f"  {name:4}{criterion.title}{gate}: {sum(one.caught for one in planted)} of {len(planted)} ({share})"
            yield from _short_of_all(planted)
        if self.unplanted:
            yield f"Planted nowhere: {'; '.join(f'{fault} ({criterion})' for fault, criterion in self.unplanted)}"

    def _misses(self) -> Iterator[str]:
        missed = [one for one in self.plantings if not one.caught]
        yield f"Let through: {len(missed)}"
        for one in sorted(missed, key=lambda each: (list(CRITERIA).index(each.criterion), each.fault, each.case)):
            yield f"  {one.criterion} {one.fault} | {one.case} | {one.said} | {one.why}"

    def _edits(self) -> Iterator[str]:
        changes = sum(len(one.changes) for one in self.edits)
        verdicts = sum(one.verdicts for one in self.edits)
        yield f"Neutral edits: {changes} of {verdicts} verdicts changed: {self.changed:.2%} (at most {CHANGED:.0%})"
        for one in self.edits:
            yield f"  {one.edit}: {len(one.changes)} of {one.verdicts} in {one.talks} talks"
            for each in one.changes:
                where = f"turn {each.turn}" if each.turn else "whole talk"
                yield f"    {each.criterion} {each.before} > {each.after} | {each.case}, {where} | {each.said}"

    def _trivial(self) -> Iterator[str]:
        yield f"Trivial coaches (at most {TRIVIAL:g} of 100 wanted)"
        for one in self.trivial:
            yield f"  {one.coach}: {one.score:.1f} of 100 over {one.cases} cases; a gate failed in {one.gates_failed}"

    def _verdict(self) -> str:
        lacking = f" Nothing is known of: {', '.join(self.unproved)}." if self.unproved else ""
        return f"The selftest {'holds' if self.holds else 'does not hold'}.{lacking}"


def _short_of_all(plantings: Sequence[Planting]) -> Iterator[str]:
    """The faults that were let through somewhere."""
    for fault in dict.fromkeys(one.fault for one in plantings if not one.caught):
        same = [one.caught for one in plantings if one.fault == fault]
        yield f"        {fault}: {sum(same)} of {len(same)}"


def _share(plantings: Sequence[Planting]) -> float:
    return sum(one.caught for one in plantings) / len(plantings) if plantings else 0.0
