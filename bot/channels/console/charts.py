"""The cohort's figures as bars, and as the table behind them: both from the same rows, so that they cannot differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from markupsafe import Markup

from bot.channels.console.wording import STAGES, in_words
from bot.mentoring.cohort import FEWEST, Chart

TITLES: Final = {
    "situations": "What doctors bring",
    "stages": "How far their talks come",
    "commitments": "What becomes of their commitments",
    "asking": "How much the coach asks for each time it tells",
    "safety": "Whether the coach ever gave a safety route",
}
"""The charts' titles, in the order of the page."""

NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "stages": STAGES,
    "commitments": {
        "kept": "Kept",
        "partly": "Kept in part",
        "not": "Not kept",
        "let_go": "Let go of",
        "open": "Not looked back at yet",
    },
    "asking": {
        "tells_more": "Tells more than it asks",
        "one_to_three": "Asks up to 3 times",
        "three_to_nine": "Asks 3 to 9 times",
        "nine_or_more": "Asks 9 times or more",
    },
    "safety": {"yes": "Yes", "no": "No"},
}
"""Plain names of the cells; those of situations are the coach's."""

NOT_TOLD: Final = "too few to show"
NOTE: Final = (
    "People are counted, not talks, and every figure is rounded to the nearest 5. Too few to show is "
    f"fewer than {FEWEST} people, or what would let fewer than {FEWEST} be worked out."
)
"""What stands under the charts."""

_ROW, _LINE, _BAR = 46, 18, 14
_ABOVE: Final = 14
_WIDEST: Final = 74
"""Percent of the width that the longest bar has; its figure stands behind it."""
_HATCHED: Final = 30
_LETTERS: Final = 36
"""What fits into a line of 320 pixels."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table and one bar: its name, what is told of it, and how many people (None: not told)."""

    name: str
    told: str
    people: int | None


def table(chart: Chart, names: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of a chart, `names` giving plain names by label."""
    return tuple(Row(names.get(one.label) or in_words(one.label), _told(one.people), one.people) for one in chart.cells)


def bar_chart(chart: Chart, names: Mapping[str, str], title: str) -> Markup:
    """The chart as SVG, to stand in a page; nothing at all where it has no bars.

    Widths are in percent and nothing is scaled, so that its words are as large on a telephone as elsewhere. Colours are
    those of the text around it.
    """
    rows = table(chart, names)
    if not rows:
        return Markup()
    name = f"chart-{in_words(chart.id).lower().replace(' ', '-')}"
    largest = max((one.people or 0 for one in rows), default=0)
    bars, height = _bars(rows, largest, f"{name}-hatch")
    return _SVG.format(
        name=name,
        height=height,
        title=title,
        described=f"{'; '.join(f'{one.name}: {one.told}' for one in rows)}.",
        bars=bars,
    )


def _told(people: int | None) -> str:
    return NOT_TOLD if people is None else f"about {people}"


def _bars(rows: Sequence[Row], largest: int, hatch: str) -> tuple[Markup, int]:
    """The bars one below the other, each under its name; and how high they are together."""
    drawn: list[Markup] = []
    top = 0
    for row in rows:
        lines = wrap(row.name, _LETTERS) or [""]
        for number, line in enumerate(lines):
            drawn.append(_TEXT.format(kind="name", x="0", dx=0, y=top + _ABOVE + number * _LINE, text=line))
        under = top + len(lines) * _LINE + 2
        drawn.append(_bar(row, largest, under, hatch))
        top += _ROW + (len(lines) - 1) * _LINE
    return Markup().join(drawn), top


def _bar(row: Row, largest: int, under: int, hatch: str) -> Markup:
    if row.people is None:
        width, kind, fill = _HATCHED, "untold", f"url(#{hatch})"
    else:
        width, kind, fill = round(_WIDEST * row.people / largest), "bar", "currentColor"
    bar = _RECT.format(kind=kind, y=under, width=width, height=_BAR, fill=fill)
    return bar + _TEXT.format(kind="told", x=f"{width}%", dx=6, y=under + _BAR - 2, text=row.told)


_SVG: Final = Markup(
    '<svg class="bars" role="img" aria-labelledby="{name}-title {name}-told" width="100%" height="{height}"'
    ' xmlns="http://www.w3.org/2000/svg"><title id="{name}-title">{title}</title>'
    '<desc id="{name}-told">{described}</desc>'
    '<defs><pattern id="{name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line class="hatch" x1="0" y1="0" x2="0" y2="6" stroke="currentColor" stroke-width="2"/></pattern></defs>'
    "{bars}</svg>"
)
_RECT: Final = Markup(
    '<rect class="{kind}" x="0" y="{y}" width="{width}%" height="{height}" rx="2" fill="{fill}" stroke="currentColor"/>'
)
_TEXT: Final = Markup('<text class="{kind}" x="{x}" dx="{dx}" y="{y}" font-size="14" fill="currentColor">{text}</text>')
