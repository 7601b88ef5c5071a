import json

import pytest

from bot.channels import reviewing, wire_practice
from bot.coaching.identifiers import NameLists
from bot.coaching.reviewed import DraftKind
from knowledge import names
from tests.bot.channels.validating import validates
from tests.bot.coaching.review.desk import kit
from tests.bot.coaching.review.drafts import SOUND, UNSOUND

NAMED = "Dear Dr Sarah Okonkwo, ring me on 07700 900123 please. You must send the theatre list to Mrs Helen Byrne by 5pm every day. You never answer your bleep."


@pytest.fixture(scope="module")
def desk() -> reviewing.Desk:
    return reviewing.Desk(kit(), NameLists(**names.load()))


@pytest.mark.parametrize("text", [*UNSOUND, *SOUND])
def test_a_review_is_a_line_of_the_schema(desk: reviewing.Desk, text: str) -> None:
    line = reviewing.line("1", desk.reviewed(text))
    validates("draft-out", json.loads(line.model_dump_json()))


def test_places_are_those_of_the_text_as_received_and_words_are_masked(desk: reviewing.Desk) -> None:
    marked = desk.reviewed(NAMED, DraftKind.EMAIL)
    assert marked.text != NAMED
    line = reviewing.line("1", marked)
    assert line.sentences[-1].end == len(NAMED)
    order = next(one for one in line.changes if one.id == "order")
    assert NAMED[order.start : order.end] == "You must send the theatre list to Mrs Helen Byrne by 5pm every day."
    assert "Helen Byrne" not in order.words
    assert "Byrne" not in order.reword
    for one in line.sentences:
        assert NAMED[one.start : one.end].strip() == NAMED[one.start : one.end]


def test_a_page_shows_every_sentence_and_marks_what_is_said_of_it(desk: reviewing.Desk) -> None:
    marked = desk.reviewed(next(one for one in UNSOUND if "You must change it back" in one))
    page = reviewing.page(marked, kit(), 72)
    assert all(len(row) <= 72 for row in page.splitlines())
    assert "~1" in page
    for one in marked.review.changes:
        assert " ".join(one.reword.split()) in " ".join(page.split())
        assert "A (2012), 1" in page


def test_a_page_of_a_sound_draft_says_that_nothing_needs_changing(desk: reviewing.Desk) -> None:
    page = reviewing.page(desk.reviewed(SOUND[0]), kit(), 80)
    assert kit().remarks.sayings.none in page
    assert "~1" not in page


def test_a_page_of_a_second_version_says_what_was_taken_up(desk: reviewing.Desk) -> None:
    first = desk.reviewed(UNSOUND[0])
    again = desk.reviewed(UNSOUND[0].replace("Compliance will be audited.", ""), earlier=first.review.kept)
    assert kit().remarks.remarks["threat"].title in reviewing.page(again, kit())


def test_what_would_steer_a_terminal_is_not_shown(desk: reviewing.Desk) -> None:
    assert "\x1b" not in reviewing.page(desk.reviewed("You must \x1b[2Jstop sending the list late."), kit())


def test_a_danger_comes_before_the_wording() -> None:
    assert reviewing.danger("Dear all, I want to end my life tonight. Please cover my shift.") == "crisis_self"
    assert reviewing.danger(UNSOUND[0]) == ""
    line = reviewing.stopped("1", DraftKind.EMAIL, "crisis_self")
    assert (line.safety, line.changes, line.strengths) == ("crisis_self", (), ())
    validates("draft-out", json.loads(line.model_dump_json()))


@pytest.mark.parametrize("kind", [None, *DraftKind])
def test_every_kind_is_taken(kind: DraftKind | None) -> None:
    validates("draft-in", json.loads(wire_practice.DraftIn(id="1", text="A goal.", kind=kind).model_dump_json()))
