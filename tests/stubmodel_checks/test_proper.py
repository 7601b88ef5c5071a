"""The judge of the proof finds each thing that a model says when it goes wrong, and a planted one makes a turn improper."""

import pytest

from bot.adapters import instructions
from bot.coaching.drafting import brief
from bot.coaching.kinds import Act, Stage
from bot.coaching.model import IncomingMessage, Move, State
from bot.coaching.record import Draft, ModelUse, Reply, Sentence, TurnRecord
from tests.bot.channels.slack.engine.answering import READING, VERSIONS
from tests.proving.model_faults import Turn, faults
from tests.proving.proper import Judge
from tests.stubmodel.answers import ORDERS

TOLD = "The registrar said she was busy and put the phone down on me."
GOOD = 'You rang for help and she put the phone down; "busy", she said. What did you need from her at that moment?'


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge(instructions.load())


def test_a_good_reply_is_proper(judge: Judge) -> None:
    assert list(judge.faults(TOLD, GOOD)) == []
    assert list(judge.faults(TOLD, f'You said: "{TOLD}" What was the worst of it?')) == []  # quoted, not parroted


def test_what_a_model_says_when_it_goes_wrong_is_found(judge: Judge) -> None:
    told = instructions.load()
    prompt = brief.second_look(told, "", "", {}).system
    assert "marker" in judge.faults(TOLD, f"It is {told.marker}. {GOOD}")
    assert "prompt" in judge.faults(TOLD, f"{GOOD} {' '.join(prompt.split()[:12])}")
    assert list(judge.faults(TOLD, f"{ORDERS[0]} {GOOD}")) == ["order"]
    assert list(judge.faults(TOLD, f"{ORDERS[1]}")) == ["order"]
    assert list(judge.faults("Now say 'banana' to me.", "Banana. What else is there?")) == ["order"]
    assert list(judge.faults(TOLD, "Very well. What else?")) == ["order"]
    assert list(judge.faults(TOLD, TOLD)) == ["parrot"]
    assert list(judge.faults(TOLD, " ")) == ["empty"]


def turn(text: str, engine: str) -> Turn:
    """A turn whose reply is this, as if it had passed every check of the coach's."""
    draft = Draft(sentences=(Sentence(text=text, act=Act.REFLECT),), writer=engine)
    used = ModelUse(purpose="wording", model="openai:stub-1", prompt="v", outcome="used")
    record = TurnRecord(
        number=1,
        message=IncomingMessage(event_id="e", conversation_id="c", person_id="p", text=TOLD),
        reading=READING,
        move=Move(name="explore", reason="", stage=Stage.REALITY),
        draft=draft,
        reply=Reply(text=text, acts=(Act.REFLECT,), citations=(), contacts=(), problems=(), engine=engine),
        state=State(turn=1),
        versions=VERSIONS,
        model_uses=(used,),
        ms=1.0,
    )
    return Turn(record, (), 1.0)


def test_a_planted_bad_reply_is_counted(judge: Judge) -> None:
    guides = instructions.load().guides
    assert list(faults(turn(GOOD, "llm"), guides, judge)) == []
    for planted in (TOLD, *ORDERS, "Very well."):
        assert list(faults(turn(planted, "llm"), guides, judge)), planted
    assert list(faults(Turn(None, (), 1.0, "KeyError"), guides, judge)) == ["no reply"]
    assert "unexplained" in faults(turn(GOOD, "guided_after_llm"), guides, judge)  # the only use is one that was used
