"""The conversation store: a turn and the state after it, written together."""

from sqlalchemy import Engine, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.adapters.store.schema import CONVERSATIONS, TURNS
from bot.coaching.model import State
from bot.coaching.record import Conversation, TurnRecord
from bot.errors import CoachError

_REMEMBERED_REPLIES = 20


class SqlConversationStore:
    """Conversations in a SQL database. Every text that reaches it is already masked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def load(self, conversation_id: str, person_id: str) -> Conversation:
        """The conversation as it stands, or a new one.

        Raises CoachError where the conversation is somebody else's.
        """
        with self._engine.connect() as connection:
            row = connection.execute(
                select(CONVERSATIONS.c.person_id, CONVERSATIONS.c.state).where(CONVERSATIONS.c.id == conversation_id)
            ).first()
            if row is None:
                return Conversation(id=conversation_id, person_id=person_id, state=State())
            if row.person_id != person_id:
                message = "this conversation belongs to somebody else"
                raise CoachError(message, code="not_yours")
            said = connection.execute(
                select(TURNS.c.reply)
                .where(TURNS.c.conversation_id == conversation_id)
                .order_by(TURNS.c.number.desc())
                .limit(_REMEMBERED_REPLIES)
            ).scalars()
            return Conversation(
                id=conversation_id, person_id=person_id, state=State.model_validate(row.state), said=tuple(said)[::-1]
            )

    def save(self, conversation_id: str, person_id: str, record: TurnRecord) -> None:
        """Keep one turn and the state after it, both or neither.

        Raises CoachError (retryable) where another turn with that number was saved in the meantime.
        """
        state = {
            "state": record.state.model_dump(mode="json"),
            "turns": record.number,
            "updated_at": record.message.received_at,
        }
        try:
            with self._engine.begin() as connection:
                changed = connection.execute(
                    update(CONVERSATIONS).where(CONVERSATIONS.c.id == conversation_id).values(**state)
                )
                if changed.rowcount == 0:
                    connection.execute(insert(CONVERSATIONS).values(id=conversation_id, person_id=person_id, **state))
                connection.execute(
                    insert(TURNS).values(
                        conversation_id=conversation_id,
                        number=record.number,
                        event_id=record.message.event_id,
                        reply=record.reply.text,
                        record=record.model_dump(mode="json"),
                        received_at=record.message.received_at,
                    )
                )
        except IntegrityError as error:
            message = "another message of this conversation was answered at the same moment"
            raise CoachError(message, code="conflict", retryable=True) from error

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
