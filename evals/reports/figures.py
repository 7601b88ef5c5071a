"""The figures of one run: means, pass rates, gates; each knows what it is a figure of."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from evals.reports.played import GateFailure, Played, gates_failed, play_back
from evals.rubric.criteria import CRITERIA, Axis
from evals.rubric.score import is_bad
from evals.rubric.verdicts import Verdict
from evals.runs.folder import Manifest
from evals.runs.result import Result
from evals.statistics.chance import mean_pass_hat
from evals.statistics.intervals import Interval, Mean, clustered_mean, clustered_wilson, percentile

_NUMBERS = (Verdict.MET, Verdict.NOT_MET)
_SPLITS = ("tune", "hold_out", "hard")
_LOWEST = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """What a set of talks came to.

    `talks` is all of them: graded, crashed (the target gave out) and grader_crashed; a crash counts as 0.
    `nothing_graded` of the graded ones earned no points because nothing that earns any could be graded: only these are
    not in the mean. `mean` and its interval are cut to 0 to 1; single scores, and `fifth`, the 5th percentile, are not.
    `lowest` names the graded talks that scored least, the worst first.
    """

    name: str
    talks: int
    graded: int
    crashed: int
    grader_crashed: int
    nothing_graded: int
    passed: int
    mean: Mean | None
    fifth: float | None
    gates: tuple[GateFailure, ...]
    lowest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriterionFigures:
    """How often a criterion went well: met, or for one with negative points not met.

    `good` of `of` findings that came to yes or no, in `families` families; `interval` is Wilson's with the clustered
    effective number of findings, and where there is none `why_none` says why. Findings that are no number, and talks
    that crashed while they owed the criterion, are counted apart. `flagged`: graders and people agree too little on it.
    """

    id: str
    good: int
    of: int
    families: int
    interval: Interval | None
    why_none: str | None
    not_graded: int
    could_not_judge: int
    crashed: int
    flagged: bool

    @property
    def rate(self) -> float | None:
        """The share of findings that were good, 0 to 1; None of no findings."""
        return self.good / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class PassHat:
    """The chance that a case is passed `k` times in a row, over `cases` cases tried `tries` times each."""

    k: int
    value: float
    cases: int
    tries: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a run. `pass_hat` is empty where each case was played once."""

    cases: int
    families: int
    repeats: int
    headline: Summary
    axes: tuple[Summary, ...]
    kinds: tuple[Summary, ...]
    splits: tuple[Summary, ...]
    situations: tuple[Summary, ...]
    criteria: tuple[CriterionFigures, ...]
    pass_hat: tuple[PassHat, ...]


def figures(manifest: Manifest, results: Sequence[Result], flagged: Collection[str] = ()) -> Figures:
    """The figures of a run.

    Args:
        manifest: What the run was made of.
        results: All its results.
        flagged: Ids of the criteria that are below the calibration bar.

    Raises:
        EvalsError: There is nothing to report on, as of `play_back`.
    """
    talks = play_back(results)
    return Figures(
        cases=len({one.result.case for one in talks}),
        families=len({one.result.family for one in talks}),
        repeats=manifest.repeats,
        headline=_summary("all", talks),
        axes=tuple(_of_axis(axis, talks) for axis in Axis if any(axis in one.axes for one in talks)),
        kinds=_groups(talks, {one.result.name: one.result.kind for one in talks}),
        splits=_groups(talks, {one.result.name: one.result.split for one in talks}, _SPLITS),
        situations=_groups(talks, {one.result.name: one.result.about for one in talks}),
        criteria=tuple(_of_criterion(name, talks, flagged) for name in CRITERIA if _owed(name, talks)),
        pass_hat=_pass_hat(talks, manifest.repeats) if manifest.repeats > 1 else (),
    )


