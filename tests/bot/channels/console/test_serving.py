"""The console as it runs: it listens, answers, stops in order, and stands beside another application."""

import asyncio
import socket
from dataclasses import replace

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.console.parts import Options
from bot.channels.console.serving import Service, beside
from bot.errors import CoachError
from tests.bot.channels.console.world import Browser, world

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


async def slack(_request: Request) -> Response:
    return PlainTextResponse("slack")


@pytest.mark.parametrize(
    ("path", "whose"),
    [
        ("/slack/events", "slack"),
        ("/healthz", "slack"),
        ("/readyz", "slack"),
        ("/metrics", "slack"),
        ("/slackers", "console"),
        ("/healthz/x", "console"),
        ("/sign-in", "console"),
        ("/", "console"),
    ],
)
def test_beside_slack_each_gets_what_is_meant_for_it(path: str, whose: str) -> None:
    async def main() -> None:
        async with world() as here:
            here.app = beside(Starlette(routes=[Route("/{path:path}", slack)]), here.app)  # type: ignore[assignment]
            browser: Browser = await here.browser()
            answer = await browser.get(path)
            assert (answer.text == "slack") is (whose == "slack")
            assert ("content-security-policy" in answer.headers) is (whose == "console")

    asyncio.run(main())
