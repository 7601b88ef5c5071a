"""A plan that stands: what is told takes its place, the rest stays, before the end and after it."""

import pytest

from bot.coaching.model import Commitment, State
from tests.bot.small_world import Talk, coach, to_the_plan
from tests.fakes import PLAINLY_SAID, FakeListener

PLAN = "I'll ask the porters on Thursday"
WORDS = {
    "step": PLAINLY_SAID["step"] + r"|\bstep is (?:to )?([^,.]+)",
    "when": r"\b(?:on )?(?:Thursday|Friday|Monday)\b|\b8am\b|\babout 1\b",
    "way": r"\bif [^.]*I'll ([^.]+)|\bthen (ring them)",
    "snag": r"\bthey may be (?:busy|off)\b",
}


def planned(*more: str) -> Talk:
    talk = to_the_plan(coach(listener=FakeListener(spans=WORDS)))
    talk.say(PLAN, *more)
    return talk


def plan(talk: Talk) -> Commitment:
    found = talk.turns[-1].state.commitment
    assert found is not None
    return found


def state(talk: Talk) -> State:
    return talk.turns[-1].state


def test_a_snag_with_its_answer_needs_no_second_question() -> None:
    talk = planned("they may be busy, if so I'll wait by the lift")
    assert state(talk).obstacle == "they may be busy"
    assert plan(talk).if_then == "wait by the lift"
    assert talk.moves[-1] == "ask_confidence"


def test_a_snag_alone_is_asked_about_once() -> None:
    talk = planned("they may be off")
    assert (talk.moves[-1], state(talk).expecting) == ("ask_obstacle", "way")
    talk.say("then ring them")
    assert plan(talk).if_then == "ring them"
    assert plan(talk).what == "ask the porters"


def test_a_snag_in_few_words_is_kept_and_its_answer_that_begins_then_i_too() -> None:
    talk = planned("she could refuse")
    assert (state(talk).obstacle, state(talk).expecting) == ("she could refuse", "way")
    talk.say("then i write her a short note and leave it there")
    assert "write her a short note" in (plan(talk).if_then or "")
    assert plan(talk).what == "ask the porters"


def test_a_snag_and_what_then_in_one_breath() -> None:
    talk = planned("she may refuse, then i write her a note")
    assert state(talk).obstacle == "she may refuse"
    assert "write her a note" in (plan(talk).if_then or "")


@pytest.mark.parametrize("nothing", ["nothing really", "no idea", "ok", "i don't know really", "5 tbh"])
def test_a_bare_word_is_no_snag(nothing: str) -> None:
    assert state(planned(nothing)).obstacle is None


def test_who_does_not_know_what_may_stop_the_plan_is_asked_it_the_other_way_round_and_not_for_a_number() -> None:
    talk = planned("no idea")
    assert talk.moves[-1] == "small_question"
    assert talk.turns[-1].state.expecting == "obstacle"
    assert "10" not in talk.replies[-1]


def test_a_remark_beside_the_number_changes_nothing_else() -> None:
    talk = planned("if they are busy I'll wait by the lift", "8, it is the lift I am not sure of")
    assert plan(talk) == Commitment(
        what="ask the porters",
        when="on Thursday",
        with_whom="the porters",
        if_then="if they are busy I'll wait by the lift",
        confidence=8,
    )


def test_a_time_is_no_number() -> None:
    talk = planned("if they are busy I'll wait by the lift")
    talk.say("on Thursday about 1")
    assert plan(talk).confidence is None


@pytest.mark.parametrize(
    ("text", "what", "when"),
    [
        ("no, on Friday", "ask the porters", "on Friday"),
        ("that's not it, the step is to write to the lead", "write to the lead", "on Thursday"),
        ("not quite, the step is to write to the lead, on Monday", "write to the lead", "on Monday"),
        (
            "and also I'll be honest. I'll thank the ward clerk.",
            "ask the porters, and thank the ward clerk",
            "on Thursday",
        ),
    ],
)
def test_after_the_end_only_what_is_told_changes(text: str, what: str, when: str) -> None:
    talk = planned("if they are busy I'll wait by the lift", "8")
    assert talk.moves[-1] == "close"
    talk.say(text)
    assert (plan(talk).what.split(", and be honest")[0], plan(talk).when) == (what, when)
    assert plan(talk).if_then == "if they are busy I'll wait by the lift"
    assert state(talk).closed


def test_a_day_for_when_the_first_one_fails_is_the_way_round() -> None:
    talk = planned("if they are busy I'll wait by the lift", "8", "If the list overruns, on Friday")
    assert plan(talk).when == "on Thursday"
    assert plan(talk).if_then == "If the list overruns, on Friday"


def test_an_hour_told_late_goes_with_the_day() -> None:
    assert plan(planned("8am")).when == "on Thursday 8am"


def test_a_goodbye_with_the_correction_is_answered() -> None:
    talk = planned("if they are busy I'll wait by the lift", "8", "no, on Friday. Bye")
    assert "Friday" in talk.replies[-1]
    assert any(word in talk.replies[-1] for word in ("Bye", "Go well"))


@pytest.mark.parametrize("text", ["Nothing has happened yet, it is for Thursday.", "I was only saying thank you"])
def test_looking_back_too_soon_is_taken_back(text: str) -> None:
    talk = planned("if they are busy I'll wait by the lift", "8", "Hello again")
    assert talk.moves[-1] == "look_back"
    talk.say(text)
    assert talk.moves[-1] == "after_closed"
    assert plan(talk).what == "ask the porters"
    assert "?" not in talk.replies[-1]


def test_words_that_are_to_be_said_are_no_step() -> None:
    talk = to_the_plan(coach(listener=FakeListener(spans={**WORDS, "step": r"clear the bay"})))
    talk.say('I would say "could we clear the bay before nine?" to them')
    assert plan(talk).what == 'say "could we clear the bay before nine?" to them'
    talk.say("no, scrap that. clear the bay myself on Friday")
    assert (plan(talk).what, plan(talk).when) == ("clear the bay myself", "on Friday")


def test_what_is_to_be_added_stands_beside_the_plan() -> None:
    talk = planned("if they are busy I'll wait by the lift", "8", "fine. add that the step is thank the ward clerk")
    assert plan(talk).what == "ask the porters, and thank the ward clerk"


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (r"\bcould (.+)", "I could write to the porters, or ask the lead to talk to them"),
        (r"\bor (.+)", "could do a rule, two days notice, or just say no and put the phone down"),
        (r"\b(just .+)", "could do a rule, or just say no and put the phone down"),
    ],
)
def test_a_choice_still_to_be_made_is_no_plan(step: str, text: str) -> None:
    talk = to_the_plan(coach(listener=FakeListener(spans={"step": step})))
    talk.say(text)
    assert state(talk).commitment is None
