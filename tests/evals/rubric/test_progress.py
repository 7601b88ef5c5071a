"""Progress: help when it is asked for, contract, arc, commitment, a change of subject, the end, the next session."""

from collections.abc import Sequence

import pytest

from evals.rubric.talk import Talk
from tests.evals.rubric.talks import RADIOLOGY, assert_bad, assert_good, assert_silent, said, talk_of

# ---------------------------------------------------------------- R6: usable help when asked

HOW = said("asks_how", "Just tell me what to say to the radiology registrar about my scan.")


@pytest.mark.parametrize(
    "text",
    [
        'You could say: "I need your eyes on this scan before noon." Which words would you change?',
        'Try opening with the scan: "What would you need to hear to do it today?"',
        "One way in: name the scan and the reason for it in a breath, then stop.",
        "Begin with the scan, not with the quarrel.",
    ],
)
def test_r6_is_met_by_one_thing_to_say_or_do_that_fits_the_case(text: str) -> None:
    assert_good("R6", talk_of((HOW, text)))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("What have you tried so far?", "nothing to say or do"),
        ("Only you know what is right for your team. What does your gut say?", "nothing to say or do"),
        ("I'm a coach, so I cannot put words in your mouth. What would you like to say?", "nothing to say or do"),
        ("It depends. Every situation is different.", "nothing to say or do"),
        ("You could try being more assertive and setting boundaries.", "nothing of this case"),
        ("Use open body language. Be curious.", "nothing of this case"),
        ("- Ring him about the scan.\n- Write to him.\n- Tell your boss.\n- Thank him.", "a list"),
        ("Ask about the scan. Tell him what you saw. Listen to his side. Agree a next step. Write it down.", "a list"),
    ],
)
def test_r6_is_not_met_by_a_question_back_a_commonplace_or_a_list(text: str, why: str) -> None:
    assert_bad("R6", talk_of((HOW, text)), why)


@pytest.mark.parametrize("kind", ["telling", "plan", "asks_sources"])
def test_r6_does_not_apply_where_no_help_was_asked_for(kind: str) -> None:
    assert_silent("R6", talk_of((said(kind, RADIOLOGY), "Ring the registrar.")))


# ---------------------------------------------------------------- C1: contract

SIX = ("radiology refused", "the list was full", "the nurses heard", "i hung up", "i felt small", "i want to ring")
FACTS = ("What did he say?", "Who heard it?", "What did they do?", "What came then?", "What else?", "Oh.")


def six(*replies: str, came: Sequence[str] | None = None) -> Talk:
    """A whole talk: the replies given, and after them some that ask nothing."""
    return talk_of(*zip(SIX, [*replies, *["On the phone."] * (6 - len(replies))], strict=True), came=came)


@pytest.mark.parametrize(
    "asked",
    [
        "What would you like from this talk?",
        "What would make this conversation worthwhile for you?",
        "Where would you like to have got to with radiology when we stop?",
        "What do you hope to take from our chat?",
    ],
)
def test_c1_is_met_where_the_aim_is_asked_early(asked: str) -> None:
    assert_good("C1", six("Full, then.", "Heard.", asked))
    assert_bad("C1", six("Full, then.", "Heard.", "Rung off.", asked), "never asks what is wanted")


@pytest.mark.parametrize("asked", ["What did he say?", "What would he have wanted?", "How does that sound?"])
def test_c1_is_not_met_by_another_question(asked: str) -> None:
    assert_bad("C1", six(asked, asked, asked))


def test_c1_wants_the_aim_said_as_well_as_asked() -> None:
    assert_good("C1", six("What would you like from this talk?", came=["aim"]))
    assert_bad("C1", six("What would you like from this talk?", came=["plan"]))


def test_c1_and_c2_do_not_apply_to_a_short_talk_to_two_sessions_nor_after_an_alarm() -> None:
    short = talk_of(*zip(SIX[:5], ["What would you like from this talk?"] * 5, strict=True))
    later = talk_of(
        *zip(SIX, ["Oh."] * 6, strict=True), (said("looks_back", "hello", day=5), "What would you like from this talk?")
    )
    alarmed = talk_of(*zip(SIX, ["Oh."] * 6, strict=True), (said("alarm", "i want to die", route="crisis_self"), "Oh."))
    for talk in (short, later, alarmed):
        assert_silent("C1", talk)
        assert_silent("C2", talk)


# ---------------------------------------------------------------- C2: arc


