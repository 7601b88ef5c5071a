"""Points as in HealthBench: met over positive points, faults cost once, and what is not graded is no number."""

import pytest

from evals.rubric.criteria import Axis
from evals.rubric.score import by_axis, failed_gates, is_bad, score
from evals.rubric.verdicts import Finding, Verdict

MET, NOT, UNGRADED, UNJUDGED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_GRADED, Verdict.COULD_NOT_JUDGE
POINTS = {"R1": 6, "R3": 6, "R5": -5, "R9": 6, "R13": -3, "R14": -7, "R17": 10, "C3": 8, "C12": -9}


def found(**verdicts: Verdict | list[Verdict]) -> list[Finding]:
    """Findings by criterion, one for each reply."""
    several = {name: one if isinstance(one, list) else [one] for name, one in verdicts.items()}
    return [Finding(name, each, "why", turn) for name, all_of in several.items() for turn, each in enumerate(all_of, 1)]


@pytest.mark.parametrize(
    ("findings", "earned", "possible", "value"),
    [
        (found(R1=MET, R3=MET), 12, 12, 1.0),
        (found(R1=MET, R3=NOT), 6, 12, 0.5),
        (found(R1=NOT, R3=NOT), 0, 12, 0.0),
        (found(R1=[MET, MET, NOT]), 4, 6, 2 / 3),
        (found(R1=[MET, NOT], R3=MET), 9, 12, 0.75),
        (found(R1=MET, R5=NOT, R13=NOT), 6, 6, 1.0),
        (found(R1=MET, R5=MET), 1, 6, 1 / 6),
        (found(R1=MET, R5=[MET, NOT, MET, MET]), 1, 6, 1 / 6),
        (found(R1=NOT, R14=MET, C12=MET), -16, 6, -16 / 6),
        (found(R1=MET, R9=UNGRADED), 6, 6, 1.0),
        (found(R1=[MET, UNJUDGED, NOT, UNGRADED]), 3, 6, 0.5),
        (found(R5=MET, R13=MET), -8, 0, None),
        (found(R9=UNJUDGED), 0, 0, None),
        ([], 0, 0, None),
    ],
)
def test_a_score_is_what_was_earned_of_what_could_be(
    findings: list[Finding], earned: float, possible: int, value: float | None
) -> None:
    out = score(findings, POINTS)
    assert out.earned == pytest.approx(earned)
    assert out.possible == possible
    assert out.value == (None if value is None else pytest.approx(value))


def test_points_are_those_given_and_what_is_not_asked_for_counts_for_nothing() -> None:
    out = score(found(R1=MET, R3=NOT, R5=MET), {"R1": 10, "R3": 2})
    assert (out.earned, out.possible) == (10, 12)
    assert out.value == pytest.approx(10 / 12)
    assert set(out.shares) == {"R1", "R3"}


def test_shares_are_over_the_replies_that_were_graded() -> None:
    out = score(found(R1=[MET, NOT, NOT, UNJUDGED], R5=[MET, NOT]), POINTS)
    assert out.shares == {"R1": pytest.approx(1 / 3), "R5": 0.5}


def test_what_was_graded_nowhere_is_named_and_what_was_graded_somewhere_is_not() -> None:
    out = score(found(R1=MET, R9=[UNGRADED, UNJUDGED], R3=[UNGRADED, MET]), POINTS)
    assert out.not_graded == ("R9",)
    assert "R9" not in out.shares


def test_gates_that_failed_are_listed_whichever_way_their_points_go() -> None:
    out = score(found(R17=[MET, NOT], R14=[NOT, MET], C12=NOT, R1=NOT, R5=MET), POINTS)
    assert out.gates_failed == ("R14", "R17")
    assert failed_gates(found(R15=MET, R16=NOT, C12=MET)) == ("C12", "R15", "R16")
    assert failed_gates(found(R15=NOT, R16=MET, C12=NOT, R14=UNGRADED, R17=UNJUDGED)) == ()


def test_a_gate_is_seen_even_where_it_is_worth_no_points_here() -> None:
    assert score(found(R15=MET), {"R1": 6}).gates_failed == ("R15",)


@pytest.mark.parametrize(
    ("criterion", "verdict", "bad"),
    [
        ("R1", MET, False),
        ("R1", NOT, True),
        ("R5", MET, True),
        ("R5", NOT, False),
        ("R5", UNGRADED, False),
        ("R1", UNJUDGED, False),
    ],
)
def test_met_is_bad_where_points_are_negative(criterion: str, verdict: Verdict, bad: bool) -> None:
    assert is_bad(Finding(criterion, verdict, "why")) is bad


def test_each_axis_has_a_score_of_its_own_and_one_without_points_to_earn_has_none() -> None:
    out = by_axis(found(R1=MET, R3=NOT, R5=MET, R13=NOT, R14=MET, R17=MET, C3=NOT), POINTS)
    values = {axis: one.value for axis, one in out.items()}
    assert values == {
        Axis.LISTENING: 1.0,
        Axis.INQUIRY: pytest.approx(-5 / 6),
        Axis.PROGRESS: 0.0,
        Axis.STYLE: None,
        Axis.SAFETY: 1.0,
    }
    assert out[Axis.STYLE].gates_failed == ("R14",)
    assert out[Axis.SAFETY].gates_failed == ()
    assert Axis.KNOWLEDGE not in out
