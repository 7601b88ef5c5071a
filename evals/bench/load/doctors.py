"""Made-up doctors who write to the coach and wait for its answer: as fast as they can, or as people come."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from evals.bench.load.stand_in import StandIn
from evals.bench.outcome import BenchError

_AGREE = "consent_agree"
_ANSWER_WITHIN = 120.0
_AT_ONCE = 20


@dataclass(slots=True)
class Doctor:
    """One doctor: where they write, and how many messages they have sent."""

    number: int
    user: str
    channel: str
    sent: int = 0


@dataclass(frozen=True, slots=True)
class Played:
    """What a time of writing came to: seconds that it took and that each answer took, and how many never came.

    `turned_away` counts messages that nobody was free to write: the rate asked for was not reached.
    """

    seconds: float
    waits: tuple[float, ...]
    unanswered: int
    turned_away: int = 0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.waits) / self.seconds if self.seconds else 0.0


@dataclass
class Ward:
    """All of them, and what their channels show."""

    slack: StandIn
    talks: Sequence[Sequence[str]]
    doctors: list[Doctor] = field(default_factory=list)
    _shown: Counter[str] = field(default_factory=Counter)
    _moved: dict[str, asyncio.Event] = field(default_factory=dict)
    _following: asyncio.Task[None] | None = None

    async def open(self, count: int) -> None:
        """That many doctors, each of whom has written once, agreed to how the coach works, and been answered."""
        opened = asyncio.Event()
        self._following = asyncio.create_task(self._follow(opened))
        await opened.wait()
        for number in range(count):
            self.doctors.append(await self._new(number))
        for start in range(0, count, _AT_ONCE):
            await asyncio.gather(*(self._agree(one) for one in self.doctors[start : start + _AT_ONCE]))

    async def close(self) -> None:
        """They go home."""
        if self._following is not None:
            self._following.cancel()
            await asyncio.gather(self._following, return_exceptions=True)

    async def at_full_speed(self, seconds: float) -> Played:
        """Everybody writes again as soon as they are answered."""
        began = time.perf_counter()
        told: list[float | None] = []

        async def one(doctor: Doctor) -> None:
            while time.perf_counter() - began < seconds:
                told.append(await self.exchange(doctor))

        await asyncio.gather(*(one(doctor) for doctor in self.doctors))
        return _played(time.perf_counter() - began, told)

    async def as_people_come(self, rate: float, seconds: float, seed: int = 7) -> Played:
        """Messages at random times, so many a second on average (a Poisson process), each of somebody who is free."""
        chance = random.Random(seed)  # noqa: S311 - chance that can be repeated
        free, told, away = list(self.doctors), list[float | None](), 0
        under_way: set[asyncio.Task[None]] = set()

        async def one(doctor: Doctor) -> None:
            told.append(await self.exchange(doctor))
            free.append(doctor)

        began = due = time.perf_counter()
        while (due := due + chance.expovariate(rate)) < began + seconds:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            if not free:
                away += 1
                continue
            task = asyncio.create_task(one(free.pop(chance.randrange(len(free)))))
            under_way.add(task)
            task.add_done_callback(under_way.discard)
        wrote_for = time.perf_counter() - began
        await asyncio.gather(*under_way)
        return _played(wrote_for, told, away)

    async def exchange(self, doctor: Doctor) -> float | None:
        """One message and its answer: the seconds between them, None where none came."""
        talk = self.talks[doctor.number % len(self.talks)]
        text = talk[doctor.sent % len(talk)]
        doctor.sent += 1
        before, began = self._shown[doctor.channel], time.perf_counter()
        await self.slack.act("message", {"user": doctor.user, "text": text})
        return time.perf_counter() - began if await self._shows(doctor, before + 2) else None

    async def _new(self, number: int) -> Doctor:
        user = str((await self.slack.act("user", {"name": f"Doctor {number}", "tz": "Europe/London"}))["user"])
        channel = str((await self.slack.look("dm", {"user": user}))["channel"])
        self._moved[channel] = asyncio.Event()
        return Doctor(number, user, channel)

    async def _agree(self, doctor: Doctor) -> None:
        """The first message, the first contact, yes to it, and the answer to what was written."""
        if await self.exchange(doctor) is None:
            message = "the coach did not answer a first message: look at its log"
            raise BenchError(message)
        said = (await self.slack.look("transcript", {"user": doctor.user}))["messages"]
        asks = next((one for one in reversed(_maps(said)) if _AGREE in str(one.get("blocks"))), None)
        if asks is None:
            return  # they agreed in an earlier run
        before = self._shown[doctor.channel]
        await self.slack.act("click", {"user": doctor.user, "ts": asks["ts"], "action_id": _AGREE})
        if not await self._shows(doctor, before + 2):
            message = "the coach did not answer what was waiting for consent: look at its log"
            raise BenchError(message)

    async def _shows(self, doctor: Doctor, count: int) -> bool:
        """Wait until the doctor's channel has changed so often in all."""
        try:
            async with asyncio.timeout(_ANSWER_WITHIN):
                while self._shown[doctor.channel] < count:
                    self._moved[doctor.channel].clear()
                    await self._moved[doctor.channel].wait()
        except TimeoutError:
            return False
        return True

    async def _follow(self, opened: asyncio.Event) -> None:
        async for change in self.slack.changes(opened):
            channel = str(change.get("channel", ""))
            if change.get("kind") == "message" and channel in self._moved:
                self._shown[channel] += 1
                self._moved[channel].set()


def _played(seconds: float, told: Sequence[float | None], turned_away: int = 0) -> Played:
    waits = tuple(one for one in told if one is not None)
    return Played(seconds, waits, len(told) - len(waits), turned_away)


def _maps(value: object) -> list[dict[str, object]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
