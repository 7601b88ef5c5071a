"""A clause turned to 'you': right where it is done, and not done where it could go wrong."""

import pytest

from bot.coaching.restate import restated


@pytest.mark.parametrize(
    ("clause", "turned"),
    [
        ("i was rude about a professor", "You were rude about a professor"),
        ("I lose the signal and my temper", "You lose the signal and your temper"),
        ("i’ve put it on the desk", "You've put it on the desk"),
        ("my supervisor ignores my emails", "Your supervisor ignores your emails"),
        ("I could do it in two minutes myself", "You could do it in two minutes yourself"),
        ("I think I was wrong", "You think you were wrong"),
        ("I wrote down a number I knew was wrong", "You wrote down a number you knew was wrong"),
        ("i keep my head down because i know how it ends", "You keep your head down because you know how it ends"),
        ("I could do it myself", "You could do it yourself"),
        ("nobody looked at why", None),
        ("Nobody looked at the rota", "Nobody looked at the rota"),
        ("he made a slide of me", "He made a slide of you"),
        ("they looked at the floor", "They looked at the floor"),
        ("i didnt ask and im sorry", "You didn't ask and you're sorry"),
        ("we used to be a loud lot", "You used to be a loud lot"),
        ("the charge nurse was standing right there", "The charge nurse was standing right there"),
        ("she doesnt come any more", "She doesn't come any more"),
    ],
)
def test_turned(clause: str, turned: str | None) -> None:
    assert restated(clause, clause) == turned


@pytest.mark.parametrize(
    "clause",
    [
        "I told you that twice",
        "we asked my supervisor about it",
        "he told me I was slow",
        "I said I can't do this",
        'he said "you" to me',
        "I dunno about that one",
        "she wondered if I was coming",
        "the end of it",
        "I snapped",
        "I went to see the porter about his old broken bell",
    ],
)
def test_left_to_be_quoted(clause: str) -> None:
    assert restated(clause, clause) is None


def test_one_of_two_subjects_is_not_turned_alone() -> None:
    assert restated("I are not speaking", "the sister and I are not speaking") is None
    assert restated("I looked at each other", "sister and I looked at each other") is None
    assert restated("I looked at the floor", "she sighed, I looked at the floor") == "You looked at the floor"


def test_a_clause_whose_end_was_left_behind_is_not_turned() -> None:
    assert restated("I've wanted this since a pt", "I've wanted this since a pt on our ward had an MI") is None
    assert (
        restated("I've wanted this for years", "I've wanted this for years, and so has she")
        == "You've wanted this for years"
    )


def test_what_somebody_is_quoted_as_saying_is_not_turned() -> None:
    assert (
        restated("I drew on the wrong leg", 'an F2 sees that people can say "I drew on the wrong leg" and live') is None
    )
