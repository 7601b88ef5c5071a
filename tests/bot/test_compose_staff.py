"""The staff of a store for the operator's commands: opened, closed again, and refused where a coach has the file."""

import asyncio
from pathlib import Path

import pytest

from bot import compose_staff
from bot.adapters.store.engine import open_engine
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from bot.ports.staff import Act, Colleague, Entry, Role
from bot.settings import Settings
from tests.bot.adapters.store.databases import address
from tests.bot.adapters.store.offices import AT

MENTOR = Colleague("local:mo", "Mo", frozenset({Role.MENTOR}))


def test_what_one_command_did_the_next_one_finds(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    with compose_staff.opened(settings) as room:
        asyncio.run(room.staff.put(MENTOR, by="operator", at=AT))
        asyncio.run(room.doors.make_link(MENTOR.id, "token", AT.replace(hour=20), by="operator", at=AT))
    with compose_staff.opened(settings) as room:
        assert asyncio.run(room.staff.colleagues()) == [MENTOR]
        assert asyncio.run(room.doors.use_link("token", AT)) == MENTOR
        assert asyncio.run(room.record.flaws()) == []
        assert [one.number for one in asyncio.run(room.record.entries())] == [2, 1]


def test_where_a_coach_has_the_file_it_is_said_what_to_do(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    engine = open_engine(settings.database_url)
    writer = Writer(engine)
    try:
        with pytest.raises(CoachError, match=r"stop that coach.*PostgreSQL") as no, compose_staff.opened(settings):
            pass
        assert no.value.code == "in_use"
    finally:
        writer.close()
        engine.dispose()
    with compose_staff.opened(settings) as room:
        assert asyncio.run(room.staff.colleagues()) == []


def test_on_postgresql_it_runs_beside_a_coach(tmp_path: Path) -> None:
    with address("postgresql", tmp_path) as url:
        settings = Settings(data=tmp_path, database=url)
        engine = open_engine(url)
        writer = Writer(engine)
        try:
            with compose_staff.opened(settings) as room:
                asyncio.run(room.record.note(Entry(AT, "operator", Act.SAW_PEOPLE)))
                assert asyncio.run(room.record.flaws()) == []
        finally:
            writer.close()
            engine.dispose()


def test_a_key_file_that_is_no_longer_the_right_one_is_named_as_what_is_wrong(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    with compose_staff.opened(settings) as room:
        asyncio.run(room.staff.put(MENTOR, by="operator", at=AT))
    right = settings.sealing_key.read_bytes()
    settings.sealing_key.write_text("00" * 32 + "\n", encoding="ascii")
    with pytest.raises(CoachError, match="put back the key file"), compose_staff.opened(settings):
        pass
    settings.sealing_key.write_bytes(right)
    with compose_staff.opened(settings) as room:
        assert asyncio.run(room.staff.colleagues()) == [MENTOR]
