import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ports.post import Letter
from tests.bot.channels.slack.engine.world import QUICK, Doctor, Hospital, hospital
from tests.fakeslack.known import TEAM


async def one_reply(here: Hospital, doctor: Doctor) -> None:
    """A message is answered, once and in the right words, whatever stood in the way."""
    await doctor.says("hello")
    await here.quiet()
    assert doctor.hears() == ["Turn 1: hello, after nothing"]


@pytest.mark.parametrize(
    ("kind", "found"),
    [("504_after", "yes"), ("hang_after", "yes"), ("500", "no"), ("503", "no"), ("reset", "no")],
)
def test_a_letter_of_unknown_fate_is_looked_for_before_it_is_sent_again(tmp_path: Path, kind: str, found: str) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.fault("chat.postMessage", kind, seconds=0.2)
            await one_reply(here, doctor)
            assert f'coach_slack_in_doubt_total{{found="{found}"}} 1.0' in here.figures

    asyncio.run(run())


def test_without_the_look_it_would_be_sent_twice(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working(without=frozenset({"in_doubt"})):
            doctor = here.doctor()
            await doctor.consent()
            here.fault("chat.postMessage", "504_after")
            await doctor.says("hello")
            await here.quiet()
            assert len(doctor.hears()) == 2

    asyncio.run(run())


def test_a_letter_in_doubt_in_a_thread_is_looked_for_there(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            (first,) = await doctor.says("hello")
            await here.quiet()
            here.fault("chat.postMessage", "504_after")
            await doctor.told(doctor.writes("and more", thread_ts=first.ts))
            await here.quiet()
            assert len(doctor.hears()) == 2
            assert here.slack.calls["conversations.replies"] == 1

    asyncio.run(run())


def test_a_look_that_fails_leaves_the_letter_in_doubt(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.fault("chat.postMessage", "504_after")
            here.fault("conversations.history", "500", times=2)
            here.fault("conversations.history", "429", retry_after=1)
            await one_reply(here, doctor)
            assert here.slack.calls["chat.postMessage"] == 1

    asyncio.run(run())


def test_a_long_doubt_is_looked_for_from_its_beginning(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.fault("chat.postMessage", "504_after")
            here.fault("conversations.history", "500", times=3)
            await doctor.says("hello")
            await here.until(lambda: here.slack.calls.get("conversations.history", 0) >= 1)
            here.clock.ahead += timedelta(minutes=5)
            await here.until(lambda: here.slack.calls.get("conversations.history", 0) >= 2)
            here.clock.ahead += timedelta(minutes=5)
            await here.quiet()
            assert len(doctor.hears()) == 1

    asyncio.run(run())


def test_slack_is_left_alone_for_as_long_as_it_asks(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctors = [here.doctor(f"Doctor {number}") for number in range(3)]
            for one in doctors:
                await one.consent()
            here.fault("chat.postMessage", "429", retry_after=1)
            await doctors[0].says("hello")
            await here.until(lambda: 'put_off_total{reason="rate_limited"}' in here.figures)
            calls = here.slack.calls["chat.postMessage"]
            for one in doctors[1:]:
                await one.says("hello")
            await here.until(lambda: len(here.answerer.heard) == 3)
            assert here.slack.calls["chat.postMessage"] == calls
            await here.quiet()
            assert [len(one.hears()) for one in doctors] == [1, 1, 1]
            assert "coach_slack_in_doubt_total{" not in here.figures  # it was refused: there is nothing to look for

    asyncio.run(run())


def test_an_outage_loses_nothing_and_turns_nothing_round(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.slack.faults.down = True
            await doctor.says("one", "two", "three")
            await here.until(lambda: len(here.answerer.heard) == 3)
            assert doctor.hears() == []
            here.slack.faults.down = False
            await here.quiet()
            assert [one.split(",")[0] for one in doctor.hears()] == ["Turn 1: one", "Turn 2: two", "Turn 3: three"]

    asyncio.run(run())


def test_what_slack_will_never_take_is_given_up_and_holds_nobody_up(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.fault("chat.postMessage", "error", error="is_archived")
            await doctor.says("one", "two")
            await here.quiet()
            assert doctor.hears() == ["Turn 2: two, after one"]
            assert 'coach_slack_gave_up_total{code="is_archived"} 1.0' in here.figures
            assert (await here.parts.post.backlog()).failed == 1

    asyncio.run(run())


def test_a_refusal_that_somebody_can_mend_keeps_the_letter(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.fault("chat.postMessage", "error", error="missing_scope", times=2)
            await one_reply(here, doctor)

    asyncio.run(run())


def test_refused_blocks_go_out_as_plain_words(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.fault("chat.postMessage", "error", error="invalid_blocks")
            await doctor.says("hello")
            await here.quiet()
            (said,) = [one for one in doctor.channel.messages.values() if "bot_id" in one]
            assert not said.get("blocks")
            assert str(said["text"]).startswith("Turn 1: hello, after nothing")

    asyncio.run(run())


def test_a_thread_that_is_gone_is_answered_beside_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.fault("chat.postMessage", "error", error="thread_not_found")
            (first,) = await doctor.says("hello")
            await here.quiet()
            await doctor.told(doctor.writes("and more", thread_ts=first.ts))
            await here.quiet()
            assert len(doctor.hears()) == 2

    asyncio.run(run())


def test_what_is_refused_in_every_form_is_given_up(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.fault("chat.postMessage", "error", error="invalid_blocks", times=3)
            await doctor.says("hello")
            await here.quiet()
            assert doctor.hears() == []
            assert 'coach_slack_gave_up_total{code="refused_in_every_form"} 1.0' in here.figures

    asyncio.run(run())


def test_a_workspace_that_is_not_ours_is_given_up(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            stray = Letter(key="stray", team="T9", lane="T9:D9", to="D9", text="x")
            await here.parts.post.post([stray])
            await here.quiet()
            assert 'coach_slack_gave_up_total{code="not_installed"} 1.0' in here.figures

    asyncio.run(run())


def test_a_letter_to_a_person_opens_their_channel_and_links_open_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            lane = f"{TEAM}:{doctor.user.id}"
            await here.parts.post.post([Letter(key="k", team=TEAM, lane=lane, to=doctor.user.id, text="Good morning")])
            await here.quiet()
            assert doctor.hears() == ["Good morning"]
            (said,) = [one for one in doctor.channel.messages.values() if "bot_id" in one]
            assert said["metadata"] == {"event_type": "coach_letter", "event_payload": {"key": "k"}}
            assert (await here.parts.people.person(doctor.person)).channel == doctor.channel.id

    asyncio.run(run())


def test_the_wait_for_a_reply_is_counted(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path, replace(QUICK, doubt=0.0)) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            await one_reply(here, doctor)
            await here.until(lambda: "coach_slack_reply_wait_seconds_count 1.0" in here.figures)
            assert "coach_slack_turn_seconds_count 1.0" in here.figures
            assert "coach_slack_sent_total 1.0" in here.figures

    asyncio.run(run())
