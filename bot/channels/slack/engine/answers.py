"""Asking the coach in threads: as many at once as there are workers, and a few more for what cannot wait."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial

from bot.channels.slack.parts import Options
from bot.coaching.model import IncomingMessage
from bot.coaching.record import Conversation, TurnRecord
from bot.ports.coaching import Answerer

_AHEAD = 4
"""Turns more than there are workers that are under way: they are read or kept while others are worked out."""


class Answers:
    """The coach's answers, each worked out in a thread, so that nobody else waits for it.

    Urgent ones have threads of their own: where the others all wait for a chat model, danger does not wait behind them.
    """

    def __init__(self, answerer: Answerer, options: Options, dropped: Callable[[TurnRecord], None]) -> None:
        """`dropped` is told, in the event loop, of each answer that came to its end after it was dropped."""
        self._answerer = answerer
        self._dropped = dropped
        self._pool = ThreadPoolExecutor(options.workers, thread_name_prefix="turn")
        self._urgent = ThreadPoolExecutor(max(options.kept_free, 1), thread_name_prefix="turn-urgent")
        self._begun: dict[str, tuple[Future[TurnRecord], asyncio.Future[TurnRecord]]] = {}
        self.most = options.workers + min(options.workers, _AHEAD)
        """Turns under way at most."""

        self.most_urgent = self.most + options.kept_free
        """The same with urgent ones."""

    async def answer(
        self, message: IncomingMessage, conversation: Conversation, *, identifiable: bool, urgent: bool
    ) -> TurnRecord:
        """The coach's answer to a message; `drop` breaks it off."""
        pool = self._urgent if urgent else self._pool
        work = partial(self._answerer.answer, message, conversation, identifiable=identifiable)
        working = pool.submit(work)
        waited_for = asyncio.wrap_future(working)
        self._begun[message.conversation_id] = working, waited_for
        try:
            return await waited_for
        finally:
            if self._begun.get(message.conversation_id, (None,))[0] is working:
                del self._begun[message.conversation_id]

    def drop(self, conversation_id: str) -> None:
        """The answer that is being worked out in that conversation is not wanted any more.

        What its thread is at goes on to its own end, which is no later than the chat model's deadline, and is dropped.
        """
        working, waited_for = self._begun.get(conversation_id, (None, None))
        if working is not None and waited_for is not None and waited_for.cancel():
            working.add_done_callback(partial(self._ended, asyncio.get_running_loop()))

    def _ended(self, loop: asyncio.AbstractEventLoop, working: Future[TurnRecord]) -> None:
        """In the thread: what was dropped has come to its end."""
        if working.cancelled() or working.exception() is not None:
            return
        with suppress(RuntimeError):  # the loop is closed: the process ends
            loop.call_soon_threadsafe(self._dropped, working.result())

    def drop_unbegun(self) -> None:
        """Drop what still waits for a thread."""
        for working, _ in tuple(self._begun.values()):
            working.cancel()

    def close(self) -> None:
        """Begin nothing more; nothing is waited for."""
        for pool in (self._pool, self._urgent):
            pool.shutdown(wait=False, cancel_futures=True)
