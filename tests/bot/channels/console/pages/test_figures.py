"""The page of the cohort's figures."""

import re
from datetime import date

import pytest

from bot.channels.console.charts import NOT_TOLD
from bot.mentoring.cohort import Cell, Chart, Figures
from bot.ports.staff import Act
from tests.bot.channels.console.pages.conftest import Desk
from tests.bot.channels.console.world import ADMIN, MENTOR, TRAINER

RELEASE = Figures(
    made_on=date(2026, 11, 16),
    people=25,
    charts=(
        Chart("situations", (Cell("delegation", 15), Cell("speaking_up", 10))),
        Chart("stages", (Cell("aim", 25), Cell("closed", None))),
        Chart("commitments", (Cell("kept", 10), Cell("let_go", None))),
        Chart("asking", (Cell("tells_more", None), Cell("nine_or_more", 15))),
        Chart("safety", (Cell("yes", None), Cell("no", None))),
    ),
)


@pytest.fixture
def here(desk: Desk) -> Desk:
    desk.world.reviewing.released = RELEASE
    return desk


def test_each_subject_has_a_chart_and_the_table_behind_it_which_says_the_same(here: Desk) -> None:
    page = here.page("/figures", TRAINER)
    assert page.count("<svg") == page.count("<table>") == len(RELEASE.charts)
    rows = re.findall(r'<th scope="row">([^<]*)</th><td class="number">([^<]*)</td>', page)
    assert rows[:4] == [
        ("Asking others to do things", "about 15"), ("Speaking up", "about 10"), ("Aim", "about 25"),
        ("Closed", NOT_TOLD),
    ]  # fmt: skip
    assert len(rows) == sum(len(one.cells) for one in RELEASE.charts)


def test_the_day_the_number_of_doctors_and_the_rules_are_said(here: Desk) -> None:
    page = here.page("/figures", TRAINER)
    for words in (
        "Of about 25 doctors, made on 16 Nov 2026.", "Nothing is told of fewer than 8 people", "nearest 5",
        "People are counted, not conversations", "7 days", "cannot be filtered",
    ):  # fmt: skip
        assert words in page


def test_what_is_not_told_stands_nowhere_as_a_number(here: Desk) -> None:
    page = here.page("/figures", TRAINER)
    assert set(re.findall(r"about (\d+)", page)) == {"10", "15", "25"}


def test_where_too_few_take_part_it_says_so_and_draws_nothing(desk: Desk) -> None:
    page = desk.page("/figures", TRAINER)
    assert "There are no figures yet" in page
    assert "at least 8 doctors" in page
    assert "<svg" not in page
    assert "about" not in page[page.index("<h1>") : page.index("<details>")]


def test_a_subject_with_nothing_to_tell_says_so(desk: Desk) -> None:
    desk.world.reviewing.released = Figures(date(2026, 11, 16), 10, (Chart("situations", ()),))
    assert "Nothing here has been brought by 8 doctors yet." in desk.page("/figures", TRAINER)


@pytest.mark.parametrize("who", [MENTOR, ADMIN])
def test_it_is_for_trainers_and_looking_at_it_is_on_record(here: Desk, who: str) -> None:
    assert here.get("/figures", who).status_code == 404
    here.page("/figures", TRAINER)
    assert here.world.record.acts()[-1] is Act.SAW_FIGURES
