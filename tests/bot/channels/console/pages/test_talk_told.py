"""What a mentor is told on a conversation's page: answers, safety, their own marks, what is missing, how to grade."""

import re

import pytest

from bot.mentoring.events import DOCTOR, Event, EventKind, Grade, NewEvent
from evals.for_mentors import Suite
from tests.bot.channels.console import talks
from tests.bot.channels.console.pages.conftest import Desk
from tests.bot.channels.console.world import MENTOR


@pytest.fixture
def here(desk: Desk) -> Desk:
    desk.change(trainers=Suite())
    return desk


def test_new_answers_are_named_at_the_head_with_the_way_to_them(here: Desk) -> None:
    now = here.world.clock.now()
    said = talks.by(MENTOR, now, NewEvent(EventKind.COMMENTED, 5, text="Who?"))
    came = Event(9, DOCTOR, now, NewEvent(EventKind.ANSWERED, 5, text="They.", about=1))
    row = talks.row("", now, unread_answers=1)
    share_id = talks.put(here.world, row=row, events=(*said, came))
    page = here.page(f"/talks/{share_id}?turn=1")
    assert re.search(r'The doctor answered: <a href="[^"]*\?turn=5#turn-5">turn 5</a>\.', page)
    assert "The doctor answered: " not in here.page(f"/talks/{talks.put(here.world, events=(*said, came))}")


def test_a_talk_about_safety_says_before_the_form_what_was_given_and_what_a_mentor_does(here: Desk) -> None:
    page = here.page(f"/talks/{talks.put(here.world)}?turn=1")
    given = page.index(
        "In turn 7, yesterday, the coach put the doctor&#39;s safety first. It gave: Samaritans (116 123)."
    )
    assert given < page.index("Think of the person first.") < page.index("data-review")
    calm = here.page(f"/talks/{talks.put(here.world, records=talks.ten_turns()[:3])}?turn=1")
    assert "Think of the person first." not in calm


def test_my_flags_reason_and_my_better_wording_stand_at_the_turn(here: Desk) -> None:
    done = (
        NewEvent(EventKind.FLAGGED, 2, text="too quick here"),
        NewEvent(EventKind.REWORDED, 2, text="Who comes last?"),
        NewEvent(EventKind.FLAGGED, None, text="all of it"),
        NewEvent(EventKind.REWORDED, None, text="Slower."),
    )
    page = here.page(f"/talks/{talks.put(here.world, events=talks.by(MENTOR, here.world.clock.now(), *done))}?turn=9")
    second = page[page.index('id="turn-2"') : page.index('id="turn-3"')]
    whole = page[page.index('id="turn-whole"') : page.index('id="panel"')]
    assert "You flagged this" in second
    assert "too quick here" in second
    assert second.index("Your better reply") < second.index("Who comes last?")
    assert "all of it" in whole
    assert "Slower." in whole


def test_finishing_is_offered_at_the_end_only_with_what_is_missing(here: Desk) -> None:
    mine = [NewEvent(EventKind.SCORED, turn, "R1", Grade.MET) for turn in (1, 2)]
    mine.append(NewEvent(EventKind.SCORED, None, "C1", Grade.CANNOT_TELL))
    share_id = talks.put(here.world, events=talks.by(MENTOR, here.world.clock.now(), *mine))
    turn, whole = here.page(f"/talks/{share_id}?turn=1"), here.page(f"/talks/{share_id}?turn=whole")
    assert 'value="finish"' not in turn
    assert f'href="/talks/{share_id}?turn=whole#finish" data-key="e" data-go="whole"' in turn
    assert "8 turns are not graded. You can finish anyway: your grades then stand" in whole
    assert whole.index("8 turns are not") < whole.index('name="sure"') < whole.index('value="finish"')


def test_which_answer_is_bad_and_what_a_gate_is_stand_with_the_question(here: Desk) -> None:
    page = here.page(f"/talks/{talks.put(here.world)}?turn=1")
    rubric = [one for one in Suite().criteria() if one.of_reply]
    for one in rubric:
        field = page[page.index(f'id="asks-{one.id}"') :].partition("</p>")[0]
        assert ("Yes is bad here." in field) is (one.points < 0)
        assert ("A gate: if this fails, nothing else counts." in field) is one.gate
