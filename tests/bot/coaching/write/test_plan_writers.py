"""The day of a plan is said once."""

import pytest

from bot.coaching.model import Commitment
from bot.coaching.write.plan_writers import when_part


@pytest.mark.parametrize(
    ("what", "when", "said"),
    [
        ("ask her at the huddle", "friday at the huddle", ", friday at the huddle"),
        ("ask her after teaching on wednesday", "wednesday after teaching", ""),
        (
            "ask her, and keep my phone downstairs on her nights, friday at 4, before she starts",
            "on her nights, friday at 4, before she starts the weekend ones",
            "",
        ),
        ("ring the chair", None, ""),
    ],
)
def test_a_day_that_the_plan_says_is_not_said_again(what: str, when: str | None, said: str) -> None:
    assert when_part(Commitment(what=what, when=when)) == said
