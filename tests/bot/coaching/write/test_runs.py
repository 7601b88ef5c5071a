"""Which words are handed back: whole where they would lose their meaning, named where they only point."""

import pytest

from bot.coaching.write.handing_back import _with_its_end
from tests.bot.small_world import Talk


@pytest.mark.parametrize(
    ("words", "text", "whole"),
    [
        ("she said we can go", "she said we can go and take the bins, then", "she said we can go and take the bins"),
        ("the clerk says sign it", "the clerk says sign it and get out. fine", "the clerk says sign it and get out"),
        ("he can't have known", "he can't have known if nobody rang him, so", "he can't have known if nobody rang him"),
        ("they won't come", "they won't come unless we ask.", "they won't come unless we ask"),
        ("the bins are full", "the bins are full and green", "the bins are full"),
        ("the bins are full", "the bins are full, if you ask me", "the bins are full"),
        ("I rang her", "I rang her and she came", "I rang her"),
        ("he told us", "he told us. and left", "he told us"),
        ("not there", "the bins are full", "not there"),
    ],
)
def test_what_is_said_and_what_holds_only_if_keeps_its_end(words: str, text: str, whole: str) -> None:
    assert _with_its_end(words, text) == whole


def reply(text: str) -> str:
    return Talk().say("The bins are slow.", text).reply.text


def test_a_line_that_only_points_gives_way_to_the_one_that_names_it() -> None:
    said = reply("there is an old man who brings his own bin. he carries it up every morning. the clerk waves.")
    assert "old man" in said


def test_what_somebody_does_for_a_living_is_no_news() -> None:
    said = reply("i run the bins group on our floor. the porters were told no by finance in front of everybody.")
    assert "run the bins group" not in said


def test_what_weighs_more_in_the_same_sentence_is_handed_back() -> None:
    said = reply("i do about two minutes on the bins and she looks at her watch, it is late.")
    assert "looks at her watch" in said


def test_two_things_that_were_felt_are_said_in_one_sentence() -> None:
    said = reply("My brother is in prison. I was so ashamed in front of the clerk.")
    assert "brother is in prison" in said
    assert "ashamed" in said
    assert '"' not in said


@pytest.mark.parametrize(
    ("text", "handed"),
    [
        ("the clerk gave the yard key to the new porters this week. feels grim", "feels grim"),
        (
            "suppose the clerk would have moaned and been let off it. point is the porters were asked",
            "point is the porters",
        ),
        ("that im lazy? i'd been at the bins since seven with the porters", "that im lazy"),
    ],
)
def test_a_feeling_in_few_words_the_point_and_the_sting_come_first(text: str, handed: str) -> None:
    assert handed in reply(text)


def test_a_settled_fact_gives_way_to_the_matter() -> None:
    assert "is fine now" not in reply("the porter rang twice and nobody in the yard came. he is fine now in the office")
