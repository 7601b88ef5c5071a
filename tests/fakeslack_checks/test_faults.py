"""Faults happen as asked, as often as asked, and no longer."""

import asyncio
import time

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from tests.fakeslack.client import FakeSlackError
from tests.fakeslack.faults import Fault, Faults, fault_from
from tests.fakeslack_checks.bench import Bench, fake


async def _post(bench: Bench, user: str) -> int:
    """The status of an answer to a post; 0 where the connection broke."""
    try:
        answer = await bench.client.chat_postMessage(channel=user, text="x")
    except SlackApiError as refused:
        return int(refused.response.status_code)
    except (aiohttp.ClientError, ConnectionError):
        return 0
    return int(answer.status_code)


@pytest.mark.parametrize(
    ("kind", "status", "posted"),
    [("429", 429, 0), ("500", 500, 0), ("503", 503, 0), ("504_after", 504, 1), ("reset", 0, 0)],
)
def test_a_fault_happens_once_and_does_what_it_says(kind: str, status: int, posted: int) -> None:
    async def go() -> None:
        async with fake() as bench:
            user = await bench.driver.add_user("Amara Osei")
            await bench.driver.act("faults", method="chat.postMessage", kind=kind)
            assert await _post(bench, user) == status
            assert len(await bench.driver.transcript(user)) == posted
            bench.world.faults.clear()
            assert await _post(bench, user) == 200

    asyncio.run(go())


@pytest.mark.parametrize(("kind", "posted"), [("hang", 0), ("hang_after", 1)])
def test_a_call_that_hangs_ends_without_an_answer(kind: str, posted: int) -> None:
    async def go() -> None:
        async with fake() as bench:
            user = await bench.driver.add_user("Amara Osei")
            await bench.driver.act("faults", method="chat.postMessage", kind=kind, seconds=0.05)
            assert await _post(bench, user) == 0
            assert len(await bench.driver.transcript(user)) == posted

    asyncio.run(go())


def test_after_a_429_the_method_waits_in_that_place_and_calling_it_all_the_same_is_a_problem() -> None:
    async def go() -> None:
        async with fake() as bench:
            one, other = [await bench.driver.add_user(name) for name in ("Amara Osei", "Tom Reid")]
            await bench.driver.act("faults", method="chat.postMessage", kind="429", retry_after=30)
            with pytest.raises(SlackApiError) as refused:
                await bench.client.chat_postMessage(channel=one, text="x")
            assert refused.value.response.headers["Retry-After"] == "30"
            assert bench.problems == []
            assert await _post(bench, other) == 200
            assert await _post(bench, one) == 429
            assert bench.problems == [("chat.postMessage", "ratelimited")]

    asyncio.run(go())


def test_a_slow_method_answers_in_the_end_and_stays_slow() -> None:
    async def go() -> None:
        async with fake() as bench:
            await bench.driver.act("faults", method="auth.test", kind="slow", seconds=0.05)
            for _ in range(2):
                began = time.monotonic()
                assert (await bench.client.auth_test())["ok"]
                assert time.monotonic() - began >= 0.05

    asyncio.run(go())


def test_an_error_is_given_as_asked() -> None:
    async def go() -> None:
        async with fake() as bench:
            user = await bench.driver.add_user("Amara Osei")
            await bench.driver.act("faults", method="chat.postMessage", kind="error", error="is_archived")
            assert await bench.error("chat.postMessage", channel=user, text="x") == "is_archived"

    asyncio.run(go())


def test_in_an_outage_nothing_answers_and_afterwards_everything_does() -> None:
    async def go() -> None:
        async with fake() as bench:
            user = await bench.driver.add_user("Amara Osei")
            await bench.driver.act("outage", down=True)
            assert await _post(bench, user) == 0
            assert (await bench.driver.look("world"))["outage"] is True
            await bench.driver.act("outage", down=False)
            assert await _post(bench, user) == 200

    asyncio.run(go())


def test_faults_come_by_number_by_chance_and_by_method() -> None:
    faults = Faults()
    faults.add([Fault("a", "500", times=2), Fault("*", "503", rate=0.2)])
    met = [faults.of("a") for _ in range(1000)]
    assert [one.kind for one in met[:2] if one] == ["500", "500"]
    assert 150 < sum(one is not None for one in met[2:]) < 250
    assert {one.kind for one in met[2:] if one} == {"503"}


def test_a_fault_is_for_once_unless_it_says_otherwise() -> None:
    assert fault_from({"kind": "500"}).times == 1
    assert fault_from({"kind": "500", "rate": 0.5}).times == float("inf")
    assert fault_from({"kind": "slow"}).times == float("inf")


def test_a_fault_that_there_is_not_is_refused() -> None:
    async def go() -> None:
        async with fake() as bench:
            with pytest.raises(FakeSlackError, match="there is no fault"):
                await bench.driver.act("faults", method="*", kind="explode")

    asyncio.run(go())
