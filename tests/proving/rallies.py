"""Many conversations at full speed: each doctor writes again as soon as the last message was answered."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.proving.fake import Fake
from tests.proving.people import Doctor

_ANSWER_WITHIN = 60.0


@dataclass
class Rally:
    """What every channel shows, followed by the fake's own stream of changes.

    A message is answered when the channel changes once more after it; a second part of a long answer is not waited for.
    """

    fake: Fake
    doctors: list[Doctor]
    said: Callable[[int, int], str]
    answered: int = 0
    unanswered: int = 0
    _changes: Counter[str] = field(default_factory=Counter)
    _moved: dict[str, asyncio.Event] = field(default_factory=dict)

    async def play(self, messages: int) -> float:
        """Exchange that many messages in each conversation; gives the seconds that it took."""
        self._moved = {one.channel: asyncio.Event() for one in self.doctors}
        following = asyncio.create_task(self._follow())
        try:
            await self._following()
            began = time.perf_counter()
            await asyncio.gather(*(self._one(doctor, messages) for doctor in self.doctors))
            return time.perf_counter() - began
        finally:
            following.cancel()

    async def _one(self, doctor: Doctor, messages: int) -> None:
        for _ in range(messages):
            before = self._changes[doctor.channel]
            text = self.said(doctor.number, len(doctor.sent))
            doctor.sent.append(text)
            await self.fake.post("message", {"user": doctor.user, "text": text})
            try:
                await asyncio.wait_for(self._reaches(doctor.channel, before + 2), _ANSWER_WITHIN)
                self.answered += 1
            except TimeoutError:
                self.unanswered += 1

    async def _reaches(self, channel: str, count: int) -> None:
        while self._changes[channel] < count:
            self._moved[channel].clear()
            await self._moved[channel].wait()

    async def _follow(self) -> None:
        async for line in self.fake.lines("changes"):
            change = json.loads(line)
            channel = str(change.get("channel", ""))
            if change.get("kind") == "message" and channel in self._moved:
                self._changes[channel] += 1
                self._moved[channel].set()

    async def _following(self) -> None:
        """Until the stream is open; what it tells first may be nothing at all."""
        await self.fake.opened.wait()
