"""A message taken back that was of a danger: its mentor is told of none, in the talk, the queue and the figures."""

import asyncio
from functools import partial

from bot.adapters.store.conversations import records_of
from bot.adapters.store.mentoring import counting, tallies
from bot.adapters.store.mentoring_tables import SHARES
from bot.adapters.store.taking_back import take_back
from bot.coaching.kinds import Act
from bot.coaching.model import Commitment, LookedBack
from bot.coaching.record import Contact, ModelUse, Problem, Sentence, TurnRecord
from bot.mentoring.shared_talk import shared_talk
from tests.bot.adapters.store.mentoring.desk import TALK, Desk, later
from tests.bot.adapters.store.offices import AT, CHANNEL, LANE, PERSON, World, delivered, letter, records, said, turn

DANGER = "I am in the pit and there is no way out."


async def told(here: World) -> list[TurnRecord]:
    """Two messages with their answers; the second is of a danger."""
    await here.people.know(PERSON, channel=CHANNEL)
    office, (first, second) = here.office(), records("The bins are full.", DANGER)
    help_ = (Contact(id="samaritans", name="Samaritans", number="116 123"),)
    told = {part: getattr(second, part).model_copy(update={"contacts": help_}) for part in ("draft", "reply")}
    made = [first, second.model_copy(update=told)]
    for number, one in enumerate(made, 1):
        await turn(office, one, said(number, text=one.message.text), letter(f"r{number}", turn=number))
    await delivered(office)
    return made


def talked(here: World) -> Desk:
    at = Desk(here)
    at.hire()
    made = at.run(told(here))
    assert made[1].move.name.startswith("safety_"), "or there is nothing to tell"
    return at


def taken_back(at: Desk) -> None:
    at.do(lambda c: take_back(c, LANE, said(2).ts or "", later(hours=1)))


def test_a_message_of_a_danger_that_is_deleted_tells_its_mentor_of_none(here: World) -> None:
    at = talked(here)
    assert at.share(last=2)
    assert at.found(safety=True) == [0]
    taken_back(at)
    opening = at.opened(now=later(hours=2))
    second = shared_talk(opening.records, opening.left_out).turns[1]
    assert (second.doctor, second.coach, second.move, second.reason) == ("", "", "deleted", "the message was deleted")
    assert (second.contacts, second.problems, second.evidence, second.sentences) == ((), (), (), ())
    record = opening.records[1]
    assert (record.reading.risk, record.draft.contacts, record.reply.acts) == (None, (), ())
    assert not opening.row.safety
    assert at.found(safety=True, now=later(hours=2)) == []
    assert at.found(search="deleted", now=later(hours=2)) == [0]


def test_a_share_that_is_over_is_told_anew_too(here: World) -> None:
    at = talked(here)
    assert at.share(last=2)
    at.withdraw()
    taken_back(at)
    assert at.all_of(SHARES.c.safety) == {False}


def test_what_a_shared_session_added_to_the_figures_is_worked_out_anew(here: World) -> None:
    at = talked(here)
    assert at.share(last=2)
    before = at.do(lambda c: tallies.find(c, TALK, 1))
    taken_back(at)
    after = at.do(lambda c: tallies.find(c, TALK, 1))
    assert before is not None
    assert after is not None
    assert (before.safety, after.safety) == (True, False)
    assert after.asks <= before.asks


def test_so_is_what_a_session_added_of_who_agreed_to_be_counted(here: World) -> None:
    at = talked(here)
    at.do(lambda c: counting.set_counted(c, PERSON, wanted=True, at=AT))
    before = at.do(lambda c: tallies.find(c, TALK, 1))
    taken_back(at)
    after = at.do(lambda c: tallies.find(c, TALK, 1))
    assert before is not None
    assert after is not None
    assert (before.safety, after.safety) == (True, False)


def test_of_who_is_neither_counted_nor_shares_nothing_begins_to_be(here: World) -> None:
    at = talked(here)
    taken_back(at)
    assert at.do(lambda c: tallies.sessions(c, TALK)) == []


def test_what_a_chat_model_made_of_a_message_goes_with_it_and_from_later_turns_where_it_quotes(here: World) -> None:
    said_it = "The zanzibar ledger by the sluice is never signed by anybody."
    quoting = (Sentence(text="You say the zanzibar ledger by the sluice is open.", act=Act.REFLECT),)
    innocent = (Sentence(text="What would help?", act=Act.ASK_OPEN),)
    problem = Problem(code="not_grounded", detail="says: the zanzibar ledger by the sluice")
    uses = tuple(
        ModelUse(purpose="wording", model="m", prompt="p", outcome="rejected", problems=(problem,), draft=one, calls=1)
        for one in (quoting, innocent)
    )

    async def scenario() -> None:
        office = here.office()
        for number, one in enumerate(records(said_it, "I want it done."), 1):
            made = one.model_copy(update={"model_uses": uses})
            await turn(office, made, said(number, text=one.message.text), letter(f"r{number}", turn=number))
        here.writer.submit(lambda c: take_back(c, LANE, said(1).ts or "", later(hours=1))).result()

    asyncio.run(scenario())
    answer, after = here.writer.submit(lambda c: records_of(c, TALK, PERSON)).result()
    assert "zanzibar" not in f"{answer.model_dump_json()}{after.model_dump_json()}".lower()
    assert [(one.draft, one.problems, one.calls) for one in answer.model_uses] == [((), (), 1)] * 2
    assert [one.draft[0].text for one in after.model_uses] == ["", "What would help?"]


def in_state(record: TurnRecord, **update: object) -> TurnRecord:
    return record.model_copy(update={"state": record.state.model_copy(update=update)})


def test_what_was_learnt_and_what_was_in_the_way_goes_from_a_commitment_whose_plan_stays(here: World) -> None:
    told = (
        "I will ask her.",
        "The zanzibar ledger is in the way.",
        "On zanzibar day.",
        "I learnt that zanzibars help.",
    )
    first, second, third, fourth = records(*told)
    bare = Commitment(what="ask her")
    plan = bare.model_copy(update={"obstacle": "the zanzibar ledger is in the way"})
    dated = plan.model_copy(update={"when": "on zanzibar day", "due": AT.date()})
    past = LookedBack(plan=dated, outcome="kept", learned="I learnt that zanzibars help")
    made = (
        in_state(first, commitment=bare),
        in_state(second, commitment=plan),
        in_state(third, commitment=dated, closed=True, closed_at=AT),
        in_state(fourth, commitment=None, closed=False, session=2, past=past),
    )

    async def scenario() -> None:
        office = here.office()
        for number, one in enumerate(made, 1):
            await turn(office, one, said(number, text=one.message.text), letter(f"r{number}", turn=number))
        (kept,) = await here.people.commitments(PERSON)
        assert (kept.obstacle, kept.when, kept.learned) == (plan.obstacle, dated.when, past.learned)
        for number in (4, 2, 3):
            ts = said(number).ts or ""
            here.writer.submit(partial(take_back, lane=LANE, ts=ts, now=later(hours=1))).result()
        (kept,) = await here.people.commitments(PERSON)
        assert (kept.what, kept.obstacle, kept.when, kept.due, kept.learned) == ("ask her", None, None, None, None)
        stands = await office.stands(LANE, PERSON)
        assert "zanzibar" not in stands.state.model_dump_json().lower()
        assert stands.state.past is not None
        assert stands.state.past.plan.what == "ask her"

    asyncio.run(scenario())
