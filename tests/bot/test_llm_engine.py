"""The LLM engine: it words what the policy chose and nothing else; whatever goes wrong, the guided wording goes out."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from bot.adapters.instructions import load
from bot.coaching.drafting.brief import Instructions
from bot.coaching.drafting.guide import Example, MoveGuide
from bot.coaching.drafting.shape import SecondLook, Worded, WordedSentence
from bot.coaching.drafting.sheet import Prompt
from bot.coaching.kinds import Act
from bot.coaching.record import Conversation, TurnRecord
from bot.coaching.write.desk import Found
from bot.coaching.write.writer import WRITERS
from bot.llm_engine import Limits, LlmEngine
from bot.ports.chat_model import Asked, Failure, Shape
from tests.bot.small_world import NAMES, Talk, coach
from tests.fakes import FakeChatModel, FakeClock, FakeEvidence, memory_store

NEVER = ("safety_", "decline_", "about", "review_draft", "ask_draft", "rehearse_")
GUIDE = MoveGuide(
    goal="Hear it and ask on.",
    acts=(Act.REFLECT, Act.ASK_OPEN, Act.INFORM, Act.SUMMARISE, Act.PLAN, Act.AFFIRM),
    words=70,
    examples=tuple(Example(doctor="x", coach=(WordedSentence(text="What is x?", act=Act.ASK_OPEN),)) for _ in range(2)),
)
FIRST = "The bins are full again and nobody looks at them."


def rendered(values: Mapping[str, str]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in sorted(values.items()))


def instructions() -> Instructions:
    guides = {name: GUIDE for name in WRITERS if not name.startswith(NEVER)}
    templates = (rendered, rendered, rendered, rendered, rendered, rendered)
    return Instructions(*templates, guides, version="sha256:test", marker="zebra-marker")


def engine(model: FakeChatModel, *, tokens_a_day: int = 0, deadline_s: float = 60.0) -> LlmEngine:
    return LlmEngine(model, instructions(), NAMES, FakeClock(), Limits(deadline_s, tokens_a_day))


def worded(*sentences: tuple[str, Act]) -> Worded:
    return Worded(sentences=tuple(WordedSentence(text=text, act=act) for text, act in sentences))


GOOD = worded(
    ("Full bins, and nobody looks at them.", Act.REFLECT), ("What happens at the bins on a busy day?", Act.ASK_OPEN)
)


def guided(*texts: str) -> TurnRecord:
    return Talk(coach=coach()).say(*texts)


def test_the_model_words_the_move_and_changes_nothing_else() -> None:
    model = FakeChatModel([GOOD])
    turn = Talk(coach=coach(llm=engine(model))).say(FIRST)
    plain = guided(FIRST)
    assert turn.reply.text == " ".join(one.text for one in GOOD.sentences)
    assert (turn.reply.engine, turn.reply.problems) == ("llm", ())
    assert (turn.move, turn.reading) == (plain.move, plain.reading)
    assert turn.state.model_copy(update={"used": ()}) == plain.state.model_copy(update={"used": ()})
    (use,) = turn.model_uses
    assert (use.purpose, use.outcome, use.tokens, use.prompt) == ("wording", "used", 20, "sha256:test")


@pytest.mark.parametrize("failure", list(Failure))
def test_whatever_fails_the_guided_wording_goes_out_with_the_reason(failure: Failure) -> None:
    turn = Talk(coach=coach(llm=engine(FakeChatModel([failure])))).say(FIRST)
    assert turn.reply.text == guided(FIRST).reply.text
    assert turn.state == guided(FIRST).state
    assert turn.reply.engine == "guided_after_llm"
    assert [one.code for one in turn.reply.problems] == [f"model_{failure.value}"]
    assert turn.model_uses[0].outcome == failure.value


BAD = worded(("You should just tell the porters to empty them.", Act.ADVISE))


def test_a_draft_that_fails_its_checks_is_kept_and_not_sent() -> None:
    turn = Talk(coach=coach(llm=engine(FakeChatModel([BAD])))).say(FIRST)
    assert turn.reply.text == guided(FIRST).reply.text
    assert turn.reply.engine == "guided_after_llm"
    (use,) = turn.model_uses
    assert use.outcome == "rejected"
    assert use.problems == turn.reply.problems != ()
    assert [one.text for one in use.draft] == [BAD.sentences[0].text]


def test_a_record_with_what_the_model_did_survives_saving_and_loading() -> None:
    store = memory_store()
    talk = Talk(coach=coach(store=store, llm=engine(FakeChatModel([GOOD, BAD]))))
    talk.say(FIRST, "They are green.")
    assert store.turns("talk") == tuple(talk.turns)


def test_danger_is_never_worded_by_a_model() -> None:
    text = "I want to kill myself."
    model = FakeChatModel([GOOD])
    turn = Talk(coach=coach(llm=engine(model))).say(text)
    assert turn.move.name == "safety_route"
    assert turn.reply == guided(text).reply
    assert model.asked == []


def test_a_danger_that_is_doubted_is_asked_about_at_once_and_no_model_is_waited_for() -> None:
    model = FakeChatModel([SecondLook(situation="bins", danger="none", plainly=True)])
    turn = Talk(coach=coach(llm=engine(model))).say("I am near the cliff, with the bins.")
    assert turn.move.name == "safety_check_in"
    assert model.asked == []


def test_a_danger_that_only_the_model_sees_is_asked_about() -> None:
    model = FakeChatModel([SecondLook(situation="lifts", danger="crisis_self", plainly=False)])
    turn = Talk(coach=coach(llm=engine(model))).say("It is about both of them, I suppose, and the door.")
    assert turn.move.name == "safety_check_in"
    assert [one.purpose for one in turn.model_uses] == ["reading"]


def test_a_message_that_fits_two_situations_is_settled_by_a_second_look() -> None:
    model = FakeChatModel([SecondLook(situation="lifts", danger="none", plainly=False)])
    turn = Talk(coach=coach(llm=engine(model))).say("It is about both of them, I suppose, and the door.")
    assert turn.reading.situations[0].id == "lifts"
    assert turn.state.situation == "lifts"
    assert [one.purpose for one in turn.model_uses] == ["reading", "wording"]


def test_a_second_look_that_fails_changes_nothing() -> None:
    text = "It is about both of them, I suppose, and the door."
    turn = Talk(coach=coach(llm=engine(FakeChatModel([Failure.SLOW])))).say(text)
    assert turn.reading == guided(text).reading
    assert turn.move == guided(text).move


def test_whoever_has_used_up_the_days_tokens_gets_the_guided_wording() -> None:
    model = FakeChatModel([GOOD])
    talk = Talk(coach=coach(llm=engine(model, tokens_a_day=100)))
    message = Talk(coach=coach()).say(FIRST).message
    spent = Conversation(id="talk", person_id="doctor", state=guided(FIRST).state, tokens_today=100)
    turn = talk.coach.answer(message, spent, identifiable=False)
    assert turn.reply.engine == "guided_after_llm"
    assert [one.code for one in turn.reply.problems] == ["model_over_budget"]
    assert model.asked == []


def test_what_one_call_uses_is_not_there_for_the_next_in_the_same_turn() -> None:
    look = SecondLook(situation="lifts", danger="none", plainly=False)
    model = FakeChatModel([look, GOOD], tokens=60)
    turn = Talk(coach=coach(llm=engine(model, tokens_a_day=100))).say("It is about both of them, and the door.")
    assert [one.outcome for one in turn.model_uses] == ["used", "over_budget"]


def test_nothing_is_asked_when_the_time_is_up() -> None:
    model = FakeChatModel([GOOD])
    turn = Talk(coach=coach(llm=engine(model, deadline_s=0.4))).say(FIRST)
    assert model.asked == []
    assert [one.code for one in turn.reply.problems] == ["model_slow"]


def test_the_model_is_given_no_more_time_than_the_turn_has_left() -> None:
    model = FakeChatModel([SecondLook(situation="lifts", danger="none", plainly=False), GOOD])
    Talk(coach=coach(llm=engine(model, deadline_s=5.0))).say("It is about both of them, and the door.")
    first, second = (seconds for _, seconds in model.asked)
    assert 5.0 > first > second > 4.9


@dataclass
class OddModel(FakeChatModel):
    """Writes something that a check of ours cannot bear."""

    def ask(self, prompt: Prompt, shape: type[Shape], within_s: float) -> Asked[Shape]:
        asked = FakeChatModel.ask(self, prompt, shape, within_s)
        return Asked(shape.model_construct(sentences=(None,)), None, asked.usage)


def test_what_a_check_cannot_bear_is_not_sent_and_the_doctor_is_answered() -> None:
    turn = Talk(coach=coach(llm=engine(OddModel()))).say(FIRST)
    assert turn.reply.text == guided(FIRST).reply.text
    assert [one.code for one in turn.reply.problems] == ["model_broken_check"]
    assert turn.model_uses[0].tokens == 20


def test_a_second_look_that_cannot_be_borne_changes_nothing_and_the_move_is_worded() -> None:
    text = "It is about both of them, I suppose, and the door."
    turn = Talk(coach=coach(llm=engine(OddModel()))).say(text)
    assert turn.reading == guided(text).reading
    assert next((one.purpose, one.outcome) for one in turn.model_uses) == ("reading", "broken_check")
    assert turn.reply.text == guided(text).reply.text


class Quoting(FakeEvidence):
    """Answers from a passage that no card of ours speaks for."""

    def answer(self, question: str, prior: Mapping[str, float]) -> Found:
        found = FakeEvidence.answer(self, question, prior)
        return Found(found.says, found.cited.model_copy(update={"card": None}) if found.cited else None)


def test_what_is_quoted_from_a_source_text_stays_here() -> None:
    question = "what does the literature say about a stretch?"
    asked, of_a_card = FakeChatModel([GOOD]), FakeChatModel([GOOD])
    turn = Talk(coach=coach(llm=engine(asked), evidence=Quoting())).say(question)
    Talk(coach=coach(llm=engine(of_a_card))).say(question)
    assert turn.move.name == "answer_source"
    assert asked.asked == []
    assert [bool(of_a_card.asked), turn.reply.engine] == [True, "guided"]


def test_what_was_kept_before_it_could_be_masked_is_masked_when_it_is_sent() -> None:
    kept = ("Mrs Okonkwo on 07700 900123 wants the bins moved", "ask Mrs Okonkwo before the round starts")
    before = guided(FIRST).state.model_copy(update={"aim": kept[0], "options": (kept[1],)})
    model = FakeChatModel([GOOD])
    said = ("Mrs Okonkwo said so. What about the colour, to begin with?",)
    talk = Conversation(id="talk", person_id="doctor", state=before, said=said)
    message = Talk(coach=coach()).say("They are green.").message
    real = replace_instructions(engine(model), load())
    Talk(coach=coach(llm=real)).coach.answer(message, talk, identifiable=False)
    sent = "".join(prompt.turn for prompt, _ in model.asked)
    assert "before the round starts" in sent
    assert "Okonkwo" not in sent
    assert "07700" not in sent


def replace_instructions(made: LlmEngine, real: Instructions) -> LlmEngine:
    return LlmEngine(made.model, real, made.names, made.clock, made.limits)


def test_what_is_sent_is_masked() -> None:
    model = FakeChatModel([GOOD])
    Talk(coach=coach(llm=engine(model))).say("Mrs Okonkwo, NHS number 943 476 5919, waited by the bins.")
    sent = "".join(prompt.system + prompt.turn for prompt, _ in model.asked)
    assert "waited by the bins" in sent
    assert "Okonkwo" not in sent
    assert "943 476 5919" not in sent
