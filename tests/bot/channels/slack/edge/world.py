"""A small world at the edge: the real app, post office and people on SQLite, a recording engine and Web API."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from slack_bolt import BoltResponse
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.adapters.store.engine import open_engine
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.writer import Writer
from bot.channels.slack.bolt import CoachApp, build
from bot.channels.slack.clients import Clients, Connection
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.parts import Parts
from bot.channels.slack.render import letters
from bot.channels.slack.render.letters import Where
from bot.coaching.cited import Cited
from bot.coaching.record import TurnRecord
from bot.compose_me import press
from bot.ports.incoming import Fate, Inbound, Kind, conversation_of
from bot.ports.people import Workspace
from bot.ports.post import Claim, Finished, Letter, PostOffice
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.mentors import MemorySharing
from tests.bot.channels.slack.edge.webapi import WebApi, serving
from tests.bot.channels.slack.render.samples import WORDS
from tests.bot.small_world import coach

SECRET = "not much of a secret"  # noqa: S105
PERSON = f"{payloads.TEAM}:{payloads.DOCTOR}"
LANE = f"{payloads.TEAM}:{payloads.DIRECT}"


class StillClock:
    """A time of day that stands until it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 21, 9, tzinfo=UTC)

    def now(self) -> datetime:
        """That time."""
        return self.at


@dataclass
class RecordingEngine:
    """An engine that does nothing but write down what it was told."""

    woken: list[tuple[str, bool]] = field(default_factory=list)
    stops: list[str] = field(default_factory=list)
    drops: list[str] = field(default_factory=list)
    letters: int = 0

    def wake(self, lane: str, *, urgent: bool) -> None:
        self.woken.append((lane, urgent))

    def stopped(self, lane: str, *, thread_ts: str = "") -> None:
        self.stops.append(lane)

    def dropped(self, lane: str) -> None:
        self.drops.append(lane)

    def letters_waiting(self) -> None:
        self.letters += 1


@dataclass
class MemoryWorkspaces:
    """Workspaces in memory; states are good once and until they expire."""

    kept: dict[str, Workspace] = field(default_factory=dict)
    states: dict[str, datetime] = field(default_factory=dict)
    asked: int = 0

    async def install(self, workspace: Workspace, at: datetime) -> None:
        self.kept[workspace.team] = workspace

    async def find(self, team: str) -> Workspace | None:
        self.asked += 1
        return self.kept.get(team)

    async def all(self) -> Sequence[Workspace]:
        return tuple(self.kept.values())

    async def uninstall(self, team: str) -> None:
        self.kept.pop(team, None)

    async def issue_state(self, state: str, expires: datetime) -> None:
        self.states[state] = expires

    async def consume_state(self, state: str, now: datetime) -> bool:
        expires = self.states.pop(state, None)
        return expires is not None and now < expires


