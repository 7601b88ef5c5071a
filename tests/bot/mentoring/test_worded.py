"""Who worded a reply is told in plain words, with why a language model's wording was not sent and never the wording."""

import ast
from pathlib import Path

import pytest

from bot.coaching.kinds import Act
from bot.coaching.record import ModelUse, Problem, Sentence, TurnRecord
from bot.mentoring import worded
from bot.mentoring.left_out import MARK
from bot.mentoring.shared_talk import shared_talk
from bot.ports.chat_model import Failure
from tests.bot.mentoring.test_shared_talk import every_string, talked

ROOT = Path(__file__).resolve().parent.parent.parent.parent
CHECKS = (*(ROOT / "bot/coaching/drafting/vetting").glob("*.py"), ROOT / "bot/coaching/check.py")
_ROW = 3
"""Of a table of checks: the code, what it is, the pattern."""
UNSENT = "Mrs Zanzibar should have the dose doubled."


def codes_in(file: Path) -> set[str]:
    """The codes of problems that a file of checks gives, where they stand in it as words."""
    found: set[str] = set()
    for one in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(one, ast.Tuple) and len(one.elts) == _ROW and isinstance(one.elts[-1], ast.Name):
            found |= {str(each.value) for each in one.elts[:1] if isinstance(each, ast.Constant)}
        if not isinstance(one, ast.Call) or not isinstance(one.func, ast.Name):
            continue
        given = [each.value for each in one.keywords if one.func.id == "Problem" and each.arg == "code"]
        given += one.args[:1] if one.func.id == "found" else []
        found |= {str(each.value) for each in given if isinstance(each, ast.Constant)}
    return found


def after_model(*codes: str) -> TurnRecord:
    """The first turn of the talk, in people's words because the model's draft was not sent."""
    first = talked()[0]
    problems = tuple(Problem(code=one, detail=f"says {UNSENT!r}") for one in codes)
    use = ModelUse(
        purpose="wording",
        model="openai:gpt-x",
        prompt="sha256:x",
        outcome="rejected",
        problems=problems,
        draft=(Sentence(text=UNSENT, act=Act.ADVISE),),
    )
    reply = first.reply.model_copy(update={"engine": "guided_after_llm", "problems": problems})
    return first.model_copy(update={"reply": reply, "model_uses": (use,)})


@pytest.mark.parametrize("file", CHECKS, ids=lambda one: one.stem)
def test_every_fault_that_the_checks_find_has_a_plain_name(file: Path) -> None:
    assert codes_in(file) - worded.FAULTS.keys() - {"not_vetted"} == set()


def test_every_reason_for_which_a_model_gives_nothing_has_a_plain_name() -> None:
    assert {f"model_{one.value}" for one in Failure} | {
        "model_over_budget",
        "model_broken_check",
    } == worded.FAILED.keys()


def test_who_worded_it_is_told_and_why_a_models_wording_was_not_sent() -> None:
    assert worded.told("guided", ["too_long"]) == "people, beforehand"
    assert worded.told("llm", []) == "a language model"
    assert worded.told("guided_after_llm", ["model_slow"]) == (
        "people, beforehand. A language model's wording was not sent: it was not there in time"
    )
    assert worded.told("guided_after_llm", ["two_questions", "two_questions", "brand_new"]).endswith(
        "not sent: more than one question; brand new"
    )


def test_what_was_not_sent_is_in_nothing_that_is_shared() -> None:
    shared = shared_talk([after_model("clinical_ruling", "unknown_name")], [])
    (turn,) = shared.turns
    assert turn.worded.endswith("it ruled on a patient's care; somebody whom nobody had mentioned")
    shown = "\n".join([*every_string(shared), *shared.strings()])
    assert "Zanzibar" not in shown
    assert "doubled" not in shown


def test_of_a_turn_that_was_left_out_whole_it_is_not_told_what_was_wrong() -> None:
    record = after_model("clinical_ruling")
    (turn,) = shared_talk([record], [record.message.text]).turns
    assert MARK in turn.doctor
    assert (turn.worded, turn.problems) == ("", ())
