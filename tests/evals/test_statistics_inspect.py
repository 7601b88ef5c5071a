"""The statistics agree with Inspect AI's: with what it gave on one set of data, and with its formulas on any.

Inspect itself is no dependency of the tests: every version of it needs s3fs, and so botocore, which holds back
python-dateutil to before 3, where kubernetes (of chromadb) needs 3 or later. The recorded figures are those that
inspect_ai 0.3.285 gave in an environment of its own; the formulas are written out from its source of that version
(inspect_ai/scorer/_metrics/std.py and _reducer/reducer.py; MIT licence, UK AI Security Institute), with scipy's Student
t in the place of its own. Inspect has no kappa; its Krippendorff's alpha has no counterpart here.
"""

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import t as student

from evals.statistics.chance import mean_pass_hat, pass_hat
from evals.statistics.intervals import (
    Interval,
    clustered_mean,
    clustered_standard_error,
    clustered_wilson,
    mean,
    standard_error,
    wilson,
)

CLOSE = 1e-12
FAMILIES = "aaabbccccddeffffgghiii"
PASSES = [int(one) for one in "1101001110111011100110"]
SCORES = [(37 * number % 101) / 100 for number in range(22)]

marked = st.lists(st.tuples(st.floats(0, 1), st.sampled_from("abcdefghijkl")), min_size=1, max_size=60)


def ends(interval: Interval | None) -> tuple[float, float]:
    assert interval is not None
    return interval.low, interval.high


def close(low: float, high: float) -> object:
    return pytest.approx((low, high), rel=0, abs=CLOSE)


# ---------------------------------------------------------------- what it gave


def test_means_and_errors_are_what_inspect_gave() -> None:
    assert mean(SCORES) == pytest.approx(0.4877272727272727, rel=0, abs=CLOSE)
    assert standard_error(SCORES) == pytest.approx(0.06422003510045612, rel=0, abs=CLOSE)
    assert clustered_standard_error(SCORES, FAMILIES) == pytest.approx(0.05273961171008346, rel=0, abs=CLOSE)
    assert ends(clustered_mean(SCORES, FAMILIES).interval) == close(0.3661095100347582, 0.6093450354197871)


def test_wilson_intervals_are_what_inspect_gave() -> None:
    assert ends(wilson(sum(PASSES), 22)) == close(0.42951708090131013, 0.8026679532963387)
    assert ends(clustered_wilson(PASSES, FAMILIES)) == close(0.39592681476236413, 0.8237113637078809)
    assert ends(clustered_wilson(PASSES, FAMILIES, level=0.8)) == close(0.4875090951654014, 0.7630013929201077)


def test_so_are_those_of_families_that_pass_or_fail_whole_and_of_all_passed() -> None:
    whole = [float(family in "abdi") for family in FAMILIES]
    assert ends(clustered_wilson(whole, FAMILIES)) == close(0.14455946786891616, 0.804283163813301)
    assert ends(clustered_wilson([1] * 22, FAMILIES)) == close(0.8053399877242319, 1)


def test_pass_hat_is_what_inspect_gave() -> None:
    gave = [0.625, 0.35714285714285715, 0.17857142857142858, 0.07142857142857142, 0.017857142857142856, 0]
    passed = sum(PASSES[:8])
    assert [pass_hat(passed, 8, k) for k in range(1, 7)] == pytest.approx(gave, rel=0, abs=CLOSE)


# ---------------------------------------------------------------- its formulas


def clustered_variance(values: list[float], families: list[str]) -> float:
    """`_clustered_stderr`, squared."""
    groups = [[value for value, one in zip(values, families, strict=True) if one == name] for name in set(families)]
    if len(groups) < 2:
        return 0.0
    centre = float(np.mean(values))
    total = sum(float((np.asarray(group) - centre).sum()) ** 2 for group in groups)
    return (math.sqrt(total * len(groups) / (len(groups) - 1)) / len(values)) ** 2


def score_interval(rate: float, n: float, critical: float) -> tuple[float, float]:
    """The end of `ci_wilson`."""
    denominator = 1.0 + critical * critical / n
    centre = (rate + critical * critical / (2.0 * n)) / denominator
    half = critical * math.sqrt(rate * (1.0 - rate) / n + critical * critical / (4.0 * n * n)) / denominator
    return max(centre - half, 0.0), min(centre + half, 1.0)


@given(marked)
def test_means_and_errors_follow_its_formulas(rows: list[tuple[float, str]]) -> None:
    values, families = [value for value, _ in rows], [family for _, family in rows]
    n = len(values)
    assert mean(values) == pytest.approx(np.mean(values).item(), rel=0, abs=CLOSE)
    plain = float(np.std(values, ddof=1) / np.sqrt(n)) if n > 1 else 0
    assert standard_error(values) == pytest.approx(plain, rel=0, abs=CLOSE)
    theirs = math.sqrt(clustered_variance(values, families))
    assert clustered_standard_error(values, families) == pytest.approx(theirs, rel=0, abs=CLOSE)


@given(marked, st.sampled_from([0.8, 0.95, 0.99]))
def test_clustered_wilson_follows_its_formula(rows: list[tuple[float, str]], level: float) -> None:
    values, families = [value for value, _ in rows], [family for _, family in rows]
    count = len(set(families))
    assume(count > 1)
    n, rate, variance = float(len(values)), sum(values) / len(values), clustered_variance(values, families)
    if rate * (1 - rate) > 0 and variance > 0:
        n = min(rate * (1 - rate) / variance, n)
    critical = float(student.ppf((1 + level) / 2, count - 1))
    assert ends(clustered_wilson(values, families, level)) == close(*score_interval(rate, n, critical))


@given(st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilson_follows_its_formula(counts: tuple[int, int]) -> None:
    passed, of = counts
    critical = -NormalDist().inv_cdf((1.0 - 0.95) / 2.0)
    assert ends(wilson(passed, of)) == close(*score_interval(passed / of, of, critical))


@given(st.lists(st.tuples(st.integers(0, 8), st.just(8)), min_size=1), st.integers(1, 8))
def test_pass_hat_over_cases_is_the_mean_of_its_reducer(cases: list[tuple[int, int]], k: int) -> None:
    reduced = [math.comb(passed, k) / math.comb(tries, k) for passed, tries in cases]
    assert mean_pass_hat(cases, k) == pytest.approx(np.mean(reduced).item(), rel=0, abs=CLOSE)
