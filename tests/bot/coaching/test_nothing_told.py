"""A shrug, or a word that only wants the talk to go on, is told from an answer that begins like one."""

import pytest

from bot.coaching.nothing_told import tells_nothing


@pytest.mark.parametrize(
    "text", ["not sure tbh", "hm. dont know", "hard to say", "i don't know really", "No idea.", "er, dunno, honestly"]
)
def test_a_shrug(text: str) -> None:
    assert tells_nothing(text) == "unsure"


@pytest.mark.parametrize("text", ["right. what now then", "ok", "ok so what next", "go on then"])
def test_only_wants_it_to_go_on(text: str) -> None:
    assert tells_nothing(text) == "next"


@pytest.mark.parametrize(
    "text",
    [
        "dunno. never asked. nobody does",
        "no idea what she wants",
        "not sure who owns it",
        "the first one. the other can wait",
        "he knows",
        "",
    ],
)
def test_whoever_tells_something_is_heard(text: str) -> None:
    assert tells_nothing(text) is None
