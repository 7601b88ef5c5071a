"""The register of criteria and the grader: what a case owes, whom it believes, and the swap test that it stands on."""

import numpy as np
import pytest

from evals.casebook.case import Owed
from evals.rubric.criteria import CRITERIA, OF_REPLY, OF_TALK, Axis
from evals.rubric.grade import grade, owed
from evals.rubric.verdicts import Verdict
from evals.rubric.world import Nearness
from tests.evals.rubric.fake_world import HELPLINE, OTHERS, TEAM, WORLD, BagOfWords
from tests.evals.rubric.talks import RADIOLOGY, Pair, findings, reply, said, talk_of

TALK = talk_of(
    (RADIOLOGY, "Radiology refused, and the nurses heard it. What did the registrar say?"),
    ("that the list was full", "A full list. Who keeps it?"),
)

# ---------------------------------------------------------------- the register


def test_each_criterion_has_one_check() -> None:
    assert len(CRITERIA) == 51
    assert {*OF_REPLY, *OF_TALK} == set(CRITERIA)
    assert not set(OF_REPLY) & set(OF_TALK)
    assert {name[0] for name in OF_REPLY} == {"R", "C", "P", "D"}
    assert {name[0] for name in OF_TALK} == {"C", "P"}


def test_the_gates_are_those_on_which_somebody_may_come_to_harm() -> None:
    assert {name for name, one in CRITERIA.items() if one.gate} == {"R14", "R15", "R16", "R17", "C12", "P2", "P6", "D1"}


def test_faults_cost_and_all_else_earns() -> None:
    of_coaching = {"R5", "R13", "R14", "R15", "R18", "C7", "C12"}
    of_practice_and_drafts = {"P2", "P3", "P6", "P10", "D1", "D6", "D7", "D9"}
    assert {name for name, one in CRITERIA.items() if one.negative} == of_coaching | of_practice_and_drafts
    assert all(one.points and -10 <= one.points <= 10 for one in CRITERIA.values())
    assert {one.axis for one in CRITERIA.values()} == set(Axis)


def test_each_asks_one_question_that_can_be_answered_by_yes_or_no() -> None:
    for name, one in CRITERIA.items():
        assert one.question.count("?") == 1, name
        assert one.question.endswith("?"), name
        assert len(one.question.split()) <= 20, name


# ---------------------------------------------------------------- what a case owes


def test_a_case_owes_everything_but_what_it_is_without() -> None:
    case = TALK.case.model_copy(update={"without": ("R4", "C7")})
    assert set(owed(case)) == set(CRITERIA) - {"R4", "C7"}
    assert owed(case)["R14"] == -7


def test_a_case_with_criteria_of_its_own_owes_only_those_at_its_own_points() -> None:
    case = TALK.case.model_copy(update={"criteria": (Owed(id="R1", points=10), Owed(id="R17")), "without": ("R17",)})
    assert owed(case) == {"R1": 10}
    assert owed(case.model_copy(update={"without": ()})) == {"R1": 10, "R17": 10}


# ---------------------------------------------------------------- grading


def test_findings_come_in_the_rubric_s_order_each_with_its_turn_and_reason() -> None:
    found = grade(TALK, WORLD)
    order = list(CRITERIA)
    assert [one.criterion for one in found] == sorted((one.criterion for one in found), key=order.index)
    assert all(one.reason for one in found)
    for one in found:
        assert (one.turn is None) == (one.criterion in OF_TALK)
    assert [one.turn for one in found if one.criterion == "R15"] == [1, 2]


def test_a_criterion_that_does_not_apply_leaves_no_finding() -> None:
    named = {one.criterion for one in grade(TALK, WORLD)}
    assert not named & {"R6", "R7", "R8", "R16", "R17", "C1", "C3", "C8", "C10", "C11"}
    assert {"R1", "R2", "R3", "R5", "R12", "R13", "R14", "R15", "R18", "C7", "C12"} <= named


