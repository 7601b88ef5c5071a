"""The queue: cards, filters in the address, pages, and what an empty one says."""

from dataclasses import dataclass, field, replace
from datetime import datetime

import pytest

from bot.ports.reviewing import Filter, Page, Status
from bot.ports.sharing import Purpose
from tests.bot.channels.console import talks
from tests.bot.channels.console.fakes import MemoryReviewing
from tests.bot.channels.console.pages.conftest import Desk
from tests.bot.channels.console.world import TRAINER


@dataclass(frozen=True, slots=True)
class Counted(Page):
    """A page of a store that counts, of the whole queue, what is begun and which answers are unread."""

    begun: int = 0
    unread: int = 0


@dataclass
class Listed(MemoryReviewing):
    """Remembers which filter and page were asked for, and can say what can be filtered by."""

    asked: list[tuple[Filter, int]] = field(default_factory=list)
    known: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]] = ((), (), ())
    counted: tuple[int, int] = (0, 0)

    async def queue(self, mentor_id: str, which: Filter, *, page: int, size: int, now: datetime) -> Page:
        self.asked.append((which, page))
        found = await super().queue(mentor_id, which, page=page, size=size, now=now)
        situations, stages, tags = self.known
        begun, unread = self.counted
        return Counted(found.rows, found.total, found.waiting, situations, stages, tags, begun, unread)


@pytest.fixture
def here(desk: Desk) -> Desk:
    reviewing = Listed(desk.world.staff, desk.world.record)
    desk.change(reviewing=reviewing)
    desk.world.reviewing = reviewing
    return desk


def listed(here: Desk) -> Listed:
    assert isinstance(here.world.reviewing, Listed)
    return here.world.reviewing


def test_a_card_says_all_that_a_mentor_chooses_by(here: Desk) -> None:
    changed = talks.row(
        "", here.world.clock.now(), flagged=True, unread_answers=2, tags=("too soon",), status=Status.BEGUN,
        purpose=Purpose.NEXT_STEP,
    )  # fmt: skip
    share_id = talks.put(here.world, row=replace(changed, share_id="0b8f4cf4-6f4e-4c39-8f0c-0c4a3b6ad111"))
    page = here.page("/talks")
    for words in (
        "Asking others to do things", "Quiet Heron", "Commitment", "10 turns", "Wants help with the next step",
        "21 Nov 2026", "in 20 days", "Begun", "Flagged", "Safety route", "2 new answers", "too soon",
        "1 conversation, newest first",
    ):  # fmt: skip
        assert words in page, words
    assert "/talks/0b8f4cf4-6f4e-4c39-8f0c-0c4a3b6ad111?turn=first" in page
    assert share_id not in page


def test_the_address_holds_the_whole_filter_and_the_form_shows_it_again(here: Desk) -> None:
    talks.put(here.world)
    query = "situation=delegation&stage=aim&status=begun&tag=too+soon&q=night&mine=1&flagged=1&safety=1&order=oldest"
    page = here.page(f"/talks?{query}")
    wanted = Filter("delegation", "aim", Status.BEGUN, "too soon", "night", True, True, True, True)
    assert listed(here).asked == [(wanted, 1)]
    assert page.count(" checked") == 3
    for value in ("delegation", "aim", "begun", "too soon", "oldest"):
        assert f'<option value="{value}" selected>' in page
    assert 'value="night"' in page
    assert f"/export.csv?{query.replace('&', '&amp;')}" in page
    assert "under this filter" in page


@pytest.mark.parametrize("query", ["?status=gone", "?page=0", "?page=x", "?mine=perhaps&situation=", ""])
def test_what_an_address_says_wrongly_shows_the_whole_queue(here: Desk, query: str) -> None:
    assert here.get(f"/talks{query}").status_code == 200
    assert listed(here).asked == [(Filter(), 1)]


def test_pages_are_turned_over_with_the_filter_kept_and_the_last_stands_for_those_beyond(here: Desk) -> None:
    for _ in range(30):
        talks.put(here.world)
    first = here.page("/talks?safety=1")
    assert 'rel="next" href="/talks?safety=1&amp;page=2"' in first
    assert 'rel="prev"' not in first
    last = here.page("/talks?safety=1&page=99")
    assert "Page 2 of 2" in last
    assert 'rel="prev" href="/talks?safety=1"' in last
    assert last.count('class="card"') == 5
    assert '<ol class="cards" start="26">' in last


def test_an_empty_queue_says_what_will_stand_here_and_how_it_comes(here: Desk) -> None:
    assert "When one of them names you" in here.page("/talks")
    filtered = here.page("/talks?q=nothing")
    assert "<h2>No conversation matches.</h2>" in filtered
    assert "When one of them names you" not in filtered
    assert "export" not in filtered


@pytest.mark.parametrize(
    ("query", "folded"), [("", True), ("?q=night", True), ("?stage=aim", False), ("?order=oldest", False)]
)
def test_the_filters_are_folded_away_until_one_of_them_is_set(here: Desk, query: str, folded: bool) -> None:
    page = here.page(f"/talks{query}")
    form = page[page.index('class="filters"') : page.index("</form>", page.index('class="filters"'))]
    assert ("<details open>" not in form) is folded
    assert form.index("filter-q") < form.index("<details") < form.index("filter-stage")


def test_the_line_at_the_head_counts_what_waits_is_begun_and_was_answered(here: Desk) -> None:
    listed(here).counted = (1, 2)
    talks.put(here.world)
    assert "<p>1 to review, 1 begun, 2 answers to read.</p>" in here.page("/talks")


def test_what_can_be_chosen_is_there_by_its_plain_name_and_what_is_chosen_stays(here: Desk) -> None:
    listed(here).known = (("delegation", "speaking_up"), ("aim", "reality"), ("safe",))
    page = here.page("/talks?tag=gone")
    assert '<option value="delegation">Asking others to do things</option>' in page
    assert '<option value="speaking_up">Speaking up</option>' in page
    assert '<option value="reality">What is happening</option>' in page
    assert '<option value="gone" selected>gone</option>' in page


def test_what_is_searched_for_is_shown_as_text(here: Desk) -> None:
    page = here.page("/talks?q=%22%3E%3Cscript%3E")
    assert "<script>" not in page
    assert "&#34;&gt;&lt;script&gt;" in page


def test_who_is_no_mentor_finds_no_queue(here: Desk) -> None:
    assert here.get("/talks", TRAINER).status_code == 404
