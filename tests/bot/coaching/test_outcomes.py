"""What became of a plan is read as the doctor tells it, and what the other said to it is no part of the answer."""

import pytest

from bot.coaching.commitments import parting, without_day
from bot.coaching.commitments.outcomes import annoyed, outcome, reports


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I did it!", "kept"),
        ("yes did it, she was a bit cross", "kept"),
        ("i asked, she said no", "kept"),
        ("back. well i did it, sort of", "partly"),
        ("he was in clinic so i left a message", "partly"),
        ("I moved two. The other two are still at five", "partly"),
        ("half a win", "partly"),
        ("I did not do it", "not"),
        ("no. never sent it. don't nag", "not"),
        ("didn't", "not"),
        ("sorry its been a while", "unclear"),
        ("stop asking me about it", "unclear"),
    ],
)
def test_what_became_of_it_is_the_doctors_own_deed(text: str, kind: str) -> None:
    assert outcome(text) == kind


@pytest.mark.parametrize("text", ["yes", "no", "Yes that is right, thank you", "I'll tell you how it went"])
def test_a_word_that_may_answer_anything_reports_nothing(text: str) -> None:
    assert not reports(text)


def test_not_wanting_to_be_asked_is_heard_and_a_refusal_at_work_is_not_taken_for_it() -> None:
    assert annoyed("don't nag")
    assert annoyed("stop asking me about it")
    assert not annoyed("she told me to stop the round")


@pytest.mark.parametrize(
    ("text", "snag", "way"),
    [
        ("ward round overruns. i'd email her", "ward round overruns", "email her"),
        ("a crash call. then tonight at home", "a crash call", "tonight at home"),
        ("I'd bottle it. I'd freeze", "I'd bottle it. I'd freeze", None),
    ],
)
def test_a_snag_and_what_then_are_parted_without_an_if(text: str, snag: str, way: str | None) -> None:
    assert parting.snag_and_way(text) == (snag, way)


@pytest.mark.parametrize("text", ["don't be daft. yes i'm sure", "thank you coach", "I am obliged to you."])
def test_remarks_are_no_part_of_a_plan(text: str) -> None:
    assert parting.without_remarks(text) == ""


def test_a_plan_for_another_day_no_longer_names_its_first() -> None:
    assert without_day("ring him thursday lunchtime and ask what happens") == "ring him and ask what happens"
