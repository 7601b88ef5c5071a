"""The report of a run, and of two, each as one page of HTML that needs no script and asks nothing of any network."""

from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.reports import charts, words
from evals.reports.comparison import Comparison
from evals.reports.figures import figures
from evals.reports.played import play_back
from evals.reports.views import case_anchor, case_views, finding_view, turn_anchor
from evals.rubric.criteria import CRITERIA
from evals.runs.folder import Manifest
from evals.runs.result import Result

_TEMPLATES = Path(__file__).resolve().parent / "templates"


def report_html(manifest: Manifest, results: Sequence[Result], flagged: Collection[str] = ()) -> str:
    """The report of a run; the same bytes for the same run, in whatever order its results are given.

    Args:
        manifest: What the run was made of.
        results: All its results.
        flagged: Ids of the criteria that are below the calibration bar.

    Raises:
        EvalsError: There is nothing to report on.
    """
    found = figures(manifest, results, flagged)
    views = case_views(play_back(results), flagged)
    bad = [each for view in views for each in view.bad]
    return _page(
        "report.html.j2",
        manifest=manifest,
        found=found,
        cases=views,
        chosen={view.name: view for view in views},
        bad={name: [each for each in bad if each.criterion == name] for name in CRITERIA},
        axes_chart=charts.of_axes(found.axes, "cases" if found.repeats == 1 else "talks"),
        criteria_chart=charts.of_criteria(found.criteria),
    )


def comparison_html(found: Comparison, before: Manifest, after: Manifest) -> str:
    """What changed between two runs; the same bytes for the same two."""
    return _page(
        "comparison.html.j2",
        before=before,
        after=after,
        found=found,
        chart=charts.of_differences(found.axes, len(found.pairs)) if found.axes else None,
        finding_view=finding_view,
    )


def _page(template: str, **shown: object) -> str:
    page = (
        _environment()
        .get_template(template)
        .render(words=words, criteria=CRITERIA, case_anchor=case_anchor, turn_anchor=turn_anchor, **shown)
    )
    return words.clean(page)


@cache
def _environment() -> Environment:
    """The templates, which escape whatever they are given: what doctors and coaches wrote is not to be trusted."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
