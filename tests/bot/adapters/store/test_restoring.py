"""Restoring: what was backed up is there again, but for whoever was erased meanwhile; and nothing is replaced."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.adapters.keyring import Keyring
from bot.adapters.store.conversations import load_on
from bot.adapters.store.engine import open_engine
from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.restoring import restore, settle
from bot.adapters.store.schema import PEOPLE
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.backed_up import HER, HER_LANE, at_work, key_file_in, made, rows, talk
from tests.bot.adapters.store.offices import LANE, PERSON, World


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return key_file_in(tmp_path)


@pytest.fixture
def store(tmp_path: Path, key_file: Path) -> Iterator[World]:
    with at_work(tmp_path, key_file) as found:
        yield found


def test_what_is_restored_is_what_was_backed_up(store: World, tmp_path: Path, key_file: Path) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    one = made(store, tmp_path / "backups")
    assert one.file.name == "coach-20260304-093000.db"
    assert one.conversations == 1
    told = asyncio.run(store.people.export(PERSON))
    restored = restore(one.file, tmp_path / "new" / "coach.db", key_file)
    assert (restored.conversations, restored.erased) == (1, 0)
    assert rows(tmp_path / "new" / "coach.db") == rows(tmp_path / "coach.db")
    engine = open_engine(f"sqlite:///{tmp_path / 'new' / 'coach.db'}", Keyring.of(key_file))
    writer = Writer(engine)
    assert asyncio.run(World(engine, writer).people.export(PERSON)) == told
    writer.close()
    engine.dispose()


def test_an_id_that_was_given_once_is_given_to_nobody_after_a_restore(
    store: World, tmp_path: Path, key_file: Path
) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    one = made(store, tmp_path / "backups")
    restore(one.file, tmp_path / "new.db", key_file)
    with closing(sqlite3.connect(tmp_path / "coach.db")) as old, closing(sqlite3.connect(tmp_path / "new.db")) as new:
        asked = "SELECT name, seq FROM sqlite_sequence ORDER BY name"
        assert old.execute(asked).fetchall() == new.execute(asked).fetchall() != []
        asked = "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"
        assert old.execute(asked).fetchall() == new.execute(asked).fetchall() != []


def test_who_was_erased_can_be_read_in_no_older_backup(store: World, tmp_path: Path, key_file: Path) -> None:
    folder = tmp_path / "backups"
    asyncio.run(talk(store, 1, "The zanzibar ledger is wrong.", HER, HER_LANE))
    asyncio.run(talk(store, 2, "The bins are full."))
    old = made(store, folder)
    asyncio.run(store.people.erase(HER))
    made(store, folder, seconds=60)
    restored = restore(old.file, tmp_path / "new.db", key_file)
    assert (restored.conversations, restored.erased) == (1, 1)
    everything = repr(rows(tmp_path / "new.db")).encode() + (tmp_path / "new.db").read_bytes()
    assert HER.encode() not in everything
    assert HER_LANE.encode() not in everything
    engine = open_engine(f"sqlite:///{tmp_path / 'new.db'}", Keyring.of(key_file))
    with engine.connect() as connection:
        assert load_on(connection, conversation_of(LANE), PERSON).state.turn == 1
    engine.dispose()


def test_restoring_replaces_no_store(store: World, tmp_path: Path, key_file: Path) -> None:
    one = made(store, tmp_path / "backups")
    before = (tmp_path / "coach.db").read_bytes()
    with pytest.raises(CoachError, match="there is a store already"):
        restore(one.file, tmp_path / "coach.db", key_file)
    assert (tmp_path / "coach.db").read_bytes() == before
    (tmp_path / "new.db-wal").touch()
    with pytest.raises(CoachError, match=r"move .*new\.db-wal away"):
        restore(one.file, tmp_path / "new.db", key_file)


def test_restoring_needs_the_master_key_and_makes_none(store: World, tmp_path: Path, key_file: Path) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    one = made(store, tmp_path / "backups")
    nowhere = tmp_path / "lost"
    with pytest.raises(CoachError, match="no key file at"):
        restore(one.file, tmp_path / "new.db", nowhere)
    assert not nowhere.exists()
    nowhere.write_text("22" * 32, encoding="ascii")
    with pytest.raises(CoachError, match="master key"):
        restore(one.file, tmp_path / "new.db", nowhere)
    assert not (tmp_path / "new.db").exists()
    assert not [file for file in tmp_path.iterdir() if ".part" in file.name]


def test_a_damaged_or_newer_or_lonely_backup_is_refused(store: World, tmp_path: Path, key_file: Path) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    one = made(store, tmp_path / "backups")
    content = one.file.read_bytes()
    one.file.write_bytes(content[:4096] + b"\xff" * 8192 + content[12288:])
    with pytest.raises(CoachError, match=r"damaged|malformed"):
        restore(one.file, tmp_path / "new.db", key_file)
    one.file.write_bytes(content)
    with closing(sqlite3.connect(one.file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CoachError, match="newer coach"):
        restore(one.file, tmp_path / "new.db", key_file)
    one.keys.unlink()
    with pytest.raises(CoachError, match=r"there is no .*keys\.db"):
        restore(one.file, tmp_path / "new.db", key_file)
    assert not (tmp_path / "new.db").exists()


def test_a_backup_older_than_the_keys_of_its_people_is_refused(store: World, tmp_path: Path, key_file: Path) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    old = made(store, tmp_path / "backups")
    asyncio.run(store.people.erase(PERSON))
    asyncio.run(talk(store, 2, "The bins are empty."))
    made(store, tmp_path / "backups", seconds=1)
    with pytest.raises(CoachError, match="sealed with other keys"):
        restore(old.file, tmp_path / "new.db", key_file)
    assert not (tmp_path / "new.db").exists()


def test_after_a_restore_by_other_means_whoever_has_no_key_is_erased(here: World) -> None:
    asyncio.run(talk(here, 1, "The zanzibar ledger.", HER, HER_LANE))
    asyncio.run(talk(here, 2, "The bins are full."))
    here.writer.submit(lambda connection: connection.execute(KEYS.delete().where(KEYS.c.owner == HER))).result()
    found = settle(here.engine)
    assert (found.conversations, found.erased) == (1, 1)
    assert here.column(PEOPLE, "id") == [PERSON]
    with here.engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(KEYS)).scalar_one() == 1
    assert settle(here.engine).erased == 0
