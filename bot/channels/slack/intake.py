"""The door: a request is proved to be Slack's, and what a doctor did is on disk, masked, before it is acknowledged.

It stands before Bolt's authorization, so that nothing which asks Slack comes between a message and its acknowledgement.
Slack sends again what is not acknowledged, so a store that fails costs a retry and never a message.
"""

import logging
import time
from collections.abc import Awaitable, Callable
from typing import Protocol

from slack_bolt import BoltResponse
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.channels.slack.clients import Clients
from bot.channels.slack.incoming import Ignored, Onward, Read, Removed, Said, Stopped, read
from bot.channels.slack.masking import masked
from bot.channels.slack.parts import Parts
from bot.channels.slack.render import letters
from bot.channels.slack.render.letters import Where
from bot.channels.slack.signature import Seal
from bot.ports.incoming import Inbound
from bot.ports.post import Letter

_LOG = logging.getLogger(__name__)
_STOPS_REMEMBERED = 1000
_ACKNOWLEDGED = 200
_NOT_SLACKS = 401
_TRY_AGAIN = 503


class EngineHandle(Protocol):
    """The engine, as the edge sees it."""

    def wake(self, lane: str, *, urgent: bool) -> None:
        """Something waits in that lane."""
        ...

    def stopped(self, lane: str, *, thread_ts: str = "") -> None:
        """The doctor pressed stop: what is being worked on there is dropped, and the doctor is told so."""
        ...

    def dropped(self, lane: str) -> None:
        """What is being worked on there is not wanted any more; nobody is told anything."""
        ...

    def letters_waiting(self) -> None:
        """Something was put into the outbox."""
        ...


def nothing(_point: str) -> None:
    """Where a proof lets the process die, nothing happens in life."""


class Intake(AsyncMiddleware):
    """Takes in every event; interactions go on to Bolt's listeners."""

    def __init__(
        self, parts: Parts, engine: EngineHandle, clients: Clients, *, reached: Callable[[str], None] = nothing
    ) -> None:
        self._parts = parts
        self._engine = engine
        self._clients = clients
        self._seal = Seal(clients.connection.signing_secret)
        self._reached = reached
        self._stops: dict[str, None] = {}

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - Bolt's signature
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        """Refuse, take in, or let go on."""
        began = time.perf_counter()
        if req.mode != "socket_mode" and not self._seal.genuine(req.raw_body, req.headers):
            self._parts.metrics.refused("forged")
            return BoltResponse(status=_NOT_SLACKS, body={"error": "invalid request"})
        found = read(req.body, self._parts.clock.now())
        if isinstance(found, Onward):
            return await next()
        status = await self._safely(found)
        self._parts.metrics.acknowledged(time.perf_counter() - began)
        return BoltResponse(status=status, body="")

    async def take(self, found: Read) -> None:
        """Do what an event asks for; it may be acknowledged when this returns."""
        if isinstance(found, Ignored):
            self._parts.metrics.refused(found.why)
        elif isinstance(found, Said):
            await self._said(found)
        elif isinstance(found, Stopped):
            await self._stop(found)
        elif isinstance(found, Removed):
            self._clients.removed(found.team)
            await self._parts.workspaces.uninstall(found.team)

    async def _safely(self, found: Read) -> int:
        try:
            await self.take(found)
        except Exception as error:  # noqa: BLE001 - whatever the store raises, Slack is to send it again
            _LOG.error("not taken in, Slack will send it again", extra={"error": type(error).__name__})
            self._parts.metrics.refused("store_failed")
            return _TRY_AGAIN
        return _ACKNOWLEDGED

    async def _said(self, said: Said) -> None:
        inbound = said.inbound
        if not await self._clients.installed(inbound.team):  # nothing is kept of a workspace that was purged
            self._parts.metrics.refused("not_installed")
            return
        if said.files and said.raw:  # without words, the engine says so in its turn
            await self._parts.post.post([self._no_files(inbound)])
            self._engine.letters_waiting()
        await accept(self._parts, self._engine, await masked(self._parts, said), self._reached)

    def _no_files(self, inbound: Inbound) -> Letter:
        key = f"no_files:{inbound.team}:{inbound.channel}:{inbound.ts}"
        return letters.note(self._parts.words, where_of(inbound), key=key, name="no_files")

    async def _stop(self, stop: Stopped) -> None:
        if stop.event_id in self._stops:  # sent again: what was written since is not to be stopped
            self._parts.metrics.duplicate()
            return
        self._stops[stop.event_id] = None
        if len(self._stops) > _STOPS_REMEMBERED:
            del self._stops[next(iter(self._stops))]
        try:
            await self._parts.post.stop(stop.lane)
        except BaseException:
            self._stops.pop(stop.event_id, None)
            raise
        self._engine.stopped(stop.lane, thread_ts=stop.thread_ts)


async def accept(
    parts: Parts, engine: EngineHandle, inbound: Inbound, reached: Callable[[str], None] = nothing
) -> bool:
    """Take something in and wake the engine for it; False where it was known already."""
    fresh = await parts.post.accept(inbound)
    reached("intake_after_commit")
    if fresh:
        engine.wake(inbound.lane, urgent=inbound.urgent)
    else:
        parts.metrics.duplicate()
    return fresh


def where_of(inbound: Inbound) -> Where:
    """Where an answer to something that came in goes."""
    return Where(team=inbound.team, lane=inbound.lane, to=inbound.channel, thread_ts=inbound.thread_ts)
