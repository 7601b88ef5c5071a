"""The conversation store: a turn and the state after it, written together, and sealed for the person who had it."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, Date, Engine, RowMapping, String, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.adapters.store import growing, ledger
from bot.adapters.store.commitments import keep_outcomes
from bot.adapters.store.failures import told_in_words
from bot.adapters.store.schema import CONVERSATIONS, FEEDBACK, TURNS
from bot.adapters.store.stored import record_in, state_in, written
from bot.adapters.store.vault import WRAPPED, Locker, locker, opener, place, with_key
from bot.coaching.model import State
from bot.coaching.record import Conversation, TurnRecord
from bot.errors import CoachError
from bot.ports.people import Feedback, Value
from bot.ports.post import Finished, looked_back

_REMEMBERED_REPLIES = 20
_USED = func.coalesce(ledger.tokens_on(CONVERSATIONS.c.person_id, bindparam("its_day", type_=Date)), 0)
_STANDING = with_key(
    select(CONVERSATIONS.c.person_id, CONVERSATIONS.c.state, CONVERSATIONS.c.turns, _USED.label("tokens_today")).where(
        CONVERSATIONS.c.id == bindparam("its_id")
    ),
    CONVERSATIONS.c.person_id,
)
_SAID = with_key(
    select(TURNS.c.number, TURNS.c.reply)
    .where(TURNS.c.conversation_id == bindparam("its_id"))
    .order_by(TURNS.c.number.desc())
    .limit(_REMEMBERED_REPLIES),
    bindparam("its_person", type_=String),
)
_RECORDS = with_key(
    select(TURNS.c.number, TURNS.c.record, CONVERSATIONS.c.person_id)
    .select_from(TURNS.join(CONVERSATIONS))
    .where(TURNS.c.conversation_id == bindparam("its_id"))
    .order_by(TURNS.c.number),
    CONVERSATIONS.c.person_id,
)
_RECORDS_OF = _RECORDS.where(CONVERSATIONS.c.person_id == bindparam("its_person"))
_RECORD = _RECORDS.where(TURNS.c.number == bindparam("its_number"))
_GO_ON = update(CONVERSATIONS).where(
    CONVERSATIONS.c.id == bindparam("its_id"), CONVERSATIONS.c.person_id == bindparam("its_person")
)
_BEGIN, _ADD_TURN = insert(CONVERSATIONS), insert(TURNS)
"""Made once: building a statement costs more than running it."""


def of_talk(conversation_id: str) -> str:
    """The place of a conversation's state."""
    return place("conversations", conversation_id, "state")


def of_turn(conversation_id: str, number: int, column: str) -> str:
    """The place of what a turn holds in that column."""
    return place("turns", f"{conversation_id}|{number}", column)


def load_on(connection: Connection, conversation_id: str, person_id: str, now: datetime) -> Conversation:
    """The conversation as it stands, or a new one; one that was forgotten (`forgetting`) is new but for its numbers.

    `now` says which day today is, on which tokens are counted.

    Raises CoachError where the conversation is somebody else's, or cannot be opened.
    """
    row = connection.execute(_STANDING, {"its_id": conversation_id, "its_day": ledger.day_of(now)}).mappings().first()
    if row is None:
        used = ledger.tokens_of(connection, person_id, now)  # in other conversations
        return Conversation(id=conversation_id, person_id=person_id, state=State(), tokens_today=used)
    if row["person_id"] != person_id:
        message = "this conversation belongs to somebody else"
        raise CoachError(message, code="not_yours")
    keys = opener(connection, person_id, row[WRAPPED])
    state = state_in(keys.open(of_talk(conversation_id), row["state"]))
    rows = connection.execute(_SAID, {"its_id": conversation_id, "its_person": person_id}).mappings().all()
    if rows:  # another statement, perhaps with another key
        keys = opener(connection, person_id, rows[0][WRAPPED])
    said = [keys.open(of_turn(conversation_id, row["number"], "reply"), row["reply"]) for row in rows]
    return Conversation(
        id=conversation_id,
        person_id=person_id,
        state=state,
        said=tuple(said)[::-1],
        before=row["turns"] - state.turn,
        tokens_today=row["tokens_today"],
    )


