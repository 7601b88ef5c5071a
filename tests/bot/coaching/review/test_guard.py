"""What may not be shown as a rewording, by the kind of fault."""

import pytest

from bot.coaching.review.guard import sound, whole


@pytest.mark.parametrize(
    "broken",
    [
        "Which of our patients get follow-up is that they do not need?",
        "How would maybing slightly improve handover work for you?",
        "What would woulding save this change for you?",
        "What makes it hard to the list on time?",
        "What would it take for them to finished by ten?",
        "What would help you is on time?",
        "What would make it easier to do not use the old form?",
        "I'm sorry for the sarcasm, and I wrote as.",
        "What would help with the the list?",
        "What would it take for we to start at eight?",
        "I think It would be better. How do you see it?",
        "What would you change about a patients list?",
        "Management were invited and.",
        "What would leveraging the pathway make easier?",
    ],
)
def test_broken_english_is_refused(broken: str) -> None:
    assert not whole(broken)


@pytest.mark.parametrize(
    "good",
    [
        "What would it take for every summary to be finished before 3pm?",
        "What got in the way of calling me about the gas?",
        "What would help you ring switchboard if you're going to be late?",
        "If it happens again, could we look at it together?",
        "Which of our patients get blood tests that they do not need?",
        "What would not starting at eight make harder?",
    ],
)
def test_whole_english_is_let_through(good: str) -> None:
    assert whole(good)


def test_what_wounds_is_refused_unless_it_is_the_doctors_own_doing() -> None:
    said = "I ignored you on the ward round, and I am sorry."
    assert not sound(said, "I'm sorry if you felt ignored.", figures=True)
    assert sound(said, "I'm sorry if you felt ignored.", figures=True, own=True)


def test_a_lost_figure_is_refused() -> None:
    assert not sound("What would help with the letters?", "You lost 14 letters.", figures=True)
    assert sound("What would help with the letters?", "You lost 14 letters.", figures=False)
