"""Reviewing: a share opened, and added to, each whole and on record."""

import pytest
from sqlalchemy import select

from bot.adapters.store.mentoring_tables import RECORD, REVIEW_EVENTS
from bot.mentoring.events import DOCTOR, EventKind, NewEvent
from bot.ports.people import Feedback, Person, Value
from bot.ports.reviewing import Filter, Status
from bot.ports.sharing import Remark, Verdict
from bot.ports.staff import Act, Role
from tests.bot.adapters.store.mentoring.desk import (
    MENTOR,
    SAID,
    SECOND,
    TALK,
    Desk,
    comment,
    desk,
    later,
    scored,
    share_id,
    turns,
)
from tests.bot.adapters.store.offices import AT, CHANNEL, PERSON, World, delivered, letter, said, stamp, turn


def test_an_opened_share_is_whole_and_on_record(here: World) -> None:
    at = desk(here)
    at.share(name="Anna", note="The second reply, please.", left_out=("glitter", "the porter"), for_cases=True)
    found = at.opened()
    assert [one.message.text for one in found.records] == list(SAID)
    assert (found.note, found.left_out, found.for_cases) == (
        "The second reply, please.",
        ("glitter", "the porter"),
        True,
    )
    assert (found.row.doctor, found.row.turns, found.row.status) == ("Anna", 3, Status.UNREVIEWED)
    assert (found.events, found.others, found.previous, found.following) == ((), (), None, None)
    assert at.record()[-1] == (MENTOR, Act.OPENED, share_id(0))


def test_without_a_name_a_doctor_has_another_pseudonym_in_each_share(here: World) -> None:
    at = desk(here)
    at.hire(SECOND, "Dr Second")
    at.share(0)
    at.share(1, mentor_id=SECOND)
    first, second = at.opened(0).row.doctor, at.opened(1, SECOND).row.doctor
    assert first == at.opened(0).row.doctor
    assert first != second
    assert len(first.split()) == 2


def test_what_is_added_is_kept_in_order_and_the_letters_go_with_it(here: World) -> None:
    at = desk(here)
    at.share()
    added = (scored(turn=2), comment("Well asked.", 1), NewEvent(EventKind.NOTED, 3, text="See the protocol."))
    assert at.add(*added, now=later(hours=1))
    events = at.opened(now=later(hours=2)).events
    assert tuple(one.what for one in events) == added
    assert [one.author for one in events] == [MENTOR] * 3
    assert all(one.at == later(hours=1) for one in events)
    assert at.letters() == [f"remark:{events[1].id}"]
    assert [act for _, act, _ in at.record()] == [Act.SHARED, Act.COMMENTED, Act.REVIEWED, Act.OPENED]


def test_the_letters_are_told_who_the_doctor_is_and_what_was_said(here: World) -> None:
    at = desk(here)
    at.run(here.people.know(PERSON, channel=CHANNEL, timezone="Europe/Paris"))
    at.share()
    heard: list[tuple[Person, Remark]] = []

    def told(person: Person, remark: Remark) -> tuple[()]:
        heard.append((person, remark))
        return ()

    assert at.run(at.reviewing.add(MENTOR, share_id(0), [scored(), comment("Well asked.", 2)], AT, told))
    (event_id,) = at.do(
        lambda c: list(c.execute(select(REVIEW_EVENTS.c.id).where(REVIEW_EVENTS.c.turn == 2)).scalars())
    )
    remark = Remark(event_id, share_id(0), MENTOR, "Dr Mentor", 2, "Well asked.", AT)
    assert heard == [(Person(PERSON, channel=CHANNEL, timezone="Europe/Paris"), remark)]


def test_where_the_letters_fail_nothing_is_kept(here: World) -> None:
    at = desk(here)
    at.share()

    def failing(person: Person, remark: Remark) -> tuple[()]:
        message = "no words for it"
        raise ValueError(message)

    with pytest.raises(ValueError, match="no words"):
        at.run(at.reviewing.add(MENTOR, share_id(0), [comment()], AT, failing))
    assert at.count(REVIEW_EVENTS) == 0
    assert len(at.record()) == 1


@pytest.mark.parametrize(
    "event",
    [
        scored(turn=4),
        scored(turn=0),
        scored(turn=10**12),
        NewEvent(EventKind.ANSWERED, text="I did.", about=1),
        NewEvent(EventKind.COMMENTED, 1, text="Yes.", about=1),
        NewEvent(EventKind.TAGGED, name="x" * 81),
        NewEvent(EventKind.TAGGED, name="a\0b"),
        NewEvent(EventKind.TAGGED, name="\ud800"),
        NewEvent(EventKind.NOTED, text="half \udc00"),
    ],
    ids=["after", "before", "far", "doctor", "about", "long", "nul", "half name", "half text"],
)
def test_what_does_not_belong_to_the_share_is_refused_with_all_beside_it(here: World, event: NewEvent) -> None:
    at = desk(here)
    at.share()
    assert not at.add(comment(), event)
    assert at.count(REVIEW_EVENTS) == 0
    assert at.letters() == []
    assert at.record()[-1] == (MENTOR, Act.REFUSED, share_id(0))


def test_words_that_look_like_orders_to_a_database_are_only_words(here: World) -> None:
    at = desk(here)
    at.share()
    words = "'; DROP TABLE shares; --\0 \N{PILE OF POO}"
    assert at.add(comment(words))
    assert at.opened().events[0].what.text == words


