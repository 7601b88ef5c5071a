"""Turns that wait for a chat model: many at once, room for danger, and an end that is not put off."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import compose_slack
from bot.adapters.store.shared_tables import MODEL_USE
from bot.channels.slack.engine.answers import Answers
from bot.channels.slack.engine.schedule import Schedule
from bot.channels.slack.parts import Options
from bot.coaching.model import IncomingMessage, State
from bot.coaching.record import Conversation, ModelUse, TurnRecord
from bot.settings import Settings
from tests.bot.channels.slack.engine.answering import RoteAnswerer
from tests.bot.channels.slack.engine.world import QUICK, Hospital, hospital

CROWDED = replace(QUICK, workers=1, kept_free=1)
USE = ModelUse(purpose="wording", model="m", prompt="p", outcome="used", input_tokens=900, output_tokens=100, calls=1)


def test_danger_does_not_wait_behind_turns_that_all_wait_for_a_model(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path, CROWDED) as here, here.working():
            doctors = [here.doctor(f"Doctor {number}") for number in range(6)]
            for one in doctors:
                await one.consent()
            for one in doctors[:5]:
                await one.says("slow")
            await here.until(here.answerer.begun.is_set)
            await doctors[5].says("I am in danger")
            await here.until(lambda: bool(doctors[5].hears()))
            assert [one.hears() for one in doctors[:5]] == [[], [], [], [], []]
            here.answerer.go.set()
            await here.quiet()
            assert all(len(one.hears()) == 1 for one in doctors)

    asyncio.run(run())


def test_at_the_end_what_has_not_begun_is_left_to_the_next_and_what_runs_is_answered(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path, CROWDED) as here:
            one, two = here.doctor("Tom"), here.doctor("Amara")
            async with here.working() as engine:
                await one.consent()
                await two.consent()
                await one.says("slow")
                await here.until(here.answerer.begun.is_set)
                await two.says("and I")
                await here.until(lambda: len(engine._answers._begun) == 2)
                ending = asyncio.create_task(engine.drain())
                await here.until(lambda: len(engine._answers._begun) == 1)
                here.answerer.go.set()
                await ending
                assert (len(one.hears()), len(two.hears())) == (1, 0)
                assert [heard.text for heard in here.answerer.heard] == ["slow"]
            async with here.working(owner="another"):
                await here.until(lambda: len(two.hears()) == 1)

    asyncio.run(run())


def test_a_lane_that_is_not_urgent_is_not_taken_where_room_is_kept() -> None:
    schedule = Schedule(0.0, 0.0)
    schedule.arrived("a", 0.0)
    assert schedule.take(0.0, only_urgent=True) is None
    schedule.arrived("b", 0.0, urgent=True)
    assert schedule.take(0.0, only_urgent=True) == "b"
    assert schedule.take(0.0) == "a"


def asked(answers: Answers, text: str, *, urgent: bool = False) -> "asyncio.Task[TurnRecord]":
    message = IncomingMessage(event_id=text, conversation_id=text, person_id="T1:U1", text=text)
    conversation = Conversation(id=text, person_id="T1:U1", state=State())
    return asyncio.create_task(answers.answer(message, conversation, identifiable=False, urgent=urgent))


def test_no_more_threads_work_at_once_than_there_are_workers() -> None:
    async def run() -> None:
        answerer = RoteAnswerer()
        answers = Answers(answerer, Options(workers=3), kept)
        turns = [asked(answers, f"slow {number}") for number in range(8)]
        await until(lambda: len(answerer.heard) == 3)
        await asyncio.sleep(0.05)
        assert len(answerer.heard) == 3
        assert len([one for one in threading.enumerate() if one.name.startswith("turn")]) == 3
        answerer.go.set()
        await asyncio.gather(*turns)
        assert len(answerer.heard) == 8
        answers.close()

    asyncio.run(run())


def test_what_is_dropped_is_broken_off_and_others_are_not() -> None:
    async def run() -> None:
        answerer = RoteAnswerer()
        late: list[TurnRecord] = []
        answers = Answers(answerer, Options(workers=2), late.append)
        one, two = asked(answers, "slow one"), asked(answers, "slow two")
        await until(lambda: len(answerer.heard) == 2)
        answers.drop("slow one")
        answers.drop("nobody's")
        with pytest.raises(asyncio.CancelledError):
            await one
        answerer.go.set()
        assert "slow two" in (await two).reply.text
        await until(lambda: bool(late))
        assert [one.message.text for one in late] == ["slow one"], "it came to its end, for nothing"
        answers.close()

    asyncio.run(run())


def test_what_a_stopped_turn_asked_of_a_model_counts_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path, CROWDED) as here, here.working() as engine:
            one = here.doctor("Tom")
            await one.consent()
            here.answerer.uses = (USE,)
            await one.says("slow")
            await here.until(here.answerer.begun.is_set)
            lane = next(iter(engine._tasks.values()))
            await engine._parts.post.stop(lane)
            engine.stopped(lane)
            here.answerer.go.set()
            await here.until(lambda: tokens(here) == [1000])
            await one.says("and another")
            await here.until(lambda: tokens(here) == [2000])

    asyncio.run(run())


def test_what_a_turn_asked_that_was_refused_at_its_end_counts_too(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path, CROWDED) as here, here.working() as engine:
            one = here.doctor("Tom")
            await one.consent()
            here.answerer.uses = (USE,)
            await one.says("slow")
            await here.until(here.answerer.begun.is_set)
            await engine._parts.post.stop(next(iter(engine._tasks.values())))
            here.answerer.go.set()
            await here.until(lambda: tokens(here) == [1000])

    asyncio.run(run())


def kept(_record: TurnRecord) -> None:
    """Where no answer is dropped."""


def tokens(here: Hospital) -> list[int]:
    wanted = select(MODEL_USE.c.input_tokens + MODEL_USE.c.output_tokens)
    return list(here.writer.submit(lambda connection: connection.execute(wanted).scalars().all()).result())


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.01)


def test_the_guided_coach_has_as_many_turns_under_way_as_ever() -> None:
    options = compose_slack.options_of(Settings.from_environment({}))
    assert (options.workers, Answers(RoteAnswerer(), options, kept).most) == (2, 4)
    assert options.drain == 20.0


@pytest.mark.parametrize("deadline", ["1", "8", "60"])
def test_with_a_chat_model_many_wait_at_once_and_the_end_waits_for_a_whole_turn(deadline: str) -> None:
    settings = Settings.from_environment({"COACH_LLM": "openai:some", "COACH_LLM_DEADLINE": deadline})
    options = compose_slack.options_of(settings)
    assert 16 <= options.workers <= 32
    assert options.kept_free > 0
    assert options.drain >= settings.llm_deadline + 10
