"""What may stand as an aim: no wish to be away, none told both ways, no cry of 'how do I get them to'."""

import pytest

from bot.coaching.choose import aim_words
from bot.coaching.commitments import aims
from tests.bot.small_world import Talk


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("I want people to listen for ten minutes", "people to listen for ten minutes"),
        ("I'd like to raise it with him but he's my supervisor", "to raise it with him"),
        ("I want to be firm but not rude", "to be firm but not rude"),
        ("I want to apologise but without grovelling", "to apologise but without grovelling"),
        ("I need to decide whether to apply", "to decide whether to apply"),
        ("I'd love to be able to sleep", "to be able to sleep"),
        ("how do I tell her without making her cry", "how do I tell her without making her cry"),
    ],
)
def test_a_wish_stands(text: str, aim: str) -> None:
    assert aim_words.fit(aims.wish(text), text) == aim


@pytest.mark.parametrize(
    "text",
    [
        "i want to tell them but also want the ground to swallow me",
        "I want to disappear",
        "I just want to go home",
        "I want to quit and I don't want to quit",
        "I want it all to go away, and I want to stay",
        "they think I want to be the boss",
        "how do I get consultants to read the emails",
        "how do I get consultants to care when they never even come",
    ],
)
def test_no_aim_comes_of_it(text: str) -> None:
    assert aim_words.fit(aims.wish(text), text) is None


def test_a_question_asked_for_may_be_the_aim() -> None:
    text = "how do I get consultants to read the emails"
    assert aim_words.fit(aims.asked(text), text, asked=True) == text


def test_what_is_dreaded_is_not_what_is_wanted() -> None:
    assert aim_words.fit("that they'll think im dangerous", "that they'll think im dangerous", asked=True) is None


@pytest.mark.parametrize("text", ["I want to tell them, but I'd rather hide", "part of me wants to tell her and go"])
def test_a_wish_told_both_ways(text: str) -> None:
    assert aim_words.torn(text) == "both"


@pytest.mark.parametrize("text", ["I want to tell them but he is on leave", "she wants it both ways", "it tore me up"])
def test_a_wish_with_a_snag_is_told_one_way(text: str) -> None:
    assert aim_words.torn(text) is None


@pytest.mark.parametrize(
    "text", ["my consultant laughed", "the switchboard puts everything through to me", "we wrote it down", "he left"]
)
def test_what_happens_is_not_what_is_wanted(text: str) -> None:
    assert aim_words.fit(text, text, asked=True) is None


@pytest.mark.parametrize("text", ["the confidence to speak", "my consultant on board", "the list moved", "to be kind"])
def test_a_thing_may_be(text: str) -> None:
    said = f"I want {text}"
    assert aim_words.fit(text, said, asked=True) == text


def test_a_wish_to_be_away_is_told_apart() -> None:
    assert aim_words.torn("honestly I want to disappear when she walks in") == "away"


def test_both_sides_are_heard_and_asked_about_once() -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.")
    talk.say("i want to tell them but also want the ground to swallow me")
    assert talk.moves[-1] == "follow_up"
    assert talk.turns[-1].state.aim is None
    talk.say("i want to tell them but also want the earth to swallow me")
    assert not talk.turns[-1].move.line.startswith("torn:")
