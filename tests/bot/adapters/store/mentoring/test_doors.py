"""Signing in and out: once, in time, kept as digests, and nobody is let in who has no role any more."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest

from bot.adapters.store.mentoring.doors import IDLE, LONGEST, SqlDoors
from bot.adapters.store.mentoring.record import SqlRecord
from bot.adapters.store.mentoring.staff import SqlStaff
from bot.adapters.store.mentoring_tables import RECORD, STAFF_DOORS, STAFF_SESSIONS
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from bot.ports.staff import Act, Colleague, Entry, Role, Session
from tests.bot.adapters.store.offices import AT, World

MENTOR = Colleague("T1:U5", "Dr Okafor", frozenset({Role.MENTOR}))
SOON = AT + timedelta(minutes=10)
SECOND = timedelta(seconds=1)


@pytest.fixture
def doors(here: World) -> SqlDoors:
    asyncio.run(SqlStaff(here.writer).put(MENTOR, by="operator", at=AT))
    return SqlDoors(here.writer)


async def link(doors: SqlDoors, secret: str) -> None:
    await doors.make_link(MENTOR.id, secret, SOON, by="operator", at=AT)


def everything(here: World) -> str:
    return " ".join(
        str(here.column(table, column.name)) for table in (STAFF_DOORS, STAFF_SESSIONS) for column in table.c
    )


def test_a_sign_in_that_has_begun_is_finished_once_and_in_time(here: World, doors: SqlDoors) -> None:
    async def scenario() -> None:
        await doors.begin("one", "nonce 1", SOON)
        await doors.begin("two", "nonce 2", SOON)
        assert await doors.finish("never begun", AT) is None
        assert await doors.finish("one", SOON - SECOND) == "nonce 1"
        assert await doors.finish("one", AT) is None
        assert await doors.finish("two", SOON) is None
        assert here.count(STAFF_DOORS) == 0

    asyncio.run(scenario())


def test_a_link_lets_in_once_and_in_time(here: World, doors: SqlDoors) -> None:
    async def scenario() -> None:
        await link(doors, "token")
        assert await doors.use_link("another", AT) is None
        assert await doors.use_link("token", SOON - SECOND) == MENTOR
        assert await doors.use_link("token", AT) is None
        await link(doors, "token")
        assert await doors.use_link("token", SOON) is None
        assert here.count(STAFF_DOORS) == 0

    asyncio.run(scenario())


def test_a_new_link_takes_the_place_of_the_one_before(here: World, doors: SqlDoors) -> None:
    async def scenario() -> None:
        other = replace(MENTOR, id="T1:U6")
        await SqlStaff(here.writer).put(other, by="operator", at=AT)
        await doors.make_link(other.id, "theirs", SOON, by="operator", at=AT)
        await link(doors, "first")
        await link(doors, "second")
        assert await doors.use_link("first", AT) is None
        assert await doors.use_link("second", AT) == MENTOR
        assert await doors.use_link("theirs", AT) == other

    asyncio.run(scenario())


def test_nobody_has_a_link_made_for_them_who_has_no_role(here: World, doors: SqlDoors) -> None:
    async def scenario() -> None:
        with pytest.raises(CoachError, match="T1:U9"):
            await doors.make_link("T1:U9", "token", SOON, by="operator", at=AT)
        assert here.count(STAFF_DOORS) == 0
        assert await doors.use_link("token", AT) is None

    asyncio.run(scenario())


def test_what_opens_one_kind_of_door_opens_no_other(doors: SqlDoors) -> None:
    async def scenario() -> None:
        await doors.begin("state", "nonce", SOON)
        await link(doors, "token")
        await doors.start(MENTOR.id, "sid", "csrf", AT)
        assert await doors.finish("token", AT) is None
        assert await doors.finish("sid", AT) is None
        assert await doors.use_link("state", AT) is None
        assert await doors.use_link("sid", AT) is None
        assert await doors.session("token", AT) is None
        assert await doors.use_link("token", AT) == MENTOR
        assert await doors.finish("state", AT) == "nonce"

    asyncio.run(scenario())


def test_no_secret_is_in_the_database(here: World, doors: SqlDoors) -> None:
    async def scenario() -> None:
        await doors.begin("planted-state", "nonce", SOON)
        await link(doors, "planted-token")
        await doors.start(MENTOR.id, "planted-sid", "csrf", AT)
        kept = everything(here)
        assert "nonce" in kept
        assert "csrf" in kept
        assert "planted" not in kept

    asyncio.run(scenario())


@pytest.mark.parametrize("secret", ["", "\x00", "\ud800", "x" * 100_000, "' OR 1=1 --"])
def test_whatever_somebody_brings_is_only_unknown(doors: SqlDoors, secret: str) -> None:
    async def scenario() -> None:
        assert await doors.finish(secret, AT) is None
        assert await doors.use_link(secret, AT) is None
        assert await doors.session(secret, AT) is None
        await doors.end(secret, AT)

    asyncio.run(scenario())


def test_a_session_is_who_it_is_with_the_roles_they_have(doors: SqlDoors) -> None:
    async def scenario() -> None:
        await doors.start(MENTOR.id, "sid", "csrf", AT)
        assert await doors.session("sid", AT) == Session(MENTOR, "csrf", AT)
        assert await doors.session("another", AT) is None

    asyncio.run(scenario())


def test_a_session_ends_half_an_hour_after_it_was_last_used(doors: SqlDoors) -> None:
    async def scenario() -> None:
        now = AT
        await doors.start(MENTOR.id, "sid", "csrf", now)
        for _ in range(4):
            now += IDLE - SECOND
            assert await doors.session("sid", now)
        assert await doors.session("sid", now + IDLE) is None

    asyncio.run(scenario())


def test_a_session_ends_after_a_working_day_however_much_it_is_used(doors: SqlDoors) -> None:
    async def scenario() -> None:
        now = AT
        await doors.start(MENTOR.id, "sid", "csrf", now)
        while now + timedelta(minutes=20) < AT + LONGEST:
            now += timedelta(minutes=20)
            assert await doors.session("sid", now)
        assert now > AT + LONGEST - timedelta(minutes=21)
        assert await doors.session("sid", AT + LONGEST) is None

    asyncio.run(scenario())


def test_that_it_is_in_use_is_written_down_once_a_minute(here: World, doors: SqlDoors) -> None:
    async def scenario() -> None:
        await doors.start(MENTOR.id, "sid", "csrf", AT)
        await doors.session("sid", AT + timedelta(seconds=59))
        assert here.column(STAFF_SESSIONS, "seen_at") == [AT]
        await doors.session("sid", AT + timedelta(seconds=60))
        assert here.column(STAFF_SESSIONS, "seen_at") == [AT + timedelta(seconds=60)]
        await doors.session("sid", AT + timedelta(seconds=30))
        assert here.column(STAFF_SESSIONS, "seen_at") == [AT + timedelta(seconds=60)]

    asyncio.run(scenario())


def test_sessions_that_are_over_are_deleted_when_another_begins(here: World, doors: SqlDoors) -> None:
    async def scenario() -> None:
        await doors.start(MENTOR.id, "idle", "csrf", AT)
        await doors.start(MENTOR.id, "in use", "csrf", AT)
        await doors.session("in use", AT + IDLE - SECOND)
        await doors.start(MENTOR.id, "new", "csrf", AT + IDLE)
        assert here.count(STAFF_SESSIONS) == 2
        assert await doors.session("in use", AT + IDLE)

    asyncio.run(scenario())


def test_links_and_sign_ins_that_have_expired_are_deleted_as_others_come(here: World, doors: SqlDoors) -> None:
    async def scenario() -> None:
        await doors.begin("left lying", "nonce", SOON)
        await doors.make_link(MENTOR.id, "token", SOON + timedelta(hours=1), by="operator", at=SOON)
        assert here.column(STAFF_DOORS, "kind") == ["link"]

    asyncio.run(scenario())


def test_who_signs_out_is_out_and_others_are_not(here: World, doors: SqlDoors) -> None:
    async def scenario() -> None:
        await doors.start(MENTOR.id, "one", "csrf", AT)
        await doors.start(MENTOR.id, "two", "csrf", AT)
        await doors.end("one", SOON)
        assert await doors.session("one", SOON) is None
        assert await doors.session("two", SOON)

    asyncio.run(scenario())


def test_links_and_signing_in_and_out_are_on_record_once(here: World, doors: SqlDoors) -> None:
    async def scenario() -> None:
        await link(doors, "token")
        await doors.start(MENTOR.id, "sid", "csrf", AT)
        await doors.end("sid", SOON)
        await doors.end("sid", SOON)
        told = [one.entry for one in await SqlRecord(here.writer).entries(limit=3)]
        assert told == [
            Entry(SOON, MENTOR.id, Act.SIGNED_OUT),
            Entry(AT, MENTOR.id, Act.SIGNED_IN),
            Entry(AT, "operator", Act.LINK_MADE, MENTOR.id),
        ]
        assert here.count(RECORD) == 4

    asyncio.run(scenario())


def test_of_many_who_come_at_once_with_the_same_secret_one_is_let_in(here: World, doors: SqlDoors) -> None:
    if here.engine.dialect.name == "sqlite":
        writers = [here.writer] * 4
    else:
        writers = [here.writer, *(Writer(here.engine) for _ in range(3))]
    ready = Barrier(len(writers))

    def both(writer: Writer) -> tuple[str | None, Colleague | None]:
        mine = SqlDoors(writer)
        ready.wait(10)
        return asyncio.run(mine.finish("state", AT)), asyncio.run(mine.use_link("token", AT))

    try:
        for _ in range(5):
            asyncio.run(doors.begin("state", "nonce", SOON))
            asyncio.run(link(doors, "token"))
            with ThreadPoolExecutor(len(writers)) as threads:
                told = list(threads.map(both, writers))
            assert [nonce for nonce, _ in told if nonce] == ["nonce"]
            assert [who for _, who in told if who] == [MENTOR]
    finally:
        for one in writers[1:]:
            one.close()
