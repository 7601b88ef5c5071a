import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import compose_studio
from bot.cli.draft import draft
from bot.cli.main import coach
from tests.bot.coaching.review.desk import kit
from tests.bot.coaching.review.drafts import UNSOUND

CHANGED = next(one for one in UNSOUND if "You must change it back" in one)
"""One of which a line is reworded and another is asked about."""


@pytest.fixture(autouse=True)
def _kit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COACH_DATA", str(tmp_path))
    monkeypatch.setattr(compose_studio.StudioHouse, "kit", kit())


def run(*words: str, given: str = "") -> Result:
    return CliRunner().invoke(draft, list(words), input=given)


def test_a_draft_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "mail.txt"
    file.write_text(CHANGED, encoding="utf-8")
    done = run(str(file))
    assert done.exit_code == 0
    assert "for a new patient" in done.output
    assert "Perhaps:" in done.output


def test_a_draft_is_read_from_what_is_piped_in() -> None:
    done = run("-", "--kind", "goal", given="Zero falls on Ward 7 by Christmas.")
    assert done.exit_code == 0
    assert "a goal" in done.output


def test_the_version_before_is_compared(tmp_path: Path) -> None:
    before = tmp_path / "before.txt"
    before.write_text("You must send the list by 5pm. You never answer your bleep.", encoding="utf-8")
    done = run("-", "--before", str(before), "--kind", "email", given="What would help you send the list by 5pm?")
    assert kit().remarks.remarks["blame"].title in " ".join(done.output.split())


@pytest.mark.parametrize(("given", "says"), [("  \n", "nothing in it"), ("a" * 8001, "longer than I can review")])
def test_what_cannot_be_reviewed_gets_a_clear_message(given: str, says: str) -> None:
    done = run("-", given=given)
    assert done.exit_code != 0
    assert says in str(done.exception)


def test_a_file_that_is_not_there_is_named() -> None:
    assert "no-such-file" in str(run("no-such-file").exception)


def test_a_danger_gets_the_safety_route_and_no_review() -> None:
    done = run("-", given="Dear all, I want to end my life tonight. You must cover my shift.")
    assert done.exit_code == 0
    assert "999" in done.output
    assert "Perhaps:" not in done.output


def test_json_lines_are_answered_in_order_and_a_bad_one_does_not_end_them() -> None:
    lines = [json.dumps({"id": "1", "text": CHANGED}), "no json", json.dumps({"id": "3", "text": "x", "kind": "poem"}),
             json.dumps({"id": "4", "text": "Could we meet?", "kind": "message"})]  # fmt: skip
    out = [json.loads(row) for row in run("--json", given="\n".join(lines)).output.splitlines()]
    assert [one["id"] for one in out] == ["1", None, "3", "4"]
    assert out[0]["changes"]
    assert out[0]["question"]["ask"].count("?") == 1
    assert out[2]["error"]["code"] == "bad_value"
    assert out[3]["kind"] == "message"


def test_the_command_is_one_of_the_coachs() -> None:
    assert "draft" in CliRunner().invoke(coach, ["--help"]).output
