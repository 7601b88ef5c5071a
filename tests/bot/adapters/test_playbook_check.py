"""The playbooks have no fault that their checker knows, and the checker finds each one that is planted."""

from collections.abc import Callable

import pytest

from bot.adapters import words
from bot.adapters.line_check import reading_ease
from bot.adapters.playbook_check import faults
from bot.coaching.playbook import Facet, Playbook, Question

BOOKS = words.compile_words()[1]
GOOD = BOOKS["speaking_up"]
HARD = "Which organisational considerations necessitate interdisciplinary prioritisation of deliverables?"


def with_facet(**changes: object) -> Playbook:
    first = GOOD.facets[0].model_copy(update=changes)
    return GOOD.model_copy(update={"facets": (first, *GOOD.facets[1:])})


def asking(text: str, **more: object) -> Playbook:
    rest = GOOD.facets[0].ask[1:]
    return with_facet(ask=(Question.model_validate({"text": text, **more}), *rest))


def with_challenge(text: str) -> Playbook:
    first = GOOD.challenges[0].model_copy(update={"ask": text})
    return GOOD.model_copy(update={"challenges": (first, *GOOD.challenges[1:])})


def with_offer(text: str) -> Playbook:
    first = GOOD.offers[0].model_copy(update={"ask": text})
    return GOOD.model_copy(update={"offers": (first, *GOOD.offers[1:])})


def all_asking(text: str) -> Playbook:
    def hard(facet: Facet) -> Facet:
        return facet.model_copy(update={"ask": tuple(Question(text=text) for _ in facet.ask)})

    return GOOD.model_copy(update={"facets": tuple(hard(one) for one in GOOD.facets)})


def test_every_situation_has_a_playbook_in_full_depth_without_a_fault() -> None:
    assert len(BOOKS) == 22
    assert faults(BOOKS) == []


@pytest.mark.parametrize(
    ("planted", "named"),
    [
        (lambda: GOOD.model_copy(update={"facets": GOOD.facets[:5]}), "5 facets"),
        (lambda: GOOD.model_copy(update={"challenges": ()}), "0 challenges"),
        (lambda: GOOD.model_copy(update={"offers": GOOD.offers[:1] * 6}), "1 ideas from different cards"),
        (lambda: GOOD.model_copy(update={"options": GOOD.options[:3]}), "3 options"),
        (lambda: GOOD.model_copy(update={"first_steps": GOOD.first_steps[:2]}), "2 first steps"),
        (lambda: with_facet(ask=GOOD.facets[0].ask[:3]), "3 ways of asking"),
        (lambda: with_facet(cues=()), "could hardly be heard"),
        (lambda: with_facet(heard=GOOD.facets[0].heard[:4]), "could hardly be heard"),
        (lambda: with_facet(cues=("(",)), "not a regular expression"),
        (lambda: with_facet(echo=("So that is how it was.",)), "echo without {quote}"),
        (lambda: asking("What did you see? And when?"), "exactly one question"),
        (lambda: asking("Who misses out by it, and what have they said?"), "', and what' begins a second"),
        (lambda: with_challenge("Who would go first, and who would follow?"), "asks one thing"),
        (lambda: with_offer("Which part is theirs, and which part yours?"), "asks one thing"),
        (lambda: asking("Have you considered telling them?"), "leading question"),
        (lambda: asking("That must be hard. What did you see?"), "stock phrase"),
        (lambda: asking("What did you realize then?"), "American spelling"),
        (lambda: asking("What " + "very " * 30 + "much?"), "too long to answer"),
        (lambda: asking("What came back?", presupposes="it was raised"), "nothing makes sure of it"),
        (lambda: asking("What came back?", needs=("nonsense",)), "no such facet"),
        (lambda: all_asking("What did you see?"), "questions begin"),
        (lambda: all_asking(HARD), "(Flesch)"),
    ],
)
def test_each_fault_is_named(planted: Callable[[], Playbook], named: str) -> None:
    found = faults({"speaking_up": planted()})
    assert any("speaking_up" in one and named in one for one in found), found


def test_a_card_that_there_is_not_is_named() -> None:
    offer = GOOD.offers[0].model_copy(update={"card": "no-such-card"})
    found = faults({"speaking_up": GOOD.model_copy(update={"offers": (offer, *GOOD.offers[1:])})})
    assert any("no-such-card" in one for one in found)


def test_plain_words_are_easier_to_read_than_long_ones() -> None:
    assert reading_ease("What did you see?") > 90 > 20 > reading_ease(HARD)
    assert reading_ease("") == 100
