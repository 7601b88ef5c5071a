"""A message the doctor deleted: its words go from everything that was kept because of it."""

from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from bot.adapters.store import inbox, outbox
from bot.adapters.store.blanking import Taken, record_without, state_without, whole_turn_without
from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS, TURNS
from bot.coaching.model import State
from bot.coaching.record import TurnRecord
from bot.ports.incoming import conversation_of


def take_back(connection: Connection, lane: str, ts: str, now: datetime) -> None:
    """Blank the words of the doctor's message at that place in the turn that answered it, and wherever they went on."""
    conversation_id = conversation_of(lane)
    turns = inbox.turns_about(connection, lane, ts)
    outbox.drop(connection, lane, now, turns)
    for number in turns:
        _blank(connection, conversation_id, number)


def _blank(connection: Connection, conversation_id: str, number: int) -> None:
    rows = connection.execute(
        select(TURNS.c.record)
        .where(TURNS.c.conversation_id == conversation_id, TURNS.c.number >= number - 1)
        .order_by(TURNS.c.number)
    ).scalars()
    records = [TurnRecord.model_validate(row) for row in rows]
    before = next((one.state for one in records if one.number < number), State())
    of_turn = next((one for one in records if one.number == number), None)
    if of_turn is None:
        return
    taken = Taken.by(of_turn, before)
    for one in records:
        if one.number >= number:
            _keep(
                connection,
                conversation_id,
                whole_turn_without(one, taken) if one is of_turn else record_without(one, taken),
            )
    _blank_beside(connection, conversation_id, taken)


def _keep(connection: Connection, conversation_id: str, record: TurnRecord) -> None:
    connection.execute(
        update(TURNS)
        .where(TURNS.c.conversation_id == conversation_id, TURNS.c.number == record.number)
        .values(record=record.model_dump(mode="json"), reply=record.reply.text)
    )


def _blank_beside(connection: Connection, conversation_id: str, taken: Taken) -> None:
    """The conversation's state, and commitments: one whose words were taken back was never made."""
    mine = CONVERSATIONS.c.id == conversation_id
    state = connection.execute(select(CONVERSATIONS.c.state).where(mine)).scalar_one()
    blanked = state_without(State.model_validate(state), taken)
    connection.execute(update(CONVERSATIONS).where(mine).values(state=blanked.model_dump(mode="json")))
    rows = connection.execute(
        select(COMMITMENTS.c.id, COMMITMENTS.c.what).where(COMMITMENTS.c.conversation_id == conversation_id)
    )
    for row in rows.all():
        if taken.has(row.what):
            connection.execute(delete(COMMITMENTS).where(COMMITMENTS.c.id == row.id))
            outbox.withdraw(connection, f"reminder:{row.id}:")
