import asyncio
from dataclasses import replace
from pathlib import Path

from bot.ports.incoming import Kind
from tests.bot.channels.slack.engine.world import QUICK, hospital
from tests.bot.channels.slack.render.samples import WORDS

JOINING = replace(QUICK, join=0.3, join_longest=1.0)


def test_each_message_is_answered_once_and_in_order(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctors = [here.doctor(f"Doctor {number}") for number in range(5)]
            for one in doctors:
                await one.consent()
            for number in range(4):
                await asyncio.gather(*(one.says(f"word {number}") for one in doctors))
            await here.quiet()
            for one in doctors:
                assert one.hears() == [
                    "Turn 1: word 0, after nothing",
                    "Turn 2: word 1, after word 0",
                    "Turn 3: word 2, after word 0/word 1",
                    "Turn 4: word 3, after word 0/word 1/word 2",
                ]

    asyncio.run(run())


def test_what_is_typed_in_three_lines_gets_one_answer(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path, JOINING) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            told = await doctor.says("one", "two", "three")
            await here.quiet()
            assert doctor.hears() == ["Turn 1: one\ntwo\nthree, after nothing"]
            (message,) = here.answerer.heard
            assert message.event_id == told[0].event_id
            assert message.received_at == told[-1].received_at

    asyncio.run(run())


def test_what_cannot_wait_is_not_joined_with_what_may_follow(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path, replace(QUICK, join=30.0, join_longest=60.0)) as here, here.working():
            calm, afraid = here.doctor("Tom"), here.doctor("Amara")
            await calm.consent()
            await afraid.consent()
            await calm.says("there is no hurry")
            await afraid.says("I am in danger")
            await here.until(lambda: bool(afraid.hears()))
            assert calm.hears() == []

    asyncio.run(run())


def test_an_urgent_conversation_overtakes_those_that_wait(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path, replace(QUICK, workers=1)) as here, here.working():
            doctors = [here.doctor(f"Doctor {number}") for number in range(6)]
            for one in doctors:
                await one.consent()
            await doctors[0].says("slow")
            await here.until(here.answerer.begun.is_set)
            for one in doctors[1:5]:
                await one.says("an ordinary day")
            await doctors[5].says("I am in danger")
            here.answerer.go.set()
            await here.quiet()
            heard = [one.text for one in here.answerer.heard]
            assert heard.index("I am in danger") <= 2  # behind what had begun, before the other three

    asyncio.run(run())


def test_stop_in_mid_turn_drops_the_answer_and_says_so(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working() as engine:
            doctor = here.doctor()
            await doctor.consent()
            await doctor.says("slow")
            await here.until(here.answerer.begun.is_set)
            assert await here.parts.post.stop(doctor.lane) == 1
            engine.stopped(doctor.lane)
            here.answerer.go.set()
            await here.until(lambda: len(doctor.hears()) == 1)
            await doctor.says("and now?")
            await here.quiet()
            assert doctor.hears() == [WORDS.notes["stopped"], "Turn 1: and now?, after nothing"]

    asyncio.run(run())


def test_dropping_says_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working() as engine:
            doctor = here.doctor()
            await doctor.consent()
            await doctor.says("slow")
            await here.until(here.answerer.begun.is_set)
            await here.parts.post.stop(doctor.lane)
            engine.dropped(doctor.lane)
            here.answerer.go.set()
            await doctor.says("and now?")
            await here.quiet()
            assert doctor.hears() == ["Turn 1: and now?, after nothing"]

    asyncio.run(run())


def test_an_answer_that_fails_once_is_tried_again_unseen(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.answerer.failing = 1
            await doctor.says("fail")
            await here.quiet()
            assert doctor.hears() == ["Turn 1: fail, after nothing"]

    asyncio.run(run())


def test_an_answer_that_goes_on_failing_ends_in_an_apology_and_the_next_message_is_answered(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.answerer.failing = 2
            await doctor.says("fail", "go on")
            await here.quiet()
            assert doctor.hears() == [WORDS.notes["sorry"], "Turn 1: go on, after nothing"]
            assert 'coach_slack_refused_total{kind="answer_failed"} 1.0' in here.figures

    asyncio.run(run())


def test_what_waited_when_the_process_began_is_answered(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here:
            doctor = here.doctor()
            async with here.working() as engine:
                await doctor.consent()
                await engine.drain()
                await here.parts.post.accept(doctor.writes("is anybody there?"))
            assert doctor.hears() == []
            async with here.working():
                await here.quiet()
                assert doctor.hears() == ["Turn 1: is anybody there?, after nothing"]

    asyncio.run(run())


def test_a_drained_engine_has_sent_what_it_had_begun(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working() as engine:
            doctor = here.doctor()
            await doctor.consent()
            await doctor.says("slow")
            await here.until(here.answerer.begun.is_set)
            drained = asyncio.create_task(engine.drain())
            here.answerer.go.set()
            await drained
            assert doctor.hears() == ["Turn 1: slow, after nothing"]
            await doctor.says("too late for this process")
            assert (await here.parts.post.backlog()).waiting == 1

    asyncio.run(run())


def test_the_answer_goes_where_the_last_message_was(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            first = doctor.writes("at the top")
            await doctor.told(first)
            await here.quiet()
            await doctor.told(doctor.writes("in the thread", thread_ts=first.ts))
            await here.quiet()
            said = [one for one in doctor.channel.messages.values() if "bot_id" in one]
            assert [one.get("thread_ts", "") for one in said] == ["", first.ts]
            assert doctor.hears()[1] == "Turn 2: in the thread, after at the top"

    asyncio.run(run())


def test_a_status_that_came_on_goes_off(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            told = doctor.writes("slow")
            await doctor.told(told)
            statuses = here.slack.desk.statuses
            await here.until(lambda: any(one["status"] == WORDS.status for one in statuses.values()))
            here.answerer.go.set()
            await here.quiet()
            await here.until(lambda: not any(one["status"] for one in statuses.values()))

    asyncio.run(run())


def test_a_start_without_words_is_welcomed_and_one_with_words_is_answered(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            await doctor.told(replace(doctor.writes("x", kind=Kind.START), text=""))
            await here.quiet()
            await doctor.told(doctor.writes("my rota", kind=Kind.START))
            await here.quiet()
            assert doctor.hears() == [WORDS.notes["started"], "Turn 1: my rota, after nothing"]

    asyncio.run(run())


def test_letters_that_somebody_else_sends_do_not_pile_up_in_memory(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working() as engine:
            for number in range(3000):
                engine._sender.expects(f"reply:{number}", here.clock.now())
            assert len(engine._sender._received) == 1000

    asyncio.run(run())
