"""The file of a store is for its owner alone, whatever rights new files have otherwise."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.bot.adapters.store.databases import opened


@pytest.fixture
def permissive() -> Iterator[None]:
    """A process whose new files everybody may read and write."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("permissive")
def test_the_file_and_what_lies_beside_it_are_for_their_owner_alone(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'coach.db'}") as engine, engine.begin() as connection:
        connection.execute(text("CREATE TABLE mark (id INTEGER)"))
        rights = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.glob("coach.db*")}
    assert {"coach.db", "coach.db-wal", "coach.db-shm"} <= set(rights)
    assert set(rights.values()) == {0o600}


def test_the_rights_of_a_file_that_is_there_stay_as_they_are(tmp_path: Path) -> None:
    """Its operator may have given a group the right to back it up."""
    (tmp_path / "coach.db").touch()
    (tmp_path / "coach.db").chmod(0o640)
    with opened(f"sqlite:///{tmp_path / 'coach.db'}"):
        assert stat.S_IMODE((tmp_path / "coach.db").stat().st_mode) == 0o640
