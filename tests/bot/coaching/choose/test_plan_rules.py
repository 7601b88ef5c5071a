"""A plan said plainly is taken, asked for or not; and a doctor who comes back is met with what became of it."""

import pytest

from bot.coaching.choose.plan_words import is_plain
from bot.coaching.model import State
from tests.bot.small_world import Talk, to_the_plan

PLAIN = "i'll catch her after teaching on wednesday"


@pytest.mark.parametrize("expecting", ["free", "debriefed", "draft", ""])
def test_firm_words_with_a_day_are_a_plan_whatever_was_asked(expecting: str) -> None:
    assert is_plain(PLAIN, State(turn=3, expecting=expecting))


@pytest.mark.parametrize(
    "text",
    [
        "should i tell him on friday?",
        "i'll see him friday",
        "Dear Sue,\n\nI'll bring the numbers on Tuesday.",
        "i might ask her on friday",
        "he said i'll ask her on friday",
    ],
)
def test_a_question_an_event_a_letter_or_a_maybe_is_none(text: str) -> None:
    assert not is_plain(text, State(turn=3, expecting="free"))


def test_after_a_debrief_a_bare_act_with_its_day_is_one() -> None:
    text = "my consultant, friday, after the list. ask what he'd like me to do"
    assert is_plain(text, State(turn=3, expecting="debriefed"))
    assert not is_plain("that went fine", State(turn=3, expecting="debriefed"))


def closed() -> Talk:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", "if they are busy then I'll come back at lunch, 8 of 10")
    assert talk.moves[-1] == "close"
    return talk


@pytest.mark.parametrize("text", ["stop asking me about it", "no. never asked. don't nag"])
def test_annoyance_is_owned_and_the_plan_may_be_dropped(text: str) -> None:
    talk = closed()
    talk.say("hello again", text)
    assert "stop asking" in talk.replies[-1] or "no more chasing" in talk.replies[-1]
    talk.say("drop it")
    assert talk.turns[-1].move.line == "look:let_go"


def test_nothing_more_ends_it() -> None:
    talk = closed()
    talk.say("hello again", "yes did it", "they were pleased", "nothing. that'll do")
    assert talk.moves[-1] == "end"


def test_an_answer_to_what_may_stop_it_with_what_then_is_not_asked_for_again() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", "the round overruns. i'd email them")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert (plan.obstacle, plan.if_then) == ("the round overruns", "email them")
    assert talk.moves[-1] == "ask_confidence"


def test_an_aside_is_no_snag() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", "thank you coach")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.obstacle is None


def test_the_day_of_an_idea_told_just_before_makes_it_the_plan() -> None:
    talk = Talk()
    talk.say(
        "The bins are full again and nobody looks.", "They stand by the door.", "It smells.", "could ask the porters"
    )
    talk.say("thursday")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert (plan.what, plan.when) == ("ask the porters", "thursday")


def test_what_will_go_wrong_with_oneself_is_no_plan() -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "They stand by the door.", "It smells.")
    talk.say("I'll cave tomorrow when it's busy")
    assert talk.turns[-1].state.commitment is None


def test_what_is_to_be_asked_belongs_to_the_step_and_not_to_its_day() -> None:
    talk = to_the_plan()
    talk.say("i'll ask the porters on monday which bins are worst")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.what == "ask the porters which bins are worst"
    assert plan.when == "on monday"
