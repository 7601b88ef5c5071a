"""What `coach doctor` says of a thing that cannot be looked at: the cure for that thing, and only one."""

from pathlib import Path

import pytest

from bot.adapters.findings import Finding
from bot.adapters.health import examine
from bot.settings import Settings


def missing(settings: Settings, word: str) -> Finding:
    """The one finding that speaks of it."""
    (found,) = [one for one in examine(settings) if one.state == "missing" and word in one.what]
    return found


@pytest.mark.parametrize(
    ("database", "mend"),
    [
        ("postgresql+psycopg://coach@127.0.0.1:9/coach", "start PostgreSQL, or put COACH_DATABASE right"),
        ("rubbish", "put COACH_DATABASE right"),
        ("", "put COACH_DATA right"),
    ],
)
def test_a_store_that_does_not_open_has_the_cure_of_its_kind(database: str, mend: str, tmp_path: Path) -> None:
    (tmp_path / "coach.db").write_bytes(b"something else entirely " * 100)
    assert missing(Settings(data=tmp_path, database=database), "COACH_DATABASE").mend == mend


def test_a_store_whose_driver_is_not_installed_has_the_one_that_we_use_as_its_cure(tmp_path: Path) -> None:
    found = missing(Settings(data=tmp_path, database="postgresql+asyncpg://coach@127.0.0.1:9/coach"), "asyncpg")
    assert (
        found.mend == "let COACH_DATABASE begin with postgresql+psycopg://, and .venv/bin/pip install -e '.[postgres]'"
    )


def test_a_store_sealed_with_another_key_has_the_key_as_its_cure(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    assert [one for one in examine(settings) if one.what.startswith("store opens")]
    settings.sealing_key.write_bytes(b"no key")
    assert [one for one in examine(settings) if one.mend == "put COACH_KEY_FILE right"]


def test_no_index_has_one_cure(tmp_path: Path) -> None:
    found = missing(Settings(data=tmp_path), "holds no index")
    assert ("ingest" in found.what, found.mend) == (False, "Run `coach ingest` to build one")


def test_an_address_for_traces_that_is_none_has_its_setting_as_its_cure(tmp_path: Path) -> None:
    assert (
        missing(Settings(data=tmp_path, traces="nowhere"), "COACH_TRACES").mend == "put COACH_TRACES right, or unset it"
    )
