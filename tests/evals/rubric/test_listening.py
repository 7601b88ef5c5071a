"""Listening: what a reply takes up, whether it reflects before it asks, looks back, and leaves the doctor room."""

import pytest

from evals.casebook.case import Turn
from tests.evals.rubric.talks import RADIOLOGY, Pair, assert_bad, assert_good, assert_silent, reply, said, talk_of

# ---------------------------------------------------------------- R1: takes up something of this very message

TAKEN_UP = (
    "A refusal on the phone with the nurses listening, and you put it down. What did the radiology registrar say last?",
    'You "just hung up", and radiology still has no reason to scan. What would you have said?',
    "Radiology refused, and the station heard the line go dead. How did the nurses take it?",
    "The scan is one thing, the nurses hearing radiology say no another. Which of them is with you now?",
)
NOT_TAKEN_UP = (
    (
        "So the radiology registrar refused my scan request on the phone, in front of the whole nurses' station. Then?",
        "says the doctor's words again",
    ),
    (
        "scan request on the phone, in front of the whole nurses' station: how did it end?",
        "says the doctor's words again",
    ),
    ("It sounds like there is a lot going on at work. What matters most to you in this?", "nearer to its own message"),
    ("Conflict between departments is never simple. What would a good outcome look like?", "nearer to its own message"),
    ("The rota came out late and three juniors swapped. What did they say?", "nearer to its own message"),
    ('You wrote "he made me feel like an idiot". What happened on the phone with radiology?', "did not write"),
    ("Tell me more about the radiology registrar.", "stock prompt"),
    ("How do you feel about the radiology registrar?", "stock prompt"),
    ("", "empty"),
)
LITTLE_TO_TAKE_UP = (
    said("telling", "ok then"),
    said("brief", "dunno about radiology really"),
    said("thanks", "thank you for the scan idea"),
)


@pytest.mark.parametrize("text", TAKEN_UP)
def test_r1_is_met_by_what_would_fit_no_other_message(text: str) -> None:
    assert_good("R1", talk_of((RADIOLOGY, text)))


@pytest.mark.parametrize(("text", "why"), NOT_TAKEN_UP)
def test_r1_is_not_met_by_an_echo_a_stock_prompt_or_what_fits_any_message(text: str, why: str) -> None:
    assert_bad("R1", talk_of((RADIOLOGY, text)), why)


@pytest.mark.parametrize("little", LITTLE_TO_TAKE_UP)
def test_r1_does_not_apply_where_there_is_little_to_take_up(little: Turn) -> None:
    assert_silent("R1", talk_of((RADIOLOGY, TAKEN_UP[0]), (little, "Go on.")))


def test_r1_holds_a_reply_to_the_last_message_and_not_to_one_before_it() -> None:
    letters, reply_to_it = (
        "Our letters wait for a typist who left in March.",
        "A typist gone since March. Who writes your letters?",
    )
    assert_good("R1", talk_of((RADIOLOGY, "Hm."), (letters, reply_to_it)))
    assert_bad("R1", talk_of((letters, "Hm."), (RADIOLOGY, reply_to_it)))


def test_seven_words_said_again_are_a_reference_and_eight_are_an_echo() -> None:
    seven, eight = "scan request on the phone, in front", "scan request on the phone, in front of"
    assert_good("R1", talk_of((RADIOLOGY, f"Radiology said no: {seven}, then, with nurses there. What next?")))
    assert_bad("R1", talk_of((RADIOLOGY, f"Radiology said no: {eight} nurses. What next?")), "again")


def test_words_offered_to_be_said_are_no_foreign_quotation() -> None:
    offered = (
        'Radiology has refused the scan. You could say "I need you to look at this one with me". Who would hear it?'
    )
    assert_good("R1", talk_of((RADIOLOGY, offered)))


# ---------------------------------------------------------------- R2: reflects before it asks

REFLECTED = (
    "Radiology said no, and the nurses heard it. What did you say?",
    'So "I just hung up" is where it ended. What had you still to say?',
    "A refusal is one thing; one with an audience is another. Who was nearest?",
)
NOT_REFLECTED = (
    "What did radiology say?",
    "I hear you. What happened on the phone with radiology?",
    "Great question! What happened with radiology?",
    "Thank you for telling me about radiology. What did he say?",
    "That sounds really tough. What did he say on the phone?",
    "You should ring radiology back. What do you think?",
    "Communication between teams is complex. What did he say?",
    "What did radiology say? A refusal in front of the nurses is hard to undo.",
    "The rota came out late and three juniors swapped. What did they say?",
    "- Ring him back.\n- Write to him.\n- Tell your consultant.",
)


@pytest.mark.parametrize("text", REFLECTED)
def test_r2_is_met_by_a_statement_of_what_was_told_before_the_question(text: str) -> None:
    assert_good("R2", talk_of((RADIOLOGY, text)))


