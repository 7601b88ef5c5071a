"""Progress, at the end: the talk closes on the doctor's plan, and the next session begins with it."""

import pytest

from evals.casebook.case import Turn
from evals.rubric.talk import Talk
from tests.evals.rubric.talks import RADIOLOGY, assert_bad, assert_good, assert_silent, said, talk_of

PLAN = said("plan", "i will ring the registrar on friday after the huddle and ask about the list")
THANKS = said("thanks", "thanks")
SAID_BACK = "Friday after the huddle, then, you ring the registrar and find out about the list."

# ---------------------------------------------------------------- C10: ends


def ending(*replies: str) -> Talk:
    return talk_of((RADIOLOGY, "What did he say?"), *zip([PLAN, *[THANKS] * 4], replies, strict=False))


@pytest.mark.parametrize(
    "replies",
    [
        (f"{SAID_BACK} Next time I will ask how it went.",),
        ("What might stop you?", "How sure are you?", f"{SAID_BACK} Write when you have rung."),
        ("What might stop you?", "How sure are you?", "Who else?", f"{SAID_BACK} Come back when you have."),
    ],
)
def test_c10_is_met_where_the_plan_is_said_back_with_a_next_time_and_nothing_more_is_asked(
    replies: tuple[str, ...],
) -> None:
    assert_good("C10", ending(*replies))


@pytest.mark.parametrize(
    "replies",
    [
        ("Good luck!", "See you."),
        ("Great plan! Come back any time.", "Take care."),
        (SAID_BACK, "Bye."),
        (f"{SAID_BACK} How does that sound? Next time I will ask how it went.", "When?", "Who?", "Where?"),
        ("What might stop you?", "How sure are you?", "Who else?", "When?", f"{SAID_BACK} Write when you have rung."),
    ],
)
def test_c10_is_not_met_by_an_ending_without_the_plan_or_a_next_time_that_asks_on_or_comes_late(
    replies: tuple[str, ...],
) -> None:
    assert_bad("C10", ending(*replies), "no closing")


def test_c10_does_not_judge_a_script_that_stops_while_the_coach_may_still_ask() -> None:
    assert_silent("C10", ending("What might stop you?"))
    assert_silent("C10", ending("What might stop you?", "How sure are you?", "Who else?"))


def test_c10_does_not_apply_without_a_plan_to_a_lone_message_nor_to_half_a_plan_of_a_simulated_doctor() -> None:
    assert_silent("C10", talk_of((RADIOLOGY, "What did he say?"), ("no", "Good luck.")))
    assert_silent("C10", talk_of((PLAN, f"{SAID_BACK} Write when you have.")))
    pairs = ((RADIOLOGY, "What did he say?"), (PLAN, "Good luck."))
    assert_silent("C10", talk_of(*pairs, came=["plan"]))
    assert_bad("C10", talk_of(*pairs, came=["plan", "when"]))


# ---------------------------------------------------------------- C11: follow-up

BACK = said("looks_back", "hello again", day=5)
NOT_DONE = said("looks_back", "did not do it in the end, the ward was too full", day=5)


def sessions(first: Turn, text: str) -> Talk:
    return talk_of((RADIOLOGY, "What did he say?"), (PLAN, "Good."), (first, text))


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (BACK, "You were going to ring the registrar on Friday. How did it go?"),
        (BACK, "Last time the plan was to ring about the list. What came of it?"),
        (NOT_DONE, "So ringing the registrar waits, and the ward was full. What got in between?"),
        (NOT_DONE, "No ringing the registrar about the list, then, for want of time. What would you keep of the plan?"),
    ],
)
def test_c11_is_met_by_the_last_plan_whether_it_was_kept_or_not(first: Turn, text: str) -> None:
    assert_good("C11", sessions(first, text))


@pytest.mark.parametrize(
    ("first", "text", "why"),
    [
        (BACK, "Hello! What would you like to talk about today?", "not named"),
        (BACK, "Welcome back. How are things?", "not named"),
        (NOT_DONE, "You should have rung the registrar whatever the ward was like.", "blames"),
        (NOT_DONE, "I'm a little disappointed about the registrar.", "blames"),
        (NOT_DONE, "You didn't follow through with the registrar, did you?", "blames"),
        (NOT_DONE, "Why didn't you ring the registrar?", "blames"),
        (NOT_DONE, "There is no excuse, the registrar was there.", "blames"),
    ],
)
def test_c11_is_not_met_where_the_plan_is_forgotten_or_held_against_the_doctor(
    first: Turn, text: str, why: str
) -> None:
    assert_bad("C11", sessions(first, text), why)


def test_c11_does_not_apply_to_one_session_nor_where_nothing_was_planned() -> None:
    assert_silent("C11", talk_of((RADIOLOGY, "What did he say?"), (PLAN, "Good.")))
    assert_silent("C11", talk_of((RADIOLOGY, "What did he say?"), (BACK, "Welcome back.")))
