"""A clause turned to 'you': right where it is done, and not done where it could go wrong."""

import pytest

from bot.coaching.restate import as_told, restated


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


@pytest.mark.parametrize(
    ("clause", "text", "turned"),
    [
        ("i keep not ringing", "the form is half done and i keep not ringing", "You keep not ringing"),
        ("i feel worse", "they say it is fine and i feel worse", "You feel worse"),
        ("I looked at the floor", "the sister and I looked at the floor", None),
        ("it's me every week", "nobody comes so it's me every week", "It's you every week"),
        ("she rang before i'd asked", "last night she rang before i'd asked", "She rang before you'd asked"),
        ("i cried, if i'm honest", "it was late and i cried, if i'm honest", None),
        ("i cried in the lift, if i'm honest", "i cried in the lift, if i'm honest", "You cried in the lift"),
        ("i come in on mondays", "i come in on mondays", "You come in on Mondays"),
        ("i never ask", "one comment says i never ask", None),
        ("i was not told", "somebody wrote i was not told", None),
        ("i was slow", "the reg said i was slow", None),
        ("i was too slow", "the reg said it was late and i was too slow", "You were too slow"),
        ("I'm not in it", "there is a group chat which I'm not in it", None),
        ("she can't have known", "she can't have known if nobody rang", None),
        ("she can't have known", "she can't have known, nobody rang", "She can't have known"),
    ],
)
def test_who_is_meant_and_on_what_it_hangs_decides(clause: str, text: str, turned: str | None) -> None:
    assert restated(clause, text) == turned


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ("i still don't like walking past that old side room", "i still don't like walking past that old side room"),
        ("they've got a key and nobody locks up", "they've got a key and nobody locks up"),
    ],
)
def test_what_would_be_an_echo_is_said_in_full_words(clause: str, text: str) -> None:
    said = restated(clause, text)
    assert said is not None
    assert " not " in said or " have " in said


MORE = " and it was a long week with the new list and the clerk off"


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("nine bins on a bad night", "Nine bins on a bad night"),
        ("the clerk went home on friday", "The clerk went home on Friday"),
        ("half of them never ring", "Half of them never ring"),
        ("trainees sit by the door", "Trainees sit by the door"),
        ("nobody here was asked", "Nobody here was asked"),
        ("one old man had his birthday there", "One old man had his birthday there"),
        ("know what they want", None),
        ("never looked at", None),
        ("our clerk went home", None),
        ("i went home", None),
        ("the reg told you off", None),
        ("the pt waits 2 wks", None),
        ("the clerk dont care", None),
        ("maybe the two were right", None),
        ("the clerk said 'no'", None),
    ],
)
def test_a_short_line_about_others_needs_no_marks(clause: str, said: str | None) -> None:
    assert as_told(clause, f"{clause}.{MORE}") == said


def test_a_message_is_not_echoed_whole() -> None:
    assert as_told("nobody here was asked", "nobody here was asked") is None


def test_what_others_are_quoted_to_say_is_not_said_as_so() -> None:
    assert as_told("the bins are fine", "the clerk says the bins are fine. it was a long week for us") is None


@pytest.mark.parametrize(
    "clause",
    [
        "I don't want complain about my boss",
        "I want they see how hard it is",
        "he say nothing to me",
        "he never tell us the plan",
        "I am waiting for an answer since two weeks",
        "she didn't came to the meeting",
        "she don't answer my emails",
        "we was four on the ward",
    ],
)
def test_what_a_learner_of_english_writes_is_quoted_and_not_made_ours(clause: str) -> None:
    assert restated(clause, clause) is None
    assert as_told(clause, f"{clause}. it was a long week and nobody asked how I was") is None


@pytest.mark.parametrize(
    ("clause", "turned"),
    [
        ("I don't want to complain about my boss", "You don't want to complain about your boss"),
        ("he gives me the worst jobs", "He gives you the worst jobs"),
        ("I let him go home early", "You let him go home early"),
        ("I've been waiting since Monday", "You've been waiting since Monday"),
    ],
)
def test_whole_english_beside_it_is_turned(clause: str, turned: str) -> None:
    assert restated(clause, clause) == turned


def test_a_question_tagged_on_is_quoted_as_it_stands() -> None:
    assert restated("I suppose it's overtesting then isn't it", "I suppose it's overtesting then isn't it") is None
