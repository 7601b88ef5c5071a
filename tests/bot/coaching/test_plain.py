"""One spelling for patterns to read: quotes, case and the apostrophes that were left out."""

import re

import pytest

from bot.coaching.plain import AnyCase, plain, sentences


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I didnt  ASK", "i didn't ask"),
        ("im fine, ive said", "i'm fine, i've said"),
        ("She’s “fine”", 'she\'s "fine"'),
        ("theyre late and thats that", "they're late and that's that"),
        ("you cannot win", "you can't win"),
        ("its a mess on its own ward", "it's a mess on its own ward"),
        ("well then", "well then"),
    ],
)
def test_one_spelling(typed: str, read: str) -> None:
    assert plain(typed) == read


def test_a_dash_a_dot_and_a_new_line_end_a_sentence() -> None:
    assert sentences("no idea - she left. Fine... ok\nthurs") == ("no idea", "she left.", "fine", "ok", "thurs")


@pytest.mark.parametrize("source", [r"\bbull(?:y|ied)\b", r"\bA Thing\b", r"^\W*sick\S+ of", r"[^a-z ]"])
@pytest.mark.parametrize(
    "text", ["He BULLIED me", "a thing", "Sick-up of it", "\u017fick-up of it", "bullİed", "it is", ""]
)
def test_a_pattern_that_minds_no_case_tells_the_same_as_with_the_flag(source: str, text: str) -> None:
    assert AnyCase(source).is_in(text) == bool(re.search(source, text, re.I))
