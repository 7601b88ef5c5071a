"""The console in one process: people with roles, talks shared with them, and browsers that are signed in or not."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from secrets import token_urlsafe
from uuid import uuid4

import httpx
from starlette.applications import Starlette

from bot.channels.console.app import build
from bot.channels.console.limits import Rate, Rates
from bot.channels.console.parts import Options, Parts
from bot.ports.reviewing import Opening, Row, Status
from bot.ports.sharing import Purpose
from bot.ports.staff import Colleague, Role
from tests.bot.channels.console.fakes import (
    MemoryDoors,
    MemoryRecord,
    MemoryReviewing,
    MemoryShare,
    MemoryStaff,
    MovableClock,
)
from tests.bot.channels.slack.render.samples import record

TEAM = "T1"
URL = "https://coach.example"
MENTOR, OTHER, TRAINER, ADMIN = (f"{TEAM}:U{name}" for name in ("MENTOR", "OTHER", "TRAINER", "ADMIN"))
PEOPLE = (
    Colleague(MENTOR, "Mina Mentor", frozenset({Role.MENTOR})),
    Colleague(OTHER, "Olu Other", frozenset({Role.MENTOR})),
    Colleague(TRAINER, "Tess Trainer", frozenset({Role.TRAINER})),
    Colleague(ADMIN, "Ada Admin", frozenset({Role.ADMIN})),
)
NEEDLE = "the purple stapler of ward nine"
"""Stands in every talk that is shared here: wherever it turns up, something of a talk was shown."""
GENEROUS = Rates(signing_in=Rate(100_000, 60.0), requests=Rate(100_000, 60.0))


@dataclass
class Browser:
    """A browser: its cookies, and the token that its forms bring back ("" where nobody is signed in)."""

    web: httpx.AsyncClient
    csrf: str = ""

    async def get(self, path: str) -> httpx.Response:
        return await self.web.get(path)

    async def post(self, path: str, form: dict[str, str] | None = None) -> httpx.Response:
        """Send a form as a page of the console would."""
        return await self.web.post(path, data={"csrf": self.csrf, **(form or {})}, headers={"Origin": URL})


@dataclass
class House:
    """The console and who calls at it; `clock` moves only when told to."""

    parts: Parts
    app: Starlette
    clock: MovableClock
    stack: AsyncExitStack

    async def browser(self, address: str = "192.0.2.7") -> Browser:
        """A browser that nobody has signed in with."""
        inside = httpx.ASGITransport(self.app, client=(address, 50_000))
        client = await self.stack.enter_async_context(httpx.AsyncClient(transport=inside, base_url=URL))
        return Browser(client)

    async def signed_in(self, colleague_id: str = MENTOR) -> Browser:
        """A browser with a session of that colleague's."""
        browser = await self.browser()
        sid, browser.csrf = token_urlsafe(32), token_urlsafe(32)
        await self.parts.doors.start(colleague_id, sid, browser.csrf, self.clock.now())
        browser.web.cookies.set("__Host-sid", sid, domain="coach.example")
        return browser


@dataclass
class World(House):
    """The console over ports in memory, for tests about its pages."""

    staff: MemoryStaff
    doors: MemoryDoors
    record: MemoryRecord
    reviewing: MemoryReviewing

    def share(self, mentor_id: str = MENTOR, *, days: int = 30, withdrawn: bool = False) -> str:
        """Share a talk of two turns, in which NEEDLE stand; the id of the share. Days may be negative: over."""
        share_id = str(uuid4())
        self.reviewing.shares[share_id] = MemoryShare(mentor_id, self._opening(share_id, days), withdrawn)
        return share_id

    def _opening(self, share_id: str, days: int) -> Opening:
        now = self.clock.now()
        row = Row(
            share_id=share_id,
            doctor=f"Blue Heron ({NEEDLE})",
            situation="delegation",
            stage="explore",
            turns=2,
            purpose=Purpose.FEEDBACK,
            shared_at=now - timedelta(days=1),
            expires_at=now + timedelta(days=days),
            status=Status.UNREVIEWED,
            flagged=False,
            safety=False,
            tags=(),
            unread_answers=0,
        )
        records = tuple(record(f"{NEEDLE} {number}").model_copy(update={"number": number}) for number in (1, 2))
        return Opening(row, NEEDLE, True, records, (), (), (), ())


@asynccontextmanager
async def world(options: Options | None = None, rates: Rates = GENEROUS) -> AsyncIterator[World]:
    """A console over https with one colleague of each role (and a second mentor)."""
    clock, kept = MovableClock(), MemoryRecord()
    staff = MemoryStaff(kept, {one.id: one for one in PEOPLE})
    doors = MemoryDoors(staff, kept)
    staff.doors = doors
    reviewing = MemoryReviewing(staff, kept)
    parts = Parts(
        staff=staff,
        doors=doors,
        record=kept,
        reviewing=reviewing,
        clock=clock,
        options=options or Options(URL),
        situations={"delegation": "Asking others to do things"},
        passages=lambda cited: f"What {cited.author} wrote.",
    )
    async with AsyncExitStack() as stack:
        yield World(parts, build(parts, rates=rates), clock, stack, staff, doors, kept, reviewing)


def with_parts(one: World, **changed: object) -> World:
    """The same world with other parts (`trainers`, `notices`, `options`...)."""
    parts = replace(one.parts, **changed)  # type: ignore[arg-type]
    return replace(one, parts=parts, app=build(parts, rates=GENEROUS))
