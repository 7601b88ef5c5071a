"""A real browser for tests of pages (Chromium, driven by Playwright), and axe, which finds what keeps people out."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
AXE = Path(__file__).parent / "browser" / "node_modules" / "axe-core" / "axe.min.js"
_SWITCHES = """
    --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking --disable-component-update
    --disable-sync --no-first-run
""".split()
_STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
Scheme = Literal["light", "dark"]

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium to look at the pages with")
needs_axe = pytest.mark.skipif(
    CHROMIUM is None or not AXE.exists(),
    reason="there is no axe-core (make setup --tests fetches it by npm) or chromium",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser. While it is open nothing else can run an event loop in this thread: serve from another."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_SWITCHES)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def page_of(
    browser: Browser, *, scheme: Scheme = "light", width: int = 1280, scripts: bool = True, checked: bool = False
) -> Iterator[Page]:
    """A page in a browser profile of its own; `checked` lets axe in past the page's own policy."""
    context: BrowserContext = browser.new_context(
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        java_script_enabled=scripts,
        bypass_csp=checked,
    )
    context.set_default_timeout(20_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands: the rule, and the first places, one a line."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN, _STANDARDS)
    return [f"{one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found["violations"]]
