import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.clients import Clients
from bot.channels.slack.engine.catching_up import CatchingUp
from bot.errors import CoachError
from bot.ports.people import Workspace
from tests.bot.channels.slack.engine.world import Hospital, hospital
from tests.fakeslack.known import BOT_USER, TEAM


def catching_up(here: Hospital) -> CatchingUp:
    return CatchingUp(here.parts, here.clients, lambda lane, urgent: here.engine.wake(lane, urgent=urgent))


def test_what_was_written_while_nobody_listened_is_answered_in_order_and_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here:
            doctor = here.doctor()
            async with here.working():
                await doctor.consent()
                await doctor.says("before")
                await here.quiet()
            for number in range(3):
                doctor.writes(f"meanwhile {number}")
            here.clock.ahead += timedelta(minutes=20)
            async with here.working():
                await here.until(lambda: len(doctor.hears()) == 4)
                await here.quiet()
            assert [one.split(",")[0] for one in doctor.hears()] == [
                "Turn 1: before",
                "Turn 2: meanwhile 0",
                "Turn 3: meanwhile 1",
                "Turn 4: meanwhile 2",
            ]

    asyncio.run(run())


def test_a_delivery_that_comes_after_all_is_known(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            late = doctor.writes("meanwhile")
            assert await catching_up(here).since(here.clock.now() - timedelta(minutes=20)) == 1
            await doctor.told(late)
            assert await catching_up(here).since(here.clock.now() - timedelta(minutes=20)) == 0
            await here.quiet()
            assert doctor.hears() == ["Turn 1: meanwhile, after nothing"]

    asyncio.run(run())


def test_threads_are_looked_into_and_the_coachs_own_words_are_not_taken_in(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            (first,) = await doctor.says("before")
            await here.quiet()
            doctor.writes("in the thread", thread_ts=first.ts)
            assert await catching_up(here).since(here.clock.now() - timedelta(minutes=20)) == 1
            await here.quiet()
            assert doctor.hears()[1:] == ["Turn 2: in the thread, after before"]

    asyncio.run(run())


def test_what_is_caught_up_with_is_masked_and_what_cannot_wait_goes_first(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            calm, afraid = here.doctor("Tom"), here.doctor("Amara")
            woken: list[tuple[str, bool]] = []
            calm.writes("I shouted at Mrs Jones")
            afraid.writes("I am in danger")
            looking = CatchingUp(here.parts, here.clients, lambda lane, urgent: woken.append((lane, urgent)))
            assert await looking.since(here.clock.now() - timedelta(minutes=20)) == 2
            assert set(woken) == {(calm.lane, False), (afraid.lane, True)}
            await here.until(lambda: "I shouted at [name]" in [one.text for one in here.answerer.heard])

    asyncio.run(run())


def test_slack_out_of_reach_is_asked_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            doctor.writes("meanwhile")
            here.fault("conversations.list", "429", retry_after=1)
            here.fault("conversations.history", "503")
            assert await catching_up(here).since(here.clock.now() - timedelta(minutes=20)) == 1

    asyncio.run(run())


def test_a_short_absence_is_none(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working() as engine:
            doctor = here.doctor()
            doctor.writes("Slack will send it again itself")
            engine.missed(here.clock.now() - timedelta(seconds=30))
            await here.quiet()
            assert "conversations.list" not in here.slack.calls
            engine.missed(here.clock.now() - timedelta(minutes=5))
            await here.until(lambda: here.slack.calls.get("conversations.list", 0) == 1)

    asyncio.run(run())


def test_a_channel_of_which_nothing_is_known_is_looked_into_from_the_absence_on(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            stranger = here.doctor("Priya")
            told = stranger.writes("is anybody there?")
            assert await here.parts.post.channels(TEAM) == {}
            assert await catching_up(here).since(here.clock.now() + timedelta(minutes=1)) == 0
            assert await catching_up(here).since(here.clock.now() - timedelta(minutes=1)) == 1
            assert replace(told, event_id="x").lane in dict(await here.parts.post.lanes_waiting())

    asyncio.run(run())


def test_what_came_in_after_the_absence_does_not_hide_what_was_missed_in_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            away = here.clock.now()
            doctor.writes("meanwhile")
            await doctor.says("I am back")
            await here.quiet()
            assert await catching_up(here).since(away - timedelta(minutes=20)) == 1
            await here.quiet()
            assert doctor.hears()[1:] == ["Turn 2: meanwhile, after I am back"]

    asyncio.run(run())


def test_a_channel_that_slack_refuses_to_show_does_not_hide_the_others(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            for name in ("Tom", "Amara"):
                here.doctor(name).writes("meanwhile")
            here.fault("conversations.history", "error", error="channel_not_found")
            assert await catching_up(here).since(here.clock.now() - timedelta(minutes=20)) == 1

    asyncio.run(run())


def test_a_workspace_whose_token_is_refused_does_not_hide_the_others(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            here.doctor().writes("meanwhile")
            looking = catching_up(here)
            looking._clients = _Several(here.clients, ("T0GONE", TEAM))  # type: ignore[assignment]
            here.fault("conversations.list", "error", error="account_inactive")
            assert await looking.since(here.clock.now() - timedelta(minutes=20)) == 1

    asyncio.run(run())


class _Several:
    """Several workspaces, all behind the one token that the hospital has."""

    def __init__(self, clients: Clients, teams: tuple[str, ...]) -> None:
        self._clients, self._teams = clients, teams

    async def teams(self) -> tuple[str, ...]:
        return self._teams

    async def patient_client_for(self, _team: str) -> AsyncWebClient:
        return await self._clients.patient_client_for(TEAM)

    async def identity(self, _team: str) -> Workspace:
        return await self._clients.identity(TEAM)


def test_a_message_of_the_apps_own_user_is_nobodys_even_without_a_bot_id(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            told = doctor.writes("what Slack writes above a file that the app uploads")
            doctor.channel.messages[told.ts]["user"] = BOT_USER
            assert await catching_up(here).since(here.clock.now() - timedelta(minutes=20)) == 0

    asyncio.run(run())


def test_what_came_while_a_process_lived_and_could_take_nothing_in_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        monkeypatch.setattr("bot.channels.slack.engine.engine._BEAT", 0.05)
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            await doctor.says("before")
            await here.quiet()
            with monkeypatch.context() as broken:
                broken.setattr(here.writer, "write", _down)
                await asyncio.sleep(0.2)
                doctor.writes("while the database was down")
                here.clock.ahead += timedelta(minutes=20)
            await here.until(lambda: doctor.hears()[1:] == ["Turn 2: while the database was down, after before"])

    asyncio.run(run())


async def _down(_work: object) -> None:
    message = "the database is down"
    raise CoachError(message, code="store", retryable=True)
