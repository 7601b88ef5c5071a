"""What the doctor wants of the talk, and what they came with: the clause that says it, or nothing."""

import pytest

from bot.coaching import commitments
from bot.coaching.choose.aim_words import torn
from bot.coaching.commitments import aims


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("dunno. a target people would want?", "a target people would want"),
        ("I would like to know if I should tell the team. I rehearsed it often", "to know if I should tell the team"),
        (
            "to leave with one first step which fits in an hour, because that is what I have",
            "to leave with one first step which fits in an hour",
        ),
        ("Whether to apply. The closing date is in 16 days", "Whether to apply"),
        ("i suppose why the other 5 wont do it. and the cake", "why the other 5 wont do it"),
        ("I told you. An argument that works. Meeting is Tuesday", "An argument that works"),
        ("How to open without looking weak. Though I half agree", "How to open without looking weak"),
        ("Dunno. Maybe whether I have to be there for it to exist", "whether I have to be there for it to exist"),
        ("less shouting at handover", "less shouting at handover"),
        ("They stand by the door.", None),
        ("No. HE wrote that. Not me", None),
        ("It was just another shift", None),
        ("I want to not waste it", None),
        ("the consultant was late again", None),
        ("What do you mean?", None),
    ],
)
def test_the_aim_is_the_clause_with_the_wish_or_nothing(text: str, aim: str | None) -> None:
    assert aims.asked(text) == aim


@pytest.mark.parametrize(
    "text", ['He wrote "I would like to understand."', "she said I want to be liked", "do you want to know more"]
)
def test_somebody_elses_wish_is_not_the_doctors(text: str) -> None:
    assert aims.wish(text) is None


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        (
            "Hi. Our huddle is over in four minutes because nobody speaks. Any thoughts?",
            "Our huddle is over in four minutes because nobody speaks",
        ),
        (
            "Right, need to talk about something. A colleague says the lists aren't fair",
            "A colleague says the lists aren't fair",
        ),
        ("I added two lists and the wait went up. Am I cursed", "I added two lists and the wait went up"),
        ("hello", ""),
    ],
)
def test_what_they_came_with_is_the_matter_and_no_joke(text: str, matter: str) -> None:
    assert commitments.matter(text) == matter


def test_one_wish_told_twice_is_not_torn() -> None:
    assert torn("just how i go back in tomorrow. he's on again and i dont want to be all weird round him") is None
    assert torn("i want to tell him but i don't want to hurt him") == "both"
