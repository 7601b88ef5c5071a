"""What must not go out: words where they cannot stand, things foreign to the draft, facts that were lost, false praise."""

import pytest

from bot.coaching.review import certain, claims, unframed
from bot.coaching.reviewed import DraftKind
from tests.bot.coaching.review.desk import reviewed, rewordings

EMAIL, MESSAGE, FEEDBACK, AGENDA = DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.FEEDBACK, DraftKind.AGENDA
APOLOGY, SLIDES, GOAL, PITCH = DraftKind.APOLOGY, DraftKind.SLIDES, DraftKind.GOAL, DraftKind.PITCH


@pytest.mark.parametrize(
    "broken",
    [
        "Could you don't reply to this? If not, what gets in the way?",
        "Could you list order changed again this morning? If not, what gets in the way?",
        "Could Sam you sort the handovers out?",
        "Could we went through it on Friday?",
        "There is any chance of us having the meeting.",
        "What do we need to decide about Thursday 10.30 doctors office?",
        "What do we need to decide about ask nurse?",
        "What do we need to decide about case 1?",
        "What was the thinking behind this and why was nobody told?",
        "that were left from Friday.",
    ],
)
def test_words_that_cannot_stand_there_are_refused(broken: str) -> None:
    assert not certain.fits(broken)


@pytest.mark.parametrize(
    "good",
    [
        "Could you send the list by five?",
        "Could you order the bloods that were missed? If not, what gets in the way?",
        "Could you list the three that matter?",
        "I will share what we find. What would you want it to tell us?",
        "Is there any chance of a swap?",
        "What do we need to decide about rota gaps?",
        "What would help you be more confident on the ward round?",
    ],
)
def test_words_that_can_stand_there_are_let_through(good: str) -> None:
    assert certain.fits(good)


def test_a_trade_that_has_nothing_to_do_with_the_draft_is_foreign() -> None:
    said = "What would make this worth it to the theatre team and the anaesthetists?"
    assert certain.foreign(said, "Delegate bloods to the HCAs and leave on time.")
    assert not certain.foreign(said, "Theatre starts late and the anaesthetist waits.")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("The ticket has been closed for the third time.", "The ticket has been closed."),
        ("Two of us waited and it is down to Dr Amory.", "Two of us waited."),
        ("We lost 28 beds on Monday.", "We lost beds on Monday."),
        ("We lost 28 beds on Monday.", "We lost 28 beds."),
    ],
)
def test_a_fact_that_is_lost_is_seen(place: str, said: str) -> None:
    assert certain.lost(place, said)
    assert not certain.lost(place, place)


def test_what_stands_in_the_jibe_is_no_fact() -> None:
    assert not certain.lost("The scan is booked. Maybe if he ever stayed past 3 he would know.", "The scan is booked.")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("It is ridiculous that a ward of 28 beds does not own one.", "A ward of 28 beds does not own one."),
        ("Your department's obsession with the clock is putting patients at risk.", "The clock is putting patients at risk."),
        ("You lot keep sending patients up to us unclerked, 5 since midnight.", "Patients keep coming up to us unclerked, 5 since midnight."),
        ("The current teaching is a waste of everyone's time, it's 12.30 on Wednesdays.", "The current teaching is 12.30 on Wednesdays."),
        ("It is astonishing that nobody in your team has put up a sign.", ""),
    ],
)  # fmt: skip
def test_the_frame_goes_and_the_fact_stays(said: str, left: str) -> None:
    assert unframed.unframed(said) == left


@pytest.mark.parametrize(
    ("kind", "said", "becomes"),
    [
        (MESSAGE, "just finished 11 letters, some people clearly just leave at 5", "just finished 11 letters"),
        (MESSAGE, "we were at teaching all of us. maybe if she ever stayed past 3 she would see", "we were at teaching all of us."),
        (EMAIL, "Two of us had 60 cases. If this carries on I will be naming names at the meeting.", "Two of us had 60 cases."),
        (MESSAGE, "Still no cover for Saturday. if nobody comes forward by 6 i will just allocate someone", "Could you let me know by 6?"),
        (PITCH, "Waits would come down and midwives would finally stop blaming us for them.", "Waits would come down."),
        (FEEDBACK, "When she asked about his walking you came across as a bit arrogant. You said no and moved on.", "When she asked about his walking, you said no and moved on."),
        (APOLOGY, "I'm sorry if you felt you were not informed about the transfer on Saturday.", "I did not inform you about the transfer on Saturday, and I'm sorry."),
        (EMAIL, "I was wondering if there might possibly be any chance of us having the meeting at some point? Sorry to bother you again.", "Could we have the meeting?"),
    ],
)  # fmt: skip
def test_a_sting_that_names_nobody_is_taken_up(kind: DraftKind, said: str, becomes: str) -> None:
    found = rewordings(said, kind)
    assert any(one.rstrip(".") == becomes.rstrip(".") for one in found), found


@pytest.mark.parametrize(
    ("kind", "sound"),
    [
        (MESSAGE, "Would you swap my Fri 21 night for your Sat 29 long day? No worries at all if not, I've one other to ask."),
        (EMAIL, "I told you off in front of the whole round. You don't need to reply to this. What would you want from me?"),
        (GOAL, "By November I will have led at least three handovers myself, and asked each team for one thing to change."),
        (EMAIL, "I am aware that all departments have to save 4%. Could we meet on Monday about the alarms?"),
        (SLIDES, "Handover: from 47 minutes to 26\nWe tried the sickest first\nSick patients came up in ten minutes on 26 of 28\nWill it last?"),
        (AGENDA, "Induction for F1s\n09:00 Welcome\n09:15 Badges\n10:00 Prescribing quiz\n11:00 How to refer"),
    ],
)  # fmt: skip
def test_a_sound_draft_gets_no_needless_change(kind: DraftKind, sound: str) -> None:
    assert reviewed(sound, kind).changes == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("own_part", "if nobody comes forward by 6 i will just allocate someone"),
        ("own_part", "I will be thankful"),
        ("own_part", "Dr Marsh is happy to cover"),
        ("patient", "Non-drug things first: light, glasses, hearing aids, family"),
        ("patient_seen", "bedside is the best I've had in this job"),
        ("invitation", "Next time say what you know and what you don't"),
        ("other_side", "until 4 so I can see those 5"),
        ("figure", "Thursday 10.30 doctors office"),
        ("by_when", "I hope by the end of the job people see me as a leader"),
        ("plain_part", "I'm sorry"),
        ("plain_fact", "Late TTOs: nurses to stop telling patients at 5 that they can go"),
    ],
)
def test_a_reason_that_is_false_of_the_words_is_refused(name: str, words: str) -> None:
    assert not claims.holds(name, words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("own_part", "I'll write the answers down on the day"),
        ("patient", "The patient waited 19 hours without food"),
        ("invitation", "Could I come down for 15 minutes next week?"),
        ("figure", "14 of 64 patients came late"),
        ("plain_fact", "It has happened every night since 3rd October"),
    ],
)
def test_a_reason_that_is_true_of_the_words_stands(name: str, words: str) -> None:
    assert claims.holds(name, words)
