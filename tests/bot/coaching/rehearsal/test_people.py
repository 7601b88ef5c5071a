"""Who is asked for: the characters of the product by their names in any spelling, and people described."""

from functools import cache

import pytest

from bot.adapters import roles
from bot.coaching.rehearsal.cast import DESCRIBED, Cast
from bot.coaching.rehearsal.people import (
    Wanted,
    answered,
    asked_for,
    asks_to_practise,
    corrected,
    speaks_of_playing,
    wanted,
)
from tests.bot.coaching.rehearsal.small_cast import label, near


@cache
def cast() -> Cast:
    return Cast(roles.load_roles(), roles.load_coach(), label, near, lambda card_id: None)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("sceptical_consultant", "sceptical_consultant"),
        ("Sceptical Consultant", "sceptical_consultant"),
        ("the quiet F1", "quiet_f1"),
        ("Quiet-F1", "quiet_f1"),
        ("ops manager", "operations_manager"),
        ("a stretched operations manager", "operations_manager"),
        ("the charge nurse who has seen it all", "charge_nurse"),
        ("GP partner", "gp_partner"),
        ("Finance Lead", "finance_lead"),
        ("described", DESCRIBED),
    ],
)
def test_a_character_is_known_in_any_spelling(said: str, role: str) -> None:
    assert asked_for(said, cast()) == Wanted(role=role)


@pytest.mark.parametrize(
    "said",
    [
        "my TPD, always late, thinks audits are pointless, hates emails",
        "the medical director, polite and hard to read",
        "a theatre sister who runs the tightest list in the region",
        "my consultant, who walks out when he is contradicted",
    ],
)
def test_other_words_are_a_person_described(said: str) -> None:
    assert asked_for(said, cast()) == Wanted(role=DESCRIBED, described=said)


@pytest.mark.parametrize(
    ("said", "role", "matter"),
    [
        ("can I practise with my ops manager?", "operations_manager", ""),
        ("Can I practise this with you?", "", ""),
        ("I'd like to rehearse a talk with the charge nurse about breaks at night", "charge_nurse", "breaks at night"),
        ("could you be a GP partner so I can try this out", "gp_partner", ""),
        ("let me practise telling my consultant about the missed scan", "sceptical_consultant", "the missed scan"),
        (
            "my ops manager is a nightmare. can I practise asking him for a third clerk",
            "operations_manager",
            "a third clerk",
        ),
        ("be the ops manager and let me try asking for a third clerk", "operations_manager", "a third clerk"),
        ("can i practise with the operations manger", "operations_manager", ""),
        ("pretend you're a GP partner and i want to ask about discharge letters", "gp_partner", "discharge letters"),
        ("I want to train to speak with partner of GP practice", "gp_partner", ""),
        (
            "be my consultant for a minute. need to tell him he got the plan wrong",
            "sceptical_consultant",
            "he got the plan wrong",
        ),
        ("no i asked you to be the finance lead. can we rehearse", "finance_lead", ""),
        ("I need to ask my head of school for study leave. can I practise it", DESCRIBED, "study leave"),
        ("can i practise with her for study leave", "", ""),
        ("can we practise with someone difficult", "", ""),
        ("can I practise with everything", "", ""),
    ],
)
def test_a_request_names_who_and_what_about(said: str, role: str, matter: str) -> None:
    assert asks_to_practise(said)
    found = wanted(said, cast())
    assert (found.role, found.matter) == (role, matter)


@pytest.mark.parametrize(
    "said",
    [
        "We need more practice nurses.",
        "How do you see it?",
        "I was with the GP partner yesterday.",
        "It is best practice.",
    ],
)
def test_other_messages_ask_for_no_rehearsal(said: str) -> None:
    assert not asks_to_practise(said)


def test_an_answer_to_who_with_may_be_a_description() -> None:
    assert answered("my head of school, formal, guarded", cast()).role == DESCRIBED
    assert answered("the finance person", cast()).role == "finance_lead"


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("no the ops manager not the clerk", "operations_manager"),
        ("the operations manager!", "operations_manager"),
        ("not the clerk, the ops manager", "operations_manager"),
        ("i said the charge nurse", "charge_nurse"),
        ("no, my TPD", DESCRIBED),
        ("No, the consultants disagree.", ""),
        ("No, the nurses told me.", ""),
        ("The rota is the problem.", ""),
    ],
)
def test_a_correction_says_who_was_meant(said: str, role: str) -> None:
    assert corrected(said, cast(), of=DESCRIBED if role != DESCRIBED else "charge_nurse").role == role


@pytest.mark.parametrize(
    "said",
    [
        "mock me for the interview, no mercy",
        "run the matron conversation with me, you start",
        "let's do it again and this time interrupt me",
        "could i say it to you and you answer back as her",
        "you be the bed manager",
    ],
)
def test_words_of_playing_are_known(said: str) -> None:
    assert speaks_of_playing(said)


@pytest.mark.parametrize(
    "said",
    [
        "zero failed cannulas by april, and i am the champion apparently. go on then, coach me",
        "coach me on how to deal with my ward manager",
        "how do i talk to my bed manager about discharges",
        "help me prepare for a hard conversation with my consultant on friday",
    ],
)
def test_a_request_for_coaching_has_no_word_of_playing_in_it(said: str) -> None:
    assert not speaks_of_playing(said)


def test_who_is_told_of_beside_the_request_is_who_is_meant() -> None:
    found = wanted("oh go on then, roleplay. shes the rota coordinator, been there since the dinosaurs", cast())
    assert (found.role, found.described.startswith("the rota coordinator")) == (DESCRIBED, True)


@pytest.mark.parametrize("said", ["Hiya. I put my leave in four months ago.", "Good morning, have you got a minute?"])
def test_a_greeting_is_nobody_to_practise_with(said: str) -> None:
    assert answered(said, cast()).role == ""
