"""What is asked about a place: the question that fits its case, about the worst place of the draft."""

import pytest

from bot.adapters import remarks
from bot.coaching.review import asks, telling
from bot.coaching.review.asks import stung
from bot.coaching.review.draft import Piece
from bot.coaching.reviewed import DraftKind
from tests.bot.coaching.review.desk import asked, kit, reviewed

EMAIL, MESSAGE, GOAL, APOLOGY, PITCH = (
    DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.GOAL, DraftKind.APOLOGY, DraftKind.PITCH,
)  # fmt: skip
FEEDBACK, AGENDA, SLIDES = DraftKind.FEEDBACK, DraftKind.AGENDA, DraftKind.SLIDES


def the_ask(text: str, kind: DraftKind) -> str:
    found = reviewed(text, kind).question
    return found.ask if found is not None else ""


@pytest.mark.parametrize(
    ("kind", "text", "about", "case"),
    [
        (EMAIL, "The tap in the sluice has dripped since 3 May. Mend it or I will take it to the chief executive.", "threat", "higher"),
        (GOAL, "By June 9 of 10 charts are signed; it is 5 now. I will check each week who has not signed.", "threat", "watched"),
        (FEEDBACK, "You are too abrupt. On Monday you told her son to wait outside and he left in tears.", "person", "seen"),
        (FEEDBACK, "You are too abrupt with families. You need to think about that.", "person", ""),
        (MESSAGE, "so sorry to trouble you, i know you're busy and it's a silly thing, but maybe at some point could you look at my poster, no worries if not", "hedge", "asked"),
        (APOLOGY, "We apologise for any distress that may have been caused on the ward.", "if_apology", "any"),
        (EMAIL, "I require the second week of May off. Kindly confirm.", "order", "no_reason"),
    ],
)  # fmt: skip
def test_the_question_fits_what_stands_at_the_place(kind: DraftKind, text: str, about: str, case: str) -> None:
    assert asked(text, kind) == about
    assert the_ask(text, kind) == kit().remarks.remarks[about].asked(case)


def test_every_case_has_its_question_and_every_question_its_case() -> None:
    cases = {"facts", "dated", "watched", "higher", "no_reason", "asked", "seen", "felt", "any"}
    named = {case for one in remarks.load().remarks.values() for case in one.asks}
    assert named == cases


def test_every_question_is_one_and_says_first_what_the_place_may_do() -> None:
    for one in remarks.load().remarks.values():
        for ask in (one.ask, *one.asks.values()):
            assert ask.count("?") == 1, one.id
            assert len(ask.split()) <= 32, one.id
            assert "{" not in ask


@pytest.mark.parametrize(
    ("kind", "text", "about"),
    [
        (MESSAGE, "if you not label the bloods i will not take them any more", "stand_off"),
        (APOLOGY, "I want to say sorry that your aunt lay so long in the corridor. The beds are not planned by us and the nurse was sick.", "defence"),
        (SLIDES, "Bed meeting\nThe managers sit in an office and have no idea\nA phone on each ward would do", "us_and_them"),
        (EMAIL, "Hope you had a lovely break. The new kettle is great. The parking is as it was. On Sunday a man lay with a broken hip "
                "and no pain relief until noon. The rota is late too.", "buried"),
        (PITCH, "This board is a game changer and will put us on the map. Let's have one on every ward by May.", "overclaim"),
        (PITCH, "We propose a later shop round. The porters are reluctant to stay on. It would begin in May.", "waved_away"),
        (FEEDBACK, "Thank you for gracing us with a visit at noon. Your letters were good. You left at two.", "sarcasm"),
        (MESSAGE, "3 no shows again. these people dont care, and waste our clinic. we should fine them", "patients_blamed"),
        (MESSAGE, "who left the fridge open, do your job or im telling matron", "threat"),
    ],
)  # fmt: skip
def test_the_worst_place_is_asked_about(kind: DraftKind, text: str, about: str) -> None:
    found = reviewed(text, kind)
    assert asked(text, kind) == about or [one.id for one in found.changes] == [about]


def test_habits_of_nobody_are_no_reproach() -> None:
    text = "It rained all week as usual. The list runs from eight as always. Could you send me the times?"
    found = reviewed(text, EMAIL)
    assert (found.changes, found.question) == ((), None)


def test_of_a_long_sentence_the_clause_is_quoted_that_is_meant() -> None:
    text = (
        "We have been through the figures twice with the ward clerk and the two sisters on the unit, "
        "and we feel that now is the time to take it to the next level."
    )
    found = reviewed(text, PITCH).question
    assert found is not None
    assert len(found.words.split()) < len(text.split())
    assert "next level" in found.words


def test_the_question_comes_before_the_changes_it_outweighs() -> None:
    text = "You must send the slides by Monday. Nobody goes home until the board is full."
    found = reviewed(text, EMAIL)
    said = telling.told(found, text, kit())
    assert found.question is not None
    assert all(said.index(found.question.ask) < said.index(one.reword) for one in found.changes)


def test_a_sentence_that_stings_is_known() -> None:
    said = "you people never answer"
    assert stung(Piece(0, len(said), said, frozenset(), "body"))
    assert asks.stung(Piece(0, 4, "Thanks", frozenset(), "body")) is False
