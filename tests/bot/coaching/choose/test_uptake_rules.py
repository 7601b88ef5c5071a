"""Asking on from what was just said: what is painful at any stage, an insight while exploring."""

import re

from bot.coaching.model import Stage
from tests.bot.small_world import Talk, to_the_plan


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
    assert again.move.name != "follow_up"
    assert "tears" not in again.reply.text


def test_what_others_did_is_asked_about_where_no_open_question_lies_near() -> None:
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
