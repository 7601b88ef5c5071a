"""What sessions add to the figures: unreadable at rest, never without a day to go on, and gone with who is erased."""

import asyncio
import threading

import pytest
from sqlalchemy import select

from bot.adapters.store import erasing, rotating
from bot.adapters.store.mentoring import counting, tallies
from bot.adapters.store.mentoring_tables import COUNTED, TALLIES
from bot.adapters.store.writer import Writer
from bot.coaching.kinds import Stage
from bot.errors import CoachError
from bot.mentoring.cohort import Tally
from bot.mentoring.tally import Counts
from tests.bot.adapters.store.mentoring.desk import TALK, desk, later, turns
from tests.bot.adapters.store.offices import AT, CHANNEL, PERSON, World

CAME_TO = Counts("zebras", Stage.CLOSED, asks=7, tells=3, safety=True)


def test_what_a_session_came_to_can_be_read_by_nobody_and_opens_for_a_release(here: World) -> None:
    doctors = desk(here)
    doctors.do(lambda c: counting.set_counted(c, PERSON, wanted=True, at=AT))
    doctors.do(lambda c: tallies.put(c, PERSON, TALK, 1, CAME_TO, AT))
    assert set(TALLIES.c.keys()) == {"conversation_id", "session", "person_id", "counts", "at"}
    assert not any(word in repr(doctors.all_of(TALLIES.c.counts)) for word in ("zebras", "closed", "safety", "true"))
    for _ in range(2):
        assert doctors.do(lambda c: tallies.standing(c, AT)) == (Tally(PERSON, "zebras", "closed", "", 7, 3, True),)
        asyncio.run(rotating.rotate_people(here.writer))


def test_a_session_whose_messages_carry_no_time_can_be_purged_too(here: World) -> None:
    doctors = desk(here)
    doctors.keep(turns("The bins.", person="T1:U9", lane="T1:D9", at=None), "T1:U9", "T1:D9")
    doctors.do(lambda c: counting.set_counted(c, "T1:U9", wanted=True, at=AT))
    assert doctors.count(TALLIES) == 1
    assert None not in doctors.all_of(TALLIES.c.at)


def test_what_was_put_into_another_session_opens_there_no_more(here: World) -> None:
    doctors = desk(here)
    doctors.do(lambda c: tallies.put(c, PERSON, TALK, 1, CAME_TO, AT))
    doctors.do(lambda c: c.execute(TALLIES.update().values(session=2)).rowcount)
    with pytest.raises(CoachError):
        doctors.do(lambda c: tallies.find(c, TALK, 2))


def test_of_a_session_that_adds_nothing_there_is_nothing(here: World) -> None:
    doctors = desk(here)
    assert doctors.do(lambda c: tallies.find(c, TALK, 1)) is None
    assert doctors.do(lambda c: tallies.sessions(c, TALK)) == []


@pytest.mark.parametrize("what", ["a person", "a workspace"])
def test_nobody_is_counted_beside_their_erasure(what: str, here: World) -> None:
    if here.engine.dialect.name == "sqlite":
        return  # one writer at a time
    asyncio.run(here.people.know(PERSON, channel=CHANNEL))
    other = Writer(here.engine)
    with here.engine.begin() as connection:
        counting.set_counted(connection, PERSON, wanted=True, at=AT)
        erased = other.submit(
            lambda c: erasing.erase_person(c, PERSON) if what == "a person" else erasing.erase_workspace(c, "T1")
        )
        with pytest.raises(TimeoutError):
            erased.result(0.5)
    erased.result(30)
    other.close()
    assert here.count(COUNTED) == 0


def test_two_who_begin_to_be_counted_do_not_wait_for_each_other(here: World) -> None:
    if here.engine.dialect.name == "sqlite":
        return  # one writer at a time
    with here.engine.begin() as connection:
        counting.set_counted(connection, PERSON, wanted=True, at=AT)
        done = threading.Event()
        other = Writer(here.engine)
        asking = other.submit(lambda c: counting.set_counted(c, "T1:U2", wanted=True, at=later(days=1)))
        asking.add_done_callback(lambda _: done.set())
        assert done.wait(30)
    asking.result()
    other.close()
    with here.engine.begin() as connection:
        assert set(connection.execute(select(COUNTED.c.person_id)).scalars()) == {PERSON, "T1:U2"}
