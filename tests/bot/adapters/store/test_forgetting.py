"""What is forgotten leaves its numbers: nothing that comes later is taken for what was kept, or the other way round."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from time import sleep

from sqlalchemy import Connection, func, select, text, update

from bot.adapters.sealing import HEADER_CHARACTERS
from bot.adapters.store import commitments, holds, inbox, retention
from bot.adapters.store.conversations import load_on
from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.mentoring import shares
from bot.adapters.store.mentoring_tables import TALLIES
from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS, INBOX, LANES, PEOPLE, TURNS
from bot.coaching.model import Commitment, State
from bot.coaching.record import Conversation, TurnRecord
from bot.ports.incoming import Fate
from bot.ports.people import Outcome
from tests.bot.adapters.store.mentoring.desk import SAID, TALK, Desk, desk, new_share, turns
from tests.bot.adapters.store.offices import AT, CHANNEL, LANE, PERSON, World, answered, claimed, records, said, world
from tests.bot.small_world import coach

DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)


def purged(here: World, now: datetime) -> retention.Purged:
    return asyncio.run(retention.purge(here.writer, now))


def loaded(here: World) -> Conversation:
    return here.writer.submit(lambda connection: load_on(connection, TALK, PERSON, AT)).result()


async def closed(here: World, number: int, what: str, at: datetime) -> Conversation:
    """A message that ends a session with a plan; the conversation as it was claimed."""
    office = here.office()
    assert await office.accept(said(number, received_at=at))
    claim = await claimed(office)
    message = records("The bins are full.")[0].message.model_copy(update={"received_at": at})
    record = coach().answer(message, claim.conversation, identifiable=False)
    plan = {"closed": True, "closed_at": at, "commitment": Commitment(what=what)}
    record = record.model_copy(update={"state": record.state.model_copy(update=plan)})
    assert await office.finish(answered(claim, record))
    return claim.conversation


def test_a_plan_made_after_a_purge_leaves_the_one_from_before_as_it_was(here: World) -> None:
    asyncio.run(here.people.know(PERSON, channel=CHANNEL))
    asyncio.run(Desk(here).sharing.count(PERSON, wanted=True))
    asyncio.run(closed(here, 1, "ask the porter", AT))
    (plan,) = asyncio.run(here.people.commitments(PERSON))
    asyncio.run(here.people.settle(PERSON, plan.id, Outcome.KEPT, AT + DAY))
    assert purged(here, AT + 90 * DAY).conversations == 1
    begun = asyncio.run(closed(here, 2, "write to the dean", AT + 100 * DAY))
    assert begun == Conversation(id=TALK, person_id=PERSON, state=State(session=2), before=1)
    new, old = asyncio.run(here.people.commitments(PERSON))
    assert (new.what, new.session, new.made_at, new.outcome) == (
        "write to the dean", 2, AT + 100 * DAY, Outcome.OPEN,
    )  # fmt: skip
    assert (old.what, old.session, old.outcome) == ("ask the porter", 1, Outcome.KEPT)
    assert here.column(TALLIES, "session") == [1, 2]
    assert here.column(TURNS, "number") == [2]
    assert purged(here, AT + 365 * DAY).plans == 1
    assert [one.what for one in asyncio.run(here.people.commitments(PERSON))] == ["write to the dean"]


def test_numbers_go_on_for_as_often_as_it_is_forgotten(here: World) -> None:
    at = Desk(here)
    for number, first in enumerate((1, 4, 7)):
        conversation = loaded(here)
        assert (conversation.turns, conversation.state) == (first - 1, State(session=number + 1))
        at.keep(_renumbered(turns("The bins.", "Full.", "Again.", at=AT + number * 100 * DAY), conversation))
        assert here.column(TURNS, "number") == [first, first + 1, first + 2]
        assert purged(here, AT + (number * 100 + 90) * DAY).conversations == 1
        assert purged(here, AT + (number * 100 + 99) * DAY).total == 0


def _renumbered(made: list[TurnRecord], conversation: Conversation) -> list[TurnRecord]:
    session = conversation.state.session
    return [
        one.model_copy(
            update={
                "number": conversation.before + one.number,
                "state": one.state.model_copy(update={"session": session}),
            }
        )
        for one in made
    ]


def test_a_conversation_that_was_forgotten_is_answered_as_a_new_one(here: World) -> None:
    desk(here)
    assert purged(here, AT + 90 * DAY).conversations == 1
    message = records("The weather is fine.")[0].message
    fresh = Conversation(id=TALK, person_id=PERSON, state=State())
    new, anew = (coach().answer(message, one, identifiable=False) for one in (fresh, loaded(here)))
    assert (anew.reply, anew.move, anew.reading) == (new.reply, new.move, new.reading)
    assert (new.number, anew.number) == (1, 4)
    assert anew.state == new.state.model_copy(update={"session": 2})


def test_what_was_forgotten_is_no_talk_and_nothing_that_is_kept(here: World) -> None:
    at = desk(here)
    purged(here, AT + 90 * DAY)
    assert at.run(at.sharing.talks(PERSON)) == ()
    assert at.run(at.sharing.preview(PERSON, TALK, 1)) is None
    assert not at.share(0, at=AT + 91 * DAY, expires_at=AT + 95 * DAY)
    kept = asyncio.run(here.people.kept(PERSON))
    assert (kept.conversations, kept.turns, kept.since) == (0, 0, None)
    assert asyncio.run(here.people.known(PERSON))
    asyncio.run(here.people.erase(PERSON))
    assert here.count(CONVERSATIONS) == 0
    assert not asyncio.run(here.people.known(PERSON))


def test_one_whose_state_was_damaged_goes_on_from_what_else_is_kept_of_it(here: World) -> None:
    at = desk(here)
    at.do(lambda c: c.execute(update(CONVERSATIONS).values(state="x" * 60)))
    assert purged(here, AT + 90 * DAY).conversations == 1
    assert loaded(here) == Conversation(id=TALK, person_id=PERSON, state=State(session=1), before=3)
    at.keep(_renumbered(turns("The bins.", at=AT), loaded(here)))
    at.do(lambda c: c.execute(update(CONVERSATIONS).values(state="x" * 60)))
    row = {"session": 7, "what": "", "made_at": AT, "outcome": "open", "conversation_id": TALK, "person_id": PERSON}
    at.do(lambda c: c.execute(COMMITMENTS.insert().values(row)))
    assert purged(here, AT + 90 * DAY).conversations == 1
    assert loaded(here) == Conversation(id=TALK, person_id=PERSON, state=State(session=8), before=4)


def test_one_whose_key_was_damaged_goes_altogether_and_keeps_nobody_else_from_going(here: World) -> None:
    at = desk(here)
    at.keep(turns("The lifts.", person="T1:U2", lane="T1:D2"), "T1:U2", "T1:D2")
    damaged = func.substr(KEYS.c.wrapped, 1, HEADER_CHARACTERS) + "A" * 80
    at.do(lambda c: c.execute(update(KEYS).where(KEYS.c.owner == PERSON).values(wrapped=damaged)))
    assert purged(here, AT + 90 * DAY).conversations == 2
    assert here.column(CONVERSATIONS, "person_id") == ["T1:U2"]
    assert here.count(TURNS) == 0


def test_what_nobody_ever_agreed_to_goes_when_its_days_are_over_and_is_known_again(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        assert await office.accept(said(1, text="My first words, and private."))
        held = answered(await claimed(office), done={}, held=True)
        assert await office.finish(held)
        assert await here.people.known(PERSON)

    asyncio.run(scenario())
    assert purged(here, AT + 90 * DAY - INSTANT).total == 0
    assert purged(here, AT + 90 * DAY).unheard == 1
    (row,) = here.writer.submit(lambda connection: connection.execute(select(INBOX)).mappings().all()).result()
    assert (row["open"], row["fate"], row["text"], row["person_id"], row["lane"]) == (
        False, Fate.ERASED.value, None, None, None,
    )  # fmt: skip
    assert purged(here, AT + 90 * DAY).total == 0
    assert asyncio.run(here.people.export(PERSON))["waiting"] == []
    assert not asyncio.run(here.office().accept(said(1)))


def test_what_came_before_anybody_looked_goes_as_well_where_its_writer_never_agreed(here: World) -> None:
    assert asyncio.run(here.office().accept(said(1)))
    assert purged(here, AT + 90 * DAY).unheard == 1


def test_what_waits_of_somebody_who_agreed_is_the_coachs_to_answer(here: World) -> None:
    async def scenario() -> None:
        await here.office().accept(said(1))
        await here.people.consent(PERSON, 1, AT)

    asyncio.run(scenario())
    assert purged(here, AT + 4000 * DAY).unheard == 0
    assert here.column(INBOX, "open") == [True]


def test_what_waits_for_a_new_text_to_be_agreed_to_goes_too_though_an_older_was(here: World) -> None:
    async def scenario() -> None:
        await here.office().accept(said(1))
        await here.people.consent(PERSON, 1, AT)

    asyncio.run(scenario())
    here.writer.submit(lambda connection: connection.execute(update(LANES).values(held=True))).result()
    assert purged(here, AT + 90 * DAY).unheard == 1


def _purged_beside(here: World, now: datetime, work: Callable[[Connection], object]) -> retention.Purged:
    """A purge that begins while a transaction of somebody else's is open, and goes on once that is over."""
    with ThreadPoolExecutor(1) as beside:
        with here.engine.begin() as first, here.engine.connect() as watching:
            work(first)
            mine = {"pid": first.execute(text("SELECT pg_backend_pid()")).scalar_one()}
            purging = beside.submit(purged, here, now)
            waits = text("SELECT count(*) FROM pg_stat_activity WHERE :pid = ANY(pg_blocking_pids(pid))")
            while not watching.execute(waits, mine).scalar_one():
                watching.rollback()  # what a transaction sees of this stands still
                assert not purging.done(), "it waited for nobody"
                sleep(0.01)
        return purging.result()


