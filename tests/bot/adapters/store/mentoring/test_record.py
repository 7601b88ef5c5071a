"""The record: appended, shown newest first, one chain for all who write, and begun by the first entry only."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import Connection

from bot.adapters.store.key_tables import SECRETS
from bot.adapters.store.mentoring import record, verifying
from bot.adapters.store.mentoring.record import SqlRecord
from bot.adapters.store.mentoring_tables import RECORD
from bot.ports.staff import Act, Entry
from tests.bot.adapters.store.mentoring.tampering import (
    LENGTH,
    edit,
    entry,
    filled,
)
from tests.bot.adapters.store.offices import AT, World


@pytest.fixture
def kept(here: World) -> World:
    return filled(here)


def test_of_a_new_database_the_record_is_whole_and_empty(here: World) -> None:
    async def scenario() -> None:
        told = SqlRecord(here.writer)
        assert (await told.flaws(), await told.entries(), await told.anchor()) == ([], [], "")
        assert here.count(SECRETS) == 0, "to look is not to begin one"

    asyncio.run(scenario())


def test_what_is_no_entry_any_more_is_left_out_of_the_list(kept: World) -> None:
    with kept.engine.connect() as connection:
        edit(LENGTH, act="nonsense")(connection)
        assert [one.number for one in record.entries(connection, limit=3)] == [LENGTH - 1, LENGTH - 2]
        connection.rollback()


def test_the_newest_come_first_and_page_by_page(kept: World) -> None:
    async def scenario() -> None:
        told = SqlRecord(kept.writer)
        first = await told.entries(limit=10)
        assert [one.number for one in first] == list(range(LENGTH, LENGTH - 10, -1))
        assert first[0].entry == entry(LENGTH)
        rest = await told.entries(before=first[-1].number, limit=1_000)
        assert [one.number for one in rest] == list(range(LENGTH - 10, 0, -1))

    asyncio.run(scenario())


def test_what_does_not_fit_is_cut_and_what_cannot_be_printed_is_replaced(here: World) -> None:
    async def scenario() -> None:
        told = SqlRecord(here.writer)
        await told.note(Entry(AT, "a" * 500, Act.REFUSED, "\x00/talks\n\ud800" + "s" * 500, "ä" * 500))
        (one,) = await told.entries()
        assert one.entry.actor == "a" * 160
        assert one.entry.subject == "?/talks??" + "s" * 191
        assert one.entry.detail == "ä" * 400
        assert await told.flaws() == []

    asyncio.run(scenario())


def test_what_is_cut_has_the_room_of_its_column() -> None:
    rooms = {name: getattr(RECORD.c[name].type, "length", None) for name in record._ROOM}
    assert rooms == record._ROOM
    assert max(len(one.value) for one in Act) <= getattr(RECORD.c.act.type, "length", 0)


def test_an_entry_whose_transaction_fails_is_not_on_record(kept: World) -> None:
    def fails(connection: Connection) -> None:
        record.append(connection, entry(LENGTH + 1))
        raise KeyError

    with pytest.raises(KeyError):
        kept.writer.submit(fails).result()
    assert kept.count(RECORD) == LENGTH
    assert asyncio.run(SqlRecord(kept.writer).flaws()) == []


def test_two_connections_that_append_at_once_make_one_chain(here: World) -> None:
    go, each = Event(), 25

    def appends() -> None:
        go.wait(10)
        for number in range(each):
            with here.engine.begin() as connection:
                record.append(connection, entry(number))

    with ThreadPoolExecutor(2) as threads:
        running = [threads.submit(appends) for _ in range(2)]
        go.set()
        for one in running:
            one.result(60)
    assert here.count(RECORD) == 2 * each
    assert asyncio.run(SqlRecord(here.writer).flaws()) == []


def test_it_can_be_verified_while_it_grows(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "_AT_ONCE", 3)

    async def scenario() -> None:
        told = SqlRecord(here.writer)
        for _ in range(5):
            noting = [told.note(entry(number)) for number in range(8)]
            _, _, *found = await asyncio.gather(*noting[:4], told.flaws(), told.flaws(), *noting[4:])
            assert not any(found)
        assert await told.flaws() == []
        assert here.count(RECORD) == 40

    asyncio.run(scenario())
