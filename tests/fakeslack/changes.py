"""Who watches, and what they are told: one line whenever something visible changed."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from tests.fakeslack.jsons import Json

_MOST = 1000


class Changes:
    """The watchers. One that is too slow misses lines, never holds anybody up: each line only says where to look."""

    def __init__(self) -> None:
        self._watchers: set[asyncio.Queue[Json]] = set()

    def tell(self, kind: str, channel: str = "", user: str = "") -> None:
        """Something changed: a message, a status, prompts, a view, files, problems."""
        if not self._watchers:
            return
        line: Json = {"kind": kind, "channel": channel, "user": user}
        for one in self._watchers:
            if not one.full():
                one.put_nowait(line)

    @contextmanager
    def watch(self) -> Iterator["asyncio.Queue[Json]"]:
        """A queue of what changes from now on."""
        queue: asyncio.Queue[Json] = asyncio.Queue(_MOST)
        self._watchers.add(queue)
        try:
            yield queue
        finally:
            self._watchers.discard(queue)
