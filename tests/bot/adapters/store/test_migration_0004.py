"""Beside what 0004 brings an older coach goes on working, and replicas migrate once (test_migrations_add.py: the rest)."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, delete, event, text

from bot.adapters.store.engine import HEAD
from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.retention import purge
from bot.adapters.store.writer import Writer
from bot.coaching.record import ModelUse
from tests.bot.adapters.store.databases import KEY, KINDS, address, opened
from tests.bot.adapters.store.offices import AT, World, records, said, turn

NEW = {"model_use", "index_versions", "index_parts", "index_current", "index_readers"}
_STARTS = """
import sys
from bot.adapters.keyring import Keyring
from bot.adapters.store.engine import open_engine
sys.stdin.readline()
open_engine(sys.argv[1], Keyring((bytes.fromhex(sys.argv[2]),))).dispose()
"""


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with address(request.param, tmp_path) as found:
        yield found


def test_what_an_older_coach_asks_and_writes_holds_after_it(url: str) -> None:
    """Its statements name none of the new tables; what it keeps is found, and what it erases is not missed."""
    first, second = records("The bins are full.", "I told the porters.")
    used = ModelUse(purpose="wording", model="m", prompt="p", outcome="used", input_tokens=9, output_tokens=1, calls=1)
    told: list[str] = []

    async def scenario(here: World) -> None:
        await turn(here.office(), first.model_copy(update={"model_uses": (used,)}), said(1))
        event.listen(here.engine, "before_cursor_execute", lambda *given: told.append(str(given[2])))
        await turn(here.office(), second, said(2))
        written = [one for one in told if not one.lstrip().upper().startswith("SELECT")]
        assert not [one for one in written if any(name in one for name in NEW)], "no older coach could write so"
        await here.writer.write(lambda connection: connection.execute(delete(KEYS)).rowcount)  # as it erases
        assert (await purge(here.writer, AT)).uses == 1

    with opened(url) as engine:
        writer = Writer(engine)
        asyncio.run(scenario(World(engine, writer)))
        writer.close()


def test_replicas_that_start_at_once_migrate_once(tmp_path: Path) -> None:
    with address("postgresql", tmp_path) as url:
        command = [sys.executable, "-c", _STARTS, url, KEY.hex()]
        pipe = subprocess.PIPE
        running = [subprocess.Popen(command, stdin=pipe, stderr=pipe, text=True) for _ in range(4)]
        ended = [one.communicate("go\n", timeout=120) for one in running]
        assert [one.returncode for one in running] == [0, 0, 0, 0], ended
        plain = create_engine(url)
        with plain.connect() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [HEAD]
        plain.dispose()


def test_a_replica_that_is_older_than_the_schema_says_so_and_ends(tmp_path: Path) -> None:
    with address("postgresql", tmp_path) as url:
        with opened(url) as engine, engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        command = [sys.executable, "-c", _STARTS, url, KEY.hex()]
        ended = subprocess.run(command, input="go\n", capture_output=True, text=True, timeout=120, check=False)
        assert ended.returncode != 0
        assert "was written by a newer coach" in ended.stderr
