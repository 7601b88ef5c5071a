"""Restoring: what was backed up is there again, but for whoever was erased meanwhile; and nothing is replaced."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.adapters.keyring import Keyring
from bot.adapters.store.backup import STAMP, backup
from bot.adapters.store.conversations import load_on
from bot.adapters.store.engine import open_engine
from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.mentoring import record
from bot.adapters.store.mentoring.doors import SqlDoors
from bot.adapters.store.mentoring_tables import COUNTED, SHARED_WORDS, SHARES, STAFF_DOORS, STAFF_SESSIONS, TALLIES
from bot.adapters.store.restoring import restore, settle
from bot.adapters.store.schema import OUTBOX, PEOPLE
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from bot.ports.incoming import conversation_of
from bot.ports.staff import Act
from tests.bot.adapters.store.backed_up import HER, HER_LANE, at_work, key_file_in, made, rows, talk
from tests.bot.adapters.store.mentoring.desk import MENTOR, OTHER_DOCTOR, OTHER_LANE, desk, later, share_id, turns
from tests.bot.adapters.store.offices import AT, LANE, PERSON, World, letter


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
        assert load_on(connection, conversation_of(LANE), PERSON, AT).state.turn == 1
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


def test_keys_that_are_older_than_the_backup_are_refused(store: World, tmp_path: Path, key_file: Path) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    first = made(store, tmp_path / "backups")
    old_keys = first.keys.read_bytes()
    asyncio.run(talk(store, 2, "The zanzibar ledger.", HER, HER_LANE))
    second = made(store, tmp_path / "backups", seconds=1)
    new_keys = second.keys.read_bytes()
    second.keys.write_bytes(old_keys)
    with pytest.raises(CoachError, match="keys beside the backup are older than it"):
        restore(second.file, tmp_path / "new.db", key_file)
    assert not (tmp_path / "new.db").exists()
    assert restore(first.file, tmp_path / "first.db", key_file).conversations == 1
    second.keys.write_bytes(new_keys)
    assert restore(second.file, tmp_path / "second.db", key_file).erased == 0


def test_keys_of_another_backup_of_the_same_moment_are_refused(store: World, tmp_path: Path, key_file: Path) -> None:
    one, other = (made(store, tmp_path / name) for name in ("one", "other"))
    one.keys.write_bytes(other.keys.read_bytes())
    with pytest.raises(CoachError, match="older than it"):
        restore(one.file, tmp_path / "new.db", key_file)


def test_a_backup_of_an_older_coach_has_no_stamp_and_is_restored(store: World, tmp_path: Path, key_file: Path) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    one = made(store, tmp_path / "backups")
    for file in (one.keys, one.file):
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute(f"DROP TABLE {STAMP}")
        if file == one.keys:
            with pytest.raises(CoachError, match="older than it"):
                restore(one.file, tmp_path / "new.db", key_file)
    assert restore(one.file, tmp_path / "new.db", key_file).conversations == 1


def test_what_was_restored_is_backed_up_and_restored_again(store: World, tmp_path: Path, key_file: Path) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    restore(made(store, tmp_path / "backups").file, tmp_path / "new.db", key_file)
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection:
        asked = "SELECT count(*) FROM sqlite_schema WHERE name = ?"
        assert connection.execute(asked, (STAMP,)).fetchone() == (0,)
    again = backup(tmp_path / "new.db", tmp_path / "backups", AT + timedelta(hours=1))
    assert restore(again.file, tmp_path / "newer.db", key_file).conversations == 1


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


def test_who_never_wrote_keeps_their_settings_and_is_not_counted_as_erased(here: World) -> None:
    asyncio.run(here.people.pause(HER, paused=True))
    asyncio.run(here.people.consent(PERSON, 2, AT))
    assert settle(here.engine).erased == 0
    assert asyncio.run(here.people.person(HER)).paused
    assert asyncio.run(here.people.person(PERSON)).consented == 2


def test_nothing_that_was_open_is_open_after_a_restore(here: World) -> None:
    at, doors = desk(here), SqlDoors(here.writer)
    at.keep(turns("The bins are full.", person=OTHER_DOCTOR, lane=OTHER_LANE), OTHER_DOCTOR, OTHER_LANE)
    at.share(0, letter(f"share_waits:{share_id(0)}", lane=MENTOR, to="UM1"))
    at.share(1, person_id=OTHER_DOCTOR, conversation_id=conversation_of(OTHER_LANE), last=1)
    at.run(at.sharing.count(OTHER_DOCTOR, wanted=True))
    at.run(doors.start(MENTOR, "s" * 43, "c" * 43, AT))
    at.run(doors.make_link(MENTOR, "l" * 43, later(hours=1), by="operator", at=AT))
    at.run(doors.begin("b" * 43, "n" * 43, later(hours=1)))
    assert at.count(TALLIES) == 2

    settle(here.engine, later(minutes=1))

    tables = (STAFF_SESSIONS, STAFF_DOORS, SHARED_WORDS, COUNTED, TALLIES)
    assert [at.count(table) for table in tables] == [0] * 5
    assert at.all_of(SHARES.c.withdrawn_at) == {later(minutes=1)}
    assert [at.open(number, now=later(minutes=2)) for number in (0, 1)] == [None, None]
    assert at.all_of(OUTBOX.c.open) == {False}
    assert at.record()[-4:-2] == [("operator", Act.WITHDRAWN, share_id(number)) for number in (0, 1)]
    assert at.do(record.flaws) == []
    before = len(at.record())
    settle(here.engine, later(minutes=3))
    assert len(at.record()) == before


def test_more_shares_than_are_ended_at_once_are_all_ended(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.store.restoring._AT_ONCE", 2)
    at = desk(here)
    for number in range(3):
        at.hire(f"T1:M{number}", f"Dr {number}")
        at.share(number, mentor_id=f"T1:M{number}")
    settle(here.engine, later(days=400))
    assert at.all_of(SHARES.c.withdrawn_at) == {later(days=400)}
