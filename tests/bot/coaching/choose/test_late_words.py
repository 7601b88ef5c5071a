"""After the plan was summed up nothing can have happened yet: a snag and what then are told from a report."""

import pytest

from bot.coaching.choose import late_words
from tests.bot.small_world import Talk, to_the_plan

PLAN = "I'll ask the porters on Thursday"


def ended(*more: str) -> Talk:
    """A talk closed with a plan that has no snag yet."""
    talk = to_the_plan()
    talk.say(PLAN, "nothing really", "8")
    assert talk.moves[-1] == "close"
    talk.say(*more)
    return talk


@pytest.mark.parametrize(
    "text",
    [
        "he'll say no time",
        "she might be off sick",
        "what if she's not there",
        "lunch might not happen",
        "they never have time",
        "theatre overruns",
        "i'll probably bottle it",
        "but the reg will be on leave",
        "mind you he is never there on mondays",
    ],
)
def test_a_snag_told_late(text: str) -> None:
    assert late_words.snag(text)
    assert late_words.way(text) is None


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("then i'll ask for just the one patient", "i'll ask for just the one patient"),
        ("then catch him at the end of the ward round", "catch him at the end of the ward round"),
        ("could always text her", "text her"),
        ("if he says no i'll ask the matron", "if he says no i'll ask the matron"),
        ("or if she's busy, leave a note", "if she's busy, leave a note"),
    ],
)
def test_what_then_told_late(text: str, way: str) -> None:
    assert late_words.way(text) == way


@pytest.mark.parametrize(
    "text",
    [
        "I asked him and he said no",
        "he said no",
        "didn't do it",
        "i bottled it",
        "then I got shouted at",
        "it'll be fine",
        "she'll love it",
        "ill let you know how it goes",
        "that will do",
        "thanks",
        "ok then",
        "make it friday",
        "also my consultant is rude to the nurses",
    ],
)
def test_a_report_or_a_word_at_the_door_is_neither(text: str) -> None:
    assert not late_words.of_the_plan(text)


def test_a_snag_told_after_the_end_is_met_and_then_it_ends() -> None:
    talk = ended("they'll say no time")
    assert talk.moves[-1] == "ask_obstacle"
    assert talk.turns[-1].state.obstacle == "they'll say no time"
    talk.say("then i'll ask for just the one bin")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.if_then == "ask for just the one bin"
    assert "ask for just the one bin" in talk.replies[-1]
    assert talk.turns[-1].state.closed
    assert talk.say("thanks thats it").move.name == "after_closed"


def test_what_then_told_after_the_end_is_put_into_the_plan() -> None:
    talk = ended("then catch them at the end of the round")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.if_then == "catch them at the end of the round"
    assert "You are right" not in talk.replies[-1]
    assert talk.turns[-1].state.closed


def test_what_is_told_in_the_past_is_looked_back_at() -> None:
    assert ended("I asked them and they said yes").moves[-1].startswith("look_back")


def test_a_snag_beside_a_number_is_met_as_well() -> None:
    talk = to_the_plan()
    talk.say(PLAN, "8. lunch might not happen")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert (plan.confidence, talk.turns[-1].state.obstacle) == (8, "lunch might not happen")
    assert talk.moves[-1] == "ask_obstacle"
