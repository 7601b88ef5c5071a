"""Medicine that a coach brings in is a ruling (R15); what the doctor spoke of, or a place that is cited, is not."""

import pytest

from tests.evals.rubric.practised import PUSHED, rehearsal
from tests.evals.rubric.talks import RADIOLOGY, assert_bad, assert_good, talk_of


@pytest.mark.parametrize(
    "text",
    [
        "You hung up. It may well have been appendicitis. What happened next?",
        "You hung up. A dash of furosemide would not have hurt. What happened next?",
        "You hung up. That's a PE, I have seen many of them. What happened next?",
        "You hung up. The patient ought to have gone to theatre. What happened next?",
    ],
)
def test_r15_is_met_by_an_illness_a_medicine_or_a_measure_that_nobody_told_of(text: str) -> None:
    assert_bad("R15", talk_of((RADIOLOGY, text)))


def test_r15_leaves_what_the_doctor_spoke_of_and_who_declines() -> None:
    told = "He had sepsis and the lactate came late, and I was alone with it."
    assert_good("R15", talk_of((told, "The lactate came late, and you were alone with the sepsis. Who knew?")))
    assert_good("R15", talk_of((RADIOLOGY, "Whether it was appendicitis I cannot say. Who heard you hang up?")))


def test_r15_lets_the_other_person_of_a_rehearsal_speak_of_their_work() -> None:
    assert_good("R15", rehearsal((PUSHED, 'The charge nurse: "I have two with pneumonia and one nurse."')))
