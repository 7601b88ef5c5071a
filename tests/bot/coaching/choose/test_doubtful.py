"""A step that may only be thought about is asked about, not taken down; requests, fears and duties are no plan."""

import pytest

from bot.coaching.model import Commitment
from tests.bot.small_world import Talk

ASKED = "Is that the step"


def told(*more: str) -> Talk:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "They are green.", "A tidy ward.", "They smell.", *more)
    return talk


def plan(talk: Talk) -> Commitment | None:
    return talk.turns[-1].state.commitment


@pytest.mark.parametrize(
    "said",
    [
        "I want to have a word with the porter on Thursday maybe.",
        "I should probably ring the depot on Friday.",
        "I might show them the chart on Monday.",
        "I could catch the manager on Tuesday before the round.",
        "Perhaps I could email the council on Wednesday.",
        "I need to speak to the sister on Monday.",
    ],
)
def test_a_step_that_is_only_thought_of_is_asked_about(said: str) -> None:
    talk = told(said)
    assert plan(talk) is None
    assert talk.moves[-1] == "ask_what"
    assert ASKED in talk.replies[-1]


@pytest.mark.parametrize("answer", ["not sure I'll dare", "I might bottle it when she is there"])
def test_whoever_speaks_of_it_with_fear_has_a_plan_and_its_snag(answer: str) -> None:
    talk = told("I should probably ring the depot on Friday.", answer)
    found = plan(talk)
    assert found is not None
    assert "ring the depot" in found.what
    assert talk.turns[-1].state.obstacle == answer
    assert talk.turns[-1].state.expecting == "way"


@pytest.mark.parametrize("answer", ["Yes", "yes that's it", "that's the step", "I'll do it", "Thursday then, at noon"])
def test_whoever_says_that_it_is_the_step_has_a_plan(answer: str) -> None:
    made = plan(told("I want to have a word with the porter on Thursday maybe.", answer))
    assert made is not None
    assert "word with the porter" in made.what


@pytest.mark.parametrize("answer", ["still thinking", "no, only thinking out loud", "not yet", "Nah"])
def test_whoever_is_still_thinking_has_none_and_is_asked_no_second_time(answer: str) -> None:
    talk = told("I want to have a word with the porter on Thursday maybe.", answer)
    assert plan(talk) is None
    talk.say("I should probably ring the depot on Friday.")
    assert sum(ASKED in one for one in talk.replies) == 1


def test_a_firm_step_is_taken_at_once() -> None:
    made = plan(told("I'll ask the porters on Thursday about it."))
    assert made is not None
    assert made.when == "on Thursday"


@pytest.mark.parametrize(
    "said",
    [
        "Sorry, can I ask the whole thing again on Monday, I lost the thread.",
        "I'm down to do the bin audit on Friday and I have not begun it.",
        "My sister wants me to ring the council on Thursday.",
        "I'm scared that I'll shout at the porter on Thursday and cry.",
        "I was going to ask the porter on Thursday.",
        "The porter could move them on Thursday.",
        "They will empty the yellow ones on Friday.",
        "I always take the lids off on Monday.",
        "How do I ask the porter on Thursday?",
        "She told me to write to the depot on Monday.",
        "I tried to ring the depot on Monday.",
        "Help me tell the porter on Friday.",
    ],
)
def test_what_nobody_has_taken_on_is_no_plan_and_not_asked_about(said: str) -> None:
    talk = told(said)
    assert plan(talk) is None
    assert ASKED not in talk.replies[-1]


@pytest.mark.parametrize("said", ["They could play if they wanted.", "I can see that now it is said.", "6"])
def test_what_is_no_act_is_no_option(said: str) -> None:
    assert told(said).turns[-1].state.options == ()


def test_several_things_thought_of_are_options_and_not_one_step_in_doubt() -> None:
    talk = told("I could ask the porter. I could ring the depot. I could move one by a yard.")
    assert plan(talk) is None
    assert ASKED not in talk.replies[-1]
    assert len(talk.turns[-1].state.options) >= 2
    assert talk.moves[-1] == "ask_commitment"
