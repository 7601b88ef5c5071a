"""Words that must not be found: planted in every surface, with exceptions in every layer, and looked for in every log."""

import asyncio
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fakeslack import known
from tests.proving import talk
from tests.proving.fake import Fake
from tests.proving.figures import Figure, Proof, none
from tests.proving.people import Doctor, quiet
from tests.proving.plans import Answering
from tests.proving.processes import free_port, lines_of, replicas
from tests.proving.robot import Robot
from tests.proving.stages import Stage, stage

WORD = "qzxsentinelxzq"
CORE = ("answerer.answer", "answerer.masked", "post.accept", "post.claim", "post.finish", "post.sent")
EDGE = ("people.person", "people.judge", "people.export", "people.commitments", "post.answered", "passages")
_THREW = 10
"""Of the methods that are to throw, how many must have: some are reached in a few conversations only."""

_QUIET_WITHIN = 20.0
_CALLBACK = "reflect_on_this"
_COMMANDS = (
    f"start {WORD}",
    "goals",
    f"draft {WORD}",
    "privacy",
    "pause",
    "resume",
    "help",
    f"nonsense {WORD}",
    "forget",
)
_SECRETS = (known.BOT_TOKEN, known.SIGNING_SECRET, known.APP_TOKEN, known.CLIENT_SECRET)
_WEB_FAULTS = (
    {"method": "chat.postMessage", "kind": "error", "error": "invalid_blocks", "times": 2},
    {"method": "chat.postMessage", "kind": "500", "times": 2},
    {"method": "chat.postMessage", "kind": "429", "times": 2, "retry_after": 1},
    {"method": "chat.postMessage", "kind": "504_after", "times": 2},
    {"method": "views.open", "kind": "error", "error": "internal_error", "times": 2},
    {"method": "views.publish", "kind": "500", "times": 2},
)


@dataclass(frozen=True, slots=True)
class Given:
    """How a run is made: every surface, so many times over, with each group of methods throwing in turn."""

    database: str = "sqlite"
    rounds: int = 3
    answerer: Answering = "coach"
    passes: tuple[tuple[str, ...], ...] = ((), EDGE, CORE)


def prove(given: Given) -> Proof:
    """Run it."""
    with TemporaryDirectory() as made:
        return asyncio.run(_run(given, Path(made)))


async def _run(given: Given, folder: Path) -> Proof:
    began, pressed = time.monotonic(), Counter[str]()
    async with stage(given.database, folder, len(given.passes) * given.rounds, consented=False) as made:
        for number, faults in enumerate(given.passes):
            people = made.doctors[number * given.rounds :][: given.rounds]
            pressed.update(await _round(made, given.answerer, faults, people))
    return _proof(given, folder, pressed, time.monotonic() - began)


async def _round(made: Stage, answerer: Answering, faults: tuple[str, ...], people: list[Doctor]) -> list[str]:
    """The bot once through, with these faults in it; gives the gestures made."""
    port, gestures = free_port(), []
    await made.fake.post("app", {"request_url": f"http://127.0.0.1:{port}/slack/events"})
    thrown = {"faults": faults, "secret": _planted("thrown"), "thrown": str(made.folder / "thrown")}
    async with replicas([made.plan(port, answerer=answerer, log_level="debug", **thrown)], made.folder):
        for number, doctor in enumerate(people):
            if faults == CORE:
                await made.fake.post("faults", list(_WEB_FAULTS))
            gestures += await everything(made.fake, doctor, number)
        with made.watched() as watched:
            await quiet(watched.left, most=_QUIET_WITHIN)
    await made.fake.post("faults/clear", {})
    return gestures


def _proof(given: Given, folder: Path, pressed: Counter[str], seconds: float) -> Proof:
    logs = "".join(path.read_text(encoding="utf-8", errors="replace") for path in folder.glob("bot-*.log"))
    noted = lines_of(folder / "thrown")
    surfaces = {name.split(" (")[0] for name in pressed if " (" not in name}
    figures = [
        none("sentinel words in logs and output", len(re.findall(WORD, logs, re.I))),
        none("lines of the talks in them", sum(line in logs for line in talk.lines())),
        none("tokens and secrets in them", sum(secret in logs for secret in _SECRETS)),
        Figure("lines of log", logs.count("\n"), at_least=1),
        Figure("gestures made", sum(pressed.values()), at_least=1),
        Figure("kinds of gesture that went through", len(surfaces), at_least=20),
        Figure("exceptions thrown", sum(noted.values()), at_least=1),
        Figure("methods that threw", len(noted), at_least=_THREW if given.answerer == "coach" else 1),
        Figure("time", seconds, "s"),
    ]
    notes = [
        "thrown: " + ", ".join(f"{name} {count}" for name, count in sorted(noted.items())),
        *(f"not pressed: {name}" for name in sorted(pressed) if " (" in name),
    ]
    return Proof("sentinel", {"database": given.database, "rounds": given.rounds}, figures, notes)


async def everything(fake: Fake, doctor: Doctor, number: int) -> list[str]:
    """One doctor uses every surface, with planted words on each, and is forgotten at the end; gives what was done."""
    robot = Robot(fake, doctor, _planted("typed"))
    await robot.do("open", {"user": doctor.user, "tab": "messages"})
    await robot.say(f"{talk.line(number, 0)} {_planted('first')}")
    await robot.press_all()  # consent, among others
    await _talk(robot, number)
    await robot.press_all()
    await _changes(robot)
    await _channel(fake, robot, doctor)
    await robot.press_all()
    for command in _COMMANDS:
        await robot.do("command", {"user": doctor.user, "command": "/coach", "text": command})
        await robot.send_dialogues()
    await robot.press_all()
    await robot.press_home()  # erasing comes last
    await robot.do("stop", {"user": doctor.user, "channel": doctor.channel})
    return robot.pressed


async def _talk(robot: Robot, number: int) -> None:
    """A whole conversation, to a commitment, and a question that is answered from the sources."""
    for at in range(1, len(talk.lines()) // talk.COUNT):
        await robot.say(f"{talk.line(number, at)} {_planted('message') if at % 3 == 0 else ''}".strip())
    await robot.say("What does the literature say about psychological safety?")


async def _changes(robot: Robot) -> None:
    """Messages in a thread, changed, taken back, and far too long."""
    first = await robot.say(f"One more thing about that night. {_planted('parent')}")
    await robot.say(_planted("thread"), thread_ts=first)
    last = await robot.say(f"I never said what I thought of the plan. {_planted('before')}")
    await robot.change("edit", last, text=f"I said what I thought of the plan, too late. {_planted('edit')}")
    await robot.change("delete", first)
    await robot.say(f"{_planted('long')} " * 600)


async def _channel(fake: Fake, robot: Robot, doctor: Doctor) -> None:
    """A mention in a channel, and the shortcut on a message there."""
    made = await fake.post("channel", {"name": f"ward-{doctor.number}", "members": [doctor.user]})
    place = {"user": doctor.user, "channel": made["channel"]}
    await robot.do("mention", {**place, "text": _planted("mention")})
    said = await fake.post("message", {**place, "text": _planted("shortcut")})
    await robot.do("shortcut", {**place, "ts": said["ts"], "callback_id": _CALLBACK})
    await robot.send_dialogues()
    await robot.settle()


def _planted(where: str) -> str:
    """Words that stand nowhere else; `where` tells by which way they got out."""
    return f"It was {WORD}{where}."
