"""The cohort's figures: how many doctors, never which; for each subject a chart and the table behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from bot.channels.console import charts, wording
from bot.channels.console.rendering import render
from bot.channels.console.visit import Visit, Way
from bot.mentoring.cohort import EVERY, FEWEST, Chart
from bot.ports.staff import Role


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart as it stands on the page, and the table behind it."""

    id: str
    title: str
    drawn: Markup
    rows: tuple[charts.Row, ...]


async def figures(visit: Visit) -> Response:
    """The page; it says so where too few doctors take part."""
    found = await visit.parts.reviewing.figures(visit.colleague.id, visit.now)
    return render(
        visit,
        "figures.html.j2",
        found=found,
        shown=[_shown(visit, one) for one in found.charts] if found is not None else [],
        note=charts.NOTE,
        fewest=FEWEST,
        every=EVERY.days,
    )


def _shown(visit: Visit, chart: Chart) -> Shown:
    names, title = _names(visit, chart), charts.TITLES.get(chart.id, wording.in_words(chart.id))
    return Shown(chart.id, title, charts.bar_chart(chart, names, title), charts.table(chart, names))


def _names(visit: Visit, chart: Chart) -> Mapping[str, str]:
    """The plain names of a chart's cells."""
    if chart.id != "situations":
        return charts.NAMES.get(chart.id, {})
    return {one.label: wording.situation(visit.parts.situations, one.label) for one in chart.cells}


WAYS: tuple[Way, ...] = (Way("GET", "/figures", figures, frozenset({Role.TRAINER})),)
