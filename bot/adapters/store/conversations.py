"""The conversation store: a turn and the state after it, written together."""

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.adapters.store.schema import CONVERSATIONS, TURNS
from bot.coaching.model import State
from bot.coaching.record import Conversation, TurnRecord
from bot.errors import CoachError

_REMEMBERED_REPLIES = 20
_STANDING = select(CONVERSATIONS.c.person_id, CONVERSATIONS.c.state).where(CONVERSATIONS.c.id == bindparam("its_id"))
_SAID = (
    select(TURNS.c.reply)
    .where(TURNS.c.conversation_id == bindparam("its_id"))
    .order_by(TURNS.c.number.desc())
    .limit(_REMEMBERED_REPLIES)
)
_GO_ON = update(CONVERSATIONS).where(
    CONVERSATIONS.c.id == bindparam("its_id"), CONVERSATIONS.c.person_id == bindparam("its_person")
)
_BEGIN, _ADD_TURN = insert(CONVERSATIONS), insert(TURNS)
"""Made once: building a statement costs more than running it."""


def load_on(connection: Connection, conversation_id: str, person_id: str) -> Conversation:
    """The conversation as it stands, or a new one.

    Raises CoachError where the conversation is somebody else's.
    """
    row = connection.execute(_STANDING, {"its_id": conversation_id}).first()
    if row is None:
        return Conversation(id=conversation_id, person_id=person_id, state=State())
    if row.person_id != person_id:
        message = "this conversation belongs to somebody else"
        raise CoachError(message, code="not_yours")
    said = connection.execute(_SAID, {"its_id": conversation_id}).scalars()
    return Conversation(
        id=conversation_id, person_id=person_id, state=State.model_validate(row.state), said=tuple(said)[::-1]
    )


def save_on(connection: Connection, conversation_id: str, person_id: str, record: TurnRecord) -> None:
    """Keep one turn and the state after it, in the transaction of `connection`.

    Raises CoachError (retryable) where another turn with that number was saved in the meantime, or the conversation is
    somebody else's: the transaction is then to be rolled back.
    """
    state = {
        "state": record.state,
        "turns": record.number,
        "updated_at": record.message.received_at,
    }
    turn = {
        "conversation_id": conversation_id,
        "number": record.number,
        "event_id": record.message.event_id,
        "reply": record.reply.text,
        "record": record,
        "received_at": record.message.received_at,
    }
    try:
        changed = connection.execute(_GO_ON, {"its_id": conversation_id, "its_person": person_id, **state})
        if changed.rowcount == 0:
            connection.execute(_BEGIN, {"id": conversation_id, "person_id": person_id, **state})
        connection.execute(_ADD_TURN, turn)
    except IntegrityError:
        message = "another message of this conversation was answered at the same moment"
        raise CoachError(message, code="conflict", retryable=True) from None


class SqlConversationStore:
    """Conversations in a SQL database. Every text that reaches it is already masked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def load(self, conversation_id: str, person_id: str) -> Conversation:
        """The conversation as it stands, or a new one.

        Raises CoachError where the conversation is somebody else's.
        """
        with self._engine.connect() as connection:
            return load_on(connection, conversation_id, person_id)

    def save(self, conversation_id: str, person_id: str, record: TurnRecord) -> None:
        """Keep one turn and the state after it, both or neither.

        Raises CoachError (retryable) where another turn with that number was saved in the meantime.
        """
        with self._engine.begin() as connection:
            save_on(connection, conversation_id, person_id, record)

    def turns(self, conversation_id: str) -> tuple[TurnRecord, ...]:
        """All turns of a conversation, oldest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(TURNS.c.record).where(TURNS.c.conversation_id == conversation_id).order_by(TURNS.c.number)
            ).scalars()
            return tuple(TurnRecord.model_validate(row) for row in rows)

    def forget(self, conversation_id: str) -> None:
        """Delete a conversation with all its turns."""
        with self._engine.begin() as connection:
            connection.execute(delete(TURNS).where(TURNS.c.conversation_id == conversation_id))
            connection.execute(delete(CONVERSATIONS).where(CONVERSATIONS.c.id == conversation_id))
