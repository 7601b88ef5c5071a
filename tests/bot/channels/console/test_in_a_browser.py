"""The core's pages in a real browser: for everybody (axe, 320 px, no script), and as the policy allows."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bot.channels.console.live import Live, live
from tests.bot.channels.console.world import ADMIN, MENTOR
from tests.browser import Scheme, chromium, needs_axe, needs_chromium, page_of, violations

OPEN = ("/sign-in", f"/sign-in/link/{'a' * 43}", "/nothing-here")
OURS = ("/people", f"/people/{MENTOR}", "/record", "/record?check=yes", "/people?done=added")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def here() -> Iterator[Live]:
    with live() as one:
        yield one


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*OPEN, *OURS])
def test_axe_finds_nothing(browser: Browser, here: Live, path: str, scheme: Scheme) -> None:
    with page_of(browser, scheme=scheme, checked=True) as page:
        if path in OURS:
            here.sign_in(page, ADMIN)
        page.goto(here.url + path)
        assert violations(page) == []


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_something_is_refused(browser: Browser, here: Live, scheme: Scheme) -> None:
    with page_of(browser, scheme=scheme, checked=True) as page:
        page.goto(f"{here.url}/sign-in/link/{'a' * 43}")
        page.get_by_role("button", name="Sign in").click()
        expect(page.locator("h1")).to_contain_text("does not work any more")
        assert violations(page) == []
        here.sign_in(page, ADMIN)
        page.goto(f"{here.url}/people")
        page.get_by_label("Slack member").fill("nobody")
        page.get_by_label("Name", exact=True).fill("x")
        page.get_by_role("button", name="Add").click()
        expect(page.get_by_role("alert")).to_contain_text("That cannot be kept yet")
        assert violations(page) == []


@needs_axe
def test_axe_finds_what_is_wrong(browser: Browser, here: Live) -> None:
    with page_of(browser, checked=True) as page:
        page.goto(here.url + "/sign-in")
        page.evaluate("document.querySelector('h1').outerHTML = '<img src=\"/static/icon.svg\">'")
        assert any(one.startswith("image-alt") for one in violations(page))


@needs_chromium
@pytest.mark.parametrize("path", [*OPEN, *OURS])
def test_at_320_pixels_nothing_has_to_be_scrolled_sideways(browser: Browser, here: Live, path: str) -> None:
    with page_of(browser, width=320) as page:
        if path in OURS:
            here.sign_in(page, ADMIN)
        page.goto(here.url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


SMALL = """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, select, summary')]
    .filter(one => getComputedStyle(one).display !== 'inline' && one.getClientRects().length)
    .map(one => [one.outerHTML.slice(0, 60), one.closest('label') ?? one])
    .map(([name, one]) => [name, one.getBoundingClientRect()])
    .filter(([, box]) => box.height < 24 || box.width < 24).map(([name]) => name)"""


@needs_chromium
@pytest.mark.parametrize("path", OURS)
def test_what_is_clicked_is_large_enough_and_shows_when_it_has_the_focus(
    browser: Browser, here: Live, path: str
) -> None:
    with page_of(browser) as page:
        here.sign_in(page, ADMIN)
        page.goto(here.url + path)
        assert page.evaluate(SMALL) == []
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2


@needs_chromium
def test_the_first_stroke_leads_past_the_navigation(browser: Browser, here: Live) -> None:
    with page_of(browser) as page:
        here.sign_in(page, ADMIN)
        page.goto(f"{here.url}/people")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()


def complaints(page: Page) -> list[str]:
    """What the browser says against a page: what the policy stopped, and what did not load."""
    found: list[str] = []
    page.on("console", lambda one: found.append(one.text))
    page.on("pageerror", lambda one: found.append(str(one)))
    page.on("requestfailed", lambda one: found.append(f"{one.url}: {one.failure}"))
    return found


@needs_chromium
@pytest.mark.parametrize("scripts", [True, False])
def test_a_colleague_is_added_changed_and_removed_and_one_signs_out(
    browser: Browser, here: Live, scripts: bool
) -> None:
    with page_of(browser, scripts=scripts) as page:
        heard = complaints(page)
        token, now = "l" * 43, here.world.clock.now()
        here.run(here.world.doors.make_link(ADMIN, token, now + timedelta(hours=1), by="operator", at=now))
        page.goto(f"{here.url}/people")
        expect(page).to_have_url(f"{here.url}/sign-in")
        page.goto(f"{here.url}/sign-in/link/{token}")
        page.get_by_role("button", name="Sign in").click()
        expect(page).to_have_url(f"{here.url}/people")
        page.get_by_label("Slack member").fill("T1:UNEW")
        page.get_by_label("Name", exact=True).fill("Nadia New")
        page.get_by_label("Mentor: reads").check()
        page.get_by_role("button", name="Add").click()
        expect(page.get_by_role("status")).to_have_text("Added.")
        page.get_by_role("link", name="Change Nadia New").click()
        page.get_by_label("Every doctor").check()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("row", name="Nadia New").get_by_text("every doctor")).to_be_visible()
        page.get_by_role("link", name="Change Nadia New").click()
        page.get_by_role("button", name="Remove Nadia New").click()
        expect(page.get_by_role("status")).to_have_text("Removed.")
        expect(page.get_by_role("row", name="Nadia New")).to_have_count(0)
        page.get_by_role("button", name="Sign out").click()
        expect(page).to_have_url(f"{here.url}/sign-in")
        assert [one for one in heard if "ERR_ABORTED" not in one] == []  # left for the next page, and so broken off


@needs_chromium
def test_an_inline_script_or_a_form_to_another_place_does_not_run(browser: Browser, here: Live) -> None:
    with page_of(browser) as page:
        heard = complaints(page)
        page.goto(f"{here.url}/sign-in")
        page.evaluate("""() => {
            const script = document.createElement('script'); script.textContent = 'document.title = "run"';
            document.body.append(script);
            document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="document.title = 1">');
            document.body.insertAdjacentHTML('beforeend', '<form action="https://evil.example"><button id=go>x</button></form>');
        }""")
        assert page.title() == "Sign in · Mentors' console"
        assert sum("script-src" in one for one in heard) == 2
        with page.expect_console_message(lambda one: "form-action" in one.text):
            page.click("#go", no_wait_after=True)
