"""Loops that outlive what goes wrong in them, and a probe at which a proof may end the process."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine

_LOG = logging.getLogger(__name__)

Reached = Callable[[str], None]


def nothing(_point: str) -> None:
    """What happens at a named point in ordinary work."""


async def every(seconds: float, step: Callable[[], Awaitable[object]], name: str) -> None:
    """Do a step again and again, `seconds` apart; one that fails is logged by its name, and done again."""
    while True:
        try:
            await step()
        except Exception as error:  # noqa: BLE001 - the next time may go well; nothing else would notice
            _LOG.error("a step failed", extra={"step": name, "error": type(error).__name__})
        await asyncio.sleep(seconds)


async def until_set(event: asyncio.Event, seconds: float | None) -> None:
    """Wait for an event, and no longer than that (None: however long it takes)."""
    try:
        async with asyncio.timeout(seconds if seconds is None else max(seconds, 0)):
            await event.wait()
    except TimeoutError:
        return


class Aside:
    """Work that nobody waits for; how it fails is logged."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()

    def start(self, work: Coroutine[object, object, object]) -> asyncio.Task[object]:
        """Begin it; it is kept alive until it ends."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def close(self) -> None:
        """Break off what still runs."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[object]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            _LOG.error("a piece of work failed", exc_info=error)
