"""What a criterion can come to, and one finding with its reason."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """`met` of a criterion with negative points means that the bad thing happened, as in HealthBench.

    `not_graded`: a judge is needed and none is configured. `could_not_judge`: one was asked and gave no usable answer.
    Neither is ever a number.
    """

    MET = "met"
    NOT_MET = "not_met"
    NOT_GRADED = "not_graded"
    COULD_NOT_JUDGE = "could_not_judge"


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion on one reply, or on the whole talk where `turn` is None.

    `reason` says what was looked for and found; `evidence` is the run of the reply that decided it.
    """

    criterion: str
    verdict: Verdict
    reason: str
    turn: int | None = None
    evidence: str = ""


def met(criterion: str, reason: str, evidence: str = "") -> Finding:
    """It was met."""
    return Finding(criterion, Verdict.MET, reason, evidence=evidence)


def not_met(criterion: str, reason: str, evidence: str = "") -> Finding:
    """It was not met."""
    return Finding(criterion, Verdict.NOT_MET, reason, evidence=evidence)


def of(criterion: str, reason: str, evidence: str = "", *, yes: bool) -> Finding:
    """Met where `yes`, else not."""
    return (met if yes else not_met)(criterion, reason, evidence)
