"""Asking on from what was just said: what is painful at any stage, an insight while exploring."""

import itertools
import re

import pytest

from bot.coaching.kinds import Stage
from tests.bot.small_world import Talk, coach, to_the_plan
from tests.fakes import FakeListener


def test_something_painful_is_stayed_with_at_any_stage() -> None:
    first = Talk().say("The bins were full and I wept by the lift.")
    assert first.move.name == "follow_up"
    assert first.state.stage is Stage.REALITY
    late = to_the_plan()
    before = late.turns[-1].state.stage
    turn = late.say("I wept on the way home, and nobody there knows about it")
    assert turn.move.name == "follow_up"
    assert turn.state.stage is before
    assert re.search(r"What was it that brought them\?|Which moment was it\?", turn.reply.text)


def test_an_insight_is_asked_about_while_exploring_and_in_its_own_words() -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    turn = talk.say("Come to think of it, I have never asked my porters.")
    assert turn.move.name == "follow_up"
    assert "{" not in turn.reply.text
    assert "your porters" in turn.reply.text or "still unasked" in turn.reply.text
    assert turn.reply.text.count("?") == 1


def test_the_same_thing_is_not_taken_up_twice() -> None:
    talk = Talk()
    talk.say("The bins were full and I wept by the lift.", "A tidy ward by Monday.")
    again = talk.say("As it was, I wept, and then I went home.")
    assert not again.move.line.startswith("uptake:")
    assert "tears" not in again.reply.text


def test_a_story_that_goes_on_is_stayed_with_three_times_at_most_and_never_twice_running() -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    lines = [talk.say(f"They stand there for days and days in row {row} of the yard").move.line for row in range(6)]
    deepened = [line.startswith("deepen:") for line in lines]
    assert deepened[0]
    assert sum(deepened) == 3
    assert not any(one and other for one, other in itertools.pairwise(deepened))


def test_what_others_did_is_asked_about_before_the_next_unknown() -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    turn = talk.say("The sister sighed and went on with the list.")
    assert turn.move.name == "follow_up"
    assert "sigh" in turn.reply.text


def test_the_aim_waits_one_turn_for_an_insight_and_no_longer() -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "It struck me that I never asked my porters about it.")
    assert talk.moves[-1] == "follow_up"
    talk.say("They would say that the lift is too slow for two rounds.")
    assert talk.moves[-1] == "ask_aim"


def test_what_a_message_amounts_to_is_taken_up_and_asked_on_from() -> None:
    talk = Talk(coach(listener=FakeListener({"kept_quiet": r"\blooked away\b"})))
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    turn = talk.say("I looked away and counted the tiles")
    assert turn.move.name == "follow_up"
    assert re.search(r"You held it back\.|It stayed unsaid\.|Nothing was said of it\.", turn.reply.text)
    assert turn.reply.text.count("?") == 1


def test_an_opening_is_not_read_for_what_it_amounts_to() -> None:
    turn = Talk(coach(listener=FakeListener({"kept_quiet": r"\blooked away\b"}))).say(
        "The bins were full and I looked away."
    )
    assert turn.reading.uptakes == ()


def test_words_that_prove_something_telling_come_before_what_a_model_finds() -> None:
    talk = Talk(coach(listener=FakeListener({"kept_quiet": r"."})))
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    turn = talk.say("Come to think of it, I have never asked my porters.")
    assert [one.id for one in turn.reading.uptakes] == ["unasked"]


def test_a_bare_answer_amounts_to_nothing() -> None:
    talk = Talk(coach(listener=FakeListener({"kept_quiet": r"."})))
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    assert talk.say("ok").reading.uptakes == ()


def test_what_is_only_likely_is_asked_on_from_and_not_said() -> None:
    talk = Talk(coach(listener=FakeListener({"nobody_owns": r"\bcorridor\b"}, unsure=("nobody_owns",))))
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    turn = talk.say("They stand in the corridor for days")
    assert turn.move.name == "follow_up"
    assert "corridor" in turn.reply.text
    assert not re.search(r"nobody's|no owner|leaves it to another", turn.reply.text)
    assert re.search(r"Who might take it|Whose was it once|get lost|come so", turn.reply.text)


def test_what_would_hurt_if_wrong_is_not_even_asked_about_unless_sure() -> None:
    talk = Talk(coach(listener=FakeListener({"hides_it": r"."}, unsure=("hides_it",))))
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    assert talk.say("They stand in the corridor for days").reading.uptakes == ()


def test_no_more_than_two_questions_in_a_row_ask_on() -> None:
    gists = FakeListener({"kept_quiet": r"\bquiet\b", "nobody_owns": r"\bcorridor\b"})
    talk = Talk(coach(listener=gists))
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    talk.say("I kept quiet about the bins", "They stand in the corridor for days", "The sister sighed at that")
    assert talk.moves[-3:-1] == ["follow_up", "follow_up"]
    assert talk.moves[-1] != "follow_up"


def test_no_idea_with_something_told_is_an_answer() -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    turn = talk.say("no idea, I have never asked my porters")
    assert turn.move.name == "follow_up"
    assert "your porters" in turn.reply.text or "still unasked" in turn.reply.text


def test_a_death_is_stayed_with_before_any_other_question_and_once() -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "My dad used to empty them.")
    turn = talk.say("he died in February, before I got my number")
    assert turn.move.line == "loss"
    assert "I am sorry." in turn.reply.text
    assert turn.reply.text.count("?") == 1
    assert talk.say("he died before he could see the yard, you know").move.line != "loss"


@pytest.mark.parametrize(
    "text", ["the battery died in my bleep", "the idea died a death", "she died laughing at my slides"]
)
def test_what_only_sounds_like_a_death_is_none(text: str) -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.")
    assert talk.say(text).move.line != "loss"
