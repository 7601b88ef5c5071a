"""The deadline: whatever the server does, whoever asks beside, and nothing is left open behind it."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.adapters.chat_model.breaker import Breaker
from bot.adapters.chat_model.langchain_model import Asking
from bot.adapters.chat_model.opening import Opening, open_model
from bot.adapters.chat_model.within import Background, background
from bot.coaching.drafting.shape import Worded
from bot.ports.chat_model import Failure, Usage
from tests.bot.adapters.chat_model.conftest import Opener, prompt
from tests.stubmodel.client import StubModel

MANY = 32


def test_an_answer_that_hangs_is_cut_off_and_its_connection_closed(opened: Opener, stub: StubModel) -> None:
    stub.faults("hang", times=9)
    asked = opened().ask(prompt(), Worded, 1.0)
    assert asked.failure is Failure.SLOW
    assert stub.closed()
    assert stub.count("left") == asked.usage.calls


def test_an_answer_that_drips_does_not_live_by_its_bytes(opened: Opener, stub: StubModel) -> None:
    stub.faults("drip", times=9, seconds=0.2)
    asked = opened().ask(prompt(), Worded, 1.0)
    assert asked.failure is Failure.SLOW
    assert stub.closed()


def test_many_threads_ask_at_once_and_none_is_left_behind(opened: Opener, stub: StubModel) -> None:
    model = opened()
    model.ask(prompt(), Worded, 30.0)  # whatever is started once is started
    before = {one.name for one in threading.enumerate() if not one.name.startswith("chat-model-call")}
    stub.chance(0.3, ["cut", "500", "429", "truncated", "reset", "refusal"])
    with ThreadPoolExecutor(MANY) as pool:
        asked = list(pool.map(lambda number: model.ask(prompt(f"Night {number}."), Worded, 30.0), range(2 * MANY)))
    assert len(asked) == 2 * MANY
    assert all((one.answer is None) == (one.failure is not None) for one in asked)
    assert sum(one.failure is None for one in asked) > MANY
    assert {one.name for one in threading.enumerate() if not one.name.startswith("chat-model-call")} == before
    assert stub.closed()


def test_many_that_hang_are_all_cut_off(opened: Opener, stub: StubModel) -> None:
    model = opened()
    stub.faults("hang", times=3 * MANY)
    with ThreadPoolExecutor(MANY) as pool:
        asked = list(pool.map(lambda number: model.ask(prompt(f"Night {number}."), Worded, 2.0), range(MANY)))
    assert {one.failure for one in asked} == {Failure.SLOW}
    assert stub.closed()


def test_models_share_one_thread(opened: Opener) -> None:
    opened().ask(prompt(), Worded, 30.0)
    opened("json_mode").ask(prompt(), Worded, 30.0)
    assert [one.name for one in threading.enumerate()].count("chat-model") == 1
    assert background() is background()


def test_work_that_is_late_is_cancelled() -> None:
    cancelled = threading.Event()

    async def late() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    with pytest.raises(TimeoutError):
        background().run(late(), 0.05)
    assert cancelled.wait(5)


def test_the_caller_goes_on_even_where_the_loop_stands_still() -> None:
    """A library that holds the loop up, as an import does, must not hold up who waits."""
    released = threading.Event()

    async def stands_still() -> None:
        released.wait(10)

    own = Background()
    try:
        with pytest.raises(TimeoutError):
            own.run(stands_still(), 0.05)
    finally:
        released.set()
        own.close()


def test_what_the_work_raises_reaches_the_caller() -> None:
    async def fails() -> None:
        raise LookupError(time.time())

    with pytest.raises(LookupError):
        background().run(fails(), 5)


def test_calls_that_hang_on_threads_of_their_own_leave_threads_for_others() -> None:
    """A provider whose client can only wait is called on a thread, which cancelling does not end."""
    released = threading.Event()
    own = Background()
    hung = [asyncio.run_coroutine_threadsafe(asyncio.to_thread(released.wait, 60), own._loop) for _ in range(48)]
    try:
        assert own.run(asyncio.to_thread(lambda: "answer"), 10) == "answer"
    finally:
        released.set()
        for one in hung:
            one.result(10)
        own.close()


@pytest.mark.parametrize("within_s", [0.6, 0.3, 0.05, 0.01, 0.0, -1.0])
def test_however_little_time_there_is_it_is_late_and_no_more(opened: Opener, stub: StubModel, within_s: float) -> None:
    stub.faults("hang", times=9)
    breaker = Breaker(most=1)
    asked = opened(breaker=breaker).ask(prompt(), Worded, within_s)
    assert (asked.answer, asked.failure) == (None, Failure.SLOW)
    assert asked.usage.calls <= 1
    assert within_s > 0.05 or asked.usage == Usage()
    assert breaker.enter() is not None  # too little time is not the provider's failure
    assert stub.closed()


def test_a_deadline_of_a_second_still_opens_the_circuit(stub: StubModel) -> None:
    model = open_model(Opening(Asking("openai:stub-1"), url=stub.url, timeout_s=1.0))
    stub.faults("hang", times=99)
    with ThreadPoolExecutor(8) as pool:
        first = list(pool.map(lambda _: model.ask(prompt(), Worded, 0.99).failure, range(8)))
    assert first == [Failure.SLOW] * 8
    assert model.ask(prompt(), Worded, 0.99).failure is Failure.RESTING
    assert stub.closed()
