"""Times taken in turns, so that a busy moment of the machine falls on both sides of a ratio; medians and spreads."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pytest_benchmark.stats import Stats

Clock = Callable[[], float]
now: Clock = time.perf_counter


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of some rounds, the least and the most of them, and how many there were."""

    median: float
    low: float
    high: float
    rounds: int


@dataclass(frozen=True, slots=True)
class Pair:
    """One round: what was measured, and the yardstick beside it."""

    ours: float
    yardstick: float

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the yardstick."""
        return self.ours / self.yardstick


def spread(values: Sequence[float]) -> Spread:
    """Median, least and most of at least one value."""
    stats = Stats()  # type: ignore[no-untyped-call]  # the library says it has types, and has few
    for value in values:
        stats.update(value)  # type: ignore[no-untyped-call]  # as above
    return Spread(float(stats.median), float(stats.min), float(stats.max), len(values))


def median(values: Sequence[float]) -> float:
    """The median of at least one value."""
    return spread(values).median


def ratios(pairs: Sequence[Pair]) -> Spread:
    """The spread of the rounds' ratios."""
    return spread([pair.ratio for pair in pairs])


def seconds(action: Callable[[], object], clock: Clock = now) -> float:
    """How long one call takes."""
    began = clock()
    action()
    return clock() - began


def in_turns(number: int, ours: Callable[[], float], yardstick: Callable[[], float]) -> Pair:
    """Measure both once: ours first in even rounds, the yardstick first in odd ones, so that neither gains by it."""
    if number % 2 == 0:
        first = ours()
        return Pair(first, yardstick())
    second = yardstick()
    return Pair(ours(), second)


def interleaved(rounds: int, ours: Callable[[], float], yardstick: Callable[[], float]) -> tuple[Pair, ...]:
    """Some rounds of both, in turns."""
    return tuple(in_turns(number, ours, yardstick) for number in range(rounds))


def p50_of_pairs(pairs: Sequence[Pair]) -> Pair:
    """The medians of both sides over the texts of one round."""
    return Pair(median([pair.ours for pair in pairs]), median([pair.yardstick for pair in pairs]))


def in_ms(pairs: Sequence[Pair]) -> str:
    """The medians of both sides in milliseconds, for the line of detail."""
    middle = p50_of_pairs(pairs)
    return f"{middle.ours * 1000:.2f} ms against {middle.yardstick * 1000:.2f} ms"


def in_s(pairs: Sequence[Pair]) -> str:
    """The medians of both sides in seconds, for the line of detail."""
    middle = p50_of_pairs(pairs)
    return f"{middle.ours:.2f} s against {middle.yardstick:.2f} s"
