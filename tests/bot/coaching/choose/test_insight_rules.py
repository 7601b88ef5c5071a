"""An insight gets a pause and one question on what it changes, wherever the talk stands."""

import pytest

from tests.bot.small_world import Talk, to_the_plan

SEEN = "Oh. I've only ever looked at the bins from the ward's side."


def exploring(*more: str) -> Talk:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "They are green.", "A tidy ward.", *more)
    return talk


@pytest.mark.parametrize(
    "said",
    [
        SEEN,
        "Maybe nobody's ever told the porter what the green ones are for.",
        "I've been treating it as a matter of who is lazier.",
        "Right. So I want them to ask me and I've asked nobody myself.",
        "Now that I say it out loud it sounds like my own father.",
    ],
)
def test_an_insight_is_stayed_with(said: str) -> None:
    talk = exploring(said)
    assert (talk.moves[-1], talk.turns[-1].state.expecting) == ("follow_up", "insight:0")
    assert talk.replies[-1].count("?") == 1
    assert any(words in talk.replies[-1].split("?")[0] for words in ("change", "looks different", "do otherwise"))


@pytest.mark.parametrize(
    "said",
    ["They stand by the door.", "Nobody has ever told us.", "I have been here since August.", "Oh, they are green."],
)
def test_a_plain_telling_is_not(said: str) -> None:
    assert not exploring(said).turns[-1].state.expecting.startswith("insight:")


def test_it_is_the_words_newly_seen_that_are_handed_back() -> None:
    talk = exploring("They smell and they leak on the floor. " + SEEN)
    assert "only ever looked" in talk.replies[-1]


def test_two_in_a_row_are_not_both_paused_at_and_three_never() -> None:
    talk = exploring(SEEN, "I've been treating it as a matter of who is lazier.")
    assert [one.state.expecting for one in talk.turns].count("insight:0") == 1
    assert not talk.turns[-1].state.expecting.startswith("insight:")
    talk.say("They stand there.", "I've been treating it as a matter of who shouts.", "They leak.", SEEN)
    assert sum(one.move.line.startswith("insight:") for one in talk.turns) == 2


def test_a_plan_told_with_it_comes_first() -> None:
    talk = exploring(f"{SEEN} I'll ask the porters on Thursday.")
    assert talk.turns[-1].state.commitment is not None
    assert talk.moves[-1] != "follow_up"


def test_in_the_middle_of_a_plan_it_is_stayed_with_and_the_plan_goes_on_after_it() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", SEEN)
    assert talk.turns[-1].state.expecting == "insight:0"
    talk.say("It makes me less cross with them.")
    assert talk.turns[-1].state.commitment is not None
    assert talk.moves[-1] in {"ask_obstacle", "ask_confidence"}


def test_a_snag_told_after_it_is_not_asked_for_again() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", SEEN, "they might not want to talk about it")
    assert talk.turns[-1].state.obstacle is not None
    assert talk.turns[-1].state.expecting == "way"


def test_who_has_seen_something_is_not_challenged_at_the_end() -> None:
    talk = Talk()
    talk.say("The bins are full, they are lazy, all of them.", "They are green.", "A tidy ward.", SEEN)
    talk.until("ask_commitment", most=16)
    talk.say("I'll ask the porters on Thursday")
    assert talk.moves[-1] == "ask_obstacle"
