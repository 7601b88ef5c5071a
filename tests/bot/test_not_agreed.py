"""Of whoever has not agreed to a language model, none is sent a word, whatever they write."""

import pytest

from bot.coaching.model import IncomingMessage
from bot.coaching.record import Conversation, TurnRecord
from tests.bot.small_world import coach
from tests.bot.test_llm_engine import engine
from tests.fakes import FakeChatModel, memory_store


def answered(text: str, model: FakeChatModel, *, alone: bool) -> TurnRecord:
    message = IncomingMessage(event_id="1", conversation_id="talk", person_id="doctor", text=text)
    held: Conversation = memory_store().load("talk", "doctor").model_copy(update={"alone": alone})
    return coach(llm=engine(model)).answer(message, held, identifiable=False)


@pytest.mark.parametrize("text", ["The bins are full again.", "I am on the cliff.", "I am in the pit."])
def test_nothing_is_asked_of_a_model_before_it_was_agreed_to(text: str) -> None:
    model = FakeChatModel()
    record = answered(text, model, alone=True)
    assert model.asked == []
    assert (record.reply.engine, record.model_uses) == ("guided", ())


def test_the_same_is_asked_of_it_afterwards() -> None:
    model = FakeChatModel()
    answered("The bins are full again.", model, alone=False)
    assert model.asked != []
