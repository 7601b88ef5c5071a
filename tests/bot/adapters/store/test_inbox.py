"""The inbox: each gesture once, however often and by whatever way it comes, and its words only until it is done."""

import asyncio
import random
from dataclasses import replace

import pytest

from bot.adapters.store.schema import INBOX, LANES
from bot.ports.incoming import Fate, Inbound, Kind
from tests.bot.adapters.store.offices import AT, LANE, TEAM, World, answered, claimed, records, said


def test_what_is_taken_in_comes_back_as_it_was(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        one = said(1, "“Naïve”, 🙂", thread_ts="1699999999.000001", identifiable=True, urgent=True)
        assert await office.accept(one)
        assert [waiting.inbound for waiting in (await claimed(office)).waiting] == [one]

    asyncio.run(scenario())


@pytest.mark.parametrize(
    "again",
    [
        said(1),
        said(1, ts="1700000000.000099", sent="1700000000.000099", client_msg_id=None),
        said(2, ts=said(1).ts, client_msg_id=None),
        said(3, client_msg_id="client-1"),
        said(4, kind=Kind.MENTION, ts=said(1).ts, client_msg_id=None),
    ],
    ids=["the same", "its event", "its place", "its sender's id", "as a mention"],
)
def test_a_gesture_that_is_known_by_any_of_its_keys_is_not_taken_in_again(again: Inbound, here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        assert await office.accept(said(1))
        assert not await office.accept(again)
        claim = await claimed(office)
        assert [one.inbound for one in claim.waiting] == [said(1)]
        assert await office.finish(answered(claim))
        assert not await office.accept(again)
        assert await office.claim(LANE) is None

    asyncio.run(scenario())


@pytest.mark.parametrize(
    "other",
    [
        said(2),
        said(2, client_msg_id=None),
        said(1, team="T2"),
        said(2, channel="D2", ts=said(1).ts),
        said(2, kind=Kind.EDIT, ts=said(1).ts, about_ts=said(1).ts, client_msg_id="client-1"),
        said(2, kind=Kind.DELETION, ts="", about_ts=said(1).ts, client_msg_id=None),
        said(2, kind=Kind.START, ts="", client_msg_id=None),
    ],
    ids=["message", "no client id", "workspace", "channel", "edit", "deletion", "start"],
)
def test_another_gesture_is_not_taken_for_a_known_one(other: Inbound, here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        assert await office.accept(said(1))
        assert await office.accept(other)
        assert not await office.accept(other)

    asyncio.run(scenario())


def test_starts_without_a_place_are_not_taken_for_one_another(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        starts = [said(n, kind=Kind.START, ts="", client_msg_id=None) for n in range(3)]
        assert [await office.accept(one) for one in starts] == [True] * 3

    asyncio.run(scenario())


def test_of_two_hundred_shuffled_deliveries_at_once_each_gesture_is_taken_in_once(here: World) -> None:
    by_place = [
        said(number + again, ts=said(number).ts, client_msg_id=None)
        for number in range(25)
        for again in (0, 0, 100, 200)
    ]
    by_sender = [
        said(number + again, client_msg_id=f"same-{number}") for number in range(300, 325) for again in (0, 0, 100, 200)
    ]
    deliveries = by_place + by_sender
    random.Random(5).shuffle(deliveries)  # noqa: S311 - an order, not a secret

    async def scenario() -> None:
        offices = [here.office("one"), here.office("two")]
        taken = await asyncio.gather(*(offices[n % 2].accept(one) for n, one in enumerate(deliveries)))
        assert sum(taken) == 50

    asyncio.run(scenario())
    assert here.count(INBOX) == 50


def test_without_the_unique_keys_every_delivery_is_taken_for_a_new_gesture(here: World) -> None:
    async def scenario() -> None:
        office = here.office(without=frozenset({"unique"}))
        assert [await office.accept(said(1)) for _ in range(3)] == [True] * 3

    asyncio.run(scenario())


def test_what_waits_is_in_the_order_in_which_it_was_written_and_not_in_which_it_came(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        for number in (3, 1, 2):
            await office.accept(said(number))
        assert [one.inbound for one in (await claimed(office)).waiting] == [said(1), said(2), said(3)]

    asyncio.run(scenario())


def test_words_go_as_soon_as_they_are_done_with_and_keys_stay(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        await office.accept(said(2))
        claim = await claimed(office)
        done = {claim.waiting[0].id: Fate.ANSWERED, claim.waiting[1].id: Fate.DELETED}
        assert await office.finish(replace(answered(claim, records("The bins are full.")[0]), done=done))

    asyncio.run(scenario())
    assert here.column(INBOX, "text") == [None, None]
    assert here.column(INBOX, "fate") == ["answered", "deleted"]
    assert here.column(INBOX, "turn") == [1, None]
    assert all(here.column(INBOX, "event_key"))


def test_direct_channels_are_known_with_the_last_thing_taken_in_there(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        for number in (2, 3, 1):
            await office.accept(said(number))
        await office.accept(said(4, channel="C9", kind=Kind.MENTION))
        await office.accept(said(5, team="T2", channel="D2"))
        await here.people.know(f"{TEAM}:U7", channel="D7")
        await here.people.know(f"{TEAM}:U1", channel="D1", timezone="Europe/London")
        assert await office.channels(TEAM) == {"D1": said(3).sent, "D7": "0"}
        assert await office.channels("T9") == {}

    asyncio.run(scenario())


def test_a_channel_is_nobodys_own_however_many_call_the_coach_there(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        for number, user in enumerate(("U1", "U2")):
            await office.accept(said(number, channel="C9", user=user, kind=Kind.MENTION))
        claim = await claimed(office, f"{TEAM}:C9")
        assert [one.inbound.user for one in claim.waiting] == ["U1", "U2"]

    asyncio.run(scenario())
    assert here.column(LANES, "person_id") == [None]


def test_what_waits_is_counted_with_the_age_of_the_oldest(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        assert (await office.backlog()).waiting == 0
        await office.accept(said(1))
        await office.accept(said(2, channel="D2"))
        here.clock.move(7)
        found = await office.backlog()
        assert (found.waiting, found.oldest_waiting) == (2, 7.0)

    asyncio.run(scenario())
    assert here.column(INBOX, "received_at") == [AT, AT]


def test_a_named_point_is_reached_before_anything_is_kept(here: World) -> None:
    def dies(point: str) -> None:
        raise RuntimeError(point)

    async def scenario() -> None:
        with pytest.raises(RuntimeError, match="intake_before_commit"):
            await here.office(reached=dies).accept(said(1))
        assert await here.office().accept(said(1))

    asyncio.run(scenario())
