"""A doctor's shares: exported in plain words, purged when they are over, and erased without a rest."""

import json

from sqlalchemy import select

from bot.adapters.store.mentoring import ending, of_person
from bot.adapters.store.mentoring_tables import (
    COUNTED,
    RELEASES,
    REVIEW_EVENTS,
    SHARE_TAGS,
    SHARED_WORDS,
    SHARES,
    TALLIES,
)
from bot.mentoring.events import EventKind, NewEvent
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.mentoring.crowds import crowd, released
from tests.bot.adapters.store.mentoring.desk import (
    OTHER_DOCTOR,
    OTHER_LANE,
    SECOND,
    Desk,
    comment,
    desk,
    later,
    share_id,
    turns,
)
from tests.bot.adapters.store.offices import AT, PERSON, World

OURS = (SHARES, SHARED_WORDS, REVIEW_EVENTS, SHARE_TAGS)
TAGGED = NewEvent(EventKind.TAGGED, name="odd")


def two_doctors(here: World) -> Desk:
    """Each with one share that was reviewed."""
    at = desk(here)
    at.keep(turns("The bins are full.", person=OTHER_DOCTOR, lane=OTHER_LANE), OTHER_DOCTOR, OTHER_LANE)
    at.share(0, name="Anna", note="The second, please.", left_out=("glitter",))
    at.share(1, person_id=OTHER_DOCTOR, conversation_id=conversation_of(OTHER_LANE), last=1)
    for number in (0, 1):
        at.add(comment("Well asked."), TAGGED, NewEvent(EventKind.NOTED, text="A private note."), number=number)
    for person in (PERSON, OTHER_DOCTOR):
        at.run(at.sharing.count(person, wanted=True))
    return at


def test_erasing_one_doctor_leaves_the_others_as_they_were(here: World) -> None:
    at = two_doctors(here)
    at.do(lambda c: of_person.erase(c, PERSON))
    for table in OURS:
        assert at.all_of(table.c.id if table is SHARES else table.c.share_id) == {share_id(1)}, table.name
    for table in (TALLIES, COUNTED):
        assert at.all_of(table.c.person_id) == {OTHER_DOCTOR}, table.name
    assert at.open(0) is None
    assert at.opened(1).events[0].what.text == "Well asked."


def test_erasing_a_workspace_leaves_none_of_it(here: World) -> None:
    at = two_doctors(here)
    at.do(lambda c: of_person.erase_team(c, "T"))
    assert at.count(SHARES) == 2
    at.do(lambda c: of_person.erase_team(c, "T1"))
    assert [at.count(table) for table in (*OURS, TALLIES, COUNTED)] == [0] * 6


def test_of_a_workspace_no_digest_stays_beside_the_last_release_not_even_of_who_left_before(here: World) -> None:
    at = desk(here)
    crowd(at, range(20))
    assert released(at) is not None
    for number in range(3):
        at.run(at.here.people.know(f"T1:V{number}", channel=f"D{number}"))
        at.run(at.sharing.count(f"T1:V{number}", wanted=False))
    before = _digests(at)
    at.do(lambda c: of_person.erase_team(c, "T1"))
    after = _digests(at)
    assert len(after) == len(before) == 20
    assert not before & after


def _digests(at: Desk) -> set[str]:
    return {one for people in at.do(lambda c: list(c.execute(select(RELEASES.c.people)).scalars())) for one in people}


def test_an_export_tells_the_doctor_all_that_was_said_to_them_and_who_looked(here: World) -> None:
    at = two_doctors(here)
    remark = at.opened(now=later(hours=1)).events[0]
    at.answer(remark.id, "I did.", at=later(hours=2))
    told = at.do(lambda c: of_person.export(c, PERSON))
    (one,) = json.loads(json.dumps(told))["shares"]
    assert (one["with"], one["name"], one["note"], one["left_out"]) == (
        "Dr Mentor",
        "Anna",
        "The second, please.",
        ["glitter"],
    )
    assert one["opened"] == [{"by": "Dr Mentor", "at": later(hours=1).isoformat()}]
    assert [(said["by"], said["text"]) for said in one["comments"]] == [("Dr Mentor", "Well asked."), ("you", "I did.")]
    assert "A private note." not in json.dumps(told)


def test_of_somebody_who_never_shared_there_is_nothing(here: World) -> None:
    at = desk(here)
    assert at.do(lambda c: of_person.export(c, PERSON)) == {"shares": [], "counted": False}


def test_what_is_over_is_found_by_nothing_once_it_was_purged_and_its_review_stays(here: World) -> None:
    at = two_doctors(here)
    at.share(2, expires_at=later(days=1), last=2, mentor_id=_second(at))
    assert at.do(lambda c: ending.purge(c, AT)) == 0
    assert at.do(lambda c: ending.purge(c, later(days=1))) == 1
    assert at.do(lambda c: ending.purge(c, later(days=1))) == 0
    assert at.all_of(SHARED_WORDS.c.share_id) == {share_id(0), share_id(1)}
    assert at.count(SHARES) == 3


def _second(at: Desk) -> str:
    at.hire(SECOND, "Dr Second")
    return SECOND
