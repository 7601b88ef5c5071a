"""Once there is what and when, two questions at most, and how sure after an if-then; leave is taken at once, and no real snag goes without its then."""

import pytest

from bot.coaching.choose.plan_remarks import leaves, wavers
from bot.coaching.model import Commitment
from tests.bot.small_world import Talk, coach, to_the_plan

PLAN = "I'll ask the porters on Thursday"
SHRUGS = ["not sure", "dunno", "no idea tbh", "whatever", "ok"]


def planned(*more: str) -> Talk:
    talk = to_the_plan(coach())
    talk.say(PLAN, *more)
    return talk


def plan(talk: Talk) -> Commitment:
    found = talk.turns[-1].state.commitment
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("answers", "moves"),
    [
        (("they may be too busy", "I'd come back at lunch", "8"), [*["ask_obstacle"] * 2, "ask_confidence", "close"]),
        (("they may be too busy. then I'd come back at lunch", "6"), ["ask_obstacle", "ask_confidence", "close"]),
        (("they may be too busy", "dunno"), ["ask_obstacle", "ask_obstacle", "close"]),
        (("nothing", "9"), ["ask_obstacle", "ask_confidence", "close"]),
        (("dunno", "dunno"), ["ask_obstacle", "small_question", "close"]),
    ],
)
def test_the_talk_ends_two_questions_after_the_plan_and_how_sure_after_an_if_then(
    answers: tuple[str, ...], moves: list[str]
) -> None:
    assert planned(*answers).moves[-len(moves) :] == moves


@pytest.mark.parametrize("first", SHRUGS)
@pytest.mark.parametrize("second", SHRUGS)
def test_who_only_shrugs_is_let_go_within_three_replies(first: str, second: str) -> None:
    talk = planned(first, second)
    assert "close" in talk.moves[-2:]
    assert '"ask the porters", on Thursday' in next(
        told for told, move in zip(talk.replies, talk.moves, strict=True) if move == "close"
    )


def test_a_plan_with_its_if_then_is_said_back_at_once() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday, and if they refuse then I'll ask sister")
    assert talk.moves[-1] == "close"
    assert "ask sister" in talk.replies[-1]


def test_a_snag_told_only_at_the_second_question_still_gets_its_then() -> None:
    talk = planned("not sure", "they may be too busy", "I'll come back at lunch")
    assert talk.moves[-3:] == ["small_question", "ask_obstacle", "close"]
    assert "come back at lunch" in (plan(talk).if_then or "")


def test_a_low_number_is_met_although_it_comes_last() -> None:
    assert planned("nothing", "3", "only one of them").moves[-3:] == ["ask_confidence", "raise_confidence", "close"]


def test_doubt_asks_for_the_number_where_the_snag_has_its_then() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday, not sure I'll dare. If they refuse then I'll ask sister")
    assert talk.moves[-1] == "ask_confidence"
    assert talk.say("8").move.name == "close"


@pytest.mark.parametrize(
    "leave",
    ["thanks, that helps", "that's it", "ok that's all, bye", "right, got to run", "thank you, this was good"],
)
def test_leave_is_taken_at_once_with_the_plan_said_back(leave: str) -> None:
    talk = planned(leave)
    assert talk.moves[-1] in {"close", "end"}
    assert '"ask the porters", on Thursday' in talk.replies[-1]
    assert "?" not in talk.replies[-1]


def test_a_plan_that_comes_with_thanks_is_not_asked_about() -> None:
    assert to_the_plan().say("I'll ask the porters on Thursday. Thanks, bye").move.name in {"close", "end"}


def test_a_word_of_leave_makes_nothing_easier() -> None:
    talk = planned("nothing", "3", "thanks x")
    assert (talk.moves[-1], plan(talk).easier) == ("close", None)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("thanks", True),
        ("ok great, thank you so much", True),
        ("that's all I think", True),
        ("gotta go", True),
        ("can we leave it there", True),
        ("I'll say thanks to her on Monday", False),
        ("thanks, but she may refuse", False),
        ("I have to go to her office for it", False),
        ("that's it: her temper", False),
        ("they will thank me for it, maybe", False),
    ],
)
def test_what_takes_leave(text: str, yes: bool) -> None:
    assert leaves(text) is yes


@pytest.mark.parametrize(
    ("said", "yes"),
    [
        ("not sure I'll dare", True),
        ("if I get the nerve", True),
        ("I'll probably bottle it", True),
        ("I'll ask him on Friday", False),
        ("not sure I'll dare\none\ntwo\nthree", False),
    ],
)
def test_what_shows_doubt(said: str, yes: bool) -> None:
    assert wavers(said) is yes


def test_what_would_only_come_of_it_is_a_snag_and_no_way() -> None:
    talk = planned("If they refuse I will be ashamed")
    assert (talk.turns[-1].state.obstacle or "").endswith("they refuse I will be ashamed")
    assert plan(talk).if_then is None
    assert talk.turns[-1].state.expecting == "way"


def test_a_story_in_answer_to_what_then_is_no_way() -> None:
    talk = planned("they may be too busy", "the last one who asked got a prize for it and never came back here")
    assert plan(talk).if_then is None
