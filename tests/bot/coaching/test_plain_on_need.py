"""A pattern that is compiled on need does all that one compiled at once does."""

import re

import pytest

from bot.coaching.plain import OnNeed

_SOURCE = r"\b(no|not)\b"
_TEXT = "No, not yet"


def test_it_finds_the_same_places_as_a_pattern_compiled_at_once() -> None:
    late, at_once = OnNeed(_SOURCE, re.I), re.compile(_SOURCE, re.I)
    assert [one.span() for one in late.finditer(_TEXT)] == [one.span() for one in at_once.finditer(_TEXT)]
    assert late.findall(_TEXT) == at_once.findall(_TEXT) == ["No", "not"]
    assert late.split(_TEXT, 1) == at_once.split(_TEXT, 1)
    for ours, theirs in (
        (late.search(_TEXT, 1), at_once.search(_TEXT, 1)),
        (late.match(_TEXT, 4), at_once.match(_TEXT, 4)),
        (late.fullmatch("not"), at_once.fullmatch("not")),
    ):
        assert ours is not None
        assert theirs is not None
        assert ours.span() == theirs.span()


def test_it_puts_words_in_the_place_of_what_is_found() -> None:
    late = OnNeed(_SOURCE, re.I)
    assert late.sub("ja", _TEXT, 1) == "ja, not yet"
    assert late.sub(lambda found: found[0].upper(), _TEXT) == "NO, NOT yet"


def test_nothing_is_compiled_before_it_is_asked_and_then_once() -> None:
    late = OnNeed("(")
    with pytest.raises(re.error):
        late.search("a")
    sound = OnNeed("a")
    assert sound.pattern() is sound.pattern()
