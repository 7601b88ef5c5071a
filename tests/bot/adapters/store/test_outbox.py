"""The outbox: in order within a lane, urgent lanes first, each letter known by its key, none in doubt forgotten."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from bot.errors import CoachError
from bot.ports.post import Action
from tests.bot.adapters.store.offices import (
    AT,
    CHANNEL,
    LANE,
    World,
    delivered,
    letter,
    said,
)


def test_a_letter_comes_back_as_it_was_put_in(here: World) -> None:
    one = letter(
        "reply:1", thread_ts="1700000000.000001", action=Action.UPDATE, about_ts="1700000000.000002", urgent=True,
        due=AT - timedelta(hours=1), turn=3,
    )  # fmt: skip

    async def scenario() -> None:
        office = here.office()
        assert await office.post([one]) == 1
        (taken,) = await office.take(5)
        assert taken.letter == one
        assert (taken.attempts, taken.doubtful, taken.tried_at) == (0, False, None)

    asyncio.run(scenario())


def test_a_key_is_known_for_ever(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        assert await office.post([letter("a"), letter("a"), letter("b")]) == 2
        await delivered(office)
        assert await office.post([letter("a"), letter("b"), letter("c")]) == 1
        assert [one.letter.key for one in await delivered(office)] == ["c"]

    asyncio.run(scenario())


def test_of_each_lane_only_the_oldest_is_taken_and_the_next_when_that_is_done(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.post([letter("a1"), letter("a2"), letter("b1", lane="T1:D2"), letter("a3")])
        first = await office.take(10)
        assert [one.letter.key for one in first] == ["a1", "b1"]
        assert await office.take(10) == []
        await office.sent(first[0].id, CHANNEL, "1.1")
        (second,) = await office.take(10)
        assert second.letter.key == "a2"
        await office.give_up(second.id, "channel_not_found")
        assert [one.letter.key for one in await office.take(10)] == ["a3"]

    asyncio.run(scenario())


def test_no_more_are_taken_than_are_asked_for(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.post([letter(f"{number}", lane=f"T1:D{number}") for number in range(5)])
        assert len(await office.take(2)) == 2
        assert len(await office.take(9)) == 3

    asyncio.run(scenario())


def test_an_urgent_letter_overtakes_other_lanes_but_never_its_own(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.post([letter("other", lane="T1:D2"), letter("before"), letter("urgent", urgent=True)])
        await office.post([letter("pressing", lane="T1:D3", urgent=True)])
        assert [one.letter.key for one in await office.take(10)] == ["pressing", "other", "before"]

    asyncio.run(scenario())


def test_two_senders_never_take_the_same_letter(here: World) -> None:
    async def scenario() -> None:
        offices = [here.office("one"), here.office("two")]
        await offices[0].post([letter(f"{n}", lane=f"T1:D{n % 10}") for n in range(30)])
        order: list[str] = []
        for _ in range(30):
            taken = await asyncio.gather(*(office.take(3) for office in offices * 2))
            for one in (one for some in taken for one in some):
                order.append(one.letter.key)
                await offices[0].sent(one.id, CHANNEL, f"1.{one.id}")
        assert sorted(order, key=int) == [str(n) for n in range(30)]
        for lane in range(10):
            assert [key for key in order if int(key) % 10 == lane] == [str(lane), str(lane + 10), str(lane + 20)]

    asyncio.run(scenario())


def test_a_letter_is_not_taken_before_its_day_and_holds_nobody_up(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.post([letter("later", due=AT + timedelta(hours=2)), letter("now")])
        assert [one.letter.key for one in await delivered(office)] == ["now"]
        assert (await office.backlog()).unsent == 0
        here.clock.move(2 * 3600)
        assert [one.letter.key for one in await delivered(office)] == ["later"]

    asyncio.run(scenario())


def test_what_is_put_off_waits_and_holds_up_its_lane(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.post([letter("a"), letter("b")])
        (one,) = await office.take(10)
        await office.put_off(one.id, AT + timedelta(seconds=30), doubtful=False)
        here.clock.move(29)
        assert await office.take(10) == []
        here.clock.move(2)
        (again,) = await office.take(10)
        assert (again.letter.key, again.attempts, again.doubtful, again.tried_at) == ("a", 1, False, AT)

    asyncio.run(scenario())


def test_doubt_stays_with_its_first_time_until_it_is_settled(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.post([letter("a")])
        (one,) = await office.take(1)
        await office.put_off(one.id, AT, doubtful=True)
        assert (await office.backlog()).in_doubt == 1
        here.clock.move(100)
        (again,) = await office.take(1)
        assert (again.doubtful, again.tried_at, again.attempts) == (True, AT, 1)
        await office.put_off(again.id, here.clock(), doubtful=True)
        (third,) = await office.take(1)
        assert (third.doubtful, third.tried_at) == (True, AT)
        await office.put_off(third.id, here.clock(), doubtful=False)
        here.clock.move(5)
        (fourth,) = await office.take(1)
        assert not fourth.doubtful

    asyncio.run(scenario())


@pytest.mark.parametrize("restarted", [True, False], ids=["restarted", "another replica"])
def test_what_was_being_sent_by_a_process_that_died_is_found_in_doubt(restarted: bool, here: World) -> None:
    async def scenario() -> None:
        before = here.office("one", beat_seconds=5.0)
        after = before if restarted else here.office("two", beat_seconds=5.0)
        await before.post([letter("a"), letter("b")])
        await before.take(10)
        if restarted:
            after = here.office("one", beat_seconds=5.0)
        else:
            assert await after.take(10) == []
            here.clock.move(16)
            await after.beat()
        assert (await after.backlog()).in_doubt == 1
        (found,) = await after.take(10)
        assert (found.letter.key, found.doubtful, found.tried_at, found.attempts) == ("a", True, AT, 1)
        assert await before.take(10) == []

    asyncio.run(scenario())


def test_a_process_taken_for_dead_cannot_undo_what_another_does_but_what_it_sent_is_sent(here: World) -> None:
    async def scenario() -> None:
        before = here.office("one")
        await before.post([letter("a")])
        (one,) = await before.take(1)
        after = here.office("one")
        (same,) = await after.take(1)
        await before.put_off(one.id, AT, doubtful=False)
        await before.give_up(one.id, "timeout")
        assert await after.take(1) == []
        await before.sent(one.id, CHANNEL, "1.1")
        await after.put_off(same.id, AT, doubtful=True)
        assert await after.take(1) == []

    asyncio.run(scenario())


def test_what_waits_to_be_sent_is_counted_with_the_age_of_the_oldest(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.post([letter("a")])
        here.clock.move(3)
        await office.post([letter("b", due=AT + timedelta(seconds=2))])
        found = await office.backlog()
        assert (found.unsent, found.oldest_unsent, found.in_doubt, found.failed) == (2, 3.0, 0, 0)

    asyncio.run(scenario())


def test_without_order_letters_of_one_lane_are_taken_at_once(here: World) -> None:
    async def scenario() -> None:
        office = here.office(without=frozenset({"order"}))
        await office.post([letter(f"{n}") for n in range(5)])
        assert len(await office.take(10)) == 5

    asyncio.run(scenario())


def test_letters_whose_taking_was_kept_and_not_confirmed_are_taken_the_next_time(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = here.writer.write

    async def unconfirmed(work: Callable[[Connection], object]) -> None:
        await write(work)
        message = "the connection was lost"
        raise CoachError(message, code="store", retryable=True)

    async def scenario() -> None:
        office = here.office()
        await office.post([letter("in hand")])
        (held,) = await office.take(1)
        await office.post([letter("lost", lane="T1:D2")])
        with monkeypatch.context() as broken:
            broken.setattr(here.writer, "write", unconfirmed)
            with pytest.raises(CoachError):
                await office.take(10)
        (lost,) = await office.take(10)
        assert (lost.letter.key, lost.doubtful) == ("lost", False)
        assert await office.take(10) == []
        await office.sent(held.id, CHANNEL, "1.1")

    asyncio.run(scenario())


def test_a_letter_that_the_channel_never_had_can_be_put_in_again(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        assert await office.post([letter("first:1")]) == 1
        await office.stop(LANE)
        assert await office.post([letter("first:1")]) == 1
        (out,) = await office.take(5)
        await office.give_up(out.id, "restricted_action")
        assert await office.post([letter("first:1")]) == 1
        assert len(await delivered(office)) == 1
        assert await office.post([letter("first:1")]) == 0

    asyncio.run(scenario())
