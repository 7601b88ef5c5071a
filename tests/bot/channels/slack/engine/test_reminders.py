import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.engine.reminders import Hours, Reminders, days_taken, when, zone_of
from bot.channels.slack.parts import Options
from bot.ports.people import Outcome, Person
from tests.bot.channels.slack.engine.world import Doctor, Hospital, hospital
from tests.bot.channels.slack.render.samples import commitment

LONDON = Hours(ZoneInfo("Europe/London"))
TUESDAY = datetime(2026, 11, 17, 10, tzinfo=UTC)


MOMENTS = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: TUESDAY + timedelta(minutes=minutes))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "now", "asked"),
    [
        (date(2026, 11, 19), "2026-11-17T10:00", "2026-11-20T18:00"),  # the day after
        (None, "2026-11-17T10:00", "2026-11-24T18:00"),  # a week later
        (date(2026, 11, 20), "2026-11-17T10:00", "2026-11-23T18:00"),  # not on a Saturday
        (date(2026, 11, 21), "2026-11-17T10:00", "2026-11-22T18:00"),  # it is itself for a weekend
        (date(2026, 11, 22), "2026-11-17T10:00", "2026-11-23T18:00"),
        (None, "2026-11-21T10:00", "2026-11-30T18:00"),  # a Saturday in a week's time becomes the Monday
        (date(2026, 11, 2), "2026-11-17T10:00", "2026-11-18T18:00"),  # over already: tomorrow
        (date(2026, 11, 17), "2026-11-17T23:30", "2026-11-18T18:00"),
        (date(2026, 10, 23), "2026-10-21T10:00", "2026-10-26T18:00"),  # the clocks went back on the 25th
        (date(2026, 3, 26), "2026-03-25T10:00", "2026-03-27T18:00"),  # still winter time
        (date(2026, 3, 29), "2026-03-25T10:00", "2026-03-30T17:00"),  # summer time since the 29th
        (date(2026, 7, 1), "2026-06-30T23:30", "2026-07-02T17:00"),  # already July there
    ],
)
def test_when_a_commitment_is_asked_about(due: date | None, now: str, asked: str) -> None:
    assert when(due, at(now), LONDON) == at(asked)


def test_one_question_a_day_is_enough() -> None:
    taken = {date(2026, 11, 19), date(2026, 11, 20)}
    assert when(date(2026, 11, 18), TUESDAY, LONDON, taken) == at("2026-11-23T18:00")


def test_an_evening_in_the_quiet_hours_becomes_the_next_morning() -> None:
    early = replace(LONDON, quiet_from=17, quiet_to=9)
    assert when(date(2026, 11, 18), TUESDAY, early) == at("2026-11-20T09:00")
    assert when(date(2026, 11, 19), TUESDAY, early) == at("2026-11-23T09:00")  # a Saturday morning is none either


@given(
    st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2027, 12, 31))),
    MOMENTS,
    st.sampled_from(["Europe/London", "Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati", "UTC"]),
    st.tuples(st.integers(0, 23), st.integers(0, 23)),
    st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=5),
)
def test_a_reminder_is_never_early_quiet_or_the_second_of_a_day(
    due: date | None, now: datetime, zone: str, quiet: tuple[int, int], taken: frozenset[date]
) -> None:
    hours = Hours(ZoneInfo(zone), *quiet)
    asked = when(due, now, hours, taken)
    assert asked > now
    assert not hours.quiet(asked)
    assert hours.day(asked) not in taken
    assert due is None or hours.day(asked) > due
    assert hours.day(asked).weekday() < 5 or (due is not None and due.weekday() >= 5)


@given(MOMENTS)
def test_the_next_time_that_is_allowed(moment: datetime) -> None:
    allowed = LONDON.allowed(moment)
    assert allowed >= moment
    assert not LONDON.quiet(allowed)
    assert allowed == moment or allowed.astimezone(LONDON.zone).hour == 8
    assert allowed - moment <= timedelta(hours=13)


def test_a_time_zone_that_does_not_exist_is_the_usual_one() -> None:
    assert zone_of(Person("T1:U1", timezone="Mars/Olympus"), Options()).key == "Europe/London"
    assert zone_of(Person("T1:U1", timezone="Europe/Paris"), Options()).key == "Europe/Paris"


def test_the_days_that_are_taken() -> None:
    kept = [
        replace(commitment(1), remind_at=at("2026-11-20T18:00")),
        replace(commitment(2), remind_at=at("2026-11-23T23:30")),
        commitment(3),
    ]
    assert days_taken(kept, LONDON) == {date(2026, 11, 20), date(2026, 11, 23)}
    assert days_taken(kept, LONDON, but=1) == {date(2026, 11, 23)}


# ---------------------------------------------------------------- the round


