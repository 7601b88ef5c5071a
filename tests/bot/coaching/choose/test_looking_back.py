"""The session after a plan: what became of it, what to take from it, then a smaller piece, the next one, or today."""

import pytest

from bot.coaching.model import State
from tests.bot.small_world import Talk, to_the_plan

NEWS = "The lifts have been broken for a month and nobody minds."


def back(*says: str, obstacle: str = "") -> Talk:
    """A session closed with a plan, and the next one begun."""
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", obstacle or "if they are busy then I'll come back at lunch")
    if obstacle:
        talk.say("then I'd ring them")
    talk.say("8")
    assert talk.moves[-1] == "close"
    talk.say(NEWS, *says)
    return talk


def state(talk: Talk) -> State:
    return talk.turns[-1].state


@pytest.mark.parametrize("told", ["it didn't happen", "only half of it"])
def test_one_not_done_or_in_part_may_be_made_smaller_or_let_go(told: str) -> None:
    talk = back(told, "they were rushed off their feet all week")
    assert talk.moves[-1] == "look_back_again"
    assert "let it go" in talk.replies[-1]
    assert state(talk).expecting == "again"


def test_a_smaller_piece_becomes_the_new_plan() -> None:
    talk = back("it didn't happen", "they were rushed off their feet", "I'll ask one porter on Friday")
    plan = state(talk).commitment
    assert plan is not None
    assert (plan.what, plan.when) == ("ask one porter", "Friday") or plan.when == "on Friday"


@pytest.mark.parametrize("told", ["let it go", "no, not worth it any more", "I've moved on"])
def test_letting_go_is_taken_as_a_decision_and_today_comes_next(told: str) -> None:
    talk = back("it didn't happen", "they were rushed off their feet", told)
    assert (talk.moves[-1], talk.turns[-1].move.line) == ("look_back_next", "look:let_go")
    assert state(talk).commitment is None


def test_what_is_taken_from_one_that_was_kept_is_kept_too() -> None:
    talk = back("I did it, they were glad", "asking first made them talk")
    past = state(talk).past
    assert past is not None
    assert (past.outcome, past.learned) == ("kept", "asking first made them talk")


def test_the_snag_that_was_foreseen_is_asked_about_where_it_was_not_done() -> None:
    talk = back("it didn't happen", obstacle="they may be off")
    assert '"they may be off"' in talk.replies[-1]
    assert "?" in talk.replies[-1]


def test_what_was_learnt_is_said_back_where_the_next_plan_is_made_safe() -> None:
    talk = back("it didn't happen", "asking in the corridor was too public", "I'll ask one porter on Friday")
    assert talk.moves[-1] == "ask_obstacle"
    assert "asking in the corridor was too public" in talk.replies[-1]


@pytest.mark.parametrize("told", ["it didn't happen", "only half of it", "I did it, they were glad"])
def test_nobody_is_blamed_or_praised_to_the_skies(told: str) -> None:
    text = " ".join(back(told, "they were rushed off their feet").replies[-2:]).casefold()
    for word in ("should", "fail", "disappoint", "excuse", "well done", "amazing", "!"):
        assert word not in text
