"""Backups: made while the coach writes, each whole, and none with a key in it."""

import asyncio
import itertools
from collections.abc import Iterator
from functools import partial
from itertools import takewhile
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Connection, insert

from bot.adapters.store.backup import KEYS_FILE, backup, newest, steps_for_postgres
from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.restoring import restore
from bot.adapters.store.schema import PEOPLE
from bot.errors import CoachError
from tests.bot.adapters.store.backed_up import HER, HER_LANE, MASTER, at_work, key_file_in, made, rows, talk
from tests.bot.adapters.store.offices import AT, World

NOBODY = {"team": "T1", "channel": "", "timezone": "", "consented": 1, "paused": False, "reminders": True}


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return key_file_in(tmp_path)


@pytest.fixture
def store(tmp_path: Path, key_file: Path) -> Iterator[World]:
    with at_work(tmp_path, key_file) as found:
        yield found


def test_no_backup_holds_a_key_and_one_file_holds_them_all(store: World, tmp_path: Path, key_file: Path) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    one = made(store, tmp_path / "backups")
    (wrapped,) = [str(row) for row in store.column(KEYS, "wrapped")][:1]
    assert rows(one.file)["keys"] == rows(one.file)["secrets"] == []
    assert wrapped.encode() not in one.file.read_bytes()
    assert wrapped.encode() in one.keys.read_bytes()
    for file in (one.file, one.keys):
        assert MASTER.encode() not in file.read_bytes()
        assert bytes.fromhex(MASTER) not in file.read_bytes()
        assert b"bins" not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
    assert key_file.read_text(encoding="ascii").strip() == MASTER
    assert sorted(one.name for one in (tmp_path / "backups").iterdir()) == ["coach-20260304-093000.db", KEYS_FILE]


