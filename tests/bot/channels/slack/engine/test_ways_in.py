import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.slack.render import actions
from bot.ports.incoming import Kind
from tests.bot.channels.slack.engine.seeing import buttons
from tests.bot.channels.slack.engine.world import hospital
from tests.bot.channels.slack.render.samples import WORDS
from tests.fakeslack.known import BOT_USER, TEAM

# ---------------------------------------------------------------- before consent


def test_nothing_is_answered_before_consent_and_everything_after_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working() as engine:
            doctor = here.doctor()
            await doctor.says("hello", "is anybody there")
            await here.quiet()
            assert len(doctor.hears()) == 1
            assert actions.CONSENT_AGREE in buttons(doctor)
            await doctor.consent()
            engine.wake(doctor.lane, urgent=False)
            await here.quiet()
            assert doctor.hears()[1:] == [
                "Turn 1: hello, after nothing",
                "Turn 2: is anybody there, after hello",
            ]

    asyncio.run(run())


@pytest.mark.parametrize("hour", [9, 23])
def test_whoever_writes_again_without_having_agreed_is_told_once_a_day_that_it_waits(tmp_path: Path, hour: int) -> None:
    """In the hour before midnight too: a new date is no new day of waiting."""

    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            now = here.clock.now()
            here.clock.ahead = now.replace(hour=hour, minute=45) + timedelta(days=1) - now
            doctor = here.doctor()
            for words in ("hello", "is anybody there", "well then"):
                await doctor.says(words)
                await here.quiet()
                here.clock.ahead += timedelta(minutes=10)
            assert doctor.hears()[1:] == [WORDS.consent.waiting]
            here.clock.ahead += timedelta(days=1)
            await doctor.says("anybody")
            await here.quiet()
            assert doctor.hears()[1:] == [WORDS.consent.waiting] * 2
            assert actions.CONSENT_AGREE in buttons(doctor)

    asyncio.run(run())


def test_danger_is_answered_whatever_was_agreed_to(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.says("hello")
            await here.quiet()
            await doctor.says("I am in danger")
            await here.quiet()
            assert len(doctor.hears()) == 2
            assert doctor.hears()[1] == "Turn 1: I am in danger, after nothing"
            await doctor.says("thanks")
            await here.quiet()
            assert len(doctor.hears()) == 2  # the first-contact text is there already

    asyncio.run(run())


def test_before_anything_was_agreed_to_no_chat_model_may_be_asked(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.says("I am in danger")
            await here.quiet()
            await doctor.consent()
            await doctor.says("hello")
            await here.quiet()
            assert here.answerer.alone == [True, False]

    asyncio.run(run())


def test_danger_is_answered_however_much_was_written_before_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.says("a" * 5000, "b" * 5000)
            await here.quiet()
            await doctor.says("I am in danger")
            await here.quiet()
            assert doctor.hears()[1:] == ["Turn 1: I am in danger, after nothing"]

    asyncio.run(run())


def test_danger_is_answered_at_any_length(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            await doctor.says("danger " + "a" * 8001)
            await here.quiet()
            assert doctor.hears()[0].startswith("Turn 1: danger")

    asyncio.run(run())


def test_danger_that_cannot_be_answered_is_not_met_with_silence(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            here.answerer.failing = 2
            await doctor.says("danger fail")
            await here.quiet()
            assert doctor.hears() == [WORDS.notes["sorry"]]
            assert actions.HELP_NOW in buttons(doctor)

    asyncio.run(run())


# ---------------------------------------------------------------- in a channel


def test_a_mention_gets_a_neutral_word_there_and_the_way_on_in_private(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            ward = here.slack.state.add_channel(TEAM, "ward-7", {doctor.user.id, BOT_USER})
            called = doctor.calls(ward, "my registrar shouts")
            await doctor.told(called)
            await here.quiet()
            assert doctor.hears(ward) == [WORDS.mention.in_channel]
            (said,) = [one for one in ward.messages.values() if "bot_id" in one]
            assert said["thread_ts"] == called.ts
            assert doctor.hears() == [WORDS.mention.with_text]
            assert buttons(doctor)[actions.START_THERE] == "my registrar shouts"
            assert (await here.parts.people.person(doctor.person)).channel == doctor.channel.id

    asyncio.run(run())


def test_danger_told_in_a_channel_is_answered_in_private_at_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            ward = here.slack.state.add_channel(TEAM, "ward-7", {doctor.user.id, BOT_USER})
            await here.parts.people.know(doctor.person, channel=doctor.channel.id)
            await doctor.told(doctor.calls(ward, "I am in danger"))
            await here.until(lambda: bool(doctor.hears() and doctor.hears(ward)))
            assert doctor.hears(ward) == [WORDS.mention.in_channel]
            assert doctor.hears() == ["Turn 1: I am in danger, after nothing"]

    asyncio.run(run())


def test_a_mention_known_under_another_name_is_answered_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            ward = here.slack.state.add_channel(TEAM, "ward-7", {doctor.user.id, BOT_USER})
            called = doctor.calls(ward, "hello")
            await doctor.told(called, replace(called, event_id="EvAnother"), replace(called, kind=Kind.MENTION))
            await here.quiet()
            assert len(doctor.hears(ward)) == 1

    asyncio.run(run())


def test_who_comes_back_to_a_text_they_were_told_before_is_asked_again(tmp_path: Path) -> None:
    """Agreed to this one, then to another, and now this is said again: the letter is sent once more."""

    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor("Tom")
            await doctor.says("one")
            await here.until(lambda: len(doctor.hears()) == 1)
            await here.parts.people.consent(doctor.person, WORDS.consent.version, here.clock.now())
            await here.parts.people.consent(doctor.person, 2**30, here.clock.now())
            await doctor.says("two")
            await here.until(lambda: WORDS.consent.opening in " ".join(doctor.hears()[1:]) or len(doctor.hears()) > 1)
            await here.quiet()
            assert here.answerer.heard == [] or all(here.answerer.alone)
            assert doctor.hears().count(doctor.hears()[0]) == 2

    asyncio.run(run())
