"""How soon a message is acknowledged while fifty conversations are answered by the real coach and Slack is slow."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from tests.proving import talk
from tests.proving.databases import Watched
from tests.proving.fake import Fake
from tests.proving.figures import Figure, Proof, none
from tests.proving.people import Doctor, quiet
from tests.proving.plans import Answering
from tests.proving.processes import free_port, keep_out_of_the_way, replicas
from tests.proving.proxy import Proxy
from tests.proving.stages import stage

LIMIT_MS = 300.0
LONGEST_MS = 1000.0
AUTH_TEST_SECONDS = 2.0
_WARM_UP = 2
_QUIET_WITHIN = 600.0


@dataclass(frozen=True, slots=True)
class Given:
    """How a run is made: bursts in which every conversation says something at once, so soon that answers fall behind."""

    database: str = "sqlite"
    conversations: int = 50
    bursts: int = 20
    pause: float = 0.9
    answerer: Answering = "coach"


def prove(given: Given) -> Proof:
    """Run it."""
    with TemporaryDirectory() as made:
        return asyncio.run(_run(given, Path(made)))


async def _run(given: Given, folder: Path) -> Proof:
    began, port = time.monotonic(), free_port()
    proxy = Proxy([f"http://127.0.0.1:{port}"], again=0.0, seed=0)
    async with stage(given.database, folder, given.conversations) as made:
        await proxy.start()
        await made.fake.post("app", {"request_url": f"{proxy.url}/slack/events"})
        await made.fake.post("faults", [{"method": "auth.test", "kind": "slow", "seconds": AUTH_TEST_SECONDS}])
        async with replicas([made.plan(port, answerer=given.answerer)], folder):
            with made.watched() as watched:
                waited = await _bursts(given, made.fake, made.doctors, proxy, watched)
                delivered = await made.fake.get("deliveries")
                left = await quiet(watched.left, most=_QUIET_WITHIN)
                turns = watched.count("SELECT count(*) FROM turns")
        await proxy.stop()
    messages = given.conversations * given.bursts
    fakes = cast("dict[str, float]", delivered["ack_ms"])
    figures = [
        Figure("messages acknowledged", len(proxy.took), at_least=messages, at_most=messages),
        *(Figure(f"acknowledgement p{share}", percentile(proxy.took, share), "ms") for share in (50, 95)),
        Figure("acknowledgement p99", percentile(proxy.took, 99), "ms", at_most=LIMIT_MS),
        Figure("acknowledgement max", max(proxy.took, default=0.0), "ms", at_most=LONGEST_MS),
        Figure("p99 as the fake measured it, over all events", fakes["p99"], "ms", at_most=LIMIT_MS),
        none("retries", float(str(delivered["retries"]))),
        *(none(f"left {name}", value) for name, value in left.items()),
        Figure("turns answered meanwhile and after", turns, at_least=given.conversations),
        Figure("messages waiting at most", waited),
        Figure("time", time.monotonic() - began, "s"),
    ]
    shown = {"database": given.database, "conversations": given.conversations, "bursts": given.bursts}
    return Proof("acks", {**shown, "auth.test": f"{AUTH_TEST_SECONDS} s", "answerer": given.answerer}, figures)


def percentile(times: Sequence[float], share: int) -> float:
    """The smallest time that this share (in hundredths) of the acknowledgements did not exceed."""
    ordered = sorted(times)
    return ordered[max(0, ceil(len(ordered) * share / 100) - 1)] if ordered else 0.0


async def _bursts(given: Given, fake: Fake, people: list[Doctor], proxy: Proxy, watched: Watched) -> int:
    """Burst after burst, the first ones not counted; gives how many messages waited at most."""
    waited = 0
    keep_out_of_the_way()
    for number in range(_WARM_UP + given.bursts):
        if number == _WARM_UP:
            proxy.took.clear()
            await fake.post("deliveries/clear", {})
        await asyncio.gather(
            *(fake.post("message", {"user": one.user, "text": talk.line(one.number, number)}) for one in people)
        )
        await asyncio.sleep(given.pause)
        waited = max(waited, await asyncio.to_thread(watched.waiting))
    await asyncio.sleep(given.pause)
    return waited
