"""Runs: how a talk is held with a target, and many talks at once."""

import gc
import shlex
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evals.casebook.case import Case
from evals.casebook.load import digest
from evals.doctors.simulated import MOST_TURNS
from evals.errors import EvalsError
from evals.rubric.talk import Reply, Talk
from evals.rubric.verdicts import Finding, Verdict
from evals.runs.playing import play
from evals.runs.result import Result, of_talk, talk_of
from evals.runs.running import Job, jobs_of, run
from evals.runs.targets import Session, Target, TargetFailedError

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # see test_nothing_is_left_open of the targets
ECHO = """\
import json, sys
for line in sys.stdin:
    text = json.loads(line)["text"]
    if text == "crash":
        raise SystemExit("the target fell over")
    print(json.dumps({"text": f"So: {text}. What is hard about it?"}), flush=True)
"""
NAMES = ("d", "b", "a", "c")
FACTS = [{"tells": one, "asked_by": [one]} for one in ("the rota", "since june", "an email")]
PLAN = dict.fromkeys(("what", "when", "snag", "way_round", "confidence"), "so")
DOCTOR = {
    "opening": "eight from me",
    "temper": "terse",
    "facts": FACTS,
    "plan": PLAN,
    **{name: name for name in ("aim", "feeling", "other_view", "insight", "hidden", "options", "thanks")},
}


@pytest.fixture(scope="module", autouse=True)
def let_go() -> Iterator[None]:
    """What targets leave open is let go here, where it is no error."""
    yield
    gc.collect()


def case_of(name: str, *turns: str | dict[str, object], **more: object) -> Case:
    said = [{"says": one} if isinstance(one, str) else one for one in turns]
    fields = {"id": name, "family": name, "about": "stretch_goal", "split": "tune", "reference": "Eight?"}
    return Case.model_validate({**fields, "turns": said, **more})


CASES = tuple(case_of(name, f"{name} was told eight") for name in NAMES)


@dataclass
class Echo(Session):
    """Says what it was told, with a question, and keeps what it was asked; falls over on the word crash."""

    heard: list[tuple[str, str, datetime]] = field(default_factory=list)
    closed: bool = False

    def reply(self, conversation: str, text: str, at: datetime) -> Reply:
        self.heard.append((conversation, text, at))
        if text == "crash":
            message = "the target fell over"
            raise TargetFailedError(message)
        if text == "fault":
            raise KeyError(text)
        return Reply(text=f"So: {text}. What is hard about it?")

    def close(self) -> None:
        self.closed = True


@dataclass(frozen=True)
class Echoes(Target):
    """Opens an echo for each that asks, and keeps them."""

    opened: list[Echo] = field(default_factory=list)

    def open(self) -> Session:
        self.opened.append(Echo())
        return self.opened[-1]


def approve(talk: Talk) -> tuple[Finding, ...]:
    return (Finding("R12", Verdict.MET, "short", 1, talk.exchanges[0].reply.text),)


def results(cases: Iterable[Case], target: Target, at_once: int = 2, done: Sequence[Result] = ()) -> list[Result]:
    return sorted(run(jobs_of(cases, 1, done), target, approve, at_once), key=lambda one: one.case)


# ---------------------------------------------------------------- one talk


def test_a_script_is_said_in_order_and_what_sets_the_scene_is_not_graded() -> None:
    echo, case = Echo(), case_of("one", "two", "three", context=[{"says": "one"}])
    talk = play(case, echo)
    assert [text for _, text, _ in echo.heard] == ["one", "two", "three"]
    assert {name for name, _, _ in echo.heard} == {"one"}
    assert [(one.number, one.graded, one.session) for one in talk.exchanges] == [(1, False, 1), (2, True, 1), (3, True, 1)]  # fmt: skip
    assert [one.reply.text for one in talk.exchanges] == [f"So: {text}. What is hard about it?" for _, text, _ in echo.heard]  # fmt: skip
    assert talk.case == case


def test_a_second_session_comes_days_later_and_time_only_goes_forward() -> None:
    echo = Echo()
    talk = play(case_of("one", "one", "two", {"says": "three", "day": 7}, {"says": "four", "day": 7}), echo)
    times = [at for _, _, at in echo.heard]
    assert times == sorted(set(times))
    assert [one.session for one in talk.exchanges] == [1, 1, 2, 2]
    assert times[0].tzinfo is UTC
    assert times[1] - times[0] < timedelta(hours=1) < timedelta(days=6) < times[2] - times[1]


def test_repeats_are_conversations_of_their_own() -> None:
    echo = Echo()
    for repeat in range(3):
        play(CASES[0], echo, repeat)
    assert [name for name, _, _ in echo.heard] == ["d", "d#1", "d#2"]


def test_a_simulated_doctor_is_held_to_its_end_and_what_it_came_to_is_kept() -> None:
    talk = play(case_of("one", doctor=DOCTOR), Echo())
    said = [one.turn.says for one in talk.exchanges]
    assert said[:2] == ["eight from me", "hidden"]
    assert 4 < len(said) <= MOST_TURNS
    assert talk.milestones[0] == "hidden"
    assert all(one.graded for one in talk.exchanges)


