import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.slack.serving.health import Health
from bot.channels.slack.serving.socket import Socket
from tests.bot.channels.slack.serving.house import House, house
from tests.fakeslack.known import APP_TOKEN
from tests.fakeslack.sockets import Links


@dataclass
class Linked:
    """A socket that runs beside the house's own way in, and what it told."""

    house: House
    health: Health
    missed: list[datetime] = field(default_factory=list)

    @property
    def links(self) -> Links:
        """Slack's end of it."""
        return self.house.slack.delivery.links

    async def alive(self, *, alive: bool = True) -> None:
        """Wait until it is known to be alive, or dead."""
        await self.house.until(lambda: self.health.socket_alive is alive)


@asynccontextmanager
async def linked(folder: Path, *, dead_after: float = 0.6, down: bool = False) -> AsyncIterator[Linked]:
    """A house, with a socket that asks often and is patient for so many seconds."""
    async with house(folder) as here:
        here.slack.delivery.mode = "socket"
        here.slack.faults.down = down
        made = Linked(here, Health(here.parts))
        link = Socket(here.service.app, APP_TOKEN, made.health, made.missed.append, dead_after=dead_after, ping=0.1)
        await link.check()
        running = asyncio.create_task(link.run())
        try:
            yield made
        finally:
            running.cancel()
            await link.close()
        assert made.health.socket_alive is False
        await here.until(lambda: len(made.links) == 0)


def test_a_socket_that_is_open_and_dead_is_replaced_and_what_was_missed_is_looked_for(tmp_path: Path) -> None:
    async def run() -> None:
        began = datetime.now(UTC)
        async with linked(tmp_path) as here:
            await here.alive()
            here.links.deaf = True
            await here.alive(alive=False)
            assert here.missed == []
            here.links.deaf = False
            await here.alive()
            assert len(here.missed) == 1
            assert began <= here.missed[0] <= datetime.now(UTC)
            assert b"coach_slack_socket_reconnects_total 0.0" not in here.house.parts.metrics.exposed()
            here.house.says("hello")
            await here.house.until(lambda: here.house.hears() == ["Turn 1: hello, after nothing"])

    asyncio.run(run())


def test_a_socket_that_slack_refreshes_stays_alive(tmp_path: Path) -> None:
    async def run() -> None:
        async with linked(tmp_path, dead_after=10.0) as here:
            await here.alive()
            await here.links.disconnect("refresh_requested")
            await here.house.until(lambda: len(here.links) == 1)
            here.house.slack.clock.scale = 1000.0
            here.house.says("hello")
            await here.house.until(lambda: len(here.house.hears()) == 1)
            assert here.health.socket_alive
            assert here.missed == []

    asyncio.run(run())


def test_slack_out_of_reach_at_the_start_is_no_reason_to_give_up(tmp_path: Path) -> None:
    async def run() -> None:
        async with linked(tmp_path, down=True) as here:
            await here.alive(alive=False)
            here.house.slack.faults.down = False
            await here.alive()

    asyncio.run(run())
