import re

import pytest

from bot.mentoring.left_out import strike, suggest
from bot.mentoring.suggestions import MOST
from tests.bot.mentoring.suggestion_cases import NOT_SEEN, WORKED_ON, Case

_ARTICLE = re.compile(r"^(?:the|our|a|my) ")


def bare(phrase: str) -> str:
    return _ARTICLE.sub("", phrase.casefold())


def measured(cases: tuple[Case, ...]) -> tuple[float, float]:
    """Recall over the phrases that should be found, precision over those that were."""
    wanted = found = told = right = 0
    for text, expected in cases:
        got = suggest(text)
        wanted += len(expected)
        found += sum(any(bare(one) in other.casefold() for other in got) for one in expected)
        told += len(got)
        right += sum(any(bare(one) in bare(other) or bare(other) in bare(one) for other in expected) for one in got)
    return found / wanted, right / told


def test_there_are_enough_cases_to_say_something() -> None:
    assert len(WORKED_ON) >= 60
    assert len(NOT_SEEN) >= 40


def test_what_was_worked_on_is_all_found_and_nothing_else() -> None:
    assert measured(WORKED_ON) == (1.0, 1.0)


def test_most_of_what_was_not_seen_is_found_and_little_else() -> None:
    recall, precision = measured(NOT_SEEN)

    assert recall >= 0.9
    assert precision >= 0.9


@pytest.mark.parametrize(("text", "expected"), [one for one in WORKED_ON + NOT_SEEN if one[1]])
def test_a_suggestion_stands_in_the_text_so_that_it_can_be_left_out(text: str, expected: tuple[str, ...]) -> None:
    for one in suggest(text):
        assert one in text
        assert one not in strike(text, [one])


def test_a_doctor_is_shown_a_dozen_at_most_and_people_before_places_and_times() -> None:
    beds = "\n".join(f"bed {number} had nobody." for number in range(1, 20))

    found = suggest(f"{beds}\nThen we told Priya.\nSee @night_reg about it.")

    assert len(found) == MOST
    assert found[:2] == ("@night_reg", "Priya")


def test_a_phrase_is_suggested_once_however_often_it_stands() -> None:
    assert suggest("I told Priya.\nThen I told Priya again, and ward 9 and Ward 9.") == ("Priya", "ward 9")
