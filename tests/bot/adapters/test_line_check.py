"""A question asks one thing: what joins two is named, what only has two sides is let be."""

import pytest

from bot.adapters import words
from bot.adapters.line_check import phrase_faults, question_faults


@pytest.mark.parametrize(
    "question",
    [
        "When did it last go better, and what was different?",
        "What can they do already, but where does it stop?",
        "Who asked you to do it, and did they say how?",
        "What made you say yes, and would you say it again?",
        "What would make it worth doing, or what would sink it?",
        "What has been decided, and by whom?",
        "When does it happen, and after what sort of day?",
        "What was tried and what did they say to it?",
        "Who was there, and then who else came?",
        "Tell me what happened, and how it ended.",
    ],
)
def test_a_second_question_behind_the_first_is_named(question: str) -> None:
    (fault,) = question_faults("here", question)
    assert fault.startswith("here: a question asks one thing, and ")
    assert question in fault


@pytest.mark.parametrize(
    "question",
    [
        "What was different the last time it went a little better than usual?",
        "Who or what could steady you at that point?",
        "Who else, or what else, had a hand in it?",
        "Which senior, or whom at your defence body, could you speak to?",
        "Which words or which look do you still have from it?",
        "Who else has seen both, what you said and what came after?",
        "Who is affected by this and has not been heard on it?",
        "If it went wrong and nobody noticed, what would you wish that you had said?",
        "And what would you do then?",
        "When you look back, what held the words in?",
        "What would you have one person do, and by what day?",
        "Which would you do first, and on which day?",
        'What would they make of "it broke, and who cares" as a first line?',
    ],
)
def test_one_question_with_two_sides_is_no_fault(question: str) -> None:
    assert list(question_faults("here", question)) == []


def test_the_phrases_ask_one_thing_and_a_plan_with_its_day() -> None:
    assert phrase_faults(words.compile_words()[0].phrases) == []
    two = "Where would you start, and when?"
    assert phrase_faults({"ask_which": (two,)}) == []
    assert any("phrase small_question" in one for one in phrase_faults({"small_question": (two,)}))
