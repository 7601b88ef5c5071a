"""Charts: a dot for each figure and a whisker for its interval, and the table of the same numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.reports import words
from evals.reports.comparison import AxisDifference
from evals.reports.figures import CriterionFigures, Summary
from evals.statistics.intervals import Interval

_LEFT, _RIGHT, _WIDTH = 260, 660, 720
_ROW, _FOOT = 26, 34


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a chart; `figure` and `interval` are its words, `of` what it is a figure of."""

    label: str
    value: float | None
    whisker: Interval | None
    figure: str
    interval: str
    of: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart from `low` to `high`, in the units of its points; the drawing and its table are both made from it.

    `id` is unique on its page. Places in the drawing are in its own units, as texts of one decimal place.
    """

    id: str
    title: str
    about: str
    heads: tuple[str, str, str, str]
    points: tuple[Point, ...]
    ticks: tuple[tuple[float, str], ...]

    @property
    def low(self) -> float:
        """The least value that is drawn."""
        return self.ticks[0][0]

    @property
    def high(self) -> float:
        """The greatest value that is drawn."""
        return self.ticks[-1][0]

    @property
    def width(self) -> int:
        """How wide the drawing is."""
        return _WIDTH

    @property
    def height(self) -> int:
        """How high the drawing is."""
        return len(self.points) * _ROW + _FOOT

    @property
    def foot(self) -> int:
        """Where the rows end and the words of the scale begin."""
        return len(self.points) * _ROW

    def x(self, value: float) -> str:
        """Where a value is, from the left."""
        share = (value - self.low) / (self.high - self.low)
        return f"{_LEFT + (_RIGHT - _LEFT) * min(1.0, max(0.0, share)):.1f}"

    def y(self, row: int) -> str:
        """Where the middle of a row is, from the top; rows are counted from 0."""
        return f"{row * _ROW + _ROW / 2:.1f}"


def of_axes(axes: Sequence[Summary], unit: str) -> Chart:
    """The mean score on each axis; `unit` says what is counted, as `cases`."""
    points = [
        Point(
            label=one.name,
            value=one.mean.value if one.mean else None,
            whisker=one.mean.interval if one.mean else None,
            figure=words.number(one.mean.value if one.mean else None),
            interval=words.of_mean(one.mean),
            of=f"{one.talks - one.nothing_graded} of {one.talks} {unit}",
        )
        for one in axes
    ]
    about = "A dot for the mean score on each axis, from 0 to 1, and a line for its 95% interval."
    heads = ("Axis", "Mean score", "95% interval", "In the mean")
    return Chart("chart-axes", "Mean score on each axis", about, heads, tuple(points), _scale(0, 1, "{:.2f}"))


def of_criteria(criteria: Sequence[CriterionFigures]) -> Chart:
    """How often each criterion went well."""
    points = [
        Point(
            label=words.title(one.id) + (" (advisory)" if one.flagged else ""),
            value=one.rate,
            whisker=one.interval,
            figure=words.percent(one.rate),
            interval=words.of_rate(one),
            of=f"{one.good} of {one.of}",
        )
        for one in criteria
    ]
    about = "A dot for the share of findings that were good, from 0% to 100%, and a line for its 95% interval."
    heads = ("Criterion", "Good", "95% interval", "Findings")
    return Chart(
        "chart-criteria", "How often each criterion went well", about, heads, tuple(points), _scale(0, 1, "{:.0%}")
    )


def of_differences(axes: Sequence[AxisDifference], pairs: int) -> Chart:
    """The difference on each axis, of so many cases that can be compared; 0 is in the middle."""
    points = [
        Point(
            label=one.axis.value,
            value=one.paired.difference.value,
            whisker=one.paired.difference.interval,
            figure=words.number(one.paired.difference.value, signed=True),
            interval=words.of_mean(one.paired.difference, signed=True),
            of=f"{one.paired.difference.cases} of {pairs} cases",
        )
        for one in axes
    ]
    ends = [abs(end) for one in points for end in _drawn(one)]
    reach = next(size for size in (0.1, 0.2, 0.5, 1.0, 2.0, max(ends, default=0.0)) if size >= max(ends, default=0.0))
    about = "A dot for the mean of after less before on each axis, and a line for its 95% interval; 0 is no change."
    heads = ("Axis", "Difference", "95% interval", "Compared")
    return Chart(
        "chart-differences", "Difference on each axis", about, heads, tuple(points), _scale(-reach, reach, "{:+.2f}")
    )


def _drawn(one: Point) -> list[float]:
    ends = [one.whisker.low, one.whisker.high] if one.whisker else []
    return ends if one.value is None else [one.value, *ends]


def _scale(low: float, high: float, form: str) -> tuple[tuple[float, str], ...]:
    """Five marks, even apart."""
    marks = [low + (high - low) * step / 4 for step in range(5)]
    return tuple((mark, form.format(mark)) for mark in marks)
