"""Which database a store is in, as `coach doctor` tells it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.adapters.store.engine import open_engine
from bot.adapters.store.versions import server_of, sqlite_file
from bot.errors import CoachError
from tests.bot.adapters.store.databases import KINDS, address


@pytest.mark.parametrize("kind", KINDS)
def test_the_server_is_told_with_its_version(kind: str, tmp_path: Path) -> None:
    with address(kind, tmp_path) as url:
        name, version = server_of(url).split(" ")
    assert name in {"sqlite", "postgresql"}
    assert version.split(".")[0].isdigit()


def test_one_that_cannot_be_reached_is_named_without_its_password() -> None:
    with pytest.raises(CoachError, match="COACH_DATABASE") as error:
        server_of("postgresql+psycopg://coach:hidden@127.0.0.1:9/coach?connect_timeout=2")
    assert "hidden" not in str(error.value)


@pytest.mark.parametrize("url", ["rubbish:hidden", "postgresql://coach:hidden@db.example.org:port/coach"])
@pytest.mark.parametrize("look", [open_engine, server_of, sqlite_file])
def test_what_is_no_url_is_one_line_that_names_the_setting_and_does_not_show_it(
    look: Callable[[str], object], url: str
) -> None:
    with pytest.raises(CoachError, match=r"^COACH_DATABASE: is no SQLAlchemy URL, as [^\n]+$") as error:
        look(url)
    assert "hidden" not in str(error.value)
