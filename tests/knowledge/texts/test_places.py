"""Extents point into a text by a few words; a mapped text keeps the place of every character it kept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model import Span
from knowledge.texts.extents import find, find_line
from knowledge.texts.mapped import MappedText, enumerated, joined


def at(extent: str, text: str) -> str | None:
    place = find(extent, text)
    return text[place.start : place.end] if place else None


@pytest.mark.parametrize(
    ("extent", "text", "found"),
    [
        ("two words", "one two\n  words three", "two\n  words"),
        ("the bees\u2019 wall", "at the bees' wall", "the bees' wall"),
        ("\u201cold\u201d wall", 'an "old" wall', '"old" wall'),
        ("well-kept wall", "a well-\nkept wall", "well-\nkept wall"),
        ("old \u2026 wall", "an old and\nwarm wall here", "old and\nwarm wall"),
        ("warm \u2026", "an old\nwarm wall \nhere", "warm wall "),
        ("wall", "a wallflower", None),
        ("Wall", "a wall", None),
        ("wall", "a wall12 here", "wall"),
        ("Wall", "oldWall here", "Wall"),
        ("old \u2026 house", "an old wall", None),
    ],
)
def test_an_extent_is_found_over_spacing_quote_marks_and_hyphens(extent: str, text: str, found: str | None) -> None:
    assert at(extent, text) == found


def test_a_heading_is_found_only_where_it_stands_alone() -> None:
    text = "1 Walls\t4\n\nOn 1 Walls we speak.\n\n1 Walls12\n\nText"
    place = find_line("1 Walls", text)
    assert place is not None
    assert place.start == text.rindex("1 Walls")
    assert find_line("1 Trees", text) is None


def test_replacing_keeps_the_places_of_what_stays() -> None:
    text = MappedText.of("..dayto-day..", Span(2, 11)).replace(0, 9, "day-to-day")
    assert text.text == "day-to-day"
    assert [offset for offset in text.at if offset != -1] == list(range(2, 11))


def test_markup_taken_away_keeps_the_places_of_the_words() -> None:
    received = "the *old* wall"
    text = MappedText.of(received, Span(0, len(received))).sub(re.compile(r"\*(\w+)\*"), r"\1")
    assert text.text == "the old wall"
    assert text.at[4:7] == (5, 6, 7)
    assert text.spans(received) == (Span(0, 14),)


def test_a_span_goes_on_over_white_space_line_end_hyphens_and_bullets() -> None:
    received = "a co-\nworker\n\n > and bees"
    text = joined(
        [MappedText.of(received, span) for span in (Span(0, 4), Span(6, 12), Span(17, 25))],
        " ",
    )
    assert text.spans(received) == (Span(0, 25),)


def test_a_list_in_running_text_has_a_mark_after_each_item() -> None:
    parts = [MappedText.ours(words) for words in ("walls", "bees.", "\u201cbeans.\u201d", "trees")]
    assert enumerated(parts).text == "walls; bees. \u201cbeans.\u201d trees"


@given(st.text(alphabet="ab \n\t\u00a0", max_size=30))
def test_folding_keeps_every_letter_at_its_place(received: str) -> None:
    folded = MappedText.of(received, Span(0, len(received))).folded()
    assert folded.text == " ".join(received.split())
    for character, offset in zip(folded.text, folded.at, strict=True):
        assert received[offset] == character or (character == " " and received[offset].isspace())
