"""A second look adds care and settles the matter; it never takes a danger away, and chooses only what it was offered."""

import pytest

from bot.coaching.drafting.second_look import candidates, is_unsure, refined
from bot.coaching.drafting.shape import Danger, SecondLook
from bot.coaching.kinds import TurnKind
from bot.coaching.labels import COACHING, STOPS
from bot.coaching.model import Reading, Risk, Scored, State
from bot.coaching.signals import Signals

TITLES = {"bins": "About bins", "lifts": "About lifts"}
CHOICES = {"bins": "About bins"}


def reading(*, sure: bool = False, risk: Risk | None = None, intent: str = COACHING) -> Reading:
    ranking = (Scored(id="lifts", confidence=0.3), Scored(id="bins", confidence=0.28))
    return Reading(
        intent=risk.route if risk else intent,
        situations=ranking,
        ranking=ranking,
        kind=TurnKind.TELLING,
        notices=(),
        risk=risk,
        clauses=(),
        told=(),
        near=(),
        sure=sure,
        decided_by="test",
    )


def signals(**stops: float) -> Signals:
    return Signals(labels={}, stops={**dict.fromkeys(STOPS, 0.0), **stops}, notices={})


def look(situation: str = "none", danger: Danger = "none", *, plainly: bool = False) -> SecondLook:
    return SecondLook(situation=situation, danger=danger, plainly=plainly)


ASKED = Risk(route="crisis_self", check_in=True, decided_by="test")
STOPPED = Risk(route="crisis_self", check_in=False, decided_by="test")


def test_it_is_asked_for_where_nothing_is_settled_and_the_models_are_unsure() -> None:
    assert is_unsure(reading(), signals(), State())
    assert not is_unsure(reading(sure=True), signals(), State())
    assert not is_unsure(reading(), signals(), State(situation="bins"))
    assert not is_unsure(reading(intent="smalltalk"), signals(), State())


def test_it_is_asked_for_where_a_danger_is_likely_but_not_likely_enough_to_ask() -> None:
    assert is_unsure(reading(sure=True), signals(crisis_self=0.07), State())
    assert not is_unsure(reading(sure=True), signals(crisis_self=0.05), State())


def test_midway_a_danger_must_be_a_little_likelier_for_it() -> None:
    settled = State(situation="bins")
    assert is_unsure(reading(sure=True), signals(crisis_self=0.16), settled)
    assert not is_unsure(reading(sure=True), signals(crisis_self=0.14), settled)
    assert not is_unsure(
        reading(sure=True), signals(crisis_self=0.16), State(situation="bins", cleared=("crisis_self",))
    )


def test_a_danger_that_is_found_already_waits_for_no_model() -> None:
    assert not is_unsure(reading(risk=STOPPED), signals(crisis_self=0.99), State())
    assert not is_unsure(reading(risk=ASKED), signals(crisis_self=0.5), State())
    answering = State(expecting="safety:crisis_self")
    assert not is_unsure(reading(), signals(crisis_self=0.14), answering)


def test_the_choices_are_the_likeliest_that_have_a_title() -> None:
    assert candidates(reading(), TITLES) == {"lifts": "About lifts", "bins": "About bins"}
    assert list(candidates(reading(), CHOICES)) == ["bins"]


def test_a_situation_that_was_offered_comes_first_and_is_sure() -> None:
    now = refined(reading(), look("bins"), TITLES, State())
    assert (now.situations[0].id, now.ranking[0].id, now.sure) == ("bins", "bins", True)
    assert sum(one.confidence for one in now.situations) == pytest.approx(1.0, abs=0.001)


def test_a_situation_that_was_not_offered_changes_nothing() -> None:
    before = reading()
    assert refined(before, look("lifts"), CHOICES, State()) == before
    assert refined(before, look("none"), TITLES, State()) == before


def test_a_sure_reading_keeps_its_situation() -> None:
    before = reading(sure=True)
    assert refined(before, look("bins"), TITLES, State()) == before


def test_a_danger_that_is_seen_is_asked_about_first() -> None:
    now = refined(reading(sure=True), look(danger="crisis_self", plainly=True), TITLES, State())
    assert now.risk is not None
    assert (now.risk.route, now.risk.check_in, now.intent) == ("crisis_self", True, "crisis_self")


@pytest.mark.parametrize("state", [State(cleared=("crisis_self",)), State(asked=("safety:crisis_self",))])
def test_what_was_asked_and_answered_is_asked_again_only_where_it_is_plainly_said(state: State) -> None:
    before = reading(sure=True)
    assert refined(before, look(danger="crisis_self"), TITLES, state) == before
    again = refined(before, look(danger="crisis_self", plainly=True), TITLES, state)
    assert again.risk is not None
    assert again.risk.check_in
