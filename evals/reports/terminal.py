"""The figures of a run, and of two, as plain text tables for a terminal."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from evals.reports import words
from evals.reports.comparison import Comparison
from evals.reports.figures import CriterionFigures, Figures, Summary, figures
from evals.reports.flips import Change, Flip
from evals.reports.played import GateFailure
from evals.runs.folder import Manifest
from evals.runs.result import Result

_LONGEST = 160
_GROUP_HEADS = ("mean", "95% interval", "5th percentile", "cases", "crashed", "nothing graded", "gates failed")


def report_text(manifest: Manifest, results: Sequence[Result], flagged: Collection[str] = ()) -> str:
    """The report of a run as plain text, without colours.

    Args:
        manifest: What the run was made of.
        results: All its results.
        flagged: Ids of the criteria that are below the calibration bar.

    Raises:
        EvalsError: There is nothing to report on.
    """
    found = figures(manifest, results, flagged)
    told = [
        words.made_of(manifest, found),
        "",
        *_headline(found),
        *_pass_hat(found),
        *_groups("axis", found.axes),
        *_groups("kind", found.kinds),
        *_groups("split", found.splits),
        *_groups("situation", found.situations),
        *_criteria(found.criteria),
        *_crashed(results),
    ]
    return "\n".join(told) + "\n"


def comparison_text(found: Comparison, before: Manifest, after: Manifest) -> str:
    """What changed between two runs as plain text, without colours."""
    told = [
        f"Before: {words.line(before.target)} (run {words.line(before.key)})",
        f"After:  {words.line(after.target)} (run {words.line(after.key)})",
        "",
        words.judgement(found),
        "",
        f"Mean {words.number(found.before)} before, {words.number(found.after)} after; "
        f"difference {words.outcome(found.overall)}",
        *_listed("Gates newly failed", map(_gate, found.new_gates)),
        *_listed("Gates no longer failed", map(_gate, found.mended_gates)),
        *_listed("Gates failed in new or changed cases, not compared", map(_gate, found.gates_elsewhere)),
        *_listed("Newly crashed", (f"{name}: {_short(why)}" for name, why in found.crashed)),
        *_axis_differences(found),
        *_flips(found.flips),
        *_listed("Changed cases, not compared", found.changed),
        *_listed("Added cases, not compared", found.added),
        *_listed("Removed cases, not compared", found.removed),
        *_listed(f"Not in the difference: in one of the runs {words.NOTHING_GRADED}", found.unscored),
    ]
    return "\n".join(told) + "\n"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of a table, each column as wide as it must be, with a rule under the heads."""
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    lines = [heads, ["-" * width for width in widths], *rows]
    return ["  ".join(cell.ljust(width) for cell, width in zip(each, widths, strict=True)).rstrip() for each in lines]


def _headline(found: Figures) -> Iterator[str]:
    one = found.headline
    mean = words.number(one.mean.value if one.mean else None)
    yield f"Mean score {mean} (95%: {words.of_mean(one.mean)}) of {words.denominator(found, one)}"
    yield f"5th percentile {words.number(one.fifth)}; {one.passed} of {one.talks} passed ({words.PASSING})"
    yield from _listed("Gates failed", map(_gate, one.gates), always=True)


def _pass_hat(found: Figures) -> list[str]:
    if not found.pass_hat:
        return []
    heads = ("", "chance of passing k times in a row", "cases", "tries of each")
    rows = [(f"pass^{one.k}", words.percent(one.value), str(one.cases), str(one.tries)) for one in found.pass_hat]
    return ["", *table(heads, rows)]


def _groups(name: str, groups: Sequence[Summary]) -> list[str]:
    return ["", *table((name, *_GROUP_HEADS), [_group(one) for one in groups])]


def _group(one: Summary) -> tuple[str, ...]:
    return (
        words.line(one.name),
        words.number(one.mean.value if one.mean else None),
        words.of_mean(one.mean),
        words.number(one.fifth),
        f"{one.talks - one.nothing_graded} of {one.talks}",
        str(one.crashed + one.grader_crashed),
        str(one.nothing_graded),
        ", ".join(dict.fromkeys(each.criterion for each in one.gates)) or "none",
    )


def _criteria(found: Sequence[CriterionFigures]) -> list[str]:
    heads = ("criterion", "good", "findings", "95% interval", "not graded", "not judged", "cases crashed", "")
    rows = [
        (
            words.title(one.id),
            words.percent(one.rate),
            f"{one.good} of {one.of}",
            words.of_rate(one),
            str(one.not_graded),
            str(one.could_not_judge),
            str(one.crashed),
            words.notes(one),
        )
        for one in found
    ]
    return ["", *table(heads, rows)]


def _crashed(results: Iterable[Result]) -> list[str]:
    crashed = [one for one in results if one.state != "graded"]
    told = {"crashed": "crashed", "grader_crashed": "the grader crashed"}
    ordered = sorted(crashed, key=lambda one: (one.case, one.repeat))
    return _listed("Crashed", (f"{one.name}: {told[one.state]}: {_short(one.why)}" for one in ordered))


def _axis_differences(found: Comparison) -> list[str]:
    heads = ("axis", "difference", "95% interval", "p", "p (Holm)", "cases", "wins", "ties", "losses")
    rows = [
        (
            one.axis.value,
            words.number(one.paired.difference.value, signed=True),
            words.of_mean(one.paired.difference, signed=True),
            words.chance(one.paired.p),
            words.chance(one.p_holm),
            f"{one.paired.difference.cases} of {len(found.pairs)}",
            str(one.paired.wins),
            str(one.paired.ties),
            str(one.paired.losses),
        )
        for one in found.axes
    ]
    return ["", *table(heads, rows)] if rows else []


def _flips(found: Sequence[Flip]) -> Iterator[str]:
    for passes, head in ((False, "Passed before, fail now"), (True, "Failed before, pass now")):
        of_them = [one for one in found if one.passes is passes]
        yield from _listed(head, (line for one in of_them for line in _flip(one)), count=len(of_them))


def _flip(one: Flip) -> Iterator[str]:
    yield f"{words.line(one.case)}: {words.number(one.before)} -> {words.number(one.after)}"
    if one.crash:
        yield f"    crashed: {_short(one.crash)}"
    for change in one.changes:
        yield from _change(change)


def _change(one: Change) -> Iterator[str]:
    yield f"    {words.title(one.criterion)}: good {words.percent(one.before)} -> {words.percent(one.after)}"
    for each in one.because:
        run = "after" if one.worse_after else "before"
        yield f"        {run}, {words.where(each.turn)}: {_short(each.reason)}{_quoted(each.evidence)}"


def _gate(one: GateFailure) -> str:
    place = f"{words.line(one.talk)}, {words.where(one.turn)}"
    return f"{words.title(one.criterion)}: {place}: {_short(one.reason)}{_quoted(one.evidence)}"


def _listed(head: str, items: Iterable[str], *, count: int | None = None, always: bool = False) -> list[str]:
    """A head with the number of items and each on a line; nothing at all of none, unless it is said `always`."""
    lines = list(items)
    if not lines:
        return [f"{head}: none"] if always else []
    return ["", f"{head}: {len(lines) if count is None else count}", *(f"  {one}" for one in lines)]


def _quoted(evidence: str) -> str:
    return f' ("{_short(evidence)}")' if evidence else ""


def _short(text: str) -> str:
    flat = words.line(text)
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 3]}..."
