"""The pages that nobody asks for are for everybody too: errors of each kind, and signing in that came to nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route

from bot.channels.console.errors import TOLD
from bot.channels.console.rendering import render
from tests.bot.channels.console.live import Live, live
from tests.browser import Scheme, chromium, needs_axe, page_of, violations

pytestmark = needs_axe
MADE = "/made-for-this-test"
ERRORS = {
    f"error {status}": render(None, "error.html.j2", title=title, what=what) for status, (title, what) in TOLD.items()
}
NOT_SIGNED_IN = {
    f"not signed in: {why}, {len(admins)} to ask": render(
        None, "not_signed_in.html.j2", why=why, admins=admins, own_id=own_id
    )
    for why, admins, own_id in (
        ("again", [], ""),
        ("unreachable", [], ""),
        ("no_role", ["Anna Lee"], "T1:U1"),
        ("no_role", [], "T1:U1"),
    )
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def here() -> Iterator[Live]:
    with live() as one:
        yield one


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*ERRORS, *NOT_SIGNED_IN])
def test_axe_finds_nothing_where_something_went_wrong(browser: Browser, here: Live, name: str, scheme: Scheme) -> None:
    made = bytes({**ERRORS, **NOT_SIGNED_IN}[name].body)

    def given(route: Route) -> None:
        route.fulfill(body=made, content_type="text/html; charset=utf-8")

    with page_of(browser, scheme=scheme, checked=True) as page:
        page.route(f"**{MADE}", given)
        page.goto(here.url + MADE)
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.styleSheets.length") > 0
        assert violations(page) == []
