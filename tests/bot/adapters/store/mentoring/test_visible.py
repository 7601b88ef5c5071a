"""What a mentor can see: every way in, by everybody, to a share in every state; all but one find nothing."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import text, update

from bot.adapters.store import vault
from bot.adapters.store.mentoring import staff, visible
from bot.adapters.store.mentoring.visible import is_share_id
from bot.adapters.store.mentoring_tables import REVIEW_EVENTS, SHARES, STAFF
from bot.adapters.store.writer import Writer
from bot.ports.incoming import conversation_of
from bot.ports.reviewing import Filter
from bot.ports.staff import Act, Role
from tests.bot.adapters.store.mentoring.desk import (
    MENTOR,
    OTHER_DOCTOR,
    OTHER_LANE,
    SECOND,
    Desk,
    comment,
    desk,
    later,
    scored,
    share_id,
    turns,
)
from tests.bot.adapters.store.offices import AT, PERSON, World

WAYS: Mapping[str, Callable[[Desk, int, str, datetime], bool]] = {
    "open": lambda at, number, mentor, now: at.open(number, mentor, now) is not None,
    "add": lambda at, number, mentor, now: at.add(scored(), comment(), number=number, mentor=mentor, now=now),
    "queue": lambda at, number, mentor, now: number in at.found(mentor, now),
    "search": lambda at, number, mentor, now: number in at.found(mentor, now, search="glitter"),
    "export": lambda at, number, mentor, now: any(
        one.row.share_id == share_id(number) for one in at.run(at.reviewing.export(mentor, Filter(), now))
    ),
}


def _foreign(at: Desk) -> tuple[int, str]:
    at.hire(SECOND, "Dr Second")
    return 0, SECOND


def _expired(at: Desk) -> tuple[int, str]:
    at.do(lambda c: c.execute(update(SHARES).values(expires_at=later(hours=1))))
    return 0, MENTOR


def _withdrawn(at: Desk) -> tuple[int, str]:
    at.withdraw()
    return 0, MENTOR


def _lost_role(at: Desk) -> tuple[int, str]:
    at.roles(MENTOR, Role.ADMIN, Role.TRAINER)
    return 0, MENTOR


def _dismissed(at: Desk) -> tuple[int, str]:
    at.dismiss()
    return 0, MENTOR


def _unknown(at: Desk) -> tuple[int, str]:
    return 5, MENTOR


def _doctor(at: Desk) -> tuple[int, str]:
    return 0, "T1:U1"


def _others(at: Desk) -> tuple[int, str]:
    """A share of another doctor's, with another mentor."""
    at.hire(SECOND, "Dr Second")
    at.keep(turns("The glitter is mine.", person=OTHER_DOCTOR, lane=OTHER_LANE), OTHER_DOCTOR, OTHER_LANE)
    talk = conversation_of(OTHER_LANE)
    assert at.share(1, person_id=OTHER_DOCTOR, conversation_id=talk, last=1, mentor_id=SECOND)
    return 1, MENTOR


STATES = {
    "foreign": _foreign,
    "expired": _expired,
    "withdrawn": _withdrawn,
    "lost the role": _lost_role,
    "dismissed": _dismissed,
    "unknown": _unknown,
    "the doctor": _doctor,
    "another doctor's": _others,
}


@pytest.mark.parametrize("state", STATES)
def test_whoever_is_not_to_see_a_share_finds_nothing_and_changes_nothing(here: World, state: str) -> None:
    at = desk(here)
    at.share()
    number, mentor = STATES[state](at)
    before = at.count(REVIEW_EVENTS)
    for way, finds in WAYS.items():
        assert not finds(at, number, mentor, later(hours=1)), way
        if way in {"open", "add"}:
            assert at.record()[-1] == (mentor, Act.REFUSED, share_id(number))
    assert at.count(REVIEW_EVENTS) == before
    assert at.letters() == []


def test_the_mentor_it_names_sees_it_until_the_moment_it_ends(here: World) -> None:
    at = desk(here)
    at.share(expires_at=later(days=1))
    for way, finds in WAYS.items():
        assert finds(at, 0, MENTOR, later(days=1, microseconds=-1)), way
        assert not finds(at, 0, MENTOR, later(days=1)), way


@pytest.mark.parametrize(
    "asked", ["", "0", "' OR 1=1 --", "Matron Quill", "\0", "\ud800", f"{share_id(0)}x", "x" * 5000]
)
def test_what_is_no_id_is_neither_looked_up_nor_put_on_record(here: World, asked: str) -> None:
    at = desk(here)
    at.share()
    assert not is_share_id(asked)
    assert at.run(at.reviewing.open(MENTOR, asked, AT)) is None
    assert not at.run(at.reviewing.add(MENTOR, asked, [scored()], AT))
    assert at.record()[1:] == [(MENTOR, Act.REFUSED, "")] * 2


def test_a_role_that_is_given_back_opens_what_is_still_active(here: World) -> None:
    at = desk(here)
    at.share()
    at.roles(MENTOR, Role.ADMIN)
    assert at.open() is None
    at.roles(MENTOR, Role.MENTOR)
    assert at.open() is not None


def test_adding_beside_withdrawing_is_either_before_it_or_not_at_all(here: World) -> None:
    at = desk(here)
    for number in range(8):
        at.share(number)
        with ThreadPoolExecutor(2) as both:
            adding = both.submit(at.add, scored(), comment(), number=number, now=later(seconds=1))
            gone = both.submit(at.withdraw, number)
        assert gone.result()
        acts = [act for _, act, subject in at.record() if subject == share_id(number)]
        if adding.result():
            assert acts == [Act.SHARED, Act.COMMENTED, Act.REVIEWED, Act.WITHDRAWN]
        else:
            assert acts[0] is Act.SHARED
            assert sorted(acts[1:]) == [Act.REFUSED, Act.WITHDRAWN]


def test_a_mentor_who_opens_and_whoever_erases_the_doctor_they_assess_do_not_wait_for_each_other(here: World) -> None:
    """Erasing holds the key, and then wants the mentor's list: who opens holds neither before the key."""
    if here.engine.dialect.name == "sqlite":
        return  # one writer at a time
    at = desk(here)
    at.share()
    at.do(lambda c: c.execute(update(STAFF).values(assesses=[PERSON])).rowcount)
    other = Writer(here.engine)
    with here.engine.begin() as connection:
        vault.hold_alone(connection, (PERSON,))
        opening = other.submit(lambda c: visible.held(c, MENTOR, share_id(0), AT))
        with pytest.raises(TimeoutError):
            opening.result(0.5)
        connection.execute(text("SET LOCAL lock_timeout = '5s'"))
        staff.forget_doctor(connection, PERSON)
    assert opening.result(30) is not None
    other.close()
