"""The coach end to end, with fakes around it: nothing identifying is kept, turns are whole, repeatable and resumable."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.adapters.store.conversations import SqlConversationStore
from bot.adapters.store.engine import open_engine
from bot.coaching.model import IncomingMessage
from bot.coaching.record import Conversation, TurnRecord
from bot.coaching.signals import Signals
from bot.coaching.write.desk import Found
from bot.errors import CoachError
from tests.bot.adapters.store.databases import KEYRING
from tests.bot.small_world import Talk, coach, small_reader, to_the_plan
from tests.fakes import FakeEvidence, FakeListener, FakeReader, memory_store

SAID = (
    "The bins are full again and nobody looks.",
    "They are green.",
    "I want them emptied before the round starts at eight.",
    "dunno",
    "this is useless",
    "we asked the porters twice and they laughed",
    "they think it is our job",
    "what does the literature say about a stretch?",
    "I'll ask the porters on Thursday",
    "if they are busy then I'll wait",
    "8",
    "thanks",
    "The lifts have been broken for a month",
)
NHS, HIDDEN = "943 476 5919", "[nhs number]"


def on_disk(path: Path) -> SqlConversationStore:
    return SqlConversationStore(open_engine(f"sqlite:///{path / 'coach.db'}", KEYRING))


def test_identifying_details_are_masked_before_anything_else_sees_them(tmp_path: Path) -> None:
    seen: list[str] = []

    class Listening(FakeReader):
        def read(self, text: str, asked: str = "") -> Signals:
            seen.append(text)
            return FakeReader.read(self, text, asked)

    inner = small_reader()
    reader = Listening(inner.situations, inner.cues, inner.stops, default=inner.default)
    talk = Talk(coach=coach(store=on_disk(tmp_path), reader=reader))
    turn = talk.say(f"Her NHS number is {NHS} and Mrs Okonkwo waited by the bins.")
    assert seen == [turn.message.text]
    assert HIDDEN in turn.message.text
    (record,) = on_disk(tmp_path).turns(talk.conversation)
    kept = record.model_dump_json()
    assert "waited by the bins" in kept
    for secret in (NHS, NHS.replace(" ", ""), "Okonkwo", "okonkwo"):
        assert secret not in kept


def test_a_turn_survives_saving_loading_and_json() -> None:
    store = memory_store()
    talk = Talk(coach=coach(store=store), at=datetime(2026, 3, 4, 9, tzinfo=UTC))
    talk.say(*SAID)
    assert store.turns("talk") == tuple(talk.turns)
    for turn in talk.turns:
        assert TurnRecord.model_validate_json(turn.model_dump_json()) == turn


def test_the_state_that_is_loaded_is_the_state_of_the_last_turn() -> None:
    store = memory_store()
    talk = Talk(coach=coach(store=store))
    talk.say(*SAID[:5])
    loaded = store.load("talk", "doctor")
    assert loaded.state == talk.turns[-1].state
    assert loaded.said == tuple(talk.replies)


def same(turn: TurnRecord) -> TurnRecord:
    message = turn.message.model_copy(update={"event_id": "", "conversation_id": ""})
    return turn.model_copy(update={"ms": 0.0, "message": message})


def test_the_same_conversation_twice_gives_the_same_records() -> None:
    first, second = Talk(), Talk(conversation="other")
    first.say(*SAID)
    second.say(*SAID)
    assert [same(one) for one in first.turns] == [same(one) for one in second.turns]


def test_conversations_interleave_freely() -> None:
    alone, shared = Talk(), coach()
    talks = [Talk(coach=shared, conversation=name) for name in ("one", "two")]
    alone.say(*SAID)
    for text in SAID:
        for talk in talks:
            talk.say(text)
    assert all([same(one) for one in talk.turns] == [same(one) for one in alone.turns] for talk in talks)


def test_after_a_restart_it_goes_on_where_it_was(tmp_path: Path) -> None:
    whole = Talk()
    whole.say(*SAID)
    resumed = Talk(turns=[])
    for text in SAID:
        resumed.coach = coach(store=on_disk(tmp_path))
        resumed.say(text)
    assert [same(one) for one in resumed.turns] == [same(one) for one in whole.turns]


def test_turns_are_numbered_from_one_without_a_gap() -> None:
    talk = Talk()
    talk.say(*SAID)
    assert [one.number for one in talk.turns] == list(range(1, len(SAID) + 1))


def test_the_time_a_turn_took_is_measured_and_never_less_than_nothing() -> None:
    assert Talk().say("The bins are full.").ms > 0


def test_somebody_elses_conversation_is_refused() -> None:
    shared = coach()
    Talk(coach=shared).say("The bins are full.")
    with pytest.raises(CoachError) as refused:
        Talk(coach=shared, person="somebody else").say("What did they say?")
    assert refused.value.code == "not_yours"


def test_two_answers_at_the_same_moment_leave_one_and_say_try_again() -> None:
    store = memory_store()
    Talk(coach=coach(store=store)).say("The bins are full.")

    class Stale(SqlConversationStore):
        def __init__(self) -> None:
            self.kept = store.load("talk", "doctor")

        def load(self, conversation_id: str, person_id: str) -> Conversation:
            return self.kept

        def save(self, conversation_id: str, person_id: str, record: TurnRecord) -> None:
            store.save(conversation_id, person_id, record)

    stale = coach(store=Stale())
    message = IncomingMessage(event_id="e", conversation_id="talk", person_id="doctor", text="They are green.")
    first = stale.reply(message)
    with pytest.raises(CoachError) as conflict:
        stale.reply(message)
    assert (conflict.value.code, conflict.value.retryable) == ("conflict", True)
    assert store.turns("talk")[1:] == (first,)


def test_a_turn_that_cannot_be_saved_is_not_half_there() -> None:
    store = memory_store()
    talk = Talk(coach=coach(store=store))
    talk.say("The bins are full.")
    before = store.load("talk", "doctor")

    class Broken(FakeReader):
        def read(self, text: str, asked: str = "") -> Signals:
            message = "the model is gone"
            raise RuntimeError(message)

    with pytest.raises(RuntimeError):
        Talk(coach=coach(store=store, reader=Broken(("bins", "lifts")))).say("They are green.")
    assert store.load("talk", "doctor") == before
    assert talk.say("They are green.").number == 2


def test_evidence_that_finds_nothing_is_said_so() -> None:
    class Empty(FakeEvidence):
        def answer(self, question: str, prior: Mapping[str, float]) -> Found:
            return Found(says=None, cited=None)

    turn = Talk(coach=coach(evidence=Empty())).say("What does the literature say about a stretch?")
    assert turn.reply.text
    assert turn.reply.citations == ()


@pytest.mark.parametrize(
    "text", ["?", "...", "🙂", "\u200b", "a" * 8000, "word " * 1599, '"', "[name]", "{quote}", "\x00", "«»"]
)
def test_odd_messages_get_an_answer(text: str) -> None:
    talk = Talk()
    for turn in (talk.say(text), talk.say("The bins are full."), talk.say(text), talk.say(text)):
        assert turn.reply.text


def test_what_is_kept_of_a_long_talk_has_a_limit() -> None:
    talk = Talk()
    for number in range(30):
        talk.say(f"{'The bins stand there and they smell. ' * 20} That is the {number}th time.")
    state = talk.turns[-1].state
    assert len(state.said) <= 6000
    assert len(state.memory) <= 12


def test_a_message_is_listened_to_with_what_the_coach_said_last() -> None:
    listener = FakeListener()
    talk = to_the_plan(coach(listener=listener))
    assert listener.before[0] == ""
    question = talk.replies[-1].split(". ")[-1]
    talk.say("I'll ask the porters on Thursday", "if they are busy then I'll come back at lunch", "8")
    assert listener.before[-3] == question
    ended = talk.replies[-1]
    talk.say("thanks")
    assert ended.endswith(listener.before[-1])
    assert listener.before[-1].count(".") == 1


def test_a_database_that_fails_is_told_in_plain_words_and_without_what_was_said(tmp_path: Path) -> None:
    talk = Talk(coach(store=on_disk(tmp_path)))
    talk.say("The bins are full.")
    with closing(sqlite3.connect(tmp_path / "coach.db")) as raw:
        raw.execute("DROP TABLE turns")
        raw.commit()
    with pytest.raises(CoachError, match="the store failed") as failed:
        talk.say("The marigold bins are full again.")
    assert failed.value.code == "store"
    assert "marigold" not in str(failed.value)
    assert failed.value.__cause__ is None
