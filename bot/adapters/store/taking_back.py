"""A message the doctor deleted: its words go from everything that was kept because of it."""

from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from bot.adapters.store import commitments, inbox, outbox
from bot.adapters.store.blanking import Taken, record_without, state_without, whole_turn_without
from bot.adapters.store.conversations import of_talk, of_turn, records_of
from bot.adapters.store.mentoring import shares, summing_up
from bot.adapters.store.schema import COMMITMENTS, COMMITTED, CONVERSATIONS, TURNS
from bot.adapters.store.stored import state_in, written
from bot.adapters.store.vault import Locker, locker
from bot.coaching.model import State
from bot.coaching.record import TurnRecord
from bot.ports.incoming import conversation_of

_LEARNED = ("learned",)
_PARTS = tuple(name for name in COMMITTED if name != "what")


def take_back(connection: Connection, lane: str, ts: str, now: datetime) -> None:
    """Blank the words of the doctor's message at that place in the turn that answered it, and wherever they went on."""
    conversation_id = conversation_of(lane)
    turns = inbox.turns_about(connection, lane, ts)
    outbox.drop(connection, lane, now, turns)
    for number in turns:
        _blank(connection, conversation_id, number)
    if turns:
        shares.find_anew(connection, conversation_id, now)
        summing_up.sum_up(connection, conversation_id, now)


def _blank(connection: Connection, conversation_id: str, number: int) -> None:
    mine = CONVERSATIONS.c.id == conversation_id
    person = connection.execute(select(CONVERSATIONS.c.person_id).where(mine)).scalar()
    if person is None:
        return
    keys = locker(connection, person)
    records = records_of(connection, conversation_id, person, first=number - 1)
    before = next((one.state for one in records if one.number < number), State())
    answer = next((one for one in records if one.number == number), None)
    if answer is None:
        return
    taken = Taken.by(answer, before)
    for one in records:
        if one.number >= number:
            _keep(
                connection,
                keys,
                conversation_id,
                whole_turn_without(one, taken) if one is answer else record_without(one, taken),
            )
    _blank_state(connection, keys, conversation_id, taken)
    _unmake(connection, person, conversation_id, taken)


def _keep(connection: Connection, keys: Locker, conversation_id: str, record: TurnRecord) -> None:
    connection.execute(
        update(TURNS)
        .where(TURNS.c.conversation_id == conversation_id, TURNS.c.number == record.number)
        .values(
            record=keys.seal(of_turn(conversation_id, record.number, "record"), written(record)),
            reply=keys.seal(of_turn(conversation_id, record.number, "reply"), record.reply.text),
        )
    )


def _blank_state(connection: Connection, keys: Locker, conversation_id: str, taken: Taken) -> None:
    mine, where = CONVERSATIONS.c.id == conversation_id, of_talk(conversation_id)
    sealed = connection.execute(select(CONVERSATIONS.c.state).where(mine)).scalar_one()
    blanked = state_without(state_in(keys.open(where, sealed)), taken)
    connection.execute(update(CONVERSATIONS).where(mine).values(state=keys.seal_json(where, blanked)))


def _unmake(connection: Connection, person: str, conversation_id: str, taken: Taken) -> None:
    """A commitment whose words were taken back was never made; of any other only the words that were taken go.

    What was learnt from one is told in whatever conversation comes after it.
    """
    for one in commitments.of_person(connection, person):
        here = one.conversation_id == conversation_id
        if here and taken.has(one.what):
            connection.execute(delete(COMMITMENTS).where(COMMITMENTS.c.id == one.id))
            outbox.withdraw(connection, f"reminder:{one.id}:")
            continue
        gone = [name for name in (_PARTS if here else _LEARNED) if taken.has(getattr(one, name) or "")]
        if gone:
            days = {"due": None} if "when" in gone else {}
            without = dict.fromkeys(gone) | days
            connection.execute(update(COMMITMENTS).where(COMMITMENTS.c.id == one.id).values(**without))