def save_on(
    connection: Connection, conversation_id: str, person_id: str, record: TurnRecord, keys: Locker | None = None
) -> None:
    """Keep one turn and the state after it, in the transaction of `connection`; `keys` where they are held already.

    Raises CoachError (retryable) where another turn with that number was saved in the meantime, or the conversation is
    somebody else's: the transaction is then to be rolled back.
    """
    keys = keys or locker(connection, person_id)
    state = {
        "state": keys.seal_json(of_talk(conversation_id), record.state),
        "turns": record.number,
        "updated_at": record.message.received_at,
    }
    turn = {
        "conversation_id": conversation_id,
        "number": record.number,
        "event_id": record.message.event_id,
        "reply": keys.seal(of_turn(conversation_id, record.number, "reply"), record.reply.text),
        "record": keys.seal(of_turn(conversation_id, record.number, "record"), written(record)),
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


def keep_turn(connection: Connection, finished: Finished, record: TurnRecord, now: datetime, keys: Locker) -> None:
    """Keep a turn with all that it did, whatever channel it came by: what a model used, commitments, what it counted.

    Raises CoachError as `save_on` does.
    """
    save_on(connection, finished.conversation_id, finished.person, record, keys)
    ledger.note(connection, finished.person, record.model_uses, now)
    keep_outcomes(connection, finished, record, now, keys)
    growing.note(connection, finished, record, now, keys)


def records_of(
    connection: Connection, conversation_id: str, person_id: str, first: int | None = None, last: int | None = None
) -> tuple[TurnRecord, ...]:
    """The turns of a conversation from `first` to `last` (all of them where that is None), oldest first.

    None where the conversation is not that person's. Raises CoachError where one cannot be opened.
    """
    wanted = _RECORDS_OF
    if first is not None:
        wanted = wanted.where(TURNS.c.number >= first)
    if last is not None:
        wanted = wanted.where(TURNS.c.number <= last)
    rows = connection.execute(wanted, {"its_id": conversation_id, "its_person": person_id}).mappings()
    return tuple(_record(connection, conversation_id, row) for row in rows)


def record_at(connection: Connection, conversation_id: str, number: int) -> TurnRecord | None:
    """A turn as it is kept now, whoever had it. Raises CoachError where it cannot be opened."""
    row = connection.execute(_RECORD, {"its_id": conversation_id, "its_number": number}).mappings().first()
    return _record(connection, conversation_id, row) if row else None


def _record(connection: Connection, conversation_id: str, row: RowMapping) -> TurnRecord:
    keys = opener(connection, row["person_id"], row[WRAPPED])
    return record_in(keys.open(of_turn(conversation_id, row["number"], "record"), row["record"]))


def feedback_of(connection: Connection, person_id: str) -> tuple[Feedback, ...]:
    """A person's verdicts on replies, by the places of these in the channel.

    Raises CoachError where the words of one cannot be opened.
    """
    mine = select(FEEDBACK).where(FEEDBACK.c.person_id == person_id).order_by(FEEDBACK.c.channel, FEEDBACK.c.ts)
    return tuple(
        Feedback(
            channel=row["channel"],
            ts=row["ts"],
            value=Value(row["value"]),
            reasons=tuple(row["reasons"]),
            words=opener(connection, person_id, row[WRAPPED]).open(
                of_verdict(person_id, row["channel"], row["ts"]), row["words"]
            ),
        )
        for row in connection.execute(with_key(mine, FEEDBACK.c.person_id)).mappings()
    )


def of_verdict(person_id: str, channel: str, ts: str) -> str:
    """The place of the words of a verdict."""
    return place("feedback", f"{person_id}|{channel}|{ts}", "words")


class SqlConversationStore:
    """Conversations in a SQL database. Every text that reaches it is already masked."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now

    def load(self, conversation_id: str, person_id: str) -> Conversation:
        """The conversation as it stands, or a new one.

        Raises CoachError where the conversation is somebody else's, or the database fails.
        """
        with told_in_words(), self._engine.connect() as connection:
            return load_on(connection, conversation_id, person_id, self._now())

    def save(self, conversation_id: str, person_id: str, record: TurnRecord) -> None:
        """Keep one turn, the state after it and what it did, all or nothing.

        What was decided to do is asked about by no reminder: nobody here sends one.

        Raises CoachError (retryable) where another turn with that number was saved in the meantime, or the database
        fails.
        """
        with told_in_words(), self._engine.begin() as connection:
            finished = Finished(
                lane="",
                token="",
                done={},
                conversation_id=conversation_id,
                person=person_id,
                looked_back=looked_back(record),
            )
            keep_turn(connection, finished, record, self._now(), locker(connection, person_id))

    def turns(self, conversation_id: str) -> tuple[TurnRecord, ...]:
        """All turns of a conversation, oldest first.

        Raises CoachError where one cannot be opened.
        """
        with self._engine.connect() as connection:
            rows = connection.execute(_RECORDS, {"its_id": conversation_id}).mappings()
            return tuple(_record(connection, conversation_id, row) for row in rows)

    def forget(self, conversation_id: str) -> None:
        """Delete a conversation with all its turns."""
        with self._engine.begin() as connection:
            connection.execute(delete(TURNS).where(TURNS.c.conversation_id == conversation_id))
            connection.execute(delete(CONVERSATIONS).where(CONVERSATIONS.c.id == conversation_id))
