"""A deadline that holds: asynchronous work on one thread of its own, cancelled when the time is up."""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Final, TypeVar

T = TypeVar("T")

THREADS: Final = 64
"""Calls at once of providers without asynchronous clients: cancelling does not end them, so that some may hang."""


class Background:
    """One event loop on one thread for all who ask: cancelling a task closes its connection, no thread waits on.

    A provider that knows only how to wait is called on a thread of the loop's own, of which there are `THREADS`.
    """

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._waiting = ThreadPoolExecutor(THREADS, thread_name_prefix="chat-model-call")
        self._loop.set_default_executor(self._waiting)
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
        self._waiting.shutdown(wait=False, cancel_futures=True)
        self._loop.close()


@cache
def background() -> Background:
    """The one of this process: the clients of LangChain's providers share connections, which belong to one loop."""
    return Background()