def test_the_bytes_of_keys_that_were_replaced_are_overwritten(store: World, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    asyncio.run(talk(store, 1, "The zanzibar ledger.", HER, HER_LANE))
    made(store, folder)
    with (folder / KEYS_FILE).open("rb") as still_open:
        asyncio.run(store.people.erase(HER))
        made(store, folder, seconds=1)
        assert set(still_open.read()) == {0}
    assert HER.encode() not in (folder / KEYS_FILE).read_bytes()


def test_a_backup_is_whole_while_the_coach_goes_on_writing(store: World, tmp_path: Path, key_file: Path) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    ended = Event()

    def write() -> None:
        """Two people at once, both or neither, again and again."""
        for count in takewhile(lambda _: not ended.is_set(), itertools.count()):
            both = [{**NOBODY, "id": f"T1:{half}{count}"} for half in ("a", "b")]
            store.writer.submit(partial(_insert, both=both)).result()

    writing = Thread(target=write)
    writing.start()
    try:
        backups = [made(store, tmp_path / "backups", seconds=number) for number in range(5)]
    finally:
        ended.set()
        writing.join()
    counts = []
    for one in backups:
        people = [str(row[0]) for row in rows(one.file)["people"]]
        assert sum(name.startswith("T1:a") for name in people) == sum(name.startswith("T1:b") for name in people)
        counts.append(len(people))
    assert counts == sorted(counts)
    assert restore(backups[-1].file, tmp_path / "new.db", key_file).conversations == 1


def _insert(connection: Connection, both: list[dict[str, object]]) -> None:
    connection.execute(insert(PEOPLE), both)


def test_a_store_that_nobody_uses_is_backed_up_as_well(store: World, tmp_path: Path) -> None:
    asyncio.run(talk(store, 1, "The bins are full."))
    store.writer.close()
    store.engine.dispose()
    before = (tmp_path / "coach.db").read_bytes()
    assert made(store, tmp_path / "backups").conversations == 1
    assert (tmp_path / "coach.db").read_bytes() == before


def test_a_backup_never_replaces_one_and_leaves_nothing_half_done(store: World, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    one = made(store, folder)
    kept = one.file.read_bytes()
    with pytest.raises(CoachError, match="no backup was made"):
        made(store, folder)
    assert one.file.read_bytes() == kept
    assert sorted(file.name for file in folder.iterdir()) == [one.file.name, KEYS_FILE]
    made(store, folder, seconds=1)
    assert newest(folder).name == "coach-20260304-093001.db"
    with pytest.raises(CoachError, match="no store at"):
        backup(tmp_path / "nowhere.db", folder, AT)
    with pytest.raises(CoachError, match="no backup in"):
        newest(tmp_path)


def test_a_backup_that_cannot_have_its_keys_is_not_made(store: World, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    (folder / KEYS_FILE).mkdir(parents=True)
    with pytest.raises(CoachError, match="no backup was made"):
        made(store, folder)
    assert [file.name for file in folder.iterdir()] == [KEYS_FILE]


@pytest.mark.parametrize("which", [1, 2], ids=["after the keys", "after the backup"])
def test_a_backup_that_is_cut_off_leaves_newer_keys_at_most(
    store: World, tmp_path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch, which: int
) -> None:
    folder = tmp_path / "backups"
    asyncio.run(talk(store, 1, "The bins are full."))
    one = made(store, folder)
    asyncio.run(talk(store, 2, "The zanzibar ledger.", HER, HER_LANE))
    calls = itertools.count(1)

    def full(_folder: Path) -> None:
        if next(calls) == which:
            message = "disk full"
            raise OSError(message)

    with monkeypatch.context() as failing:
        failing.setattr("bot.adapters.store.backup.kept_in", full)
        with pytest.raises(CoachError, match=r"no backup was made in .*: disk full"):
            made(store, folder, seconds=60)
    assert sorted(file.name for file in folder.iterdir()) == [one.file.name, KEYS_FILE]
    assert HER.encode() in (folder / KEYS_FILE).read_bytes()
    restored = restore(newest(folder), tmp_path / "old.db", key_file)
    assert (restored.conversations, restored.erased) == (1, 0)
    made(store, folder, seconds=61)
    restored = restore(newest(folder), tmp_path / "new.db", key_file)
    assert (restored.conversations, restored.erased) == (2, 0)


def test_no_backup_is_made_beside_keys_of_a_later_time(store: World, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    later = made(store, folder, seconds=60)
    keys = later.keys.read_bytes()
    with pytest.raises(CoachError, match=r"no backup was made: the time of .*keys\.db is not past"):
        made(store, folder)
    assert sorted(file.name for file in folder.iterdir()) == [later.file.name, KEYS_FILE]
    assert later.keys.read_bytes() == keys


def test_keys_that_are_damaged_are_replaced(store: World, tmp_path: Path, key_file: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / KEYS_FILE).write_bytes(b"no database" * 1000)
    asyncio.run(talk(store, 1, "The bins are full."))
    assert restore(made(store, folder).file, tmp_path / "new.db", key_file).conversations == 1


def test_of_postgresql_the_keys_have_their_name_before_the_dump_has() -> None:
    told = steps_for_postgres("postgresql://db/coach", Path("/srv/b"))
    order = (
        "--file=/srv/b/coach.dump.new",
        "&& pg_dump --format=custom --data-only",
        "&& mv /srv/b/keys.dump.new /srv/b/keys.dump",
        "&& mv /srv/b/coach.dump.new /srv/b/coach-$(date -u +%Y%m%d-%H%M%S).dump",
    )
    places = [told.index(one) for one in order]
    assert places == sorted(places)


def test_of_postgresql_the_commands_are_told_and_no_password() -> None:
    told = steps_for_postgres("postgresql+psycopg://coach:secret@db:5432/coach", Path("/srv/my backups"))
    assert ":secret" not in told
    assert "***" not in told
    assert "--exclude-table-data=keys --exclude-table-data=secrets" in told
    assert "--data-only --table=keys --table=secrets" in told
    assert "postgresql://coach@db:5432/coach" in told
    assert "'/srv/my backups'" in told
