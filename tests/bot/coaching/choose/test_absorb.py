"""What an answer is taken as: how sure, when, an if, or nothing to keep."""

import pytest

from tests.bot.small_world import Talk, to_the_plan

PLAN = "I'll ask the porters on Thursday"


def planned() -> Talk:
    talk = to_the_plan()
    talk.say(PLAN)
    return talk


@pytest.mark.parametrize("text", ["8", "7/10", "5 tbh"])
def test_a_bare_number_is_how_sure_the_doctor_is_whatever_was_asked_about_the_plan(text: str) -> None:
    talk = planned()
    assert talk.moves[-1] == "ask_obstacle"
    talk.say(text)
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.confidence == int(text[0])
    assert talk.turns[-1].state.obstacle is None
    assert f'"{text}"' not in talk.replies[-1]


def test_a_time_told_late_is_kept_with_the_day_and_is_no_obstacle() -> None:
    talk = planned()
    talk.say("8am")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.when == "on Thursday 8am"
    assert talk.turns[-1].state.obstacle is None


def test_an_if_told_in_answer_to_how_sure_is_kept_as_the_if() -> None:
    talk = planned()
    talk.say("8am", "if they are off then I'll ring them")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.if_then == "if they are off then I'll ring them"


@pytest.mark.parametrize("text", ["no", "nothing really", "not now thanks", "doesn't matter"])
def test_a_refusal_to_name_an_aim_is_not_kept_as_one(text: str) -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.")
    while talk.moves[-1] != "ask_aim":
        talk.say("They stand by the door.")
    talk.say(text)
    assert talk.turns[-1].state.aim == talk.turns[-2].state.aim
    assert talk.moves[-1] != "ask_aim"


def test_a_time_told_in_answer_to_how_sure_is_kept_as_the_time() -> None:
    talk = planned()
    talk.say("if they are off then I'll ring them", "at lunch")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.when == "on Thursday at lunch"


def test_a_yes_to_the_snag_is_no_snag() -> None:
    talk = planned()
    talk.say("Yes, but not by email")
    assert talk.turns[-1].state.obstacle is None
    assert "email" not in talk.replies[-1]


def test_a_message_that_is_only_asked_about_is_remembered() -> None:
    talk = Talk()
    talk.say("The bins are full again and I stand at the cliff.", "no", "They stand by the door.")
    assert "cliff" in talk.turns[-1].state.memory[0].text


@pytest.mark.parametrize(
    "text",
    [
        "go on then",
        "carry on please",
        "that isn't a plan",
        "what would I even say?",
        "I told them and they laughed",
    ],
)
def test_what_is_no_plan_is_not_stored_as_one(text: str) -> None:
    talk = to_the_plan()
    talk.say(text)
    assert talk.turns[-1].state.commitment is None


def test_a_day_told_first_waits_for_the_act() -> None:
    talk = to_the_plan()
    talk.say("Thursday.", "I'll ask the porters")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert (plan.what, plan.when) == ("ask the porters", "Thursday")


def test_a_plan_that_was_none_is_taken_back() -> None:
    talk = planned()
    talk.say("I did not say that I will do it, I only said maybe")
    assert talk.turns[-1].state.commitment is None
    assert "obstacle" not in talk.turns[-1].state.expecting


def test_the_last_number_counts_where_a_low_one_was_raised() -> None:
    talk = planned()
    talk.say("nothing will", "6", "if I only ask one of them. 8 then")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert (plan.confidence, plan.easier) == (8, "if I only ask one of them")
    assert talk.moves[-1] == "close"


def test_an_if_told_with_the_plan_is_not_asked_for() -> None:
    talk = to_the_plan()
    talk.say(f"{PLAN}. If they are off I'll ring them. I'm quite sure I will do it")
    assert talk.moves[-1] == "close"


def test_several_ideas_are_named_back_and_none_is_taken_for_the_plan() -> None:
    talk = Talk()
    talk.until("ask_options", most=16)
    talk.say("maybe ask the porters, or write to the lead. I doubt the last")
    assert talk.turns[-1].state.options == ("ask the porters", "write to the lead")
    assert talk.turns[-1].state.commitment is None
    assert talk.moves[-1] == "ask_commitment"
    assert '"ask the porters" and "write to the lead"' in talk.replies[-1]


def test_only_a_day_in_answer_to_what_else_settles_on_the_one_idea() -> None:
    talk = Talk()
    talk.until("ask_options", most=16)
    talk.say("i could ask the porters what they would pick", "Tuesday after the huddle")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert (plan.what, plan.when) == ("ask the porters what they would pick", "Tuesday after the huddle")
    assert talk.moves[-1] == "ask_obstacle"


def test_an_idea_told_in_full_before_is_the_plan_that_a_short_answer_names() -> None:
    talk = to_the_plan()
    talk.say("I could ask the porters what they would move first. Or paint the lids red.", "Ask the porters. On Friday")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.what.casefold() == "ask the porters what they would move first"
    assert plan.when == "On Friday"
