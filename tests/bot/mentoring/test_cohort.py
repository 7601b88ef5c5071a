from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mentoring import cohort
from bot.mentoring.cohort import BANDS, FEWEST, OUTCOMES, Figures, Tally, figures, may_release, rounded
from bot.ports.people import Outcome
from tests.bot.mentoring.attack import attacked, shown

DAY = date(2026, 3, 4)
ONE = Tally(person="", situation="bins", stage="closed", outcome="kept", asks=4, tells=2, safety=False)


def people(number: int, first: int = 0, **values: object) -> list[Tally]:
    return [replace(ONE, person=f"p{one}", **values) for one in range(first, first + number)]  # type: ignore[arg-type]


def made(tallies: Sequence[Tally]) -> Figures:
    found = figures(tallies, DAY)
    assert found is not None
    return found


def test_seven_people_are_too_few_however_much_they_talk() -> None:
    assert figures(people(7) * 30, DAY) is None
    assert figures(people(8), DAY) is not None


@pytest.mark.parametrize(
    ("number", "told"), [(8, 10), (9, 10), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20), (100, 100)]
)
def test_what_is_told_is_rounded_to_five(number: int, told: int) -> None:
    assert rounded(number) == told
    assert made(people(number)).people == told


def test_people_are_counted_and_not_their_talks() -> None:
    figures = made(people(12) * 5)

    assert figures.people == 10
    assert shown(figures, "situations") == {"bins": 10}


def test_who_has_several_talks_is_in_several_cells_of_a_chart() -> None:
    both = made(people(20) + people(15, situation="lifts", stage="reality", outcome="open"))

    assert shown(both, "situations") == {"bins": 20, "lifts": 15}
    assert (shown(both, "stages")["closed"], shown(both, "stages")["reality"]) == (20, 15)
    assert (shown(both, "commitments")["kept"], shown(both, "commitments")["open"]) == (20, 15)


def test_a_situation_that_few_met_is_not_even_named() -> None:
    figures = made(people(30) + people(7, situation="mistreatment") + people(9, situation="lifts"))

    assert shown(figures, "situations") == {"bins": 30, "lifts": 10}


def test_a_session_without_a_situation_or_a_commitment_is_in_no_such_cell() -> None:
    figures = made(people(20, situation="", outcome=""))

    assert shown(figures, "situations") == {}
    assert set(shown(figures, "commitments").values()) == {None}


@pytest.mark.parametrize(
    ("asks", "tells", "band"),
    [
        (1, 2, "tells_more"),
        (2, 2, "one_to_three"),
        (5, 2, "one_to_three"),
        (6, 2, "three_to_nine"),
        (18, 2, "nine_or_more"),
        (3, 0, "nine_or_more"),
        (0, 1, "tells_more"),
    ],
)
def test_asking_is_told_in_bands_of_each_persons_talks_together(asks: int, tells: int, band: str) -> None:
    other = people(20, 30, asks=5, tells=2) if band != "one_to_three" else people(20, 30, asks=0, tells=5)
    halves = people(30, asks=asks, tells=tells) + people(30, asks=0, tells=0)

    told = shown(made(halves + other), "asking")

    assert told == dict.fromkeys(BANDS) | {band: 30}  # that the rest are 20 could be had by subtraction, but not where


def test_every_band_is_told_where_each_has_enough() -> None:
    crowd = people(20, asks=0) + people(15, 20, asks=2) + people(12, 35, asks=8) + people(9, 50, asks=30)

    assert shown(made(crowd), "asking") == dict(zip(BANDS, (20, 15, 10, 10), strict=True))


def test_where_few_had_a_safety_route_it_is_not_told_that_the_others_had_none() -> None:
    few = shown(made(people(30) + people(3, 30, safety=True)), "safety")
    none = shown(made(people(33)), "safety")

    assert few == none == {"yes": None, "no": None}


def test_where_enough_had_one_both_are_told() -> None:
    assert shown(made(people(20) + people(9, 20, safety=True)), "safety") == {"yes": 10, "no": 20}


def test_somebody_with_one_such_talk_had_a_safety_route() -> None:
    assert shown(made(people(30) + people(10, safety=True)), "safety") == {"yes": 10, "no": 20}


