"""A rehearsal is begun for who asks to practise a conversation, and not for any word that looks like it."""

import pytest

from bot.coaching.rehearsal.people import asks_to_practise


@pytest.mark.parametrize(
    "text",
    [
        "can we practise what i'd say to her?",
        "practise with my consultant please",
        "let's rehearse it",
        "could i try this out on you before i see him",
        "can we do a dry run of the conversation",
        "i want to practice the conversation with the matron",
        "role play?",
        "can you be my registrar for a minute",
        "please practise being the ward manager",
        "can we run through what i'd say",
        "i'd like to rehearse the opening line",
        "fancy a role play",
    ],
)
def test_asked_for(text: str) -> None:
    assert asks_to_practise(text)


@pytest.mark.parametrize(
    "text",
    [
        "practice manager. there's money in it if we come down by march",
        "practice nurse says no to everything",
        "practice is full of locums this month",
        "practice partners want it done by name",
        "could we try that out on the ward for a week",
        "i want to have a go at chairing the mdt",
        "i need to run through the list with the consultant",
        "i want to practise surgery, not admin",
        "i need to practise cannulas with the f1s",
        "practice meeting's on thursday and i'm presenting",
        "our practice has its own way of doing it",
        "in practice nobody reads it",
    ],
)
def test_not_asked_for(text: str) -> None:
    assert not asks_to_practise(text)
