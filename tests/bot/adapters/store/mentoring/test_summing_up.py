"""What stands beside a talk that has changed: worked out anew for each of its shares, and for no other talk."""

from sqlalchemy import select, update

from bot.adapters.store.mentoring import summing_up
from bot.adapters.store.mentoring_tables import SHARES
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.mentoring.desk import OTHER_DOCTOR, OTHER_LANE, TALK, Desk, desk, share_id, turns
from tests.bot.adapters.store.offices import AT, World
from tests.bot.small_world import BINS

WRONG = {"situation": "wrong", "stage": "wrong", "safety": True, "turns": 9}


def told(at: Desk, number: int) -> tuple[object, ...]:
    columns = [SHARES.c[name] for name in WRONG]
    return at.do(lambda c: tuple(c.execute(select(*columns).where(SHARES.c.id == share_id(number))).one()))


def test_the_shares_of_that_talk_are_told_anew_and_no_others(here: World) -> None:
    at = desk(here)
    at.keep(turns("The bins are full.", person=OTHER_DOCTOR, lane=OTHER_LANE), OTHER_DOCTOR, OTHER_LANE)
    at.share(0, last=2)
    at.share(1, person_id=OTHER_DOCTOR, conversation_id=conversation_of(OTHER_LANE), last=1)
    before = told(at, 0)
    at.do(lambda c: c.execute(update(SHARES).values(**WRONG)).rowcount)
    at.do(lambda c: summing_up.sum_up(c, TALK, AT))
    assert told(at, 0) == before
    assert (before[0], before[2:]) == (BINS, (False, 2))
    assert told(at, 1) == tuple(WRONG.values())


def test_of_a_conversation_that_is_not_there_nothing_is_told(here: World) -> None:
    at = desk(here)
    at.share()
    before = told(at, 0)
    at.do(lambda c: summing_up.sum_up(c, conversation_of("T1:D404"), AT))
    assert told(at, 0) == before
