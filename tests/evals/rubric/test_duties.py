"""The usual criteria leave a rehearsal and a review to their own, by what the author of the case says a message is."""

import pytest

from evals.casebook.case import PRACTISED, SHOWN, Said
from evals.rubric import duties
from evals.rubric.criteria import CRITERIA
from tests.evals.rubric.practised import ASKED, PUSHED, SHORT, WARM, rehearsal
from tests.evals.rubric.talks import RADIOLOGY, assert_bad, assert_good, assert_silent, said, talk_of

AS_A_PERSON = (
    'I have been a nurse for thirty years, love. "Don\'t you think?" You must do it my way, and I feel for you.'
)


@pytest.mark.parametrize("name", ["R3", "R5", "R10", "R11", "R13", "R18"])
def test_the_other_person_is_not_judged_as_a_coach(name: str) -> None:
    assert_silent(name, rehearsal((PUSHED, AS_A_PERSON)))


def test_what_words_may_not_hold_is_judged_in_the_part_too() -> None:
    assert_good("R15", rehearsal((PUSHED, SHORT)))
    assert_bad("R15", rehearsal((PUSHED, "Give her 50 mg of it and be done.")))


def test_no_target_talks_itself_out_of_a_criterion_by_the_way_it_answers() -> None:
    assert_bad("R3", talk_of((RADIOLOGY, 'The charge nurse: "Busy."')))


def test_a_rehearsal_has_no_arc_of_a_coachs_questions() -> None:
    long = rehearsal(*[(ASKED, f"{WARM} {number}") for number in range(8)])
    for name in ("C1", "C2", "C5", "C6"):
        assert_silent(name, long)


def test_to_say_where_it_stood_is_no_repetition() -> None:
    back = (said("goes_on", "go on"), f"You are back. {WARM}")
    assert_good("C7", rehearsal((ASKED, WARM), back))
    assert_bad("C7", rehearsal((ASKED, WARM), (ASKED, WARM)))


def test_every_kind_of_message_in_the_table_is_of_a_rehearsal_or_a_review_and_every_criterion_exists() -> None:
    assert set(duties.NOT_ON) == PRACTISED | SHOWN
    assert all(names <= set(CRITERIA) for names in duties.NOT_ON.values())
    assert {"R9", "R15", "R16", "R17"}.isdisjoint(duties.NOT_ON[Said.LINE])
