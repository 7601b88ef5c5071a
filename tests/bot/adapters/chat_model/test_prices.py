"""Prices and tokens: read from a setting, added up over tries, never less than nothing."""

from decimal import Decimal

import pytest

from bot.adapters.chat_model.prices import Prices, Tally, Tokens
from bot.errors import CoachError


def test_prices_are_of_a_million_tokens_and_cached_ones_have_their_own() -> None:
    prices = Prices.parse("2.50, 1.25, 10")
    assert prices is not None
    assert prices.cost(Tokens(read=1_000_000, cached=400_000, written=100_000)) == Decimal("3.0")
    assert prices.cost(Tokens(read=3)) == Decimal("0.0000075")


def test_without_prices_there_is_no_cost() -> None:
    assert Prices.parse("  ") is None
    assert Tally().usage(None, 1.0).cost is None


@pytest.mark.parametrize("text", ["2.5", "1,2", "1,2,3,4", "1,,3", "a,b,c", "1,2,-3", "1,2,NaN", "1,2,Infinity", ","])
def test_what_is_no_row_of_three_prices_is_named(text: str) -> None:
    with pytest.raises(CoachError, match=r"^COACH_LLM_PRICES: three prices") as raised:
        Prices.parse(text)
    assert raised.value.code == "bad_setting"


def test_tokens_are_read_as_langchain_and_as_openai_tell_them() -> None:
    told = {"input_tokens": 10, "output_tokens": 3, "total_tokens": 13, "input_token_details": {"cache_read": 8}}
    assert Tokens.of_langchain(told) == Tokens(10, 8, 3)
    wire = {"prompt_tokens": 10, "completion_tokens": 3, "prompt_tokens_details": {"cached_tokens": 8}}
    assert Tokens.of_openai(wire) == Tokens(10, 8, 3)


@pytest.mark.parametrize("told", [None, {}, {"input_tokens": None}, {"input_tokens": "many"}, {"input_tokens": -4}])
def test_what_is_not_told_counts_nothing(told: dict[str, object] | None) -> None:
    assert Tokens.of_langchain(told) == Tokens()


def test_cached_tokens_are_never_more_than_were_read() -> None:
    assert Tokens.of_langchain({"input_tokens": 5, "input_token_details": {"cache_read": 9}}) == Tokens(5, 5, 0)