def test_a_talk_that_is_being_shared_while_a_purge_begins_stays(tmp_path: Path) -> None:
    with world("postgresql", tmp_path) as here:
        at, now = desk(here), AT + 90 * DAY
        new = new_share(expires_at=now + 7 * DAY)
        assert _purged_beside(here, now, lambda connection: shares.share(connection, new, (), now)).conversations == 0
        assert len(at.opened(now=now).records) == len(SAID)


def test_a_talk_that_is_taken_up_again_while_a_purge_begins_stays(tmp_path: Path) -> None:
    with world("postgresql", tmp_path) as here:
        desk(here)
        now = AT + 90 * DAY
        asyncio.run(here.people.consent(PERSON, 1, AT))
        asyncio.run(here.office().accept(said(8)))
        asyncio.run(here.office().stop(LANE))
        again = said(9, received_at=now)
        assert _purged_beside(here, now, lambda connection: inbox.accept(connection, again)).conversations == 0
        assert here.count(TURNS) == len(SAID)


def test_what_is_agreed_to_while_a_purge_begins_stays(tmp_path: Path) -> None:
    def agree(connection: Connection) -> None:
        commitments.ensure_person(connection, PERSON)
        connection.execute(update(PEOPLE).values(consented=1))
        holds.release_held(connection, PERSON)

    with world("postgresql", tmp_path) as here:
        assert asyncio.run(here.office().accept(said(1)))
        assert _purged_beside(here, AT + 90 * DAY, agree).unheard == 0
        assert len(asyncio.run(claimed(here.office())).waiting) == 1
