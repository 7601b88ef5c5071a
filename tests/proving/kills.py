"""Killed anywhere, any number of times: every message is answered once, in order, from the right state."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.proving import traced
from tests.proving.databases import Watched
from tests.proving.fake import Fake, words
from tests.proving.figures import Figure, Proof, none
from tests.proving.judging import Judged, judge
from tests.proving.library import Library, library, reading
from tests.proving.people import Crowd, Doctor, plainly, quiet, seconds
from tests.proving.plans import Answering, Plan
from tests.proving.points import KILLED, OUTSIDE, POINTS, Passed, plan
from tests.proving.processes import free_port, lines_of, replicas
from tests.proving.proxy import Proxy
from tests.proving.stages import Stage, stage

REDELIVERED = 0.05
AMBIGUOUS = 0.02
RETRY_SCALE = 60.0
"""Slack's second and third retry come after a second and five instead of a minute and five."""

_SHARE = 0.1
_UNDER_WAY = 10.0
_SWAPPED_WITHIN = 45.0
_QUIET_WITHIN = 180.0
_FAR_MORE = 3
_OFTEN = 0.4
"""A life is planned to end after this part of the messages that it could be given, so that the kills come in time."""


@dataclass(frozen=True, slots=True)
class Given:
    """How a run is made; `without` takes a safeguard out: the run must then fail.

    The real coach answers where `answerer` is "traced". With `chroma` the replicas share nothing but the database and a
    Chroma server: each follows the index that is published, and another one is published while they are killed.
    """

    database: str = "sqlite"
    messages: int = 10_000
    kills: int = 500
    replicas: int = 1
    conversations: int = 40
    without: str = ""
    seed: int = 5
    answerer: Answering = "chain"
    chroma: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """A run under way."""

    given: Given
    stage: Stage
    proxy: Proxy
    watched: Watched
    library: Library | None

    def deaths(self) -> Counter[str]:
        """Deaths so far, over all replicas."""
        return sum((lines_of(path) for path in self.stage.folder.glob("deaths-*")), Counter())

    @property
    def killed(self) -> int:
        """Kills so far, over all replicas."""
        found = self.deaths()
        return sum(found[name] for name in KILLED)

    def enough(self, sent: int) -> bool:
        """Whether all messages are sent and all kills are done; or far more messages than were wanted."""
        wanted = self.given.messages
        return (sent >= wanted and self.killed >= self.given.kills) or sent > _FAR_MORE * wanted

    def passed(self) -> Mapping[str, int]:
        """Passings of each point, over all replicas."""
        total: Counter[str] = Counter()
        for path in self.stage.folder.glob("points-*"):
            counters = Passed(path)
            total.update(counters.counts())
            counters.close()
        return total


def prove(given: Given, folder: Path | None = None) -> Proof:
    """Run it, in a folder that is gone afterwards unless one is given."""
    if folder is not None:
        return asyncio.run(_run(given, folder))
    with TemporaryDirectory() as made:
        return asyncio.run(_run(given, Path(made)))


async def _run(given: Given, folder: Path) -> Proof:
    began = time.monotonic()
    async with _running(given, folder) as run:
        stage = run.stage
        crowd = Crowd(
            stage.fake,
            stage.doctors,
            run.proxy.acknowledged,
            run.watched.waiting,
            most=given.conversations,
            seed=given.seed,
            says=traced.message if given.answerer == "traced" else plainly,
        )
        _, version = await asyncio.gather(crowd.write(run.enough), _published(run))
        await run.proxy.settled()
        left = await quiet(run.watched.left, most=_QUIET_WITHIN)
        judged = sum([await _judged(stage.fake, one) for one in stage.doctors], Judged())
        notes = [f"{name}: {await stage.fake.get(name)}" for name in ("deliveries", "problems")]
        proof = _proof(run, judged, left, notes, time.monotonic() - began)
        return replace(proof, figures=[*proof.figures, *await _of_the_index(run, version)])


@asynccontextmanager
async def _running(given: Given, folder: Path) -> AsyncIterator[_Run]:
    """Everything started: database, fake Slack, the road, the replicas."""
    ports = [free_port() for _ in range(given.replicas)]
    proxy = Proxy([f"http://127.0.0.1:{port}" for port in ports], again=REDELIVERED, seed=given.seed)
    async with stage(given.database, folder, given.conversations) as made:
        await proxy.start()
        await made.fake.post("app", {"request_url": f"{proxy.url}/slack/events"})
        await made.fake.post("clock", {"scale": RETRY_SCALE})
        await made.fake.post("faults", [{"method": "chat.postMessage", "kind": "504_after", "rate": AMBIGUOUS}])
        async with AsyncExitStack() as stack:
            stack.push_async_callback(proxy.stop)
            shared = await stack.enter_async_context(library(folder, made.url)) if given.chroma else None
            await stack.enter_async_context(replicas(_plans(given, made, ports, shared), folder))
            yield _Run(given, made, proxy, stack.enter_context(made.watched()), shared)


