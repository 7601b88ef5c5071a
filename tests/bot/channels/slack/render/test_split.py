"""Long text in parts: nothing is lost, nothing is too long, and the borders are where a reader would put them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.channels.slack.render.split import parts, short
from tests.bot.channels.slack.render.samples import harmful

SENTENCES = "The round was long. Nobody asked me anything. I went home and thought about it. "


@given(harmful, some.integers(1, 400))
def test_the_parts_are_the_text_and_none_is_too_long(text: str, limit: int) -> None:
    cut = parts(text, limit)
    assert "".join(cut) == text
    assert all(0 < len(one) <= limit for one in cut)


@given(some.lists(some.text("abcdefgh", min_size=1, max_size=20), min_size=1, max_size=80), some.integers(21, 60))
def test_no_word_is_cut_that_fits(words: list[str], limit: int) -> None:
    cut = parts(" ".join(words), limit)
    assert [word for one in cut for word in one.split()] == words


@given(
    some.lists(
        some.sampled_from(
            ["e\u0301", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f44d\U0001f3fd", "\u2764\ufe0f", "n"]
        ),
        min_size=1,
        max_size=60,
    ),
    some.integers(12, 30),
)
def test_nothing_drawn_as_one_character_is_cut(drawn: list[str], limit: int) -> None:
    rest = list(drawn)
    for one in parts("".join(drawn), limit):
        held = ""
        while len(held) < len(one):
            held += rest.pop(0)
        assert held == one


def test_flags_stay_whole() -> None:
    flag = "\U0001f1ec\U0001f1e7"
    assert all(len(one) % 2 == 0 for one in parts(flag * 50, 7))


def test_a_short_text_is_one_part_and_an_empty_one_none() -> None:
    assert parts("As it is.", 100) == ("As it is.",)
    assert parts("", 100) == ()


def test_paragraphs_come_before_lines_lines_before_sentences_sentences_before_words() -> None:
    assert parts("One two three.\n\nFour five. Six\nseven", 24)[0] == "One two three.\n\n"
    assert parts("One two three.\nFour five. Six seven", 24)[0] == "One two three.\n"
    assert parts("One two three. Four five six seven", 24)[0] == "One two three. "
    assert parts("One two three four five six", 15)[0] == "One two three "


def test_a_border_that_would_leave_a_part_nearly_empty_is_passed_over() -> None:
    assert parts("Hm.\n\n" + SENTENCES * 3, 100)[0].startswith("Hm.\n\nThe round was long.")


def test_a_word_that_fills_a_part_exactly_is_not_cut() -> None:
    assert parts("aaaa bbbb", 4) == ("aaaa", " ", "bbbb")
    assert parts("aaaa bbbb", 5) == ("aaaa ", "bbbb")


def test_a_pile_of_marks_does_not_stop_it() -> None:
    pile = "a" + "\u0301" * 500
    assert "".join(parts(pile, 100)) == pile


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        parts("a", 0)


@given(harmful, some.integers(8, 100))
def test_what_is_shortened_fits_on_one_line(text: str, limit: int) -> None:
    out = short(text, limit)
    assert len(out) <= limit
    assert "\n" not in out


def test_shortening_says_that_something_is_left_out() -> None:
    assert short("Ask the registrar, and then the consultant", 22) == "Ask the registrar ..."
    assert short("Ask  the\nregistrar", 22) == "Ask the registrar"
