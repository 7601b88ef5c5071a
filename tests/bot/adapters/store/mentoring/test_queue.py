"""The queue: filtered, paged, in order, and told what it can be filtered by."""

import pytest
from sqlalchemy import update

from bot.adapters.store.mentoring_tables import SHARES
from bot.mentoring.events import EventKind, NewEvent
from bot.ports.reviewing import Filter, Status
from bot.ports.sharing import Purpose
from bot.ports.staff import Act
from tests.bot.adapters.store.mentoring.desk import (
    FINISHED,
    MENTOR,
    SECOND,
    Desk,
    desk,
    later,
    numbered,
    scored,
    share_id,
    turns,
)
from tests.bot.adapters.store.offices import AT, World

TAGGED = NewEvent(EventKind.TAGGED, name="for teaching")


def found_by(at: Desk, name: str, wanted: object) -> list[int]:
    given = {name: wanted}
    return at.found(MENTOR, AT, **given)


def four(here: World) -> Desk:
    """Four shares of four sessions, an hour apart: about bins, lifts, bins, and one with a safety route."""
    at = desk(here)
    at.keep(numbered(turns("The lifts are slow.", "The lifts smell."), 4, session=2))
    at.keep(numbered(turns("The bins are still full."), 6, session=3))
    at.keep(numbered(turns("I stood at the pit."), 7, session=4))
    for number, last in enumerate((3, 5, 6, 7)):
        assert at.share(number, session=number + 1, last=last, at=later(hours=number))
    return at


def test_the_newest_is_first_or_the_oldest(here: World) -> None:
    at = four(here)
    assert at.found() == [3, 2, 1, 0]
    assert at.found(oldest_first=True) == [0, 1, 2, 3]


def test_a_page_is_a_page_and_counts_them_all(here: World) -> None:
    at = four(here)
    at.add(scored(), number=3)
    pages = [at.queue(page=number, size=3) for number in (1, 2, 3)]
    assert [len(one.rows) for one in pages] == [3, 1, 0]
    assert {(one.total, one.waiting) for one in pages} == {(4, 3)}
    assert at.queue(page=10**30).rows == ()
    assert len(at.queue(page=-5).rows) == 4


def test_shares_of_one_moment_are_each_on_one_page(here: World) -> None:
    at = four(here)
    at.do(lambda c: c.execute(update(SHARES).values(shared_at=AT)))
    found = [at.queue(page=number, size=1).rows[0].share_id for number in (1, 2, 3, 4)]
    assert sorted(found) == [share_id(number) for number in range(4)]
    assert [at.opened(number).following for number in (3, 2, 1, 0)] == [*(share_id(n) for n in (2, 1, 0)), None]


def test_a_row_tells_what_it_is_and_the_page_what_can_be_chosen(here: World) -> None:
    at = four(here)
    at.add(TAGGED, number=1)
    page = at.queue()
    row = page.rows[2]
    assert (row.situation, row.turns, row.purpose, row.tags) == ("lifts", 2, Purpose.FEEDBACK, ("for teaching",))
    assert (row.shared_at, row.expires_at) == (later(hours=1), later(days=14))
    assert [one.safety for one in page.rows] == [True, False, False, False]
    assert page.situations == ("bins", "lifts")
    assert set(page.stages) == {one.stage for one in page.rows}
    assert page.tags == ("for teaching",)


def test_each_filter_leaves_what_it_is_about(here: World) -> None:
    at = four(here)
    at.add(scored(), number=0)
    at.add(FINISHED, number=1)
    at.add(TAGGED, NewEvent(EventKind.FLAGGED, text="Look."), number=2)
    assert at.found(situation="lifts") == [1]
    assert at.found(status=Status.UNREVIEWED) == [3]
    assert at.found(status=Status.BEGUN) == [2, 0]
    assert at.found(status=Status.FINISHED) == [1]
    assert at.found(mine=True) == [2, 1, 0]
    assert at.found(flagged=True) == [2]
    assert at.found(tag="for teaching") == [2]
    assert at.found(safety=True) == [3]
    assert at.found(search="smell") == [1]
    assert at.found(mine=True, situation="bins") == [2, 0]
    stage = at.queue().rows[0].stage
    assert set(at.found(stage=stage)) == {3 - n for n, one in enumerate(at.queue().rows) if one.stage == stage}


def test_only_what_is_shared_with_this_mentor_is_there_to_choose_from(here: World) -> None:
    at = four(here)
    at.hire(SECOND, "Dr Second")
    at.share(9, session=2, last=5, mentor_id=SECOND)
    page = at.queue(SECOND)
    assert ([one.share_id for one in page.rows], page.situations, page.waiting) == ([share_id(9)], ("lifts",), 1)


@pytest.mark.parametrize("odd", ["\0", "\ud800", "' OR 1=1 --", "x" * 5000, "%", "_"])
def test_a_filter_that_somebody_made_up_finds_nothing(here: World, odd: str) -> None:
    at = four(here)
    for name in ("situation", "stage", "tag", "search"):
        assert found_by(at, name, odd) == []


def test_neighbours_are_those_of_the_queue(here: World) -> None:
    at = four(here)
    at.withdraw(1)
    found = at.opened(2)
    assert (found.previous, found.following) == (share_id(3), share_id(0))
    assert at.opened(3).previous is None
    assert at.opened(0).following is None


def test_looking_and_searching_are_on_record_without_a_word_of_either(here: World) -> None:
    at = four(here)
    at.queue()
    at.found(search="glitter")
    assert at.record()[-2:] == [(MENTOR, Act.LISTED, ""), (MENTOR, Act.SEARCHED, "")]


def test_an_export_follows_the_filter_and_its_order(here: World) -> None:
    at = four(here)
    found = at.run(at.reviewing.export(MENTOR, Filter(situation="bins", oldest_first=True), AT))
    assert [one.row.share_id for one in found][:2] == [share_id(0), share_id(2)]
