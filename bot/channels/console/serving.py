"""The console as it runs: listening, beside Slack in one process or by itself, and stopping without cutting off."""

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.console.app import build
from bot.channels.console.parts import Parts
from bot.errors import CoachError

_LOG = logging.getLogger(__name__)
_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_CONNECTIONS_END = 3
_AT_ONCE = 1
_OTHERS = ("/slack/", "/healthz", "/readyz", "/metrics")


class _Server(uvicorn.Server):
    """Uvicorn without its own way with signals: they end the whole process in order, not the server alone."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leave signals to `serve`."""
        yield


@dataclass(slots=True)
class Service:
    """The console. `port` 0 takes any that is free; `listening` is told the address once requests come.

    Beside another service in one process `signals` is False: that one hears them, and sets `stop`.
    """

    parts: Parts
    host: str = "127.0.0.1"
    port: int = 8080
    listening: Callable[[str], None] = lambda _url: None
    signals: bool = True
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        """Run until a signal comes, or `stop` is set; then stop in order and return.

        Raises CoachError where the port is taken, or the console's address is not secure.
        """
        app = build(self.parts)
        with closing(listen(self.host, self.port)) as listener, self._signals():
            server = _Server(configured(app))
            running = asyncio.create_task(server.serve(sockets=[listener]))
            stopped = asyncio.create_task(self._told())
            address, port = listener.getsockname()[:2]
            self.listening(f"http://{address}:{port}")
            _LOG.info("listening", extra={"mode": "console", "port": port})
            try:
                await asyncio.wait({running, stopped}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                stopped.cancel()
                server.should_exit = True
                await running
                _LOG.info("stopped")

    async def _told(self) -> None:
        await self.stop.wait()

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """The first signal stops in order; a second one ends the process at once, which loses nothing either."""
        loop, heard = asyncio.get_running_loop(), _SIGNALS if self.signals else ()
        for one in heard:
            loop.add_signal_handler(one, self._signalled, one)
        try:
            yield
        finally:
            for one in heard:
                loop.remove_signal_handler(one)

    def _signalled(self, number: signal.Signals) -> None:
        if self.stop.is_set():
            os._exit(_AT_ONCE)
        _LOG.info("told to stop", extra={"signal": number.name})
        self.stop.set()


def configured(app: ASGIApp) -> uvicorn.Config:
    """How the web server runs an application of ours: it logs no request and says nothing of itself."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=_CONNECTIONS_END,
    )


def beside(other: ASGIApp, console: ASGIApp, others: tuple[str, ...] = _OTHERS) -> ASGIApp:
    """Both under one address: what begins with one of `others` goes to the other application, the rest to the console.

    Health is then the other's to tell, since it knows more.
    """

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        theirs = any(path == one or (one.endswith("/") and path.startswith(one)) for one in others)
        await (other if theirs else console)(scope, receive, send)

    return both


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises CoachError where that cannot be."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        message = f"cannot listen at {host}:{port} ({error.strerror}). Is it taken?"
        raise CoachError(message, code="cannot_listen") from None
