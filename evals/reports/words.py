"""Figures and verdicts in plain words, the same in every report."""

import re

from evals.reports.comparison import Comparison
from evals.reports.figures import CriterionFigures, Figures, Summary
from evals.rubric.criteria import CRITERIA
from evals.rubric.score import is_bad
from evals.rubric.verdicts import Finding, Verdict
from evals.runs.folder import Manifest
from evals.statistics.intervals import Interval, Mean
from evals.statistics.paired import Paired

ADVISORY = "below the bar: advisory"
"""Said of a criterion on which the graders and people agree too little."""

NOTHING_GRADED = "nothing that earns points was graded"

PASSING = "a case passes that ran, failed no gate, and earned at least half of its points"

_NOT_PRINTED = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNJUDGED = {
    Verdict.NOT_GRADED: "not graded: it takes a judge",
    Verdict.COULD_NOT_JUDGE: "the judge could not judge it",
}


def clean(text: str) -> str:
    """A text without what XML 1.0 forbids, and without other controls: they steer terminals, or turn text about."""
    return _NOT_PRINTED.sub("", text)


def line(text: str) -> str:
    """A text on one line."""
    return " ".join(clean(text).split())


def number(value: float | None, *, signed: bool = False) -> str:
    """A score with three places, or `none`."""
    if value is None:
        return "none"
    rounded = round(value, 3) + 0.0  # never -0.000
    return f"{rounded:+.3f}" if signed else f"{rounded:.3f}"


def chance(p: float) -> str:
    """A p value; one that three places cannot show is not called 0."""
    return f"p {number(p)}" if p >= 0.001 else "p < 0.001"


def percent(share: float | None) -> str:
    """A share of 0 to 1 as a percentage, or `none`."""
    return "none" if share is None else f"{100 * share:.1f}%"


def counted(count: int, one: str, many: str | None = None) -> str:
    """A number of things: `1 case`, `2 cases`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def interval(found: Interval | None, why_none: str | None, *, signed: bool = False) -> str:
    """An interval of scores, or why there is none."""
    if found is None:
        return why_none or "none"
    return f"{number(found.low, signed=signed)} to {number(found.high, signed=signed)}"


def of_mean(mean: Mean | None, *, signed: bool = False) -> str:
    """The 95% interval of a mean, or why there is none."""
    return interval(mean.interval, mean.why_none, signed=signed) if mean else NOTHING_GRADED


def of_rate(one: CriterionFigures) -> str:
    """The 95% interval of a pass rate, or why there is none."""
    return f"{percent(one.interval.low)} to {percent(one.interval.high)}" if one.interval else one.why_none or "none"


def title(criterion: str) -> str:
    """The id of a criterion and what it is about; a negative one is named for the fault it looks for."""
    return f"{criterion} {CRITERIA[criterion].title}"


def where(turn: int | None) -> str:
    """What of a talk a finding is about."""
    return f"turn {turn}" if turn else "the whole talk"


def notes(one: CriterionFigures) -> str:
    """What else is to be known of a criterion's figures."""
    said = ["gate"] if CRITERIA[one.id].gate else []
    said += ["a fault: good is where it did not happen"] if CRITERIA[one.id].negative else []
    said += [ADVISORY] if one.flagged else []
    return "; ".join(said)


def verdict(one: Finding) -> str:
    """What a finding came to, so that good and bad need no colour to be told apart."""
    if one.verdict in _UNJUDGED:
        return _UNJUDGED[one.verdict]
    if CRITERIA[one.criterion].negative:
        return "bad: it happened" if is_bad(one) else "good: it did not happen"
    return "bad: not met" if is_bad(one) else "good: met"


def unit(figures: Figures, count: int) -> str:
    """How many cases, or talks where each case was held more than once."""
    return counted(count, "case" if figures.repeats == 1 else "talk")


def denominator(figures: Figures, one: Summary) -> str:
    """What a mean is a mean of; every case of it is in one of the counts."""
    of = unit(figures, one.talks)
    parts = [f"{one.graded} graded"]
    if one.crashed:
        parts.append(f"{one.crashed} crashed, counted as 0")
    if one.grader_crashed:
        parts.append(f"{one.grader_crashed} with a crashed grader, counted as 0")
    if one.nothing_graded:
        parts.append(f"{one.nothing_graded} of the graded not in the mean: {NOTHING_GRADED}")
    return f"{of}: {'; '.join(parts)}"


def made_of(manifest: Manifest, figures: Figures) -> str:
    """What was run."""
    repeats = "" if figures.repeats == 1 else f", each {figures.repeats} times"
    families = counted(figures.families, "family", "families")
    judge = "no judge, so what takes one is not graded"
    if manifest.judge:
        judge = f"judge {manifest.judge} ({manifest.judge_trust or 'how far it agrees with people is not known'})"
    cases = counted(figures.cases, "case")
    return line(f"{manifest.target}: {cases} in {families}{repeats}, seed {manifest.seed}; {judge}")


def outcome(found: Paired | None) -> str:
    """A paired difference in one sentence."""
    if found is None:
        return "no case can be compared"
    kind = "every flip tried" if found.exact else "flips drawn"
    return (
        f"{number(found.difference.value, signed=True)} (95%: {of_mean(found.difference, signed=True)}), "
        f"sign-flip {chance(found.p)} by family ({kind}), of {counted(found.difference.cases, 'case')} in "
        f"{counted(found.difference.families, 'family', 'families')}: "
        f"{counted(found.wins, 'win')}, {counted(found.ties, 'tie')}, {counted(found.losses, 'loss', 'losses')}"
    )


def judgement(found: Comparison) -> str:
    """Whether the second run is worse, and why."""
    if found.regressed:
        return f"REGRESSED: {'; '.join(found.why_regressed)}"
    if found.overall is None:
        return "Nothing can be said: no case was scored in both runs."
    if found.overall.difference.interval is None:
        return f"No gate newly failed; whether the mean fell cannot be said ({found.overall.difference.why_none})."
    return "Not regressed: no gate newly failed, and the interval of the difference is not below 0."
