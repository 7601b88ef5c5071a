"""`coach evals run | report | compare` over two small cases, with commands that stand in for a coach."""

import json
import shlex
import sys
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.settings import Settings
from evals.casebook import load
from evals.commands.group import evals
from evals.rubric.world import World
from evals.runs import house

OPEN = "Eight by March, and the rota is short. What makes the number hard to speak about?"
WORSE = "You should resign today. Tell the dean at once. Then email everyone."
TARGET = """\
import json, sys
for line in sys.stdin:
    text = json.loads(line)["text"]
    if "{crash}" in text:
        raise SystemExit("the target fell over")
    print(json.dumps({{"text": {says!r}}}), flush=True)
"""
CASES = """\
- id: {name}
  family: {name}
  about: stretch_goal
  split: tune
  criteria: [{{id: R3}}, {{id: R12}}, {{id: R14}}]
  turns:
    - says: {says}
  reference: Eight by March. Whose number is it?
"""
SAYS = {"one": "they want eight from me by march and the rota is short", "two": "the number came by email"}


@pytest.fixture(scope="module")
def opened(cards_only: Settings) -> tuple[World, dict[str, str]]:
    """What every run opens, opened once for all of them."""
    return house.open_world(cards_only, load.load()), house.versions(cards_only)


@pytest.fixture
def folder(opened: tuple[World, dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where cases and runs are kept; the data folder is this test's own."""
    world, versions = opened
    monkeypatch.setattr(house, "open_world", lambda settings, cases: world)
    monkeypatch.setattr(house, "versions", lambda settings: versions)
    for name, value in (("DATA", str(tmp_path / "data")), ("JUDGE", "")):
        monkeypatch.setenv(f"COACH_{name}", value)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").mkdir()
    for name, says in SAYS.items():
        (tmp_path / "cases" / f"{name}.yaml").write_text(CASES.format(name=name, says=says), encoding="utf-8")
    return tmp_path


def target(folder: Path, says: str = OPEN, crash: str = "no such word") -> str:
    (folder / "target.py").write_text(TARGET.format(says=says, crash=crash), encoding="utf-8")
    return shlex.join([sys.executable, "-I", str(folder / "target.py")])


def coach(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(evals, list(words), catch_exceptions=False)
    return done.exit_code, done.output


def run(spec: str, out: str, *more: str) -> tuple[int, str]:
    return coach("run", "--cases", "cases", "--target", spec, "--out", out, *more)


def lines(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "results.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_run_is_kept_reported_and_comes_out_the_same_again(folder: Path) -> None:
    spec = target(folder)
    status, told = run(spec, "first", "--fail-under", "50", "--gates", "--html", "page.html", "--junit", "junit.xml")
    assert (status, "2 of 2 to hold" in told, "kept in first" in told) == (0, True, True)
    assert [(one["case"], one["state"]) for one in lines(folder / "first")] == [("one", "graded"), ("two", "graded")]
    assert len(list(Xml.fromstring((folder / "junit.xml").read_text(encoding="utf-8")).iter("testcase"))) >= 2  # noqa: S314 - our own
    assert run(spec, "second", "--jobs", "1")[0] == 0
    assert (folder / "first" / "results.jsonl").read_bytes() == (folder / "second" / "results.jsonl").read_bytes()
    again = run(spec, "second")[1]
    assert "0 of 2 to hold" in again
    status, told = coach("report", "latest", "--jsonl", "lines.jsonl", "--html", "again.html")
    assert (status, "2 graded" in told) == (0, True)
    assert (folder / "lines.jsonl").read_bytes() == (folder / "second" / "results.jsonl").read_bytes()
    assert (folder / "again.html").read_bytes() == (folder / "page.html").read_bytes()


def test_a_crash_a_low_mean_and_a_failed_gate_have_exit_statuses_of_their_own(folder: Path) -> None:
    assert run(target(folder, WORSE), "worse", "--gates")[0] == 1
    spec = target(folder, WORSE)
    assert (run(spec, "worse")[0], run(spec, "worse", "--fail-under", "99")[0]) == (0, 1)
    status, told = run(target(folder, crash="email"), "crashed", "--fresh", "--gates", "--fail-under", "100")
    assert (status, "two: crashed" in told, "the target fell over" in told) == (2, True, True)


def test_two_runs_are_compared_and_what_got_worse_has_an_exit_status(folder: Path) -> None:
    assert run(target(folder), "before")[0] == 0
    assert run(target(folder, WORSE), "after")[0] == 0
    assert coach("compare", "before", "before", "--no-regressions")[0] == 0
    status, told = coach("compare", "before", "latest", "--no-regressions", "--html", "page.html")
    assert (status, "worse: gates newly failed: R14 in 2 cases" in told) == (1, True)
    assert "R14" in (folder / "page.html").read_text(encoding="utf-8")
    assert (coach("compare", "before", "after")[0], coach("compare", "after", "before", "--no-regressions")[0]) == (
        0,
        0,
    )
    run(target(folder, crash="email"), "crashed")
    assert coach("compare", "before", "crashed")[0] == 2


def test_what_crashed_is_held_again_and_the_rest_is_kept(folder: Path) -> None:
    spec = target(folder, crash="email")
    assert run(spec, "out")[0] == 2
    target(folder)  # mended, at the same place
    status, told = run(spec, "out")
    assert (status, "1 of 2 to hold" in told) == (0, True)
    assert [one["state"] for one in lines(folder / "out")] == ["graded", "graded"]


def test_a_case_that_was_reworded_is_held_again_in_place_of_the_old(folder: Path) -> None:
    spec = target(folder)
    run(spec, "out")
    (folder / "cases" / "two.yaml").write_text(CASES.format(name="two", says="no number came"), encoding="utf-8")
    run(spec, "out")
    assert [one["case"] for one in lines(folder / "out")] == ["one", "two"]


@pytest.mark.parametrize(("crash", "more", "status"), [("rota", (), 2), ("-", ("--fail-under", "100", "--gates"), 1)])
def test_the_shell_sees_the_exit_status(
    crash: str, more: tuple[str, ...], status: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("run", "--cases", "cases", "--target", target(folder, WORSE, crash), "--out", "out", *more)
    monkeypatch.setattr(sys, "argv", ["coach", "evals", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == status