def test_of_eight_who_all_did_the_same_it_is_not_told() -> None:
    assert shown(made(people(8)), "situations") == {}
    assert shown(made(people(9)), "situations") == {"bins": 10}


def test_a_figure_that_tells_of_all_who_are_new_is_left_out() -> None:
    crowd = people(10) + people(8, 10) + people(9, 18, situation="lifts")
    old = {one.person for one in crowd if one.situation == "lifts" or one.person in {f"p{n}" for n in range(10)}}

    told = figures(crowd, DAY, old)

    assert shown(made(crowd), "situations") == {"bins": 20, "lifts": 10}
    assert told is not None
    assert shown(told, "situations") == {"lifts": 10}  # 20 stands for 18 and more: all eight of them


def test_a_figure_that_tells_of_none_who_are_new_is_left_out() -> None:
    crowd = people(12) + people(8, 12, situation="lifts")
    told = figures(crowd, DAY, {one.person for one in people(12)})

    assert shown(made(crowd), "situations") == {"bins": 10, "lifts": 10}
    assert told is not None
    assert "bins" not in shown(told, "situations")  # 10 stands for 12 at most: none of the eight


def test_outcomes_are_those_that_a_commitment_can_have() -> None:
    assert set(OUTCOMES) == {one.value for one in Outcome}


@pytest.mark.parametrize(
    ("changed", "days", "may"), [(8, 7, True), (7, 7, False), (8, 6, False), (7, 400, False), (20, 7, True)]
)
def test_a_release_follows_a_week_later_once_eight_have_changed(changed: int, days: int, may: bool) -> None:
    before = {f"p{one}": "a" for one in range(30)}
    now = {person: "b" if number < changed else "a" for number, person in enumerate(before)}

    assert may_release(before, now, DAY, DAY + timedelta(days=days)) is may


def test_who_comes_and_who_goes_has_changed() -> None:
    before = {f"p{one}": "a" for one in range(10)}
    now = {f"p{one}": "a" for one in range(4, 14)}

    assert may_release(before, now, DAY, DAY + timedelta(days=7))


tallies = st.builds(
    Tally,
    person=st.sampled_from([f"p{one}" for one in range(24)]),
    situation=st.sampled_from(["", "bins", "lifts"]),
    stage=st.sampled_from(["closed", "reality"]),
    outcome=st.sampled_from(["", *OUTCOMES]),
    asks=st.integers(0, 12),
    tells=st.integers(0, 4),
    safety=st.booleans(),
)


@given(st.lists(tallies, max_size=80))
def test_no_cell_tells_of_fewer_than_eight_or_anything_but_a_multiple_of_five(crowd: list[Tally]) -> None:
    found = figures(crowd, DAY)

    if found is None:
        assert len({one.person for one in crowd}) < FEWEST
        return
    for chart in found.charts:
        assert all(one.people is None or (one.people >= 10 and one.people % 5 == 0) for one in chart.cells)


@given(st.lists(tallies, max_size=80))
def test_the_order_of_telling_tells_nothing(crowd: list[Tally]) -> None:
    assert figures(crowd, DAY) == figures(crowd[::-1], DAY)


def test_ten_thousand_steps_of_one_person_give_nobody_away() -> None:
    attack = attacked(days=100, histories=100)

    assert attack.steps == 10_000
    assert (attack.few, attack.recovered) == (0, 0)


def test_the_attack_finds_people_where_a_release_follows_every_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cohort, "may_release", lambda *_: True)

    assert attacked(days=40, histories=20).recovered > 0


def test_the_attack_finds_people_where_nothing_is_rounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cohort, "rounded", lambda number: number)

    assert attacked(days=100, histories=20, exact=True).recovered > 0


def test_the_attack_finds_people_where_a_figure_may_stand_for_all_or_none_of_the_new(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cohort, "_left_open", lambda *_: True)

    assert attacked(days=100, histories=20).recovered > 0


def test_the_attack_finds_small_cells_where_they_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cohort, "FEWEST", 1)

    assert attacked(days=40, histories=10).few > 0
