"""The checker of the reminders' proof notices each fault, and the proof itself holds in small."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.ports.people import RotaKind, RotaSpan
from tests.proving import reminders
from tests.proving.due import Doctor, Reminder, judge

DOCTOR = Doctor("T:U", "Europe/London", None)
AT = datetime(2024, 10, 24, 12, tzinfo=UTC)
ONE, TWO = Reminder("due-0-0-", DOCTOR, AT), Reminder("due-0-1-", DOCTOR, AT)


def test_what_comes_as_it_should_is_no_fault() -> None:
    found = judge([ONE, TWO], [(ONE.name, AT), (TWO.name, AT + timedelta(days=1))])
    assert (found.delivered, found.examples) == (2, [])
    assert not any((found.lost, found.twice, found.two_in_a_day))


def test_lost_twice_early_and_two_in_a_day_are_noticed() -> None:
    assert judge([ONE], []).lost == 1
    assert judge([ONE], [(ONE.name, AT), (ONE.name, AT + timedelta(days=1))]).twice == 1
    assert judge([ONE], [(ONE.name, AT - timedelta(minutes=1))]).early == 1
    assert judge([ONE, TWO], [(ONE.name, AT), (TWO.name, AT + timedelta(hours=1))]).two_in_a_day == 1


@pytest.mark.parametrize(("hour", "quiet"), [(6, True), (7, False), (18, False), (19, True)])
def test_quiet_hours_are_the_doctors_own_by_summer_time(hour: int, quiet: bool) -> None:
    at = datetime(2024, 10, 26, hour, 30, tzinfo=UTC)
    assert bool(judge([Reminder("due-0-0-", DOCTOR, at)], [("due-0-0-", at)]).in_quiet_hours) is quiet


@pytest.mark.parametrize(("hour", "quiet"), [(7, True), (8, False), (19, False), (20, True)])
def test_a_day_later_by_winter_time(hour: int, quiet: bool) -> None:
    at = datetime(2024, 10, 27, hour, 30, tzinfo=UTC)
    assert bool(judge([Reminder("due-0-0-", DOCTOR, at)], [("due-0-0-", at)]).in_quiet_hours) is quiet


def test_leave_and_nights_are_kept_free() -> None:
    away = Doctor("T:U", "Europe/London", None, (RotaSpan(RotaKind.LEAVE, AT.date(), AT.date()),))
    nights = Doctor("T:U", "Europe/London", None, (RotaSpan(RotaKind.NIGHTS, date(2024, 10, 23), date(2024, 10, 23)),))
    assert judge([Reminder("due-0-0-", away, AT)], [("due-0-0-", AT)]).while_away == 1
    assert judge([Reminder("due-0-0-", nights, AT)], [("due-0-0-", AT)]).by_day_on_nights == 1
    evening = AT.replace(hour=17)
    assert judge([Reminder("due-0-0-", nights, AT)], [("due-0-0-", evening)]).by_day_on_nights == 0


@pytest.mark.usefixtures("data_folder")
def test_killed_while_the_clocks_change_each_comes_once() -> None:
    proof = reminders.prove(reminders.Given(reminders=24, kills=4, doctors=6))
    assert [figure for figure in proof.figures if not figure.reached] == []


@pytest.mark.usefixtures("data_folder")
def test_without_the_quiet_hours_the_proof_fails() -> None:
    proof = reminders.prove(reminders.Given(reminders=24, kills=0, doctors=6, without="quiet"))
    noticed = next(figure.value for figure in proof.figures if figure.name.startswith("faults noticed"))
    assert noticed > 0
