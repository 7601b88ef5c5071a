"""What waits for consent is nobody's work before; what was stopped is nobody's any more."""

import asyncio
from dataclasses import replace

import pytest

from bot.ports.incoming import Fate
from tests.bot.adapters.store.offices import (
    AT,
    LANE,
    PERSON,
    World,
    answered,
    claimed,
    letter,
    records,
    said,
    turn,
)


def test_what_waits_for_consent_is_nobodys_work_until_it_is_given(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        assert await office.finish(replace(answered(await claimed(office), None, letter("first")), done={}, held=True))
        assert await office.claim(LANE) is None
        assert await office.lanes_waiting() == []
        assert (await office.backlog()).waiting == 0
        assert await here.people.consent(PERSON, 1, AT)
        assert [one.inbound for one in (await claimed(office)).waiting] == [said(1)]

    asyncio.run(scenario())


def test_another_message_in_a_lane_held_for_consent_is_looked_at(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        assert await office.finish(replace(answered(await claimed(office)), done={}, held=True))
        await office.accept(said(2, urgent=True))
        assert await office.lanes_waiting() == [(LANE, True)]
        assert len((await claimed(office)).waiting) == 2

    asyncio.run(scenario())


@pytest.mark.parametrize("meanwhile", ["message", "consent"])
def test_what_happens_while_a_lane_is_looked_at_keeps_it_from_being_held_for_consent(
    meanwhile: str, here: World
) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        claim = await claimed(office)
        if meanwhile == "message":
            await office.accept(said(2))
        else:
            await here.people.consent(PERSON, 1, AT)
        assert await office.finish(replace(answered(claim), person="", done={}, held=True))
        assert await office.lanes_waiting() == [(LANE, False)]

    asyncio.run(scenario())


def test_who_consented_to_an_older_text_is_held_too(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await here.people.consent(PERSON, 1, AT)
        await office.accept(said(1))
        assert await office.finish(replace(answered(await claimed(office)), done={}, held=True))
        assert await office.claim(LANE) is None

    asyncio.run(scenario())


def test_after_a_stop_nothing_waits_is_unsent_or_can_be_finished(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await turn(office, records("Hello.")[0], said(1), letter("reply:1"))
        await office.accept(said(2))
        await office.accept(said(3))
        held = await claimed(office)
        await office.accept(said(4, channel="D2"))
        await office.post([letter("elsewhere", lane="T1:D2"), letter("tomorrow", due=AT.replace(day=5))])
        assert await office.stop(LANE) == 2
        assert not await office.finish(answered(held, None, letter("late")))
        assert [one.letter.key for one in await office.take(10)] == ["elsewhere"]
        assert await office.lanes_waiting() == [("T1:D2", False)]
        here.clock.move(24 * 3600)
        assert [one.letter.key for one in await office.take(10)] == ["tomorrow"]

    asyncio.run(scenario())


def test_what_was_stopped_is_told_from_what_was_answered_and_a_stop_of_nothing_is_nothing(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        assert await office.stop("T1:D404") == 0
        await office.accept(said(1))
        await office.stop(LANE)
        await office.accept(said(2))
        claim = await claimed(office)
        assert [one.inbound for one in claim.waiting] == [said(2)]
        stranger = replace(answered(claim), done={claim.waiting[0].id - 1: Fate.ANSWERED})
        assert not await office.finish(stranger)
        assert await office.finish(answered(claim))

    asyncio.run(scenario())
