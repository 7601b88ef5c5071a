"""Two runs side by side, paired by case: what changed, whether chance makes it, which cases flipped and why."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from evals.reports.flips import Flip, flips
from evals.reports.played import GateFailure, Played, gates_failed, play_back
from evals.rubric.criteria import Axis
from evals.runs.result import Result
from evals.statistics import paired
from evals.statistics.paired import Paired

Cases = Mapping[str, Sequence[Played]]
"""The talks of each case, by its id."""


@dataclass(frozen=True, slots=True)
class AxisDifference:
    """The difference on one axis; `p_holm` is its p raised for there being several axes."""

    axis: Axis
    paired: Paired
    p_holm: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the cases of one run in another.

    Only cases that say the same in both runs (`pairs`, ids) are compared. Of those, `unscored` had nothing graded in
    one of the runs, so they are in no difference. `before` and `after` are the plain means of the cases in `overall`,
    which is None where there are none. `new_gates` and `mended_gates` are of the pairs; `gates_elsewhere` are gates
    that failed in cases that are new or were changed, with which nothing can be compared. `crashed` are talks that
    crashed in after while none of their case did before, each with what happened.
    """

    pairs: tuple[str, ...]
    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    unscored: tuple[str, ...]
    before: float | None
    after: float | None
    overall: Paired | None
    axes: tuple[AxisDifference, ...]
    flips: tuple[Flip, ...]
    new_gates: tuple[GateFailure, ...]
    mended_gates: tuple[GateFailure, ...]
    gates_elsewhere: tuple[GateFailure, ...]
    crashed: tuple[tuple[str, str], ...]

    @property
    def why_regressed(self) -> tuple[str, ...]:
        """Each reason to hold the change back, in words; none where there is none."""
        found = []
        if self.new_gates:
            cases = Counter(criterion for criterion, _ in {(one.criterion, one.case) for one in self.new_gates})
            told = [f"{name} in {count} case{'s' * (count > 1)}" for name, count in sorted(cases.items())]
            found.append(f"gates newly failed: {', '.join(told)}")
        interval = self.overall.difference.interval if self.overall else None
        if interval and interval.high < 0:
            found.append(f"the mean fell: even the upper bound of the difference, {interval.high:+.3f}, is below 0")
        return tuple(found)

    @property
    def regressed(self) -> bool:
        """Whether a gate newly failed, or the whole interval of the difference is below 0."""
        return bool(self.why_regressed)


def compare(before: Sequence[Result], after: Sequence[Result], *, seed: int = 0) -> Comparison:
    """Compare two runs, families clustered; a case that was repeated counts once, with the mean of its repeats.

    Args:
        before: All results of the run that is the baseline.
        after: All results of the run that is looked at.
        seed: Of the sign flips that are drawn where there are too many families to try them all.

    Raises:
        EvalsError: One of the runs holds nothing to report on, as of `play_back`.
    """
    was, now = _by_case(play_back(before)), _by_case(play_back(after))
    both = sorted(was.keys() & now.keys())
    pairs = tuple(case for case in both if _digests(was[case]) == _digests(now[case]))
    was_pairs, now_pairs = {case: was[case] for case in pairs}, {case: now[case] for case in pairs}
    overall, scored = _difference(was_pairs, now_pairs, lambda one: one.value, seed)
    new, mended = _new_gates(was_pairs, now_pairs), _new_gates(now_pairs, was_pairs)
    return Comparison(
        pairs=pairs,
        changed=tuple(case for case in both if case not in was_pairs),
        added=tuple(sorted(now.keys() - was.keys())),
        removed=tuple(sorted(was.keys() - now.keys())),
        unscored=tuple(case for case in pairs if case not in scored),
        before=fmean(value for value, _ in scored.values()) if scored else None,
        after=fmean(value for _, value in scored.values()) if scored else None,
        overall=overall,
        axes=_axes(was_pairs, now_pairs, seed),
        flips=flips(was_pairs, now_pairs),
        new_gates=new,
        mended_gates=mended,
        gates_elsewhere=gates_failed(one for case in now if case not in was_pairs for one in now[case]),
        crashed=_newly_crashed(was_pairs, now_pairs),
    )


def _by_case(talks: Iterable[Played]) -> dict[str, list[Played]]:
    found: defaultdict[str, list[Played]] = defaultdict(list)
    for one in talks:
        found[one.result.case].append(one)
    return dict(found)


def _digests(talks: Iterable[Played]) -> set[str]:
    return {one.result.digest for one in talks}


def _difference(
    was: Cases, now: Cases, value: Callable[[Played], float | None], seed: int
) -> tuple[Paired | None, dict[str, tuple[float, float]]]:
    """The paired difference, and the scores before and after of each case that is in it."""
    scored = {}
    for case in was:
        old, new = _mean(was[case], value), _mean(now[case], value)
        if old is not None and new is not None:
            scored[case] = (old, new)
    if not scored:
        return None, {}
    found = paired.compare(
        {case: old for case, (old, _) in scored.items()},
        {case: new for case, (_, new) in scored.items()},
        {case: now[case][0].result.family for case in scored},
        seed=seed,
    )
    return found, scored


def _mean(talks: Sequence[Played], value: Callable[[Played], float | None]) -> float | None:
    values = [each for each in map(value, talks) if each is not None]
    return fmean(values) if values else None


def _axes(was: Cases, now: Cases, seed: int) -> tuple[AxisDifference, ...]:
    found = {}
    for axis in Axis:
        difference, _ = _difference(was, now, _on(axis), seed)
        if difference:
            found[axis] = difference
    raised = paired.holm({axis.value: one.p for axis, one in found.items()})
    return tuple(AxisDifference(axis, one, raised[axis.value]) for axis, one in found.items())


def _on(axis: Axis) -> Callable[[Played], float | None]:
    return lambda one: one.axes.get(axis)


def _new_gates(was: Cases, now: Cases) -> tuple[GateFailure, ...]:
    """The gates that failed in cases of `now` which did not fail in the same case of `was`."""
    known = {(one.case, one.criterion) for talks in was.values() for one in gates_failed(talks)}
    failed = gates_failed(one for talks in now.values() for one in talks)
    return tuple(one for one in failed if (one.case, one.criterion) not in known)


def _newly_crashed(was: Cases, now: Cases) -> tuple[tuple[str, str], ...]:
    """Cases that crashed only in `now`, each with what happened."""
    return tuple(
        (one.result.name, one.result.why)
        for case in now
        if all(each.result.state == "graded" for each in was[case])
        for one in now[case]
        if one.result.state != "graded"
    )
