"""Where a sentence cannot be taken apart: the smaller rewordings, and drafts in which nothing is to be found."""

import re

import pytest

from bot.coaching.review import telling
from bot.coaching.reviewed import DraftKind
from tests.bot.coaching.review.desk import kit, reviewed, rewordings

EMAIL, MESSAGE, FEEDBACK, AGENDA = DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.FEEDBACK, DraftKind.AGENDA


@pytest.mark.parametrize(
    ("kind", "said", "becomes"),
    [
        (EMAIL, "Edoxaban was out of stock until Monday. Is it truly beyond your department to count boxes?", "Edoxaban was out of stock until Monday"),
        (EMAIL, "He waited eleven hours in a chair. Your managers knew and chose to do nothing.", "He waited eleven hours in a chair"),
        (EMAIL, "I need this fixed by five today or I'm going to the guardian of safe working.", "Could this be fixed by five today?"),
        (FEEDBACK, "You left the data in an open folder, which was careless. What did you see?", "You left the data in an open folder"),
    ],
)  # fmt: skip
def test_the_offence_goes_and_the_fact_stays(kind: DraftKind, said: str, becomes: str) -> None:
    found = rewordings(said, kind)
    assert any(becomes in one for one in found), found
    assert not any(re.search(r"beyond your|chose to|Datix|guardian|careless|to blame", one) for one in found)


def test_a_hedge_goes_and_the_thought_stays() -> None:
    text = (
        "Sorry to trouble you, I know how busy you are and it's honestly probably nothing, "
        "but I had a small sort of thought about consent forms."
    )
    assert rewordings(text, EMAIL) == ["I had a thought about consent forms."]


def test_a_choice_of_coffee_or_a_walk_over_is_no_threat() -> None:
    found = reviewed("Could we meet on Tuesday? Any lunchtime or I'll come down to the gym.", EMAIL)
    assert all(one.id != "threat" for one in found.changes)


def test_what_is_left_out_is_what_is_quoted_and_told() -> None:
    text = "He waited eleven hours. That is simply long. Your managers knew and chose to do nothing about the bed."
    found = reviewed(text, EMAIL)
    said = telling.told(found, text, kit())
    assert len(said.split()) <= telling.MOST_WORDS
    assert "chose to do nothing" in said or found.changes == ()


def test_a_tirade_is_not_praised_for_being_short() -> None:
    found = reviewed("You lot never answer. What do you do all day? It's pathetic and you're useless.", MESSAGE)
    assert {one.id for one in found.strengths}.isdisjoint({"short", "greets", "thanks", "plain_fact", "no_blame"})
    assert all("pathetic" not in one.words for one in found.strengths if one.id != "real_problem")


def test_a_leading_question_is_not_praised_as_a_real_one() -> None:
    found = reviewed("A disgrace, so whose fault is it? How many beds were open on Monday?", EMAIL)
    assert all("fault" not in one.words for one in found.strengths if one.id == "real_question")
