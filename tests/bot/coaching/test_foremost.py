"""What goes back before all else: what was just seen, and numbers that were looked up."""

import pytest

from bot.coaching.clauses import clauses
from bot.coaching.foremost import foremost


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "They would say that I only ever come to complain about their forms. oh. i have never once thanked them for it",
            "i have never once thanked them for it",
        ),
        (
            "the two of them hate each other and nobody will say it. huh, i was reading it as pride and it might just be the lift",
            "it might just be the lift",
        ),
        (
            "He keeps the folder on his desk. I've been treating it as a yes or a no. It could be a yes for two days",
            "It could be a yes for two days",
        ),
    ],
)
def test_what_was_just_seen_comes_first(text: str, first: str) -> None:
    found = clauses(text)
    before = [one for one in found if text.startswith(one.text)]
    assert foremost(text, (*before, *found))[0].text == first


def test_the_numbers_come_before_the_looking_up_of_them() -> None:
    text = "went back over the month out of spite. 50 letters, i'd changed 31"
    found = clauses(text)
    looked_up = [one for one in found if one.text.startswith("went back")]
    assert foremost(text, (*looked_up, *found))[0].text == "50 letters, i'd changed 31"


def test_a_number_goes_back_with_the_one_that_it_is_told_beside() -> None:
    text = "six doctors all told. she is on 40 percent, the rest are under 20"
    one = next(each for each in clauses(text) if each.text == "the rest are under 20")
    assert foremost(text, (one, *clauses(text)))[0].text == "she is on 40 percent, the rest are under 20"


def test_else_the_order_stays() -> None:
    text = "The porter laughed at me. I said nothing back to him."
    assert foremost(text, clauses(text)) == clauses(text)
    assert foremost("", ()) == ()
