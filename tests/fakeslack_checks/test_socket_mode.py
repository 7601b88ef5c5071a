"""Socket Mode, with Slack's own client: one envelope to one connection, again when nobody acknowledges it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
import pytest
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakeslack.jsons import Json
from tests.fakeslack.known import APP_TOKEN
from tests.fakeslack_checks.bench import Bench, fake, settled


@dataclass(slots=True)
class Ear:
    """One connection of an app; it acknowledges what `heeds` says."""

    client: SocketModeClient
    heard: list[SocketModeRequest] = field(default_factory=list)
    heeds: Callable[[SocketModeRequest], bool] = lambda request: True
    says: Json | None = None

    async def listen(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        self.heard.append(request)
        if self.heeds(request):
            await client.send_socket_mode_response(SocketModeResponse(request.envelope_id, payload=self.says))


@asynccontextmanager
async def connected(bench: Bench) -> AsyncIterator[Ear]:
    """An app's connection."""
    before = len(bench.world.delivery.links)
    web = AsyncWebClient(base_url=f"{bench.world.state.url}/api/", retry_handlers=[])
    client = SocketModeClient(APP_TOKEN, web_client=web, ping_interval=0.2)
    ear = Ear(client)
    client.socket_mode_request_listeners.append(ear.listen)
    try:
        await client.connect()  # type: ignore[no-untyped-call]
        await until(lambda: len(bench.world.delivery.links) > before)
        yield ear
    finally:
        await client.close()  # type: ignore[no-untyped-call]


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(10):
        while not holds():
            await asyncio.sleep(0.005)


def test_an_event_comes_as_an_envelope_and_is_acknowledged() -> None:
    async def go() -> None:
        async with fake(mode="socket") as bench, connected(bench) as ear:
            user = await bench.driver.add_user("Amara Osei")
            await bench.driver.say(user, "hello")
            await settled(bench)
            one = ear.heard[0]
            assert (one.type, one.retry_attempt, one.accepts_response_payload) == ("events_api", 0, False)
            assert one.payload["event"]["text"] == "hello"
            assert bench.world.delivery.figures.acked == 1

    asyncio.run(go())


def test_what_is_not_acknowledged_comes_again_with_its_number_and_its_reason() -> None:
    async def go() -> None:
        async with fake(mode="socket") as bench, connected(bench) as ear:
            await bench.driver.act("clock", scale=1e5, acknowledge=0.5)
            ear.heeds = lambda request: request.retry_attempt == 2
            await bench.driver.say(await bench.driver.add_user("Amara Osei"), "hello")
            await settled(bench)
            assert [(one.retry_attempt, one.retry_reason) for one in ear.heard] == [
                (0, ""),
                (1, "http_timeout"),
                (2, "http_timeout"),
            ]
            assert len({one.payload["event_id"] for one in ear.heard}) == 1
            assert len({one.envelope_id for one in ear.heard}) == 3

    asyncio.run(go())


def test_each_event_goes_to_one_of_several_connections() -> None:
    async def go() -> None:
        async with fake(mode="socket") as bench, connected(bench) as one, connected(bench) as other:
            user = await bench.driver.add_user("Amara Osei")
            for number in range(40):
                await bench.driver.say(user, str(number))
            await settled(bench)
            texts = [str(heard.payload["event"]["text"]) for heard in one.heard + other.heard]
            assert sorted(texts, key=int) == [str(number) for number in range(40)]
            assert one.heard
            assert other.heard

    asyncio.run(go())


def test_events_while_nobody_is_connected_arrive_as_retries() -> None:
    async def go() -> None:
        async with fake(mode="socket") as bench:
            await bench.driver.say(await bench.driver.add_user("Amara Osei"), "hello")
            async with connected(bench) as ear:
                await settled(bench)
                assert [(one.retry_attempt, one.retry_reason) for one in ear.heard] == [(1, "connection_failed")]

    asyncio.run(go())


def test_a_client_that_is_told_to_disconnect_comes_back() -> None:
    async def go() -> None:
        async with fake(mode="socket") as bench, connected(bench) as ear:
            before = await ear.client.session_id()
            await bench.driver.act("sockets", disconnect="refresh_requested")
            async with asyncio.timeout(10):
                while await ear.client.session_id() == before or not await ear.client.is_connected():
                    await asyncio.sleep(0.02)
            await until(lambda: len(bench.world.delivery.links) == 1)
            await bench.driver.say(await bench.driver.add_user("Amara Osei"), "hello")
            await until(lambda: bool(ear.heard))
            assert ear.heard[0].payload["event"]["text"] == "hello"

    asyncio.run(go())


def test_a_deaf_connection_is_open_and_takes_nothing() -> None:
    async def go() -> None:
        async with fake(mode="socket") as bench, connected(bench) as ear:
            await bench.driver.act("clock", scale=1e5, acknowledge=0.05)
            await bench.driver.act("sockets", deaf=True)
            await bench.driver.say(await bench.driver.add_user("Amara Osei"), "hello")
            await settled(bench)
            assert ear.heard == []
            assert (await bench.driver.look("sockets"))["deaf"] is True
            assert bench.world.delivery.figures.lost == 1

    asyncio.run(go())


def test_what_an_app_says_to_a_command_comes_with_its_acknowledgement() -> None:
    async def go() -> None:
        async with fake(mode="socket") as bench, connected(bench) as ear:
            ear.says = {"text": "here is what I can do"}
            user = await bench.driver.add_user("Amara Osei")
            answer = await bench.driver.act("command", user=user, command="/coach", text="help")
            assert ear.heard[0].type == "slash_commands"
            assert ear.heard[0].payload["text"] == "help"
            assert answer["response"] == {"ok": True, "text": "here is what I can do"}
            assert [one["ephemeral"] for one in await bench.driver.transcript(user)] == [True]

    asyncio.run(go())


def test_an_address_to_connect_to_is_good_once() -> None:
    async def go() -> None:
        async with fake(mode="socket") as bench:
            url = (await bench.client.apps_connections_open(app_token=APP_TOKEN))["url"]
            async with aiohttp.ClientSession() as session:
                async with session.ws_connect(url) as socket:
                    assert (await socket.receive_json())["type"] == "hello"
                with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                    await session.ws_connect(url)

    asyncio.run(go())
