"""The sender: takes letters from the outbox and sees to it that the channel has each of them, once and in order.

Slack does not say whether it took a message when the answer is lost. Such a letter is in doubt, also when the process
dies between sending and noting it; it is looked for in the channel before it is sent again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from random import SystemRandom

from bot.channels.slack.clients import Clients
from bot.channels.slack.engine.delivery import Delivery, NotYetError, Try
from bot.channels.slack.engine.last_moment import OverError
from bot.channels.slack.engine.loops import Reached, nothing, until_set
from bot.channels.slack.engine.verdicts import Later, judge
from bot.channels.slack.parts import Parts
from bot.ports.post import Outbound

_LOG = logging.getLogger(__name__)
_AT_ONCE = 16
_PATIENCE = 20.0
_SHORTEST, _LONGEST = 0.5, 20.0
"""Seconds between tries: after the first, and at most, so that an outage that ends is noticed soon."""
_AGAIN = 1.0
_EXPECTED = 1000


class Sender:
    """Sends what is in the outbox, several conversations at once and each of them in order.

    `without` "in_doubt" sends letters in doubt again without looking, "last_moment" reminders at any time: for proofs.
    """

    def __init__(
        self,
        parts: Parts,
        clients: Clients,
        *,
        reached: Reached = nothing,
        without: frozenset[str] = frozenset(),
    ) -> None:
        self._parts = parts
        self._reached = reached
        self._delivery = Delivery(parts, clients, reached, without)
        self._event = asyncio.Event()
        self.idle = asyncio.Event()
        """Set once it was told to drain, and has sent what could be sent."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._received: dict[str, datetime] = {}
        self._draining = False
        self._chance = SystemRandom()

    def wake(self) -> None:
        """There may be something to send."""
        self._event.set()

    def expects(self, key: str, received_at: datetime) -> None:
        """A letter that answers what came in then, for the figures."""
        self._received[key] = received_at
        if len(self._received) > _EXPECTED:  # dropped since, or sent by another replica
            del self._received[next(iter(self._received))]

    async def run(self) -> None:
        """Send until drained."""
        while True:
            self._event.clear()
            free = _AT_ONCE - len(self._tasks)
            taken = await self._take(free)
            for out in taken:
                self._start(out)
            if self._draining and not self._tasks:
                self.idle.set()
                return
            if len(taken) < free or not free:
                await until_set(self._event, self._parts.options.poll)

    def drain(self) -> None:
        """Send what can be sent now, then let `run` end."""
        self._draining = True
        self.wake()

    async def close(self) -> None:
        """Break off what is under way: those letters are in doubt when the next process finds them."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _take(self, limit: int) -> Sequence[Outbound]:
        if not limit:
            return ()
        try:
            return await self._parts.post.take(limit)
        except Exception as error:  # noqa: BLE001 - a store that fails for a while must not end the sender
            _LOG.error("letters could not be taken", extra={"error": type(error).__name__})
            await asyncio.sleep(_AGAIN)
            return ()

    def _start(self, out: Outbound) -> None:
        task = asyncio.create_task(self._deliver(Try(out, self._parts.clock.now(), out.doubtful)))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """The lane's next letter can go."""
        self._tasks.discard(task)
        self._event.set()

    # ---------------------------------------------------------------- one letter

    async def _deliver(self, this: Try) -> None:
        post, out = self._parts.post, this.out
        try:
            async with asyncio.timeout(_PATIENCE):
                channel, ts = await self._delivery.sent(this)
        except NotYetError as error:
            await self._put_off(this, error.seconds, error.reason)
        except OverError as over:
            anew = over.anew
            self._delivery.over(out)
            await self._insist(lambda: post.expire(out.id, anew))
        except Exception as error:  # noqa: BLE001 - every error is judged: the letter is kept, or given up by name
            await self._failed(this, error)
        else:
            if this.posting:
                self._reached("post_before_mark")
            await self._insist(lambda: post.sent(out.id, channel, ts))
            self._reached("after_mark")
            self._note_sent(out)

    async def _failed(self, this: Try, error: Exception) -> None:
        verdict = judge(error)
        if not isinstance(verdict, Later):
            _LOG.error("a letter was given up", extra={"code": verdict.code, "attempt": this.out.attempts + 1})
            self._parts.metrics.gave_up(verdict.code)
            self._delivery.over(this.out)
            await self._insist(lambda: self._parts.post.give_up(this.out.id, verdict.code))
            return
        _LOG.warning(
            "a letter was put off",
            extra={"reason": verdict.reason, "error": type(error).__name__, "attempt": this.out.attempts + 1},
        )
        if verdict.seconds is not None:
            self._delivery.rest(this.out.letter.team, verdict.seconds)
        seconds = self._pause(this.out.attempts) if verdict.seconds is None else verdict.seconds
        if this.posting and verdict.doubtful:
            this.doubtful = True
            self._delivery.in_doubt(this)
            seconds = max(seconds, self._parts.options.doubt)
        await self._put_off(this, seconds, verdict.reason)

    async def _put_off(self, this: Try, seconds: float, reason: str) -> None:
        self._parts.metrics.put_off(reason)
        until = self._parts.clock.now() + timedelta(seconds=seconds)
        await self._insist(lambda: self._parts.post.put_off(this.out.id, until, doubtful=this.doubtful))

    def _pause(self, attempts: int) -> float:
        """Longer after each try, and never the same for two letters, so that they do not all come back at once."""
        longest = min(_SHORTEST * 2 ** min(attempts, 10), _LONGEST)
        return self._chance.uniform(longest / 2, longest)

    async def _insist(self, note: Callable[[], Awaitable[None]]) -> None:
        """Note it in the store, however long that takes: a letter that nobody notes would block its lane for ever."""
        while True:
            try:
                await note()
            except Exception as error:  # noqa: BLE001 - whatever the store raises, it is tried again
                _LOG.error("what became of a letter was not noted", extra={"error": type(error).__name__})
                await asyncio.sleep(_AGAIN)
            else:
                return

    def _note_sent(self, out: Outbound) -> None:
        self._parts.metrics.sent()
        self._delivery.over(out)
        received = self._received.pop(out.letter.key, None)
        if received is not None:
            self._parts.metrics.waited((self._parts.clock.now() - received).total_seconds())
