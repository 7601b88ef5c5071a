"""The deadline: whatever the server does, whoever asks beside, and nothing is left open behind it."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.adapters.chat_model.within import Background, background
from bot.coaching.drafting.shape import Worded
from bot.ports.chat_model import Failure
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
    before = {one.name for one in threading.enumerate() if not one.name.startswith("asyncio")}
    stub.chance(0.3, ["cut", "500", "429", "truncated", "reset", "refusal"])
    with ThreadPoolExecutor(MANY) as pool:
        asked = list(pool.map(lambda number: model.ask(prompt(f"Night {number}."), Worded, 30.0), range(2 * MANY)))
    assert len(asked) == 2 * MANY
    assert all((one.answer is None) == (one.failure is not None) for one in asked)
    assert sum(one.failure is None for one in asked) > MANY
    assert {one.name for one in threading.enumerate() if not one.name.startswith("asyncio")} == before
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
