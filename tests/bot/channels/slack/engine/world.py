"""A small hospital: the engine over the real store on a disk, and the strict fake Slack in the same process."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine as Database

from bot.adapters.store.engine import open_engine
from bot.adapters.store.mentoring.sharing import SqlSharing
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.writer import Writer
from bot.channels.slack.clients import Clients, Connection
from bot.channels.slack.engine.engine import Engine
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.parts import Options, Parts
from bot.compose_me import press
from bot.ports.incoming import Inbound, Kind
from tests.bot.adapters.store.databases import KEYRING
from tests.bot.channels.slack.edge.world import MemoryWorkspaces
from tests.bot.channels.slack.engine.answering import RoteAnswerer
from tests.bot.channels.slack.render.samples import WORDS
from tests.fakeslack.desk import Said
from tests.fakeslack.faults import Fault
from tests.fakeslack.known import BOT_TOKEN, TEAM
from tests.fakeslack.server import Settings, running
from tests.fakeslack.state import Channel, User
from tests.fakeslack.world import World as Slack

QUICK = Options(join=0.0, join_longest=0.0, doubt=0.05, poll=0.05, drain=5.0)
_PATIENCE = 20.0


class MovedClock:
    """The time of day, moved by as much as a test likes; it goes on by itself."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


class KilledError(BaseException):
    """The process ends here: nothing that catches errors may catch it."""


@dataclass
class Probe:
    """Ends the process at the first time that a named point is reached."""

    point: str = ""
    reached: list[str] = field(default_factory=list)

    def __call__(self, point: str) -> None:
        self.reached.append(point)
        if point == self.point:
            self.point = ""
            raise KilledError(point)

    @property
    def struck(self) -> bool:
        return bool(self.reached) and not self.point


@dataclass
class Hospital:
    """All of it; `engine` is the one that runs now."""

    slack: Slack
    database: Database
    options: Options
    answerer: RoteAnswerer = field(default_factory=RoteAnswerer)
    clock: MovedClock = field(default_factory=MovedClock)
    metrics: Metrics = field(default_factory=Metrics)
    writer: Writer = field(init=False)
    parts: Parts = field(init=False)
    engine: Engine = field(init=False)
    clients: Clients = field(init=False)

    def doctor(self, name: str = "Amara") -> "Doctor":
        """Somebody who works there."""
        user = self.slack.state.add_user(TEAM, name)
        return Doctor(self, user, self.slack.state.direct(user))

    @asynccontextmanager
    async def working(
        self, *, probe: Callable[[str], None] | None = None, without: frozenset[str] = frozenset(), owner: str = "a"
    ) -> AsyncIterator[Engine]:
        """A process: the engine runs inside, and is ended without ceremony at the end."""
        reached = probe or (lambda _point: None)
        connection = Connection(bot_token=BOT_TOKEN, api_url=f"{self.slack.state.url}/api/")
        self.clients = Clients(connection, MemoryWorkspaces())
        self.writer = Writer(self.database)
        self.parts = Parts(
            answerer=self.answerer,
            post=SqlPostOffice(self.writer, owner, now=self.clock.now, reached=reached, without=without),
            people=SqlPeople(self.writer),
            workspaces=MemoryWorkspaces(),
            sharing=SqlSharing(self.writer, now=self.clock.now),
            press=press(),
            words=WORDS,
            passages=lambda cited: cited.key,
            clock=self.clock,
            metrics=self.metrics,
            options=self.options,
        )
        await self.clients.warm()
        self.engine = Engine(self.parts, self.clients, reached=reached, without=without)
        run = asyncio.create_task(self.engine.run())
        try:
            yield self.engine
        finally:
            run.cancel()
            await asyncio.gather(run, return_exceptions=True)
            await self.clients.close()
            await asyncio.to_thread(self.writer.close)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; a failure where it never does."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, "it never came to that"
            await asyncio.sleep(0.01)

    async def quiet(self) -> None:
        """Wait until nothing waits and nothing is to be sent."""
        end = time.monotonic() + _PATIENCE
        while (left := await self.parts.post.backlog()).waiting or left.unsent:
            assert time.monotonic() < end, left
            await asyncio.sleep(0.02)

    def fault(
        self, method: str, kind: str, *, times: float = 1, retry_after: int = 1, seconds: float = 1, error: str = ""
    ) -> None:
        """Something goes wrong with the next call of a method, or with as many as `times`."""
        fault = Fault(method, kind, times=times, retry_after=retry_after, seconds=seconds, error=error)
        self.slack.faults.add([fault])

    @property
    def figures(self) -> str:
        """What was counted."""
        return self.metrics.exposed().decode()


