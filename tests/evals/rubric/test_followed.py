"""A commitment is said back as the doctor's own, and what came of it is asked about so that something is learnt."""

import pytest

from evals.rubric.talk import Talk
from tests.evals.rubric.talks import RADIOLOGY, assert_bad, assert_good, assert_silent, said, talk_of

PLAN = said(
    "plan", "friday after the huddle i ring the registrar and ask about the list",
    commits=[["friday"], ["ring", "registrar"], ["list"]],
)  # fmt: skip


def planned(*replies: str) -> Talk:
    thanks = said("thanks", "ok")
    return talk_of((PLAN, replies[0]), *((thanks, one) for one in replies[1:]))


def findings_of_plan(text: str) -> Talk:
    return planned(text)


@pytest.mark.parametrize(
    "text",
    [
        "Friday, then: you ring the registrar about the list. What might stop you?",
        'So your step is "ring the registrar and ask about the list", on Friday.',
    ],
)
def test_c13_is_met_by_the_plan_as_the_doctor_gave_it(text: str) -> None:
    assert_good("C13", findings_of_plan(text))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Good. What might stop you?", "not said back"),
        ("Friday and Sunday, then: you ring the registrar about the list.", "a day"),
        ('Friday, the list, the registrar: "I shall go and have it out with him". What then?', "not the doctor's"),
    ],
)
def test_c13_is_not_met_by_less_than_the_plan_nor_by_more(text: str, why: str) -> None:
    assert_bad("C13", findings_of_plan(text), why)


def test_c13_does_not_apply_where_the_case_does_not_say_what_is_to_be_said_back() -> None:
    assert_silent("C13", talk_of((said("plan", "i ring him on friday"), "Good.")))


def went(text: str, outcome: str | None = "not") -> Talk:
    fields = {"outcome": outcome} if outcome else {}
    told = said("looks_back", "did not ring him, the ward was too full", day=7, **fields)
    return talk_of((RADIOLOGY, "What did he say?"), (PLAN, "Friday, then."), (told, text))


@pytest.mark.parametrize(
    "text",
    [
        "The ward was full, so the call waits. What got in the way, do you think?",
        "So it is not done. What would make ringing him lighter?",
    ],
)
def test_c14_is_met_by_an_open_question_about_how_it_went(text: str) -> None:
    assert_good("C14", went(text))


@pytest.mark.parametrize(
    "text",
    [
        "Never mind. There is always next week.",
        "The ward was full. Will you ring him this week?",
        "The ward was full. What will you do now, and on which day?",
    ],
)
def test_c14_is_not_met_by_comfort_a_closed_question_or_the_next_plan(text: str) -> None:
    assert_bad("C14", went(text), "asks nothing")


def test_c14_does_not_apply_where_the_case_does_not_say_what_came_of_it() -> None:
    assert_silent("C14", went("Never mind.", None))


def test_c13_is_not_met_where_another_plan_is_said_back_beside_it() -> None:
    text = (
        "Friday, then: you ring the registrar about the list. And you'll bring a petition to the trust board meeting."
    )
    assert_bad("C13", findings_of_plan(text), "did not plan")
