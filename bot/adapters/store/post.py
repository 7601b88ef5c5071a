"""The post office in a SQL database: inbox, lanes and outbox, every method one transaction."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import Connection, bindparam, select

from bot.adapters.store import commitments, holds, inbox, ledger, outbox, sent
from bot.adapters.store.conversations import load_on
from bot.adapters.store.finishing import answered, finish
from bot.adapters.store.holds import Worker
from bot.adapters.store.schema import PEOPLE
from bot.adapters.store.writer import Writer
from bot.coaching.record import Conversation, ModelUse
from bot.ports.incoming import Inbound, conversation_of
from bot.ports.post import Anew, Answered, Backlog, Claim, Finished, Letter, Outbound

_BEATS_MISSED, _HOLDS_LEFT = 3, 16
_CONSENTED = select(PEOPLE.c.consented).where(PEOPLE.c.id == bindparam("its_id"))


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _nothing(_point: str) -> None:
    """What is reached in ordinary work."""


class SqlPostOffice:
    """Letters in and letters out, for one process.

    `owner` is the process's name, the same again after a restart: what it held before is then free at once. The holds
    of a process that has not beaten for three times `beat_seconds` are anybody's. `reached` is told when a named point
    inside a transaction is reached, and `without` takes guarantees out (`unique`, `order`): both for proofs only.
    """

    def __init__(
        self,
        writer: Writer,
        owner: str,
        *,
        beat_seconds: float = 5.0,
        now: Callable[[], datetime] = _utc_now,
        reached: Callable[[str], None] = _nothing,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """Say that the process is alive; what its name held before is let go.

        Raises CoachError where the database fails.
        """
        self._writer = writer
        self._now, self._reached, self._without = now, reached, without
        self._left: dict[str, tuple[str, ...]] = {}
        self._in_hand: set[int] = set()
        self._sure = True
        self._worker = Worker(owner, uuid4().hex, timedelta(seconds=beat_seconds * _BEATS_MISSED))
        self._last_alive = writer.submit(lambda connection: self._worker.begin(connection, now())).result()

    async def accept(self, inbound: Inbound) -> bool:
        """Take something in; False where the same gesture is known already, however it came."""

        def work(connection: Connection) -> bool:
            new = inbox.accept(connection, inbound, unique="unique" not in self._without)
            self._reached("intake_before_commit")
            return new

        return await self._writer.write(work)

    async def lanes_waiting(self) -> Sequence[tuple[str, bool]]:
        """Lanes in which something waits that nobody alive holds, and whether it is urgent; urgent ones first."""
        return await self._writer.write(lambda connection: holds.free_lanes(connection, self._worker, self._now()))

    async def claim(self, lane: str) -> Claim | None:
        """Hold a lane; None where nothing waits in it, it is held for consent, or somebody alive holds it.

        A hold of this process that could not be let go, since the database failed, is none.
        """
        token = uuid4().hex
        left = self._left.get(lane, ())
        claimed = self._writer.submit(lambda connection: self._claim(connection, lane, token, left))
        try:
            claim = await asyncio.wrap_future(claimed)
        except asyncio.CancelledError:  # whoever wanted it is gone, perhaps after it was held
            claimed.add_done_callback(lambda _: self._writer.submit(lambda on: holds.let_go(on, lane, token)))
            raise
        except Exception:  # it may be held all the same: the answer to a commit can be lost
            self._left[lane] = (*left, token)[-_HOLDS_LEFT:]
            raise
        self._left.pop(lane, None)
        return claim

    def _claim(self, connection: Connection, lane: str, token: str, left: tuple[str, ...]) -> Claim | None:
        for old in left:
            holds.let_go(connection, lane, old)
        if not holds.hold(connection, self._worker, lane, token, self._now()):
            return None
        waiting = inbox.waiting(connection, lane, in_order="order" not in self._without)
        if not waiting:
            holds.let_go(connection, lane, token)
            return None
        person = waiting[0].inbound.person
        consented = connection.execute(_CONSENTED, {"its_id": person}).scalar() or 0
        holds.note_seen(connection, lane, max(one.id for one in waiting), consented)
        conversation = load_on(connection, conversation_of(lane), person, self._now())
        return Claim(lane, token, waiting, conversation, consented)

    async def release(self, lane: str, token: str) -> None:
        """Let a lane go with nothing done; where the database fails, this process' next claim does so first."""
        try:
            await self._writer.write(lambda connection: holds.let_go(connection, lane, token))
        except Exception:
            self._left[lane] = (*self._left.get(lane, ()), token)[-_HOLDS_LEFT:]
            raise

    async def finish(self, finished: Finished) -> bool:
        """Keep what came of a claim; False (and nothing kept) where the hold was lost or the work was stopped.

        Raises CoachError where the conversation is somebody else's, or has a turn of that number.
        """

        def work(connection: Connection) -> bool:
            kept = finish(connection, finished, self._now())
            self._reached("turn_in_transaction")
            return kept

        return await self._writer.write(work)

    async def used(self, person_id: str, uses: Sequence[ModelUse]) -> None:
        """Count what a chat model was asked in a turn that is not kept; nothing of somebody who was erased."""
        await self._writer.write(lambda connection: ledger.note_unkept(connection, person_id, uses, self._now()))

    async def stop(self, lane: str) -> int:
        """Whatever waits or is being worked on in the lane is done with, unsent letters too; how much waited."""

        def work(connection: Connection) -> int:
            holds.take_away(connection, lane)
            outbox.drop(connection, lane, self._now())
            return inbox.stop(connection, lane)

        return await self._writer.write(work)

    async def take(self, limit: int) -> Sequence[Outbound]:
        """Letters to send now, marked as being sent by this process: urgent ones first, of each lane only the oldest.

        `attempts` and `tried_at` tell of earlier tries. What a call that failed may have marked, the next puts back.
        """
        recall, in_hand, in_order = not self._sure, tuple(self._in_hand), "order" not in self._without

        def work(connection: Connection) -> list[Outbound]:
            if recall:
                outbox.put_back(connection, self._worker, in_hand)
            return outbox.take(connection, self._worker, limit, self._now(), in_order=in_order)

        try:
            taken = await self._writer.write(work)
        except Exception:
            self._sure = False
            raise
        self._sure |= recall
        self._in_hand.update(one.id for one in taken)
        return taken

    async def sent(self, outbound_id: int, channel: str, ts: str) -> None:
        """The channel has it, there."""
        await self._writer.write(lambda connection: outbox.mark_sent(connection, outbound_id, channel, ts))
        self._in_hand.discard(outbound_id)

    async def put_off(self, outbound_id: int, until: datetime, *, doubtful: bool) -> None:
        """Not sent; try again from then on. `doubtful` where the channel may have it all the same."""
        await self._writer.write(lambda on: outbox.put_off(on, self._worker, outbound_id, until, doubtful=doubtful))
        self._in_hand.discard(outbound_id)

    async def give_up(self, outbound_id: int, code: str) -> None:
        """It can never be sent; `code` is the channel's word for it."""
        await self._writer.write(lambda connection: outbox.give_up(connection, self._worker, outbound_id, code))
        self._in_hand.discard(outbound_id)

    async def expire(self, outbound_id: int, anew: Anew | None) -> None:
        """The channel does not have it, and its moment is over: not sent, and planned `anew` where that is told."""
        await self._writer.write(lambda on: commitments.expire(on, self._worker, outbound_id, anew))
        self._in_hand.discard(outbound_id)

    async def remind(self, letter: Letter, commitment_id: int, set_for: datetime, at: datetime) -> bool:
        """Put a reminder in, where its commitment is still to be asked about at `set_for`; whether it was put in."""
        return await self._writer.write(lambda on: commitments.ask(on, letter, commitment_id, set_for, at))

    async def post(self, letters: Sequence[Letter]) -> int:
        """Put letters into the outbox that answer nothing in the inbox; those whose key is known are left out."""
        return await self._writer.write(lambda connection: outbox.put(connection, letters, self._now()))

    async def answered(self, lane: str, ts: str) -> Answered | None:
        """What the coach's message at that place answers, where it is one of the coach's."""

        def work(connection: Connection) -> Answered | None:
            posted = sent.at(connection, lane, ts)
            return answered(connection, posted) if posted else None

        return await self._writer.write(work)

    async def letters_about(self, lane: str, ts: str) -> Sequence[Answered]:
        """The coach's messages that answered a doctor's message at that place (its whole turn)."""

        def work(connection: Connection) -> list[Answered]:
            posted = sent.of_turns(connection, lane, inbox.turns_about(connection, lane, ts))
            return [answered(connection, one) for one in posted]

        return await self._writer.write(work)

    async def stands(self, lane: str, person_id: str) -> Conversation:
        """The conversation of a lane as it stands, held by nobody. Raises CoachError where it is somebody else's."""
        return await self._writer.write(lambda on: load_on(on, conversation_of(lane), person_id, self._now()))

    async def channels(self, team: str) -> Mapping[str, str]:
        """Direct channels that are known, and the time stamp of the last thing taken in there ("0": nothing yet)."""
        return await self._writer.write(lambda connection: inbox.channels(connection, team))

    async def last_alive(self) -> datetime | None:
        """When any process of this coach last said that it was alive, before this one started."""
        return self._last_alive

    async def beat(self) -> None:
        """Say that this process is alive; a hold of a process that has not for a while is anybody's."""
        await self._writer.write(lambda connection: self._worker.beat(connection, self._now()))

    async def backlog(self) -> Backlog:
        """What waits; what is held for consent, or not due yet, is not counted."""

        def work(connection: Connection) -> Backlog:
            (waiting, since), rest = inbox.backlog(connection), sent.backlog(connection, self._worker, self._now())
            return Backlog(
                waiting=waiting,
                oldest_waiting=self._age(since),
                unsent=rest.unsent,
                oldest_unsent=self._age(rest.oldest),
                in_doubt=rest.in_doubt,
                failed=rest.failed,
            )

        return await self._writer.write(work)

    def _age(self, since: datetime | None) -> float:
        return max((self._now() - since).total_seconds(), 0.0) if since else 0.0

    async def close(self) -> None:
        """Finish what is being written, and let every hold of this process go. The writer stays the caller's."""
        await self._writer.write(lambda connection: holds.let_all_go(connection, self._worker, self._now()))
