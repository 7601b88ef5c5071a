"""The console as it runs: it listens, answers, stops in order, and stands beside another application."""

import asyncio
import signal
import socket
from dataclasses import replace

import aiohttp
import pytest

from bot.channels.console.parts import Options
from bot.channels.console.serving import Service
from bot.errors import CoachError
from tests.bot.channels.console.world import world

HERE = Options("http://127.0.0.1:1")


async def status(url: str) -> tuple[int, str, str]:
    async with aiohttp.ClientSession() as session, session.get(url, allow_redirects=False) as answer:
        return answer.status, answer.headers.get("Server", ""), answer.headers.get("Content-Security-Policy", "")


def test_it_listens_answers_and_stops_when_told() -> None:
    async def main() -> None:
        async with world(HERE) as here:
            heard: asyncio.Future[str] = asyncio.get_running_loop().create_future()
            service = Service(here.parts, port=0, listening=heard.set_result)
            serving = asyncio.create_task(service.serve())
            url = await heard
            for path, wanted in (("/healthz", 200), ("/sign-in", 200), ("/people", 303), ("/nothing", 404)):
                found, server, policy = await status(url + path)
                assert (found, server) == (wanted, "")
                assert policy
            service.stop.set()
            async with asyncio.timeout(20):
                await serving
            with pytest.raises(aiohttp.ClientConnectionError):
                await status(url + "/healthz")

    asyncio.run(main())


def test_a_port_that_is_taken_is_said() -> None:
    async def main() -> None:
        async with world(HERE) as here:
            with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(CoachError, match="Is it taken"):
                await Service(here.parts, port=taken.getsockname()[1]).serve()

    asyncio.run(main())


def test_it_does_not_start_where_it_would_send_talks_in_the_clear() -> None:
    async def main() -> None:
        async with world(HERE) as here:
            parts = replace(here.parts, options=Options("http://coach.example"))
            with pytest.raises(CoachError, match="https"):
                await Service(parts, port=0).serve()

    asyncio.run(main())


def test_beside_another_service_that_one_hears_the_signals_and_says_when_to_stop() -> None:
    async def main() -> None:
        async with world(HERE) as here:
            stop, heard = asyncio.Event(), asyncio.get_running_loop().create_future()
            before = signal.getsignal(signal.SIGTERM)
            serving = asyncio.create_task(Service(here.parts, port=0, listening=heard.set_result).run(stop))
            url = await heard
            assert signal.getsignal(signal.SIGTERM) is before
            assert (await status(url + "/healthz"))[0] == 200
            stop.set()
            async with asyncio.timeout(20):
                await serving

    asyncio.run(main())
