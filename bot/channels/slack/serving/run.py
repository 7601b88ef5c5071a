"""The process: starts everything, runs until it is told to stop, and stops without losing or cutting off anything."""

import asyncio
import logging
import socket
from collections.abc import Callable, Coroutine, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Protocol

from bot.channels import web
from bot.channels.slack.bolt import CoachApp
from bot.channels.slack.clients import Clients
from bot.channels.slack.engine.engine import Engine
from bot.channels.slack.engine.loops import Reached, nothing
from bot.channels.slack.parts import Parts
from bot.channels.slack.serving import http
from bot.channels.slack.serving.health import Health
from bot.channels.slack.serving.socket import Socket

_LOG = logging.getLogger(__name__)


class Beside(Protocol):
    """Something that runs in the same process, and is not of this channel."""

    async def run(self, stop: asyncio.Event) -> None:
        """Run until `stop` is set, then end in order."""
        ...


@dataclass(slots=True)
class Service:
    """All that runs. With an `app_token` events come by Socket Mode; else over HTTP.

    `port` 0 takes any that is free; `listening` is told the address once requests can come. What runs `beside` ends
    with it, and ends it where it fails.
    """

    parts: Parts
    app: CoachApp
    engine: Engine
    clients: Clients
    host: str = "127.0.0.1"
    port: int = 3000
    app_token: str = ""
    listening: Callable[[str], None] = lambda _url: None
    reached: Reached = nothing
    beside: Sequence[Beside] = ()
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        """Run until a signal comes, or `stop` is set; then stop in order and return.

        Raises CoachError where a token is refused or the port is taken, and what ended a part that should not end.
        """
        listener = web.listen(self.host, self.port, "COACH_PORT")
        health = Health(self.parts, socket_alive=False if self.app_token else None)
        link = self._socket(health) if self.app_token else None
        server = self._server(health, events=link is None)
        with closing(listener), web.ended_by_signals(self.stop):
            try:
                await self.clients.warm()
                if link is not None:
                    await link.check()
                await self._run(health, server, link, listener)
            finally:
                await self.clients.close()

    async def _run(self, health: Health, server: web.Server, link: Socket | None, listener: socket.socket) -> None:
        work: list[Coroutine[object, object, None]] = [self.engine.run(), server.serve(sockets=[listener])]
        running = [asyncio.create_task(one) for one in (*work, *([link.run()] if link else []))]
        others = [asyncio.create_task(one.run(self.stop)) for one in self.beside]
        address, port = listener.getsockname()[:2]
        self.listening(f"http://{address}:{port}")
        _LOG.info("listening", extra={"mode": "socket" if link else "http", "port": port})
        stopped = asyncio.create_task(self._told())
        try:
            done, _ = await asyncio.wait({stopped, *running, *others}, return_when=asyncio.FIRST_COMPLETED)
            for one in done:
                one.result()
        finally:
            stopped.cancel()
            self.stop.set()
            await asyncio.gather(*others, return_exceptions=True)
            await self._end(health, server, link, running)

    async def _told(self) -> None:
        await self.stop.wait()

    async def _end(
        self, health: Health, server: web.Server, link: Socket | None, running: list[asyncio.Task[None]]
    ) -> None:
        """First nothing more comes in, then what is in is answered, then that is sent, then all is let go."""
        _LOG.info("stopping")
        health.draining = True
        server.should_exit = True
        if link is not None:
            await link.close()
        await self.app.settle(self.parts.options.drain)
        if not running[0].done():
            await self.engine.drain()
        for one in running[2:]:
            one.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await self.parts.post.close()
        _LOG.info("stopped")

    def _server(self, health: Health, *, events: bool) -> web.Server:
        return web.server(http.build(self.app, self.parts, health, events=events, reached=self.reached))

    def _socket(self, health: Health) -> Socket:
        return Socket(self.app, self.app_token, health, self.engine.missed, reached=self.reached)
