"""What a mentor sees once they have saved, on a wide screen and on a telephone: that it was saved, or what was not."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from bot.mentoring.events import EventKind
from evals.for_mentors import Suite
from tests.bot.channels.console import talks
from tests.bot.channels.console.live import Live, live
from tests.bot.channels.console.world import with_parts
from tests.browser import chromium, needs_chromium, page_of

pytestmark = [needs_chromium, pytest.mark.parametrize("width", [375, 1280])]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def here() -> Iterator[Live]:
    with live(lambda one: with_parts(one, trainers=Suite())) as one:
        yield one


@pytest.mark.parametrize(("turn", "on"), [("1", "2"), ("5", "6"), ("10", "whole")])
def test_that_it_was_saved_stands_in_view_and_is_read_out(
    here: Live, browser: Browser, width: int, turn: str, on: str
) -> None:
    share_id = talks.put(here.world)
    with page_of(browser, width=width) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks/{share_id}?turn={turn}#panel")
        page.get_by_label("Comment to the doctor").fill("What did they say?")
        page.get_by_role("button", name="Save and next").click()
        expect(page).to_have_url(re.compile(f"#turn-{on}$"))
        expect(
            page.get_by_role("status").filter(has_text=f"Turn {turn}: saved, with your comment.")
        ).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_finishing_is_confirmed_and_told_in_view(here: Live, browser: Browser, width: int, scripts: bool) -> None:
    share_id = talks.put(here.world)
    with page_of(browser, width=width, scripts=scripts) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks/{share_id}?turn=1")
        expect(page.get_by_role("button", name="Save and finish")).to_have_count(0)
        page.get_by_role("link", name="Finish the review").click()
        expect(page.get_by_role("group", name="Finish the review")).to_be_in_viewport()
        page.get_by_role("button", name="Save and finish").click()
        expect(page.get_by_role("alert")).to_be_in_viewport()
        assert talks.events(here.world, share_id) == []
        page.get_by_label("Yes, my grades are final").check()
        page.get_by_role("button", name="Save and finish").click()
        expect(page.get_by_role("status").filter(has_text="Your grades are final.")).to_be_in_viewport()
    assert [one.kind for one in talks.events(here.world, share_id)] == [EventKind.FINISHED]


def test_the_reply_that_is_graded_stands_above_the_form_where_it_is_not_beside_it(
    here: Live, browser: Browser, width: int
) -> None:
    share_id = talks.put(here.world)
    with page_of(browser, width=width) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks/{share_id}?turn=4#panel")
        quoted = page.locator(".quoted").get_by_text("You tell me something of number 4.")
        if width < 960:
            expect(quoted).to_be_in_viewport()
        else:
            expect(quoted).to_be_hidden()
            expect(page.locator(".bubble").get_by_text("You tell me something of number 4.")).to_be_visible()
