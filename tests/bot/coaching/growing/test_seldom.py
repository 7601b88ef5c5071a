"""A pattern kept back until a word stands that it cannot match without."""

from bot.coaching.growing.seldom import Seldom


def test_it_finds_what_the_whole_pattern_finds() -> None:
    pattern = Seldom(r"\b(?P<who>he|she) never (?P<verb>[a-z]+)", needs="never")
    found = [one["verb"] for one in pattern.finditer("She NEVER asks, and he never listens")]
    assert found == ["asks", "listens"]


def test_without_the_word_it_is_not_even_compiled() -> None:
    assert list(Seldom("(", needs="never").finditer("she asks every time")) == []
