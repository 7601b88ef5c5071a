"""Retention: what has had its time goes, to the second; nothing else does; and it is on record."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, insert, select, update

from bot.adapters.store import retention
from bot.adapters.store.mentoring_tables import (
    RECORD,
    REVIEW_EVENTS,
    SHARED_WORDS,
    SHARES,
    STAFF_DOORS,
    STAFF_SESSIONS,
    TALLIES,
)
from bot.adapters.store.retention import Keep, Purged, purge
from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS, FEEDBACK, INBOX, METADATA, OUTBOX, TURNS
from bot.coaching.model import State
from bot.ports.incoming import conversation_of
from bot.ports.people import Feedback, Value
from tests.bot.adapters.store.mentoring.desk import Desk, comment, new_share, share_id
from tests.bot.adapters.store.offices import AT, World, answered, claimed, delivered, letter, records, said

DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)
HERS, HIS = ("T1:U1", "T1:D1"), ("T1:U2", "T1:D2")


async def talk(here: World, number: int, whose: tuple[str, str] = HERS, at: datetime = AT) -> None:
    """One message and its answer, received then; sent on to the channel, and judged."""
    person, lane = whose
    user, channel = (one.partition(":")[2] for one in whose)
    office = here.office()
    (record,) = records("The bins are full.")
    message = record.message.model_copy(update={"received_at": at})
    record = record.model_copy(update={"message": message})
    await here.people.know(person, channel=channel)
    assert await office.accept(said(number, channel=channel, user=user, received_at=at))
    reply = letter(f"r{number}", lane=lane, to=channel, turn=1)
    done = answered(await claimed(office, lane), record, reply)
    assert await office.finish(done)
    await delivered(office, channel)
    await here.people.judge(person, Feedback(channel, f"{number}.1", Value.GOOD), at)


def everything(here: World) -> dict[str, list[str]]:
    """Every row of every table but the record, as text."""
    return here.writer.submit(
        lambda connection: {
            table.name: [str(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in METADATA.sorted_tables
            if not table.name.startswith("record")
        }
    ).result()


def purged(here: World, now: datetime, *, dry_run: bool = False, keep: Keep | None = None) -> Purged:
    return asyncio.run(purge(here.writer, now, keep, dry_run=dry_run))


def test_a_conversation_goes_when_its_days_are_over_and_not_an_instant_before(here: World) -> None:
    asyncio.run(talk(here, 1))
    before = everything(here)
    assert purged(here, AT + 90 * DAY - INSTANT).total == 0
    assert everything(here) == before
    assert purged(here, AT + 90 * DAY, dry_run=True).conversations == 1
    assert everything(here) == before
    assert purged(here, AT + 90 * DAY).conversations == 1
    assert [here.count(table) for table in (TURNS, FEEDBACK)] == [0, 0]
    assert here.column(CONVERSATIONS, "updated_at") == [None]
    assert (asyncio.run(here.people.kept(HERS[0]))).conversations == 0
    assert purged(here, AT + 90 * DAY).total == 0


def test_of_its_gestures_and_letters_only_stays_what_they_are_known_again_by(here: World) -> None:
    asyncio.run(talk(here, 1))
    purged(here, AT + 90 * DAY)
    left = "\n".join(row for name in ("inbox", "outbox", "turns", "feedback") for row in everything(here)[name])
    assert not [word for word in ("U1", "D1", "1700000000", "1800000000") if word in left]
    assert (here.count(INBOX), here.count(OUTBOX)) == (1, 1)

    async def again() -> None:
        office = here.office()
        assert not await office.accept(said(1))
        assert await office.post([letter("r1")]) == 0
        assert await office.accept(said(2))
        conversation = (await claimed(office)).conversation
        assert (conversation.state, conversation.said) == (State(session=2), ())

    asyncio.run(again())


def test_nobody_else_loses_anything(here: World) -> None:
    asyncio.run(talk(here, 1))
    asyncio.run(talk(here, 2, HIS, AT + DAY))
    told = asyncio.run(here.people.export(HIS[0]))
    his = {name: [row for row in rows if any(one in row for one in HIS)] for name, rows in everything(here).items()}
    assert purged(here, AT + 90 * DAY).conversations == 1
    assert asyncio.run(here.people.export(HIS[0])) == told
    after = everything(here)
    assert all(set(rows) <= set(after[name]) for name, rows in his.items())
    assert here.column(TURNS, "conversation_id") == [conversation_of(HIS[1])]


def test_a_conversation_in_which_something_waits_stays(here: World) -> None:
    async def scenario() -> None:
        await talk(here, 1)
        await here.people.consent(HERS[0], 1, AT)
        await here.office().accept(said(9))

    asyncio.run(scenario())
    assert purged(here, AT + 90 * DAY).conversations == 0
    asyncio.run(here.office().stop("T1:D1"))
    assert purged(here, AT + 90 * DAY).conversations == 1


def test_a_conversation_without_a_time_stays(here: World) -> None:
    asyncio.run(talk(here, 1))
    here.writer.submit(lambda connection: connection.execute(update(CONVERSATIONS).values(updated_at=None))).result()
    assert purged(here, AT + 4000 * DAY).conversations == 0
    assert here.count(TURNS) == 1


def shared(here: World, at: datetime, expires: datetime) -> Desk:
    """A talk that is shared with a mentor, who has said something of it."""
    desk = Desk(here)
    desk.hire()
    asyncio.run(talk(here, 1))
    new = new_share(last=1, conversation_id=conversation_of(HERS[1]), expires_at=expires)
    assert asyncio.run(desk.sharing.share(new, (), at))
    assert asyncio.run(desk.reviewing.add(new.mentor_id, new.id, [comment()], at))
    return desk


def test_what_a_share_is_found_by_goes_the_moment_it_is_over_and_the_share_30_days_later(here: World) -> None:
    over = AT + 7 * DAY
    shared(here, AT, over)
    assert here.count(SHARED_WORDS) > 0
    assert purged(here, over - INSTANT).total == 0
    assert purged(here, over).indexes == 1
    assert here.count(SHARED_WORDS) == 0
    assert (here.count(SHARES), here.count(REVIEW_EVENTS)) == (1, 1)
    assert purged(here, over + 30 * DAY - INSTANT).total == 0
    assert purged(here, over + 30 * DAY).shares == 1
    assert (here.count(SHARES), here.count(REVIEW_EVENTS)) == (0, 0)
    assert here.count(TURNS) == 1


def test_a_share_that_was_withdrawn_goes_30_days_after_that(here: World) -> None:
    desk = shared(here, AT, AT + 30 * DAY)
    asyncio.run(desk.sharing.withdraw(HERS[0], share_id(0), AT + DAY))
    assert purged(here, AT + 31 * DAY - INSTANT).shares == 0
    assert purged(here, AT + 31 * DAY).shares == 1


def test_a_conversation_waits_until_nobody_has_it_shared_with_them(here: World) -> None:
    shared(here, AT + 80 * DAY, AT + 100 * DAY)
    assert purged(here, AT + 99 * DAY).conversations == 0
    found = purged(here, AT + 100 * DAY)
    assert (found.indexes, found.conversations, found.shares) == (1, 1, 0)


def _plan(person: str, made: datetime, session: int) -> dict[str, object]:
    return {
        "person_id": person,
        "conversation_id": "slack:T1:D1",
        "session": session,
        "what": "",
        "made_at": made,
        "outcome": "open",
    }


def test_plans_and_what_was_counted_go_after_a_year(here: World) -> None:
    def work(connection: Connection) -> None:
        connection.execute(insert(COMMITMENTS), [_plan("T1:U1", AT, 1), _plan("T1:U1", AT + DAY, 2)])
        tally = {"counts": "", "person_id": "T1:U1"}
        rows = [{**tally, "conversation_id": "slack:T1:D1", "session": n, "at": AT + n * DAY} for n in (0, 1)]
        connection.execute(insert(TALLIES), rows)

    here.writer.submit(work).result()
    assert purged(here, AT + 365 * DAY - INSTANT).total == 0
    found = purged(here, AT + 365 * DAY)
    assert (found.plans, found.counts) == (1, 1)
    assert here.column(COMMITMENTS, "session") == [2]
    assert here.column(TALLIES, "session") == [1]


def test_ways_in_that_are_over_go(here: World) -> None:
    def work(connection: Connection) -> None:
        door = {"kind": "link", "staff_id": "T1:M", "nonce": ""}
        doors = [{**door, "digest": "a", "expires": AT}, {**door, "digest": "b", "expires": AT + INSTANT}]
        connection.execute(insert(STAFF_DOORS), doors)
        session = {"staff_id": "T1:M", "csrf": ""}
        hours, minutes = timedelta(hours=8), timedelta(minutes=30)
        times = {"idle": (AT - minutes, AT - minutes), "long": (AT - hours, AT), "live": (AT - minutes, AT)}
        rows = [{**session, "digest": name, "started_at": s, "seen_at": t} for name, (s, t) in times.items()]
        connection.execute(insert(STAFF_SESSIONS), rows)

    here.writer.submit(work).result()
    assert purged(here, AT, dry_run=True).doors == 3
    assert purged(here, AT).doors == 3
    assert here.column(STAFF_DOORS, "digest") == ["b"]
    assert here.column(STAFF_SESSIONS, "digest") == ["live"]


def test_much_goes_a_little_at_a_time_and_all_of_it_is_on_record(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_AT_ONCE", 2)
    for number in range(1, 6):
        asyncio.run(talk(here, number, (f"T1:U{number}", f"T1:D{number}")))
    assert purged(here, AT + 90 * DAY).conversations == 5
    assert here.column(RECORD, "act") == ["purged"] * 3
    assert here.column(RECORD, "detail") == ["conversations 2", "conversations 2", "conversations 1"]
    assert here.column(RECORD, "subject") == ["", "", ""]


def test_the_days_are_what_is_set(here: World) -> None:
    asyncio.run(talk(here, 1))
    assert purged(here, AT + 6 * DAY, keep=Keep(conversations=7)).conversations == 0
    assert purged(here, AT + 7 * DAY, keep=Keep(conversations=7)).conversations == 1
