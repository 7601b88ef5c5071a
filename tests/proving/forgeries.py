"""Ten thousand requests that are not Slack's, or no longer: none is believed."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import ClientSession, TCPConnector

from tests.proving import requests
from tests.proving.chain import token
from tests.proving.databases import Watched
from tests.proving.figures import Figure, Proof, none
from tests.proving.people import quiet
from tests.proving.processes import free_port, replicas
from tests.proving.requests import Request
from tests.proving.stages import Stage, stage

_AT_ONCE = 16
_REPLAYS = 200
_BELIEVED = range(200, 400)


@dataclass(frozen=True, slots=True)
class Given:
    """How a run is made."""

    database: str = "sqlite"
    requests: int = 10_000
    seed: int = 9


def prove(given: Given) -> Proof:
    """Run it."""
    with TemporaryDirectory() as made:
        return asyncio.run(_run(given, Path(made)))


async def _run(given: Given, folder: Path) -> Proof:
    began, port = time.monotonic(), free_port()
    async with stage(given.database, folder, 1, mode="none") as made, replicas([made.plan(port)], folder):
        with made.watched() as watched:
            figures = await _figures(given, made, port, watched)
    figures.append(Figure("time", time.monotonic() - began, "s"))
    return Proof("forged", {"database": given.database, "seed": given.seed}, figures)


async def _figures(given: Given, made: Stage, port: int, watched: Watched) -> list[Figure]:
    address, fake, doctor = f"http://127.0.0.1:{port}", made.fake, made.doctors[0]
    tried: Counter[str] = Counter()
    believed: Counter[str] = Counter()
    async with ClientSession(connector=TCPConnector(limit=_AT_ONCE)) as client:

        async def forger() -> None:
            for one in queue:
                tried[one.kind] += 1
                believed[one.kind] += await _status(client, address, one) in _BELIEVED

        queue = requests.forged(doctor.user, doctor.channel, given.requests, given.seed)
        await asyncio.gather(*(forger() for _ in range(_AT_ONCE)))
        taken, seen = watched.taken(), len(await fake.transcript(doctor.channel, doctor.user))

        real = requests.genuine(doctor.user, doctor.channel, f"This is {token(0, 0)}.", 1)
        first = await _status(client, address, real)
        for _ in range(_REPLAYS):
            await _status(client, address, real)
    await quiet(watched.left, most=30)
    replies = await fake.said(doctor.channel, doctor.user)
    return [
        Figure("forged or stale requests", sum(tried.values()), at_least=given.requests),
        Figure("accepted", sum(believed.values()), at_most=0),
        none("taken in from them", taken),
        none("messages posted for them", seen),
        Figure("a genuine one is accepted", first == 200, at_least=1),
        Figure("replays of it inside the window", _REPLAYS),
        Figure("taken in from it and its replays", watched.taken(), at_most=1, at_least=1),
        Figure("replies to it", len(replies), at_most=1, at_least=1),
        *(Figure(f"accepted: {kind} (of {tried[kind]})", believed[kind], at_most=0) for kind in sorted(tried)),
    ]


async def _status(client: ClientSession, address: str, one: Request) -> int:
    async with client.post(address + one.path, data=one.body, headers=one.headers) as answer:
        await answer.read()
        return answer.status
