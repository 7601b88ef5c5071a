"""How often something may be tried."""

from datetime import UTC, datetime, timedelta

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.channels.console.limits import Limiter, Rate, where_from

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def test_so_many_at_once_and_then_no_more_until_some_time_has_passed() -> None:
    limiter = Limiter(Rate(5, 50.0))
    for _ in range(5):
        limiter.take("a", NOW)
    with pytest.raises(HTTPException) as refused:
        limiter.take("a", NOW)
    assert refused.value.status_code == 429
    assert refused.value.headers == {"Retry-After": "10"}
    limiter.take("b", NOW)
    limiter.take("a", NOW + timedelta(seconds=10))
    with pytest.raises(HTTPException):
        limiter.take("a", NOW + timedelta(seconds=10))
    for _ in range(5):
        limiter.take("a", NOW + timedelta(seconds=70))


def test_over_a_long_time_no_more_pass_than_the_rate_allows() -> None:
    limiter, passed = Limiter(Rate(20, 60.0)), 0
    for second in range(600):
        for _ in range(3):
            try:
                limiter.take("a", NOW + timedelta(seconds=second))
                passed += 1
            except HTTPException:
                pass
    assert 200 <= passed <= 221


def test_it_remembers_a_bounded_number() -> None:
    limiter = Limiter(Rate(1, 60.0), remembered=100)
    for number in range(1000):
        limiter.take(str(number), NOW)
    assert len(limiter) == 100


def test_a_clock_that_is_set_back_shuts_nobody_out() -> None:
    limiter = Limiter(Rate(2, 60.0))
    limiter.take("a", NOW)
    limiter.take("a", NOW)
    limiter.take("a", NOW - timedelta(hours=1))


@pytest.mark.parametrize(
    ("host", "key"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.7"),
        ("unknown", "unknown"),
    ],
)
def test_a_household_counts_as_one_address(host: str, key: str) -> None:
    assert where_from(Request({"type": "http", "headers": [], "client": (host, 1)})) == key


def test_who_comes_from_nowhere_is_counted_together() -> None:
    assert where_from(Request({"type": "http", "headers": [], "client": None})) == ""
