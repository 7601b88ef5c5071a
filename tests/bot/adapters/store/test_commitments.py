"""Commitments: what a session closed with, what became of it, and when it is asked about."""

import asyncio
from datetime import date, timedelta

import pytest

from bot.ports.people import CommitmentKept, Outcome
from bot.ports.post import Anew
from tests.bot.adapters.store.offices import AT, PERSON, World, letter, records, said, turn
from tests.bot.adapters.store.plans import EVENING, PLAN, TALK, closed, in_session, one_commitment


def test_a_session_closes_with_a_commitment_in_the_doctors_words(here: World) -> None:
    async def scenario() -> None:
        kept = await one_commitment(here)
        assert kept == CommitmentKept(
            id=kept.id,
            conversation_id=TALK,
            session=1,
            what="ask the porter",
            when="on Friday",
            due=date(2026, 3, 6),
            with_whom="the porter",
            if_then="wait",
            confidence=8,
            made_at=AT,
            remind_at=EVENING,
        )

    asyncio.run(scenario())


def test_a_plan_put_right_after_the_end_is_the_same_commitment(here: World) -> None:
    first, second, third = records("I will ask.", "The porter, I mean.", "Thanks.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, closed(first), said(1), remind_at=EVENING)
        mended = PLAN.model_copy(update={"what": "ask the matron", "due": None})
        later = EVENING + timedelta(days=2)
        await turn(office, closed(second, mended), said(2), remind_at=later)
        await turn(office, closed(third, mended), said(3))
        (kept,) = await here.people.commitments(PERSON)
        assert (kept.what, kept.due, kept.remind_at, kept.session) == ("ask the matron", None, later, 1)

    asyncio.run(scenario())


def test_a_turn_within_a_session_makes_no_commitment(here: World) -> None:
    (record,) = records("I will ask the porter.")
    going_on = record.model_copy(update={"state": record.state.model_copy(update={"commitment": PLAN})})

    async def scenario() -> None:
        await turn(here.office(), going_on, said(1))
        assert await here.people.commitments(PERSON) == ()

    asyncio.run(scenario())


def test_looking_back_settles_the_newest_commitment_from_before_this_session(here: World) -> None:
    one, two, three = records("I will ask.", "I did and I will again.", "Well.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, closed(one, session=1), said(1), remind_at=EVENING)
        here.clock.move(60)
        again = closed(two, PLAN.model_copy(update={"what": "ask again"}), session=2)
        await turn(office, again, said(2), looked_back=Outcome.KEPT)
        newest, oldest = await here.people.commitments(PERSON)
        assert (newest.what, newest.outcome) == ("ask again", Outcome.OPEN)
        assert (oldest.outcome, oldest.outcome_at, oldest.remind_at) == (Outcome.KEPT, here.clock(), None)
        await turn(office, in_session(three, 3), said(3), looked_back=Outcome.NOT)
        newest, oldest = await here.people.commitments(PERSON)
        assert (newest.outcome, oldest.outcome) == (Outcome.NOT, Outcome.KEPT)

    asyncio.run(scenario())


def test_looking_back_at_nothing_is_nothing(here: World) -> None:
    async def scenario() -> None:
        await turn(here.office(), records("I did.")[0], said(1), looked_back=Outcome.KEPT)
        assert await here.people.commitments(PERSON) == ()

    asyncio.run(scenario())


def test_a_commitment_is_asked_about_when_its_time_has_come_and_once(here: World) -> None:
    async def scenario() -> None:
        kept = await one_commitment(here)
        assert await here.people.due(EVENING - timedelta(seconds=1), 10) == []
        (due,) = await here.people.due(EVENING, 10)
        assert (due.person.id, due.commitment) == (PERSON, kept)
        office, asks = here.office(), letter("reminder:1")
        assert not await office.remind(asks, kept.id, EVENING - timedelta(days=1), EVENING), (
            "it was set for another time"
        )
        assert await office.remind(asks, kept.id, EVENING, EVENING)
        assert not await office.remind(asks, kept.id, EVENING, EVENING)
        assert (await office.backlog()).unsent == 1
        assert await here.people.due(EVENING, 10) == []
        assert (await here.people.commitments(PERSON))[0].reminded
        later = EVENING + timedelta(days=7)
        assert await here.people.remind(PERSON, kept.id, later)
        (due,) = await here.people.due(later, 10)
        assert (due.commitment.remind_at, due.commitment.reminded) == (later, False)

    asyncio.run(scenario())


def test_a_reminder_whose_moment_is_over_goes_and_its_commitment_is_planned_anew_together(here: World) -> None:
    async def scenario() -> None:
        kept = await one_commitment(here)
        office, asks, later = here.office(), letter("reminder:1"), EVENING + timedelta(days=1)
        await office.remind(asks, kept.id, EVENING, EVENING)
        (out,) = await office.take(1)
        await here.office("another").expire(out.id, Anew(kept.id, None))
        assert (await here.people.commitments(PERSON))[0].reminded, "it is in another's hands"
        await office.expire(out.id, Anew(kept.id, later))
        assert (await office.backlog()).unsent == 0
        assert await office.take(1) == []
        due = await here.people.asked_about(kept.id)
        assert due is not None
        assert (due.person.id, due.commitment.remind_at, due.commitment.reminded) == (PERSON, later, False)
        assert await office.remind(asks, kept.id, later, later)
        assert len(await office.take(1)) == 1
        await here.people.erase(PERSON)
        assert await here.people.asked_about(kept.id) is None

    asyncio.run(scenario())


def test_who_has_paused_or_wants_none_is_not_reminded(here: World) -> None:
    async def scenario() -> None:
        await one_commitment(here)
        await here.people.pause(PERSON, paused=True)
        assert await here.people.due(EVENING, 10) == []
        await here.people.pause(PERSON, paused=False)
        await here.people.reminders(PERSON, wanted=False)
        assert await here.people.due(EVENING, 10) == []
        await here.people.reminders(PERSON, wanted=True)
        assert len(await here.people.due(EVENING, 10)) == 1

    asyncio.run(scenario())


def test_reminders_come_oldest_first_and_no_more_than_are_asked_for(here: World) -> None:
    first, second = records("I will ask.", "I will wait.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, closed(first, session=1), said(1), remind_at=EVENING)
        await turn(office, closed(second, session=2), said(2), remind_at=EVENING - timedelta(hours=1))
        assert [one.commitment.session for one in await here.people.due(EVENING, 10)] == [2, 1]
        assert [one.commitment.session for one in await here.people.due(EVENING, 1)] == [2]

    asyncio.run(scenario())


@pytest.mark.parametrize("how", ["settled", "put off", "not wanted"])
def test_an_open_reminder_goes_once_it_is_not_wanted_any_more(how: str, here: World) -> None:
    async def scenario() -> None:
        office, people = here.office(), here.people
        kept = await one_commitment(here)
        await office.post([letter(f"reminder:{kept.id}:now"), letter(f"reminder:{kept.id}1:now")])
        if how == "settled":
            assert await people.settle(PERSON, kept.id, Outcome.LET_GO, AT)
        else:
            assert await people.remind(PERSON, kept.id, EVENING + timedelta(days=1) if how == "put off" else None)
        assert await people.due(EVENING, 10) == []
        assert [one.letter.key for one in await office.take(10)] == [f"reminder:{kept.id}1:now"]

    asyncio.run(scenario())


def test_what_became_of_it_is_the_doctors_own_word(here: World) -> None:
    async def scenario() -> None:
        people = here.people
        kept = await one_commitment(here)
        assert not await people.settle("T1:U2", kept.id, Outcome.KEPT, AT)
        assert not await people.remind("T1:U2", kept.id, None)
        assert not await people.settle(PERSON, kept.id + 1, Outcome.KEPT, AT)
        assert await people.settle(PERSON, kept.id, Outcome.PARTLY, AT)
        assert await people.settle(PERSON, kept.id, Outcome.KEPT, EVENING)
        (told,) = await people.commitments(PERSON)
        assert (told.outcome, told.outcome_at, told.remind_at) == (Outcome.KEPT, EVENING, None)

    asyncio.run(scenario())
