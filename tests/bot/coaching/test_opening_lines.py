"""A line to begin with is made from the plan where it says what is to be asked, and fits the kind of talk."""

import pytest

from bot.coaching import opening_lines
from tests.bot.small_world import Talk, to_the_plan


@pytest.mark.parametrize(
    ("plan", "question"),
    [
        ("ask Tom over lunch what he'd change about the summaries", "What would you change about the summaries?"),
        ("ask him whether he'd try it with just me", "Would you try it with just me?"),
        ("ask her what she thinks of it", "What do you think of it?"),
        ("ask them how they feel about the rota", "How do you feel about the rota?"),
        ("ask her if she could look at his list", None),
        ("ask her", None),
        ("tell her on Friday", None),
    ],
)
def test_what_is_to_be_asked_is_asked(plan: str, question: str | None) -> None:
    assert opening_lines.question_in(plan) == question


@pytest.mark.parametrize(
    ("plan", "said", "kind"),
    [
        ("tell her", "I made a drug error last night", "error"),
        ("tell her", "they leave early", "tell"),
        ("say sorry to him", "I made a mistake", "sorry"),
        ("show him the numbers", "", "show"),
        ("ask her", "", "ask"),
        ("have a word with him", "", "talk"),
    ],
)
def test_the_kind_of_talk(plan: str, said: str, kind: str) -> None:
    assert opening_lines.kind(plan, said) == kind


def test_what_was_never_asked_is_found() -> None:
    assert opening_lines.never_asked("maybe i never asked what bugs them about it") == "What bugs you about it?"
    assert opening_lines.never_asked("I asked what bugs them about it") is None


@pytest.mark.parametrize("text", ["how would I start that conversation?", "how do i put it?"])
def test_how_to_begin_is_asked(text: str) -> None:
    assert opening_lines.asks_how_to_begin(text)


@pytest.mark.parametrize("text", ["how do I get them to come?", "how I would start", "how would he put it?"])
def test_something_else_is_asked(text: str) -> None:
    assert not opening_lines.asks_how_to_begin(text)


def test_the_plan_goes_on_where_it_stood() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday what they would change", "what would you say first?")
    assert talk.moves[-2:] == ["ask_obstacle", "give_step"]
    assert "What would you change?" in talk.replies[-1]
    assert talk.turns[-1].state.expecting == "obstacle"
    talk.say("they may be too busy")
    assert talk.turns[-1].state.obstacle == "they may be too busy"


def test_without_a_plan_or_a_question_a_step_is_given() -> None:
    talk = Talk()
    talk.say("The bins are full again this week.", "give me a line")
    assert "Count them on Monday." in talk.replies[-1]
