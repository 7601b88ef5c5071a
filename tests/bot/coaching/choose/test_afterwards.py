"""After the plan was said back: what is new and personal is taken up, and nobody is told that the plan stands."""

from datetime import UTC, datetime

import pytest

from tests.bot.small_world import Talk, to_the_plan


def closed(*more: str) -> Talk:
    talk = to_the_plan()
    talk.at = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
    talk.say("I'll ask the porters on Thursday", "if they are busy then I'll come back at lunch, 8 of 10", *more)
    return talk


@pytest.mark.parametrize(
    "said",
    [
        "My brother was a porter here once and I've never told anyone on the ward.",
        "I'm so scared they will see that I have no idea what I am doing.",
        "I shouted at one of them last week and I am ashamed of it.",
        "Nobody here knows that my mother is dying, and I go home and cannot sleep.",
        "When I was at school I was the one who emptied them, for a punishment.",
        "Oh. I've only ever looked at it from the ward's side of the door.",
    ],
)
def test_something_personal_is_taken_up(said: str) -> None:
    talk = closed(said)
    assert talk.moves[-1] == "follow_up"
    assert not talk.turns[-1].state.closed
    assert talk.turns[-1].state.commitment is not None
    assert "plan stands" not in talk.replies[-1]
    assert talk.replies[-1].count("?") == 1


@pytest.mark.parametrize(
    "said",
    [
        "ok",
        "thanks so much",
        "thank you, I feel much lighter",
        "right then, bye",
        "that's all",
        "I must run now, cheers",
    ],
)
def test_a_word_at_the_door_is_not(said: str) -> None:
    talk = closed(said)
    assert talk.moves[-1] != "follow_up"
    assert talk.turns[-1].state.closed


@pytest.mark.parametrize(
    "said",
    [
        "There are nine of them on a late shift and only two who have a key to the yard.",
        "They come at four on most days, and on Sunday they do not come at all, says the clerk.",
    ],
)
def test_a_remark_is_heard_without_the_plan_being_defended(said: str) -> None:
    reply = closed(said).replies[-1]
    assert "stands as it is" not in reply
    assert '"' in reply or "?" in reply


def test_when_it_was_taken_up_the_plan_is_not_summed_up_again() -> None:
    talk = closed("I shouted at one of them last week and I am ashamed of it.", "thanks")
    assert talk.moves.count("close") == 1
    assert talk.turns[-1].state.closed


def test_a_day_told_in_passing_leaves_the_plan_as_it_was() -> None:
    talk = closed("I shouted at one of them on Monday and I have been ashamed of it all this week.")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.when == "on Thursday"


@pytest.mark.parametrize(
    "said",
    [
        "ok. and what do i say about 33%",
        "but what number do i give him on friday",
        "how do i put it to the CD",
        "thanks. who do i tell first",
        "should I email the matron before?",
    ],
)
def test_a_question_after_the_end_is_asked_on_and_moves_no_plan(said: str) -> None:
    talk = closed()
    plan = talk.turns[-1].state.commitment
    talk.say(said)
    assert talk.moves[-1] == "follow_up"
    assert talk.turns[-1].state.commitment == plan
    assert talk.replies[-1].count("?") == 1
    talk.say("I'd go with the lower one on Monday")
    assert talk.turns[-1].state.commitment == plan
    assert talk.turns[-1].state.closed


def test_a_line_for_the_plans_own_talk_is_given_after_the_end() -> None:
    assert closed("how do i start that with them?").moves[-1] == "give_step"


@pytest.mark.parametrize("said", ["can we make it Friday instead?", "make it Friday please"])
def test_a_change_asked_for_is_no_question(said: str) -> None:
    plan = closed(said).turns[-1].state.commitment
    assert plan is not None
    assert "Friday" in (plan.when or "")


def test_a_what_if_after_the_end_is_the_snag_and_its_answer_is_put_beside_the_first() -> None:
    talk = closed("cheers. what if nobody answers the text tho")
    assert talk.moves[-1] == "ask_obstacle"
    talk.say("I'd ring the desk")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert "come back at lunch" in (plan.if_then or "")
    assert "ring the desk" in (plan.if_then or "")
    assert talk.turns[-1].state.closed
