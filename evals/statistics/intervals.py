"""Means and pass rates with their intervals, where cases of one family are told of one scene and so vary together.

The standard errors and the Wilson intervals are those of Inspect AI (`stderr`, `ci_wilson`), formula for formula; what
is done otherwise where nothing can be estimated is said with each function.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

LEVEL = 0.95
"""How often an interval is to hold the truth, unless a caller says otherwise."""

FEWEST_FAMILIES = 8
"""With fewer, too little is known of how families differ for a t interval to keep its level."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A range that holds the truth in a given share of samples, in the units of what was measured."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of cases, in the units of the values, and how far it can be trusted.

    `error` is the clustered standard error, None of one family alone. `interval` is None where there are too few
    families for one, and then `why_none` says so in words for a report.
    """

    value: float
    error: float | None
    cases: int
    families: int
    interval: Interval | None
    why_none: str | None


def mean(values: Sequence[float]) -> float:
    """The plain mean: a large family weighs more than a small one.

    Raises:
        ValueError: There are no values, or one is not finite.
    """
    return float(np.mean(_checked(values)))


def standard_error(values: Sequence[float]) -> float:
    """Standard error of the mean of independent values, as Inspect's `stderr()`: 0 of one value.

    Raises:
        ValueError: There are no values, or one is not finite.
    """
    array = _checked(values)
    return float(np.std(array, ddof=1) / np.sqrt(array.size)) if array.size > 1 else 0.0


def clustered_standard_error(values: Sequence[float], families: Sequence[str]) -> float:
    """Standard error of the mean where values of a family vary together, as Inspect's `stderr(cluster=)`.

    It is Miller's (arXiv 2411.00640, Appendix A) times the root of C / (C - 1) for C families; 0 of one family, as
    there, though nothing is known then: `clustered_mean` says None instead.

    Raises:
        ValueError: There are no values, one is not finite, or there is not one family for each.
    """
    array = _checked(values)
    sums = family_sums(array - np.mean(array), families)
    count = sums.size
    return sqrt(float(np.sum(sums**2)) * count / (count - 1)) / array.size if count > 1 else 0.0


def clustered_mean(
    values: Sequence[float],
    families: Sequence[str],
    *,
    level: float = LEVEL,
    within: tuple[float, float] | None = None,
) -> Mean:
    """The mean with its clustered t interval (families - 1 degrees of freedom), cut to what is possible.

    Where all values are alike the interval is a point; for passes and failures `clustered_wilson` is the better one.

    Args:
        values: One for each case, in any unit.
        families: The family of each case.
        level: How often the interval is to hold the true mean; between 0 and 1.
        within: The least and the greatest value that are possible, if any.

    Raises:
        ValueError: As of `clustered_standard_error`; a value lies outside `within`; the level is no share.
    """
    _check_level(level)
    centre, error, count = mean(values), clustered_standard_error(values, families), len(set(families))
    low, high = within or (-np.inf, np.inf)
    if min(values) < low or max(values) > high:
        message = f"values from {min(values)} to {max(values)} do not lie within {low} to {high}"
        raise ValueError(message)
    if count < FEWEST_FAMILIES:
        why = f"no interval: {count} {'family' if count == 1 else 'families'}, and it takes {FEWEST_FAMILIES}"
        return Mean(centre, error if count > 1 else None, len(values), count, None, why)
    reach = _t_critical(count - 1, level) * error
    interval = Interval(max(low, centre - reach), min(high, centre + reach))
    return Mean(centre, error, len(values), count, interval, None)


def wilson(passed: int, of: int, level: float = LEVEL) -> Interval:
    """Wilson's score interval of a pass rate, 0 to 1, of independent cases (Wilson 1927), as Inspect's `ci_wilson()`.

    Raises:
        ValueError: There are no cases, more passed than there are, or the level is no share.
    """
    _check_level(level)
    if of < 1 or not 0 <= passed <= of:
        message = f"no pass rate: {passed} passed of {of}"
        raise ValueError(message)
    return _score_interval(passed / of, of, -NormalDist().inv_cdf((1 - level) / 2))


def clustered_wilson(passes: Sequence[float], families: Sequence[str], level: float = LEVEL) -> Interval:
    """Wilson's interval of a pass rate where cases of a family pass together, as Inspect's `ci_wilson(cluster=)`.

    The number of cases is Korn and Graubard's effective one, p(1 - p) over the clustered variance, never more than
    there are; the critical value is Student's, of families - 1 degrees of freedom (Franco et al. 2019). Where every
    case passed, or none, the variance says nothing and all cases count.

    Args:
        passes: One for each case, 1 passed and 0 failed; a part of a pass is taken, and the interval is then wide.
        families: The family of each case; two at least. With fewer than `FEWEST_FAMILIES` the interval is wide.
        level: How often the interval is to hold the true rate; between 0 and 1.

    Raises:
        ValueError: As of `clustered_standard_error`; a pass is not 0 to 1; there is one family; the level is no share.
    """
    _check_level(level)
    rate, variance = mean(passes), clustered_standard_error(passes, families) ** 2
    if min(passes) < 0 or max(passes) > 1:
        message = "a pass is 1, a failure 0, and a part of a pass between them"
        raise ValueError(message)
    count = len(set(families))
    if count < 2:
        message = "one family alone says nothing of how families differ"
        raise ValueError(message)
    spread, size = rate * (1 - rate), float(len(passes))
    if spread > 0 and variance > 0:
        # families that differ less than chance would have them must not make the interval narrower than `wilson`
        size = min(spread / variance, size)
    return _score_interval(rate, size, _t_critical(count - 1, level))


def percentile(values: Sequence[float], percent: float = 5.0) -> float:
    """The value that a given part of the values lie below, in their units; the 5th says how bad the worst replies are.

    It is type 7 of Hyndman and Fan (1996), as numpy's default: of n values in order, the one at (n - 1) * percent / 100
    counted from 0, and between two of them in proportion. Of 20 values or fewer the 5th lies between the two least.

    Raises:
        ValueError: There are no values, one is not finite, or the percentage is not 0 to 100.
    """
    if not 0 <= percent <= 100:
        message = f"{percent} is no percentage"
        raise ValueError(message)
    return float(np.percentile(_checked(values), percent, method="linear"))


def family_sums(values: Sequence[float] | NDArray[np.float64], families: Sequence[str]) -> NDArray[np.float64]:
    """The sum of the values of each family, in order of the families' names.

    Raises:
        ValueError: There is not one family for each value.
    """
    if len(values) != len(families):
        message = f"{len(values)} values, but the families of {len(families)}"
        raise ValueError(message)
    numbers = {family: number for number, family in enumerate(sorted(set(families)))}
    return np.asarray(np.bincount([numbers[one] for one in families], weights=np.asarray(values)), dtype=np.float64)


def _t_critical(freedom: int, level: float = LEVEL) -> float:
    """How many standard errors a two-sided t interval reaches, for so many degrees of freedom (1 or more)."""
    return float(stdtrit(freedom, (1 + level) / 2))


def _score_interval(rate: float, size: float, critical: float) -> Interval:
    """Wilson's interval of a rate among `size` cases, `critical` standard errors to either side."""
    square = critical * critical / size
    centre = (rate + square / 2) / (1 + square)
    reach = critical * sqrt(rate * (1 - rate) / size + square / (4 * size)) / (1 + square)
    return Interval(max(0.0, centre - reach), min(1.0, centre + reach))  # 0 and 1 are its bounds but for rounding


def _checked(values: Sequence[float]) -> NDArray[np.float64]:
    array = np.asarray(values, dtype=np.float64)
    if not array.size or not np.isfinite(array).all():
        message = "no mean of nothing, nor of what is no number"
        raise ValueError(message)
    return array


def _check_level(level: float) -> None:
    if not 0 < level < 1:
        message = f"a level lies between 0 and 1, not at {level}"
        raise ValueError(message)
