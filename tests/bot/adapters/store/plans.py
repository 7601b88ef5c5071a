"""A plan that a session closes with, for the tests of commitments and of people."""

from datetime import date, datetime

from bot.coaching.model import Commitment
from bot.coaching.record import TurnRecord
from bot.ports.incoming import conversation_of
from bot.ports.people import CommitmentKept
from tests.bot.adapters.store.offices import AT, LANE, PERSON, World, records, said, turn

TALK = conversation_of(LANE)
PLAN = Commitment(
    what="ask the porter", when="on Friday", due=date(2026, 3, 6), with_whom="the porter", if_then="wait", confidence=8
)
EVENING = datetime(2026, 3, 7, 18, tzinfo=AT.tzinfo)


def closed(record: TurnRecord, plan: Commitment = PLAN, session: int = 1) -> TurnRecord:
    """The turn as if the session had closed with it."""
    update = {"closed": True, "closed_at": AT, "commitment": plan, "session": session}
    return record.model_copy(update={"state": record.state.model_copy(update=update)})


def in_session(record: TurnRecord, session: int) -> TurnRecord:
    """The turn as one of a later session."""
    return record.model_copy(update={"state": record.state.model_copy(update={"session": session})})


async def one_commitment(here: World, remind_at: datetime | None = EVENING) -> CommitmentKept:
    """The one commitment that a session closed with, as it is kept."""
    await turn(here.office(), closed(records("I will ask the porter.")[0]), said(1), remind_at=remind_at)
    (kept,) = await here.people.commitments(PERSON)
    return kept
