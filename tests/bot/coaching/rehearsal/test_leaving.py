"""Getting out of a rehearsal in any words, and what is said past the other person."""

import pytest

from bot.coaching.practice import Step
from bot.coaching.rehearsal.asides import Aside, asides
from bot.coaching.rehearsal.cast import FIRST_CHOICE
from bot.coaching.rehearsal.leaving import Leave, leaves
from bot.coaching.rehearsal.stage import answers_leaving, step
from tests.bot.coaching.rehearsal.small_cast import role, small_cast
from tests.bot.coaching.rehearsal.test_stage import ASKED, play

STOPS = (
    "thats great thanks. finish",
    "stopp please",
    "stpo",
    "that'll do",
    "end rehearsal",
    "thank you, i think i've got it",
    "ok stop i sound like my old reg",
    "Thank you. That is enough for now.",
    "yeah alright stop",
    "let's stop there thanks",
    "no i mean stop the whole thing. i want to talk about her",
    "I think we can stop there",
)
GOES = (
    "Can we stop? I am tired.",
    "i've got to go crash bleep",
    "sorry got bleeped, back later",
    "i dont want to do this any more",
    "thats not helpful. can we stop",
    "stop stop stop. i hate this",
    "i've had enough",
    "i have to go",
    "actually no stop, i've gone off it",
    "I need to go now, arrest call",
)
LINES = (
    "please stop interrupting me",
    "stop moving my patients",
    "we need to stop the 4pm meeting",
    "Stop. You're not listening to me.",
    "I've had enough of waiting for beds every week.",
    "I have to go to theatre at four, what would help you before then?",
    "That will do nothing for the patients",
    "Could you stop and listen for a moment?",
    "I've been bleeped forty times tonight about it.",
    "I can't do that",
)


@pytest.mark.parametrize("said", STOPS)
def test_a_plain_stop_in_any_words_is_one(said: str) -> None:
    assert leaves(said) is Leave.STOP


@pytest.mark.parametrize("said", GOES)
def test_who_leaves_tired_upset_or_called_away_is_known(said: str) -> None:
    assert leaves(said) is Leave.LEFT


@pytest.mark.parametrize("said", LINES)
def test_a_line_for_the_other_ends_nothing(said: str) -> None:
    assert leaves(said) is None


def left() -> Step:
    return play((*ASKED, "Can we stop? I am tired."))[-1]


def test_who_leaves_tired_gets_a_short_word_no_lesson_and_the_state_as_it_was() -> None:
    done = left()
    assert (done.event, done.debrief, done.practice.over) == ("left", None, True)
    assert done.practice.level == play(ASKED)[-1].practice.level
    assert len(done.text.split()) <= 20


def test_the_debrief_comes_if_they_ask_and_not_if_they_leave_it() -> None:
    there, practice = small_cast(), left().practice
    for said in ("look at it", "yes", "how did it go?"):
        assert answers_leaving(practice, said)
        assert step(practice, said, there).event == "debrief"
    for said in ("leave it", "no thanks", "not now"):
        assert answers_leaving(practice, said)
        assert step(practice, said, there).event == "goodbye"
    assert not answers_leaving(practice, "The bins are full at night.")
    assert not answers_leaving(step(practice, "leave it", there).practice, "yes")


@pytest.mark.parametrize("said", ["thats not helpful. can we stop", "i dont want to do this any more", "stopp", "stop"])
def test_a_pause_is_left_as_easily(said: str) -> None:
    assert play((ASKED[0], "pause", said))[-1].practice.over


@pytest.mark.parametrize(
    ("said", "aside"),
    [
        ("what should I say", Aside.WORDS),
        ("gosh. so you were left on your own with it. what should I say now?", Aside.WORDS),
        ("how am i doing", Aside.HOW),
        ("that makes no sense", Aside.UNLIKE),
        ("she wouldn't say that", Aside.UNLIKE),
        ("that's not my name, stop it", Aside.UNLIKE),
        ("you're not Karen", Aside.UNLIKE),
        ("im crying a bit sorry, this is really hard", Aside.UPSET),
    ],
)
def test_words_to_the_coach_step_out_and_count_as_no_line(said: str, aside: Aside) -> None:
    assert aside in asides(said)
    done = play((ASKED[0], said))[-1]
    assert (done.voice, done.practice.paused, len(done.practice.moments)) == ("coach", True, 1)


@pytest.mark.parametrize(
    "said",
    [
        "What should I do differently?",
        "What would you say is the hardest part?",
        "You're not wrong.",
        "You're not alone with it.",
        "How was that for you?",
        "So you did the work and someone else got the poster. How was that?",
        "That doesn't make sense to the nurses, what would?",
    ],
)
def test_words_to_the_other_are_none_to_the_coach(said: str) -> None:
    assert not asides(said)


def test_what_they_would_rather_say_is_taken_up_and_answered() -> None:
    steps = play((ASKED[0], "he wouldn't say that", "he'd say it's not my problem", "go on"))
    assert steps[2].practice.moments[-1].answer == "It's not my problem."
    assert "It's not my problem." in steps[3].text


def test_who_was_meant_instead_is_met_with_the_same_matter() -> None:
    there = small_cast(other=role("other", "the porter"))
    practice = step(None, "Can I practise with the caretaker about the flood in the hall?", there).practice
    done = step(practice, "no, the porter, not the caretaker", there)
    assert (done.practice.role, done.practice.matter, done.event) == ("other", "the flood in the hall", "begun")


def test_a_line_tried_at_once_after_a_way_in_was_given_is_spoken() -> None:
    steps = play((ASKED[0], "what should I say", "So you carry them yourself. How are the lifts at night?"))
    assert (steps[-1].voice, steps[-1].practice.paused) == ("other", False)


def test_again_is_heard_after_a_complaint() -> None:
    steps = play((ASKED[0], "that was nonsense. i didn't say anything to her. agian"))
    assert (steps[-1].event, steps[-1].practice.moments) == ("again", ())
    assert steps[0].practice.role == FIRST_CHOICE
