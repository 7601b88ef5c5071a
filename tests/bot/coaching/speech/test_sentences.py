"""Sentences are cut where people end them, and their places are exact."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.speech.sentences import places


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in places(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Dear all,\n\nWe lose an hour. What helps?\nThanks",
            ["Dear all,", "We lose an hour.", "What helps?", "Thanks"],
        ),
        ("We meet at 9.30. Bring e.g. your list.", ["We meet at 9.30.", "Bring e.g. your list."]),
        ("Ask Dr. [name] first. She knows.", ["Ask Dr. [name] first.", "She knows."]),
        ("She left at 5 p.m. on Friday. It was 5 p.m. Then we rang.", None),
        ("- beds\n2) porters\n• lifts", ["beds", "porters", "lifts"]),
        ("we are short again. can u help? ta", ["we are short again.", "can u help?", "ta"]),
        ("Sorry to ask... but maybe Tuesday", ["Sorry to ask... but maybe Tuesday"]),
        ("That is done.Can you check?", ["That is done.", "Can you check?"]),
        ("Thanks 🙏 See you there", ["Thanks 🙏", "See you there"]),
        ("Plan B. We go.", ["Plan B.", "We go."]),
        ("We can't. Management won't.", ["We can't.", "Management won't."]),
    ],
)
def test_a_text_is_cut_where_people_end_a_sentence(text: str, sentences: list[str] | None) -> None:
    expected = sentences or ["She left at 5 p.m. on Friday.", "It was 5 p.m.", "Then we rang."]
    assert _cut(text) == expected


def test_a_line_that_a_mail_program_wrapped_is_one_sentence() -> None:
    text = "We would like to begin the round at the far end of the long corridor\nso that the sickest are seen first."
    assert places(text) == ((0, len(text)),)


def test_messages_without_full_stops_are_cut_at_their_lines() -> None:
    first = "the bit that gets me is being rung about the same fluids three times in a night"
    assert _cut(f"{first}\nwhat would help") == [first, "what would help"]


@given(st.text(alphabet="ab .?!\n-*[]name…,'\"1", max_size=80))
def test_places_are_in_order_apart_and_without_space_at_their_edges(text: str) -> None:
    found = places(text)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)
