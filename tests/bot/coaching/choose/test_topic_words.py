"""The words that turn to another subject, and those that say which of two comes first."""

import pytest

from bot.coaching.choose.topic_words import (
    after_the_turn,
    announces,
    announces_a_matter,
    may_announce,
    preferred,
    without_the_other,
)


@pytest.mark.parametrize(
    "text",
    [
        "sorry, can i ask something else, my exam is in a week",
        "can i swerve for a minute. my leave was refused",
        "oh, before it goes out of my head, a different thing, my reg has handed in her notice",
        "park that. they want my slides by noon",
        "completely separate thing: i got an email from the deanery",
        "can we leave that there for now, it's my appraisal that bugs me",
        "something totally different, how do i get onto the board",
        "changing the subject, the f2s are leaving early",
        "unrelated but my consultant is off sick and i'm covering",
        "on another note, the coffee room is being closed",
        "could i just bring up something different, it's about my rota",
        "different question altogether, my job plan came back",
        "let's shelve this, the complaint has come in",
        "separately, i have been told to do the audit again",
    ],
)
def test_turning_in_so_many_words(text: str) -> None:
    assert announces(text)


@pytest.mark.parametrize(
    "text",
    [
        "i could ask to move it, or ask for every other one, or stop",
        "the consultant had a different thing in mind",
        "i asked another question in the meeting and he sighed",
        "can i switch shifts with him on friday",
        "i'll park the car and go straight up",
        "they shelved the whole project in june",
        "could ask the other one, or change the day",
        "it has something else in it that they like",
        "he wanted to change the dose and i said no",
        "one more nurse would do it",
        "a different consultant shouted at her",
        "she put her notes aside and looked at me",
    ],
)
def test_the_same_story_goes_on(text: str) -> None:
    assert not announces(text)


@pytest.mark.parametrize("text", ["other thing. my f1 won't talk", "oh and another thing, the list is full"])
def test_what_may_turn_to_something_else(text: str) -> None:
    assert may_announce(text)
    assert not announces(text)


def test_the_new_matter_is_told_after_the_turn() -> None:
    assert after_the_turn("park that. my slides are due by noon") == "my slides are due by noon"
    assert after_the_turn("my slides are due by noon") == "my slides are due by noon"


HANDOVER, REPORT = "the handover takes fifty minutes and everyone drifts off", "my supervisor's report is due"


@pytest.mark.parametrize(
    ("answer", "which"),
    [
        ("handover first, the report can wait", 0),
        ("the report please. the handover will keep", 1),
        ("the report can whistle", 0),
        ("handover. report after", 0),
        ("let's finish the handover", 0),
        ("the supervisor one, it's more pressing", 1),
        ("leave the report for now", 0),
        ("not the handover now, the report", 1),
        ("whichever", None),
        ("both really", None),
    ],
)
def test_which_of_two_comes_first(answer: str, which: int | None) -> None:
    assert preferred(answer, (HANDOVER, REPORT)) == which


@pytest.mark.parametrize(
    ("answer", "own"),
    [
        ("handover first, it's what keeps me up, the report can wait", "handover first, it's what keeps me up"),
        ("echo first. f1 after", "echo first"),
        ("the handover please", "the handover please"),
        ("the report can wait", "the report can wait"),
    ],
)
def test_what_puts_the_other_off_is_left_out(answer: str, own: str) -> None:
    assert without_the_other(answer) == own


@pytest.mark.parametrize(
    ("said", "announces"),
    [
        ("Hello. I am SHO from Egypt. I want to ask about one thing happened in ward", True),
        ("can i tell you about something", True),
        ("I'd like to talk about a case that happened on the ward yesterday", True),
        ("I want to ask about a patient who was not seen by my reg", False),
        ("i need to talk about a situation with my consultant who shouts", False),
        ("I want to tell him about a case", False),
    ],
)
def test_a_matter_that_is_only_announced(said: str, announces: bool) -> None:
    assert announces_a_matter(said) is announces
