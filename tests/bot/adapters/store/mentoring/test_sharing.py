"""Sharing: only one's own, only with a mentor of one's own team, and back again at any time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.adapters.store.mentoring_tables import RECORD, SHARED_WORDS, SHARES, STAFF, TALLIES
from bot.mentoring.events import DOCTOR
from bot.ports.sharing import Opened, Purpose
from bot.ports.staff import Act, Role
from tests.bot.adapters.store.mentoring.desk import (
    FINISHED,
    MENTOR,
    OTHER_DOCTOR,
    SAID,
    SECOND,
    TALK,
    desk,
    later,
    numbered,
    share_id,
    turns,
)
from tests.bot.adapters.store.offices import AT, PERSON, World, letter


def test_a_talk_is_shared_with_one_mentor_and_the_letters_go_with_it(here: World) -> None:
    at = desk(here)
    assert at.share(0, letter("shared:1"), name="Anna", note="The second reply, please.")
    (one,) = at.run(at.sharing.shared(PERSON))
    assert (one.id, one.mentor, one.mentor_id) == (share_id(0), "Dr Mentor", MENTOR)
    assert (one.talk.conversation_id, one.talk.first, one.talk.last) == (TALK, 1, 3)
    assert one.purpose is Purpose.FEEDBACK
    assert one.active(AT)
    assert not one.active(later(days=14))
    assert at.letters() == ["shared:1"]
    assert at.record() == [(DOCTOR, Act.SHARED, share_id(0))]


def test_nothing_that_the_doctor_wrote_is_plain_in_the_row_or_the_record(here: World) -> None:
    at = desk(here)
    at.share(name="Anna Alder", note="About Matron Quill.", left_out=("glitter",))
    rows = at.do(lambda c: [str(dict(row)) for row in c.execute(select(SHARES)).mappings()])
    rows += at.do(lambda c: [str(dict(row)) for row in c.execute(select(RECORD)).mappings()])
    for word in ("Anna", "Alder", "Quill", "glitter", "porter"):
        assert not any(word in row for row in rows)
    assert not any(PERSON in row for row in rows[1:])


@pytest.mark.parametrize(
    "changed",
    [
        {"person_id": OTHER_DOCTOR},
        {"conversation_id": "slack:T1:D9"},
        {"session": 2},
        {"last": 4},
        {"last": 0},
        {"mentor_id": "T1:UNOBODY"},
        {"mentor_id": "T2:UM1"},
        {"mentor_id": "T1:UT1"},
        {"expires_at": AT},
        {"id": "not a share"},
    ],
    ids=["person", "talk", "session", "beyond", "none", "nobody", "other team", "no mentor", "over", "id"],
)
def test_what_cannot_be_shared_is_refused_on_record_and_nothing_is_kept(
    here: World, changed: dict[str, object]
) -> None:
    at = desk(here)
    at.hire("T2:UM1", "Of another team")
    at.hire("T1:UT1", "A trainer", Role.TRAINER)
    assert not at.share(0, letter("shared:1"), **changed)
    assert (at.count(SHARES), at.count(SHARED_WORDS), at.letters()) == (0, 0, [])
    assert at.record() == [(DOCTOR, Act.REFUSED, "" if "id" in changed else share_id(0))]


def test_a_share_lasts_thirty_days_at_most(here: World) -> None:
    at = desk(here)
    at.share(expires_at=later(days=400))
    (one,) = at.run(at.sharing.shared(PERSON))
    assert one.expires_at == AT + timedelta(days=30)


def test_the_same_dialogue_sent_twice_is_one_share_and_one_letter(here: World) -> None:
    at = desk(here)
    assert at.share(0, letter("shared:1"))
    assert at.share(0, letter("shared:1"))
    assert at.count(SHARES) == 1
    assert at.letters() == ["shared:1"]
    assert at.record() == [(DOCTOR, Act.SHARED, share_id(0))]


def test_an_id_that_is_taken_by_somebody_else_is_refused(here: World) -> None:
    at = desk(here)
    at.hire(SECOND, "Dr Second")
    at.share()
    assert not at.share(mentor_id=SECOND)
    assert at.found(SECOND) == []


def test_sharing_the_same_talk_again_replaces_what_the_mentor_had(here: World) -> None:
    at = desk(here)
    at.share(0, last=2)
    at.add(FINISHED)
    assert at.share(1, at=later(days=1))
    assert at.found(now=later(days=1)) == [1]
    assert at.open(0, now=later(days=1)) is None
    fresh, old = at.run(at.sharing.shared(PERSON))
    assert (fresh.id, fresh.talk.last, old.withdrawn_at) == (share_id(1), 3, later(days=1))
    assert at.record()[2:4] == [(DOCTOR, Act.WITHDRAWN, share_id(0)), (DOCTOR, Act.SHARED, share_id(1))]
    assert at.do(lambda c: set(c.execute(select(SHARED_WORDS.c.share_id)).scalars())) == {share_id(1)}


def test_of_two_shares_of_one_talk_at_one_moment_one_stands(here: World) -> None:
    at = desk(here)
    for number in range(0, 12, 2):
        with ThreadPoolExecutor(2) as both:
            done = [both.submit(at.share, one) for one in (number, number + 1)]
        assert [one.result() for one in done] == [True, True]
        assert len(at.found()) == 1


def test_another_mentor_and_another_session_are_shares_of_their_own(here: World) -> None:
    at = desk(here)
    at.hire(SECOND, "Dr Second")
    at.keep(numbered(turns("The lifts are slow."), 4, session=2))
    assert at.share(0)
    assert at.share(1, mentor_id=SECOND)
    assert at.share(2, session=2, last=4)
    assert sorted(at.found()) == [0, 2]
    assert at.found(SECOND) == [1]


def test_later_turns_are_not_seen_unless_shared_again(here: World) -> None:
    at = desk(here)
    at.share(last=2)
    assert [one.number for one in at.opened().records] == [1, 2]


def test_withdrawing_shuts_it_at_once_and_what_it_was_found_by_is_gone(here: World) -> None:
    at = desk(here)
    at.share()
    assert at.count(SHARED_WORDS)
    assert at.withdraw(at=later(hours=1))
    assert at.open(now=later(hours=1)) is None
    assert at.found(now=later(hours=1)) == []
    assert at.count(SHARED_WORDS) == 0
    (one,) = at.run(at.sharing.shared(PERSON))
    assert one.withdrawn_at == later(hours=1)


def test_withdrawing_twice_is_once_on_record_and_of_another_is_refused(here: World) -> None:
    at = desk(here)
    at.share()
    assert not at.withdraw(person=OTHER_DOCTOR)
    assert not at.withdraw(7)
    assert at.withdraw()
    assert at.withdraw(at=later(hours=1))
    acts = at.record()[1:]
    assert acts == [
        (DOCTOR, Act.REFUSED, share_id(0)),
        (DOCTOR, Act.REFUSED, share_id(7)),
        (DOCTOR, Act.WITHDRAWN, share_id(0)),
    ]


def test_the_doctor_sees_who_opened_it_and_when_newest_first(here: World) -> None:
    at = desk(here)
    at.share()
    at.open(now=later(hours=1))
    at.open(now=later(hours=2))
    at.open(mentor=SECOND, now=later(hours=3))
    at.queue()
    (one,) = at.run(at.sharing.shared(PERSON))
    assert one.opened == (Opened("Dr Mentor", later(hours=2)), Opened("Dr Mentor", later(hours=1)))


def test_a_page_that_is_opened_again_in_one_visit_is_told_once_and_on_record_each_time(here: World) -> None:
    at = desk(here)
    at.share()
    for minutes in (0, 20, 40, 71):
        at.open(now=later(minutes=minutes))
    (one,) = at.run(at.sharing.shared(PERSON))
    assert [seen.at for seen in one.opened] == [later(minutes=71), AT]
    assert [act for _, act, _ in at.record()].count(Act.OPENED) == 4


def test_a_mentor_who_has_left_is_told_by_id(here: World) -> None:
    at = desk(here)
    at.share()
    at.dismiss()
    (one,) = at.run(at.sharing.shared(PERSON))
    assert one.mentor == MENTOR


def test_mentors_of_a_team_are_told_by_name(here: World) -> None:
    at = desk(here)
    at.hire("T1:UM3", "alma", Role.MENTOR, Role.ADMIN)
    at.hire("T1:UT1", "Trainer", Role.TRAINER)
    at.hire("T2:UM1", "Elsewhere")
    found = at.run(at.sharing.mentors("T1"))
    assert [one.name for one in found] == ["alma", "Dr Mentor"]
    assert found[0].roles == {Role.MENTOR, Role.ADMIN}
    assert at.count(STAFF) == 4


def test_a_talk_is_listed_and_previewed_whole_and_only_to_its_doctor(here: World) -> None:
    at = desk(here)
    (talk,) = at.run(at.sharing.talks(PERSON))
    assert (talk.first, talk.last, talk.session, talk.began_at) == (1, 3, 1, AT)
    preview = at.run(at.sharing.preview(PERSON, TALK, 1))
    assert preview is not None
    assert [one.message.text for one in preview.records] == list(SAID)
    assert preview.talk == talk
    assert at.record() == []
    assert at.run(at.sharing.preview(OTHER_DOCTOR, TALK, 1)) is None
    assert at.run(at.sharing.talks(OTHER_DOCTOR)) == ()
    assert at.record() == [(DOCTOR, Act.REFUSED, "")]


def test_a_shared_session_counts_in_the_figures_for_as_long_as_somebody_has_it(here: World) -> None:
    at = desk(here)
    at.hire(SECOND, "Dr Second")
    at.share(0)
    at.share(1, mentor_id=SECOND)
    at.share(2)
    assert at.count(TALLIES) == 1
    at.withdraw(2)
    assert at.count(TALLIES) == 1
    at.withdraw(1)
    assert at.count(TALLIES) == 0


def test_a_doctor_who_agreed_to_be_counted_is_whatever_they_share(here: World) -> None:
    at = desk(here)
    assert not at.run(at.sharing.counted(PERSON))
    at.run(at.sharing.count(PERSON, wanted=True))
    assert at.run(at.sharing.counted(PERSON))
    at.share(0)
    at.withdraw(0)
    assert at.count(TALLIES) == 1
    at.run(at.sharing.count(PERSON, wanted=False))
    assert not at.run(at.sharing.counted(PERSON))
    assert at.count(TALLIES) == 0
