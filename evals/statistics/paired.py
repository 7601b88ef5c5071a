"""Two coaches, or two versions of one, on the same cases: the difference, whether chance makes it, who won where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evals.statistics.intervals import LEVEL, Mean, clustered_mean, family_sums

SAME = 1e-12
"""Scores that differ by no more are the same but for rounding; scores are of the order of 1."""

MOST_EXACT = 16
"""Families up to which every flip of signs is tried: 65,536 of them."""

DRAWS = 20_000
"""Flips that are drawn where there are more families."""


@dataclass(frozen=True, slots=True)
class Paired:
    """What changed from one run to another on the same cases.

    `difference` is the mean of after less before, in the units of the scores. `p` is that of the sign-flip test;
    `exact` says that every flip was tried. Wins, ties and losses count cases, as seen from after.
    """

    difference: Mean
    p: float
    exact: bool
    wins: int
    ties: int
    losses: int


def compare(
    before: Mapping[str, float],
    after: Mapping[str, float],
    families: Mapping[str, str],
    *,
    level: float = LEVEL,
    within: tuple[float, float] | None = None,
    seed: int = 0,
) -> Paired:
    """Compare two runs case by case (as Miller does, arXiv 2411.00640), families clustered.

    Args:
        before: The score of each case, by its id.
        after: The same of the other run.
        families: The family of each case; it may name more cases than were run.
        level: Of the t interval of the difference.
        within: The least and the greatest difference that are possible, if any: -1 and 1 for scores of 0 to 1.
        seed: Of the flips that are drawn where there are too many families to try them all.

    Raises:
        ValueError: A case was run once only or has no family; there are none; a score is not finite; as of
            `clustered_mean`.
    """
    cases = sorted(before)
    lost = sorted((before.keys() ^ after.keys()) | (before.keys() - families.keys()))
    if lost:
        message = f"{len(lost)} cases are not in both runs, or have no family: {', '.join(lost[:5])}"
        raise ValueError(message)
    change = np.array([after[case] - before[case] for case in cases], dtype=np.float64)
    change[np.abs(change) <= SAME] = 0.0
    theirs = [families[case] for case in cases]
    difference = clustered_mean(change.tolist(), theirs, level=level, within=within)
    return Paired(
        difference=difference,
        p=sign_flip(family_sums(change, theirs).tolist(), seed=seed),
        exact=difference.families <= MOST_EXACT,
        wins=int(np.sum(change > 0)),
        ties=int(np.sum(change == 0)),
        losses=int(np.sum(change < 0)),
    )


def sign_flip(sums: Sequence[float], *, seed: int = 0) -> float:
    """How often chance alone makes so large a difference, either way: the two-sided p of Fisher's sign-flip test.

    Were both runs alike, each family might as well have been scored the other way round, all its cases together. Up to
    `MOST_EXACT` families every such flip is tried, the one that was found among them, so p is never 0; beyond, `DRAWS`
    of them, and the one that was found is added to both counts (Phipson and Smyth 2010).

    Args:
        sums: The sum of the differences of each family, in the same order for the same seed.
        seed: Of numpy's `default_rng`.

    Raises:
        ValueError: There are no families.
    """
    if not sums:
        message = "no difference of no families"
        raise ValueError(message)
    exact = len(sums) <= MOST_EXACT
    flipped = _every_flip(sums) if exact else _some_flips(sums, seed)
    slack = SAME * (len(sums) + float(np.sum(np.abs(sums))))  # the same sum in another order is not quite the same
    as_large = int(np.sum(np.abs(flipped) >= abs(float(np.sum(sums))) - slack))
    return as_large / flipped.size if exact else (as_large + 1) / (flipped.size + 1)


def holm(ps: Mapping[str, float]) -> dict[str, float]:
    """The p values of several comparisons, raised so that one false finding among all is as rare as of one (Holm 1979).

    They keep their names, and stand from the least to the greatest.

    Raises:
        ValueError: A p value is not 0 to 1.
    """
    if not all(0 <= p <= 1 for p in ps.values()):
        message = "a p value lies from 0 to 1"
        raise ValueError(message)
    adjusted: dict[str, float] = {}
    least = 0.0
    for rank, (name, p) in enumerate(sorted(ps.items(), key=lambda one: (one[1], one[0]))):
        least = max(least, min(1.0, (len(ps) - rank) * p))
        adjusted[name] = least
    return adjusted


def _every_flip(sums: Sequence[float]) -> NDArray[np.float64]:
    """The total under each of the 2 ** families ways to set the signs."""
    totals = np.zeros(1)
    for one in sums:
        totals = np.concatenate((totals + one, totals - one))
    return totals


def _some_flips(sums: Sequence[float], seed: int) -> NDArray[np.float64]:
    signs = np.random.default_rng(seed).integers(0, 2, size=(DRAWS, len(sums))) * 2.0 - 1.0
    return np.asarray(signs @ np.asarray(sums, dtype=np.float64))
