"""What of the queue is shown, to and from an address."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.console.filters import filter_of, page_of, query_of
from bot.ports.reviewing import Filter, Status

words = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=40).map(str.strip)
filters = st.builds(
    Filter, words, words, st.sampled_from([None, *Status]), words, words, st.booleans(), st.booleans(), st.booleans(),
    st.booleans(),
)  # fmt: skip


@given(filters, st.integers(1, 999))
def test_a_filter_comes_back_from_its_address(which: Filter, page: int) -> None:
    query = dict(parse_qsl(query_of(which, page).removeprefix("?")))
    assert filter_of(query) == which
    assert page_of(query) == page


def test_all_that_is_there_has_no_query() -> None:
    assert query_of(Filter()) == ""


@pytest.mark.parametrize("page", ["", "0", "-1", "x", "1.5", "²", "9999999", "1e3"])
def test_a_page_that_is_none_is_the_first(page: str) -> None:
    assert page_of({"page": page}) == 1


def test_what_an_address_says_wrongly_counts_as_not_said() -> None:
    said = {"status": "gone", "mine": "yes", "order": "sideways", "flagged": "", "other": "1"}
    assert filter_of(said) == Filter()


def test_a_search_without_end_is_cut() -> None:
    assert len(filter_of({"q": "a" * 5000}).search) == 200
