"""Means, pass rates, pass^k: examples worked by hand or printed elsewhere, and what must hold of any data."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics.chance import mean_pass_hat, pass_hat
from evals.statistics.intervals import (
    clustered_mean,
    clustered_standard_error,
    clustered_wilson,
    family_sums,
    mean,
    percentile,
    standard_error,
    wilson,
)

EIGHT = "abcdefgh"

scores = st.lists(st.floats(0, 1), min_size=1, max_size=40)


def clustered(values: st.SearchStrategy[float]) -> st.SearchStrategy[list[tuple[float, str]]]:
    return st.lists(st.tuples(values, st.sampled_from("abcdefghijkl")), min_size=2, max_size=40)


# ---------------------------------------------------------------- intervals


@pytest.mark.parametrize(
    ("passed", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_what_newcombe_printed(passed: int, of: int, low: float, high: float) -> None:
    found = wilson(passed, of)  # Statistics in Medicine 17 (1998), 857-872, table I, method 3
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilson_holds_the_rate_and_failures_mirror_passes(counts: tuple[int, int]) -> None:
    passed, of = counts
    found, mirrored = wilson(passed, of), wilson(of - passed, of)
    assert 0 <= found.low <= passed / of + 1e-12
    assert passed / of - 1e-12 <= found.high <= 1
    assert (found.low, found.high) == pytest.approx((1 - mirrored.high, 1 - mirrored.low), abs=1e-12)


def test_standard_errors_by_hand() -> None:
    assert mean([1, 2, 3, 4, 5]) == 3
    assert standard_error([1, 2, 3, 4, 5]) == pytest.approx(math.sqrt(2.5 / 5))
    assert standard_error([0.4]) == 0
    # two families, all right and all wrong: sums 1 and -1; sqrt((1 + 1) * 2 / 1) / 4
    assert clustered_standard_error([1, 1, 0, 0], "aabb") == pytest.approx(0.5)
    # mean 0.5; sums 0.5, 0.5, -1; sqrt(1.5 * 3 / 2) / 6
    assert clustered_standard_error([1, 1, 0, 1, 0, 0], "aaabcc") == pytest.approx(1.5 / 6)
    assert clustered_standard_error([1, 0], "aa") == 0


@given(clustered(st.floats(0, 1)))
def test_clustered_error_is_the_plain_one_of_lone_cases_and_that_of_family_means_where_families_are_of_one_size(
    rows: list[tuple[float, str]],
) -> None:
    values = [value for value, _ in rows]
    alone = [str(number) for number in range(len(values))]
    assert clustered_standard_error(values, alone) == pytest.approx(standard_error(values), abs=1e-12)
    assert clustered_standard_error(values * 3, alone * 3) == pytest.approx(standard_error(values), abs=1e-12)


def test_clustered_interval_by_hand() -> None:
    found = clustered_mean([1, 1, 1, 1, 0, 0, 0, 0], EIGHT)
    reach = 2.364624 * math.sqrt(2 / 7) / math.sqrt(8)  # Student's t of 7 degrees of freedom, from a table
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == pytest.approx((0.5 - reach, 0.5 + reach), abs=1e-6)
    one = clustered_mean([1, 0, 0, 0, 0, 0, 0, 0], EIGHT, within=(0, 1))
    assert one.error == pytest.approx(0.125)
    assert one.interval is not None
    assert (one.interval.low, one.interval.high) == pytest.approx((0, 0.125 + 2.364624 * 0.125), abs=1e-6)
    most = clustered_mean([0, 1, 1, 1, 1, 1, 1, 1], EIGHT, within=(0, 1))
    assert most.interval is not None
    assert (most.interval.low, most.interval.high) == pytest.approx((0.875 - 2.364624 * 0.125, 1), abs=1e-6)


def test_with_fewer_than_eight_families_there_is_no_interval_and_it_says_why() -> None:
    few = clustered_mean([0, 1] * 7, EIGHT[:7] * 2)
    assert (few.value, few.cases, few.families, few.interval) == (0.5, 14, 7, None)
    assert few.error is not None
    assert few.why_none == "no interval: 7 families, and it takes 8"
    one = clustered_mean([0, 1], "aa")
    assert (one.error, one.interval, one.why_none) == (None, None, "no interval: 1 family, and it takes 8")
    assert clustered_mean([0, 1] * 4, EIGHT).why_none is None


@given(clustered(st.sampled_from([0.0, 1.0])))
def test_clustered_wilson_is_never_narrower_than_the_plain_one(rows: list[tuple[float, str]]) -> None:
    passes, families = [value for value, _ in rows], [family for _, family in rows]
    if len(set(families)) > 1:
        found, plain = clustered_wilson(passes, families), wilson(int(sum(passes)), len(passes))
        assert found.high - found.low >= plain.high - plain.low - 1e-12
        assert 0 <= found.low <= found.high <= 1


def test_clustered_wilson_by_hand() -> None:
    # eight families of two that pass or fail together: p = 1/2, variance (8 * 1 * 8/7) / 16 ** 2 = 1/28, so 7 count
    passes, families = [1, 0] * 8, [family for pair in ("ab", "cd", "ef", "gh") for family in pair * 2]
    square = 2.364624**2 / 7
    reach = math.sqrt(square / 4 + square**2 / 4) / (1 + square)
    found = clustered_wilson(passes, families)
    assert (found.low, found.high) == pytest.approx((0.5 - reach, 0.5 + reach), abs=1e-6)
    sure = clustered_wilson([1] * 8, EIGHT)  # nothing varies: all eight count, n / (n + t ** 2)
    assert (sure.low, sure.high) == pytest.approx((8 / (8 + 2.364624**2), 1), abs=1e-6)


def test_the_clustered_interval_holds_the_truth_as_often_as_it_says() -> None:
    chance, families = np.random.default_rng(20240611), [str(number // 5) for number in range(60)]
    held = 0
    for _ in range(2000):
        values = 0.6 + np.repeat(chance.normal(0, 0.12, 12), 5) + chance.normal(0, 0.20, 60)
        interval = clustered_mean(values.tolist(), families).interval
        held += interval is not None and interval.low <= 0.6 <= interval.high
    assert 0.93 <= held / 2000 <= 0.98


def test_percentile_by_hand() -> None:
    assert percentile(range(20, -1, -1)) == 1
    assert percentile([1, 0]) == pytest.approx(0.05)
    assert percentile([3]) == 3
    assert percentile([1, 2, 3, 4], 50) == 2.5


@given(scores)
def test_percentile_lies_among_the_values_and_so_few_of_them_below(values: list[float]) -> None:
    found = percentile(values)
    assert min(values) <= found <= max(values)
    assert sum(value < found for value in values) <= 0.05 * (len(values) - 1) + 1


@pytest.mark.parametrize("values", [[], [math.nan], [0.5, math.inf]])
def test_of_nothing_and_of_no_number_there_is_no_figure(values: list[float]) -> None:
    families = ["a"] * len(values)
    for ask in (mean, standard_error, percentile):
        with pytest.raises(ValueError, match="no mean"):
            ask(values)
    for asked in (clustered_standard_error, clustered_mean, clustered_wilson):
        with pytest.raises(ValueError, match="no mean"):
            asked(values, families)


def test_what_cannot_be_meant_is_refused() -> None:
    for passed, of in ((0, 0), (3, 2), (-1, 2)):
        with pytest.raises(ValueError, match="no pass rate"):
            wilson(passed, of)
    with pytest.raises(ValueError, match="2 values, but the families of 1"):
        family_sums([1, 2], "a")
    with pytest.raises(ValueError, match="do not lie within"):
        clustered_mean([0, 2], "ab", within=(0, 1))
    with pytest.raises(ValueError, match="a pass is 1"):
        clustered_wilson([0, 2], "ab")
    with pytest.raises(ValueError, match="one family alone"):
        clustered_wilson([0, 1], "aa")
    with pytest.raises(ValueError, match="a level lies"):
        wilson(1, 2, level=95)
    with pytest.raises(ValueError, match="no percentage"):
        percentile([1], 101)


# ---------------------------------------------------------------- chance


def test_pass_hat_by_hand() -> None:
    assert pass_hat(3, 4, 2) == 0.5  # 3 pairs of 6
    assert pass_hat(3, 4, 1) == 0.75
    assert pass_hat(3, 4, 4) == 0
    assert mean_pass_hat([(3, 4), (4, 4), (1, 4)], 2) == 0.5
    for passed, tries, k in ((1, 2, 3), (1, 2, 0), (3, 2, 1)):
        with pytest.raises(ValueError, match="not defined"):
            pass_hat(passed, tries, k)
    with pytest.raises(ValueError, match="no cases"):
        mean_pass_hat([], 1)


@given(st.lists(st.booleans(), min_size=1, max_size=7), st.data())
def test_pass_hat_counts_the_draws_that_all_pass(tried: list[bool], data: st.DataObject) -> None:
    k = data.draw(st.integers(1, len(tried)))
    draws = list(itertools.combinations(tried, k))
    assert pass_hat(sum(tried), len(tried), k) == pytest.approx(sum(map(all, draws)) / len(draws))