@dataclass
class World:
    """All of it."""

    app: CoachApp
    parts: Parts
    engine: RecordingEngine
    web: WebApi
    clients: Clients
    workspaces: MemoryWorkspaces
    clock: StillClock
    sharing: MemorySharing

    async def event(self, event: Mapping[str, object], *, event_id: str = "", **headers: str) -> BoltResponse:
        """Deliver an event."""
        return await self.post(json.dumps(payloads.callback(event, event_id=event_id)), "application/json", **headers)

    async def interact(self, body: Mapping[str, object]) -> BoltResponse:
        """Deliver a press, a dialogue or a shortcut, and wait until its listener is done."""
        done = await self.post(payloads.form(body), "application/x-www-form-urlencoded")
        assert await self.app.settle(10)
        return done

    async def command(self, text: str, trigger: str = "") -> BoltResponse:
        """Give `/coach ...`."""
        form = payloads.command(text, f"{self.web.url}respond", trigger=trigger)
        done = await self.post(urlencode(form), "application/x-www-form-urlencoded")
        assert await self.app.settle(10)
        return done

    async def post(self, body: str, content_type: str, **headers: str) -> BoltResponse:
        """Deliver a body as Slack would, signed; `headers` replace what is sent."""
        signed_at = str(int(time.time()))
        signature = SignatureVerifier(SECRET).generate_signature(timestamp=signed_at, body=body)
        sent = {
            "content-type": content_type,
            "x-slack-request-timestamp": signed_at,
            "x-slack-signature": str(signature),
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        return await self.app.async_dispatch(AsyncBoltRequest(body=body, headers=dict(sent)))

    async def waiting(self, lane: str = LANE) -> tuple[Inbound, ...]:
        """What waits in a lane."""
        claim = await self.parts.post.claim(lane)
        if claim is None:
            return ()
        await self.parts.post.release(lane, claim.token)
        return tuple(one.inbound for one in claim.waiting)

    async def outgoing(self) -> list[str]:
        """The keys of the letters that are to be sent."""
        return [one.letter.key for one in await self.parts.post.take(100)]

    async def answered(self, record: TurnRecord, ts: str = "5.000001") -> None:
        """Let the coach have said `record`'s reply at `ts`, in answer to a message of the doctor's."""
        office = self.parts.post
        now = self.clock.now()
        place = payloads.place()
        taken = Inbound(place, payloads.TEAM, payloads.DIRECT, payloads.DOCTOR, Kind.MESSAGE, place, now, ts=place)
        await office.accept(taken)
        claim = await office.claim(LANE)
        assert claim is not None
        where = Where(payloads.TEAM, LANE, payloads.DIRECT)
        reply = letters.reply(record, self.parts.words, where, key=f"reply:{place}")
        assert await office.finish(_finished(claim, record, reply, now))
        (out,) = await office.take(10)
        await office.sent(out.id, payloads.DIRECT, ts)

    @property
    def counted(self) -> str:
        """The figures, as they are exposed."""
        return self.parts.metrics.exposed().decode()


def _finished(claim: Claim, record: TurnRecord, reply: tuple[Letter, ...], now: datetime) -> Finished:
    return Finished(
        lane=claim.lane,
        token=claim.token,
        done={one.id: Fate.ANSWERED for one in claim.waiting},
        letters=reply,
        conversation_id=conversation_of(claim.lane),
        person=PERSON,
        record=record,
        remind_at=now,
    )


def _connection(api_url: str, *, oauth: bool) -> Connection:
    given = Connection(signing_secret=SECRET, api_url=api_url, public_url="https://coach.example")
    token, app, secret = ("", "1.2", "not a secret") if oauth else ("xoxb-1", "", "")
    return replace(given, bot_token=token, client_id=app, client_secret=secret)


@asynccontextmanager
async def world(*, post: PostOffice | None = None, oauth: bool = False) -> AsyncIterator[World]:
    """A world in memory; `post` stands in the post office's place, and with `oauth` nothing is installed yet."""
    engine, workspaces, clock = RecordingEngine(), MemoryWorkspaces(), StillClock()
    opened = open_engine("sqlite://")
    writer = Writer(opened)
    async with serving() as web:
        connection = _connection(f"{web.url}api/", oauth=oauth)
        office = post or SqlPostOffice(writer, "test", now=clock.now)
        sharing = MemorySharing(office)
        parts = Parts(
            answerer=coach(),
            post=office,
            people=SqlPeople(writer),
            workspaces=workspaces,
            words=WORDS,
            passages=_passage,
            clock=clock,
            metrics=Metrics(),
            help_lines=("Somebody to ring: 0800 000 000",),
            sharing=sharing,
            press=press(),
            situations={"speaking_up": "how to raise it with somebody senior"},
            characters={"porter": "the head porter", "clerk": "the ward clerk"},
            console_url="https://mentors.example",
        )
        clients = Clients(connection, workspaces)
        await clients.warm()
        web.calls.clear()
        app = build(parts, engine, connection, clients=clients)
        try:
            yield World(app, parts, engine, web, clients, workspaces, clock, sharing)
        finally:
            await app.settle(10)
            await clients.close()
            await asyncio.to_thread(writer.close)
            opened.dispose()


def _passage(cited: Cited) -> str:
    return f"The words behind {cited.key}."


def play(scenario: Callable[[World], Awaitable[None]]) -> None:
    """Run a scenario in a world of its own."""

    async def run() -> None:
        async with world() as here:
            await scenario(here)

    asyncio.run(run())
