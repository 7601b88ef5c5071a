"""The status line: says truly that the coach is reading, while a doctor might wonder, and never stays on.

A turn takes a fraction of a second, so most never show one: a line that flickers is noise, and costs a call to Slack.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from slack_sdk.errors import SlackClientError

from bot.channels.slack.clients import Clients
from bot.errors import CoachError

_LOG = logging.getLogger(__name__)
_AFTER = 0.7
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Line:
    """Where a status line is: the thread of a channel, which a message on its own begins."""

    team: str
    channel: str
    thread_ts: str


@dataclass(slots=True)
class Status:
    """Shows the line for turns that take longer than `after` seconds, and clears it however they end.

    `left_on` are lanes whose line may be on from a process that ended in mid-turn: it is cleared with their next turn,
    which is that same turn, taken up again.
    """

    clients: Clients
    words: str
    after: float = _AFTER
    left_on: set[str] = field(default_factory=set)

    def may_be_on(self, lanes: Iterable[str]) -> None:
        """Lanes that waited when this process began."""
        self.left_on.update(lanes)

    @asynccontextmanager
    async def during(self, lane: str, line: Line | None) -> AsyncIterator[None]:
        """Around a turn; `line` is None where there is nothing to show it by."""
        left_on = lane in self.left_on
        self.left_on.discard(lane)
        if line is None:
            yield
            return
        on = asyncio.Event()
        showing = asyncio.create_task(self._show(line, on))
        try:
            yield
        finally:
            if on.is_set() or left_on:  # a call that is under way is waited for, or it would come after the clearing
                await asyncio.wait({showing}, timeout=_PATIENCE if on.is_set() else 0)
                await self.clear(line)
            showing.cancel()

    async def clear(self, line: Line) -> None:
        """Take the line away."""
        await self._set(line, "")

    async def end_session(self, line: Line) -> None:
        """The doctor pressed stop: the line goes, and Slack is told that nothing is being worked on any more."""
        await self.clear(line)
        client_call = self._session(line)
        await self._quietly(client_call, "agents.sessions.setStatus")

    async def _show(self, line: Line, on: asyncio.Event) -> None:
        await asyncio.sleep(self.after)
        on.set()
        await self._set(line, self.words)

    async def _set(self, line: Line, words: str) -> None:
        await self._quietly(self._thread(line, words), "assistant.threads.setStatus")

    async def _thread(self, line: Line, words: str) -> None:
        client = await self.clients.client_for(line.team)
        await client.assistant_threads_setStatus(channel_id=line.channel, thread_ts=line.thread_ts, status=words)

    async def _session(self, line: Line) -> None:
        client = await self.clients.client_for(line.team)
        await client.agents_sessions_setStatus(channel_id=line.channel, thread_ts=line.thread_ts, status="active")

    async def _quietly(self, call: Awaitable[None], method: str) -> None:
        """A status that cannot be set is no reason to fail a turn."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await call
        except (SlackClientError, aiohttp.ClientError, OSError, TimeoutError, CoachError) as error:
            _LOG.info("a status was not set", extra={"method": method, "error": type(error).__name__})
