"""For tests of the fake: it runs in this process, with Slack's own client, and an app that only remembers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakeslack.jsons import Json, record
from tests.fakeslack.known import BOT_TOKEN, SIGNING_SECRET
from tests.fakeslack.load_client import LoadClient
from tests.fakeslack.manifest import Manifest
from tests.fakeslack.server import Settings, running
from tests.fakeslack.world import World

SECTION: Json = {"type": "section", "text": {"type": "mrkdwn", "text": "words"}}


def button(action_id: str = "go", value: str = "1") -> Json:
    return {
        "type": "button",
        "action_id": action_id,
        "value": value,
        "text": {"type": "plain_text", "text": "Go"},
    }


def modal(*blocks: Json, **more: object) -> Json:
    title = {"type": "plain_text", "text": "Title"}
    return {"type": "modal", "title": title, "callback_id": "form", "blocks": list(blocks or (SECTION,)), **more}


@dataclass(slots=True)
class Bench:
    """The fake, Slack's own client with the bot's token, and the driver."""

    world: World
    client: AsyncWebClient
    driver: LoadClient

    @property
    def problems(self) -> list[tuple[str, str]]:
        return [(one.method, one.code) for one in self.world.state.problems]

    async def call(self, method: str, **sent: object) -> Json:
        """Call a method with JSON; the answer, also where it is a refusal."""
        try:
            answer = await self.client.api_call(method, json=sent)
        except SlackApiError as refused:
            return record(refused.response.data)
        return record(answer.data)

    async def error(self, method: str, **sent: object) -> object:
        """Slack's word for why a call is refused; None where it is not."""
        return (await self.call(method, **sent)).get("error")


@asynccontextmanager
async def fake(*, mode: str = "none", app: Manifest | None = None, events_url: str = "") -> AsyncIterator[Bench]:
    """The fake, running."""
    settings = Settings(mode=mode, events_url=events_url)
    async with running(settings, app=app or Manifest()) as world:
        client = AsyncWebClient(BOT_TOKEN, base_url=f"{world.state.url}/api/", retry_handlers=[])
        async with LoadClient(world.state.url) as driver:
            yield Bench(world, client, driver)


@dataclass(slots=True)
class App:
    """An app that remembers what came and answers as told; a request that is not Slack's fails the test."""

    url: str = ""
    bodies: list[Json] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    forged: int = 0
    answer: Callable[[int, Json], tuple[int, object]] = lambda number, body: (200, None)
    slow: dict[int, float] = field(default_factory=dict)
    held: dict[int, asyncio.Event] = field(default_factory=dict)
    answer_headers: dict[str, str] = field(default_factory=dict)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        if not SignatureVerifier(SIGNING_SECRET).is_valid_request(raw, dict(request.headers)):
            self.forged += 1
        number = len(self.bodies)
        if request.content_type == "application/json":
            body = record(await request.json())
        else:
            body = dict((await request.post()).items())
        self.bodies.append(body)
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        await asyncio.sleep(self.slow.get(number, 0.0))
        if number in self.held:
            await self.held[number].wait()
        status, said = self.answer(number, body)
        if said is None:
            return web.Response(status=status, headers=self.answer_headers)
        return web.json_response(said, status=status, headers=self.answer_headers)

    async def until(self, count: int, seconds: float = 10.0) -> None:
        """Wait until so many requests have come."""
        async with asyncio.timeout(seconds):
            while len(self.bodies) < count:
                await asyncio.sleep(0.005)

    @property
    def events(self) -> list[Json]:
        return [record(one["event"]) for one in self.bodies if "event" in one]


@asynccontextmanager
async def listening() -> AsyncIterator[App]:
    """The app, listening on this machine."""
    app = App()
    site = web.Application()
    site.router.add_post("/slack/events", app.handle)
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        app.url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        yield app
    finally:
        await runner.cleanup()


async def settled(bench: Bench, seconds: float = 10.0) -> None:
    """Wait until every delivery is over, acknowledged or lost."""
    async with asyncio.timeout(seconds):
        figures = bench.world.delivery.figures
        while figures.acked + figures.lost < figures.count:
            await asyncio.sleep(0.005)
