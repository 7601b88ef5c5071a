"""Where no wording is certain: the place that matters most, and one plain question about it."""

import pytest

from bot.coaching.review import telling
from bot.coaching.reviewed import DraftKind
from tests.bot.coaching.review.desk import asked, kit, reviewed

EMAIL, MESSAGE, GOAL, APOLOGY, PITCH = (
    DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.GOAL, DraftKind.APOLOGY, DraftKind.PITCH,
)  # fmt: skip
FEEDBACK, AGENDA, SLIDES = DraftKind.FEEDBACK, DraftKind.AGENDA, DraftKind.SLIDES
BOARD = "The board has been left blank on nine nights. From Monday nobody goes home until it is full. Thanks, [name]"


@pytest.mark.parametrize(
    ("kind", "text", "about"),
    [
        (EMAIL, BOARD, "threat"),
        (MESSAGE, "The good lists go to the same three people. We all agreed we will not cover any more until that stops.", "stand_off"),
        (SLIDES, "Line infections\n14 last year\nMonthly figures published by individual surgeon", "named"),
        (PITCH, "I propose one triage phone. The nurses have concerns but these are mostly historic. What would you try first?", "waved_away"),
        (GOAL, "Handover will be better by June. Someone should make a sheet. 40% of patients are missed now.", "someone"),
        (GOAL, "My goal is to attend two courses and get a certificate for my portfolio by June.", "certificates"),
        (GOAL, "By May I will ring 9 of 10 GPs on the day. Today it is 4. I hope that in return they will refer less.", "bargain"),
        (PITCH, "A third of slots are lost. Patients at the hostel are the main group responsible. We start there.", "patients_blamed"),
        (SLIDES, "Sepsis audit\n38% had antibiotics in an hour\nConclusion: more education needed", "teach_them"),
        (AGENDA, "Rota meeting\n1. My audit (me, 20 min)\n2. My new form (me, 20 min)\n3. Date of next meeting", "all_mine"),
        (AGENDA, "Ward 4\n1. Teaching\n2. Summaries: poor performers\n3. What would help on nights?", "agenda_blame"),
        (FEEDBACK, "You need to show more initiative on the round. What do you think?", "person"),
        (APOLOGY, "We are sorry. The delay was multifactorial and lessons have been learned.", "not_owned"),
        (GOAL, "We will improve handover by June.", "no_figure"),
        (EMAIL, "How hard can it be to type four lines?", "leading"),
        (
            EMAIL,
            "I write about a number of things. First, the induction was good. Secondly, the parking is not. The library "
            "works now. Lastly, I was alone with a man who hit me and the alarm did not work. Kind regards",
            "buried",
        ),
        (
            EMAIL,
            "I know you are busy and I am only an F1, but I was wondering if there was any possibility of a word about my "
            "leave at some point. Apologies for troubling you.",
            "hedge",
        ),
    ],
)  # fmt: skip
def test_the_place_that_matters_most_is_asked_about(kind: DraftKind, text: str, about: str) -> None:
    assert asked(text, kind) == about


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (EMAIL, "We prescribe in bursts and never warn you. How much notice would you need?"),
        (GOAL, "I will keep a log of my timings and bring it each Friday. 40 minutes over now, none by June."),
        (APOLOGY, "I took the credit for your audit. I have e-mailed Dr [name] to put your name first. I am sorry."),
        (PITCH, "The nurses had better ideas than I did. What would it take to try theirs for a week?"),
        (EMAIL, "I would welcome your thoughts on what a fair week looks like. What did I miss?"),
        (MESSAGE, "It is not your fault. How has your day been?"),
    ],
)
def test_no_question_is_made_up(kind: DraftKind, text: str) -> None:
    found = reviewed(text, kind)
    assert (found.changes, found.question) == ((), None)


def test_a_question_is_told_with_its_place_and_nothing_is_offered_as_a_wording() -> None:
    found = reviewed(BOARD, EMAIL)
    assert found.question is not None
    said = telling.told(found, BOARD, kit())
    assert found.question.ask in said
    assert "nobody goes home" in said
    assert "You could say" not in said
    assert len(said.split()) <= telling.MOST_WORDS


def test_nothing_is_praised_that_is_asked_about() -> None:
    found = reviewed(BOARD, EMAIL)
    assert all("nobody goes home" not in one.words for one in found.strengths)


def test_a_question_about_what_weighs_less_than_the_changes_is_not_told() -> None:
    text = "Your secretaries are useless. The letter came on 3 May. It would be good if someone should look at it."
    found = reviewed(text, EMAIL)
    assert found.changes
    assert found.question is None


def test_a_change_only_leaves_out_what_begins_or_ends_a_sentence() -> None:
    text = "Ladies and gents of ortho I love you but lift a pen, you have got the arms for it"
    assert all("love you, you" not in one.reword for one in reviewed(text, MESSAGE).changes)


def test_the_only_sorry_is_never_left_out() -> None:
    text = "So sorry for sending the rota out wrong, I'm such an idiot, I honestly cannot believe it. It is fixed now."
    assert all("orry" in one.reword for one in reviewed(text, APOLOGY).changes if "orry" in one.words)