def _groups(talks: Sequence[Played], of: dict[str, str], first: Sequence[str] = ()) -> tuple[Summary, ...]:
    """A summary of each group; the groups named in `first` come before the others."""
    members: defaultdict[str, list[Played]] = defaultdict(list)
    for one in talks:
        members[of[one.result.name]].append(one)
    order = [name for name in first if name in members] + sorted(members.keys() - set(first))
    return tuple(_summary(name, members[name]) for name in order)


def _of_axis(axis: Axis, talks: Sequence[Played]) -> Summary:
    """The talks that bear on an axis, scored on it alone; whether they passed is no matter of one axis."""
    on_it = [replace(one, value=one.axes[axis]) for one in talks if axis in one.axes]
    return replace(_summary(axis.value, on_it), gates=gates_failed(on_it, axis))


def _summary(name: str, talks: Sequence[Played]) -> Summary:
    states = [one.result.state for one in talks]
    scored = [(one.value, one.result) for one in talks if one.value is not None]
    values = [value for value, _ in scored]
    graded = [each for each in scored if each[1].state == "graded"]
    lowest = sorted(graded, key=lambda each: (each[0], each[1].case, each[1].repeat))[:_LOWEST]
    return Summary(
        name=name,
        talks=len(talks),
        graded=states.count("graded"),
        crashed=states.count("crashed"),
        grader_crashed=states.count("grader_crashed"),
        nothing_graded=len(talks) - len(scored),
        passed=sum(one.passed for one in talks),
        mean=_cut(clustered_mean(values, [result.family for _, result in scored])) if values else None,
        fifth=percentile(values) if values else None,
        gates=gates_failed(talks),
        lowest=tuple(result.name for _, result in lowest),
    )


def _cut(mean: Mean) -> Mean:
    """A mean and its interval cut to 0 to 1, as HealthBench does: a single talk may well be below 0."""
    interval = mean.interval
    return replace(
        mean,
        value=_within(mean.value),
        interval=Interval(_within(interval.low), _within(interval.high)) if interval else None,
    )


def _within(value: float) -> float:
    return min(1.0, max(0.0, value))


def _owed(name: str, talks: Iterable[Played]) -> bool:
    return any(name in one.result.points for one in talks)


def _of_criterion(name: str, talks: Sequence[Played], flagged: Collection[str]) -> CriterionFigures:
    found = [(one, each.result.family) for each in talks for one in each.findings if one.criterion == name]
    numbers = [(not is_bad(one), family) for one, family in found if one.verdict in _NUMBERS]
    families = [family for _, family in numbers]
    interval, why_none = _rate_interval([float(good) for good, _ in numbers], families)
    verdicts = [one.verdict for one, _ in found]
    return CriterionFigures(
        id=name,
        good=sum(good for good, _ in numbers),
        of=len(numbers),
        families=len(set(families)),
        interval=interval,
        why_none=why_none,
        not_graded=verdicts.count(Verdict.NOT_GRADED),
        could_not_judge=verdicts.count(Verdict.COULD_NOT_JUDGE),
        crashed=sum(one.result.state != "graded" and name in one.result.points for one in talks),
        flagged=name in flagged,
    )


def _rate_interval(passes: Sequence[float], families: Sequence[str]) -> tuple[Interval | None, str | None]:
    if not passes:
        return None, "no findings"
    if len(set(families)) < 2:
        return None, "no interval: findings of 1 family alone"
    return clustered_wilson(passes, families), None


def _pass_hat(talks: Sequence[Played], repeats: int) -> tuple[PassHat, ...]:
    """pass^k for each k up to the repeats; a repeat that is missing was not passed."""
    passes: defaultdict[str, list[bool]] = defaultdict(list)
    for one in talks:
        passes[one.result.case].append(one.passed)
    tried = [(sum(each), max(len(each), repeats)) for each in passes.values()]
    return tuple(PassHat(k, mean_pass_hat(tried, k), len(tried), repeats) for k in range(1, repeats + 1))
