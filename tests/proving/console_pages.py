"""The console's pages on a full store: 100,000 conversations, one mentor with 2,000 shares, each page timed.

The store's part by itself first, then whole pages over HTTP.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, insert, text

from bot.adapters.store.conversations import save_on
from bot.adapters.store.engine import open_engine
from bot.adapters.store.mentoring import reviews, shares
from bot.adapters.store.mentoring.reviewing import SqlReviewing
from bot.adapters.store.mentoring_tables import STAFF
from bot.adapters.store.writer import Writer
from bot.coaching.record import TurnRecord
from bot.mentoring.events import EventKind, NewEvent
from bot.ports.incoming import conversation_of
from bot.ports.reviewing import Filter, Status
from bot.ports.sharing import NewShare, Purpose
from bot.ports.staff import Role
from tests.bot.small_world import Talk
from tests.proving import console_served, databases
from tests.proving.figures import Figure, Proof

T = TypeVar("T")

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
NOW = AT + timedelta(days=7)
MENTOR = "T1:UM0"
MOST_MS = 100.0
_AT_ONCE = 200
_PAGE = 25
_TOPICS = ("bins", "lifts")
_SAID = (
    "The {topic} are full again and nobody on the ward will own up to it.",
    "It stands by the door and it is green.",
    "I asked the night porter twice and he laughed.",
    "The registrar says it is my job, and I am alone with it at night.",
    "Perhaps I could ask the site manager on Friday.",
    "It has been like that since the winter.",
    "Nobody painted it, as far as I know.",
    "My worry is that somebody falls over it.",
    "I might count them with the porter.",
    "I will ask her on Monday at the handover.",
)


@dataclass(frozen=True, slots=True)
class Given:
    """How much is stored, and how often each page is asked for; of the mentor's shares every third is reviewed."""

    database: str = "sqlite"
    conversations: int = 100_000
    shares: int = 2_000
    mentors: int = 6
    others: int = 400
    times: int = 60
    seed: int = 5


def share_id(number: int) -> str:
    """The id of a share, by its number."""
    return str(UUID(int=number + 1))


def seed(writer: Writer, given: Given) -> None:
    """Fill the store. Each doctor has one conversation; the first ones are of ten turns and shared, the rest of one.

    The first `given.shares` are shared with MENTOR, and `given.others` with each other mentor.
    """
    talks = [_turns(topic) for topic in _TOPICS]
    writer.submit(partial(_hire, mentors=given.mentors)).result()
    shared = _mentors(given)
    for some in _some(range(given.conversations)):
        writer.submit(partial(_talk, numbers=some, talks=talks, shared=len(shared))).result()
    for these in _some(list(enumerate(shared))):
        writer.submit(partial(_share, these=these)).result()
    for some in _some(range(0, given.shares, 3)):
        writer.submit(partial(_review, numbers=some)).result()
    writer.submit(lambda connection: connection.execute(text("ANALYZE"))).result()


def prove(given: Given) -> Proof:
    """Run it. Raises NoDatabaseError where PostgreSQL is asked for and none is set."""
    with TemporaryDirectory() as folder, databases.fresh(given.database, Path(folder)) as url:
        engine = open_engine(url)
        writer = Writer(engine)
        try:
            began = time.monotonic()
            seed(writer, given)
            seeded = time.monotonic() - began
            figures = asyncio.run(_measure(SqlReviewing(writer), given))
            figures += asyncio.run(console_served.measured(writer, MENTOR, NOW, _addresses(given), MOST_MS))
        finally:
            writer.close()
            engine.dispose()
    return Proof("console-pages", asdict(given), [*figures, Figure("seeding", seeded, "s")])


async def _measure(reviewing: SqlReviewing, given: Given) -> list[Figure]:
    figures: list[Figure] = []
    for name, page in _pages(reviewing, given):
        await page(0)
        taken = [await _timed(page, number) for number in range(1, given.times + 1)]
        in_order = quantiles(taken, n=20)
        most = None if name.startswith("export") else MOST_MS  # a file of many talks is no page
        figures += [Figure(f"{name}, p50", in_order[9], "ms"), Figure(f"{name}, p95", in_order[18], "ms", most)]
    began = time.monotonic()
    found = await reviewing.export(MENTOR, Filter(), NOW)
    return [*figures, Figure(f"export of all {len(found)}", (time.monotonic() - began) * 1_000, "ms")]