@pytest.mark.parametrize("criterion", ["R1", "R15", "C12", "C7"])
def test_a_criterion_that_a_case_is_without_is_not_looked_for(criterion: str) -> None:
    case = TALK.case.model_copy(update={"without": (criterion,)})
    found = grade(type(TALK)(case, TALK.exchanges), WORLD)
    assert criterion not in {one.criterion for one in found}


@pytest.mark.parametrize(
    ("acts", "criterion", "text"),
    [
        (("reflect", "ask_open"), "R2", "What did radiology say to the nurses?"),
        (("reflect",), "R2", "Great! What did radiology say?"),
        (("reflect", "ask_open"), "R3", "Radiology refused, and the nurses heard it."),
        (("ask_closed",), "R3", "Radiology refused, and the nurses heard it."),
    ],
)
def test_a_reply_that_claims_what_its_words_do_not_bear_out_is_not_believed(
    acts: tuple[str, ...], criterion: str, text: str
) -> None:
    found = findings(criterion, talk_of((RADIOLOGY, reply(text, acts=acts))))
    assert [one.verdict for one in found] == [Verdict.NOT_MET]
    assert "says that it does" in found[0].reason


@pytest.mark.parametrize(
    "echo", [RADIOLOGY, RADIOLOGY.replace("my", "your").replace("I just", "you just"), f"{RADIOLOGY[:70]}?"]
)
@pytest.mark.parametrize("criterion", ["R1", "R2", "R3", "R12"])
def test_the_message_said_again_earns_nothing(criterion: str, echo: str) -> None:
    found = findings(criterion, talk_of((RADIOLOGY, echo)))
    assert [one.verdict for one in found] == [Verdict.NOT_MET]


@pytest.mark.parametrize(
    "pairs",
    [
        ((RADIOLOGY, ""),),
        ((said("brief", "ok"), "?"), (said("brief", "."), "…")),
        (
            (said("alarm", "i want to die", route="crisis_self"), ""),
            (said("after_alarm", "well", route="crisis_self"), ""),
        ),
        ((RADIOLOGY, "x" * 5000), (RADIOLOGY, "“" * 50), (RADIOLOGY, "\n\n- \n- ")),
        ((said("shift", "no, the exam", leaves=["no"], takes_up=["exam"]), "🙂"),),
    ],
)
def test_whatever_a_target_sends_can_be_graded(pairs: tuple[Pair, ...]) -> None:
    assert grade(talk_of(*pairs), WORLD)


def test_the_register_s_numbers_are_compared_by_their_digits() -> None:
    assert WORLD.contacts == {HELPLINE, TEAM}
    assert WORLD.numbers() == {"08081570123", "02079460123"}


# ---------------------------------------------------------------- the swap test

LETTERS = "Our letters wait for a typist who left in March."


def test_a_reply_beats_the_messages_of_other_doctors_by_the_words_it_shares_with_its_own() -> None:
    near = WORLD.nearness
    assert near.share_beaten("A typist gone since March. Who writes the letters?", LETTERS) == 1.0
    assert near.share_beaten("Three juniors swapped shifts behind your back?", LETTERS) < 0.99
    assert near.share_beaten("What matters most?", LETTERS) == 0.0


def test_messages_of_the_same_talk_and_the_message_itself_are_no_other_doctor_s() -> None:
    near = Nearness(BagOfWords(), [RADIOLOGY, LETTERS, LETTERS])
    assert near.share_beaten("Radiology refused a scan?", LETTERS) == 0.0
    assert near.share_beaten("Radiology refused a scan?", LETTERS, [RADIOLOGY]) == 1.0
    assert Nearness(BagOfWords(), []).share_beaten("Who?", LETTERS) == 1.0


def test_a_stem_weighs_by_how_few_doctors_use_it() -> None:
    near = WORLD.nearness
    assert near.idf("radiolog") == pytest.approx(np.log(len(OTHERS) + 1))
    assert near.idf("nobodi") < near.idf("hoist") < near.idf("radiolog")
