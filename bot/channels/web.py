"""What every web server of ours shares: how it listens, how it runs an application, and how signals end it."""

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Coroutine, Generator, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.errors import CoachError

_LOG = logging.getLogger(__name__)
_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_CONNECTIONS_END = 3
_AT_ONCE = 1


class Server(uvicorn.Server):
    """Uvicorn without its own way with signals: they end the whole process in order, not the server alone."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leave signals to whoever runs the process."""
        yield


def server(app: ASGIApp) -> Server:
    """A server of an application of ours: it logs no request and says nothing of itself."""
    return Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=_CONNECTIONS_END,
        )
    )


def run(service: Coroutine[object, object, None]) -> None:
    """Run a service to its end, in the quicker event loop where there is one (uvloop does not run on Windows)."""
    try:
        import uvloop  # noqa: PLC0415 - not everywhere
    except ImportError:
        asyncio.run(service)
        return
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(service)


def listen(host: str, port: int, setting: str) -> socket.socket:
    """A socket that listens there. Raises CoachError, naming the `setting` of the port, where that cannot be."""
    try:
        listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        message = f"cannot listen at {host}:{port} ({error.strerror}). Is it taken? {setting} names another."
        raise CoachError(message, code="cannot_listen") from None
    # inherited by every connection; asyncio sets it only on sockets that name their protocol, and without it an answer
    # in two pieces waits for 40 ms
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


@contextmanager
def ended_by_signals(stop: asyncio.Event) -> Iterator[None]:
    """The first signal sets `stop`; a second one ends the process at once, which loses nothing either."""
    loop = asyncio.get_running_loop()

    def signalled(number: signal.Signals) -> None:
        if stop.is_set():
            os._exit(_AT_ONCE)
        _LOG.info("told to stop", extra={"signal": number.name})
        stop.set()

    for one in _SIGNALS:
        loop.add_signal_handler(one, signalled, one)
    try:
        yield
    finally:
        for one in _SIGNALS:
            loop.remove_signal_handler(one)