def test_no_word_of_a_review_is_plain_in_the_database_or_on_record(here: World) -> None:
    at = desk(here)
    at.share()
    at.add(
        comment("Quokka."), NewEvent(EventKind.CASE_MADE, name="wombat"), NewEvent(EventKind.FLAGGED, text="Numbat.")
    )
    kept = at.do(lambda c: list(c.execute(select(REVIEW_EVENTS.c.text)).scalars()))
    kept += at.do(lambda c: [str(tuple(row)) for row in c.execute(select(RECORD))])
    assert not any(word in one for one in kept for word in ("Quokka", "wombat", "Numbat"))
    assert at.record()[-3:] == [
        (MENTOR, Act.COMMENTED, share_id(0)),
        (MENTOR, Act.MADE_CASE, share_id(0)),
        (MENTOR, Act.REVIEWED, share_id(0)),
    ]


def test_answers_are_unread_until_the_mentor_opens(here: World) -> None:
    at = desk(here)
    at.share()
    at.add(comment())
    (remark,) = at.opened().events
    assert at.answer(remark.id, "I did.")
    assert at.answer(remark.id, "And again.")
    assert at.queue().rows[0].unread_answers == 2
    found = at.opened()
    assert found.row.unread_answers == 2
    assert [(one.author, one.what.kind, one.what.about, one.what.text) for one in found.events[1:]] == [
        (DOCTOR, EventKind.ANSWERED, remark.id, "I did."),
        (DOCTOR, EventKind.ANSWERED, remark.id, "And again."),
    ]
    assert at.opened().row.unread_answers == 0


def test_an_export_holds_the_mentors_own_events_and_is_on_record(here: World) -> None:
    at = desk(here)
    at.share(0)
    at.add(scored(), comment())
    (remark,) = (one for one in at.opened().events if one.what.kind is EventKind.COMMENTED)
    at.answer(remark.id)
    (one,) = at.run(at.reviewing.export(MENTOR, Filter(), AT))
    assert one.row.share_id == share_id(0)
    assert [event.what.kind for event in one.events] == [EventKind.SCORED, EventKind.COMMENTED]
    assert at.record()[-1] == (MENTOR, Act.EXPORTED, share_id(0))
    assert at.run(at.reviewing.export(MENTOR, Filter(flagged=True), AT)) == ()
    assert at.record()[-1] == (MENTOR, Act.EXPORTED, "")


def test_verdicts_go_with_the_turn_they_are_about(here: World) -> None:
    at = Desk(here)
    at.hire()

    async def scenario() -> None:
        office = here.office()
        for number, record in enumerate(turns(*SAID), 1):
            await turn(office, record, said(number, SAID[number - 1]), letter(f"reply:{number}", turn=number))
        sent = await delivered(office)
        good = Feedback(CHANNEL, stamp(sent[1]), Value.BAD, ("too_long",), "It was cold.")
        await here.people.judge(PERSON, good, AT)
        await here.people.judge(PERSON, Feedback(CHANNEL, "1.1", Value.GOOD), AT)

    at.run(scenario())
    verdict = Verdict(2, Value.BAD, ("too_long",), "It was cold.")
    preview = at.run(at.sharing.preview(PERSON, TALK, 1))
    assert preview is not None
    assert preview.verdicts == (verdict,)
    at.share()
    assert at.opened().verdicts == (verdict,)
    assert at.found(search="cold") == [0]
    at.share(1, last=1)
    assert at.opened(1).verdicts == ()


def test_what_the_doctor_says_of_a_reply_after_sharing_is_not_seen(here: World) -> None:
    at = Desk(here)
    at.hire()

    async def answered() -> tuple[str, str]:
        office = here.office()
        for number, record in enumerate(turns(*SAID[:2]), 1):
            await turn(office, record, said(number, SAID[number - 1]), letter(f"reply:{number}", turn=number))
        first, second = await delivered(office)
        return stamp(first), stamp(second)

    first, second = at.run(answered())
    at.run(here.people.judge(PERSON, Feedback(CHANNEL, first, Value.GOOD), AT))
    at.share(last=2)
    assert [one.turn for one in at.opened(now=later(days=1)).verdicts] == [1]
    at.run(here.people.judge(PERSON, Feedback(CHANNEL, second, Value.BAD, (), "Quokka."), later(hours=1)))
    assert [one.turn for one in at.opened(now=later(days=1)).verdicts] == [1]
    at.run(here.people.judge(PERSON, Feedback(CHANNEL, first, Value.BAD, (), "Quokka."), later(hours=1)))
    assert at.opened(now=later(days=1)).verdicts == ()


def test_a_talk_that_is_gone_is_not_found(here: World) -> None:
    at = desk(here)
    at.share()
    at.do(lambda c: c.exec_driver_sql("DELETE FROM turns"))
    assert at.open() is None
    assert at.record()[-1] == (MENTOR, Act.REFUSED, share_id(0))


def test_figures_are_for_trainers_and_on_record(here: World) -> None:
    at = desk(here)
    at.hire("T1:UT1", "Trainer", Role.TRAINER)
    assert at.run(at.reviewing.figures("T1:UT1", AT)) is None
    assert at.run(at.reviewing.figures(MENTOR, AT)) is None
    assert at.record() == [("T1:UT1", Act.SAW_FIGURES, ""), (MENTOR, Act.REFUSED, "")]
