"""Comments as the doctor has them, and answers to them."""

import pytest
from sqlalchemy import select

from bot.adapters.store.mentoring_tables import REVIEW_EVENTS
from bot.mentoring.events import DOCTOR
from bot.ports.sharing import Remark
from bot.ports.staff import Act
from tests.bot.adapters.store.mentoring.desk import (
    MENTOR,
    OTHER_DOCTOR,
    Desk,
    comment,
    desk,
    later,
    scored,
    share_id,
)
from tests.bot.adapters.store.offices import AT, PERSON, World, letter


def commented(here: World) -> tuple[Desk, int]:
    at = desk(here)
    at.share()
    at.add(comment("Well asked.", 2), now=later(hours=1))
    (remark,) = at.opened().events
    return at, remark.id


def test_a_comment_reaches_its_doctor_and_nobody_else(here: World) -> None:
    at, remark_id = commented(here)
    told = Remark(remark_id, share_id(0), MENTOR, "Dr Mentor", 2, "Well asked.", later(hours=1))
    assert at.run(at.sharing.remark(PERSON, remark_id)) == told
    assert at.run(at.sharing.remark(OTHER_DOCTOR, remark_id)) is None


@pytest.mark.parametrize("number", [0, -1, 999, 2**31, 10**30])
def test_what_is_no_comment_is_none(here: World, number: int) -> None:
    at, _ = commented(here)
    assert at.run(at.sharing.remark(PERSON, number)) is None
    assert not at.answer(number)


def test_scores_and_answers_are_no_comments(here: World) -> None:
    at, remark_id = commented(here)
    at.add(scored())
    at.answer(remark_id)
    others = [one.id for one in at.opened().events if one.id != remark_id]
    assert len(others) == 2
    assert [at.run(at.sharing.remark(PERSON, one)) for one in others] == [None, None]


def test_an_answer_stands_with_its_comment_and_its_letters_go(here: World) -> None:
    at, remark_id = commented(here)
    assert at.answer(remark_id, "I did ask.", letter("answered:1"))
    assert at.answer(remark_id, "Twice.")
    found = at.run(at.sharing.remark(PERSON, remark_id))
    assert found is not None
    assert found.answers == ("I did ask.", "Twice.")
    assert "answered:1" in at.letters()
    assert at.record()[-1] == (DOCTOR, Act.ANSWERED, share_id(0))
    sealed = at.do(lambda c: list(c.execute(select(REVIEW_EVENTS.c.text)).scalars()))
    assert not any("ask" in str(one) for one in sealed)


def test_nobody_answers_for_another_and_nothing_is_kept_of_it(here: World) -> None:
    at, remark_id = commented(here)
    assert not at.answer(remark_id, "I did.", letter("answered:1"), person=OTHER_DOCTOR)
    assert at.count(REVIEW_EVENTS) == 1
    assert "answered:1" not in at.letters()
    assert at.record()[-1] == (DOCTOR, Act.REFUSED, "")


def test_what_is_withdrawn_or_over_is_read_and_not_answered(here: World) -> None:
    at, remark_id = commented(here)
    assert not at.answer(remark_id, at=later(days=14))
    assert at.answer(remark_id, at=later(days=13))
    at.withdraw()
    assert not at.answer(remark_id, at=later(days=1))
    found = at.run(at.sharing.remark(PERSON, remark_id))
    assert found is not None
    assert found.answers == ("I did.",)


def test_an_empty_answer_is_none(here: World) -> None:
    at, remark_id = commented(here)
    assert not at.answer(remark_id, "  \n")
    assert at.queue(now=AT).rows[0].unread_answers == 0
