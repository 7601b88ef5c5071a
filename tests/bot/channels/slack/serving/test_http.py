import asyncio
import io
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import aiohttp
import pytest

from bot.channels.slack.parts import Parts
from bot.channels.slack.serving.health import Health
from bot.ports.post import Backlog, PostOffice
from tests.bot.channels.slack.serving.house import House, house


class Office:
    """A post office that only tells what waits, or fails to."""

    def __init__(self, told: Backlog | Exception) -> None:
        self._told = told

    async def backlog(self) -> Backlog:
        if isinstance(self._told, Exception):
            raise self._told
        return self._told


def _with(here: House, told: Backlog | Exception) -> Parts:
    return replace(here.parts, post=cast(PostOffice, Office(told)))


async def post(here: House, body: object, **headers: str) -> int:
    """A request to where Slack sends its own."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{here.url}/slack/events", data=body, headers=headers) as response,
    ):
        return response.status


def test_health_figures_and_nothing_else(tmp_path: Path) -> None:
    async def run() -> None:
        async with house(tmp_path) as here:
            assert await here.get("/healthz") == (200, "alive")
            status, told = await here.get("/readyz")
            assert status == 200
            assert json.loads(told) == {
                "ready": True,
                "database": True,
                "draining": False,
                "waiting": 0,
                "oldest_waiting_seconds": 0.0,
                "unsent": 0,
                "oldest_unsent_seconds": 0.0,
                "in_doubt": 0,
                "failed": 0,
            }
            here.says("hello")
            await here.until(lambda: b"coach_slack_sent_total 1.0" in here.parts.metrics.exposed())
            _, told = await here.get("/metrics")
            assert "coach_slack_acknowledged_seconds_count 0.0" not in told
            assert "hello" not in told
            assert here.user.id not in told
            for path in ("/", "/slack/events", "/slack/install", "/docs"):
                assert (await here.get(path))[0] in {404, 405}

    asyncio.run(run())


def test_what_is_not_slacks_is_refused(tmp_path: Path) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 100_000

    async def run() -> None:
        async with house(tmp_path) as here:
            assert await post(here, b'{"type": "event_callback"}') == 401
            assert await post(here, io.BytesIO(b"x" * (1024 * 1024 + 1))) == 413
            assert await post(here, pieces()) == 413
            assert await post(here, b"\xff\xfe{}") == 400
            status, told = await here.get("/metrics")
            assert status == 200
            for kind in ("forged", "too_large", "unreadable"):
                assert f'coach_slack_refused_total{{kind="{kind}"}}' in told
            assert (await here.parts.post.backlog()).waiting == 0

    asyncio.run(run())


def test_a_process_that_ends_takes_nothing_in(tmp_path: Path) -> None:
    async def run() -> None:
        async with house(tmp_path) as here:
            here.says("slow")
            await here.until(here.answerer.begun.is_set)
            here.service.stop.set()
            await here.until(lambda: not here.service.engine._tasks or here.service.engine._draining)

            async def refused() -> bool:
                try:
                    return await post(here, b"{}") == 503
                except aiohttp.ClientError:
                    return True

            assert await refused()

    asyncio.run(run())


@pytest.mark.parametrize(
    ("backlog", "ready"),
    [
        (Backlog(), True),
        (Backlog(waiting=3, oldest_waiting=10.0), True),
        (Backlog(waiting=3, oldest_waiting=121.0), False),
        (Backlog(unsent=3, oldest_unsent=3600.0, in_doubt=2, failed=1), True),
    ],
)
def test_a_coach_at_which_nobody_works_is_not_ready(tmp_path: Path, backlog: Backlog, ready: bool) -> None:
    async def run() -> None:
        async with house(tmp_path) as here:
            health = Health(_with(here, backlog))
            assert (await health.ready())[0] is ready
            health.socket(alive=False, ping_age=31.0)
            well, told = await health.ready()
            assert not well
            assert (told["socket"], told["ping_age_seconds"]) == (False, 31.0)
            health.socket(alive=True, ping_age=1.0)
            assert (await health.ready())[0] is ready
            health.draining = True
            assert not (await health.ready())[0]

    asyncio.run(run())


def test_a_store_that_does_not_answer_is_not_ready(tmp_path: Path) -> None:
    async def run() -> None:
        async with house(tmp_path) as here:
            health = Health(_with(here, RuntimeError("the words of somebody")))
            assert await health.ready() == (False, {"ready": False, "database": False})

    asyncio.run(run())