@dataclass
class Doctor:
    """One doctor and their direct channel."""

    hospital: Hospital
    user: User
    channel: Channel

    @property
    def lane(self) -> str:
        return f"{TEAM}:{self.channel.id}"

    @property
    def person(self) -> str:
        return f"{TEAM}:{self.user.id}"

    async def consent(self) -> None:
        """Agree to the first-contact text."""
        await self.hospital.parts.people.consent(self.person, WORDS.consent.version, self.hospital.clock.now())

    def writes(self, text: str, *, thread_ts: str = "", kind: Kind = Kind.MESSAGE) -> Inbound:
        """Write to the coach; what Slack would deliver, and has not."""
        posted, event_id = self.hospital.slack.desk.say(self.channel, self.user, Said(text, thread_ts))
        ts = str(posted["ts"])
        return replace(self._inbound(kind, event_id or f"Ev{ts}", ts, text), thread_ts=thread_ts)

    def edits(self, ts: str, text: str) -> Inbound:
        """Write something else in the place of a message."""
        self.hospital.slack.desk.edit(self.channel, ts, text)
        sent = self.hospital.slack.state.now()
        return replace(self._inbound(Kind.EDIT, f"Ev{sent}", sent, text), about_ts=ts)

    def deletes(self, ts: str) -> Inbound:
        """Take a message back."""
        self.hospital.slack.desk.delete(self.channel, ts)
        sent = self.hospital.slack.state.now()
        return replace(self._inbound(Kind.DELETION, f"Ev{sent}", sent), about_ts=ts)

    def calls(self, channel: Channel, text: str) -> Inbound:
        """Mention the coach in a channel."""
        posted, event_id = self.hospital.slack.desk.say(channel, self.user, Said(text))
        ts = str(posted["ts"])
        inbound = self._inbound(Kind.MENTION, event_id or f"Ev{ts}", ts, text)
        return replace(inbound, channel=channel.id, thread_ts=ts)

    def _inbound(self, kind: Kind, event_id: str, sent: str, text: str = "") -> Inbound:
        return Inbound(
            event_id,
            TEAM,
            self.channel.id,
            self.user.id,
            kind,
            sent,
            self.hospital.clock.now(),
            ts=sent,
            text=text,
            urgent=self.hospital.answerer.urgent(text),
        )

    async def told(self, *inbound: Inbound) -> None:
        """Deliver: taken in, acknowledged, and the engine woken."""
        for one in inbound:
            if await self.hospital.parts.post.accept(one):
                self.hospital.engine.wake(one.lane, urgent=one.urgent)

    async def says(self, *texts: str) -> tuple[Inbound, ...]:
        """Write and deliver, one after the other."""
        told = tuple(self.writes(text) for text in texts)
        await self.told(*told)
        return told

    def hears(self, channel: Channel | None = None) -> list[str]:
        """The words of the coach's messages, oldest first."""
        found = (channel or self.channel).messages.values()
        return [words_of(one) for one in found if "bot_id" in one]


def words_of(message: object) -> str:
    """The words of the first block of a message, or its text where it has none."""
    assert isinstance(message, dict)
    blocks = message.get("blocks")
    if not isinstance(blocks, Sequence) or not blocks:
        return str(message.get("text"))
    return str(blocks[0].get("text", {}).get("text", ""))


@asynccontextmanager
async def hospital(folder: Path, options: Options = QUICK) -> AsyncIterator[Hospital]:
    """The hospital, with its database in a folder."""
    async with running(Settings(mode="none")) as slack:
        database = open_engine(f"sqlite:///{folder / 'coach.db'}", KEYRING)
        made = Hospital(slack, database, options)
        try:
            yield made
            assert slack.state.problems == []  # no rule of Slack's was broken
        finally:
            made.answerer.go.set()
            database.dispose()