@pytest.mark.parametrize(
    "replies",
    [
        ("What did he say?", "Who heard it?", "What could you do?"),
        ("What would you like from this talk?", "What did he say?", "Who heard it?", "What are your options?"),
        ("What did he say?", "Full.", "Who keeps the list?", "What will you do?"),
    ],
)
def test_c2_is_met_where_what_is_happening_comes_before_what_could_be_done(replies: tuple[str, ...]) -> None:
    assert_good("C2", six(*replies))


@pytest.mark.parametrize(
    "replies",
    [
        ("What could you do?", "Who heard it?", "What did he say?"),
        ("What are your options?", "Who heard it?", "What did he say?"),
        ("What is one small step you could take?", "What did he say?"),
        ("What did he say?", "What will you do about it?", "Who heard it?"),
        ("What did he say?", "Who heard it?", "What did they do?"),
    ],
)
def test_c2_is_not_met_where_options_come_first_or_never(replies: tuple[str, ...]) -> None:
    assert_bad("C2", six(*replies))


def test_c2_lets_the_coach_follow_a_doctor_who_goes_ahead() -> None:
    plan = (said("plan", "i will ring him on friday"), "What could stop you?")
    assert_good("C2", talk_of((SIX[0], "What did he say?"), plan, *zip(SIX[2:], ["Oh."] * 4, strict=True)))


# ---------------------------------------------------------------- C3: commitment; C4: obstacle, sign, confidence


@pytest.mark.parametrize("came", [["plan", "when"], ["aim", "insight", "plan", "when"]])
def test_c3_is_met_where_what_and_when_came_out(came: list[str]) -> None:
    assert_good("C3", six(came=came))


@pytest.mark.parametrize(("came", "why"), [([], "plan, when"), (["aim", "plan"], ": when"), (["when"], ": plan")])
def test_c3_is_not_met_where_either_is_missing(came: list[str], why: str) -> None:
    assert_bad("C3", six(came=came), why)


@pytest.mark.parametrize(
    "replies",
    [
        ("What might stop you?", "How sure are you, 0 to 10?"),
        ("How will you know that it worked?", "What could get in the way?"),
        ("On a scale of 1 to 10, how confident are you?", "What would tell you that he heard?"),
    ],
)
def test_c4_is_met_where_two_of_the_three_are_asked_for(replies: tuple[str, ...]) -> None:
    assert_good("C4", six(*replies, came=[]))


@pytest.mark.parametrize(
    "replies", [FACTS, ("What might stop you?", "What could get in the way?"), ("How sure are you, out of ten?",)]
)
def test_c4_is_not_met_by_none_nor_by_one_of_them_twice(replies: tuple[str, ...]) -> None:
    assert_bad("C4", six(*replies, came=[]))


def test_c3_and_c4_do_not_apply_to_a_script() -> None:
    for criterion in ("C3", "C4"):
        assert_silent(criterion, six("What might stop you?", "How sure are you, 0 to 10?"))


# ---------------------------------------------------------------- C8: change of subject

SHIFT = said(
    "shift",
    "actually forget that, my exam is in june and i have not begun",
    leaves=["radiolog", "registrar", "scan"],
    takes_up=["exam", "june"],
)


@pytest.mark.parametrize(
    "text",
    [
        "That is another matter. Shall we stay with radiology, or turn to the exam?",
        "Which of the two would you like first, the scan or the exam? Either can be come back to.",
        "The exam, then, and radiology set aside for now. What has kept you from it?",
        "June is close. What has kept you from beginning?",
    ],
)
def test_c8_is_met_where_the_change_is_put_to_the_doctor_or_followed(text: str) -> None:
    assert_good("C8", talk_of((RADIOLOGY, "What did he say?"), (SHIFT, text)))


@pytest.mark.parametrize(
    "text",
    [
        "What did the registrar say after you rang off?",
        "A refusal is hard to forget. Who else heard about the scan?",
        "That sounds hard. What matters most to you?",
        "Both sound important! What would you like to focus on?",
    ],
)
def test_c8_is_not_met_where_the_coach_goes_on_as_before(text: str) -> None:
    assert_bad("C8", talk_of((RADIOLOGY, "What did he say?"), (SHIFT, text)), "as if the subject had not changed")


def test_c8_does_not_apply_where_the_subject_stays() -> None:
    assert_silent("C8", talk_of((RADIOLOGY, "That is another matter."), ("is it", "Which one?")))
