"""The chance that a coach passes a case every time it is tried, not only once."""

from collections.abc import Sequence
from math import comb


def pass_hat(passed: int, tries: int, k: int) -> float:
    """pass^k of one case: the chance that k tries, drawn from those that were made, all passed (arXiv 2406.12045).

    It is C(passed, k) / C(tries, k), 0 to 1, as Inspect's reducer `pass_k`; pass^1 is the pass rate.

    Raises:
        ValueError: There are fewer tries than k, so it is not defined; k is less than 1; more passed than were tried.
    """
    if not 1 <= k <= tries or not 0 <= passed <= tries:
        message = f"pass^{k} is not defined of {passed} passed in {tries} tries"
        raise ValueError(message)
    return comb(passed, k) / comb(tries, k)


def mean_pass_hat(cases: Sequence[tuple[int, int]], k: int) -> float:
    """pass^k over cases, each given as how often it passed and how often it was tried: the plain mean, 0 to 1.

    Raises:
        ValueError: There are no cases, or of one pass^k is not defined: left out, it would move the mean unseen.
    """
    if not cases:
        message = "no mean of no cases"
        raise ValueError(message)
    return sum(pass_hat(passed, tries, k) for passed, tries in cases) / len(cases)
