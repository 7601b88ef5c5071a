"""What a piece of work comes to is kept together or not at all, and words taken back go wherever they had come."""

import asyncio
from dataclasses import replace

import pytest

from bot.adapters.store.conversations import SqlConversationStore
from bot.adapters.store.schema import CONVERSATIONS
from bot.coaching.model import Commitment, State
from bot.coaching.record import TurnRecord
from bot.errors import CoachError
from bot.ports.incoming import Kind, conversation_of
from tests.bot.adapters.store.offices import (
    AT,
    CHANNEL,
    LANE,
    PERSON,
    World,
    answered,
    claimed,
    delivered,
    letter,
    records,
    said,
    stamp,
    turn,
)
from tests.bot.adapters.store.planted import opens

TALK = conversation_of(LANE)


def everything(here: World) -> str:
    """All that is kept of turns, state, commitments and letters, opened, as one text."""
    return "\n".join(opens(here.writer))


def closed_with(record: TurnRecord, **plan: object) -> TurnRecord:
    """The turn as if the session had closed with it."""
    state = record.state.model_copy(update={"closed": True, "closed_at": AT, "commitment": Commitment(**plan)})  # type: ignore[arg-type]
    return record.model_copy(update={"state": state})


def test_a_turn_its_state_letters_and_the_inbox_are_kept_together(here: World) -> None:
    (record,) = records("The bins are full.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, record, said(1), letter("a"), letter("b"))
        assert await office.claim(LANE) is None
        assert [one.letter.key for one in await delivered(office)] == ["a", "b"]

    asyncio.run(scenario())
    assert SqlConversationStore(here.engine).turns(conversation_of(LANE)) == (record,)
    assert here.column(CONVERSATIONS, "turns") == [1]


def test_nothing_is_kept_where_the_process_dies_inside(here: World) -> None:
    (record,) = records("The bins are full.")

    def dies(point: str) -> None:
        if point == "turn_in_transaction":
            raise RuntimeError(point)

    async def scenario() -> None:
        office = here.office(reached=dies)
        with pytest.raises(RuntimeError):
            await turn(office, record, said(1), letter("a"))
        after = here.office()
        assert await after.take(1) == []
        claim = await claimed(after)
        assert claim.conversation.state == State()
        assert await after.finish(answered(claim, record, letter("a")))

    asyncio.run(scenario())


def test_a_turn_of_a_number_that_is_there_is_refused_and_the_lane_stays_held(here: World) -> None:
    (record,) = records("The bins are full.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, record, said(1))
        await office.accept(said(2))
        claim = await claimed(office)
        with pytest.raises(CoachError) as refused:
            await office.finish(answered(claim, record, letter("never")))
        assert (refused.value.code, refused.value.retryable) == ("conflict", True)
        assert await office.take(1) == []
        await office.release(LANE, claim.token)
        assert await office.lanes_waiting() == [(LANE, False)]

    asyncio.run(scenario())


def test_somebody_elses_conversation_is_refused(here: World) -> None:
    first, second = records("The bins are full.", "Nobody looks.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, first, said(1))
        await office.accept(said(2, user="U2"))
        with pytest.raises(CoachError) as refused:
            await office.claim(LANE)
        assert refused.value.code == "not_yours"
        await office.accept(said(3, channel="D2", user="U2"))
        claim = await claimed(office, "T1:D2")
        with pytest.raises(CoachError):
            await office.finish(replace(answered(claim, second), conversation_id=TALK))

    asyncio.run(scenario())


def test_several_messages_answered_in_one_turn_are_all_found_with_it(here: World) -> None:
    (record,) = records("The bins are full.")

    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        await office.accept(said(2))
        assert await office.finish(answered(await claimed(office), record, letter("r", turn=1)))
        (one,) = await delivered(office)
        for number in (1, 2):
            found = await office.letters_about(LANE, said(number).ts)
            assert [(about.key, about.ts) for about in found] == [("r", stamp(one))]

    asyncio.run(scenario())


def test_words_of_a_deleted_message_go_from_everything_that_is_kept(here: World) -> None:
    planted = "The zanzibar ledger is never signed by anybody."
    before, deleted, after = records("The bins are full.", planted, "We tried asking them twice.")
    quoting = after.reply.model_copy(update={"text": "You said the zanzibar ledger is never signed."})
    after = after.model_copy(update={"reply": quoting})

    async def scenario() -> None:
        office = here.office()
        await turn(office, before, said(1), letter("r1", turn=1))
        await turn(office, deleted, said(2, text=planted), letter("r2", turn=2))
        await delivered(office)
        await turn(office, after, said(3), letter("r3", turn=3))
        assert "zanzibar" in everything(here)
        await office.accept(said(4))
        assert await office.finish(replace(answered(await claimed(office)), erase=(said(2).ts,)))
        await office.accept(said(5))
        conversation = (await claimed(office)).conversation
        assert conversation.said[0] == before.reply.text
        assert conversation.said[1:] == ("", "")
        assert conversation.state.turn == 3

    asyncio.run(scenario())
    kept = everything(here)
    assert "zanzibar" not in kept
    assert "We tried asking them twice." in kept
    assert "The bins are full." in kept


def test_letters_that_answer_a_deleted_message_are_not_sent_any_more(here: World) -> None:
    (record,) = records("The bins are full.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, record, said(1), letter("r1", turn=1))
        await office.accept(said(2))
        claim = await claimed(office)
        assert await office.finish(replace(answered(claim, None, letter("note")), erase=(said(1).ts, "1.404")))
        assert [one.letter.key for one in await delivered(office)] == ["note"]

    asyncio.run(scenario())


def test_a_commitment_made_in_words_that_are_taken_back_was_never_made(here: World) -> None:
    (record,) = records("I will ask the porter on Friday.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, closed_with(record, what="ask the porter"), said(1))
        assert len(await here.people.commitments(PERSON)) == 1
        await office.accept(said(2))
        claim = await claimed(office)
        assert claim.conversation.state.commitment is not None
        assert await office.finish(replace(answered(claim), erase=(said(1).ts,)))
        assert await here.people.commitments(PERSON) == ()
        await office.accept(said(3))
        assert (await claimed(office)).conversation.state.commitment is None

    asyncio.run(scenario())


def test_a_deletion_waits_for_a_reply_that_is_on_its_way_so_that_it_can_be_taken_back(here: World) -> None:
    (record,) = records("The bins are full.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, record, said(1), letter("r1", turn=1))
        (out,) = await office.take(1)
        await office.accept(said(2, "", kind=Kind.DELETION, about_ts=said(1).ts))
        gone = {"erase": (said(1).ts,)}
        claim = await claimed(office)
        assert not await office.finish(answered(claim, None, **gone))  # it is being sent
        await office.put_off(out.id, AT, doubtful=True)
        assert not await office.finish(answered(claim, None, **gone))  # the channel may have it
        (out,) = await office.take(1)
        await office.sent(out.id, CHANNEL, "1.1")
        assert not await office.finish(answered(claim, None, **gone))  # it was not there when the worker looked
        assert await office.finish(answered(claim, None, letter("neutral", about_ts="1.1"), **gone))

    asyncio.run(scenario())


def test_a_reminder_of_a_commitment_that_is_taken_back_is_not_sent_any_more(here: World) -> None:
    (record,) = records("I will ask the porter on Friday.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, closed_with(record, what="ask the porter"), said(1))
        (made,) = await here.people.commitments(PERSON)
        await office.post([letter(f"reminder:{made.id}:now")])
        await office.accept(said(2))
        assert await office.finish(replace(answered(await claimed(office)), erase=(said(1).ts,)))
        assert await delivered(office) == []

    asyncio.run(scenario())