def test_a_target_that_gives_out_ends_the_talk() -> None:
    with pytest.raises(TargetFailedError, match="fell over"):
        play(case_of("one", "two", "crash", "three"), Echo())


# ---------------------------------------------------------------- many at once


def test_every_case_is_held_once_and_graded_and_each_worker_lets_its_session_go() -> None:
    target = Echoes()
    found = results(CASES, target, at_once=3)
    assert [one.case for one in found] == sorted(NAMES)
    assert {one.state for one in found} == {"graded"}
    assert [one.exchanges[0].reply.text for one in found] == [f"So: {name} was told eight. What is hard about it?" for name in sorted(NAMES)]  # fmt: skip
    assert [one.digest for one in found] == [digest(case) for case in sorted(CASES, key=lambda case: case.id)]
    assert 1 <= len(target.opened) <= 3
    assert all(one.closed for one in target.opened)


@pytest.mark.parametrize("at_once", [1, 2, 8])
def test_results_do_not_depend_on_the_order_or_on_how_many_are_held_at_once(at_once: int) -> None:
    assert results(reversed(CASES), Echoes(), at_once) == results(CASES, Echoes(), 1)


def test_a_case_that_crashes_is_a_result_and_the_others_go_on() -> None:
    cases = (case_of("a", "well", "crash"), case_of("b", "fault"), case_of("c", "well"))
    a, b, c = results(cases, Echoes(), at_once=1)
    assert [one.state for one in (a, b, c)] == ["crashed", "crashed", "graded"]
    assert (a.why, b.why) == ("the target fell over", "KeyError while the talk was held")
    assert (a.value, a.passed, a.findings, a.exchanges) == (0.0, False, (), ())


def test_a_command_that_dies_takes_no_other_case_with_it(tmp_path: Path) -> None:
    (tmp_path / "echo.py").write_text(ECHO, encoding="utf-8")
    target = Target(shlex.join([sys.executable, "-I", str(tmp_path / "echo.py")]))
    found = results((case_of("a", "crash"), *CASES[:1], case_of("e", "eight")), target, at_once=1)
    assert [(one.case, one.state) for one in found] == [("a", "crashed"), ("d", "graded"), ("e", "graded")]
    assert "the target fell over" in found[0].why


def test_a_grader_that_raises_is_a_result_of_its_own() -> None:
    def grade(talk: Talk) -> tuple[Finding, ...]:
        if talk.case.id == "b":
            message = "no such bank"
            raise LookupError(message)
        return approve(talk)

    found = {one.case: one for one in run(jobs_of(CASES, 1, ()), Echoes(), grade, 2)}
    assert {one.case for one in found.values() if one.state == "graded"} == set("acd")
    assert (found["b"].state, found["b"].why, found["b"].passed) == ("grader_crashed", "LookupError: no such bank", False)  # fmt: skip


def test_talks_are_held_at_the_same_time_and_graded_one_by_one() -> None:
    both, grading = threading.Barrier(2, timeout=5), threading.Lock()

    class Meeting(Echo):
        def reply(self, conversation: str, text: str, at: datetime) -> Reply:
            both.wait()  # breaks where a talk is held alone
            return super().reply(conversation, text, at)

    class Meetings(Echoes):
        def open(self) -> Session:
            return Meeting()

    def grade(talk: Talk) -> tuple[Finding, ...]:
        assert grading.acquire(blocking=False)
        time.sleep(0.01)
        grading.release()
        return approve(talk)

    assert {one.state for one in run(jobs_of(CASES, 1, ()), Meetings(), grade, 2)} == {"graded"}


def test_a_target_that_cannot_be_started_stops_the_run() -> None:
    with pytest.raises(EvalsError, match="cannot be started"):
        results(CASES, Target("/no/such/thing"))


def test_what_is_done_on_the_same_case_is_not_done_again() -> None:
    done = results(CASES[:2], Echoes())
    changed = case_of("b", "another eight")
    left = jobs_of((*CASES[:1], changed, *CASES[2:]), 2, done)
    assert [(one.case.id, one.repeat) for one in left] == [("d", 1), ("b", 0), ("b", 1), ("a", 0), ("a", 1), ("c", 0), ("c", 1)]  # fmt: skip
    assert left[1] == Job(changed)


def test_a_result_keeps_the_talk_to_be_graded_anew() -> None:
    case = case_of("one", "one", {"says": "two", "day": 7}, context=[{"says": "scene"}])
    talk = play(case, Echo())
    kept = Result.model_validate_json(of_talk(talk, digest(case), approve(talk), 2).model_dump_json())
    assert talk_of(kept, case) == talk
    assert kept.all_findings() == approve(talk)
    assert (kept.name, kept.score().value) == ("one#2", 1.0)
