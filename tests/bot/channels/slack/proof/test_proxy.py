"""The road to the replicas: in turns, past one that is down, and some deliveries a second time."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from tests.proving.processes import free_port
from tests.proving.proxy import Proxy


@asynccontextmanager
async def replica(port: int, seen: list[tuple[int, bytes, str]], status: int = 200) -> AsyncIterator[str]:
    """Something that listens, and notes what it is sent."""

    async def note(request: web.Request) -> web.Response:
        seen.append((port, await request.read(), request.headers.get("X-Slack-Retry-Num", "")))
        return web.Response(status=status, text="taken")

    app = web.Application()
    app.router.add_post("/slack/events", note)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


async def sent(proxy: Proxy, count: int) -> Counter[int]:
    async with ClientSession() as client:
        statuses: Counter[int] = Counter()
        for number in range(count):
            async with client.post(f"{proxy.url}/slack/events", data=f"event {number}") as answer:
                statuses[answer.status] += 1
        return statuses


def test_two_replicas_take_turns_and_one_that_is_down_is_passed_over() -> None:
    async def both() -> None:
        one, other = free_port(), free_port()
        seen: list[tuple[int, bytes, str]] = []
        proxy = Proxy([f"http://127.0.0.1:{port}" for port in (one, other)], again=0.0, seed=1)
        await proxy.start()
        try:
            async with replica(one, seen):
                async with replica(other, seen):
                    assert await sent(proxy, 10) == {200: 10}
                assert Counter(port for port, _, _ in seen) == {one: 5, other: 5}
                assert await sent(proxy, 10) == {200: 10}
                assert len(seen) == 20
                assert proxy.refused > 0
        finally:
            await proxy.stop()

    asyncio.run(both())


def test_an_acknowledged_delivery_comes_again_with_the_mark_of_a_retry_and_a_refused_one_does_not() -> None:
    async def both() -> None:
        for status, times in ((200, 2), (503, 1)):
            seen: list[tuple[int, bytes, str]] = []
            async with replica(free_port(), seen, status) as url:
                proxy = Proxy([url], again=1.0, seed=1, most_later=0.01)
                await proxy.start()
                try:
                    assert await sent(proxy, 3) == {status: 3}
                    await proxy.settled()
                    assert set(Counter(body for _, body, _ in seen).values()) == {times}
                    assert Counter(mark for _, _, mark in seen)["1"] == proxy.redelivered == (3 if times == 2 else 0)
                finally:
                    await proxy.stop()

    asyncio.run(both())
