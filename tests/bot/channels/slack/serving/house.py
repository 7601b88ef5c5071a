"""The whole channel as it is served, over the real store and the strict fake Slack, in one process."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from bot.adapters.store.engine import open_engine
from bot.adapters.store.mentoring.sharing import SqlSharing
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.writer import Writer
from bot.channels.slack import bolt
from bot.channels.slack.clients import Clients, Connection
from bot.channels.slack.engine.engine import Engine
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.parts import Parts
from bot.channels.slack.serving.run import Service
from bot.compose_me import press
from tests.bot.adapters.store.databases import KEYRING
from tests.bot.channels.slack.edge.world import MemoryWorkspaces
from tests.bot.channels.slack.engine.answering import RoteAnswerer
from tests.bot.channels.slack.engine.world import QUICK, words_of
from tests.bot.channels.slack.render.samples import WORDS
from tests.fakeslack.desk import Said
from tests.fakeslack.known import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, TEAM
from tests.fakeslack.server import Settings, running
from tests.fakeslack.state import Channel, User
from tests.fakeslack.world import World as Slack

PATIENCE = 20.0


class TrueClock:
    """The time of day."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class House:
    """A service that runs at `url`, and one doctor who has agreed to it."""

    slack: Slack
    service: Service
    parts: Parts
    answerer: RoteAnswerer
    url: str
    user: User
    channel: Channel
    serving: "asyncio.Task[None]"
    writer: Writer

    def says(self, text: str) -> None:
        """The doctor writes, and Slack delivers it."""
        self.slack.desk.say(self.channel, self.user, Said(text))

    def hears(self) -> list[str]:
        """The words of the coach's messages."""
        return [words_of(one) for one in self.channel.messages.values() if "bot_id" in one]

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; a failure where it never does."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, "it never came to that"
            await asyncio.sleep(0.02)

    async def get(self, path: str) -> tuple[int, str]:
        """What the service answers."""
        async with aiohttp.ClientSession() as session, session.get(f"{self.url}{path}") as response:
            return response.status, await response.text()


@asynccontextmanager
async def house(folder: Path, *, mode: str = "http") -> AsyncIterator[House]:
    """The house, serving; it is told to stop at the end, and must have ended well."""
    database = open_engine(f"sqlite:///{folder / 'coach.db'}", KEYRING)
    writer = Writer(database)
    answerer = RoteAnswerer()
    async with running(Settings(mode=mode)) as slack:
        addresses: asyncio.Queue[str] = asyncio.Queue()
        service = _service(slack, writer, answerer, mode, addresses.put_nowait)
        user = slack.state.add_user(TEAM, "Amara")
        await service.parts.people.consent(f"{TEAM}:{user.id}", WORDS.consent.version, datetime.now(UTC))
        serving = asyncio.create_task(service.serve())
        url = await asyncio.wait_for(addresses.get(), PATIENCE)
        slack.delivery.request_url = f"{url}/slack/events"
        channel = slack.state.direct(user)
        try:
            yield House(slack, service, service.parts, answerer, url, user, channel, serving, writer)
        finally:
            answerer.go.set()
            service.stop.set()
            await asyncio.wait_for(serving, PATIENCE)
            await asyncio.to_thread(writer.close)
            database.dispose()


def _service(
    slack: Slack, writer: Writer, answerer: RoteAnswerer, mode: str, listening: Callable[[str], None]
) -> Service:
    app_token = APP_TOKEN if mode == "socket" else ""
    api_url = f"{slack.state.url}/api/"
    connection = Connection(signing_secret=SIGNING_SECRET, bot_token=BOT_TOKEN, app_token=app_token, api_url=api_url)
    parts = Parts(
        answerer=answerer,
        post=SqlPostOffice(writer, "one"),
        people=SqlPeople(writer),
        workspaces=MemoryWorkspaces(),
        words=WORDS,
        passages=lambda cited: cited.key,
        clock=TrueClock(),
        metrics=Metrics(),
        options=replace(QUICK),
        sharing=SqlSharing(writer),
        press=press(),
        console_url="https://mentors.example",
    )
    clients = Clients(connection, parts.workspaces)
    engine = Engine(parts, clients)
    app = bolt.build(parts, engine, connection, clients=clients)
    return Service(parts, app, engine, clients, port=0, app_token=app_token, listening=listening)
