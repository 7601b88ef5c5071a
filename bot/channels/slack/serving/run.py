"""The process: starts everything, runs until it is told to stop, and stops without losing or cutting off anything."""

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Protocol

import uvicorn

from bot.channels.slack.bolt import CoachApp
from bot.channels.slack.clients import Clients
from bot.channels.slack.engine.engine import Engine
from bot.channels.slack.engine.loops import Reached, nothing
from bot.channels.slack.parts import Parts
from bot.channels.slack.serving import http
from bot.channels.slack.serving.health import Health
from bot.channels.slack.serving.socket import Socket
from bot.errors import CoachError

_LOG = logging.getLogger(__name__)
_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_CONNECTIONS_END = 3
_AT_ONCE = 1


class _Server(uvicorn.Server):
    """Uvicorn without its own way with signals: they end the whole process in order, not the server alone."""

    def capture_signals(self) -> nullcontext[None]:  # type: ignore[override]
        """Leave signals to `serve`."""
        return nullcontext()


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
        listener = listen(self.host, self.port)
        health = Health(self.parts, socket_alive=False if self.app_token else None)
        link = self._socket(health) if self.app_token else None
        server = self._server(health, events=link is None)
        with closing(listener), self._signals():
            try:
                await self.clients.warm()
                if link is not None:
                    await link.check()
                await self._run(health, server, link, listener)
            finally:
                await self.clients.close()

    async def _run(self, health: Health, server: _Server, link: Socket | None, listener: socket.socket) -> None:
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
        self, health: Health, server: _Server, link: Socket | None, running: list[asyncio.Task[None]]
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

    def _server(self, health: Health, *, events: bool) -> _Server:
        web = http.build(self.app, self.parts, health, events=events, reached=self.reached)
        return _Server(
            uvicorn.Config(
                web,
                log_config=None,
                access_log=False,
                lifespan="off",
                ws="none",
                server_header=False,
                timeout_graceful_shutdown=_CONNECTIONS_END,
            )
        )

    def _socket(self, health: Health) -> Socket:
        return Socket(self.app, self.app_token, health, self.engine.missed, reached=self.reached)

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """The first signal stops in order; a second one ends the process at once, which loses nothing either."""
        loop = asyncio.get_running_loop()
        for one in _SIGNALS:
            loop.add_signal_handler(one, self._signalled, one)
        try:
            yield
        finally:
            for one in _SIGNALS:
                loop.remove_signal_handler(one)

    def _signalled(self, number: signal.Signals) -> None:
        if self.stop.is_set():
            os._exit(_AT_ONCE)
        _LOG.info("told to stop", extra={"signal": number.name})
        self.stop.set()


def run(service: Coroutine[object, object, None]) -> None:
    """Run a service to its end, in the quicker event loop where there is one (uvloop does not run on Windows)."""
    try:
        import uvloop  # noqa: PLC0415 - not everywhere
    except ImportError:
        asyncio.run(service)
        return
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(service)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises CoachError where that cannot be."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        message = f"cannot listen at {host}:{port} ({error.strerror}). Is it taken? COACH_PORT names another."
        raise CoachError(message, code="cannot_listen") from None
