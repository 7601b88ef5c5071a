"""Two runs on the same cases and two raters of the same items: examples from paper and print, and what always holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score

from evals.statistics.agreement import Confusion, confusion, kappa, macro_f1, raw_agreement
from evals.statistics.paired import DRAWS, compare, holm, sign_flip

MAIZE = (49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48)  # Darwin's, in Fisher's Design of Experiments

two_raters = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30)
p_values = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0, 1))

# ---------------------------------------------------------------- two runs


def test_sign_flip_by_hand() -> None:
    assert sign_flip([1, 2, 3]) == 2 / 8  # only all one way or all the other make 6
    assert sign_flip([0.1, 0.2, -0.3]) == 1  # nothing, but for rounding
    assert sign_flip([5]) == 1  # one family tells nothing
    with pytest.raises(ValueError, match="no families"):
        sign_flip([])


def test_sign_flip_gives_what_fisher_found_of_darwins_maize() -> None:
    assert sign_flip(MAIZE) == sign_flip([*MAIZE, 0]) == 1726 / 32768  # a sixteenth family that changed nothing


def test_with_more_families_flips_are_drawn_and_come_near_to_all_of_them() -> None:
    drawn = sign_flip([*MAIZE, 0, 0], seed=3)  # seventeen; the two that changed nothing leave p as it is
    assert drawn == pytest.approx(1726 / 32768, abs=4 * (0.0527 * 0.9473 / DRAWS) ** 0.5)
    assert drawn == sign_flip([*MAIZE, 0, 0], seed=3)
    assert drawn != sign_flip([*MAIZE, 0, 0], seed=4)
    assert sign_flip([1.0] * 60) == 1 / (DRAWS + 1)


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=9))
def test_sign_flip_knows_no_direction_scale_or_order(sums: list[int]) -> None:
    p = sign_flip(sums)
    assert 2 / 2 ** len(sums) <= p <= 1
    assert p == sign_flip([-one for one in sums]) == sign_flip([one / 10 for one in sums]) == sign_flip(sums[::-1])


def test_compare_by_hand() -> None:
    families = {f"{family}{number}": family for family in "abcdefgh" for number in (1, 2)}
    before = dict.fromkeys(families, 0.5)
    after = dict.fromkeys(families, 0.7 - 0.2) | {
        "a1": 0.9,
        "a2": 0.9,
        "b1": 0.7,
        "b2": 0.3,
    }  # the same but for rounding
    found = compare(before, after, families | {"z": "z"}, within=(-1, 1))
    assert (found.wins, found.ties, found.losses) == (3, 12, 1)
    # a changes by 0.8, the others by nothing: half of all flips go each way, and both are as large
    assert (found.p, found.exact) == (1.0, True)
    # mean 0.8 / 16; deviations of the sums 0.7 once and -0.1 seven times: sqrt(0.56 * 8 / 7) / 16 = 0.05
    assert (found.difference.value, found.difference.error) == pytest.approx((0.05, 0.05))
    assert found.difference.interval is not None
    reach = 2.364624 * 0.05
    assert (found.difference.interval.low, found.difference.interval.high) == pytest.approx(
        (0.05 - reach, 0.05 + reach), abs=1e-6
    )


def test_compare_tries_every_flip_of_sixteen_families_and_draws_with_its_seed_beyond() -> None:
    after = {str(number): float(change) for number, change in enumerate((*MAIZE, 0, 0))}
    before, families = dict.fromkeys(after, 0.0), {name: name for name in after}
    drawn = compare(before, after, families, seed=3)
    assert (drawn.exact, drawn.difference.families) == (False, 17)
    assert drawn == compare(before, after, families, seed=3)
    assert drawn.p != compare(before, after, families, seed=4).p
    del before["16"], after["16"]
    assert compare(before, after, families).exact


def test_compare_of_lone_cases_is_the_paired_t_interval_that_fisher_gave_of_the_maize() -> None:
    names = [f"pot {number}" for number in range(15)]
    after = dict(zip(names, map(float, MAIZE), strict=True))
    found = compare(dict.fromkeys(names, 0.0), after, {name: name for name in names})
    assert (found.wins, found.ties, found.losses, found.p) == (13, 0, 2, 1726 / 32768)
    assert found.difference.interval is not None
    assert found.difference.value == pytest.approx(20.933, abs=1e-3)
    assert found.difference.error is not None
    assert found.difference.value / found.difference.error == pytest.approx(2.148, abs=1e-3)
    assert round(found.difference.interval.low, 2) == 0.03


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.sampled_from("abcdefghijk")), min_size=1, max_size=30))
def test_the_other_way_round_everything_is_mirrored(rows: list[tuple[float, float, str]]) -> None:
    before = {str(number): row[0] for number, row in enumerate(rows)}
    after = {str(number): row[1] for number, row in enumerate(rows)}
    families = {str(number): row[2] for number, row in enumerate(rows)}
    found, mirrored = compare(before, after, families), compare(after, before, families)
    assert (found.wins, found.ties, found.losses) == (mirrored.losses, mirrored.ties, mirrored.wins)
    assert found.difference.value == pytest.approx(-mirrored.difference.value, abs=1e-12)
    assert found.difference.why_none == mirrored.difference.why_none
    assert found.p == mirrored.p
    assert found == compare(dict(reversed(before.items())), after, families)


def test_runs_of_different_cases_are_not_compared() -> None:
    with pytest.raises(ValueError, match="2 cases are not in both runs, or have no family: a, c"):
        compare({"a": 1, "b": 1}, {"b": 1, "c": 1}, {"a": "f", "b": "f", "c": "f"})
    with pytest.raises(ValueError, match=r"1 cases .*: a"):
        compare({"a": 1}, {"a": 1}, {})
    with pytest.raises(ValueError, match="no mean"):
        compare({}, {}, {})


def test_holm_by_hand() -> None:
    found = holm({"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005})  # times 3, 1, 2, 4; b may not fall below c
    assert found == pytest.approx({"d": 0.02, "a": 0.03, "c": 0.06, "b": 0.06})
    assert list(found) == ["d", "a", "c", "b"]
    assert holm({"a": 0.6, "b": 0.9}) == {"a": 1, "b": 1}
    assert holm({}) == {}
    with pytest.raises(ValueError, match="from 0 to 1"):
        holm({"a": 1.2})


@given(p_values)
def test_holm_only_raises_and_keeps_the_order(ps: dict[str, float]) -> None:
    found = holm(ps)
    assert found.keys() == ps.keys()
    assert all(ps[name] <= found[name] <= min(1, len(ps) * ps[name]) for name in ps)
    assert list(found.values()) == sorted(found.values())
    assert [ps[name] for name in found] == sorted(ps.values())


# ---------------------------------------------------------------- agreement


def raters(both: int, first: int, second: int, neither: int) -> tuple[list[bool], list[bool]]:
    return (
        [True] * (both + first) + [False] * (second + neither),
        [True] * both + [False] * first + [True] * second + [False] * neither,
    )


def test_agreement_by_hand() -> None:
    one, other = raters(20, 5, 10, 15)  # 35 of 50 alike; by chance 25 * 30 + 25 * 20 of 2500: (0.7 - 0.5) / (1 - 0.5)
    assert confusion(one, other) == Confusion(20, 5, 10, 15)
    assert raw_agreement(one, other) == 0.7
    assert kappa(one, other) == 0.4
    assert macro_f1(one, other) == pytest.approx((40 / 55 + 30 / 45) / 2)
    assert kappa(["a", "b", "c"], ["b", "c", "a"]) == pytest.approx((0 - 3 / 9) / (1 - 3 / 9))


def test_what_is_not_defined_is_none() -> None:
    assert (raw_agreement([], []), kappa([], []), macro_f1([], [])) == (None, None, None)
    assert (kappa(["yes"] * 3, ["yes"] * 3), macro_f1([True] * 3, [True] * 3)) == (None, None)
    assert macro_f1([True, True], [True, False]) == pytest.approx((2 / 3 + 0) / 2)
    with pytest.raises(ValueError, match="of 1 and 2"):
        kappa(["yes"], ["yes", "no"])


@settings(deadline=None)  # the first call of scikit-learn takes its time
@given(two_raters)
def test_agreement_is_what_scikit_learn_finds_where_it_is_defined(rated: list[tuple[bool, bool]]) -> None:
    one, other = [pair[0] for pair in rated], [pair[1] for pair in rated]
    found, f1 = kappa(one, other), macro_f1(one, other)
    assert found is None or found == pytest.approx(cohen_kappa_score(one, other), abs=1e-12)
    assert f1 is None or f1 == pytest.approx(f1_score(one, other, average="macro", zero_division=0), abs=1e-12)
    assert found == kappa(other, one)
    assert (found is None) == (len({*one, *other}) < 2)
