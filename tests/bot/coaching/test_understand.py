"""From numbers and words to a reading: what stops, what answers, what is an aside, and how sure the coach is."""

import pytest

from bot.coaching.kinds import TurnKind
from bot.coaching.labels import COACHING, INTENTS, STOPS
from bot.coaching.model import Reading, State
from bot.coaching.noticed import Noticed
from bot.coaching.signals import Signals
from bot.coaching.understand import INTENT_MIDWAY_AT, understand

SITUATIONS = ("bins", "lifts")
ALL = (*SITUATIONS, *INTENTS)
MIDWAY = State(turn=3, situation="bins", expecting="facet:bins/weight")


def signals(best: str, share: float = 0.8, notices: dict[str, float] | None = None, **stops: float) -> Signals:
    rest = (1 - share) / (len(ALL) - 1)
    labels = {name: share if name == best else rest for name in ALL}
    return Signals(labels, {**dict.fromkeys(STOPS, 0.0), **stops}, notices or {})


def read(text: str, given: Signals, state: State | None = None) -> Reading:
    return understand(text, given, Noticed(), state or State(), identifiable=False)


def test_a_situation_is_coaching() -> None:
    reading = read("the bins are full every day", signals("bins"))
    assert (reading.intent, reading.situations[0].id, reading.sure) == (COACHING, "bins", True)


def test_situations_are_ranked_among_themselves() -> None:
    reading = read("the bins are full every day", signals("bins"))
    assert [one.id for one in reading.situations] == ["bins", "lifts"]
    assert sum(one.confidence for one in reading.situations) == pytest.approx(1.0, abs=0.001)


def test_every_label_is_in_the_ranking_best_first() -> None:
    reading = read("the bins are full every day", signals("lifts"))
    shares = [one.confidence for one in reading.ranking]
    assert {one.id for one in reading.ranking} == set(ALL)
    assert shares == sorted(shares, reverse=True)


def test_an_even_spread_is_not_sure() -> None:
    assert not read("hm, well, it is hard to say", signals("bins", 1 / len(ALL))).sure


@pytest.mark.parametrize("intent", [one for one in INTENTS if one not in STOPS])
def test_an_aside_at_the_start_is_taken_as_it_reads(intent: str) -> None:
    assert read("so about the other matter then", signals(intent, 0.4)).intent == intent


def test_in_the_middle_an_aside_needs_a_sure_model() -> None:
    text = "so about the other matter that they keep on raising"
    assert read(text, signals("off_topic", INTENT_MIDWAY_AT - 0.1), MIDWAY).intent == COACHING
    assert read(text, signals("off_topic", INTENT_MIDWAY_AT), MIDWAY).intent == "off_topic"


@pytest.mark.parametrize("text", ["ok", "no", "yes", "dunno", "that's not what I meant", "just tell me what to do"])
def test_in_the_middle_an_answer_is_an_answer_whatever_it_reads_like(text: str) -> None:
    assert read(text, signals("smalltalk", 0.95), MIDWAY).intent == COACHING


@pytest.mark.parametrize(
    "state", [State(choosing=SITUATIONS, expecting="choice"), MIDWAY.model_copy(update={"expecting": "switch"})]
)
def test_the_answer_to_a_choice_is_an_answer(state: State) -> None:
    assert read("the second one please", signals("smalltalk", 0.95), state).intent == COACHING


@pytest.mark.parametrize(
    "text",
    [
        "bye",
        "good night",
        "gotta go, ward round",
        "that's all for today",
        "leave it there",
        "leave it here for today",
        "stop here",
        "stop",
        "need to dash",
        "crash call",
    ],
)
def test_a_goodbye_ends_whatever_the_model_says(text: str) -> None:
    assert read(text, signals("bins"), MIDWAY).intent == "end_session"


@pytest.mark.parametrize(
    "text",
    [
        "stop asking me questions and tell me something",
        "stop interrupting the nurses, from Monday",
        "have to go over his head to the medical director",
        "need to go to the matron about it",
        "they stop every time I come in",
        "I've been called difficult",
        "I froze at the crash call",
        "he came back later",
        "he keeps signing off my forms",
        "I need to run it past her",
    ],
)
def test_words_of_leaving_inside_a_plan_do_not_end_the_talk(text: str) -> None:
    assert read(text, signals("bins"), MIDWAY).intent == COACHING


@pytest.mark.parametrize(
    "text",
    [
        "what does the research say about pay?",
        "which report talks about the wards?",
        "is there any evidence for this?",
        "what do the sources say on silence?",
    ],
)
def test_a_question_on_the_sources_is_known_by_its_words(text: str) -> None:
    assert read(text, signals("bins"), MIDWAY).intent == "source_question"


