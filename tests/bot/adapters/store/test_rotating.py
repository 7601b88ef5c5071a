"""A new master key: everything opens with it, nothing with the old one, and a kill at any point loses nothing."""

import asyncio
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.keyring import Keyring
from bot.adapters.sealing import key_id_of, load_keys
from bot.adapters.store import rotating
from bot.adapters.store.engine import open_engine
from bot.adapters.store.rotating import rotate_master
from bot.errors import CoachError
from tests.bot.adapters.store.databases import KINDS
from tests.bot.adapters.store.planted import opens, plant
from tests.bot.adapters.store.rotations import (
    DOCTORS,
    TURNS,
    KilledError,
    Place,
    dying,
    filled_store,
    master_ids,
    seen,
    wrapped,
)


@pytest.fixture(params=KINDS)
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    with filled_store(request.param, tmp_path) as found:
        yield found


def test_with_a_new_master_key_everything_opens_and_the_old_one_opens_nothing(filled: Place) -> None:
    (old,) = load_keys(filled.path)
    with filled.opened() as (_, writer):
        before, were = seen(writer), wrapped(writer)
        assert asyncio.run(rotate_master(writer, filled.path)) == len(were)
        assert seen(writer) == before
        assert not wrapped(writer) & were
    (new,) = load_keys(filled.path)
    assert new != old
    assert stat.S_IMODE(filled.path.stat().st_mode) == 0o600
    with filled.opened() as (_, writer):
        assert seen(writer) == before
        assert master_ids(writer) == {key_id_of(new)}
    with pytest.raises(CoachError, match="master key"):
        open_engine(filled.url, Keyring((old,)))


# Two steps for each of the two changes of the file, and a commit for each batch, and for finding none left.
@pytest.mark.parametrize("at", range(8))
def test_a_rotation_of_the_master_key_that_is_killed_loses_nothing_and_is_gone_on_with(
    at: int, filled: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    (old,) = load_keys(filled.path)
    monkeypatch.setattr(rotating, "_BATCH", 2)
    with filled.opened() as (engine, writer):
        before = seen(writer)
        with dying(at, engine, monkeypatch), pytest.raises(KilledError):
            asyncio.run(rotate_master(writer, filled.path))
    with filled.opened() as (_, writer):
        assert seen(writer) == before
        begun = load_keys(filled.path)
        asyncio.run(rotate_master(writer, filled.path))
        (new,) = load_keys(filled.path)
        assert new != old
        assert new == begun[0] or len(begun) == 1, "no further key is made for what was begun"
        assert seen(writer) == before
        assert master_ids(writer) == {key_id_of(new)}


def test_a_replica_that_runs_meanwhile_reads_the_key_file_again(filled: Place) -> None:
    if filled.url.startswith("sqlite"):
        return  # one process only
    with filled.opened() as (_, replica), filled.opened() as (_, writer):
        before = seen(replica)
        asyncio.run(rotate_master(writer, filled.path))
        asyncio.run(plant(replica, DOCTORS, TURNS))
        after = opens(writer)
    assert len(after) > len(before)
    with filled.opened() as (_, writer):
        assert opens(writer) == after


def test_two_rotations_of_one_file_do_not_run_at_once(filled: Place) -> None:
    with filled.opened() as (_, writer), rotating._alone(filled.path):
        with pytest.raises(CoachError, match="another rotation"):
            asyncio.run(rotate_master(writer, filled.path))
        assert len(load_keys(filled.path)) == 1
