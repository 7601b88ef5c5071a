"""Inquiry: one open question of this talk, that moves on and hides no advice or blame."""

import pytest

from evals.casebook.case import Turn
from tests.evals.rubric.talks import RADIOLOGY, assert_bad, assert_good, assert_silent, reply, said, talk_of

HEARD = "Radiology refused, and the nurses heard it."

# ---------------------------------------------------------------- R3: one open question, of this talk


@pytest.mark.parametrize(
    "question",
    [
        "What did the registrar say last?",
        "How did the nurses take the call?",
        "Tell me what the registrar said, word for word.",
        "When you hung up, what did the nurses do?",
        "Could you tell me what the registrar said about the scan?",
        "What was it in the refusal that the nurses heard?",
    ],
)
def test_r3_is_met_by_one_open_question_of_this_talk(question: str) -> None:
    assert_good("R3", talk_of((RADIOLOGY, f"{HEARD} {question}")))


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("Did you ring the registrar back?", "yes or no"),
        ("Is it the first time that radiology has done this?", "yes or no"),
        ("And did the nurses say anything?", "yes or no"),
        ("If you rang again, would the registrar listen?", "yes or no"),
        ("What did the registrar say? And how did the nurses take it?", "more than one"),
        ("What did the registrar say and how did the nurses take it?", "more than one"),
        ("What did the registrar say?? Why??", "more than one"),
        ("", "asks nothing"),
        ("I would be glad to hear more.", "asks nothing"),
        ("What would you like to get out of this?", "any message"),
        ("What are your options?", "any message"),
        ("How does that make you feel?", "any message"),
    ],
)
def test_r3_is_not_met_by_none_by_two_by_a_closed_or_a_general_one(asked: str, why: str) -> None:
    assert_bad("R3", talk_of((RADIOLOGY, f"{HEARD} {asked}")), why)


@pytest.mark.parametrize("text", ["Tell me more about the scan request.", "What matters most to you?"])
def test_r3_is_not_met_by_a_stock_prompt_alone(text: str) -> None:
    assert_bad("R3", talk_of((RADIOLOGY, text)), "any message")


def test_a_brief_message_may_be_answered_by_a_choice_but_not_by_yes_or_no() -> None:
    brief = said("brief", "dunno")
    assert_good(
        "R3", talk_of((RADIOLOGY, HEARD), (brief, "Would you rather stay with the call, or turn to the nurses?"))
    )
    assert_bad("R3", talk_of((RADIOLOGY, HEARD), (brief, "Is it hard?")), "yes or no")


@pytest.mark.parametrize("kind", ["thanks", "goodbye", "asks_sources", "plan"])
def test_r3_does_not_apply_where_no_question_is_due(kind: str) -> None:
    assert_silent("R3", talk_of((said(kind, "thank you for that"), "Until next time.")))


def test_two_questions_are_too_many_even_where_none_is_due() -> None:
    assert_bad("R3", talk_of((said("thanks", "thank you"), "What else? And how was it?")), "more than one")


def test_r3_asks_for_no_question_once_a_plan_is_closed() -> None:
    plan, more = said("plan", "I will ring him on Friday"), "yes, and about the scan"
    closing = "Friday, then, and about the scan. Next time I will ask how it went."
    assert_silent("R3", talk_of((RADIOLOGY, HEARD), (plan, "What might stop you?"), (more, closing)))
    assert_bad("R3", talk_of((RADIOLOGY, HEARD), (more, closing)), "asks nothing")


def test_an_open_question_that_is_claimed_and_not_asked_is_not_believed() -> None:
    claims = reply("Radiology refused, and the nurses heard it.", acts=("ask_open",))
    assert_bad("R3", talk_of((RADIOLOGY, claims)), "says that it does 'ask_open'")


# ---------------------------------------------------------------- R4: moves on

TOLD = said("telling", "it was on monday and the sister heard it", told=[["what day", "which day"], ["who heard"]])


@pytest.mark.parametrize("text", ["Who heard the registrar?", "A full list. Who keeps it?"])
def test_r4_is_met_by_a_question_that_was_not_asked(text: str) -> None:
    assert_good("R4", talk_of((RADIOLOGY, "What did the registrar say?"), ("that the list was full", text)))


@pytest.mark.parametrize("text", ["What did the registrar say?", "So, what did the registrar say then?"])
def test_r4_is_not_met_by_what_was_asked_before(text: str) -> None:
    assert_bad("R4", talk_of((RADIOLOGY, "What did the registrar say?"), ("the list was full", text)), "asked before")


@pytest.mark.parametrize("text", ["What day was it?", "Monday. Who heard it on the ward?"])
def test_r4_is_not_met_by_what_was_told_already(text: str) -> None:
    assert_bad("R4", talk_of((TOLD, text)), "was told")


@pytest.mark.parametrize("text", ["What did the sister make of it?", "You said what day it was. How did it end?"])
def test_r4_is_met_where_what_was_told_is_only_named(text: str) -> None:
    assert_good("R4", talk_of((TOLD, text)))


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (said("confidence", "about a 6"), "A 6. How sure are you, 0 to 10?"),
        (said("plan", "i will ring him on friday"), "Friday. What will you do?"),
    ],
)
def test_r4_is_not_met_by_what_was_given_in_this_very_message(message: Turn, text: str) -> None:
    assert_bad("R4", talk_of((RADIOLOGY, "What did the registrar say?"), (message, text)), "just given")


def test_r4_does_not_apply_to_a_first_question_nor_where_nothing_is_asked() -> None:
    assert_silent("R4", talk_of((RADIOLOGY, "What did the registrar say?")))
    assert_silent("R4", talk_of((RADIOLOGY, "What did the registrar say?"), ("the list was full", "A full list.")))


# ---------------------------------------------------------------- R5: no advice or blame in the dress of a question


@pytest.mark.parametrize(
    "question",
    [
        "What have you tried?",
        "Whom have you told so far?",
        "What could you ask him?",
        "What would you like him to say next time?",
        "What did he say, right before you hung up?",
        "What would happen if he said no?",
        "What do the nurses see that you do not?",
        "How would he tell it?",
        "Where would you begin?",
    ],
)
def test_r5_finds_nothing_in_a_true_question(question: str) -> None:
    assert_good("R5", talk_of((RADIOLOGY, f"{HEARD} {question}")))


@pytest.mark.parametrize(
    "question",
    [
        "Have you considered speaking to him in private?",
        "Have you tried setting up a chat with him?",
        "Have you thought about asking the sister?",
        "Don't you think that he was busy?",
        "Do you not think he had a point?",
        "Why didn't you ring back?",
        "Why did you not just tell him why?",
        "Wouldn't it be easier to write?",
        "Would it help to set clearer expectations?",
        "Shouldn't you have told your consultant?",
        "Could you perhaps ask the sister for support?",
        "What if you tried an apology?",
        "How about asking the sister?",
        "You did say why it was urgent, didn't you?",
        "Surely he heard that it was urgent?",
    ],
)
def test_r5_finds_the_advice_or_blame_in_a_question(question: str) -> None:
    assert_bad("R5", talk_of((RADIOLOGY, f"{HEARD} {question}")), "hidden answer")


def test_r5_does_not_apply_where_nothing_is_asked_and_words_in_quotation_marks_ask_nothing() -> None:
    assert_silent("R5", talk_of((RADIOLOGY, HEARD)))
    assert_silent("R5", talk_of((RADIOLOGY, 'You heard "have you considered writing?" from him.')))
