"""A thousand reminders due, the bot killed a hundred times, the clocks changing: each comes once, none early or at night.

Time does not wait for letters: where the bot was just killed, and at hours that chance picks, it goes on by some hours
with whatever is in the outbox, so that a reminder put there by day may be found there at night.
"""

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, insert
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters.store.engine import open_engine
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.schema import COMMITMENTS
from bot.adapters.store.vault import Locker, locker, place
from bot.adapters.store.writer import Writer
from tests.bot.adapters.store.databases import KEYRING
from tests.proving.clocks import Mover
from tests.proving.databases import Watched
from tests.proving.due import BEGINS, DAYS, Found, Reminder, doctors, judge, reminders
from tests.proving.fake import words
from tests.proving.figures import Figure, Proof, none
from tests.proving.leaps import Leaper, Passed, put_in
from tests.proving.people import seconds
from tests.proving.points import KILLED, OUTSIDE
from tests.proving.processes import free_port, lines_of, replicas
from tests.proving.stages import Stage, stage

_HOUR = timedelta(hours=1)
_MORE_DAYS = 30
_STILL_WITHIN = 90.0
_NAME = re.compile(r"due-\d+-\d+-")
_POINTS = ("before_post", "post_before_mark", "after_mark", OUTSIDE)
_OPEN = "SELECT count(*) FROM commitments WHERE reminded_at IS NULL"
_DUE = f"{_OPEN} AND remind_at <= "
_EXPIRED = "SELECT count(*) FROM outbox WHERE state = 'dropped'"
_ON_ITS_WAY = timedelta(seconds=0.5)
"""How long by the machine a letter may be on its way: it counts as wrong where it is at both ends of that."""


@dataclass(frozen=True, slots=True)
class Given:
    """How a run is made; `without` takes the quiet hours out, or the look at the last moment: the run must then fail."""

    database: str = "sqlite"
    reminders: int = 1_000
    kills: int = 100
    doctors: int = 100
    without: str = ""
    seed: int = 5


def prove(given: Given, folder: Path | None = None) -> Proof:
    """Run it, in a folder that is gone afterwards unless one is given."""
    if folder is not None:
        return asyncio.run(_run(given, folder))
    with TemporaryDirectory() as made:
        return asyncio.run(_run(given, Path(made)))


