"""Lanes: one worker at a time in each, whoever dies; what is held for consent, stopped or lost is nobody's to finish."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future

import pytest
from sqlalchemy import Connection

from bot.errors import CoachError
from bot.ports.incoming import conversation_of
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


def test_a_claim_brings_what_waits_and_the_conversation_as_it_stands(here: World) -> None:
    first, second = records("The bins are full.", "Nobody looks.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, first, said(1))
        await turn(office, second, said(2))
        await office.accept(said(3))
        claim = await claimed(office)
        assert (claim.lane, [one.inbound for one in claim.waiting]) == (LANE, [said(3)])
        assert (claim.conversation.id, claim.conversation.person_id) == (conversation_of(LANE), PERSON)
        assert claim.conversation.state == second.state
        assert claim.conversation.said == (first.reply.text, second.reply.text)

    asyncio.run(scenario())


def test_a_claim_tells_what_the_person_has_consented_to(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        claim = await claimed(office)
        assert claim.consented == 0
        await office.release(claim.lane, claim.token)
        await here.people.consent(PERSON, 2, AT)
        assert (await claimed(office)).consented == 2

    asyncio.run(scenario())


def test_there_is_nothing_to_claim_where_nothing_waits(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        assert await office.claim(LANE) is None
        await office.accept(said(1))
        assert await office.finish(answered(await claimed(office)))
        assert await office.claim(LANE) is None
        assert await office.lanes_waiting() == []

    asyncio.run(scenario())


def test_lanes_that_wait_are_named_urgent_ones_first_then_the_oldest(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        for number, channel in enumerate(("D1", "D2", "D3", "D1")):
            await office.accept(said(number, channel=channel, urgent=number == 2))
        assert await office.lanes_waiting() == [("T1:D3", True), ("T1:D1", False), ("T1:D2", False)]
        await claimed(office, "T1:D3")
        assert await office.lanes_waiting() == [("T1:D1", False), ("T1:D2", False)]

    asyncio.run(scenario())


@pytest.mark.parametrize("owners", [("one", "one"), ("one", "two")], ids=["the same process", "another"])
def test_a_lane_is_held_by_one_only(owners: tuple[str, str], here: World) -> None:
    async def scenario() -> None:
        one, other = here.office(owners[0]), here.office("two")
        await one.accept(said(1))
        first = await claimed(one)
        assert await one.claim(LANE) is None
        assert await other.claim(LANE) is None
        assert await other.lanes_waiting() == []
        await one.release(LANE, first.token)
        assert (await claimed(other)).token != first.token

    asyncio.run(scenario())


def test_of_many_claims_at_once_one_holds_each_lane(here: World) -> None:
    async def scenario() -> None:
        offices = [here.office(name) for name in ("one", "two", "three")]
        lanes = [f"D{number}" for number in range(10)]
        for number, channel in enumerate(lanes):
            await offices[0].accept(said(number, channel=channel))
        claims = await asyncio.gather(*(office.claim(f"T1:{channel}") for channel in lanes for office in offices * 3))
        assert sorted(one.lane for one in claims if one) == sorted(f"T1:{channel}" for channel in lanes)

    asyncio.run(scenario())


def test_what_a_dead_process_held_is_anybodys_after_three_beats_are_missed_and_its_work_is_refused(here: World) -> None:
    async def scenario() -> None:
        one, other = here.office("one", beat_seconds=5.0), here.office("two", beat_seconds=5.0)
        await one.accept(said(1))
        lost = await claimed(one)
        here.clock.move(14)
        assert await other.claim(LANE) is None
        here.clock.move(2)
        assert await other.lanes_waiting() == [(LANE, False)]
        held = await claimed(other)
        assert not await one.finish(answered(lost, None, letter()))
        assert await one.take(1) == []
        assert await other.finish(answered(held))

    asyncio.run(scenario())


def test_a_process_that_beats_keeps_what_it_holds(here: World) -> None:
    async def scenario() -> None:
        one, other = here.office("one", beat_seconds=5.0), here.office("two", beat_seconds=5.0)
        await one.accept(said(1))
        held = await claimed(one)
        for _ in range(4):
            here.clock.move(10)
            await one.beat()
            assert await other.claim(LANE) is None
        assert await one.finish(answered(held))

    asyncio.run(scenario())


def test_a_process_that_starts_anew_finds_free_what_its_name_held(here: World) -> None:
    async def scenario() -> None:
        before = here.office("one")
        await before.accept(said(1))
        lost = await claimed(before)
        after = here.office("one")
        assert await after.lanes_waiting() == [(LANE, False)]
        assert await after.finish(answered(await claimed(after)))
        assert not await before.finish(answered(lost))

    asyncio.run(scenario())


def test_a_process_that_closes_lets_everything_go(here: World) -> None:
    async def scenario() -> None:
        one, other = here.office("one"), here.office("two")
        await one.accept(said(1))
        await claimed(one)
        await one.post([letter("a")])
        await one.take(1)
        assert await other.take(1) == []
        await one.close()
        assert await other.claim(LANE) is not None
        (sending,) = await other.take(1)
        assert sending.doubtful

    asyncio.run(scenario())


def test_a_claim_that_is_given_up_while_it_is_made_holds_nothing(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        for _ in range(20):
            asking = asyncio.create_task(office.claim(LANE))
            await asyncio.sleep(0)
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
        await asyncio.sleep(0.05)
        assert await office.claim(LANE) is not None

    asyncio.run(scenario())


def test_when_anybody_was_last_alive_before_this_start_is_known(here: World) -> None:
    async def scenario() -> None:
        first = here.office("one")
        assert await first.last_alive() is None
        here.clock.move(100)
        await first.beat()
        here.clock.move(900)
        second = here.office("two")
        await second.beat()
        assert await second.last_alive() == AT.replace(minute=31, second=40)

    asyncio.run(scenario())


def test_a_lane_that_could_not_be_let_go_is_this_process_to_claim_again(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(_work: object) -> None:
        message = "the disk is full"
        raise CoachError(message, code="store", retryable=True)

    async def scenario() -> None:
        office, other = here.office("one"), here.office("two")
        await office.accept(said(1))
        lost = await claimed(office)
        with monkeypatch.context() as broken:
            broken.setattr(here.writer, "write", fails)
            with pytest.raises(CoachError):
                await office.release(LANE, lost.token)
        assert await other.claim(LANE) is None
        again = await claimed(office)
        assert not await office.finish(answered(lost))
        assert await office.claim(LANE) is None
        assert await office.finish(answered(again))

    asyncio.run(scenario())


def test_a_lane_whose_claim_was_kept_and_not_confirmed_is_this_process_to_claim_again(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit = here.writer.submit

    def unconfirmed(work: Callable[[Connection], object]) -> Future[object]:
        submit(work).result()
        future: Future[object] = Future()
        future.set_exception(CoachError("the connection was lost", code="store", retryable=True))
        return future

    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        with monkeypatch.context() as broken:
            broken.setattr(here.writer, "submit", unconfirmed)
            with pytest.raises(CoachError):
                await office.claim(LANE)
        assert await office.finish(answered(await claimed(office)))

    asyncio.run(scenario())
