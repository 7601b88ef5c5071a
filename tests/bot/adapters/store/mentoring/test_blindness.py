"""Two mentors on one talk: blind to one another until both have finished, and then told of scores alone."""

from bot.adapters.store.mentoring_tables import SHARES
from bot.mentoring.events import EventKind, NewEvent
from tests.bot.adapters.store.mentoring.desk import (
    FINISHED,
    MENTOR,
    SECOND,
    Desk,
    comment,
    desk,
    later,
    scored,
    share_id,
)
from tests.bot.adapters.store.offices import World


def _two(here: World, **second: object) -> Desk:
    at = desk(here)
    at.hire(SECOND, "Dr Second")
    at.share(0)
    at.share(1, mentor_id=SECOND, **second)
    return at


def test_before_a_mentor_has_finished_they_see_nothing_of_the_others(here: World) -> None:
    at = _two(here)
    at.add(scored("C1", "met"), FINISHED, number=1, mentor=SECOND)
    at.add(scored("C1", "not_met"))
    assert at.opened().others == ()
    assert {one.author for one in at.opened().events} == {MENTOR}


def test_after_they_have_finished_they_see_the_scores_of_others_who_have_too(here: World) -> None:
    at = _two(here)
    at.add(FINISHED)
    at.add(scored("C1", "met"), number=1, mentor=SECOND)
    assert at.opened().others == ()
    hidden = (comment("Hm."), NewEvent(EventKind.NOTED, text="Mine."), NewEvent(EventKind.FLAGGED, text="Look."))
    at.add(*hidden, scored("C2", "not_met", 2), FINISHED, number=1, mentor=SECOND)
    at.add(scored("C1", "not_met"), number=1, mentor=SECOND)
    (theirs,) = at.opened().others
    assert [one.what for one in theirs] == [scored("C1", "met"), scored("C2", "not_met", 2)]
    assert {one.author for one in theirs} == {SECOND}


def test_scores_of_turns_that_this_mentor_was_not_shown_are_not_told(here: World) -> None:
    at = desk(here)
    at.hire(SECOND, "Dr Second")
    at.share(0, last=2)
    at.share(1, mentor_id=SECOND)
    at.add(scored("C1", "met", 3), scored("C2", "met", 2), FINISHED, number=1, mentor=SECOND)
    at.add(FINISHED)
    assert [one.what.name for one in at.opened().others[0]] == ["C2"]


def test_a_review_of_a_share_that_was_withdrawn_is_told_to_nobody(here: World) -> None:
    at = _two(here)
    at.add(scored(), FINISHED, number=1, mentor=SECOND)
    at.add(FINISHED)
    assert len(at.opened().others) == 1
    at.withdraw(1)
    assert at.opened().others == ()


def test_the_scores_of_another_talk_are_none_of_this_one(here: World) -> None:
    at = _two(here)
    at.do(lambda c: c.execute(SHARES.update().where(SHARES.c.id == share_id(1)).values(session=2)))
    at.add(scored(), FINISHED, number=1, mentor=SECOND)
    at.add(FINISHED)
    assert at.opened().others == ()


def test_what_is_scored_after_the_scores_of_others_were_seen_is_told_to_nobody_though_it_is_shared_anew(
    here: World,
) -> None:
    at, hour = _two(here), later(hours=1)
    at.add(scored("C1", "met"), FINISHED, number=1, mentor=SECOND)
    at.add(scored("C1", "not_met"), FINISHED)
    assert at.opened().others
    at.share(2, at=hour)
    assert at.opened(2, now=hour).others == ()
    at.add(scored("C1", "met"), scored("C2", "met"), FINISHED, number=2, now=hour)
    (hers,) = at.opened(1, mentor=SECOND, now=hour).others
    assert [one.what for one in hers] == [scored("C1", "not_met")]
    at.withdraw(2, at=hour)
    assert at.opened(1, mentor=SECOND, now=hour).others == ()


def test_of_a_review_that_was_not_finished_before_it_was_shared_anew_nothing_is_told(here: World) -> None:
    at, hour = _two(here), later(hours=1)
    at.add(scored("C1", "met"), FINISHED, number=1, mentor=SECOND)
    at.add(scored("C1", "not_met"))
    at.share(2, at=hour)
    at.add(scored("C2", "met"), FINISHED, number=2, now=hour)
    (hers,) = at.opened(1, mentor=SECOND, now=hour).others
    assert [one.what.name for one in hers] == ["C2"]


def test_scores_stand_once_their_mentor_has_finished_and_all_else_can_still_be_added(here: World) -> None:
    at = desk(here)
    at.share()
    assert at.add(scored("C1", "met"), FINISHED, scored("C1", "not_met"))
    lines = len(at.record())
    assert at.add(scored("C1", "not_met"), scored("C2", "met"))
    assert len(at.record()) == lines
    assert at.add(scored("C1", ""), comment())
    kinds = [(one.what.kind, one.what.text) for one in at.opened().events]
    assert kinds == [
        (EventKind.SCORED, "met"),
        (EventKind.FINISHED, ""),
        (EventKind.COMMENTED, "You asked before you told."),
    ]
