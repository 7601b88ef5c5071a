"""Letters once sent: their words go, and they are found again by where the channel has them."""

import asyncio

from bot.adapters.store.schema import OUTBOX
from bot.ports.post import Action
from tests.bot.adapters.store.offices import (
    CHANNEL,
    LANE,
    PERSON,
    TEAM,
    World,
    delivered,
    letter,
    records,
    said,
    stamp,
    turn,
)


def test_words_go_once_a_letter_is_sent_or_given_up(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        await office.post([letter("a"), letter("b")])
        (one,) = await office.take(1)
        await office.sent(one.id, CHANNEL, "1.1")
        (two,) = await office.take(1)
        await office.give_up(two.id, "is_archived")
        assert (await office.backlog()).failed == 1

    asyncio.run(scenario())
    assert here.column(OUTBOX, "text") == [None, None]
    assert here.column(OUTBOX, "blocks") == [None, None]
    assert here.column(OUTBOX, "code") == [None, "is_archived"]
    assert here.column(OUTBOX, "key") == ["a", "b"]


def test_of_a_letter_to_nobody_known_only_a_digest_stays(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.post([letter("erased:U1", to="U1", lane=PERSON)])
        assert len(await delivered(office)) == 1
        assert await office.post([letter("erased:U1")]) == 0

    asyncio.run(scenario())
    for name in ("key", "team", "lane", "to", "place", "ts", "text"):
        assert here.column(OUTBOX, name) == [None]


def test_a_message_of_the_coachs_is_found_by_its_place_with_the_turn_it_answers(here: World) -> None:
    first, second = records("The bins are full.", "Nobody looks.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, first, said(1), letter("r1", turn=1), letter("r1#2", turn=1))
        await turn(office, second, said(2), letter("r2", turn=2))
        await office.post([letter("note")])
        r1, r1b, r2, note = await delivered(office)
        found = await office.answered(LANE, stamp(r2))
        assert found is not None
        assert (found.key, found.lane, found.ts, found.turn, found.record) == ("r2", LANE, stamp(r2), 2, second)
        plain = await office.answered(LANE, stamp(note))
        assert plain is not None
        assert (plain.key, plain.turn, plain.record) == ("note", None, None)
        assert await office.answered(LANE, "1.404") is None
        about = await office.letters_about(LANE, said(1).ts)
        assert [(one.key, one.ts) for one in about] == [("r1", stamp(r1)), ("r1#2", stamp(r1b))]
        assert [one.record for one in about] == [first, first]
        assert await office.letters_about(LANE, "1.404") == []

    asyncio.run(scenario())


def test_a_letter_to_a_person_is_found_in_the_channel_that_was_opened_for_it(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await here.people.know(PERSON, channel="D1")
        await office.post([letter("hello", to="U1", lane=PERSON)])
        (one,) = await delivered(office)
        found = await office.answered(f"{TEAM}:D1", stamp(one))
        assert found is not None
        assert found.key == "hello"

    asyncio.run(scenario())


def test_an_update_is_not_taken_for_the_message_it_replaced(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await turn(office, records("Hello.")[0], said(1), letter("r1", turn=1))
        (one,) = await delivered(office)
        await office.post([letter("u1", action=Action.UPDATE, about_ts=stamp(one), turn=1)])
        (update,) = await office.take(1)
        await office.sent(update.id, CHANNEL, stamp(one))
        found = await office.answered(LANE, stamp(one))
        assert found is not None
        assert found.key == "r1"
        assert [one.key for one in await office.letters_about(LANE, said(1).ts)] == ["r1"]

    asyncio.run(scenario())
