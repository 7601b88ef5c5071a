"""What chat models used for somebody: counted with the turn, by the day, and gone when its person is."""

import asyncio
from datetime import date, timedelta

from sqlalchemy import event, select

from bot.adapters.store.conversations import SqlConversationStore
from bot.adapters.store.retention import Keep, purge
from bot.adapters.store.shared_tables import MODEL_USE
from bot.coaching.record import Conversation, ModelUse, TurnRecord
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.offices import AT, LANE, PERSON, World, answered, claimed, records, said, turn

TALK = conversation_of(LANE)
MIDNIGHT = AT.replace(hour=23, minute=59, second=59)
HIS = {"channel": "D2", "user": "U2"}
USE = ModelUse(purpose="wording", model="m", prompt="p", outcome="used", input_tokens=900, output_tokens=100, calls=1)


def with_use(*uses: ModelUse, number: int = 1) -> TurnRecord:
    """A turn for which a chat model was asked so often."""
    texts = [f"The bins are full, number {one}." for one in range(number)]
    return records(*texts)[-1].model_copy(update={"model_uses": uses})


def rows(here: World) -> list[tuple[object, ...]]:
    wanted = select(MODEL_USE).order_by(MODEL_USE.c.person_id, MODEL_USE.c.day)
    return here.writer.submit(lambda connection: [tuple(row) for row in connection.execute(wanted)]).result()


async def standing(here: World, number: int, **who: str) -> Conversation:
    """The conversation as the next message finds it."""
    office = here.office()
    inbound = said(number, **who)
    assert await office.accept(inbound)
    claim = await claimed(office, inbound.lane)
    await office.release(claim.lane, claim.token)
    await office.stop(claim.lane)
    return claim.conversation


def test_what_a_turn_used_is_counted_by_the_next_one_that_day_in_any_conversation(here: World) -> None:
    async def scenario() -> None:
        dear = USE.model_copy(update={"purpose": "reading", "cached_tokens": 500, "cost": 0.25})
        await turn(here.office(), with_use(USE, dear), said(1))
        assert (await standing(here, 2)).tokens_today == 2000
        assert (await standing(here, 3, channel="D9")).tokens_today == 2000, "another conversation of hers"
        assert (await standing(here, 4, **HIS)).tokens_today == 0
        await turn(here.office(), with_use(USE, number=2), said(5))
        assert rows(here) == [(PERSON, date(2026, 3, 4), 2700, 500, 300, 3, 0.25)]

    asyncio.run(scenario())


def test_a_day_ends_at_midnight_utc_of_the_stores_clock(here: World) -> None:
    async def scenario() -> None:
        here.clock.at = MIDNIGHT
        await turn(here.office(), with_use(USE), said(1))
        assert (await standing(here, 2)).tokens_today == 1000
        here.clock.move(1)
        assert (await standing(here, 3)).tokens_today == 0
        await turn(here.office(), with_use(USE, number=2), said(4))
        assert [row[1] for row in rows(here)] == [date(2026, 3, 4), date(2026, 3, 5)]

    asyncio.run(scenario())


def test_the_terminals_store_counts_the_same_way(here: World) -> None:
    store = SqlConversationStore(here.engine, now=here.clock)
    assert store.load(TALK, PERSON).tokens_today == 0
    store.save(TALK, PERSON, with_use(USE))
    assert store.load(TALK, PERSON).tokens_today == 1000
    here.clock.move(24 * 3600)
    assert store.load(TALK, PERSON).tokens_today == 0


def test_without_a_chat_model_nothing_is_kept_and_nothing_more_is_asked(here: World) -> None:
    store = SqlConversationStore(here.engine)
    (record,) = records("The bins are full.")
    store.save(TALK, PERSON, record)
    unasked = USE.model_copy(update={"outcome": "over_budget", "calls": 0, "input_tokens": 0, "output_tokens": 0})
    store.save(TALK, PERSON, with_use(unasked, number=2))
    assert rows(here) == []
    told: list[str] = []
    event.listen(here.engine, "before_cursor_execute", lambda *given: told.append(str(given[2])))
    store.load(TALK, PERSON)
    assert len([one for one in told if one.startswith("SELECT")]) == 2


def test_a_turn_that_is_refused_counts_nothing(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        claim = await claimed(office)
        await office.stop(LANE)
        assert not await office.finish(answered(claim, with_use(USE)))
        assert rows(here) == []

    asyncio.run(scenario())


def test_it_is_given_out_to_its_person_and_goes_with_them(here: World) -> None:
    async def scenario() -> None:
        await turn(here.office(), with_use(USE), said(1))
        his = {"conversation_id": conversation_of("T1:D2"), "person": "T1:U2"}
        await turn(here.office(), with_use(USE), said(2, **HIS), **his)
        assert (await here.people.export(PERSON))["model_use"] == [
            {
                "person_id": PERSON,
                "day": "2026-03-04",
                "input_tokens": 900,
                "cached_tokens": 0,
                "output_tokens": 100,
                "calls": 1,
                "cost": None,
            }
        ]
        await here.people.erase(PERSON)
        assert [row[0] for row in rows(here)] == ["T1:U2"]

    asyncio.run(scenario())


def test_it_goes_after_its_days_and_with_a_key_that_an_older_coach_destroyed(here: World) -> None:
    async def scenario() -> None:
        await turn(here.office(), with_use(USE), said(1))
        here.writer.submit(
            lambda connection: connection.execute(
                MODEL_USE.insert().values({**dict.fromkeys(MODEL_USE.c.keys(), 1), "person_id": "T1:GONE", "day": AT})
            )
        ).result()
        assert (await purge(here.writer, AT + timedelta(days=6), Keep(conversations=7))).uses == 1
        assert [row[0] for row in rows(here)] == [PERSON]
        assert (await purge(here.writer, AT + timedelta(days=7), Keep(conversations=7))).uses == 1
        assert rows(here) == []

    asyncio.run(scenario())


def test_of_who_was_erased_nothing_is_counted_afterwards(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await turn(office, with_use(USE), said(1))
        await office.used(PERSON, (USE,))
        assert (await standing(here, 2)).tokens_today == 2000
        await here.people.erase(PERSON)
        await office.used(PERSON, (USE,))
        assert rows(here) == []

    asyncio.run(scenario())
