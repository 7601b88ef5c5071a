"""Saving a review: what is kept, where it leads, and that nothing typed is lost where it cannot be kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.errors import CoachError
from bot.mentoring.events import DOCTOR, Event, EventKind, Grade, NewEvent
from bot.ports.people import Person
from bot.ports.post import Letter
from bot.ports.reviewing import Told
from bot.ports.sharing import Remark
from bot.ports.staff import Colleague
from evals.for_mentors import Suite
from tests.bot.channels.console import talks
from tests.bot.channels.console.fakes import MemoryReviewing
from tests.bot.channels.console.pages.conftest import Desk
from tests.bot.channels.console.world import MENTOR, OTHER

FORM = MappingProxyType({"turn": "1", "go": "", "action": "save"})


@pytest.fixture
def here(desk: Desk) -> Desk:
    desk.change(trainers=Suite())
    return desk


@dataclass
class Failing(MemoryReviewing):
    """A store that cannot write just now."""

    async def add(
        self, mentor_id: str, share_id: str, events: Sequence[NewEvent], now: datetime, told: Told | None = None
    ) -> bool:
        message = "the store is busy: try again"
        raise CoachError(message, code="busy", retryable=True)


@dataclass
class Post:
    """Notices that are remembered instead of sent."""

    sent: list[tuple[str, str]] = field(default_factory=list)

    def commented(self, doctor: Person, remark: Remark, excerpt: str) -> Sequence[Letter]:
        self.sent.append((remark.text, excerpt))
        return ()

    def shared_with(self, mentor: Colleague, share_id: str) -> Sequence[Letter]:
        return ()

    def answered(self, mentor: Colleague, share_id: str, remark_id: int) -> Sequence[Letter]:
        return ()


@dataclass
class Telling(MemoryReviewing):
    """Tells the doctor of comments, as the store does."""

    async def add(
        self, mentor_id: str, share_id: str, events: Sequence[NewEvent], now: datetime, told: Told | None = None
    ) -> bool:
        kept = await super().add(mentor_id, share_id, events, now, told)
        for one in events:
            if told is not None and one.kind is EventKind.COMMENTED:
                told(Person("T1:UDOCTOR"), Remark(1, share_id, mentor_id, "Mina", one.turn, one.text, now))
        return kept


def test_all_of_a_form_is_kept_at_once_and_leads_to_the_next_turn(here: Desk) -> None:
    share_id = talks.put(here.world)
    form = {
        **FORM, "grade.R1": "met", "grade.R14": "not_met", "comment": "Who comes last?", "tags": "Too soon",
        "flag": "look", "note": "mine", "reword": "Who?", "grade.C1": "met", "other": "x",
    }  # fmt: skip
    answer = here.post(f"/talks/{share_id}/review", form)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/talks/{share_id}?turn=2&done=kept&of=1#turn-2"
    assert talks.events(here.world, share_id) == [
        NewEvent(EventKind.SCORED, 1, "R1", Grade.MET),
        NewEvent(EventKind.SCORED, 1, "R14", Grade.NOT_MET),
        NewEvent(EventKind.TAGGED, 1, "too soon"),
        NewEvent(EventKind.FLAGGED, 1, text="look"),
        NewEvent(EventKind.REWORDED, 1, text="Who?"),
        NewEvent(EventKind.NOTED, 1, text="mine"),
        NewEvent(EventKind.COMMENTED, 1, text="Who comes last?"),
    ]
    after = here.page(answer.headers["location"].partition("#")[0])
    assert "Turn 1: saved, with your comment." in after
    before = here.page(f"/talks/{share_id}?turn=1")
    assert 'name="grade.R1" value="met" aria-describedby="asks-R1" checked' in before


@pytest.mark.parametrize(
    ("turn", "go", "leads_to"),
    [
        ("1", "", "2"),
        ("10", "", "whole"),
        ("", "", "whole"),
        ("5", "4", "4"),
        ("5", "whole", "whole"),
        ("5", "//x", "6"),
    ],
)
def test_where_saving_leads(here: Desk, turn: str, go: str, leads_to: str) -> None:
    share_id = talks.put(here.world)
    answer = here.post(f"/talks/{share_id}/review", {**FORM, "turn": turn, "go": go, "note": "x"})
    found = urlsplit(answer.headers["location"])
    assert (found.netloc, found.path, found.fragment) == ("", f"/talks/{share_id}", f"turn-{leads_to}")
    assert parse_qs(found.query).get("turn", ["whole"]) == [leads_to]


def test_nothing_changed_is_said_and_nothing_kept(here: Desk) -> None:
    share_id = talks.put(here.world)
    answer = here.post(f"/talks/{share_id}/review", FORM)
    assert talks.events(here.world, share_id) == []
    assert "nothing was changed" in here.page(answer.headers["location"].partition("#")[0])


def test_what_is_too_long_stands_in_the_form_again_with_everything_else(here: Desk) -> None:
    share_id = talks.put(here.world)
    form = {
        **FORM, "comment": "<b>" + "a" * 3000, "note": "keep me", "tags": "safe", "flag": "look", "grade.R1": "not_met",
        "reword": "Who?",
    }  # fmt: skip
    answer = here.post(f"/talks/{share_id}/review", form)
    assert answer.status_code == 422
    assert "Shorten it to 2500" in answer.text
    assert "data-unsaved" in answer.text
    for words in ("&lt;b&gt;" + "a" * 3000, "keep me</textarea>", 'value="safe"', "look</textarea>", "Who?</textarea>"):
        assert words in answer.text
    assert 'value="not_met" aria-describedby="asks-R1" checked' in answer.text
    assert talks.events(here.world, share_id) == []


def test_a_store_that_fails_loses_nothing_of_what_was_typed(here: Desk) -> None:
    share_id = talks.put(here.world)
    failing = Failing(here.world.staff, here.world.record, here.world.reviewing.shares)
    here.change(reviewing=failing)
    answer = here.post(f"/talks/{share_id}/review", {**FORM, "comment": "Who comes last?"})
    assert answer.status_code == 503
    assert "It was not saved: the store is busy: try again" in answer.text
    assert "Who comes last?</textarea>" in answer.text


def test_a_comment_reaches_the_doctor_with_the_reply_it_is_about_as_it_was_shared(here: Desk) -> None:
    share_id = talks.put(here.world, left_out=("number 2",))
    post, old = Post(), here.world.reviewing
    here.change(notices=post, reviewing=Telling(old.staff, old.record, old.shares))
    answer = here.post(f"/talks/{share_id}/review", {**FORM, "turn": "2", "comment": "Why?"})
    here.post(f"/talks/{share_id}/review", {**FORM, "turn": "", "comment": "All in all."})
    assert post.sent == [("Why?", "You tell me something of [left out]. What makes it so?"), ("All in all.", "")]
    assert "on its way to the doctor" in here.page(answer.headers["location"].partition("#")[0])


def test_a_long_reply_is_cut_at_a_word(here: Desk) -> None:
    records = (talks.turn(1, "One.", "Again and again. " * 60),)
    post, old = Post(), here.world.reviewing
    share_id = talks.put(here.world, records=records)
    here.change(notices=post, reviewing=Telling(old.staff, old.record, old.shares))
    here.post(f"/talks/{share_id}/review", {**FORM, "comment": "Why?"})
    [(_, excerpt)] = post.sent
    assert len(excerpt) <= 302
    assert excerpt.endswith(("again. …", "and …", "Again …"))


def test_finishing_stops_the_grading_for_good(here: Desk) -> None:
    share_id = talks.put(here.world)
    form = {**FORM, "grade.R1": "met", "action": "finish", "sure": "1"}
    answer = here.post(f"/talks/{share_id}/review", form)
    assert answer.headers["location"].endswith("#turn-whole")
    here.post(f"/talks/{share_id}/review", {**FORM, "grade.R1": "not_met", "action": "finish", "sure": "1"})
    found = talks.events(here.world, share_id)
    assert [one.kind for one in found] == [EventKind.SCORED, EventKind.FINISHED]


def test_finishing_without_the_tick_keeps_nothing_and_loses_nothing(here: Desk) -> None:
    share_id = talks.put(here.world)
    answer = here.post(f"/talks/{share_id}/review", {**FORM, "turn": "", "note": "keep me", "action": "finish"})
    assert answer.status_code == 422
    assert "tick the box" in answer.text
    assert "keep me</textarea>" in answer.text
    assert talks.events(here.world, share_id) == []


def test_an_answer_that_came_while_a_form_was_written_is_told_on_the_page_after_it(here: Desk) -> None:
    now = here.world.clock.now()
    said = talks.by(MENTOR, now, NewEvent(EventKind.COMMENTED, 2, text="Who comes last?"))
    came = Event(2, DOCTOR, now, NewEvent(EventKind.ANSWERED, 2, text="The same two.", about=1))
    share_id = talks.put(here.world, events=(*said, came))
    shares = here.world.reviewing.shares
    shares[share_id].opening = replace(shares[share_id].opening, row=talks.row(share_id, now, unread_answers=1))
    answer = here.post(f"/talks/{share_id}/review", {**FORM, "turn": "3", "note": "x"})
    page = here.page(answer.headers["location"].partition("#")[0])
    assert f'The doctor answered: <a href="/talks/{share_id}?turn=2#turn-2">turn 2</a>.' in page
    assert "The doctor answered: " not in here.page(f"/talks/{share_id}?turn=4")


@pytest.mark.parametrize("who", [OTHER, MENTOR])
def test_what_is_not_theirs_is_not_found_and_nothing_is_kept(here: Desk, who: str) -> None:
    share_id = talks.put(here.world)
    here.world.reviewing.shares[share_id].withdrawn = who == MENTOR
    answer = here.post(f"/talks/{share_id}/review", {**FORM, "comment": "Hello?"}, who)
    assert answer.status_code == 404
    assert "It was taken back while you wrote, or is over. Nothing was saved." in answer.text
    assert "handover" not in answer.text
    assert "Hello?" not in answer.text
    assert talks.events(here.world, share_id) == []


@pytest.mark.parametrize("turn", ["11", "first-of-all", "0"])
def test_a_turn_that_is_none_of_the_talk_is_not_found(here: Desk, turn: str) -> None:
    share_id = talks.put(here.world)
    assert here.post(f"/talks/{share_id}/review", {**FORM, "turn": turn, "note": "x"}).status_code == 404
    assert talks.events(here.world, share_id) == []
