"""The console as it runs: listening, by itself or beside Slack in one process, and stopping without cutting off."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field

from bot.channels import web
from bot.channels.console.app import build
from bot.channels.console.limits import Rates
from bot.channels.console.parts import Parts

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Service:
    """The console. `port` 0 takes any that is free; `listening` is told the address once requests can come."""

    parts: Parts
    host: str = "127.0.0.1"
    port: int = 8080
    rates: Rates = field(default_factory=Rates)
    listening: Callable[[str], None] = lambda _url: None
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        """Run until a signal comes, or `stop` is set; then stop in order and return.

        Raises CoachError where the port is taken, or the console's address is not secure.
        """
        with web.ended_by_signals(self.stop):
            await self.run(self.stop)

    async def run(self, stop: asyncio.Event) -> None:
        """The same, where somebody else hears the signals and sets `stop`."""
        app = build(self.parts, rates=self.rates)
        with closing(web.listen(self.host, self.port, "COACH_CONSOLE_PORT")) as listener:
            server = web.server(app)
            running = asyncio.create_task(server.serve(sockets=[listener]))
            stopped = asyncio.create_task(stop.wait())
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
