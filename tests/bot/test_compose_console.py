"""The console over sample talks: what it takes of the settings, and what it leaves."""

from pathlib import Path

from bot.compose_console import _of_samples
from bot.compose_llm import chat_model
from bot.settings import Settings


def test_sample_talks_are_held_without_the_chat_model_that_is_set(tmp_path: Path) -> None:
    given = Settings(llm="openai:some", llm_url="http://127.0.0.1:9/v1", llm_told="Some, run by us", nation="wales")
    own = _of_samples(given, tmp_path / "samples.db")
    assert (chat_model(own), own.told, own.nation) == (None, "", "wales")
