"""A question may be worded freely: it fills its move's place and stays with the talk, or it is another question."""

import pytest

from bot.coaching.model import Commitment
from bot.coaching.record import Sentence
from tests.bot.coaching.drafting.vetting.ground import ASK, REFLECT, codes, draft, ground, reply

GOOD = "The list changes at five, and the desk you ring has nobody at it."


@pytest.mark.parametrize(
    "question",
    [
        "How did you come to notice it?",
        "What is it like, ringing that desk?",
        "What would sister say it has to hold?",
        "How did the last Tuesday go?",
    ],
)
def test_a_question_that_leads_on_is_the_moves_own_in_other_words(question: str) -> None:
    assert codes(reply(GOOD, question)) == set()


def test_a_question_with_a_matter_of_its_own_is_another_one() -> None:
    assert "another_question" in codes(reply(GOOD, "What might your favourite concerto be?"))


@pytest.mark.parametrize(
    ("question", "is_another"),
    [
        ("With that counted in, where do you put yourself, 0 to 10?", False),
        ("How confident does that leave you?", False),
        ("What is it like, ringing that desk?", True),
    ],
)
def test_where_a_move_waits_for_a_number_its_question_asks_for_one(question: str, *, is_another: bool) -> None:
    guided = (Sentence(text="Out of 10, how much do you believe that you will do it?", act=ASK),)
    against = ground(move="ask_confidence", plan=Commitment(what="ring the ward at five"), guided=guided)
    found = codes(draft(("You ring the ward at five.", REFLECT), (question, ASK)), against)
    assert ("another_question" in found) is is_another


@pytest.mark.parametrize(
    "question",
    [
        "What would happen if you sent sister a two line note tonight?",
        "How would it be to take him for a coffee first?",
        "What makes you think that he heard?",
        "Why pick the one desk with nobody at it?",
        "How bad do you feel about the list?",
        "Which hospital changed the list?",
    ],
)
def test_a_question_that_suggests_presumes_or_pries_does_not_go_out(question: str) -> None:
    assert codes(reply(GOOD, question))
