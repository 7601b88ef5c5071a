"""A playbook's question is put by where the message, or what was said before, has its answer already."""

import pytest

from bot.coaching.write.fitting import has_what_it_needs, is_answered, is_near

TOLD = [
    ("What has brought this up for you just now?", "my supervisor wants me to look at my feedback"),
    ("What has brought this on?", "i've been handed the rota for the summer"),
    ("How did the goal come about, as far as you know?", "the trust told us to halve the waits"),
    ("What happened, step by step, the last time the two sides met?", "on tuesday the manager said no and left"),
    ("Which recent moment brought this up?", "last night the reg rang me and shouted"),
    ("What did you see or hear, in the plainest words?", "this morning a patient was moved twice"),
    ("What is at stake here for patients, in a typical week?", "one old man waited nine hours on a trolley"),
    ("Who could come off worse if things go on as they are?", "the kids are fasted for hours and cancelled"),
    ("What are the steps, from the first hand to the last?", "it comes in by fax, then goes to the clerk, then to us"),
    ("Who has a hand in this, from the first contact to the last?", "i don't even know who to ring there"),
    ("Who has a hand in this, from the first contact to the last?", "a porter, the night sister and our pharmacist"),
    ("What, if anything, has been said about it up to now?", "i've raised it with the lead twice"),
    ("What, if anything, has been said or done about it since?", "we've never talked about it"),
    ("Who else, if anyone, has noticed what you have noticed?", "nobody has seen it except me"),
]
OPEN = [
    ("What has brought this up for you just now?", "the porters are always late"),
    ("How did the goal come about, as far as you know?", "zero falls by june"),
    ("What happened, step by step, the last time the two sides met?", "they never meet us"),
    ("Which recent moment brought this up?", "i get cross with the list"),
    ("What did you see or hear, in the plainest words?", "the charts are wrong in our bay"),
    ("What is at stake here for patients, in a typical week?", "the managers want a chart"),
    ("Who could come off worse if things go on as they are?", "patients like the new chairs"),
    ("What are the steps, from the first hand to the last?", "it takes too long"),
    ("Who has a hand in this, from the first contact to the last?", "the sister thinks it works"),
    ("What, if anything, has been said about it up to now?", "the kit is locked at night"),
    ("Who else, if anyone, has noticed what you have noticed?", "the pharmacist noticed as well"),
    ("How far can this person already go before they need you?", "i've raised it with the lead twice"),
    ("What do you want people to do, once they have seen it?", "nobody has seen it except me"),
]


@pytest.mark.parametrize(("question", "text"), TOLD)
def test_what_was_just_told_is_not_asked(question: str, text: str) -> None:
    assert is_answered(question, text, text)


@pytest.mark.parametrize(("question", "text"), OPEN)
def test_what_was_not_told_may_be_asked(question: str, text: str) -> None:
    assert not is_answered(question, text, text)


def test_what_was_told_some_messages_ago_is_not_asked_either() -> None:
    before = "my supervisor wants me to look at my feedback\nshe means well"
    assert is_answered("What has brought this up for you just now?", "she means well", before)


def test_patients_and_their_hardship_must_stand_in_one_message() -> None:
    apart = "the patients like the chairs\nwe wait for the lift"
    assert not is_answered("What is at stake here for patients?", "we wait for the lift", apart)


@pytest.mark.parametrize(
    ("question", "text", "near"),
    [
        ("Who decides about the kitchen at night?", "the kitchen is locked", True),
        ("What would an ordinary person think?", "people think it is ordinary", False),
        ("Where does the referral wait longest?", "referrals sit in a tray", True),
        ("Where does the referral wait longest?", "she sighed", False),
    ],
)
def test_a_question_is_near_where_it_shares_a_word_of_some_weight(question: str, text: str, *, near: bool) -> None:
    assert is_near(question, text) is near


def test_nobody_can_say_yes_where_there_is_nothing_to_say_yes_to() -> None:
    asked = "Who could say yes to this without asking anybody else?"
    assert not has_what_it_needs(asked, "night reg reads off his phone and nobody listens")
    assert has_what_it_needs(asked, "I had an idea for the bleep and no one is interested")
    assert has_what_it_needs("What happened then?", "nobody listens")