def test_words_that_stop_decide_over_any_model() -> None:
    reading = read("I want to kill myself", signals("bins"), MIDWAY)
    assert reading.intent == "crisis_self"
    assert reading.risk is not None
    assert reading.ranking[0].id == "crisis_self"


def test_nothing_is_quoted_from_a_message_that_stops_coaching() -> None:
    assert read("I want to kill myself and nobody here would notice it", signals("bins")).clauses == ()


def test_a_sure_model_stops_and_an_unsure_one_asks() -> None:
    text = "it is all too much for me and I cannot go on with any of this now"
    sure, unsure = read(text, signals("bins", crisis_self=0.99)), read(text, signals("bins", crisis_self=0.4))
    assert sure.risk is not None
    assert unsure.risk is not None
    assert (sure.risk.check_in, unsure.risk.check_in) == (False, True)


@pytest.mark.parametrize("text", ["ok", "no", "not really", "dunno"])
def test_a_bare_answer_is_not_taken_for_a_crisis_by_a_model(text: str) -> None:
    assert read(text, signals("bins", crisis_self=0.99), MIDWAY).risk is None


def test_a_stop_that_is_only_likely_is_coaching() -> None:
    reading = read("they were rude to me at the desk today", signals("mistreatment", 0.5))
    assert (reading.intent, reading.risk) == (COACHING, None)


def test_notices_are_named_in_one_order() -> None:
    given = signals("bins", notices={"low_mood": 0.9, "anger": 0.9, "colleague_at_risk": 0.0})
    assert understand("the bins", given, Noticed(), State(), identifiable=True).notices == (
        "identifiable",
        "anger",
        "low_mood",
    )


def test_the_kind_of_turn_follows_what_was_asked() -> None:
    asked = MIDWAY.model_copy(update={"expecting": "confidence"})
    assert read("7", signals("bins"), asked).kind is TurnKind.NUMBER


def test_whether_somebody_is_mistreated_is_asked_once_and_whether_they_are_safe_as_often_as_it_shows() -> None:
    text = "and then he mocked me again and I think of the bridge on my way home"
    asked = MIDWAY.model_copy(update={"asked": ("safety:mistreatment", "safety:crisis_self")})
    first = read(text, signals("bins", mistreatment=0.8), MIDWAY).risk
    assert first is not None
    assert first.check_in
    assert read(text, signals("bins", mistreatment=0.8), asked).risk is None
    assert read(text, signals("bins", mistreatment=0.995), asked).risk is not None
    assert read(text, signals("bins", crisis_self=0.7), asked).risk is not None


QUESTIONED = MIDWAY.model_copy(update={"expecting": "safety:crisis_self"})


def test_a_plain_no_to_a_safety_question_is_believed_whatever_the_model_makes_of_it() -> None:
    text = "What? No. God no. I was on about the bins, they look like death on a bridge"
    assert read(text, signals("bins", crisis_self=0.99), QUESTIONED).risk is None
    assert read(text, signals("bins", crisis_self=0.99), MIDWAY).risk is not None


def test_a_no_to_one_question_does_not_answer_another_danger() -> None:
    asked = MIDWAY.model_copy(update={"expecting": "safety:mistreatment"})
    risk = read("no, nobody is. I want to kill myself", signals("bins"), asked).risk
    assert risk is not None
    assert risk.route == "crisis_self"


def test_an_answer_to_the_coach_before_a_situation_is_settled_is_midway_too() -> None:
    text = "so that was the chart and there were twelve of them"
    answering = State(turn=1, expecting="free")
    assert read(text, signals("bins", crisis_self=0.7), State()).risk is not None
    assert read(text, signals("bins", crisis_self=0.7), answering).risk is None


def test_a_message_that_is_only_asked_about_keeps_its_words() -> None:
    reading = read("the bins are full and nobody looks at them", signals("bins", mistreatment=0.5))
    assert reading.risk is not None
    assert reading.clauses
    assert not read("i want to kill myself over the bins", signals("bins")).clauses


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("i asked you something. is there evidence that saying sorry looks weak or not", True),
        ("what does the research say about saying sorry at work", True),
        ("I told them what the papers say about it and they laughed", False),
        ("there is no evidence for any of it", False),
    ],
)
def test_a_question_on_the_sources_needs_no_question_mark(text: str, asks: bool) -> None:
    assert (read(text, signals("bins"), MIDWAY).intent == "source_question") is asks


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hi, my consultant ignores my audit idea", COACHING),
        ("Good evening. The sister rolls her eyes at the checklist", COACHING),
        ("hi, how are you doing this evening?", "smalltalk"),
        ("hello there, lovely weather on the ward today", "smalltalk"),
        ("hi", "smalltalk"),
    ],
)
def test_a_greeting_with_a_matter_in_it_is_no_small_talk(text: str, intent: str) -> None:
    assert read(text, signals("smalltalk", 0.6)).intent == intent
