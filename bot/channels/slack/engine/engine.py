"""The engine: sees to it that whatever waits is answered, one turn at a time in each conversation, and that it is sent.

What is to be done lies in the database; in memory there is only when to look. So a process may end at any moment, and
the next one, or another replica, goes on from there.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime

from bot.channels.slack.clients import Clients
from bot.channels.slack.engine.answers import Answers
from bot.channels.slack.engine.catching_up import CatchingUp, Pulse
from bot.channels.slack.engine.loops import Aside, Reached, every, nothing, until_set
from bot.channels.slack.engine.reminders import Reminders
from bot.channels.slack.engine.schedule import Schedule
from bot.channels.slack.engine.sender import Sender
from bot.channels.slack.engine.status import Line, Status
from bot.channels.slack.engine.stopping import Stopping
from bot.channels.slack.engine.turns import Turns
from bot.channels.slack.parts import Parts
from bot.coaching.record import TurnRecord
from bot.ports.incoming import Inbound, conversation_of
from bot.ports.post import Claim, Finished

_LOG = logging.getLogger(__name__)
_BEAT = 4.0
_BACKLOG = 5.0
_CATCH_UP = 20.0
"""Seconds for which turns wait for what was missed, so that the older is answered before the newer."""
_LONGEST_PAUSE = 60.0
"""Seconds before a conversation whose work failed is looked at again, at most."""


class Engine:
    """Turns, sending, reminders, catching up: all that happens after a message was taken in.

    `reached` is told when a named point is reached, and `without` takes guarantees out: both for proofs only.
    """

    def __init__(
        self, parts: Parts, clients: Clients, *, reached: Reached = nothing, without: frozenset[str] = frozenset()
    ) -> None:
        options = parts.options
        self._parts = parts
        self._reached = reached
        self._schedule = Schedule(options.join, options.join_longest)
        self._answers = Answers(parts.answerer, options, self._unkept)
        self._turns = Turns(parts, self._answers.answer)
        self._status = Status(clients, parts.words.status)
        self._sender = Sender(parts, clients, reached=reached, without=without)
        self._stopping = Stopping(parts, self._status, self._sender.wake)
        self._reminders = Reminders(parts)
        self._catching_up = CatchingUp(parts, clients, lambda lane, urgent: self.wake(lane, urgent=urgent))
        self._event = asyncio.Event()
        self._drained = asyncio.Event()
        self._draining = False
        self._tasks: dict[asyncio.Task[None], str] = {}
        self._aside = Aside()
        self._newest: dict[str, Inbound] = {}
        self._failures: dict[str, int] = {}

    # ---------------------------------------------------------------- what others call

    def wake(self, lane: str, *, urgent: bool) -> None:
        """Something waits in that lane."""
        self._schedule.arrived(lane, self._time(), urgent=urgent)
        self._event.set()

    def stopped(self, lane: str, *, thread_ts: str = "") -> None:
        """The doctor pressed stop, and what waited is done with: the work on it is dropped, and the doctor told so."""
        self.dropped(lane)
        self._aside.start(self._stopping.tell(lane, self._newest.get(lane), thread_ts))

    def dropped(self, lane: str) -> None:
        """What is being worked on in a lane is not wanted any more, and what waited in it is done with."""
        self._answers.drop(conversation_of(lane))

    def letters_waiting(self) -> None:
        """Something was put into the outbox beside the engine: send it now and not at the next look."""
        self._sender.wake()

    def missed(self, since: datetime) -> None:
        """Nothing reached this process since then: look for what came meanwhile, where that was long enough."""
        if (self._parts.clock.now() - since).total_seconds() > self._parts.options.catch_up_after:
            self._aside.start(self._catching_up.until_done(since))

    async def run(self) -> None:
        """Work until drained. Raises what the store raises where it does not answer at the start."""
        away = await self._parts.post.last_alive()
        await self._parts.post.beat()
        self._status.may_be_on(lane for lane, _ in await self._parts.post.lanes_waiting())
        loops = [
            asyncio.create_task(one)
            for one in (
                self._begin_turns(away),
                self._sender.run(),
                every(_BEAT, Pulse(self._parts, self.missed).beat, "beat"),
                every(self._parts.options.poll, self._look_around, "look_around"),
                every(self._parts.options.remind, self._remind, "remind"),
                every(_BACKLOG, self._measure, "measure"),
            )
        ]
        try:
            await self._outlast(loops)
        finally:
            await self._end(loops)

    async def _outlast(self, loops: Sequence[asyncio.Task[None]]) -> None:
        """Wait until all is drained. Raises what ended a loop that should not have ended."""
        drained = asyncio.create_task(until_set(self._drained, None))
        pending = {drained, *loops}
        while drained in pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for one in done:
                one.result()

    async def drain(self) -> None:
        """Begin nothing more; let what runs end and be sent, for as long as the options allow. Then `run` returns.

        What waits for a thread has not begun: it is let go, for the next process or another replica.
        """
        self._draining = True
        self._answers.drop_unbegun()
        self._event.set()
        until = self._time() + self._parts.options.drain
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=self._parts.options.drain)
        self._sender.drain()
        await until_set(self._sender.idle, until - self._time())
        self._drained.set()

    # ---------------------------------------------------------------- turns

    async def _begin_turns(self, away: datetime | None) -> None:
        await self._catch_up_first(away)
        while not self._draining:
            self._event.clear()
            now = self._time()
            while (lane := self._next(now)) is not None:
                task = asyncio.create_task(self._work(lane))
                self._tasks[task] = lane
                task.add_done_callback(self._ended)
            due = self._schedule.next_due() if self._schedule.running < self._answers.most else None
            poll = self._parts.options.poll
            await until_set(self._event, poll if due is None else min(due - now, poll))

    def _next(self, now: float) -> str | None:
        """The lane to begin with now; where all hands are full only an urgent one, as long as room is kept for it."""
        running, answers = self._schedule.running, self._answers
        if running < answers.most:
            return self._schedule.take(now)
        return self._schedule.take(now, only_urgent=True) if running < answers.most_urgent else None

    async def _work(self, lane: str) -> None:
        """One piece of work on a lane: hold it, work out what comes of it, keep that."""
        began = self._time()
        claim = await self._parts.post.claim(lane)
        if claim is None:
            return
        kept = False
        self._newest[lane] = claim.waiting[-1].inbound
        try:
            async with self._status.during(lane, _line(claim.waiting[-1].inbound)):
                finished = await self._turns.finished(claim)
            kept = await self._parts.post.finish(finished)
            if not kept and finished.record is not None:
                self._unkept(finished.record)
        finally:
            self._newest.pop(lane, None)
            if not kept:
                await self._parts.post.release(lane, claim.token)
        if kept:
            self._reached("turn_after_commit")
            self._parts.metrics.turn(self._time() - began)
            self._go_on(claim, finished)

    def _unkept(self, record: TurnRecord) -> None:
        """A turn was worked out for nothing: what a chat model was asked for it counts all the same."""
        if record.model_uses:
            self._aside.start(self._parts.post.used(record.message.person_id, record.model_uses))

    def _go_on(self, claim: Claim, finished: Finished) -> None:
        """After a turn is kept: send it, and look again where more waits."""
        if finished.record is not None:
            self._parts.metrics.answered(finished.record)
        if finished.record is not None and finished.letters:
            received = min(one.inbound.received_at for one in claim.waiting if one.id in finished.done)
            self._sender.expects(finished.letters[-1].key, received)
        if finished.letters:
            self._sender.wake()
        if not finished.held and len(finished.done) < len(claim.waiting):
            self._schedule.again(claim.lane, self._time())

    def _ended(self, task: asyncio.Task[None]) -> None:
        lane = self._tasks.pop(task)
        self._schedule.done(lane)
        error = None if task.cancelled() else task.exception()
        if error is None:
            self._failures.pop(lane, None)
        else:
            _LOG.error("a turn failed", exc_info=error)
            count = self._failures[lane] = self._failures.get(lane, 0) + 1
            self._schedule.again(lane, self._time() + min(0.25 * 2**count, _LONGEST_PAUSE))
        self._event.set()

    # ---------------------------------------------------------------- beside the turns

    async def _look_around(self) -> None:
        """Lanes of which nobody told: after a restart, or when another replica died."""
        for lane, urgent in await self._parts.post.lanes_waiting():
            self._schedule.found(lane, self._time(), urgent=urgent)
        self._event.set()

    async def _remind(self) -> None:
        if await self._reminders.round():
            self._sender.wake()

    async def _measure(self) -> None:
        self._parts.metrics.backlog(await self._parts.post.backlog())

    async def _catch_up_first(self, away: datetime | None) -> None:
        """What was missed comes before what is new, for as long as anybody may be kept waiting for that."""
        if away is None or (self._parts.clock.now() - away).total_seconds() <= self._parts.options.catch_up_after:
            return
        await asyncio.wait({self._aside.start(self._catching_up.until_done(away))}, timeout=_CATCH_UP)

    async def _end(self, loops: Sequence[asyncio.Task[None]]) -> None:
        await self._sender.close()
        await self._aside.close()
        running = [*loops, *self._tasks]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        self._answers.close()

    def _time(self) -> float:
        return asyncio.get_running_loop().time()


def _line(inbound: Inbound) -> Line | None:
    """Where the status of a turn shows: in the thread, or that which the message itself would begin."""
    at = inbound.thread_ts or inbound.ts
    return Line(inbound.team, inbound.channel, at) if at else None
