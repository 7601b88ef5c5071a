"""`coach people` with an empty store, on each database."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.people import people
from bot.settings import Settings
from tests.bot.adapters.store.databases import KINDS, address

Coach = Callable[..., str]


@pytest.fixture(params=KINDS)
def settings(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    with address(request.param, tmp_path) as url:
        monkeypatch.setenv("COACH_DATABASE", url)
        monkeypatch.setenv("COACH_DATA", str(tmp_path))
        yield Settings.from_environment()


@pytest.fixture
def coach(settings: Settings) -> Coach:
    """The command with an empty store; what it said, where all went well."""

    def run(*words: str) -> str:
        done = CliRunner().invoke(people, list(words), catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.output

    return run
