"""Faults seen by comparing texts, in wordings that no list holds: against the talk, the other lines, what came before."""

import pytest

from evals.rubric import rehearsed, wording
from tests.evals.rubric.practised import ASKED, HEARD, PUSHED, SHORT, WARM, rehearsal
from tests.evals.rubric.talks import RADIOLOGY, assert_bad, assert_good, said, talk_of

OPENING = (RADIOLOGY, "What did he say?")


@pytest.mark.parametrize(
    "advice",
    [
        "There are three doors: stay quiet, speak up, or get somebody else to speak for you.",
        "You can fight it, you can join it, or you can walk away.",
        "Prepare what you want to say, rehearse it with a friend & end on something kind.",
    ],
)
def test_r14_a_list_of_ways_is_premature_whatever_leads_up_to_it(advice: str) -> None:
    assert_bad("R14", talk_of((RADIOLOGY, f"{advice} What did he say?")), "advice")


def test_r14_the_words_for_a_step_are_no_second_step() -> None:
    step = 'You could ask him for five minutes. You might say: "I hung up, and I would like to hear why you said no."'
    assert_good("R14", talk_of(OPENING, ("he said ask your consultant", step)))


@pytest.mark.parametrize("lead", ["", "I'll try you again on this, ", "Sorry, we left this one hanging, "])
def test_r4_a_question_asked_before_is_the_same_whatever_leads_up_to_it(lead: str) -> None:
    question = "what does it spare you to hang up?"
    assert_bad("R4", talk_of((RADIOLOGY, "What does it spare you to hang up?"), ("dunno", lead + question)), "before")


@pytest.mark.parametrize("scale", ["Zero is no chance, ten is certain.", "Give me a number, ten being rock solid."])
def test_r4_a_number_just_given_is_asked_for_again_by_a_scale_and_a_bare_question(scale: str) -> None:
    sure = said("confidence", "seven, i reckon")
    assert_bad("R4", talk_of(OPENING, (sure, f"{scale} Where are you?")), "number")
    assert_good("R4", talk_of(OPENING, (sure, f"{scale} What would have to happen for the eight to be yours?")))


def test_p1_words_that_nothing_marks_are_a_coachs_where_all_other_lines_are_marked() -> None:
    bare = "She folds her arms and waits."
    assert_bad("P1", rehearsal((ASKED, WARM), (HEARD, WARM), (PUSHED, bare)), "in the part")
    assert_good("P1", rehearsal((ASKED, "Busy."), (HEARD, "Busy, still."), (PUSHED, "No, not on a Monday.")))


def test_what_the_other_says_is_not_only_what_they_quote() -> None:
    assert rehearsed.spoken('"I just feel that", oh, listen to yourself, going on about it!').startswith('"I just')
    assert rehearsed.spoken(SHORT) == "Busy. Was there something?"


def test_steps_that_are_counted_off_in_a_line_are_a_list() -> None:
    assert wording.bullets("Step 1: pause Step 2: breathe Step 3: listen") == 3
    assert wording.bullets("1 - stop 2 - think 3 - ask") == 3
    assert wording.bullets("It took from 9 - the start - to 5 - the end.") == 0
