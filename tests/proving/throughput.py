"""Whole turns a second with the real coach, as a part of what a bare Bolt app that only echoes does on this machine."""

import asyncio
import json
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.proving import talk
from tests.proving.figures import Figure, Proof, none
from tests.proving.plans import Answering
from tests.proving.processes import Child, free_port, keep_out_of_the_way, processor_seconds, ready, replicas, start
from tests.proving.rallies import Rally
from tests.proving.spending import shares, spent
from tests.proving.stages import Stage, stage

SHARE = 0.25
_WARM_UP = 1
_SPENDING = "spending"
_LOOKED_AGAIN = 0.5


@dataclass(frozen=True, slots=True)
class Given:
    """How a run is made: so many messages in each conversation, each measurement so often, in turns.

    The echo, being quicker, exchanges `more` times as many, so that both are measured for seconds.
    """

    database: str = "sqlite"
    conversations: int = 50
    messages: int = 8
    more: int = 10
    runs: int = 3
    answerer: Answering = "coach"


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: answers a second, and the processor time that each took of the bot and of the fake, in milliseconds.

    `where` tells what of the bot took it, where the bot keeps account.
    """

    rate: float
    bot_ms: float
    fake_ms: float
    unanswered: int
    where: list[str]


def prove(given: Given) -> Proof:
    """Run it."""
    with TemporaryDirectory() as made:
        return asyncio.run(_run(given, Path(made)))


async def _run(given: Given, folder: Path) -> Proof:
    began = time.monotonic()
    bare, thinking, whole = [], [], []
    for number in range(given.runs):
        bare.append(await _bare(given, _made(folder / f"bare-{number}"), thinks=False))
        if given.answerer == "coach":
            thinking.append(await _bare(given, _made(folder / f"thinking-{number}"), thinks=True))
        whole.append(await _coach(given, _made(folder / f"coach-{number}")))
    ratios = [one.rate / other.rate for one, other in zip(whole, bare, strict=True)]
    figures = [
        Figure("turns of the coach", median(one.rate for one in whole), "/s"),
        Figure("answers of the bare echo", median(one.rate for one in bare), "/s"),
        Figure("share", median(ratios), at_least=SHARE),
        Figure("share, worst run", min(ratios)),
        *_against(whole, thinking),
        none("unanswered", sum(one.unanswered for one in (*whole, *bare, *thinking))),
        Figure("processor a turn, coach", median(one.bot_ms for one in whole), "ms"),
        Figure("processor an answer, echo", median(one.bot_ms for one in bare), "ms"),
        Figure("processor of the fake a turn", median(one.fake_ms for one in whole), "ms"),
        Figure("time", time.monotonic() - began, "s"),
    ]
    shown = {"database": given.database, "conversations": given.conversations, "runs": given.runs}
    return Proof(
        "throughput", {**shown, "messages": given.messages, "answerer": given.answerer}, figures, whole[-1].where
    )


def _against(whole: list[Measured], thinking: list[Measured]) -> list[Figure]:
    """The same against a bare Bolt app that thinks as much and keeps nothing: what keeping costs."""
    if not thinking:
        return []
    ratios = [one.rate / other.rate for one, other in zip(whole, thinking, strict=True)]
    return [
        Figure("answers of a bare Bolt app with the same coach", median(one.rate for one in thinking), "/s"),
        Figure("share of that", median(ratios)),
    ]


async def _bare(given: Given, folder: Path, *, thinks: bool) -> Measured:
    port = free_port()
    async with stage(given.database, folder, given.conversations, consented=False) as made:
        options = json.dumps({"api": made.fake.api, "port": port, "thinks": thinks})
        child = await start(["tests.proving.echo", options], folder / "echo.log")
        try:
            await ready(port, child)
            return await _measured(given.messages * (1 if thinks else given.more), made, child, port)
        finally:
            await child.end()


async def _coach(given: Given, folder: Path) -> Measured:
    port = free_port()
    async with stage(given.database, folder, given.conversations) as made:
        kept = folder / _SPENDING
        plan = made.plan(port, answerer=given.answerer, log_level="warning", spending=str(kept))
        async with replicas([plan], folder) as (child,):
            return await _measured(given.messages, made, child, port)


async def _measured(messages: int, made: Stage, child: Child, port: int) -> Measured:
    await made.fake.post("app", {"request_url": f"http://127.0.0.1:{port}/slack/events"})
    keep_out_of_the_way()
    rally = Rally(made.fake, made.doctors, talk.line)
    await rally.play(_WARM_UP)
    counted = rally.answered
    used, before = (processor_seconds(child.pid), processor_seconds(made.slack.pid)), spent(made.folder / _SPENDING)
    seconds = await rally.play(messages)
    turns = max(1, rally.answered - counted)
    await asyncio.sleep(_LOOKED_AGAIN)
    after = spent(made.folder / _SPENDING)
    return Measured(
        rate=turns / seconds,
        bot_ms=1000 * (processor_seconds(child.pid) - used[0]) / turns,
        fake_ms=1000 * (processor_seconds(made.slack.pid) - used[1]) / turns,
        unanswered=rally.unanswered,
        where=shares({name: ms - before.get(name, 0.0) for name, ms in after.items()}, turns),
    )


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
