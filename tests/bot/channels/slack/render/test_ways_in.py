"""The suggested ways into a conversation, and the ids that buttons carry."""

import pytest

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import letters
from bot.ports.people import Outcome
from tests.bot.channels.slack.render.samples import HARMFUL, WORDS, commitment


def test_there_are_always_four_ways_in_and_open_commitments_come_first() -> None:
    done = commitment(1, what="go home", outcome=Outcome.KEPT)
    asked = letters.suggested_prompts(WORDS, [done, commitment(2), commitment(3), commitment(4)], 9)
    assert [one["title"] for one in asked[:2]] == ["How it went: ask the porters"] * 2
    assert asked[0]["message"].endswith("what I decided to do: ask the porters")
    assert len(asked) == 4
    assert all(set(one) == {"title", "message"} for one in asked)


def test_the_ways_in_follow_the_time_of_day() -> None:
    morning, evening, unknown = (letters.suggested_prompts(WORDS, [], hour)[0]["title"] for hour in (8, 19, None))
    assert len({morning, evening, unknown}) == 3


@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
def test_a_way_in_holds_no_live_markup_and_is_short(text: str) -> None:
    for one in letters.suggested_prompts(WORDS, [commitment(what=text)], None):
        assert not set("<>") & set(one["message"])
        assert len(one["title"]) <= 75
        assert len(one["message"]) <= 1000


def test_what_a_button_is_about_is_read_back() -> None:
    for value, kind, number in (("c:5", ids.SubjectKind.COMMITMENT, 5), ("s:3", ids.SubjectKind.SESSION, 3)):
        assert ids.subject(value) == ids.Subject(kind, number)
        assert ids.Subject(kind, number).value == value


@pytest.mark.parametrize("value", ["", "5", "c:", "x:1", "c:1:2", "c:\u0665", "c:-1", "c:" + "9" * 30, "c:1\n"])
def test_a_value_that_is_none_of_ours_is_about_nothing(value: str) -> None:
    assert ids.subject(value) is None
