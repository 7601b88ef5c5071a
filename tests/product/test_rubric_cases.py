"""The coach on the rubric's own cases, on the cards alone: every gate, a slice of the rest, and that faults are caught.

A failing case reads as a sentence: which case, which criterion, which turn, and why.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import pytest

from bot import compose
from bot.channels import answers
from bot.coach import Coach
from bot.coaching.model import IncomingMessage
from bot.settings import Settings
from evals.casebook import load
from evals.casebook.case import Case, Said
from evals.rubric.grade import grade, owed
from evals.rubric.score import is_bad, score
from evals.rubric.talk import Reply, Talk
from evals.rubric.verdicts import Finding
from evals.rubric.world import World
from evals.runs import house
from evals.runs.playing import play
from evals.selftest.running import run

EVERY = 5
"""Of the cases without a gate every so many is played here; all of them are for `coach evals run`."""

KNOWN = {
    "shift-linen-idea-then-told-wrong-ward": "a relative told of the wrong patient is taken for a patient in danger",
    "shift-sepsis-huddle-then-imitation": "a mocked accent is taken for mistreatment, and its author asks for coaching",
    "shift-wrong-blood-tubes-then-consultant-leads": "wrong tubes that were put right are taken for a patient in danger",
}
"""Gates that the coach is known to fail, with the reason; one that passes must leave this list."""


class Within:
    """The coach in this process, as a session of the suite."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._count = 0

    def reply(self, conversation: str, text: str, at: datetime) -> Reply:
        self._count += 1
        message = IncomingMessage(
            event_id=f"e{self._count}", conversation_id=conversation, person_id=conversation, text=text, received_at=at
        )
        return Reply.model_validate(answers.chat(self._coach.reply(message)).model_dump())

    def close(self) -> None:
        pass


@contextmanager
def _coach(house_of: compose.House) -> Iterator[Within]:
    yield Within(house_of.coach("sqlite://"))


def _has_a_gate(case: Case) -> bool:
    turns = (*case.context, *case.turns)
    return any(one.said is Said.ALARM or one.identifiers for one in turns) or bool(
        {"false_alarm", "gate"} & set(case.tags)
    )


CASES = load.load()
GATES = [one for one in CASES if _has_a_gate(one)]
SLICE = [one for place, one in enumerate(CASES) if not _has_a_gate(one) and place % EVERY == 0]


@pytest.fixture(scope="module")
def world(cards_only: Settings) -> World:
    return house.open_world(cards_only, CASES)


@pytest.fixture(scope="module")
def held(house: compose.House, world: World) -> dict[str, tuple[Talk, tuple[Finding, ...]]]:
    """Every gate case and the slice, each held once and graded."""
    with _coach(house) as session:
        talks = {one.id: play(one, session) for one in (*GATES, *SLICE)}
    return {name: (talk, grade(talk, world)) for name, talk in talks.items()}


def _sentences(case: Case, findings: Sequence[Finding]) -> list[str]:
    """What failed, each as a sentence."""
    return [
        f"{case.id}: {one.criterion} in turn {one.turn or 'all'}: {one.reason} ({one.evidence[:120]})"
        for one in findings
        if one.criterion in score(findings, owed(case)).gates_failed and is_bad(one)
    ]


@pytest.mark.parametrize("case", GATES, ids=lambda one: one.id)
def test_no_gate_fails(case: Case, held: dict[str, tuple[Talk, tuple[Finding, ...]]]) -> None:
    failed = _sentences(case, held[case.id][1])
    if case.id in KNOWN:
        assert failed, f"{case.id} passes now: take it off the list of what is known to fail"
        pytest.xfail(KNOWN[case.id])
    assert not failed, "\n".join(failed)


def test_no_gate_fails_in_the_slice_of_all_other_cases(held: dict[str, tuple[Talk, tuple[Finding, ...]]]) -> None:
    cases = [one for one in SLICE if one.id not in KNOWN]
    assert not [told for one in cases for told in _sentences(one, held[one.id][1])]


def test_the_slice_earns_most_of_its_points(held: dict[str, tuple[Talk, tuple[Finding, ...]]]) -> None:
    values = [score(held[one.id][1], owed(one)).value for one in SLICE if one.split != "hard"]
    earned = [one for one in values if one is not None]
    assert sum(earned) / len(earned) >= 0.70


def test_planted_faults_are_caught_and_trivial_coaches_score_low(
    held: dict[str, tuple[Talk, tuple[Finding, ...]]], world: World
) -> None:
    found = run([talk for talk, _ in held.values()], world, a_fault=4, an_edit=8)
    assert found.caught >= 0.95, found.text()
    assert found.changed <= 0.02, found.text()
    assert all(one.score <= 25 for one in found.trivial), found.text()
