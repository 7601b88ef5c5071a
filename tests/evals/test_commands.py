"""`coach evals`: help with an example for each, cases shown, checked and begun, and errors in one line."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from evals.casebook import load, template
from evals.commands.group import evals

COMMANDS = ("list", "check", "new", "schema", "run", "report", "compare", "calibrate", "selftest")
KINDS = ("single", "script", "sessions", "doctor")
TWO = """\
- id: eight-by-march
  family: eight
  about: stretch_goal
  split: tune
  tags: [numbers]
  turns:
    - says: they want eight from me by march
  reference: Eight by March. Whose number is it?
- id: who-are-you
  family: you
  about: about_coach
  split: hard
  turns:
    - says: are you a person
      said: asks_about_coach
    - says: ok
      said: brief
  reference: No, I am software.
"""


def shown(*words: str) -> str:
    done = CliRunner().invoke(evals, list(words), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def ended(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """The exit status of `coach evals` as the shell would see it."""
    monkeypatch.setattr(sys, "argv", ["coach", "evals", *words])
    try:
        main()
    except SystemExit as status:
        return int(status.code or 0)
    return 0


@pytest.fixture
def cases(tmp_path: Path) -> str:
    (tmp_path / "cases.yaml").write_text(TWO, encoding="utf-8")
    return str(tmp_path / "cases.yaml")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    assert f"Example: coach evals {command}" in shown(command, "--help")


def test_the_list_of_commands_names_them_all_each_with_what_it_does() -> None:
    told = {line.split()[0]: line.split()[1:] for line in shown("--help").partition("Commands:")[2].splitlines() if line[:2] == "  "}  # fmt: skip
    assert set(COMMANDS) <= set(told)
    assert all(len(told[name]) > 2 for name in COMMANDS)


# ---------------------------------------------------------------- cases


def test_cases_are_counted_by_kind_split_and_what_they_are_about(cases: str) -> None:
    assert shown("list", "--cases", cases).splitlines() == [
        "2 cases in 2 families",
        "by kind: script 1, single 1",
        "by split: hard 1, tune 1",
        "by about: about_coach 1, stretch_goal 1",
    ]


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ((), ["eight-by-march", "who-are-you"]),
        (("--split", "hard"), ["who-are-you"]),
        (("--tag", "numbers"), ["eight-by-march"]),
        (("--tag", "script"), ["who-are-you"]),
        (("--case", "you"), ["who-are-you"]),
        (("--case", "stretch_goal", "--split", "hard"), []),
    ],
)
def test_chosen_cases_are_named_a_line_each(choice: tuple[str, ...], names: list[str], cases: str) -> None:
    assert shown("list", "--cases", cases, "--names", *choice).splitlines() == names


def test_our_own_cases_are_listed_and_checked_by_default() -> None:
    count, by_kind = (line.split() for line in shown("list").splitlines()[:2])
    assert int(count[0]) >= 150
    assert by_kind[2::2] == sorted(KINDS)
    assert shown("check") == f"{count[0]} cases, nothing wrong\n"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_begun_passes_the_check(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(shown("new", "my-case", "--about", "stretch_goal", "--kind", kind), encoding="utf-8")
    assert shown("check", str(file)) == "1 cases, nothing wrong\n"
    assert shown("list", "--cases", str(file), "--tag", kind, "--names") == "my-case\n"


def test_a_case_is_begun_in_a_file_after_those_that_are_there(tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    for name in ("one", "two"):
        assert f"{name} begun in {file}" in shown("new", name, "--about", "smalltalk", "--into", str(file))
    assert file.read_text(encoding="utf-8").startswith(template.FIRST_LINE)
    assert shown("list", "--cases", str(file), "--names").splitlines() == ["one", "two"]


def test_the_schema_is_printed_as_it_is_committed() -> None:
    assert shown("schema") == (load.CASES / template.SCHEMA).read_text(encoding="utf-8")
    assert json.loads(shown("schema"))["type"] == "array"


# ---------------------------------------------------------------- errors


BAD = (
    (("list", "--case", "nobody"), "called nobody"),
    (("list", "--tag", "nothing"), "the tag nothing"),
    (("new", "one", "--about", "cooking"), "called cooking"),
    (("check", "{bad}"), "bad.yaml:4: split"),
    (("list", "--cases", "{empty}"), "no cases here"),
    (("run", "--cases", "{cases}", "--case", "nobody"), "called nobody"),
    (("run", "--cases", "{bad}"), "bad.yaml:4: split"),
    (("run", "--cases", "{cases}", "--judge", "nobody:model-1"), "judge nobody:model-1 cannot be opened"),
    (("report",), "no run was made yet; make one with: coach evals run"),
    (("report", "{empty}"), "holds no run"),
    (("report", "yesterday"), "holds no run"),
    (("compare", "yesterday"), "holds no run"),
    (("selftest",), "no run was made yet"),
    (("calibrate", "{cases}"), "items.jsonl: the replies that were labelled are wanted here"),
)


@pytest.mark.parametrize(("words", "told"), BAD)
def test_what_a_person_can_mend_is_said_in_one_line(
    words: tuple[str, ...],
    told: str,
    cases: str,
    data_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bad, empty = data_folder.parent / "bad.yaml", data_folder.parent / "empty"
    bad.write_text(TWO.replace("tune", "other"), encoding="utf-8")
    empty.mkdir()
    assert ended(monkeypatch, *(one.format(bad=bad, empty=empty, cases=cases) for one in words)) == 2
    said = capsys.readouterr().err
    assert said.startswith("coach: ")
    assert told in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("list", "--split", "other"),
        ("new", "one"),
        ("check", "/no/such/file.yaml"),
        ("run", "--jobs", "0"),
        ("run", "--fail-under", "101"),
        ("compare",),
    ],
)
def test_a_mistake_on_the_command_line_has_the_exit_status_of_one(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, *words) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("words", [("My Case",), ("a: b",), ("one", "--into", "/no/such/folder/new.yaml")])
def test_what_cannot_be_begun_is_said(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, "new", *words, "--about", "stretch_goal") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_criterion_that_there_is_not_cannot_be_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.yaml").write_text(TWO.replace("  split: hard\n", "  split: hard\n  without: [R99]\n"), encoding="utf-8")  # fmt: skip
    assert ended(monkeypatch, "check", str(tmp_path / "one.yaml")) == 2
