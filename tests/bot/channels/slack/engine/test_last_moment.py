"""A reminder that waited in the outbox, through a kill or an outage, goes in its time or is planned anew: once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.slack.engine.reminders import Reminders
from bot.ports.people import Outcome, RotaKind, RotaSpan
from tests.bot.channels.slack.engine.world import Doctor, Hospital, Probe, hospital

SIX = datetime(2024, 11, 26, 18, tzinfo=UTC)
"""In the past: the fake Slack goes by the machine's clock, and a letter in doubt is looked for from its first try on."""
TODAY = date(2024, 11, 26)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def put(here: Hospital, moment: datetime) -> None:
    here.clock.ahead = moment - datetime.now(UTC)


async def of(here: Hospital, doctor: Doctor) -> tuple[datetime | None, bool]:
    (kept,) = await here.parts.people.commitments(doctor.person)
    return kept.remind_at, kept.reminded


@asynccontextmanager
async def killed(folder: Path, point: str = "before_post") -> AsyncIterator[tuple[Hospital, Doctor]]:
    """A process that was killed at six in the evening with a reminder in the outbox, on its way to Slack."""
    async with hospital(folder) as here:
        put(here, SIX - timedelta(days=7, hours=8))
        doctor = here.doctor()
        async with here.working():
            await doctor.consent()
            await doctor.says("plan")
            await here.quiet()
        put(here, SIX + timedelta(minutes=1))
        probe = Probe(point)
        async with here.working(probe=probe):
            await Reminders(here.parts).round()
            here.engine.letters_waiting()
            await here.until(lambda: probe.struck)
            assert await of(here, doctor) == (SIX, True)
        yield here, doctor


def span(kind: RotaKind) -> RotaSpan:
    return RotaSpan(kind, TODAY, TODAY)


async def told(here: Hospital, doctor: Doctor, what: str) -> None:
    """What the doctor tells meanwhile."""
    people = here.parts.people
    if what in set(RotaKind):
        await people.rota(doctor.person, quiet=None, spans=[span(RotaKind(what))])
    elif what == "pause":
        await people.pause(doctor.person, paused=True)


@pytest.mark.parametrize(
    ("meanwhile", "again", "then"),
    [
        ("", "2024-11-26T23:00", "2024-11-27T08:00"),  # in the quiet hours
        ("", "2024-11-26T19:30", "2024-11-27T18:00"),  # an hour late and more
        ("", "2024-11-27T10:00", "2024-11-27T18:00"),  # on another day
        ("leave", "2024-11-26T18:10", "2024-11-27T18:00"),
        ("off", "2024-11-26T18:10", "2024-11-27T18:00"),
        ("nights", "2024-11-27T10:00", "2024-11-27T17:00"),  # asleep by day
        ("pause", "2024-11-26T18:10", "2024-11-27T18:00"),
    ],
)
def test_one_killed_on_its_way_is_not_sent_when_it_may_not_come_but_once_later(
    tmp_path: Path, meanwhile: str, again: str, then: str
) -> None:
    async def run() -> None:
        async with killed(tmp_path) as (here, doctor):
            put(here, at(again))
            async with here.working():
                await told(here, doctor, meanwhile)
                await here.quiet()
                assert len(doctor.hears()) == 1, "the reply to the plan, and no reminder"
                assert await of(here, doctor) == (at(then), False)
                await here.parts.people.pause(doctor.person, paused=False)
                put(here, at(then) + timedelta(minutes=1))
                await Reminders(here.parts).round()
                await here.quiet()
                assert len(doctor.hears()) == 2
                assert await of(here, doctor) == (at(then), True)

    asyncio.run(run())


def test_one_killed_on_its_way_that_is_still_in_time_comes_at_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with killed(tmp_path) as (here, doctor):
            put(here, SIX + timedelta(minutes=30))
            async with here.working():
                await here.quiet()
                assert len(doctor.hears()) == 2
                assert await of(here, doctor) == (SIX, True)

    asyncio.run(run())


def test_one_that_slack_has_is_not_planned_anew_though_the_process_died_before_it_knew(tmp_path: Path) -> None:
    async def run() -> None:
        async with killed(tmp_path, "post_before_mark") as (here, doctor):
            assert len(doctor.hears()) == 2
            put(here, SIX + timedelta(hours=5))
            async with here.working():
                await here.quiet()
                assert await of(here, doctor) == (SIX, True)
                put(here, SIX + timedelta(days=1))
                await Reminders(here.parts).round()
                await here.quiet()
                assert len(doctor.hears()) == 2

    asyncio.run(run())


async def _off(here: Hospital, doctor: Doctor) -> None:
    await here.parts.people.reminders(doctor.person, wanted=False)


async def _settled(here: Hospital, doctor: Doctor) -> None:
    (kept,) = await here.parts.people.commitments(doctor.person)
    await here.parts.people.settle(doctor.person, kept.id, Outcome.KEPT, here.clock.now())


@pytest.mark.parametrize("tells", [_off, _settled])
def test_one_that_is_not_wanted_any_more_never_comes(
    tmp_path: Path, tells: Callable[[Hospital, Doctor], Awaitable[None]]
) -> None:
    async def run() -> None:
        async with killed(tmp_path) as (here, doctor):
            async with here.working():
                pass
            put(here, SIX + timedelta(minutes=10))
            async with here.working():
                await tells(here, doctor)
                await here.quiet()
                assert (len(doctor.hears()), (await of(here, doctor))[0]) == (1, None)

    asyncio.run(run())


def test_one_that_waits_for_slack_until_the_night_is_planned_for_the_morning(tmp_path: Path) -> None:
    async def run() -> None:
        async with killed(tmp_path) as (here, doctor):
            put(here, SIX + timedelta(minutes=5))
            here.fault("chat.postMessage", "503", times=1_000)
            async with here.working():
                await asyncio.sleep(0.3)
                put(here, SIX + timedelta(hours=3))
                await here.quiet()
                assert (len(doctor.hears()), await of(here, doctor)) == (1, (at("2024-11-27T08:00"), False))

    asyncio.run(run())
