"""`coach prompts`: what would be sent, with no chat model configured; what a model may word; whether the files hold."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.prompts import prompts
from bot.errors import CoachError
from prompts import library


def run(*words: str) -> Result:
    return CliRunner().invoke(prompts, list(words))


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COACH_LLM", "COACH_LLM_URL", "COACH_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)


def test_show_prints_all_that_is_sent_and_what_it_weighs() -> None:
    said = run("show", "challenge", "--situation", "stretch_goal").output
    for part in ("You coach NHS doctors", "Matter: ", "<plain>", "<doctor>", '"sentences"', "sha256:", " tokens: "):
        assert part in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "safety_route"), "never worded by a model"),
        (("show", "dance"), "no move is called 'dance'"),
        (("show", "open", "--situation", "dance"), "no playbook is called 'dance'"),
    ],
)
def test_what_cannot_be_shown_is_said_plainly(words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert isinstance(done.exception, CoachError)
    assert said in str(done.exception)


def test_list_gives_both_kinds_of_moves() -> None:
    said = run("list").output
    worded, never = said.split("Never worded by one:")
    assert "follow_up" in worded
    assert "safety_stay" in never


def test_check_is_content_with_what_is_committed() -> None:
    done = run("check")
    assert (done.exit_code, "nothing wrong" in done.output) == (0, True)


def test_check_names_every_fault_and_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "llm").mkdir()
    for path in (library.FOLDER / "llm").iterdir():
        (tmp_path / "llm" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "llm" / "turn.txt").write_text("variables: a\n---\n$b\n", encoding="utf-8")
    (tmp_path / "llm" / "look.txt").unlink()
    monkeypatch.setattr(library, "FOLDER", tmp_path)
    done = run("check")
    assert done.exit_code == 1
    assert "llm/turn.txt, line 3: uses $b" in done.output
    assert "llm/look.txt, line 1" in done.output