@asynccontextmanager
async def planned(folder: Path, now: str) -> AsyncIterator[tuple[Hospital, Doctor]]:
    """A doctor whose session has just closed with a commitment, at that time of day."""
    async with hospital(folder) as here:
        here.clock.ahead = at(now) - datetime.now(UTC)
        async with here.working():
            doctor = here.doctor()
            await doctor.consent()
            await doctor.says("plan")
            await here.quiet()
            yield here, doctor


async def _kept(here: Hospital, doctor: Doctor) -> list[tuple[datetime | None, bool]]:
    return [(one.remind_at, one.reminded) for one in await here.parts.people.commitments(doctor.person)]


def test_a_session_that_closes_says_when_it_will_be_asked_about_and_it_is_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with planned(tmp_path, "2026-11-17T10:00") as (here, doctor):
            ((remind_at, reminded),) = await _kept(here, doctor)
            assert (remind_at, reminded) == (at("2026-11-24T18:00"), False)
            rounds = Reminders(here.parts)
            assert await rounds.round() == 0
            here.clock.ahead += timedelta(days=7, hours=9)
            assert await rounds.round() == 1
            assert await rounds.round() == 0
            await here.quiet()
            assert len(doctor.hears()) == 2
            assert "ask the porters" in doctor.hears()[1]

    asyncio.run(run())


def test_a_reminder_that_comes_late_waits_for_the_morning(tmp_path: Path) -> None:
    async def run() -> None:
        async with planned(tmp_path, "2026-11-17T10:00") as (here, doctor):
            here.clock.ahead += timedelta(days=7, hours=12)  # ten in the evening
            await Reminders(here.parts).round()
            assert await _kept(here, doctor) == [(at("2026-11-25T08:00"), False)]
            here.clock.ahead += timedelta(hours=10, minutes=1)
            await Reminders(here.parts).round()
            await here.quiet()
            assert len(doctor.hears()) == 2

    asyncio.run(run())


def test_two_that_fall_on_one_day_are_asked_about_on_two(tmp_path: Path) -> None:
    async def run() -> None:
        async with planned(tmp_path, "2026-11-17T10:00") as (here, doctor):
            await doctor.says("plan b")
            await here.quiet()
            second, first = await here.parts.people.commitments(doctor.person)
            assert (first.remind_at, second.remind_at) == (at("2026-11-24T18:00"), at("2026-11-25T18:00"))
            await here.parts.people.remind(doctor.person, second.id, first.remind_at)  # put off to the same day
            here.clock.ahead += timedelta(days=7, hours=9)
            await Reminders(here.parts).round()
            assert await _kept(here, doctor) == [
                (at("2026-11-25T18:00"), False),
                (at("2026-11-24T18:00"), True),
            ]

    asyncio.run(run())


def test_nothing_is_sent_to_somebody_who_wants_no_reminders_or_has_paused(tmp_path: Path) -> None:
    async def run() -> None:
        async with planned(tmp_path, "2026-11-17T10:00") as (here, doctor):
            await here.parts.people.pause(doctor.person, paused=True)
            here.clock.ahead += timedelta(days=8)
            assert await Reminders(here.parts).round() == 0
            await here.parts.people.pause(doctor.person, paused=False)
            (kept,) = await here.parts.people.commitments(doctor.person)
            await here.parts.people.settle(doctor.person, kept.id, Outcome.KEPT, here.clock.now())
            assert await Reminders(here.parts).round() == 0
            assert len(doctor.hears()) == 1

    asyncio.run(run())


def test_two_rounds_at_once_ask_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with planned(tmp_path, "2026-11-17T10:00") as (here, doctor):
            here.clock.ahead += timedelta(days=7, hours=9)
            (due,) = await here.parts.people.due(here.clock.now(), 10)
            rounds = Reminders(here.parts)
            await asyncio.gather(rounds._one(due), rounds._one(due))
            await here.quiet()
            assert len(doctor.hears()) == 2

    asyncio.run(run())


@pytest.mark.parametrize("meanwhile", ["erased", "paused", "settled"])
def test_what_changed_since_the_round_began_is_heeded(tmp_path: Path, meanwhile: str) -> None:
    async def run() -> None:
        async with planned(tmp_path, "2026-11-17T10:00") as (here, doctor):
            here.clock.ahead += timedelta(days=7, hours=9)
            people = here.parts.people
            (due,) = await people.due(here.clock.now(), 10)
            if meanwhile == "erased":
                await people.erase(doctor.person)
            elif meanwhile == "paused":
                await people.pause(doctor.person, paused=True)
            else:
                await people.settle(doctor.person, due.commitment.id, Outcome.KEPT, here.clock.now())
            await Reminders(here.parts)._one(due)
            assert (await here.parts.post.backlog()).unsent == 0
            await here.quiet()
            assert len(doctor.hears()) == 1

    asyncio.run(run())
