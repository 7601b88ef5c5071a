"""The doctors of a proof: made in the fake Slack, and writing to the bot as fast as it can follow."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.fakeslack.known import TEAM
from tests.proving.chain import token
from tests.proving.fake import Fake

_ACKNOWLEDGED_WITHIN = 120.0


@dataclass
class Doctor:
    """One doctor, their direct channel with the bot, and the names of the messages they sent."""

    number: int
    user: str
    channel: str
    sent: list[str] = field(default_factory=list)

    @property
    def person(self) -> str:
        """How the bot knows them."""
        return f"{TEAM}:{self.user}"


async def doctors(fake: Fake, count: int) -> list[Doctor]:
    """That many new doctors."""
    made = []
    for number in range(count):
        user = str((await fake.post("user", {"name": f"Doctor {number}", "tz": "Europe/London"}))["user"])
        channel = str((await fake.get("dm", user=user))["channel"])
        made.append(Doctor(number, user, channel))
    return made


def plainly(_doctor: int, _number: int, name: str) -> str:
    """A message that says no more than its name."""
    return f"This is {name}."


@dataclass
class Crowd:
    """Doctors who write at once, each in order, until `enough`; all wait while more than `most` messages wait.

    A doctor writes again once the last message was `acknowledged` (by its event), answered or not: what two deliveries
    on their way at the same moment do to each other is nobody's order. `backlog` counts what waits; it is asked from
    time to time only, so that looking does not slow what is looked at. `says` gives the words around a message's name.
    """

    fake: Fake
    doctors: list[Doctor]
    acknowledged: Callable[[str], Awaitable[None]]
    backlog: Callable[[], int]
    most: int
    seed: int = 0
    says: Callable[[int, int, str], str] = plainly
    look_every: float = 0.1
    sent: int = 0
    _open: asyncio.Event = field(default_factory=asyncio.Event)

    async def write(self, enough: Callable[[int], bool]) -> None:
        """Write until `enough` says so of the number of messages sent.

        Raises an ExceptionGroup where the bot does not acknowledge any more, or what waits cannot be counted.
        """
        async with asyncio.TaskGroup() as group:
            gate = group.create_task(self._gate())
            await asyncio.gather(*(self._one(doctor, enough) for doctor in self.doctors))
            gate.cancel()

    async def _one(self, doctor: Doctor, enough: Callable[[int], bool]) -> None:
        chance = random.Random(f"{self.seed}/{doctor.number}")  # noqa: S311 - chance that can be repeated is wanted
        while not enough(self.sent):
            await self._open.wait()
            self.sent += 1
            name = token(doctor.number, len(doctor.sent))
            text = self.says(doctor.number, len(doctor.sent), name)
            doctor.sent.append(name)
            posted = await self.fake.post("message", {"user": doctor.user, "text": text})
            async with asyncio.timeout(_ACKNOWLEDGED_WITHIN):
                await self.acknowledged(str(posted["event_id"]))
            await asyncio.sleep(chance.random() * 2 * self.look_every)

    async def _gate(self) -> None:
        while True:
            if await asyncio.to_thread(self.backlog) > self.most:
                self._open.clear()
            else:
                self._open.set()
            await asyncio.sleep(self.look_every)


def seconds(most: float, step: float) -> Iterator[float]:
    """Moments to look again, until there have been enough of them."""
    for at in range(round(most / step)):
        yield at * step


async def quiet(still: Callable[[], Mapping[str, float]], *, most: float, step: float = 0.25) -> Mapping[str, float]:
    """Wait until nothing is left to do, three looks in a row; gives what is left when `most` seconds have passed."""
    calm = 0
    left: Mapping[str, float] = {}
    for _ in seconds(most, step):
        left = await asyncio.to_thread(still)
        calm = 0 if any(left.values()) else calm + 1
        if calm > 2:
            break
        await asyncio.sleep(step)
    return left