def _pages(reviewing: SqlReviewing, given: Given) -> Iterator[tuple[str, Callable[[int], Awaitable[object]]]]:
    """Each page by its name, asked for the n-th time."""
    chance = Random(given.seed)  # noqa: S311 - which share is opened is no secret
    opened = [share_id(chance.randrange(given.shares)) for _ in range(given.times + 1)]
    filters = {
        "queue": Filter(),
        "queue, oldest first": Filter(oldest_first=True),
        "queue, situation": Filter(situation="lifts"),
        "queue, stage": Filter(stage="reality"),
        "queue, unreviewed": Filter(status=Status.UNREVIEWED),
        "queue, mine": Filter(mine=True),
        "queue, flagged": Filter(flagged=True),
        "queue, safety": Filter(safety=True),
        "queue, tag": Filter(tag="teaching"),
        "search, one word": Filter(search="porter"),
        "search, a rare word": Filter(search="lifts"),
        "search, none": Filter(search="porter submarine"),
        "search, twelve words": Filter(search="nobody on the ward will own up to it again porter winter"),
        "search and filters": Filter(search="handover", situation="bins", status=Status.UNREVIEWED),
    }
    for name, which in filters.items():
        yield name, partial(_queue, reviewing, which)
    yield "queue, a page far down", partial(_queue, reviewing, Filter(), ahead=given.shares // _PAGE // 2)
    yield "a share opened", lambda number: reviewing.open(MENTOR, opened[number], NOW)
    yield "a score added", lambda number: reviewing.add(MENTOR, opened[number], [_scored(3)], NOW)
    yield "export of what is flagged", lambda _: reviewing.export(MENTOR, Filter(flagged=True), NOW)


def _addresses(given: Given) -> list[tuple[str, list[str]]]:
    """Each page by its name, with the addresses at which it is asked for."""
    times = range(given.times + 1)
    queries = {
        "the queue": "page={page}",
        "a filter": "situation=lifts&page={page}",
        "a search": "search=porter&page={page}",
        "a search of six words": "search=nobody+on+the+ward+will+own&page={page}",
    }
    pages = [(name, [f"/talks?{one.format(page=1 + number % 3)}" for number in times]) for name, one in queries.items()]
    talks = [f"/talks/{share_id(number * 7 % given.shares)}?turn=3" for number in times]
    return [*pages, ("a talk of ten turns", talks), ("the keys", ["/keys"] * len(times))]


async def _queue(reviewing: SqlReviewing, which: Filter, number: int, ahead: int = 0) -> None:
    await reviewing.queue(MENTOR, which, page=1 + number % 3 + ahead, size=_PAGE, now=NOW)


async def _timed(page: Callable[[int], Awaitable[object]], number: int) -> float:
    began = time.perf_counter()
    await page(number)
    return (time.perf_counter() - began) * 1_000


def _turns(topic: str) -> list[TurnRecord]:
    talk = Talk(conversation="talk", person="doctor", at=AT)
    talk.say(*(one.format(topic=topic) for one in _SAID))
    return talk.turns


def _mentors(given: Given) -> list[str]:
    """Whom each shared conversation is shared with."""
    others = (f"T1:UM{1 + number % (given.mentors - 1)}" for number in range(given.others * (given.mentors - 1)))
    return [*(MENTOR for _ in range(given.shares)), *others]


def _some(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[at : at + _AT_ONCE] for at in range(0, len(things), _AT_ONCE))


def _whose(number: int) -> tuple[str, str]:
    return conversation_of(f"T1:D{number}"), f"T1:U{number}"


def _hire(connection: Connection, mentors: int) -> None:
    for number in range(mentors):
        name, roles = f"Mentor {number}", [Role.MENTOR.value]
        known = {"team": "T1", "assesses": [], "assesses_all": False, "added_at": AT}
        connection.execute(insert(STAFF).values(id=f"T1:UM{number}", name=name, roles=roles, **known))


def _talk(connection: Connection, numbers: Sequence[int], talks: Sequence[Sequence[TurnRecord]], shared: int) -> None:
    for number in numbers:
        records = talks[0 if number % 10 else 1]
        for one in records if number < shared else records[:1]:
            save_on(connection, *_whose(number), one)


def _share(connection: Connection, these: Sequence[tuple[int, str]]) -> None:
    for number, mentor in these:
        conversation, person = _whose(number)
        new = NewShare(
            id=share_id(number),
            person_id=person,
            conversation_id=conversation,
            session=1,
            last=len(_SAID),
            mentor_id=mentor,
            purpose=Purpose.FEEDBACK,
            expires_at=AT + timedelta(days=30),
            left_out=("the registrar",) if number % 4 == 0 else (),
            name="Anna" if number % 2 else "",
            note="The third reply, please.",
        )
        if not shares.share(connection, new, (), AT + timedelta(seconds=number)):
            message = f"share {number} was refused"
            raise ValueError(message)


def _review(connection: Connection, numbers: Sequence[int]) -> None:
    for number in numbers:
        events = [_scored(turn) for turn in range(1, len(_SAID) + 1)]
        events.append(NewEvent(EventKind.COMMENTED, 3, text="You asked before you told: that is what made it work."))
        if number % 2:
            events.append(NewEvent(EventKind.FINISHED))
        if number % 5 == 0:
            events.append(NewEvent(EventKind.TAGGED, name="teaching"))
        if number % 15 == 0:
            events.append(NewEvent(EventKind.FLAGGED, 2, text="Somebody should look at this."))
        if not reviews.add(connection, MENTOR, share_id(number), events, NOW):
            message = f"share {number} is not there to review"
            raise ValueError(message)


def _scored(turn: int) -> NewEvent:
    return NewEvent(EventKind.SCORED, turn, "C1", "met")
