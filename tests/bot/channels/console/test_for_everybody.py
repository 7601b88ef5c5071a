"""The mentors' pages for everybody: axe in light and dark, no sideways scrolling, and nothing that is written is run."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from bot.mentoring.events import EventKind, Grade, NewEvent
from bot.ports.reviewing import Status
from evals.for_mentors import Suite
from tests.bot.channels.console import talks
from tests.bot.channels.console.live import Live, live
from tests.bot.channels.console.pages.test_figures import RELEASE
from tests.bot.channels.console.payloads import PAYLOADS
from tests.bot.channels.console.world import MENTOR, OTHER, TRAINER, World, with_parts
from tests.browser import Scheme, chromium, needs_axe, needs_chromium, page_of, violations

PAGES = (
    "/talks",
    "/talks?q=nothing&flagged=1",
    "/talks/{}?turn=1",
    "/talks/{}?turn=7",
    "/talks/{}",
    "/talks/{}/case",
    "/keys",
)
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
REVIEWED = (
    NewEvent(EventKind.SCORED, 1, "R1", Grade.MET),
    NewEvent(EventKind.COMMENTED, 1, text="What did they say?"),
    NewEvent(EventKind.TAGGED, 1, "too soon"),
    NewEvent(EventKind.FLAGGED, 1, text="have a look"),
    NewEvent(EventKind.NOTED, 1, text="ask again in a week"),
    NewEvent(EventKind.REWORDED, 1, text="Who comes last?"),
    NewEvent(EventKind.SCORED, None, "C1", Grade.NOT_MET),
    NewEvent(EventKind.ANSWERED, 1, text="Nothing yet.", about=2),
)


def reviewed(world: World, *more: NewEvent) -> str:
    """A talk that is reviewed, of which everything there is stands on the page."""
    now = world.clock.now()
    return talks.put(
        world,
        row=talks.row("", now, status=Status.BEGUN, flagged=True, tags=("too soon",), unread_answers=1),
        events=talks.by(MENTOR, now, *REVIEWED, *more),
        others=(talks.by(OTHER, now, NewEvent(EventKind.SCORED, 1, "R1", Grade.NOT_MET)),),
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def here() -> Iterator[Live]:
    with live(lambda one: with_parts(one, trainers=Suite())) as one:
        yield one


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["new", "begun", "finished"])
def test_axe_finds_nothing(here: Live, browser: Browser, state: str, scheme: Scheme) -> None:
    share_id = _shared(here, state)
    with page_of(browser, scheme=scheme, checked=True) as page:
        here.sign_in(page)
        for path in PAGES if state == "new" else PAGES[2:5]:
            page.goto(here.url + path.format(share_id))
            page.evaluate(OPEN_ALL)
            assert violations(page) == [], path


@needs_axe
@pytest.mark.parametrize("state", ["new", "begun", "finished"])
def test_nothing_scrolls_sideways_on_a_telephone(here: Live, browser: Browser, state: str) -> None:
    share_id = _shared(here, state)
    with page_of(browser, width=320, checked=True) as page:
        here.sign_in(page)
        for path in PAGES:
            page.goto(here.url + path.format(share_id))
            page.evaluate(OPEN_ALL)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert violations(page) == []


@needs_axe
def test_axe_finds_nothing_where_the_queue_is_empty_the_help_is_open_or_a_form_was_refused(
    here: Live, browser: Browser
) -> None:
    here.world.reviewing.shares.clear()
    with page_of(browser, checked=True) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks")
        assert violations(page) == []
        page.keyboard.press("h")
        assert violations(page) == []
        share_id = talks.put(here.world)
        page.goto(f"{here.url}/talks/{share_id}/case")
        page.get_by_label("Name of the case").fill("Not A Name")
        page.get_by_label("A good reply").fill("What did they say?")
        page.get_by_role("button", name="Make the case").click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert violations(page) == []


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_figures_are_for_everybody_too(here: Live, browser: Browser, width: int, scheme: Scheme) -> None:
    with page_of(browser, scheme=scheme, width=width, checked=True) as page:
        here.sign_in(page, TRAINER)
        for released in (None, RELEASE):
            here.world.reviewing.released = released
            page.goto(f"{here.url}/figures")
            page.evaluate(OPEN_ALL)
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@needs_chromium
def test_nothing_that_anybody_writes_is_run(here: Live, browser: Browser) -> None:
    assert len(PAYLOADS) == 500
    here.world.reviewing.shares.clear()
    ran: list[str] = []
    with page_of(browser) as page:
        _watch(page, ran)
        here.sign_in(page)
        size = 50
        for start in range(0, len(PAYLOADS), size):
            share_id = _planted(here.world, PAYLOADS[start : start + size])
            for path in ("/talks", f"/talks/{share_id}", f"/talks/{share_id}?turn=1", f"/talks/{share_id}/case"):
                page.goto(here.url + path)
                page.evaluate(OPEN_ALL)
                assert page.evaluate("window.ran") is None, path
            page.goto(f"{here.url}/talks/{share_id}")
            seen = page.locator(".of-doctor + .bubble").all_text_contents()
            assert [one.strip() for one in seen[:3]] == [one.strip() for one in PAYLOADS[start : start + 3]]
            here.world.reviewing.shares.clear()
    assert ran == []


@needs_chromium
@pytest.mark.parametrize("hole", PAYLOADS[:10:5])
def test_a_page_that_did_not_escape_would_be_noticed(here: Live, browser: Browser, hole: str) -> None:
    ran: list[str] = []
    with page_of(browser) as page:
        _watch(page, ran)
        here.sign_in(page)
        page.route("**/keys", lambda route: _with_hole(route, hole))
        page.goto(f"{here.url}/keys")
    assert ran != []


def _with_hole(route: Route, hole: str) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("<h1>", f"{hole}<h1>"))


def _shared(here: Live, state: str) -> str:
    here.world.reviewing.shares.clear()
    if state == "new":
        return talks.put(here.world)
    return reviewed(here.world, *((NewEvent(EventKind.FINISHED),) if state == "finished" else ()))


def _watch(page: Page, ran: list[str]) -> None:
    """Note whatever a page does that its own script does not."""

    def shut(dialog: Dialog) -> None:
        ran.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", shut)
    page.on("console", lambda one: ran.append(f"console: {one.text}"))
    page.on("pageerror", lambda one: ran.append(f"error: {one}"))
    page.on("popup", lambda one: ran.append(f"window: {one.url}"))


def _planted(world: World, payloads: tuple[str, ...]) -> str:
    """A talk with a payload wherever somebody can write: messages, replies, reasons, comments, tags, answers, names."""
    now = world.clock.now()
    records = tuple(talks.turn(number, one, one) for number, one in enumerate(payloads, start=1))
    written = [
        new
        for number, one in enumerate(payloads, start=1)
        for new in (
            NewEvent(EventKind.COMMENTED, number, text=one),
            NewEvent(EventKind.TAGGED, number, one[:40]),
            NewEvent(EventKind.FLAGGED, number, text=one),
            NewEvent(EventKind.NOTED, number, text=one),
            NewEvent(EventKind.REWORDED, number, text=one),
        )
    ]
    answers = [NewEvent(EventKind.ANSWERED, n, text=one, about=5 * n - 4) for n, one in enumerate(payloads, start=1)]
    first = payloads[0]
    return talks.put(
        world,
        row=talks.row("", now, doctor=first, situation=first, stage=first, tags=payloads[:5]),
        note=first,
        records=records,
        verdicts=(),
        events=talks.by(MENTOR, now, *written, *answers),
    )
