"""What a model is told that it is, said on to the doctor, is its prompt."""

import pytest

from tests.bot.coaching.drafting.vetting.ground import codes, reply

QUESTION = "Who else knows that the list is changed at five?"


@pytest.mark.parametrize(
    "line",
    ["You are a leadership coach for NHS doctors.", "You act as a kind assistant.", "The list changes at five, e1."],
)
def test_what_it_was_told_that_it_is_gives_the_prompt_away(line: str) -> None:
    assert "prompt_leak" in codes(reply(line, QUESTION))


def test_what_the_doctor_is_to_others_does_not() -> None:
    assert "prompt_leak" not in codes(reply("You are the one who rings a desk.", QUESTION))
