"""What may stop a plan, as it is answered: in a word, beside a number, and never a number or a time."""

import pytest

from tests.bot.small_world import to_the_plan

PLAN = "I'll ask the porters on Thursday"


@pytest.mark.parametrize(
    ("answer", "snag"),
    [
        ("fear", "fear"),
        ("only if one of us is sick", "one of us is sick"),
        ("the usual, no time", "no time"),
        ("I do not foresee a problem, except for my clinic running late", "my clinic running late"),
    ],
)
def test_the_answer_is_kept_whole(answer: str, snag: str) -> None:
    talk = to_the_plan()
    talk.say(PLAN, answer)
    assert talk.turns[-1].state.obstacle == snag


@pytest.mark.parametrize("answer", ["nothing really", "can't think of anything", "8", "I am quite confident"])
def test_no_snag_is_none(answer: str) -> None:
    talk = to_the_plan()
    talk.say(PLAN, answer)
    assert talk.turns[-1].state.obstacle is None
