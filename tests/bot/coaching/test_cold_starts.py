"""Who begins without knowing why is told from who begins with something, however alike the words are."""

import time

import pytest

from bot.coaching.cold_starts import is_cold, is_sent

COLD = """
hi, not sure why im messaging|hello, someone said to try this|just trying it out|dont know where to start
I don't know what to say|my supervisor told me to do this|My ES said I should give this a go|was told to message you
hi, first time using this. not sure what to write|Hey. No idea why I'm here tbh|thought i'd give it a go|testing
seeing what this is like|not really sure how this works|my mate said this was good|they made us sign up for this
I was sent here by my educational supervisor|feels a bit weird talking to a bot|My tpd suggested I try this
so, here i am. no idea what to say|not sure what im meant to put|just having a look|been told to use this for arcp
"""
TOLD = """
not sure why i'm here anymore|I don't know why I bother|was told to lead the audit|told to try again next year
my consultant told me to do the rota|someone said i was rude|hi, the night reg ignores me|not sure what to say to her
dont know where to start. the rota is unfair|my reg told me to come back later|they made me look stupid|hello|ok
I tried to speak up and nobody listened|she asked me to write the letter|just having a bad week|no idea how it happened
my consultant said to use the old form|not sure how to start the conversation with him|don't know how to say no
I was asked to help with it|I was asked to talk at grand round|curious how you would handle a rude colleague
not sure if it helps that he is my friend|was told to speak to HR|first day as reg|they told me it would be me
"""


def lines(told: str) -> list[str]:
    return [one for line in told.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("text", lines(COLD))
def test_who_does_not_know_why_begins_cold(text: str) -> None:
    assert is_cold(text)


@pytest.mark.parametrize("text", lines(TOLD))
def test_who_brings_something_does_not(text: str) -> None:
    assert not is_cold(text)


def test_it_takes_no_time_over_words_that_nearly_fit() -> None:
    began = time.perf_counter()
    for word in ("this it you", "look at what this is", "told me to try it", "um so hi"):
        is_cold(" ".join([word] * 13) + " zebra")
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("my supervisor told me to do this", True),
        ("hi, was told to come here", True),
        ("not sure why i'm here", False),
        ("just trying it", False),
        ("my supervisor told me to do the audit", False),
    ],
)
def test_who_was_sent_is_known_from_who_only_looks_in(text: str, *, sent: bool) -> None:
    assert is_sent(text) is sent
