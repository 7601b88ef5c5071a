"""What runs beside Slack in its process: what is past its time goes, and a purge that fails ends nothing."""

import asyncio
from pathlib import Path

import pytest

from bot import compose, compose_slack
from bot.adapters.store.retention import Keep, Purged
from bot.adapters.store.writer import Writer
from bot.settings import Settings
from tests.bot.adapters.store.databases import opened


def test_what_is_past_its_time_is_looked_for_at_the_start_and_a_failure_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[Keep] = []
    twice = asyncio.Event()

    async def purge(_writer: Writer, _now: object, keep: Keep) -> Purged:
        asked.append(keep)
        if len(asked) == 1:
            message = "words of somebody's"
            raise ValueError(message)
        twice.set()
        return Purged()

    async def run(writer: Writer) -> None:
        stop = asyncio.Event()
        running = asyncio.create_task(compose_slack._Purge(writer, Keep(conversations=7)).run(stop))
        async with asyncio.timeout(20):
            await twice.wait()
            stop.set()
            await running

    monkeypatch.setattr(compose_slack, "purge", purge)
    monkeypatch.setattr(compose_slack, "_A_DAY", 0.01)
    with opened(f"sqlite:///{tmp_path / 'coach.db'}") as engine:
        writer = Writer(engine)
        try:
            asyncio.run(run(writer))
        finally:
            writer.close()
    assert asked[0].conversations == 7
    assert "could not be deleted" in caplog.text
    assert "words of somebody's" not in caplog.text


@pytest.mark.parametrize(
    ("database", "chroma", "shared"),
    [
        ("", "", False),
        ("", "http://chroma:8000", False),
        ("sqlite:////srv/coach.db", "http://chroma:8000", False),
        ("postgresql+psycopg://db/coach", "", False),
        ("postgresql+psycopg://db/coach", "http://chroma:8000", True),
    ],
)
def test_an_index_is_shared_where_there_is_a_chroma_server_and_a_database_of_several_processes(
    database: str, chroma: str, *, shared: bool
) -> None:
    settings = Settings.from_environment({"COACH_DATABASE": database, "COACH_CHROMA": chroma})
    assert compose.shares_index(settings) is shared
    assert compose.vector_settings(settings).shared is shared


def test_the_token_of_the_chroma_server_is_passed_on() -> None:
    settings = Settings.from_environment({"COACH_CHROMA": "http://chroma:8000", "COACH_CHROMA_TOKEN": "secret"})
    assert compose.vector_settings(settings).token == "secret"  # noqa: S105 - made up