async def _run(given: Given, folder: Path) -> Proof:
    began = time.monotonic()
    mover = Mover(folder / "clock")
    mover.set(BEGINS - _HOUR)
    async with stage(given.database, folder, given.doctors) as made:
        wanted = reminders(
            doctors([one.person for one in made.doctors], given.seed),
            -(-given.reminders // given.doctors),
            given.seed,
        )
        await asyncio.to_thread(_keep, made.url, wanted)
        port = free_port()
        plan = made.plan(
            port,
            clock=str(folder / "clock"),
            without=(given.without,) if given.without else (),
            lives=_lives(given),
            chance=min(1.0, 2.0 * given.kills / given.reminders),
            most_seconds=1.0,
            doubt=0.1,
            poll=0.1,
            deaths=str(folder / "deaths"),
        )
        async with replicas([plan], folder):
            with made.watched() as watched:
                passed = await _pass_time(mover, watched, Leaper(folder / "deaths", given.seed))
        came, left = await _came(made, mover)
        put = await asyncio.to_thread(put_in, made.url)
        late = sum(mover.moved(at - _ON_ITS_WAY) - since > _HOUR for at, since in put)
        died = lines_of(folder / "deaths")
    found = judge(wanted, came, left)
    return _proof(given, found, died, replace(passed, late=late), time.monotonic() - began)


def _lives(given: Given) -> tuple[str, ...]:
    lives = [_POINTS[at % len(_POINTS)] for at in range(given.kills)]
    random.Random(given.seed).shuffle(lives)  # noqa: S311 - chance that can be repeated is what is wanted
    return tuple(lives)


def _keep(url: str, wanted: Sequence[Reminder]) -> None:
    """The commitments, with the time at which each is to be asked about, and their doctors' zones, hours and rotas."""

    async def work() -> None:
        writer = Writer(open_engine(url, KEYRING))
        try:
            people = SqlPeople(writer)
            for one in {one.doctor.person: one.doctor for one in wanted}.values():
                await people.know(one.person, timezone=one.zone)
                await people.rota(one.person, quiet=one.quiet, spans=one.rota)
            await writer.write(lambda connection: _insert(connection, wanted))
        finally:
            writer.close()

    asyncio.run(work())


def _insert(connection: Connection, wanted: Sequence[Reminder]) -> None:
    rows = [_row(one, number, locker(connection, one.doctor.person)) for number, one in enumerate(wanted)]
    connection.execute(insert(COMMITMENTS), rows)


def _row(one: Reminder, number: int, keys: Locker) -> dict[str, object]:
    conversation, session = f"proof-{number}", 1
    return {
        "person_id": one.doctor.person,
        "conversation_id": conversation,
        "session": session,
        "what": keys.seal(place("commitments", f"{conversation}|{session}", "what"), one.name),
        "made_at": BEGINS - timedelta(days=7),
        "outcome": "open",
        "remind_at": one.at,
    }


async def _pass_time(mover: Mover, watched: Watched, leaper: Leaper) -> Passed:
    """Hour after hour, most once all that is due by then is done; the last wait for everything."""
    now, leaps = BEGINS, 0
    while now < BEGINS + timedelta(days=DAYS + _MORE_DAYS):
        mover.set(now)
        leaper.begin()
        if await _still(watched, now, leaper):
            if not await _looked(lambda: watched.count(_OPEN)) + watched.unsent():
                break
            now += _HOUR
        else:
            leaps += 1
            now += leaper.hours() * _HOUR
    left = await _looked(lambda: watched.count(_OPEN)) + watched.unsent()
    return Passed(left, leaps, await _looked(lambda: watched.count(_EXPIRED)))


async def _still(watched: Watched, now: datetime, leaper: Leaper) -> bool:
    """Wait until nothing is due and nothing unsent; False where time goes on before."""
    began = time.monotonic()
    for _ in seconds(_STILL_WITHIN, 0.02):
        if not await _looked(lambda: _busy(watched, now)):
            break
        if leaper.wants(time.monotonic() - began):
            return False
        await asyncio.sleep(0.02)
    return True


async def _looked(look: Callable[[], int]) -> int:
    """A number from the database, once it can be read: its process may have been killed a moment ago."""
    for _ in seconds(_STILL_WITHIN, 0.05):
        with suppress(SQLAlchemyError):
            return await asyncio.to_thread(look)
        await asyncio.sleep(0.05)
    return await asyncio.to_thread(look)


def _busy(watched: Watched, now: datetime) -> int:
    return watched.count(f"{_DUE}'{now.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}'") + watched.unsent()


async def _came(made: Stage, mover: Mover) -> tuple[list[tuple[str, datetime]], list[datetime]]:
    """Every reminder in the doctors' channels, with its moment by the moved clock; and when each may have left."""
    shown = [await made.fake.transcript(one.channel, one.user) for one in made.doctors]
    found, left = [], []
    for message in (message for messages in shown for message in messages):
        at = datetime.fromtimestamp(float(str(message["ts"])), UTC)
        names = set(_NAME.findall(words(message)))
        found += [(name, mover.moved(at)) for name in names]
        left += [mover.moved(at - _ON_ITS_WAY)] * len(names)
    return found, left


def _proof(given: Given, found: Found, died: Counter[str], passed: Passed, seconds: float) -> Proof:
    killed = sum(died[name] for name in KILLED)
    faults = [
        none("lost", found.lost),
        none("twice", found.twice),
        none("early", found.early),
        none("in quiet hours", found.in_quiet_hours),
        none("on leave or off", found.while_away),
        none("by day on nights", found.by_day_on_nights),
        none("second in a day", found.two_in_a_day),
        none("more than an hour after they were put in the outbox", passed.late),
    ]
    caught = [Figure("faults noticed with the safeguard out", sum(one.value for one in faults), at_least=1)]
    figures = [
        Figure("reminders that came", found.delivered, at_least=0 if given.without else given.reminders),
        Figure("kills", killed, at_least=given.kills),
        *(caught if given.without else faults),
        *([] if given.without else [none("left", passed.left)]),
        Figure("leaps of time with letters on their way", passed.leaps, at_least=1),
        Figure("letters that expired", passed.expired, at_least=0 if given.without else given.kills // 40),
        none("fell over unasked", sum(died.values()) - killed),
        Figure("time", seconds, "s"),
    ]
    name = "-".join(filter(None, ("reminders", given.database, given.without and f"without-{given.without}")))
    shown = {"database": given.database, "doctors": given.doctors, "without": given.without, "seed": given.seed}
    return Proof(name, shown, figures, found.examples[:5] if not given.without else ())
