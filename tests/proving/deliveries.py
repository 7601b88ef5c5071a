"""Every event delivered four times, shuffled, some at the same moment, across a kill and a restart: one answer each."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import ClientError, ClientSession, TCPConnector

from tests.proving import requests
from tests.proving.chain import token
from tests.proving.fake import Fake
from tests.proving.figures import Figure, Proof, none
from tests.proving.judging import Judged, judge
from tests.proving.people import Doctor, quiet
from tests.proving.points import OUTSIDE
from tests.proving.processes import free_port, lines_of, replicas
from tests.proving.requests import Request
from tests.proving.stages import stage

TIMES = 4
_AT_ONCE = 16
_QUIET_WITHIN = 180.0
_UP_WITHIN = 30.0
_OK = 200


@dataclass(frozen=True, slots=True)
class Given:
    """How a run is made; one in `spread` deliveries comes that far from its first at most."""

    database: str = "sqlite"
    events: int = 5_000
    conversations: int = 50
    spread: int = 400
    kills: int = 3
    seed: int = 7


def prove(given: Given) -> Proof:
    """Run it."""
    with TemporaryDirectory() as made:
        return asyncio.run(_run(given, Path(made)))


def shuffled(events: Sequence[Request], spread: int, seed: int) -> list[Request]:
    """Each event `TIMES` times, as Slack repeats it, in an order of chance: no further from its place than `spread`."""
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated is what is wanted
    placed = [
        (at + chance.random() * spread, number, event) for at, event in enumerate(events) for number in range(TIMES)
    ]
    return [event.repeated(number) for _, number, event in sorted(placed, key=lambda one: one[:2])]


async def _run(given: Given, folder: Path) -> Proof:
    began, port = time.monotonic(), free_port()
    async with stage(given.database, folder, given.conversations, mode="none") as made:
        lives = {
            "lives": (OUTSIDE,) * given.kills,
            "most_seconds": 0.4 + given.events / 1000,
            "deaths": str(folder / "deaths"),
        }
        async with replicas([made.plan(port, seed=given.seed, **lives)], folder):
            with made.watched() as watched:
                statuses = await _deliver(_events(made.doctors, given.events), given, port)
                left = {**await quiet(watched.left, most=_QUIET_WITHIN), "taken": watched.taken()}
            judged = sum([await _judged(made.fake, one) for one in made.doctors], Judged())
    taken = left.pop("taken")
    figures = [
        Figure("events", judged.sent, at_least=given.events),
        Figure("deliveries", sum(statuses.values()), at_least=TIMES * given.events),
        none("never answered", judged.lost),
        none("answered twice", judged.twice),
        none("answers to nothing sent", judged.wrong),
        Figure("taken in", taken, at_most=given.events, at_least=given.events),
        *(none(f"left {name}", value) for name, value in left.items()),
        none("not acknowledged", sum(count for status, count in statuses.items() if status != _OK)),
        Figure(
            "kills and restarts on the way", sum(lines_of(folder / "deaths").values()), at_least=min(1, given.kills)
        ),
        Figure("replies", judged.replies),
        Figure("time", time.monotonic() - began, "s"),
    ]
    shown = {"database": given.database, "conversations": given.conversations, "seed": given.seed}
    return Proof(f"deliveries-{given.database}", shown, figures)


async def _judged(fake: Fake, doctor: Doctor) -> Judged:
    return judge(doctor.sent, await fake.said(doctor.channel, doctor.user), ordered=False)


def _events(people: Sequence[Doctor], count: int) -> list[Request]:
    made = []
    for at in range(count):
        doctor = people[at % len(people)]
        name = token(doctor.number, len(doctor.sent))
        doctor.sent.append(name)
        made.append(requests.genuine(doctor.user, doctor.channel, f"This is {name}.", at + 1))
    return made


async def _deliver(events: Sequence[Request], given: Given, port: int) -> Counter[int]:
    """Send them all, several at once; one that meets a dead process is sent again, as Slack would."""
    queue = iter(shuffled(events, given.spread, given.seed))
    statuses: Counter[int] = Counter()
    async with ClientSession(connector=TCPConnector(limit=_AT_ONCE)) as client:

        async def sender() -> None:
            for one in queue:
                statuses[await _sent(client, f"http://127.0.0.1:{port}{one.path}", one)] += 1

        await asyncio.gather(*(sender() for _ in range(_AT_ONCE)))
    return statuses


async def _sent(client: ClientSession, url: str, one: Request) -> int:
    until = time.monotonic() + _UP_WITHIN
    while time.monotonic() < until:
        try:
            async with client.post(url, data=one.body, headers=one.headers) as answer:
                await answer.read()
                return answer.status
        except (ClientError, OSError):
            await asyncio.sleep(0.05)
    return 0
