"""A deadline that holds: asynchronous work on one thread of its own, cancelled when the time is up."""

import asyncio
import threading
from collections.abc import Coroutine
from functools import cache
from typing import TypeVar

T = TypeVar("T")


class Background:
    """One event loop on one thread for all who ask: cancelling a task closes its connection, no thread waits on."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="chat-model", daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[object, object, T], within_s: float) -> T:
        """What the work gives, for a thread that waits for it.

        Raises:
            TimeoutError: It was not done in `within_s` seconds; it is cancelled.
        """
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(within_s)
        finally:
            future.cancel()

    def close(self) -> None:
        """End the thread; what is under way is dropped."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@cache
def background() -> Background:
    """The one of this process: the clients of LangChain's providers share connections, which belong to one loop."""
    return Background()
