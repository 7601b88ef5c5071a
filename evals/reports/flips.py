"""Cases that passed in one run and failed in another, and what about them changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from evals.reports.played import Played
from evals.rubric.criteria import CRITERIA
from evals.rubric.score import is_bad
from evals.rubric.verdicts import Finding, Verdict

_NUMBERS = (Verdict.MET, Verdict.NOT_MET)


@dataclass(frozen=True, slots=True)
class Change:
    """A criterion that went otherwise: the share of its findings that were good, and what was bad in the worse run.

    A share is None where no finding came to yes or no. `worse_after` says that `because` is of after, not of before.
    """

    criterion: str
    before: float | None
    after: float | None
    worse_after: bool
    because: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Flip:
    """A case that passed before and failed after, or the other way round (`passes`, as it is after).

    A case that was repeated passes where every repeat did. `crash` says what happened where it crashed in the run that
    it failed in, and is empty elsewhere.
    """

    case: str
    passes: bool
    before: float | None
    after: float | None
    crash: str
    changes: tuple[Change, ...]


def flips(was: Mapping[str, Sequence[Played]], now: Mapping[str, Sequence[Played]]) -> tuple[Flip, ...]:
    """The cases that flipped, those that fail now first, by id. Both runs must hold the same cases."""
    found = [
        _flip(case, was[case], now[case])
        for case in was
        if all(one.passed for one in was[case]) != all(one.passed for one in now[case])
    ]
    return tuple(sorted(found, key=lambda one: (one.passes, one.case)))


def _flip(case: str, was: Sequence[Played], now: Sequence[Played]) -> Flip:
    passes = all(one.passed for one in now)
    crashes = [one.result.why for one in (was if passes else now) if one.result.state != "graded"]
    changes = [one for name in CRITERIA if (one := _change(name, was, now))]
    if crashes:  # what a talk that was never graded lacks is no change of the criterion
        changes = [one for one in changes if one.before is not None and one.after is not None]
    return Flip(
        case=case,
        passes=passes,
        before=_value(was),
        after=_value(now),
        crash="; ".join(dict.fromkeys(crashes)),
        changes=tuple(changes),
    )


def _value(talks: Sequence[Played]) -> float | None:
    values = [one.value for one in talks if one.value is not None]
    return fmean(values) if values else None


def _change(name: str, was: Sequence[Played], now: Sequence[Played]) -> Change | None:
    """How a criterion changed; None where it went the same way, or was a number in neither run."""
    before, after = _numbers(name, was), _numbers(name, now)
    old, new = _good(before), _good(after)
    if old == new:
        return None
    worse_after = old is None or (new is not None and new < old)
    bad = tuple(one for one in (after if worse_after else before) if is_bad(one))
    return Change(name, old, new, worse_after, bad)


def _numbers(name: str, talks: Sequence[Played]) -> list[Finding]:
    return [one for each in talks for one in each.findings if one.criterion == name and one.verdict in _NUMBERS]


def _good(findings: Sequence[Finding]) -> float | None:
    return fmean(not is_bad(one) for one in findings) if findings else None
