from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.console.charts import NAMES, NOT_TOLD, NOTE, TITLES, Row, bar_chart, table
from bot.mentoring.cohort import BANDS, OUTCOMES, SAFETY, STAGES, Cell, Chart, Tally, figures
from tests.bot.mentoring.test_cohort import DAY, ONE

SVG = "{http://www.w3.org/2000/svg}"
CHART = Chart("situations", (Cell("bins", 40), Cell("lifts", 10), Cell("rota", None)))
CALLED = {"bins": "What to do about the bins", "lifts": "The lifts"}


def drawn(chart: Chart, names: dict[str, str], title: str = "What doctors bring") -> ET.Element:
    return ET.fromstring(bar_chart(chart, names, title))  # noqa: S314  we made it


def texts(svg: ET.Element, kind: str) -> list[str]:
    return [one.text or "" for one in svg.iter(f"{SVG}text") if one.get("class") == kind]


def test_a_chart_has_a_bar_a_name_and_a_figure_for_each_row_of_its_table() -> None:
    rows = table(CHART, CALLED)
    svg = drawn(CHART, CALLED)

    assert rows == (
        Row("What to do about the bins", "about 40", 40),
        Row("The lifts", "about 10", 10),
        Row("Rota", NOT_TOLD, None),
    )
    assert texts(svg, "name") == [one.name for one in rows]
    assert texts(svg, "told") == [one.told for one in rows]


def test_bars_are_as_long_as_their_figures_and_what_is_not_told_has_none() -> None:
    bars = [(one.get("class"), one.get("width")) for one in drawn(CHART, CALLED).iter(f"{SVG}rect")]

    assert bars[:2] == [("bar", "74%"), ("bar", "18%")]
    assert bars[2][0] == "untold"
    assert bar_chart(CHART, CALLED, "") == bar_chart(CHART, CALLED, "")


def test_all_that_is_not_told_looks_the_same() -> None:
    svg = drawn(Chart("safety", (Cell("yes", None), Cell("no", None))), {})

    assert len({one.get("width") for one in svg.iter(f"{SVG}rect")}) == 1


def test_a_chart_says_what_it_shows_to_whoever_cannot_see_it() -> None:
    svg = drawn(CHART, CALLED)
    title, described = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")

    assert svg.get("role") == "img"
    assert title is not None
    assert described is not None
    assert svg.get("aria-labelledby") == f"{title.get('id')} {described.get('id')}"
    assert title.text == "What doctors bring"
    assert described.text == "What to do about the bins: about 40; The lifts: about 10; Rota: too few to show."


def test_no_style_and_no_script_stands_in_it() -> None:
    svg = bar_chart(CHART, CALLED, "A")

    assert "style" not in svg
    assert "script" not in svg
    assert " on" not in svg


@pytest.mark.parametrize("text", ["</text><script>alert(1)</script>", 'x" onload="alert(1)', "a & b < c", "{name}"])
def test_names_and_titles_are_words_and_nothing_else(text: str) -> None:
    svg = drawn(Chart("situations", (Cell("bins", 10),)), {"bins": text}, title=text)
    title = svg.find(f"{SVG}title")

    assert title is not None
    assert title.text == text
    assert " ".join(texts(svg, "name")) == text
    assert {one.tag.removeprefix(SVG) for one in svg.iter()} == {
        "svg", "title", "desc", "defs", "pattern", "line", "rect", "text",
    }  # fmt: skip


def test_a_long_name_is_broken_for_a_telephone() -> None:
    name = "Whether to say something in front of everybody or to wait until afterwards"
    svg = drawn(Chart("situations", (Cell("say", 10),)), {"say": name})

    assert len(texts(svg, "name")) > 1
    assert all(len(line) <= 36 for line in texts(svg, "name"))
    assert " ".join(texts(svg, "name")) == name
    assert int(svg.get("height", "0")) > 46


def test_a_chart_without_bars_is_nothing() -> None:
    assert bar_chart(Chart("situations", ()), {}, "What doctors bring") == ""


@given(st.lists(st.one_of(st.none(), st.integers(2, 200).map(lambda one: one * 5)), min_size=1, max_size=12))
def test_chart_and_table_never_differ(people: list[int | None]) -> None:
    chart = Chart("stages", tuple(Cell(f"label-{number}", one) for number, one in enumerate(people)))
    svg = drawn(chart, {})

    assert texts(svg, "told") == [one.told for one in table(chart, {})]
    bars = [int(one.get("width", "").rstrip("%")) for one in svg.iter(f"{SVG}rect")]
    told = [(one, bar) for one, bar in zip(people, bars, strict=True) if one is not None]
    assert sorted(told) == sorted(told, key=lambda pair: (pair[1], pair[0]))


def test_every_chart_of_a_release_has_a_title_and_every_cell_a_name() -> None:
    crowd = [Tally(f"p{one}", **{name: getattr(ONE, name) for name in _OTHERS}) for one in range(30)]
    release = figures(crowd, DAY)

    assert release is not None
    assert [one.id for one in release.charts] == list(TITLES)
    assert {name: set(NAMES[name]) for name in NAMES} == {
        "stages": set(STAGES),
        "commitments": set(OUTCOMES),
        "asking": set(BANDS),
        "safety": set(SAFETY),
    }
    assert "rounded" in NOTE


_OTHERS = ("situation", "stage", "outcome", "asks", "tells", "safety")
