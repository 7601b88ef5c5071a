"""Results made ready to be counted: each with its score worked out once, in the order of their names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.errors import EvalsError
from evals.rubric.criteria import CRITERIA, Axis
from evals.rubric.score import Score, by_axis, is_bad
from evals.rubric.verdicts import Finding
from evals.runs.result import Result


@dataclass(frozen=True, slots=True)
class Played:
    """One talk of a run.

    `value` is 0 of a crash, and None where nothing that earns points was graded. `axes` holds the same for each axis
    that the talk bears on; a crash counts as 0 on every axis that its case can earn points on, since nobody knows what
    the talk would have come to.
    """

    result: Result
    findings: tuple[Finding, ...]
    score: Score
    value: float | None
    passed: bool
    axes: Mapping[Axis, float | None]


@dataclass(frozen=True, slots=True)
class GateFailure:
    """A gate that a talk failed, and where; `turn` is None where it is a matter of the whole talk."""

    criterion: str
    case: str
    talk: str
    turn: int | None
    reason: str
    evidence: str


def play_back(results: Iterable[Result]) -> tuple[Played, ...]:
    """The talks of a run, by the names of their cases.

    Raises EvalsError where there is nothing to report on: no results, one that stands twice, or a criterion that the
    rubric no longer has.
    """
    ordered = sorted(results, key=lambda one: (one.case, one.repeat))
    _check(ordered)
    return tuple(_played(one) for one in ordered)


def gates_failed(talks: Iterable[Played], axis: Axis | None = None) -> tuple[GateFailure, ...]:
    """Every gate that failed, in the rubric's order; of one axis where it is given."""
    found = [
        GateFailure(one.criterion, each.result.case, each.result.name, one.turn, one.reason, one.evidence)
        for each in talks
        for one in each.findings
        if CRITERIA[one.criterion].gate and is_bad(one) and axis in {None, CRITERIA[one.criterion].axis}
    ]
    order = list(CRITERIA)
    return tuple(sorted(found, key=lambda one: order.index(one.criterion)))


def _played(result: Result) -> Played:
    findings = result.all_findings()
    axes: dict[Axis, float | None]
    if result.state == "graded":
        axes = {axis: came_to.value for axis, came_to in by_axis(findings, result.points).items()}
    else:
        axes = {axis: 0.0 for axis in Axis if _can_earn(result, axis)}
    return Played(result, findings, result.score(), result.value, result.passed, axes)


def _can_earn(result: Result, axis: Axis) -> bool:
    return any(points > 0 and CRITERIA[name].axis is axis for name, points in result.points.items())


def _check(results: Sequence[Result]) -> None:
    if not results:
        message = "the run holds no results, so there is nothing to report"
        raise EvalsError(message)
    twice = [name for name, count in Counter(one.name for one in results).items() if count > 1]
    if twice:
        message = f"the run holds {twice[0]} twice; run it anew with --fresh"
        raise EvalsError(message)
    named = {name for one in results for name in (*one.points, *(each.criterion for each in one.findings))}
    if named - CRITERIA.keys():
        message = f"the run was graded by {min(named - CRITERIA.keys())}, which the rubric no longer has; grade it anew"
        raise EvalsError(message)
