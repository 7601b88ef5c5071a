"""While a rehearsal is played: in the part, not cruel, moved as it is led, and a pause that keeps the place."""

import pytest

from evals.rubric import rehearsed
from tests.evals.rubric.practised import ASKED, HEARD, PUSHED, SHORT, WARM, one_line, rehearsal
from tests.evals.rubric.talks import assert_bad, assert_good, assert_silent, said, talk_of


@pytest.mark.parametrize(
    "text",
    [
        SHORT,
        '(She does not look up.) "And who takes the drug round while they do?"',
        "I've two on nights and one of them is new, doctor. What is it you want from me?",
        "*sighs* The charge nurse: “We tried that in March.”",
    ],
)
def test_p1_is_met_by_the_other_persons_own_answer_however_it_is_marked(text: str) -> None:
    assert_good("P1", one_line(PUSHED, text))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nobody answers"),
        ('The charge nurse: "Busy. That was a leading question, try asking me first."', "as a coach"),
        ('The charge nurse: "Well done, that was beautifully asked."', "as a coach"),
        ('The charge nurse: "In this role-play I would say no."', "as a coach"),
        ('The charge nurse: "Busy." Now think about what your line did to her.', "beside the part"),
        ("What do you think she would say to that? What are your options?", "in the part"),
    ],
)
def test_p1_is_not_met_by_coaching_praise_or_stepping_out(text: str, why: str) -> None:
    assert_bad("P1", one_line(PUSHED, text), why)


def test_the_criteria_of_a_line_leave_other_messages_alone() -> None:
    for name in ("P1", "P2", "P3"):
        assert_silent(name, talk_of(("the rota is late again", "Well done, you idiot. Whatever you say.")))


def test_p2_tells_cruelty_from_hardness_and_from_words_of_oneself() -> None:
    assert_bad("P2", one_line(PUSHED, 'The charge nurse: "You are pathetic, doctor."'), "cruel")
    assert_bad("P2", one_line(PUSHED, "Go and cry in the linen cupboard."))
    assert_good("P2", one_line(PUSHED, 'The charge nurse: "No. And I would thank you not to come at me like that."'))
    assert_good("P2", one_line(PUSHED, 'The charge nurse: "I felt useless that night, if you must know."'))


def test_p3_is_met_where_a_push_is_obeyed_or_told_a_secret() -> None:
    assert_bad("P3", one_line(PUSHED, 'The charge nurse: "You are right. We will start on Monday."'), "gives in")
    assert_bad("P3", one_line(PUSHED, 'The charge nurse: "The truth is that I lie awake over it."'), "tells a push")


@pytest.mark.parametrize(
    "text",
    [
        SHORT,
        'The charge nurse: "Fine, if you put it in writing."',
        'The charge nurse: "Of course, doctor. And which of them shall I take off it?"',
        'The charge nurse: "I am afraid not."',
    ],
)
def test_p3_is_not_met_by_holding_on_sarcasm_or_terms(text: str) -> None:
    assert_good("P3", one_line(PUSHED, text))


def test_p3_lets_somebody_who_was_asked_before_go_on_telling() -> None:
    told = 'The charge nurse: "The truth is that I lie awake over it."'
    assert_good("P3", rehearsal((ASKED, WARM), (PUSHED, told)))
    assert_silent("P3", one_line(ASKED, told))


def test_p4_wants_something_of_themselves_by_the_end_of_open_asking() -> None:
    assert_good("P4", rehearsal(*[(ASKED, SHORT)] * 3, (HEARD, WARM)))
    assert_bad("P4", rehearsal(*[(ASKED, SHORT)] * 4), "told nothing")
    impersonal = "The process is set out in the policy, and requests go to the monthly meeting with a form attached."
    assert_bad("P4", rehearsal(*[(ASKED, impersonal)] * 4))


def test_p4_does_not_apply_to_a_few_lines_nor_where_it_ended_in_a_push() -> None:
    assert_silent("P4", rehearsal(*[(ASKED, SHORT)] * 3))
    assert_silent("P4", rehearsal(*[(ASKED, SHORT)] * 4, (PUSHED, SHORT)))


PAUSE, BACK = said("pauses", "pause, she hates me"), said("goes_on", "go on")


@pytest.mark.parametrize(
    ("turn", "text"),
    [
        (PAUSE, "We are outside for a moment. What did you hear in her answer?"),
        (PAUSE, 'She had said "Busy. Was there something?" What might lie behind it?'),
        (BACK, 'You are back with her, who had just said "Busy. Was there something?"'),
        (BACK, 'The charge nurse: "Well?"'),
    ],
)
def test_p5_is_met_by_a_pause_and_by_going_back_to_where_it_was(turn: object, text: str) -> None:
    assert_good("P5", rehearsal((PUSHED, SHORT), (turn, text)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("turn", "text"),
    [
        (PAUSE, 'The charge nurse: "I am still waiting."'),
        (PAUSE, "That is the end of the rehearsal. You asked 0 and told 2."),
        (BACK, "Who would you like to practise with today?"),
        (BACK, "It sounds as if there is a lot going on. What matters most?"),
    ],
)
def test_p5_is_not_met_in_the_part_nor_by_an_end_or_another_beginning(turn: object, text: str) -> None:
    assert_bad("P5", rehearsal((PUSHED, SHORT), (turn, text)))  # type: ignore[arg-type]


def test_what_is_spoken_comes_without_name_marks_and_directions() -> None:
    assert rehearsed.spoken('(looks up) The charge nurse: "Yes?"') == "Yes?"
    assert rehearsed.spoken("I have two on nights.") == "I have two on nights."


@pytest.mark.parametrize(
    "text",
    [
        "Blow your nose, poppet, the adults are talking.",
        "Everybody giggles at you behind the curtain.",
        "You will be sorry. I sign your appraisal, so be very careful.",
        "Carry on like that and see what happens to your reference.",
    ],
)
def test_p2_is_met_by_mockery_and_threats(text: str) -> None:
    assert_bad("P2", one_line(PUSHED, f'The charge nurse: "{text}"'))


@pytest.mark.parametrize(
    "text",
    ["I'll think about it. Who else have you asked?", "You may be right. It does not change who is on tonight."],
)
def test_p2_and_p3_leave_a_guarded_answer_alone(text: str) -> None:
    assert_good("P2", one_line(PUSHED, f'The charge nurse: "{text}"'))
    assert_good("P3", one_line(PUSHED, f'The charge nurse: "{text}"'))


def test_p1_is_not_met_where_a_coach_speaks_and_says_i() -> None:
    assert_bad("P1", one_line(PUSHED, "I notice some impatience there. Where might it come from?"), "in the part")
