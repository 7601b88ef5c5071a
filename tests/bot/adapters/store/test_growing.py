"""What a doctor's growth is told from is kept with the turn, is theirs alone, and goes with everything of theirs."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.adapters.store.conversations import SqlConversationStore
from bot.adapters.store.growth_tables import ATTEMPTS, GROWTH, WORKED_ON
from bot.adapters.store.retention import Keep, purge
from bot.adapters.store.rotating import rotate_people
from bot.adapters.store.traces import traces
from bot.coaching.practice import Attempt
from bot.coaching.record import TurnRecord
from bot.errors import CoachError
from bot.ports.growing import AttemptKept, WorkedOn
from bot.ports.incoming import conversation_of
from bot.ports.people import Outcome
from tests.bot.adapters.store.offices import AT, LANE, PERSON, World, answered, claimed, records, said, turn
from tests.bot.adapters.store.plans import closed, in_session

TALK = conversation_of(LANE)
ATTEMPT = Attempt(kind="rehearsal", about="charge_nurse", asking=4, telling=3, end="won")
OTHER = "T1:U2"


def ending(record: TurnRecord, attempt: Attempt = ATTEMPT) -> TurnRecord:
    """The turn as if a rehearsal had ended with it."""
    return record.model_copy(update={"attempt": attempt})


def about(record: TurnRecord, situation: str | None, session: int = 1) -> TurnRecord:
    state = record.state.model_copy(update={"situation": situation, "session": session})
    return record.model_copy(update={"state": state})


def test_an_attempt_is_kept_with_the_turn_that_ended_it(here: World) -> None:
    async def scenario() -> None:
        first, second = records("The bins are full.", "I told the porters.")
        await turn(here.office(), first, said(1))
        await turn(here.office(), ending(second), said(2))
        assert await here.people.attempts(PERSON) == (AttemptKept(TALK, 2, AT, ATTEMPT),)
        assert await here.people.attempts(OTHER) == ()

    asyncio.run(scenario())


def test_a_turn_that_is_not_kept_counts_nothing(here: World) -> None:
    async def scenario() -> None:
        office, (first, second) = here.office(), records("The bins are full.", "I told the porters.")
        assert await office.accept(said(1))
        old = await claimed(office)
        await office.stop(LANE)
        assert not await office.finish(answered(old, ending(first)))
        assert here.count(ATTEMPTS) == 0
        await turn(office, ending(second), said(2))
        with pytest.raises(CoachError):
            SqlConversationStore(here.engine).save(
                TALK, PERSON, ending(second, ATTEMPT.model_copy(update={"asking": 9}))
            )
        assert [one.attempt.asking for one in await here.people.attempts(PERSON)] == [4]

    asyncio.run(scenario())


def test_a_session_is_counted_once_under_the_situation_it_came_to_last(here: World) -> None:
    async def scenario() -> None:
        first, second, third = records("The bins are full.", "I told the porters.", "And the lifts.")
        await turn(here.office(), about(first, None), said(1))
        assert await here.people.worked_on(PERSON) == ()
        await turn(here.office(), about(first.model_copy(update={"number": 2}), "bins"), said(2))
        await turn(here.office(), about(second.model_copy(update={"number": 3}), "lifts"), said(3))
        await turn(here.office(), about(third.model_copy(update={"number": 4}), "bins", session=2), said(4))
        assert sorted(await here.people.worked_on(PERSON), key=lambda one: one.situation) == [
            WorkedOn("bins", AT),
            WorkedOn("lifts", AT),
        ]

    asyncio.run(scenario())


def test_a_talk_in_the_terminal_keeps_what_was_decided_and_what_became_of_it_as_slack_does(here: World) -> None:
    first, second = records("I will ask the porter.", "I did it.")
    back = second.move.model_copy(update={"name": "look_back_response", "line": "look:partly"})
    store = SqlConversationStore(here.engine)
    store.save("pat:terminal", "pat", closed(first))
    (open_,) = asyncio.run(here.people.commitments("pat"))
    assert (open_.what, open_.session, open_.outcome, open_.remind_at) == ("ask the porter", 1, Outcome.OPEN, None)
    store.save("pat:terminal", "pat", in_session(ending(second.model_copy(update={"move": back})), 2))
    (settled,) = asyncio.run(here.people.commitments("pat"))
    assert settled.outcome is Outcome.PARTLY
    assert [one.attempt for one in asyncio.run(here.people.attempts("pat"))] == [ATTEMPT]
    assert asyncio.run(here.people.due(AT + timedelta(days=900), 10)) == []


def both(here: World) -> None:
    """Two doctors of whom something is counted."""

    async def scenario() -> None:
        (record,) = records("The bins are full.")
        await turn(here.office(), about(ending(record), "bins"), said(1))
        mine = said(2, user="U2", channel="D2")
        message = record.message.model_copy(update={"person_id": OTHER})
        theirs = about(ending(record.model_copy(update={"message": message})), "bins")
        assert await here.office().accept(mine)
        claim = await claimed(here.office(), mine.lane)
        assert await here.office().finish(
            answered(claim, theirs, conversation_id=conversation_of(mine.lane), person=OTHER)
        )

    asyncio.run(scenario())
    assert [here.count(table) for table in GROWTH] == [2, 2]


def test_it_is_exported_and_goes_with_its_doctor_alone(here: World) -> None:
    both(here)
    told = asyncio.run(here.people.export(PERSON))
    assert told["attempts"] == [
        {
            "conversation_id": TALK,
            "turn": 1,
            "person_id": PERSON,
            "at": AT.isoformat(),
            **ATTEMPT.model_dump(),
        }
    ]
    worked_on = told["worked_on"]
    assert isinstance(worked_on, list)
    assert [one["situation"] for one in worked_on] == ["bins"]
    asyncio.run(here.people.erase(PERSON))
    assert [here.column(table, "person_id") for table in GROWTH] == [[OTHER], [OTHER]]


def test_it_is_kept_as_long_as_what_was_decided(here: World) -> None:
    both(here)
    keep = Keep(conversations=7, plans=30)
    assert asyncio.run(purge(here.writer, AT + timedelta(days=29), keep)).growth == 0
    assert asyncio.run(purge(here.writer, AT + timedelta(days=30), keep, dry_run=True)).growth == 4
    assert asyncio.run(purge(here.writer, AT + timedelta(days=30), keep)).growth == 4
    assert [here.count(table) for table in GROWTH] == [0, 0]


def test_of_whoever_an_older_coach_erased_it_goes_at_once(here: World) -> None:
    both(here)

    def left_over(engine: Engine) -> None:
        with engine.begin() as connection:
            connection.execute(ATTEMPTS.update().where(ATTEMPTS.c.person_id == OTHER).values(person_id="T1:GONE"))
            connection.execute(WORKED_ON.update().where(WORKED_ON.c.person_id == OTHER).values(person_id="T1:GONE"))

    left_over(here.engine)
    assert asyncio.run(purge(here.writer, AT)).growth == 2
    assert [here.column(table, "person_id") for table in GROWTH] == [[PERSON], [PERSON]]


def test_somebody_of_whom_only_numbers_are_kept_is_known(here: World) -> None:
    tables = {table for table, _ in traces(PERSON)}
    assert tables >= set(GROWTH)


def test_what_it_was_about_is_sealed_and_opens_with_a_new_key(here: World) -> None:
    both(here)
    kept = [*here.column(ATTEMPTS, "about"), *here.column(ATTEMPTS, "end"), *here.column(WORKED_ON, "situation")]
    assert not {"charge_nurse", "won", "bins"} & set(kept)
    assert asyncio.run(rotate_people(here.writer)).people >= 2
    assert [one.attempt for one in asyncio.run(here.people.attempts(PERSON))] == [ATTEMPT]
    assert [one.situation for one in asyncio.run(here.people.worked_on(OTHER))] == ["bins"]
