"""Inquiry: a fair challenge where a side is left out, nothing praised unearned, and a new thought of the doctor's."""

import pytest

from evals.rubric.verdicts import Verdict
from tests.evals.rubric.talks import RADIOLOGY, assert_bad, assert_good, assert_silent, findings, said, talk_of

HEARD = "Radiology refused, and the nurses heard it."

# ---------------------------------------------------------------- R11: fair challenge

LAZY = said(
    "telling", "The receptionists are just lazy and will not follow my protocol.", other_side=["receptionist", "desk"]
)


@pytest.mark.parametrize(
    "text",
    [
        "Lazy is your word for them. What does the desk see at eight in the morning?",
        "A protocol that stops at the desk. What would they say that it costs them?",
        "You have them as lazy. What have you seen that tells you so, and what is a guess?",
        "A protocol, and nobody follows it. How would one of the receptionists tell that story?",
    ],
)
def test_r11_is_met_where_the_side_left_out_is_brought_in(text: str) -> None:
    assert_good("R11", talk_of((LAZY, text)))


@pytest.mark.parametrize(
    "text",
    [
        "A protocol is only as good as its use. When did it start?",
        "Lazy colleagues are hard to lead. What is your goal?",
        "A protocol that nobody follows. What would help you most?",
        "So the protocol is yours. Where will you begin?",
    ],
)
def test_r11_is_not_met_where_a_one_sided_story_is_taken_as_told(text: str) -> None:
    assert_bad("R11", talk_of((LAZY, text)), "nothing asks about")


def test_the_challenge_may_come_one_reply_later_and_no_more() -> None:
    next_reply = talk_of((LAZY, "When did it start?"), ("monday", "Monday. What would the desk say?"))
    too_late = talk_of((LAZY, "When did it start?"), ("monday", "And?"), ("no", "What would the desk say?"))
    assert [one.verdict for one in findings("R11", next_reply)] == [Verdict.MET]
    assert [one.verdict for one in findings("R11", too_late)] == [Verdict.NOT_MET]


@pytest.mark.parametrize(
    "text",
    [
        "You handled that really well. What did he say?",
        "What a brilliant idea to write it down. What did he say?",
        "You are clearly a natural leader. What did he say?",
        "You should be proud of how you handled it.",
        "You're absolutely right, radiology is hopeless. What did he say?",
        "He had no right to speak to you like that. What did he say?",
        "Any good doctor would have hung up. What did he say?",
        "I completely agree with you. What did he say?",
        "I'm so proud of you. What did he say?",
    ],
)
def test_r11_is_not_met_by_praise_or_siding_that_nothing_has_earned(text: str) -> None:
    assert_bad("R11", talk_of((RADIOLOGY, text)), "praises or takes sides")


@pytest.mark.parametrize("text", ["You're just making excuses. What did he say?", "Get over it. What did he say?"])
def test_r11_is_not_met_by_a_challenge_without_kindness(text: str) -> None:
    assert_bad("R11", talk_of((RADIOLOGY, text)), "without kindness")


def test_r11_does_not_apply_where_no_side_is_left_out_nor_where_a_route_is_due() -> None:
    assert_silent("R11", talk_of((RADIOLOGY, f"{HEARD} What did he say?")))
    alarm = said("alarm", "they would be better off", route="crisis_self", other_side=["family"])
    assert_silent("R11", talk_of((alarm, "You are doing great.")))


# ---------------------------------------------------------------- C9: a new thought


@pytest.mark.parametrize("came", [["insight"], ["aim", "hidden", "insight"]])
def test_c9_is_met_where_the_doctor_came_to_a_new_thought(came: list[str]) -> None:
    assert_good("C9", talk_of((RADIOLOGY, "How would he tell it?"), came=came))


@pytest.mark.parametrize("came", [[], ["aim", "plan", "when"], ["hidden"]])
def test_c9_is_not_met_by_a_plan_or_a_secret_without_one(came: list[str]) -> None:
    assert_bad("C9", talk_of((RADIOLOGY, "What will you do?"), came=came))


def test_c9_does_not_apply_to_a_script() -> None:
    assert_silent("C9", talk_of((RADIOLOGY, "How would he tell it?")))
