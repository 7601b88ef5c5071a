"""A post office whose disk is full."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NoReturn

from bot.coaching.record import Conversation, ModelUse
from bot.errors import CoachError
from bot.ports.incoming import Inbound
from bot.ports.post import Anew, Answered, Backlog, Claim, Finished, Letter, Outbound


class Refusing:
    """Every method fails, with an error that says `why`."""

    def __init__(self, why: str = "the disk is full") -> None:
        self._why = why

    async def accept(self, inbound: Inbound) -> bool:
        return self._full()

    async def lanes_waiting(self) -> Sequence[tuple[str, bool]]:
        return self._full()

    async def claim(self, lane: str) -> Claim | None:
        return self._full()

    async def release(self, lane: str, token: str) -> None:
        self._full()

    async def finish(self, finished: Finished) -> bool:
        return self._full()

    async def used(self, person_id: str, uses: Sequence[ModelUse]) -> None:
        self._full()

    async def stop(self, lane: str) -> int:
        return self._full()

    async def take(self, limit: int) -> Sequence[Outbound]:
        return self._full()

    async def sent(self, outbound_id: int, channel: str, ts: str) -> None:
        self._full()

    async def put_off(self, outbound_id: int, until: datetime, *, doubtful: bool) -> None:
        self._full()

    async def give_up(self, outbound_id: int, code: str) -> None:
        self._full()

    async def expire(self, outbound_id: int, anew: Anew | None) -> None:
        self._full()

    async def remind(self, letter: Letter, commitment_id: int, set_for: datetime, at: datetime) -> bool:
        return self._full()

    async def post(self, letters: Sequence[Letter]) -> int:
        return self._full()

    async def answered(self, lane: str, ts: str) -> Answered | None:
        return self._full()

    async def letters_about(self, lane: str, ts: str) -> Sequence[Answered]:
        return self._full()

    async def stands(self, lane: str, person_id: str) -> Conversation:
        return self._full()

    async def channels(self, team: str) -> Mapping[str, str]:
        return self._full()

    async def last_alive(self) -> datetime | None:
        return self._full()

    async def beat(self) -> None:
        self._full()

    async def backlog(self) -> Backlog:
        return self._full()

    async def close(self) -> None:
        self._full()

    def _full(self) -> NoReturn:
        raise CoachError(self._why, code="no_store", retryable=True)
