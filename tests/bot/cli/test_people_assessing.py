"""`coach people add` for somebody who is there: whom they assess stays, unless that is said otherwise."""

import pytest

from bot.ports.staff import Colleague, Role
from bot.settings import Settings
from tests.bot.cli.conftest import Coach
from tests.bot.cli.test_people import DOCTOR, ONE, recorded, staff


@pytest.mark.parametrize("assessing", [("--assesses", DOCTOR), ("--assesses-everyone",)])
def test_whom_they_assess_stays_where_it_is_not_named(
    coach: Coach, settings: Settings, assessing: tuple[str, ...]
) -> None:
    coach("add", ONE, "--name", "Okafor", "--role", "mentor", *assessing)
    (before,) = staff(settings)
    told = coach("add", ONE, "--name", "Okafor", "--role", "mentor", "--role", "trainer")
    assert told.endswith("\nroles: mentor -> mentor, trainer.\n")
    (now,) = staff(settings)
    assert (now.assesses, now.assesses_all) == (before.assesses, before.assesses_all)
    assert now.judges(DOCTOR)


def test_that_they_assess_nobody_any_more_is_said_by_a_flag_of_its_own(coach: Coach, settings: Settings) -> None:
    coach("add", ONE, "--name", "Okafor", "--role", "mentor", "--assesses-everyone")
    told = coach("add", ONE, "--name", "Okafor", "--role", "mentor", "--assesses-nobody")
    assert told == "Changed: Okafor (T1:U5): mentor.\nassesses: every doctor -> nobody.\n"
    assert staff(settings) == [Colleague(ONE, "Okafor", frozenset({Role.MENTOR}))]


def test_where_nothing_would_be_changed_it_is_said_and_nothing_is_on_record(coach: Coach, settings: Settings) -> None:
    words = ("add", ONE, "--name", "Okafor", "--role", "mentor", "--assesses", DOCTOR)
    coach(*words)
    assert coach(*words) == "Nothing to change: Okafor (T1:U5): mentor; also assesses 1 doctor.\n"
    assert len(recorded(settings)) == 1
