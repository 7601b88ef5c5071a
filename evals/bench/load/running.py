"""A load run from beginning to end: start all, write at full speed, then at parts of that, and look at what grew."""

import asyncio
import os
import platform
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.samples import talks as samples
from bot.settings import Settings
from evals.bench.load import growth
from evals.bench.load.doctors import Ward
from evals.bench.load.figures import Level, LoadFigures, Machine
from evals.bench.load.replicas import Replica, Where, processor_seconds, replicas
from evals.bench.load.stand_in import stand_in
from evals.bench.outcome import BenchError

SHARES = (0.25, 0.5, 0.75, 0.9)
"""Parts of what was reached at full speed, at which messages then come as people come."""


@dataclass(frozen=True, slots=True)
class Given:
    """How a run is made; each level lasts `seconds`. Several replicas need a `database` that they can share."""

    settings: Settings
    say: Callable[[str], None]
    replicas: int = 1
    doctors: int = 100
    seconds: float = 30.0
    database: str = ""
    grows: bool = True
    shares: tuple[float, ...] = SHARES


def run(given: Given) -> LoadFigures:
    """Run it. Raises BenchError where something that it needs is missing or does not come up."""
    if given.replicas > 1 and not given.database.startswith("postgresql"):
        message = "several replicas share a PostgreSQL database: name an empty one with --database"
        raise BenchError(message)
    load = round(os.getloadavg()[0], 2)
    with tempfile.TemporaryDirectory(prefix="coach-load-", ignore_cleanup_errors=True) as folder:
        where = Where(given.settings.data, Path(folder), given.database)
        found = asyncio.run(_run(given, where, load))
    if not given.grows:
        return found
    lines = [one.messages for one in samples.load()]
    return found.model_copy(update={"growth": growth.measure(given.settings, lines, given.say)})


async def _run(given: Given, where: Where, load: float) -> LoadFigures:
    talks = [one.messages for one in samples.load()]
    async with stand_in() as slack, replicas(given.replicas, slack.told, where) as running:
        ward = Ward(slack, talks)
        try:
            given.say(f"load: {given.doctors} doctors come and agree")
            memory = _memory(running)
            await ward.open(given.doctors)
            return await _levels(given, where, ward, (running, memory, load))
        finally:
            await ward.close()


async def _levels(given: Given, where: Where, ward: Ward, start: tuple[Sequence[Replica], float, float]) -> LoadFigures:
    running, memory, load = start
    before, disk = _processor(running), _disk(where)
    given.say("load: at full speed")
    levels = [await _level(ward, running, 0.0, given.seconds)]
    for share in given.shares:
        rate = round(share * levels[0].answered, 1)
        given.say(f"load: {rate:g} messages a second")
        levels.append(await _level(ward, running, rate, given.seconds))
    turns = sum(one.sent for one in ward.doctors) - len(ward.doctors)
    grown = None if disk is None else ((_disk(where) or disk) - disk) / max(1, turns)
    return LoadFigures(
        machine=Machine(
            system=f"{platform.system()} {platform.machine()}",
            python=platform.python_version(),
            cores=os.cpu_count() or 1,
            load=load,
        ),
        database="PostgreSQL" if where.database else "SQLite",
        replicas=len(running),
        doctors=len(ward.doctors),
        levels=tuple(levels),
        turn_ms=round(1000 * (_processor(running) - before) / max(1, turns), 2),
        bytes_a_turn=None if grown is None else round(grown),
        memory_mb=(round(memory, 1), round(_memory(running), 1)),
    )


async def _level(ward: Ward, running: Sequence[Replica], asked: float, seconds: float) -> Level:
    """Messages come so many a second, or (0) as fast as they are answered."""
    coach, slack = _processor(running), processor_seconds(ward.slack.pid)
    played = await (ward.as_people_come(asked, seconds) if asked else ward.at_full_speed(seconds))
    if not played.waits:
        message = "nothing was answered: look at what the replicas logged"
        raise BenchError(message)
    p50, p95, p99 = (round(float(one), 3) for one in np.quantile(played.waits, (0.5, 0.95, 0.99)))
    return Level(
        asked=asked,
        answered=round(played.rate, 2),
        p50=p50,
        p95=p95,
        p99=p99,
        unanswered=played.unanswered,
        turned_away=played.turned_away,
        busy=round((_processor(running) - coach) / played.seconds, 2),
        stand_in=round((processor_seconds(ward.slack.pid) - slack) / played.seconds, 2),
    )


def _processor(running: Sequence[Replica]) -> float:
    return sum(one.processor_seconds() for one in running)


def _memory(running: Sequence[Replica]) -> float:
    return max(one.memory_mb() for one in running)


def _disk(where: Where) -> float | None:
    """Bytes of the database where it is a file of ours; what is still in its log counts."""
    if where.database:
        return None
    return float(sum(one.stat().st_size for one in where.folder.glob("load.db*")))
