"""Turns a second with one replica and with two, on PostgreSQL: where the processor is the bound, and where waiting is.

Everything runs on one machine: replicas, fake Slack, database and driver share its cores, and with whatever else runs
there. So what each took of them is told beside the rates, and what was left.
"""

import asyncio
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.proving import talk
from tests.proving.figures import Figure, Proof, none
from tests.proving.processes import Child, free_port, keep_out_of_the_way, processor_seconds, replicas
from tests.proving.proxy import Proxy
from tests.proving.rallies import Rally
from tests.proving.stages import Stage, stage

GAIN = 1.6
_TICKS = os.sysconf("SC_CLK_TCK")
_IDLE = slice(3, 5)
_ALL = slice(0, 8)


@dataclass(frozen=True, slots=True)
class Given:
    """How a run is made: so many messages in each conversation. A turn that waits takes `seconds` of no processor."""

    database: str = "postgresql"
    conversations: int = 24
    messages: int = 6
    runs: int = 1
    seconds: float = 1.0
    workers: int = 4


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: turns a second, milliseconds of processor a turn by who took them, and how many cores others took."""

    rate: float
    turn_ms: Mapping[str, float]
    others: float
    unanswered: int


def prove(given: Given) -> Proof:
    """Run it."""
    with TemporaryDirectory() as made:
        return asyncio.run(_run(given, Path(made)))


async def _run(given: Given, folder: Path) -> Proof:
    began = time.monotonic()
    figures: list[Figure] = []
    for name, seconds, bound in (("guided", 0.0, None), (f"waiting {given.seconds} s", given.seconds, GAIN)):
        one, two = [], []
        for number in range(given.runs):
            one.append(await _measured(given, seconds, 1, folder / f"{name}-1-{number}"))
            two.append(await _measured(given, seconds, 2, folder / f"{name}-2-{number}"))
        gains = [second.rate / first.rate for first, second in zip(one, two, strict=True)]
        figures += _figures(f"{name}, 1 replica", one)
        figures += _figures(f"{name}, 2 replicas", two)
        figures.append(Figure(f"{name}: two over one", median(gains), at_least=bound))
        figures.append(none(f"{name}: unanswered", sum(run.unanswered for run in (*one, *two))))
    shown = {"database": given.database, "conversations": given.conversations, "messages": given.messages}
    cores = {"cores": os.cpu_count() or 0, "workers where turns wait": given.workers, "runs": given.runs}
    return Proof("replicas", {**shown, **cores}, [*figures, Figure("time", time.monotonic() - began, "s")])


def _figures(name: str, runs: list[Measured]) -> list[Figure]:
    took = [
        Figure(f"{name}: processor a turn, {who}", median(one.turn_ms[who] for one in runs), "ms")
        for who in runs[0].turn_ms
    ]
    rate = Figure(f"{name}: turns", median(one.rate for one in runs), "/s")
    return [rate, *took, Figure(f"{name}: cores taken by others", median(one.others for one in runs))]


async def _measured(given: Given, seconds: float, count: int, folder: Path) -> Measured:
    folder.mkdir()
    ports = [free_port() for _ in range(count)]
    proxy = Proxy([f"http://127.0.0.1:{port}" for port in ports], again=0.0, seed=0)
    async with stage(given.database, folder, given.conversations) as made:
        await proxy.start()
        await made.fake.post("app", {"request_url": f"{proxy.url}/slack/events"})
        how = {"answerer": "traced", "answer_seconds": seconds, "log_level": "warning"}
        if seconds:
            how["workers"] = given.workers
        plans = [made.plan(port, owner="abcdefgh"[at], **how) for at, port in enumerate(ports)]
        try:
            async with replicas(plans, folder) as bots:
                return await _rallied(given, made, bots)
        finally:
            await proxy.stop()


async def _rallied(given: Given, made: Stage, bots: list[Child]) -> Measured:
    keep_out_of_the_way()
    rally = Rally(made.fake, made.doctors, talk.line)
    await rally.play(1)
    counted = rally.answered
    with made.watched() as watched:
        backends = watched.numbers("SELECT pid FROM pg_stat_activity WHERE application_name = current_schema()")
        before, busy = _used(made, bots, backends), _busy()
        seconds = await rally.play(given.messages)
        after, busy = _used(made, bots, backends), _busy() - busy
    turns = max(1, rally.answered - counted)
    took = {who: after[who] - before[who] for who in after}
    return Measured(
        rate=turns / seconds,
        turn_ms={who: 1000 * used / turns for who, used in took.items()},
        others=max(0.0, (busy - sum(took.values())) / seconds),
        unanswered=rally.unanswered,
    )


def _used(made: Stage, bots: list[Child], backends: list[int]) -> dict[str, float]:
    """Seconds of processor so far, by who used them."""
    return {
        "replicas": sum(processor_seconds(one.pid) for one in bots),
        "PostgreSQL": sum(processor_seconds(one) for one in backends),
        "fake Slack": processor_seconds(made.slack.pid),
        "driver and proxy": time.process_time(),
    }


def _busy() -> float:
    """Seconds of processor that everything on this machine has used since it was started."""
    told = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:]
    ticks = [int(one) for one in told]
    return (sum(ticks[_ALL]) - sum(ticks[_IDLE])) / _TICKS
