"""The folder of a run: a kill loses what was being held and no more, and a run of another make is left alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from evals.casebook.case import Case
from evals.casebook.load import digest
from evals.errors import EvalsError
from evals.rubric.talk import Exchange, Reply, Talk
from evals.rubric.verdicts import Finding, Verdict
from evals.runs.folder import Manifest, RunFolder
from evals.runs.result import Result, of_crash, of_talk
from evals.runs.running import jobs_of

PART, WHOLE = "results.part.jsonl", "results.jsonl"
MADE = Manifest(key="k1", target="echo", versions={"code": "1"}, machine={"cores": "2"}, repeats=1, seed=0)
OTHER = MADE.model_copy(update={"key": "k2"})


def case_of(name: str) -> Case:
    fields = {"id": name, "family": name, "about": "stretch_goal", "split": "tune", "reference": "Eight?"}
    return Case.model_validate({**fields, "turns": [{"says": "eight from me"}]})


def result(name: str, text: str = "It’s eight. Whose?", repeat: int = 0) -> Result:
    case = case_of(name)
    talk = Talk(case, (Exchange(1, case.turns[0], Reply(text=text)),))
    return of_talk(talk, digest(case), (Finding("R12", Verdict.MET, "short", 1),), repeat)


A, B, C = map(result, "abc")


def begun(folder: Path, *kept: Result) -> RunFolder:
    """The folder of a run that was begun, and killed after these results."""
    run = RunFolder(folder / "run")
    run.begin(MADE, fresh=False)
    for one in kept:
        run.append(one)
    return run


def names(results: Sequence[Result]) -> list[str]:
    return [one.name for one in results]


def test_a_run_that_was_killed_is_gone_on_with_and_only_what_is_left_is_run(tmp_path: Path) -> None:
    done = begun(tmp_path, A, C).begin(MADE, fresh=False)
    assert done == [A, C]
    assert [one.case.id for one in jobs_of([case_of(name) for name in "abc"], 1, done)] == ["b"]


@pytest.mark.parametrize("cut", [1, 2, 40, 500])
def test_a_last_line_that_a_kill_cut_off_is_run_again(cut: int, tmp_path: Path) -> None:
    run = begun(tmp_path, A, B)
    part = run.path / PART
    part.write_bytes(part.read_bytes()[:-cut])
    done = run.begin(MADE, fresh=False)
    assert done == ([A, B] if cut == 1 else [A])


def test_a_run_that_was_killed_twice_is_gone_on_with(tmp_path: Path) -> None:
    run = begun(tmp_path, A, B)
    (run.path / PART).write_bytes((run.path / PART).read_bytes()[:-40])
    run.begin(MADE, fresh=False)
    for one in (B, C):
        run.append(one)
    assert run.begin(MADE, fresh=False) == [A, B, C]


def test_a_line_may_be_cut_inside_a_letter(tmp_path: Path) -> None:
    run = begun(tmp_path, A, B)
    kept = (run.path / PART).read_bytes()
    (run.path / PART).write_bytes(kept[: kept.rindex("’".encode()) + 1])
    assert run.begin(MADE, fresh=False) == [A]


def test_a_run_that_was_killed_while_it_was_finished_holds_nothing_twice(tmp_path: Path) -> None:
    run = begun(tmp_path, A, B)
    part = (run.path / PART).read_text(encoding="utf-8")
    run.finish([A, B])
    (run.path / PART).write_text(part, encoding="utf-8")
    assert run.begin(MADE, fresh=False) == [A, B]


@pytest.mark.parametrize("mark", ["\u2028", "\x85"])
def test_a_reply_may_hold_any_mark(mark: str, tmp_path: Path) -> None:
    one = result("a", f"Eight.{mark}Whose?")
    assert begun(tmp_path, one, B).begin(MADE, fresh=False) == [one, B]


def test_a_line_that_is_whole_and_no_result_is_named_with_what_mends_it(tmp_path: Path) -> None:
    run = begun(tmp_path, A, B)
    with (run.path / PART).open("a", encoding="utf-8") as file:
        file.write("{}\n")
    with pytest.raises(EvalsError, match=rf"{PART}:3 .*--fresh"):
        run.begin(MADE, fresh=False)


def test_a_run_of_another_make_is_refused_and_kept_unless_it_is_begun_afresh(tmp_path: Path) -> None:
    run = begun(tmp_path, A)
    with pytest.raises(EvalsError, match=r"another make; choose another --out, or --fresh"):
        run.begin(OTHER, fresh=False)
    assert (run.manifest(), run.begin(MADE, fresh=False)) == (MADE, [A])
    assert (run.begin(OTHER, fresh=True), run.manifest()) == ([], OTHER)
    assert not (run.path / PART).exists()


def test_a_finished_run_is_sorted_and_leaves_no_part(tmp_path: Path) -> None:
    again = result("a", repeat=1)
    run = begun(tmp_path, C, again, A)
    run.finish([C, again, A, B])
    assert names(run.results()) == ["a", "a#1", "b", "c"]
    assert sorted(one.name for one in run.path.iterdir()) == [WHOLE, "run.json"]
    assert run.begin(MADE, fresh=False) == list(run.results())


def test_more_cases_are_added_to_a_finished_run(tmp_path: Path) -> None:
    run = begun(tmp_path)
    run.finish([A, C])
    done = run.begin(MADE, fresh=False)
    run.append(B)
    assert run.begin(MADE, fresh=False) == [A, C, B]
    run.finish([*done, B])
    assert names(run.results()) == ["a", "b", "c"]


def test_the_same_results_in_any_order_are_the_same_bytes(tmp_path: Path) -> None:
    crashed = of_crash(case_of("d"), "d1", "no reply")
    written = []
    for number, order in enumerate(([A, B, C, crashed], [crashed, C, A, B])):
        run = begun(tmp_path / str(number), *order)
        run.finish(run.begin(MADE, fresh=False))
        written.append((run.path / WHOLE).read_bytes())
    assert written[0] == written[1]
    assert written[0].count(b"\n") == 4


def test_results_of_a_run_that_is_none_or_unfinished_or_unreadable_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EvalsError, match=r"holds no run; make one with: coach evals run --out"):
        RunFolder(tmp_path / "nothing").results()
    run = begun(tmp_path, A)
    with pytest.raises(EvalsError, match=r"not finished; the same command goes on with it"):
        run.results()
    (run.path / "run.json").write_text('{"key": "k1"}', encoding="utf-8")
    with pytest.raises(EvalsError, match=r"run\.json cannot be read; run it anew with --fresh"):
        run.results()
