"""What a line is heard as between two people, and what the debrief makes of it."""

import pytest

from bot.adapters import roles
from bot.coaching.rehearsal.between import as_heard
from bot.coaching.rehearsal.described import cast_as
from bot.coaching.rehearsal.hearing import asks_how_they_are, feels_for, hear, yes_or_no
from bot.coaching.rehearsal.lines import words
from bot.coaching.speech_acts import Label, Labelled
from tests.bot.coaching.rehearsal.small_cast import near
from tests.bot.coaching.rehearsal.test_stage import ASKED, PUSHED, play


def heard_as(text: str, *labels: Label, answering: bool = True) -> set[Label]:
    return set(as_heard(Labelled(start=0, end=len(text), labels=labels), text, answering=answering).labels)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I'm not unsure of anything, I asked how your morning was.", Label.OWNERSHIP),
        ("I'm angry about the call yesterday.", Label.APOLOGY),
        ("um sorry i know you're busy", Label.APOLOGY),
        ("Sorry to bother you.", Label.OWNERSHIP),
        ("Oh. I am sorry to hear this.", Label.BLAME),
        ("Do you reckon it would be possible?", Label.PUSH),
        ("Do you have enough clerks?", Label.LEADING_QUESTION),
    ],
)
def test_nothing_is_heard_that_was_not_said(text: str, label: Label) -> None:
    assert label not in heard_as(text, label)


def test_what_is_owned_still_is() -> None:
    assert Label.OWNERSHIP in heard_as("I should have asked you first.", Label.OWNERSHIP)
    assert Label.APOLOGY in heard_as("I'm sorry about Tuesday.", Label.APOLOGY)


def harsh(text: str, before: str) -> tuple[Labelled, ...]:
    at = text.index(". ") + 1
    return (
        Labelled(start=0, end=at, labels=(Label.BLAME,)),
        Labelled(start=at + 1, end=len(text), labels=(Label.ASSERTION,)),
    )


def test_a_fault_of_ones_own_is_no_blame_of_the_other() -> None:
    own = hear("One patient was found late. I should have spoken earlier.", "", (), harsh, near)
    theirs = hear("One patient was found late. You should have spoken earlier.", "", (), harsh, near)
    assert not own.closing
    assert theirs.closing


def test_a_rant_with_a_question_at_its_end_opens_nobody() -> None:
    done = play(("The roof is old. The floor is wet. The door is stuck. What about the bins by the door?",))[0]
    assert done.opened <= 0


def test_manners_and_plain_questions_are_told_from_others() -> None:
    assert asks_how_they_are("Hello! How's your morning going?")
    assert feels_for("Oh. I am sorry to hear this. Was it hard for you?")
    assert yes_or_no("Is it worse at the weekend?")
    assert not yes_or_no("Can you tell me more?")
    assert not asks_how_they_are("How are the lifts at night?")


def test_how_they_are_is_answered() -> None:
    lines = roles.load_coach().plainly["how_are_you"].half
    assert play(("How's your morning going?",))[0].text in lines


def test_the_debrief_hands_back_no_swear_word_and_ends_on_doing_it_for_real() -> None:
    debrief = play((*ASKED, "You fucking useless arsehole.", "stop"))[-1].debrief
    assert debrief is not None
    assert "fuck" not in debrief.text
    assert "arsehole" not in debrief.text
    assert debrief.text.endswith("When will you say it for real?")


def test_the_debrief_counts_neither_greetings_nor_what_was_said_to_the_coach() -> None:
    said = ("Hi, have you got a minute?", ASKED[0], "what should I say", "I think he is afraid.", "go on", "stop")
    debrief = play(said)[-1].debrief
    assert debrief is not None
    assert (debrief.asking, debrief.telling) == (1, 0)


def test_the_debrief_is_never_long_and_always_has_the_balance() -> None:
    long = "It is your fault that they are full, and it has been so for as long as anybody here can think back to it."
    debrief = play((ASKED[0], long, *PUSHED, ASKED[1], "stop"))[-1].debrief
    assert debrief is not None
    assert words(debrief.text) <= 130
    assert "told" in debrief.text


def test_short_lines_are_quoted_whole() -> None:
    debrief = play(("Is it so? It's three.", PUSHED[1], "stop"))[-1].debrief
    assert debrief is not None
    assert '"It is your fault that they are full."' in debrief.text


@pytest.mark.parametrize(
    ("description", "hides"),
    [
        ("my TPD, always late", "the work of two people"),
        ("a matron, cynical, thinks audits are pointless", "two years of evenings"),
        ("a surgeon who shouts in theatre", "in hard"),
        ("my supervisor, quiet, avoids decisions", "kept"),
        ("my registrar, kind", "put their name"),
    ],
)
def test_what_lies_behind_somebody_described_goes_by_the_description(description: str, hides: str) -> None:
    found = cast_as(roles.load_roles()["described"], description, roles.load_coach())
    assert hides in found.hidden
    assert len(found.topics) >= 7
