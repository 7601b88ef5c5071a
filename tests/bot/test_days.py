"""Days and numbers as a person writes them."""

from datetime import UTC, date, datetime

import pytest

from bot.days import day_gone_by, day_there, month_gone_by, written


def test_days_and_months_are_in_english_whatever_the_machine_speaks() -> None:
    assert day_gone_by(date(2026, 11, 3)) == "3 November 2026"
    assert month_gone_by(date(2026, 1, 31)) == "January 2026"


@pytest.mark.parametrize("zone", ["", "Europe/London", "Nowhere/At_All", "../etc/passwd"])
def test_a_zone_that_is_not_known_is_londons(zone: str) -> None:
    assert day_there(datetime(2026, 7, 1, 23, 30, tzinfo=UTC), zone) == date(2026, 7, 2)


@pytest.mark.parametrize(("number", "told"), [(0, "no"), (2, "two"), (12, "twelve"), (13, "13"), (1200, "1,200")])
def test_small_numbers_are_words(number: int, told: str) -> None:
    assert written(number) == told