async def _published(run: _Run) -> str:
    """Another index, once the replicas are at work; its version."""
    if run.library is None:
        return ""
    await asyncio.sleep(_UNDER_WAY)
    return await run.library.publish(more="second")


async def _of_the_index(run: _Run, version: str) -> list[Figure]:
    """Whether all replicas came to read the new index, and the sources were searched, in Chroma."""
    if run.library is None:
        return []
    folders = [run.library.data_folder(f"data-{at}") for at in range(run.given.replicas)]
    for _ in seconds(_SWAPPED_WITHIN, 0.5):
        if all(reading(one) == version for one in folders):
            break
        await asyncio.sleep(0.5)
    shown = [await run.stage.fake.transcript(one.channel, one.user) for one in run.stage.doctors]
    looked = sum(traced.LOOKED_UP in words(message) for messages in shown for message in messages)
    logs = "".join(path.read_text(encoding="utf-8", errors="replace") for path in run.stage.folder.glob("bot-*.log"))
    alive = 1 if run.given.kills else run.given.replicas  # all but the first stay dead after their last life
    return [
        Figure(
            "replicas on the index published meanwhile", sum(reading(one) == version for one in folders), at_least=alive
        ),
        Figure("replies for which the sources were searched", looked, at_least=run.given.messages // 10),
        none("searches without Chroma", logs.count("knowledge.index.steady_vectors")),
        Figure("indexes swapped in", logs.count("another index is in use"), at_least=run.given.replicas),
    ]


def _plans(given: Given, made: Stage, ports: list[int], shared: Library | None) -> list[Plan]:
    lives = plan(given.kills, given.seed)
    most = max(1.0, _OFTEN * given.messages / max(1, given.kills))
    return [
        made.plan(
            port,
            owner="abcdefgh"[at],
            without=(given.without,) if given.without else (),
            lives=lives[at :: len(ports)],
            stays_dead=at > 0,  # the first one has to do what the others leave behind
            chance=1 / most,
            seed=given.seed + at,
            deaths=str(made.folder / f"deaths-{at}"),
            points=str(made.folder / f"points-{at}"),
            answerer=given.answerer,
            **({"chroma": shared.chroma, "data": str(shared.data_folder(f"data-{at}"))} if shared else {}),
        )
        for at, port in enumerate(ports)
    ]


async def _judged(fake: Fake, doctor: Doctor) -> Judged:
    return judge(doctor.sent, await fake.said(doctor.channel, doctor.user))


def _proof(run: _Run, judged: Judged, left: Mapping[str, float], notes: list[str], seconds: float) -> Proof:
    given, died = run.given, run.deaths()
    figures = [
        Figure("messages", judged.sent, at_least=given.messages),
        Figure("kills", run.killed, at_least=given.kills),
        *(_faults(judged) if not given.without else _caught(judged)),
        *(none(f"left {name}", value) for name, value in left.items() if not given.without),
        none("fell over unasked", sum(died.values()) - run.killed),
        *(Figure(f"killed at {name}", died[name], at_least=int(_SHARE * given.kills)) for name in POINTS),
        Figure("killed from outside", died[OUTSIDE]),
        Figure("replies", judged.replies),
        Figure("delivered twice on purpose", run.proxy.redelivered),
        Figure("time", seconds, "s"),
    ]
    passed = "passed: " + ", ".join(f"{name} {count}" for name, count in run.passed().items())
    shown: dict[str, object] = {"database": given.database, "replicas": given.replicas}
    shown["conversations"] = given.conversations
    shown |= {"answerer": given.answerer, "chroma": given.chroma or ""}
    how = ("chroma" if given.chroma else "", given.without and f"without-{given.without}")
    name = "-".join(filter(None, ("kills", given.database, *how)))
    return Proof(name, {**shown, "without": given.without, "seed": given.seed}, figures, [passed, *notes])


def _faults(judged: Judged) -> list[Figure]:
    """What is wrong: nothing."""
    return [
        none("lost", judged.lost),
        none("twice", judged.twice),
        none("out of order", judged.disordered),
        none("wrong state", judged.wrong),
    ]


def _caught(judged: Judged) -> list[Figure]:
    """A safeguard is out: something must be wrong, or the run proves nothing."""
    seen = [Figure(one.name, one.value) for one in _faults(judged)]
    return [Figure("caught: faults seen without the safeguard", judged.faults, at_least=1), *seen]
