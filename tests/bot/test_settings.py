"""Settings come from the environment; what is mistyped or bad is named, with what is known beside it."""

from pathlib import Path

import pytest

from bot.errors import CoachError
from bot.settings import Settings


def refused(name: str, value: str) -> str:
    with pytest.raises(CoachError) as error:
        Settings.from_environment({name: value})
    assert error.value.code == "bad_setting"
    return str(error.value)


def test_without_any_variable_there_are_defaults() -> None:
    settings = Settings.from_environment({})
    assert settings.nation == "england"
    assert settings.database_url == f"sqlite:///{settings.data / 'coach.db'}"


def test_a_variable_is_taken() -> None:
    settings = Settings.from_environment({"COACH_DATA": "/tmp/coach", "COACH_NATION": "wales", "OTHER": "x"})  # noqa: S108
    assert (settings.data, settings.nation) == (Path("/tmp/coach"), "wales")  # noqa: S108


def test_how_a_chat_model_is_named_to_doctors_is_a_plain_line() -> None:
    named = Settings.from_environment(
        {"COACH_LLM": "openai:gpt-x", "COACH_LLM_TOLD": " GPT-x, run by Example in the UK. "}
    )
    assert named.told == "GPT-x, run by Example in the UK"
    for value in ("two\nlines", "{model}", "<b>bold</b>", "see https://x.example", "x" * 161):
        assert "COACH_LLM_TOLD" in refused("COACH_LLM_TOLD", value)


def test_without_a_chat_model_none_is_named_and_one_of_which_nothing_was_said_is_not_passed_over() -> None:
    assert Settings.from_environment({"COACH_LLM_TOLD": "GPT-x, run by Example"}).told == ""
    assert Settings.from_environment({"COACH_LLM": "openai:gpt-x"}).told == "whoever set me up has not said whose it is"


def test_an_empty_variable_means_the_default() -> None:
    assert Settings.from_environment({"COACH_NATION": ""}).nation == "england"


def test_a_database_of_ones_own_is_used_as_it_is() -> None:
    assert Settings.from_environment({"COACH_DATABASE": "sqlite://"}).database_url == "sqlite://"


@pytest.mark.parametrize(("typed", "meant"), [("COACH_DATABSE", "COACH_DATABASE"), ("COACH_LLMKEY", "COACH_LLM_KEY")])
def test_a_mistyped_variable_is_named_with_the_one_that_is_nearest(typed: str, meant: str) -> None:
    assert refused(typed, "some") == f"no such setting: {typed}; did you mean {meant}?"


def test_a_variable_like_none_is_named_with_where_they_stand() -> None:
    assert (
        refused("COACH_XYLOPHONE", "some") == "no such setting: COACH_XYLOPHONE; README.md lists those that there are"
    )


@pytest.mark.parametrize(
    "url", ["foo", "chroma:8000", "ftp://chroma", "http://", "http://chroma:port", "http://u:hidden@"]
)
def test_a_chroma_server_of_another_form_is_named_and_not_shown(url: str) -> None:
    message = refused("COACH_CHROMA", url)
    assert message == "COACH_CHROMA: an address as http://chroma.example.org:8000 is wanted"


@pytest.mark.parametrize(
    "url", ["http://chroma:8000", "https://chroma.example.org/", "http://u:p@127.0.0.1:9", "http://[::1]:8000"]
)
def test_a_chroma_server_is_taken_as_it_is(url: str) -> None:
    assert Settings.from_environment({"COACH_CHROMA": url}).chroma == url


def test_a_folder_of_what_set_up_made_has_to_be_there_and_is_not_made(tmp_path: Path) -> None:
    message = refused("COACH_MADE", str(tmp_path / "none"))
    assert message.startswith(f"COACH_MADE: {tmp_path / 'none'} is no folder that `coach setup` made")
    assert not (tmp_path / "none").exists()
    assert Settings.from_environment({"COACH_MADE": str(tmp_path)}).ready == tmp_path


@pytest.mark.parametrize("variable", ["COACH_TEST_POSTGRES", "COACH_TEST_NO_SKIPS"])
def test_what_the_tests_are_told_is_no_setting_and_no_error(variable: str) -> None:
    assert Settings.from_environment({variable: "1"}) == Settings.from_environment({})


@pytest.mark.parametrize(("name", "value"), [("COACH_NATION", "atlantis"), ("COACH_TIMEZONE", "Mars/Olympus")])
def test_a_bad_value_is_named(name: str, value: str) -> None:
    assert name in refused(name, value)
