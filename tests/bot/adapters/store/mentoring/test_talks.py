"""A doctor's talks: the sessions of their conversations, from the newest turns."""

import asyncio

import pytest
from sqlalchemy import delete

from bot.adapters.store.mentoring import shares, talks
from bot.adapters.store.retention import purge
from bot.adapters.store.schema import TURNS
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.mentoring.desk import (
    OTHER_DOCTOR,
    OTHER_LANE,
    SAID,
    TALK,
    Desk,
    desk,
    later,
    numbered,
    turns,
)
from tests.bot.adapters.store.offices import PERSON, World


def test_each_session_is_a_talk_and_the_newest_is_first(here: World) -> None:
    at = desk(here)
    at.keep(numbered(turns("The lifts are slow.", "They smell.", at=later(days=1)), 4, session=2))
    at.keep(turns("The bins again.", lane=OTHER_LANE, at=later(hours=1)), lane=OTHER_LANE)
    found = at.run(at.sharing.talks(PERSON))
    assert [(one.conversation_id, one.session, one.first, one.last) for one in found] == [
        (TALK, 2, 4, 5),
        (conversation_of(OTHER_LANE), 1, 1, 1),
        (TALK, 1, 1, 3),
    ]
    assert [one.situation for one in found] == ["lifts", "bins", "bins"]
    assert len(at.run(at.sharing.talks(PERSON, 2))) == 2
    assert at.run(at.sharing.talks(OTHER_DOCTOR)) == ()


def test_a_talk_is_told_by_what_it_closed_with_or_its_aim(here: World) -> None:
    at = Desk(here)
    records = turns("The bins are full.", "The bins smell.")
    aimed = records[1].model_copy(update={"state": records[1].state.model_copy(update={"aim": "cleaner bins"})})
    at.keep([records[0], aimed])
    assert at.run(at.sharing.talks(PERSON))[0].what == "cleaner bins"


def test_without_a_clock_talks_are_still_told_apart(here: World) -> None:
    at = Desk(here)
    at.keep(turns("The bins are full.", at=None))
    (talk,) = at.run(at.sharing.talks(PERSON))
    assert talk.began_at is None


def test_only_the_newest_turns_are_opened_and_no_talk_is_told_in_part(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = desk(here)
    at.keep(numbered(turns("The lifts are slow.", "They smell."), 4, session=2))
    monkeypatch.setattr(talks, "_NEWEST", 4)
    assert [one.session for one in at.run(at.sharing.talks(PERSON))] == [2]
    monkeypatch.setattr(talks, "_NEWEST", 1)
    (talk,) = at.run(at.sharing.talks(PERSON))
    assert (talk.session, talk.first, talk.last) == (2, 4, 5)


def test_a_session_is_read_whole_however_long_it_is(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    at = desk(here)
    at.keep(numbered(turns("The lifts are slow.", "They smell."), 4, session=2))
    monkeypatch.setattr(talks, "_AT_ONCE", 2)
    for session, wanted in ((1, [1, 2, 3]), (2, [4, 5]), (3, [])):
        preview = at.run(at.sharing.preview(PERSON, TALK, session))
        assert [one.number for one in preview.records] == wanted if preview else not wanted
    assert at.share(session=1, last=2)
    assert not at.share(2, session=2, last=3)


def test_of_what_follows_a_purge_every_talk_is_told(here: World) -> None:
    at, now = desk(here), later(days=100)
    assert asyncio.run(purge(here.writer, later(days=90))).conversations == 1
    at.keep(numbered(turns("The lifts are slow.", "They smell.", at=now), 4, session=2))
    at.keep(numbered(turns("The bins are full.", at=now), 6, session=3))
    found = at.run(at.sharing.talks(PERSON))
    assert [(one.session, one.first, one.last) for one in found] == [(3, 6, 6), (2, 4, 5)]


@pytest.mark.parametrize(("session", "days"), [(2, 0), (1, 1)])
def test_what_came_to_stand_under_the_numbers_of_a_share_is_no_part_of_it(here: World, session: int, days: int) -> None:
    at = desk(here)
    at.share()
    later_ones = turns("The cranes are secret.", "Feathers.", "More feathers.", at=later(days=days))
    at.do(lambda c: c.execute(delete(TURNS)))
    at.keep(numbered(later_ones, 1, session))
    at.do(lambda c: shares.find_anew(c, TALK, later(days=2)))
    assert at.found(search="feathers", now=later(days=2)) == []
    assert at.open(now=later(days=2)) is None
    (mine,) = at.run(at.sharing.shared(PERSON))
    assert mine.talk.began_at is None


def test_what_was_said_without_a_clock_is_part_of_a_share_all_the_same(here: World) -> None:
    at = Desk(here)
    at.hire()
    at.keep(turns(*SAID, at=None))
    at.share()
    assert len(at.opened().records) == len(SAID)
