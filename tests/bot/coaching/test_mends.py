"""Corrections of the plan, before and after the close, change the parts they name; bare assent changes nothing."""

from datetime import date

import pytest

from bot.coaching import commitments
from bot.coaching.choose import plan_answers, plan_words
from bot.coaching.commitments import corrections
from bot.coaching.model import Commitment, Reading, State, TurnKind

SATURDAY = date(2026, 11, 21)
PLAN = Commitment(what="email him about the rota", when="Tuesday", due=date(2026, 11, 24), easier="if he says no")


def _mended(text: str, plan: Commitment = PLAN, expecting: str = "", *, closed: bool = True) -> Commitment:
    reading = Reading(
        intent="coaching",
        situations=(),
        ranking=(),
        kind=TurnKind.TELLING,
        notices=(),
        risk=None,
        clauses=(),
        told=(),
        near=(),
        sure=True,
        decided_by="test",
    )
    state = State(closed=closed, expecting=expecting, commitment=plan)
    after = plan_answers.of_the_plan(plan_words.Said(text, reading, state, SATURDAY), plan)
    found = after.get("commitment", plan)
    assert isinstance(found, Commitment)
    return found


@pytest.mark.parametrize(
    ("text", "what", "when"),
    [
        ("no thats the wrong way round. plan is ring her at 9 and own it", "ring her at 9 and own it", "Tuesday"),
        ("ring her and own it. thats how it should read", "ring her and own it", "Tuesday"),
        ("that's how it should read: see the clerk on friday", "see the clerk", "on friday"),
        ("not email him, ring him", "ring him", "Tuesday"),
        ("no it's ring him not email him", "ring him", "Tuesday"),
        ("its thursday not tuesday", "email him about the rota", "thursday"),
        ("the email is on monday, the chat is for later", "email him about the rota", "on monday"),
        ("It's Friday I email him, Monday is only the chat with the clerk.", "email him about the rota", "Friday"),
        ("My plan is to open the huddle myself, weds", "open the huddle myself", "weds"),
    ],
)
def test_a_correction_sets_the_part_it_names(text: str, what: str, when: str) -> None:
    now = _mended(text)
    assert (now.what, now.when) == (what, when)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("no if it snags I'm bringing the pharmacist", "I'm bringing the pharmacist"),
        ("if it goes wrong I text the clerk", "I text the clerk"),
        ("the fallback is my registrar ringing me", "my registrar ringing me"),
        ("if I start shouting the charge nurse takes over", "if I start shouting the charge nurse takes over"),
    ],
)
def test_a_way_round_is_put_right_and_the_rest_stands(text: str, way: str) -> None:
    now = _mended(text)
    assert now.if_then == way
    assert (now.what, now.when) == (PLAN.what, PLAN.when)


@pytest.mark.parametrize(
    "text",
    [
        "the plan is right", "yes that's right", "the plan is fine thanks", "all good, the plan is spot on",
        "I shouldn't have said that at the start but the plan is right.", "Yes, that is it. Thank you, and good night.",
        "that's correct", "plan's good", "the rest is fine", "perfect, that's what I meant",
    ],
)  # fmt: skip
def test_bare_assent_changes_nothing(text: str) -> None:
    assert _mended(text) == PLAN
    assert not corrections.puts_right(text)


def test_the_deed_becomes_the_doctors_own() -> None:
    theirs = Commitment(what="she greeted them by name and then she waited", when="at handover")
    now = _mended("nearly! it's me doing the greeting, weds handover", theirs)
    assert (now.what, now.when) == ("greet them by name", "weds handover")


def test_what_is_no_help_is_struck_out() -> None:
    assert _mended("no. him saying no doesnt make it easier").easier is None


def test_a_correction_in_the_answer_about_the_snag_mends_the_plan_first() -> None:
    plan = Commitment(what="say anything", when="friday")
    text = 'not "say anything". ask what they think. the sister can call me out'
    now = _mended(text, plan, "obstacle", closed=False)
    assert (now.what, now.when, now.if_then) == ("ask what they think", "friday", "the sister can call me out")


def test_a_helping_step_does_not_move_the_day_of_the_plan() -> None:
    plan = Commitment(what="knock on his door after clinic", when="thursday", due=date(2026, 11, 26), confidence=6)
    now = _mended("text him tonight so he expects me. 8", plan, "raise", closed=False)
    assert (now.when, now.due, now.confidence) == ("thursday", plan.due, 8)
    assert now.easier == "text him tonight so he expects me"


@pytest.mark.parametrize(
    "text", ["the plan should be ring the family first", "plan should read: ring the family first"]
)
def test_what_the_plan_should_be_is_the_plan(text: str) -> None:
    assert corrections.restated(text) == "ring the family first"


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        ("And I'd say 7", []),
        ("say seven", []),
        ("I'll say sorry", ["say sorry"]),
        ("I'll say it to her", ["say it to her"]),
    ],
)
def test_saying_a_number_is_nothing_to_do(text: str, whats: list[str]) -> None:
    assert [one.what for one in commitments.acts(text)] == whats
