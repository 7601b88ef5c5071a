"""The console's pages over HTTP on a full store, as a mentor's browser asks for them."""

import asyncio
import time
from collections.abc import Sequence
from datetime import datetime
from secrets import token_urlsafe
from statistics import quantiles

import aiohttp

from bot.adapters.store.mentoring.doors import SqlDoors
from bot.adapters.store.mentoring.record import SqlRecord
from bot.adapters.store.mentoring.reviewing import SqlReviewing
from bot.adapters.store.mentoring.staff import SqlStaff
from bot.adapters.store.writer import Writer
from bot.channels.console.limits import Rate, Rates
from bot.channels.console.parts import Options, Parts
from bot.channels.console.serving import Service
from evals.for_mentors import Suite
from tests.proving.figures import Figure

_PORT = 18_080
_OFTEN = Rates(requests=Rate(1_000_000, 60))


class _Standing:
    """A clock that stands still, at the day for which the store was filled."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        return self._at


def parts(writer: Writer, at: datetime, url: str) -> Parts:
    """The console on that store, with the real rubric."""
    return Parts(
        staff=SqlStaff(writer),
        doors=SqlDoors(writer),
        record=SqlRecord(writer),
        reviewing=SqlReviewing(writer),
        clock=_Standing(at),
        options=Options(url=url),
        situations={"bins": "The bins", "lifts": "The lifts"},
        passages=lambda cited: cited.key,
        trainers=Suite(),
    )


async def measured(
    writer: Writer, mentor: str, at: datetime, paths: Sequence[tuple[str, Sequence[str]]], most: float
) -> list[Figure]:
    """Each page's time, asked for once at each of its addresses after the first."""
    url = f"http://127.0.0.1:{_PORT}"
    own = parts(writer, at, url)
    there, stop = asyncio.Event(), asyncio.Event()
    service = Service(own, port=_PORT, rates=_OFTEN, listening=lambda _url: there.set())
    serving = asyncio.create_task(service.run(stop))
    await there.wait()
    sid = token_urlsafe(32)
    await own.doors.start(mentor, sid, token_urlsafe(32), at)
    figures: list[Figure] = []
    try:
        async with aiohttp.ClientSession(url, headers={"Cookie": f"coach-sid={sid}"}) as browser:
            for name, addresses in paths:
                taken = [await _timed(browser, one) for one in addresses][1:]
                in_order = quantiles(taken, n=20)
                figures.append(Figure(f"page of {name}, p50", in_order[9], "ms"))
                figures.append(Figure(f"page of {name}, p95", in_order[18], "ms", most))
    finally:
        stop.set()
        await serving
    return figures


async def _timed(browser: aiohttp.ClientSession, path: str) -> float:
    began = time.perf_counter()
    async with browser.get(path, allow_redirects=False) as answer:
        await answer.read()
        if answer.status != 200:
            message = f"{path.partition('?')[0]} answered {answer.status}"
            raise ValueError(message)
    return (time.perf_counter() - began) * 1_000
