"""The act of a plan is the deed told before with the same person, and its time may stand in a clause of its own."""

import pytest

from bot.coaching.choose import fuller_acts
from bot.coaching.model import Commitment

TOLD = "I am ashamed.\nI want to go to her and say I heard you, I am sorry"


@pytest.mark.parametrize(
    "what", ["find her", "catch her", "speak to her", "go and see her", "tell her", "do it in private"]
)
def test_a_thin_act_is_the_one_told_before(what: str) -> None:
    plan = fuller_acts.whole(Commitment(what=what), TOLD, "I will do that tomorrow")
    assert plan.what.startswith("go to her and say I heard you, I am sorry")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("find him", TOLD),
        ("find her a desk", TOLD),
        ("ask her what she would drop", TOLD),
        ("find her", "she said nothing to me\nI saw her in the corridor"),
        ("find her", "I never said sorry to her and she went home"),
    ],
)
def test_another_act_stays_as_it_is(what: str, said: str) -> None:
    assert fuller_acts.whole(Commitment(what=what), said, "tomorrow").what == what


@pytest.mark.parametrize(
    ("when", "text", "timed"),
    [
        (
            "tomorrow",
            "set a time. tomorrow, its her first day back so ill do it at 8.15 board round",
            "tomorrow at 8.15 board round",
        ),
        ("on Friday", "Friday, she's in then, so I'll do it before the round at 8", "on Friday before the round at 8"),
        ("tomorrow", "tomorrow. I'll do it in a minute of quiet", None),
        ("tomorrow at 8.15", "tomorrow, I'll do it at 8.15", None),
        (None, "I'll do it at 8", None),
    ],
)
def test_its_time_is_kept_behind_its_day(when: str | None, text: str, timed: str | None) -> None:
    assert fuller_acts.its_time(when, text) == timed


def test_an_option_said_again_is_the_one() -> None:
    told = ("email her and ask for 15 mins, with the training numbers", "ring the lead")
    assert fuller_acts.said_again(("email her for 15 mins with the numbers",), told) == told[0]
    assert fuller_acts.said_again(("write to the lead about the numbers",), told) is None
