"""A mentor at work in a real browser: with the keyboard alone, with the mouse alone, and without scripts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from bot.mentoring.events import EventKind, Grade, NewEvent
from evals.for_mentors import Suite
from tests.bot.channels.console import talks
from tests.bot.channels.console.live import Live, live
from tests.bot.channels.console.world import with_parts
from tests.browser import chromium, needs_chromium, page_of

pytestmark = needs_chromium
FEWEST = 30
"""Strokes that must be enough to open, read, grade and comment on ten turns, every press counted."""
TO_FINISH = 32
"""With the finishing, which has to be confirmed."""


@dataclass
class Keyboard:
    """Presses keys, as a person does, and counts them."""

    page: Page
    strokes: int = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.strokes += len(key.split("+")) if len(key) > 1 else 1
            self.page.keyboard.press(key)

    def moves_to(self, key: str, address: str) -> None:
        """A key that leads to another page, which is waited for."""
        self.press(key)
        self.page.wait_for_url(address)
        self.page.wait_for_load_state()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def served() -> Iterator[Live]:
    with live(lambda one: with_parts(one, trainers=Suite())) as one:
        yield one


@pytest.fixture
def here(served: Live) -> Live:
    served.world.reviewing.shares.clear()
    return served


def test_ten_turns_are_opened_read_graded_and_commented_on_in_under_thirty_strokes(
    here: Live, browser: Browser
) -> None:
    share_id = talks.put(here.world)
    with page_of(browser) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks")
        keys = Keyboard(page)
        keys.moves_to("]", f"**/talks/{share_id}?turn=first")
        for number in range(1, talks.TURNS):
            expect(page.locator(f"#turn-{number}")).to_be_in_viewport()
            keys.press("y")
            keys.moves_to("j", f"**turn={number + 1}&**")
            expect(page.locator(f"#turn-{number + 1}")).to_be_focused()
            expect(page.get_by_text(f"Turn {number}: saved.")).to_be_in_viewport()
        keys.press("y", "c", *"Good")
        keys.moves_to("Control+Enter", "**#turn-whole")
        assert keys.strokes == 27 < FEWEST
        keys.press("e", "Space", "Tab")
        keys.moves_to("Enter", "**done=finished**")
        assert keys.strokes <= TO_FINISH
    found = talks.events(here.world, share_id)
    graded = talks.of_kind(found, EventKind.SCORED)
    assert [(one.turn, one.name, one.text) for one in graded] == [
        (number, "R1", Grade.MET) for number in range(1, talks.TURNS + 1)
    ]
    assert found[-1].kind is EventKind.FINISHED
    assert talks.of_kind(found, EventKind.COMMENTED) == [NewEvent(EventKind.COMMENTED, 10, text="Good")]


def test_several_criteria_are_graded_one_after_another_each_by_its_letter(here: Live, browser: Browser) -> None:
    share_id = talks.put(here.world)
    with page_of(browser) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks/{share_id}?turn=1")
        keys = Keyboard(page)
        keys.press("y", "n", "a", "u", "7", "n")
        keys.moves_to("s", "**turn=2&**")
    found = talks.of_kind(talks.events(here.world, share_id), EventKind.SCORED)
    assert {one.name: one.text for one in found} == {
        "R1": Grade.MET,
        "R4": Grade.NOT_MET,
        "R11": Grade.NOT_APPLICABLE,
        "R14": Grade.CANNOT_TELL,
        "R5": Grade.NOT_MET,
    }


def test_words_are_not_left_behind_by_a_key_and_not_sent_by_one_that_moves(here: Live, browser: Browser) -> None:
    share_id = talks.put(here.world)
    with page_of(browser) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks/{share_id}?turn=1")
        keys = Keyboard(page)
        keys.press("c", *"jkys?", "Escape", "j")
        assert page.url.endswith("?turn=1")
        assert page.get_by_label("Comment to the doctor").input_value() == "jkys?"
        expect(page.locator("[data-keys-said]")).to_contain_text("not saved")
        assert talks.events(here.world, share_id) == []
        keys.moves_to("s", "**turn=2&**")
    assert talks.events(here.world, share_id) == [NewEvent(EventKind.COMMENTED, 1, text="jkys?")]


def test_who_closes_the_page_with_words_unsaved_is_asked(here: Live, browser: Browser) -> None:
    share_id = talks.put(here.world)
    with page_of(browser) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks/{share_id}?turn=1")
        asked: list[str] = []

        def stay(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.dismiss()

        page.on("dialog", stay)
        page.get_by_label("Comment to the doctor").click()
        page.keyboard.type("Wait")
        page.get_by_role("link", name="All conversations").click(no_wait_after=True)
        page.wait_for_timeout(300)
        assert asked == ["beforeunload"]
        assert "?turn=1" in page.url


def test_tag_flag_rewording_and_finish_have_their_keys(here: Live, browser: Browser) -> None:
    share_id = talks.put(here.world)
    with page_of(browser) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks/{share_id}?turn=3")
        keys = Keyboard(page)
        keys.press("t", *"Too soon, safe", "Escape", "f", *"look", "Escape", "w", *"ask", "Escape", "e")
        expect(page.locator("[data-keys-said]")).to_contain_text("not saved")
        keys.moves_to("s", "**turn=4&**")
        keys.press("y")
        keys.moves_to("e", "**#turn-whole")
        expect(page.get_by_text("9 turns and the whole conversation are not graded.")).to_be_visible()
        keys.press("e")
        expect(page.get_by_role("checkbox", name="Yes, my grades are final")).to_be_focused()
        keys.press("Space", "Tab")
        expect(page.get_by_role("button", name="Save and finish")).to_be_focused()
        keys.moves_to("Enter", "**done=finished**")
        expect(page.get_by_text("Your grades are final.")).to_be_in_viewport()
        expect(page.locator("input[type=radio]")).to_have_count(0)
    kinds = [(one.kind, one.turn, one.name or one.text) for one in talks.events(here.world, share_id)]
    assert kinds == [
        (EventKind.TAGGED, 3, "too soon"),
        (EventKind.TAGGED, 3, "safe"),
        (EventKind.FLAGGED, 3, "look"),
        (EventKind.REWORDED, 3, "ask"),
        (EventKind.SCORED, 4, "R1"),
        (EventKind.FINISHED, None, ""),
    ]


def test_help_opens_and_shows_every_key_and_search_is_a_key_away(here: Live, browser: Browser) -> None:
    share_id = talks.put(here.world)
    with page_of(browser) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks/{share_id}?turn=1")
        for key in ("h", "?"):
            page.keyboard.press(key)
            expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
            page.keyboard.press("j")
            page.keyboard.press("Escape")
            expect(page.get_by_role("dialog")).to_have_count(0)
        page.keyboard.press("/")
        page.wait_for_url("**/talks#filter-q")
        expect(page.get_by_label("Search the words of a conversation")).to_be_focused()


def test_shortcuts_that_are_turned_off_stay_off(here: Live, browser: Browser) -> None:
    share_id = talks.put(here.world)
    with page_of(browser) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/keys")
        page.get_by_role("button", name="Turn the shortcuts off").click()
        expect(page.get_by_text("The shortcuts are off.")).to_be_visible()
        page.goto(f"{here.url}/talks/{share_id}?turn=1")
        page.keyboard.press("y")
        page.keyboard.press("j")
        page.wait_for_timeout(200)
        assert page.url.endswith("?turn=1")
        assert page.locator("input[type=radio]:checked").count() == 0


def test_without_scripts_a_turn_is_graded_and_commented_on_by_clicks(here: Live, browser: Browser) -> None:
    share_id = talks.put(here.world)
    with page_of(browser, scripts=False) as page:
        here.sign_in(page)
        page.goto(f"{here.url}/talks")
        page.get_by_role("link", name="Asking others to do things").click()
        page.get_by_role("group", name="Specific uptake").get_by_label("No", exact=True).check()
        page.get_by_text("more criteria").click()
        page.get_by_role("group", name="Short").get_by_label("Yes", exact=True).check()
        page.get_by_label("Comment to the doctor").fill("What did they say?")
        page.get_by_role("button", name="Save and next").click()
        expect(page).to_have_url(re.compile("#turn-2$"))
        expect(page.get_by_role("heading", name="Your review: Turn 2")).to_be_visible()
        page.get_by_role("link", name="Previous turn").click()
        expect(page.get_by_role("group", name="Specific uptake").get_by_label("No", exact=True)).to_be_checked()
    kept = [(one.kind, one.turn, one.name or one.text) for one in talks.events(here.world, share_id)]
    assert kept == [
        (EventKind.SCORED, 1, "R1"),
        (EventKind.SCORED, 1, "R12"),
        (EventKind.COMMENTED, 1, "What did they say?"),
    ]
