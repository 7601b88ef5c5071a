"""Words that bear on a patient: without one, a model's number alone seldom asks, and never stops."""

import pytest

from bot.coaching.safety import BARE_DANGER_AT, MIDWAY_AT, Place, judged
from bot.coaching.safety_bearing import bears_on_patient

STRAIGHT, MIDWAY = Place(), Place(midway=True)
OF_NO_PATIENT = ("six. everyone else has put twenty", "two firms and one rota", "we say that it is their queue")


@pytest.mark.parametrize("text", OF_NO_PATIENT)
def test_a_patients_danger_is_not_asked_about_where_no_word_bears_on_a_patient(text: str) -> None:
    assert judged({"patient_safety_now": BARE_DANGER_AT - 0.01}, text, STRAIGHT) is None
    risk = judged({"patient_safety_now": 0.999}, text, STRAIGHT)
    assert risk is not None
    assert risk.check_in


def test_midway_it_takes_a_word_of_how_a_patient_is_and_not_only_of_whom() -> None:
    about_whom, how = "her, and the rest follows from her anyway", "her sats follow her down, and the rest as well"
    assert not bears_on_patient(about_whom, midway=True)
    assert judged({"patient_safety_now": MIDWAY_AT["patient_safety_now"]}, about_whom, MIDWAY) is None
    assert judged({"patient_safety_now": MIDWAY_AT["patient_safety_now"]}, how, MIDWAY) is not None


def test_a_past_that_is_denied_is_no_past() -> None:
    assert (
        judged({"patient_safety_now": 0.9}, "two nurses, nine babies. it is now, not last week", STRAIGHT) is not None
    )
