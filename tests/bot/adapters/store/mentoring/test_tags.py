"""Tags and the names of cases: no word of them can be read in the database, and a queue tells and filters by them."""

import asyncio

from sqlalchemy import select

from bot.adapters.store import rotating
from bot.adapters.store.mentoring import tags
from bot.adapters.store.mentoring_tables import REVIEW_EVENTS, SHARE_TAGS
from bot.mentoring.events import EventKind, NewEvent
from tests.bot.adapters.store.mentoring.desk import SECOND, Desk, desk, scored, share_id
from tests.bot.adapters.store.offices import World

WARD, CASE = "sister jenkins ward 7", "jenkins-and-the-glitter"


def tagged(here: World) -> Desk:
    """Three shares, of which two have a tag in common, and one of these a case too."""
    at = desk(here)
    at.hire(SECOND, "Dr Second")
    at.share(0)
    at.share(1, mentor_id=SECOND)
    at.add(NewEvent(EventKind.TAGGED, 1, WARD), NewEvent(EventKind.TAGGED, None, "odd"), number=0)
    at.add(NewEvent(EventKind.CASE_MADE, name=CASE), scored("C1"), number=0)
    at.add(NewEvent(EventKind.TAGGED, 2, WARD), number=1, mentor=SECOND)
    return at


def test_nothing_that_a_mentor_wrote_as_a_name_can_be_read(here: World) -> None:
    at = tagged(here)
    kept = at.do(lambda c: repr([c.execute(select(one)).all() for one in (REVIEW_EVENTS, SHARE_TAGS)]))
    assert [word for word in (WARD, "jenkins", "sister") if word in kept] == []
    names = [one.what.name for one in at.opened(0).events]
    assert names == [WARD, "odd", CASE, "C1"]


def test_a_queue_tells_the_tags_and_finds_by_them_after_a_change_of_keys_too(here: World) -> None:
    at = tagged(here)
    for _ in range(2):
        page = at.queue()
        assert (page.tags, page.rows[0].tags) == (("odd", WARD), ("odd", WARD))
        assert (at.found(tag=WARD), at.found(tag="odd"), at.found(tag="ward")) == ([0], [0], [])
        assert at.queue(SECOND).tags == (WARD,)
        assert at.do(lambda c: tags.among(c, SHARE_TAGS.c.share_id.in_([share_id(0), share_id(1)]))) == ("odd", WARD)
        asyncio.run(rotating.rotate_people(here.writer))


def test_a_tag_that_is_taken_away_is_neither_told_nor_found(here: World) -> None:
    at = tagged(here)
    at.add(NewEvent(EventKind.UNTAGGED, 1, WARD))
    assert at.queue().tags == ("odd",)
    assert at.found(tag=WARD) == []
    assert at.count(SHARE_TAGS) == 2