@pytest.mark.parametrize("text", NOT_REFLECTED)
def test_r2_is_not_met_by_a_courtesy_advice_another_matter_or_a_question_alone(text: str) -> None:
    assert_bad("R2", talk_of((RADIOLOGY, text)))


@pytest.mark.parametrize("kind", ["asks_how", "brief", "thanks", "plan"])
def test_r2_does_not_apply_where_no_matter_is_told(kind: str) -> None:
    assert_silent("R2", talk_of((said(kind, RADIOLOGY), "What did he say?")))


def test_a_reflection_that_is_claimed_and_not_made_is_not_believed() -> None:
    claims = reply("What did radiology say to you about the scan?", acts=("reflect", "ask_open"))
    assert_bad("R2", talk_of((RADIOLOGY, claims)), "says that it does 'reflect'")


# ---------------------------------------------------------------- C5: looks back

TOLD = (
    "the chaplain saw radiology refuse my scan",
    "they were booked until noon",
    "nurses heard it all",
    "i hung up on him",
    "i felt small after it",
    "i want to ring again",
)


def told(*replies: str) -> tuple[Pair, ...]:
    return tuple(zip(TOLD, ["Hm."] * (len(TOLD) - len(replies)) + list(replies), strict=True))


@pytest.mark.parametrize(
    "last",
    [
        "Ring again, then. And the chaplain, would he be there?",
        'It began with "the chaplain saw radiology refuse". Who else would you want there?',
        "Booked until noon is what stopped it the first time. What is different now?",
    ],
)
def test_c5_is_met_where_something_told_long_ago_comes_back(last: str) -> None:
    assert_good("C5", talk_of(*told(last)))


@pytest.mark.parametrize(
    "last", ["Ring again, then. With what words?", "You want to ring again, small as you felt. When?"]
)
def test_c5_is_not_met_where_only_the_last_messages_are_used(last: str) -> None:
    assert_bad("C5", talk_of(*told(last)))


def test_c5_is_not_met_by_a_word_that_the_coach_has_said_all_along() -> None:
    assert_bad("C5", talk_of(*told(*["The chaplain, and then?"] * 5)))


def test_c5_does_not_apply_to_a_short_talk() -> None:
    assert_silent("C5", talk_of(*told("And the chaplain?")[1:]))


# ---------------------------------------------------------------- C6: balance

AT_LENGTH = "Nobody on the ward wants to carry the bleep when I am in clinic, so that it falls to me however full my list may be"
BALANCED = (
    "Radiology refused, with the chaplain there. What did he say?",
    "Booked until noon, then. By whom?",
    "Heard by the nurses. Which of them?",
    "You hung up on him. What came then?",
)


@pytest.mark.parametrize(
    "replies", [BALANCED, ("The chaplain saw it. By chance?", "By whom?", "The nurses, all of them. And?", "And then?")]
)
def test_c6_is_met_with_a_reflection_for_every_two_questions(replies: tuple[str, ...]) -> None:
    assert_good("C6", talk_of(*zip(TOLD, replies, strict=False)))


@pytest.mark.parametrize(
    "replies",
    [
        ("What did he say?", "Who keeps it?", "Which of them?", "What came then?"),
        ("Great. What did he say?", "Okay. Who keeps it?", "I see. Which of them?", "Thanks. What came then?"),
        ("The chaplain saw it. How?", "Whose? And why?", "Which? And when?", "What then? And now?"),
    ],
)
def test_c6_is_not_met_by_an_interrogation(replies: tuple[str, ...]) -> None:
    assert_bad("C6", talk_of(*zip(TOLD, replies, strict=False)))


def test_c6_leaves_two_fifths_of_the_words_to_a_doctor_who_writes_at_length() -> None:
    padding = "There is much to be said of it, on this side and on that, and none of it is new. " * 2
    brief, long = "The bleep falls to you in clinic. Who else?", f"The bleep falls to you in clinic. {padding}Who else?"
    assert_good("C6", talk_of(*[(AT_LENGTH, brief)] * 4))
    assert_bad("C6", talk_of(*[(AT_LENGTH, long)] * 4), "% of the words")


def test_c6_does_not_apply_to_three_replies_nor_where_an_alarm_was_raised() -> None:
    assert_silent("C6", talk_of(*zip(TOLD, BALANCED[:3], strict=False)))
    alarm = said("alarm", "i do not want to wake up", route="crisis_self")
    assert_silent("C6", talk_of(*zip(TOLD, BALANCED, strict=False), (alarm, "Are you safe?")))


def test_c5_is_not_met_by_what_is_remembered_and_was_never_told() -> None:
    kept = "Ring again, then. And the chaplain, would he be there?"
    false = "As you said earlier, your dermatology poster lost its funding. What is the link?"
    assert_bad("C5", talk_of(*told(false, kept)), "did not tell")
