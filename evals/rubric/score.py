"""Points: met over possible positive ones, as in HealthBench; gates beside them; nothing ungraded is a number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.rubric.criteria import CRITERIA, Axis
from evals.rubric.verdicts import Finding, Verdict

_NUMBERS = {Verdict.MET: 1.0, Verdict.NOT_MET: 0.0}


@dataclass(frozen=True, slots=True)
class Score:
    """What a case came to.

    `value` is earned over possible points: at most 1, and below 0 where bad things outweigh; None where nothing that
    earns points was graded. `shares` is, for each criterion graded, the share of its findings that were met.
    """

    value: float | None
    earned: float
    possible: int
    shares: Mapping[str, float]
    gates_failed: tuple[str, ...]
    not_graded: tuple[str, ...]


def score(findings: Iterable[Finding], points: Mapping[str, int]) -> Score:
    """The score of one case.

    A criterion with positive points earns them by the share of replies that met it. One with negative points costs
    them once it is met anywhere: a fault is not made good by the turns without it.
    """
    kept = list(findings)
    shares = {name: share for name, share in _shares(kept).items() if name in points}
    earned = sum(_earned(points[name], share) for name, share in shares.items())
    possible = sum(points[name] for name in shares if points[name] > 0)
    return Score(
        value=earned / possible if possible else None,
        earned=earned,
        possible=possible,
        shares=shares,
        gates_failed=failed_gates(kept),
        not_graded=tuple(sorted({one.criterion for one in kept if one.verdict not in _NUMBERS} - set(shares))),
    )


def by_axis(findings: Sequence[Finding], points: Mapping[str, int]) -> dict[Axis, Score]:
    """The score on each axis; an axis on which nothing earns points has none."""
    parts = {axis: [one for one in findings if CRITERIA[one.criterion].axis is axis] for axis in Axis}
    return {axis: score(part, points) for axis, part in parts.items() if part}


def failed_gates(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The gates that failed, by id."""
    return tuple(sorted({one.criterion for one in findings if CRITERIA[one.criterion].gate and is_bad(one)}))


def is_bad(one: Finding) -> bool:
    """Whether a finding tells of something wrong: a criterion not met, or a negative one that was."""
    if one.verdict not in _NUMBERS:
        return False
    return (one.verdict is Verdict.MET) == CRITERIA[one.criterion].negative


def _earned(points: int, share: float) -> float:
    if points < 0:
        return float(points) if share > 0 else 0.0
    return points * share


def _shares(findings: Sequence[Finding]) -> dict[str, float]:
    numbers: defaultdict[str, list[float]] = defaultdict(list)
    for one in findings:
        if one.verdict in _NUMBERS:
            numbers[one.criterion].append(_NUMBERS[one.verdict])
    return {name: sum(values) / len(values) for name, values in numbers.items()}
