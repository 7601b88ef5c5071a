"""The store, on SQLite and on PostgreSQL alike: a turn and its state together or not at all, and erased for good."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from bot.adapters.store.conversations import SqlConversationStore
from bot.adapters.store.schema import CONVERSATIONS, TURNS
from bot.coaching.model import State
from bot.coaching.record import Conversation, TurnRecord
from bot.errors import CoachError
from tests.bot.adapters.store.databases import KINDS, address, opened
from tests.bot.small_world import Talk

AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
SAID = ("The bins are full again and nobody looks.", "They are “green”, naïve 🙂 and so on.", "We tried asking.")


def records() -> tuple[TurnRecord, ...]:
    talk = Talk(at=AT)
    talk.say(*SAID)
    return tuple(talk.turns)


@pytest.fixture(params=KINDS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    with address(request.param, tmp_path) as url, opened(url) as found:
        yield found


def filled(engine: Engine) -> SqlConversationStore:
    store = SqlConversationStore(engine)
    for one in records():
        store.save("talk", "doctor", one)
    return store


def test_an_unknown_conversation_is_a_new_one(engine: Engine) -> None:
    new = SqlConversationStore(engine).load("talk", "doctor")
    assert new == Conversation(id="talk", person_id="doctor", state=State())


def test_what_was_saved_comes_back_whole_and_in_order(engine: Engine) -> None:
    store = filled(engine)
    assert store.turns("talk") == records()
    loaded = store.load("talk", "doctor")
    assert loaded.state == records()[-1].state
    assert loaded.said == tuple(one.reply.text for one in records())


def test_the_last_replies_are_given_oldest_first_and_no_more_than_are_needed(engine: Engine) -> None:
    store = SqlConversationStore(engine)
    one = records()[0]
    for number in range(1, 26):
        reply = one.reply.model_copy(update={"text": f"reply {number}"})
        store.save("talk", "doctor", one.model_copy(update={"number": number, "reply": reply}))
    assert store.load("talk", "doctor").said == tuple(f"reply {number}" for number in range(6, 26))


def test_a_second_turn_of_the_same_number_is_refused_and_changes_nothing(engine: Engine) -> None:
    store = filled(engine)
    late = records()[-1].model_copy(update={"state": State(turn=99)})
    with pytest.raises(CoachError) as conflict:
        store.save("talk", "doctor", late)
    assert (conflict.value.code, conflict.value.retryable) == ("conflict", True)
    assert store.load("talk", "doctor").state == records()[-1].state


def test_somebody_elses_conversation_is_refused(engine: Engine) -> None:
    with pytest.raises(CoachError) as refused:
        filled(engine).load("talk", "somebody else")
    assert refused.value.code == "not_yours"


def test_conversations_do_not_mix(engine: Engine) -> None:
    store = filled(engine)
    store.save("other", "colleague", records()[0])
    assert len(store.turns("talk")) == 3
    assert len(store.turns("other")) == 1


def test_what_is_forgotten_is_gone_with_all_its_turns(engine: Engine) -> None:
    store = filled(engine)
    store.save("other", "doctor", records()[0])
    store.forget("talk")
    assert store.turns("talk") == ()
    assert store.load("talk", "doctor").state == State()
    assert len(store.turns("other")) == 1
    store.forget("talk")


def test_a_turn_is_never_kept_without_its_conversation(engine: Engine) -> None:
    filled(engine)
    with engine.begin() as connection:
        connection.execute(CONVERSATIONS.delete())
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(TURNS)).scalar() == 0


def test_the_time_of_a_message_comes_back_with_its_zone(engine: Engine) -> None:
    assert filled(engine).turns("talk")[0].message.received_at == AT


def test_a_message_without_a_time_can_be_kept(engine: Engine) -> None:
    talk = Talk()
    talk.say(SAID[0])
    store = SqlConversationStore(engine)
    store.save("talk", "doctor", talk.turns[0])
    assert store.turns("talk") == tuple(talk.turns)


def test_what_was_forgotten_leaves_no_trace_in_the_file(tmp_path: Path) -> None:
    with address("sqlite", tmp_path) as url, opened(url) as engine:
        filled(engine).forget("talk")
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"nobody looks" not in left
