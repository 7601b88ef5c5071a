"""The `coach` command: each has help with an example, and what a person can mend is said in one line."""

import json
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bot.channels.wire import SCHEMAS
from bot.cli.main import coach, main

OWN = (
    "ask",
    "chat",
    "doctor",
    "health",
    "ingest",
    "playbooks",
    "schema",
    "search",
    "setup",
    "slack",
    "sources",
    "understand",
)


def run(*words: str, given: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(coach, list(words), input=given)
    return done.exit_code, done.output


def test_the_help_says_what_each_command_is_for() -> None:
    status, told = run("--help")
    assert (status, "See its" in told) == (0, False)


def ended(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """The exit status of the command as the shell would see it."""
    monkeypatch.setattr(sys, "argv", ["coach", *words])
    try:
        main()
    except SystemExit as status:
        return int(status.code or 0)
    return 0


@pytest.mark.parametrize("command", OWN)
def test_every_command_has_help_with_an_example(command: str) -> None:
    status, shown = run(command, "--help")
    assert status == 0
    assert f"Example: coach {command}" in shown


def test_the_list_of_commands_names_them_all() -> None:
    _, shown = run("--help")
    assert not [name for name in OWN if name not in shown]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_printed_as_json(name: str) -> None:
    status, shown = run("schema", name)
    assert status == 0
    assert json.loads(shown)["type"] == "object"


@pytest.mark.parametrize(
    "words", [("nonsense",), ("schema", "nonsense"), ("search", "-k", "0", "x"), ("chat", "--nonsense")]
)
def test_a_mistake_on_the_command_line_has_its_own_exit_status(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, *words) == click.UsageError.exit_code
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("COACH_NATION", "atlantis", ("doctor",)),
        ("COACH_DATABSE", "x", ("sources",)),
        ("COACH_NATION", "atlantis", ("chat", "--json")),
    ],
)
def test_a_bad_setting_is_said_in_one_line(
    variable: str,
    value: str,
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(variable, value)
    assert ended(monkeypatch, *words) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"coach: {'' if value == 'atlantis' else 'no such setting: '}{variable}")
    assert "Traceback" not in told
    assert len(told.splitlines()) == 1


def test_talking_before_set_up_names_the_command_that_mends_it(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, "sources") == 2
    assert "coach" in capsys.readouterr().err


def test_the_doctor_command_counts_what_is_missing(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, shown = run("doctor", "--json")
    findings = json.loads(shown)
    assert status == 1
    assert {one["state"] for one in findings} <= {"ok", "note", "missing"}
    assert all(one["mend"] for one in findings if one["state"] == "missing")


def test_a_playbook_is_shown_with_what_its_questions_presuppose() -> None:
    status, shown = run("playbooks", "show", "speaking_up")
    assert status == 0
    assert "Raising a concern with somebody senior" in shown
    assert "[only where it has been raised]" in shown


def test_a_playbook_that_there_is_not_is_named_with_those_that_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, "playbooks", "show", "cooking") != 0
    said = capsys.readouterr().err
    assert "cooking" in said
    assert "stretch_goal" in said
