"""Questions: what each is after, whether it is open, and whether it came off the shelf."""

import pytest

from evals.rubric.asking import Purpose, is_open, is_stock, offers_a_choice, purposes
from tests.evals.rubric.talks import RADIOLOGY

AFTER = (
    ("Are you safe right now?", Purpose.SAFETY),
    ("Is a patient in danger, or could it wait?", Purpose.SAFETY),
    ("How sure are you, 0 to 10, that you will ring?", Purpose.CONFIDENCE),
    ("Out of ten, where are you?", Purpose.CONFIDENCE),
    ("If the list is full again, what will you do?", Purpose.WAY_ROUND),
    ("What might get in the way on Friday?", Purpose.OBSTACLE),
    ("What could stop you?", Purpose.OBSTACLE),
    ("How will you know that it worked?", Purpose.SUCCESS),
    ("What would tell you that he heard?", Purpose.SUCCESS),
    ("What would you like from this talk?", Purpose.AIM),
    ("What will you do?", Purpose.WILL),
    ("Where will you start?", Purpose.WILL),
    ("On which day will you ring?", Purpose.WHEN),
    ("What could you do?", Purpose.OPTIONS),
    ("What are your options?", Purpose.OPTIONS),
    ("How would the registrar tell it?", Purpose.OTHER_VIEW),
    ("What makes you think that he knew?", Purpose.ASSUMPTION),
    ("What is hardest about ringing again?", Purpose.BENEATH),
    ("How did you feel when the line went dead?", Purpose.FEELING),
    ("Which of the two matters more to you today?", Purpose.CHOICE),
)
AFTER_NOTHING = (
    "Who was there?",
    "When did it begin?",
    "Why did he refuse?",
    "Who keeps the list?",
    "What happened then?",
)


@pytest.mark.parametrize(("question", "purpose"), AFTER)
def test_a_question_is_after_what_its_words_ask_for(question: str, purpose: Purpose) -> None:
    assert purpose in purposes(question)


def test_every_purpose_is_asked_for_by_one_of_these_questions() -> None:
    assert {purpose for _, purpose in AFTER} == set(Purpose)


@pytest.mark.parametrize("question", AFTER_NOTHING)
def test_a_question_that_only_goes_on_about_the_matter_is_after_none(question: str) -> None:
    assert purposes(question) == ()


def test_the_most_particular_purpose_comes_first() -> None:
    order = list(Purpose)
    for question, _ in AFTER:
        found = purposes(question)
        assert list(found) == sorted(found, key=order.index)
    assert purposes("If the list is full again, what will you do?")[0] is Purpose.WAY_ROUND


def test_what_stands_in_quotation_marks_is_not_asked_for() -> None:
    assert Purpose.WILL not in purposes('Who said "what will you do"?')


@pytest.mark.parametrize(
    "question",
    [
        "What did he say?",
        "How did the nurses take it?",
        "Who was there?",
        "So what then?",
        "Tell me about the call.",
        "Could you tell me what happened?",
        "When he rang, what did you say?",
        "If he says no again, what will you do?",
        "On the ward: who heard?",
        "You hung up – what did he hear?",
    ],
)
def test_more_than_yes_or_no_is_open(question: str) -> None:
    assert is_open(question)


@pytest.mark.parametrize(
    "question",
    [
        "Did he ring?",
        "Is it hard?",
        "And did that help?",
        "So, was he there?",
        "Do you know what he meant?",
        "Does he know why you rang?",
        "Has anyone told him how it was?",
        "If he says no, would you ring again?",
        "When you rang, did he say who he was?",
        "You hung up?",
        "On the ward: did they hear what he said?",
        "Isn't it clear what he meant?",
    ],
)
def test_what_yes_or_no_would_answer_is_closed(question: str) -> None:
    assert not is_open(question)


@pytest.mark.parametrize(
    ("question", "choice"),
    [
        ("Would you rather stay with the call, or turn to the nurses?", True),
        ("Which comes first?", True),
        ("Is it hard?", False),
        ("What did the registrar order for the floor?", False),
        ('Who said "now or never"?', False),
    ],
)
def test_a_question_that_names_more_than_one_thing_offers_a_choice(question: str, choice: bool) -> None:
    assert offers_a_choice(question) is choice


@pytest.mark.parametrize(
    "question",
    [
        "Tell me more.",
        "Tell me more about the radiology registrar.",
        "Can you say more about your scan request?",
        "Why do you say that the radiology registrar refused your scan request?",
        "How does that make you feel?",
        "How do you feel about the whole nurses' station?",
        "Can you elaborate?",
        "Are you sure?",
    ],
)
def test_a_prompt_that_any_words_can_be_hung_on_is_stock(question: str) -> None:
    assert is_stock(question, RADIOLOGY)


@pytest.mark.parametrize(
    "question",
    [
        "What did the registrar say last?",
        "Tell me more about who stood nearest when the receiver went down.",
        "How do you feel about ringing him yourself before the list is made?",
        "Who else has he said no to?",
    ],
)
def test_a_question_with_something_of_its_own_is_not_stock(question: str) -> None:
    assert not is_stock(question, RADIOLOGY)


def test_a_statement_with_a_tag_asks_for_yes_or_no_whoever_it_names() -> None:
    assert not is_open("So it was the site team who decided it, was it?")
    assert not is_open("You know what she wanted, don't you?")
