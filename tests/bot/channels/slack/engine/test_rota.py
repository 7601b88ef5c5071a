"""When a doctor may be written to, by their rota: not on leave, around nights in the late afternoon alone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.channels.slack.engine.reminders import Hours, when
from bot.channels.slack.parts import Options
from bot.ports.people import Person, RotaKind, RotaSpan

LONDON = ZoneInfo("Europe/London")
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)  # a Wednesday


def hours(*rota: RotaSpan) -> Hours:
    return Hours(LONDON, rota=rota)


def span(kind: RotaKind, first: int, last: int) -> RotaSpan:
    return RotaSpan(kind, date(2026, 3, first), date(2026, 3, last))


@pytest.mark.parametrize("kind", [RotaKind.LEAVE, RotaKind.OFF])
def test_days_away_are_passed_over(kind: RotaKind) -> None:
    mine = hours(span(kind, 4, 9))
    assert mine.quiet(NOON)
    assert mine.day(mine.allowed(NOON)) == date(2026, 3, 10)
    assert mine.evening(date(2026, 3, 5)) == datetime(2026, 3, 10, 18, tzinfo=UTC)


@pytest.mark.parametrize(("hour", "quiet"), [(9, True), (13, True), (16, True), (17, False), (18, False), (19, True)])
def test_around_nights_only_the_late_afternoon_is_left(hour: int, quiet: bool) -> None:
    mine = hours(span(RotaKind.NIGHTS, 3, 4))
    assert mine.quiet(NOON.replace(hour=hour)) is quiet


def test_the_morning_after_the_last_night_is_slept_through_and_the_next_day_is_ordinary() -> None:
    mine = hours(span(RotaKind.NIGHTS, 2, 3))
    assert mine.quiet(NOON)
    assert mine.allowed(NOON) == datetime(2026, 3, 4, 17, tzinfo=UTC)
    assert not mine.quiet(NOON.replace(day=5))


def test_a_commitment_is_asked_about_on_the_first_evening_back() -> None:
    mine = hours(span(RotaKind.LEAVE, 5, 8))
    assert when(date(2026, 3, 5), NOON, mine) == datetime(2026, 3, 9, 18, tzinfo=UTC)


@pytest.mark.parametrize("last", [date(2030, 3, 9), date(9998, 12, 30), date.max])
@pytest.mark.parametrize("kind", list(RotaKind))
def test_years_are_passed_over_at_once_and_nothing_is_asked_meanwhile(kind: RotaKind, last: date) -> None:
    mine = hours(RotaSpan(kind, date(2026, 3, 1), last), span(RotaKind.OFF, 1, 3))
    asked = when(date(2026, 3, 5), NOON, mine, frozenset({date(2026, 3, 6)}))
    assert mine.day(asked) > (date(2026, 3, 6) if kind is RotaKind.NIGHTS else min(last, date(9998, 12, 29)))
    assert mine.quiet(NOON)


def test_spans_that_touch_are_one_absence() -> None:
    mine = hours(span(RotaKind.LEAVE, 4, 6), span(RotaKind.OFF, 7, 9), span(RotaKind.LEAVE, 8, 11))
    assert mine.back(date(2026, 3, 5)) == date(2026, 3, 12)
    assert mine.back(date(2026, 3, 12)) == date(2026, 3, 12)
    assert mine.allowed(NOON) == datetime(2026, 3, 12, 8, tzinfo=UTC)


def test_hours_of_ones_own_come_before_the_usual() -> None:
    own = Hours.of(Person("T:U", quiet_from=16, quiet_to=10), Options())
    assert (own.quiet_from, own.quiet_to) == (16, 10)
    assert own.evening(date(2026, 3, 5)) == datetime(2026, 3, 6, 10, tzinfo=UTC)
    usual = Hours.of(Person("T:U", quiet_from=16), Options())
    assert (usual.quiet_from, usual.quiet_to) == (20, 8)
