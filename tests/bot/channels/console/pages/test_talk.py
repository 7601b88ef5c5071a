"""A shared conversation: what stands on its page, what does not, and who sees it."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.mentoring.events import DOCTOR, Event, EventKind, Grade, NewEvent
from bot.ports.people import Value
from bot.ports.sharing import Verdict
from evals.for_mentors import Suite
from tests.bot.channels.console import talks
from tests.bot.channels.console.pages.conftest import Desk
from tests.bot.channels.console.world import ADMIN, MENTOR, OTHER, TRAINER

THEIRS = (
    NewEvent(EventKind.SCORED, 1, "R1", Grade.NOT_MET),
    NewEvent(EventKind.SCORED, 2, "R1", Grade.MET),
    NewEvent(EventKind.SCORED, None, "C1", Grade.CANNOT_TELL),
    NewEvent(EventKind.COMMENTED, 1, text="the other mentor's comment"),
    NewEvent(EventKind.FINISHED),
)
MINE = (
    NewEvent(EventKind.SCORED, 1, "R1", Grade.MET),
    NewEvent(EventKind.SCORED, 2, "R1", Grade.MET),
    NewEvent(EventKind.SCORED, None, "C1", Grade.CANNOT_TELL),
)


@pytest.fixture
def here(desk: Desk) -> Desk:
    desk.change(trainers=Suite())
    return desk


def test_every_turn_shows_the_message_the_reply_the_move_its_reason_and_the_stage(here: Desk) -> None:
    share_id = talks.put(here.world)
    page = here.page(f"/talks/{share_id}")
    for number, said in enumerate(talks.SAID, start=1):
        assert f'id="turn-{number}"' in page
        assert said in page
        assert f"The reason for move {number}.<" in page
    for move in talks.MOVES:
        assert f"<dd>{move.capitalize().replace('_', ' ')}</dd>" in page
    for words in ("What lies beneath", "Too long", "Ask open", "Samaritans: 116 123", "20 Nov 2026, 18:03"):
        assert words in page


def test_who_worded_each_turn_is_told_in_plain_words_and_what_was_wrong_with_a_draft(here: Desk) -> None:
    page = here.page(f"/talks/{talks.put(here.world)}")
    assert page.count("<dt>Worded by</dt><dd>People, beforehand.</dd>") == len(talks.SAID)
    assert page.count("<dt>Problems of the draft</dt><dd>Too long.</dd>") == 1


def test_evidence_is_shown_with_the_passage_that_it_rests_on(here: Desk) -> None:
    share_id = talks.put(here.world)
    page = here.page(f"/talks/{share_id}")
    assert "Bohmer (2012), 5 What do medical leaders do?" in page
    assert "What Bohmer (2012) wrote." in page
    here.change(passages=lambda cited: "")
    assert str(talks.CITED.quote) in here.page(f"/talks/{share_id}")


def test_the_doctors_verdict_is_shown_in_plain_words(here: Desk) -> None:
    share_id = talks.put(here.world)
    page = here.page(f"/talks/{share_id}")
    assert page.count("Helped the doctor") == 1
    assert page.count("Did not help the doctor") == 1
    assert "felt scripted" in page
    assert "It said that before." in page


def test_what_the_doctor_left_out_stands_nowhere_on_any_page(here: Desk) -> None:
    verdicts = (Verdict(3, Value.BAD, (), "The night handover again."),)
    share_id = talks.put(here.world, left_out=("handover", "registrars"), verdicts=verdicts)
    for path in (f"/talks/{share_id}", f"/talks/{share_id}?turn=1", f"/talks/{share_id}/case"):
        page = here.page(path).casefold()
        assert "handover" not in page
        assert "registrars" not in page
        assert "[left out]" in page


def test_the_panel_asks_of_a_turn_what_is_of_replies_and_of_the_whole_what_is_of_talks(here: Desk) -> None:
    share_id = talks.put(here.world)
    rubric = Suite().criteria()
    turn, whole = here.page(f"/talks/{share_id}?turn=1"), here.page(f"/talks/{share_id}")
    for one in rubric:
        assert (f'data-criterion="{one.id}"' in turn) is one.of_reply
        assert (f'data-criterion="{one.id}"' in whole) is not one.of_reply
    assert "Does the reply take up something concrete of this very message?" in turn
    assert turn.count(">Gate<") == sum(one.gate for one in rubric if one.of_reply)


@pytest.mark.parametrize(
    ("turn", "first"),
    [
        (1, ["R1", "R4", "R11", "R14"]),
        (7, ["R1", "R4", "R11", "R14", "R17"]),
        (8, ["R1", "R4", "R8", "R11", "R14"]),
        ("whole", ["C1", "C3", "C9"]),
    ],
)
def test_a_handful_of_criteria_stand_first_and_those_that_bear_on_this_turn(
    here: Desk, turn: object, first: list[str]
) -> None:
    share_id = talks.put(here.world)
    page = here.page(f"/talks/{share_id}?turn={turn}")
    found = re.findall(r'data-criterion="(\w+)"|more criteria', page)
    assert found[: len(first) + 1] == [*first, ""]


def test_the_chosen_turn_is_marked_and_leads_to_the_turns_beside_it(here: Desk) -> None:
    share_id = talks.put(here.world)
    page = here.page(f"/talks/{share_id}?turn=first")
    assert re.findall(r'href="([^"]*)" aria-current="true"', page) == [
        "/talks", f"/talks/{share_id}?turn=1#turn-1",
    ]  # fmt: skip
    assert 'data-key="k"' not in page
    assert f'href="/talks/{share_id}?turn=2#turn-2" data-key="j" data-go="2"' in page
    last = here.page(f"/talks/{share_id}?turn=10")
    assert f'href="/talks/{share_id}?turn=whole#turn-whole" data-key="j" data-go="whole"' in last


@pytest.mark.parametrize("turn", ["0", "11", "-1", "x", "1.0", "None"])
def test_a_turn_that_is_none_of_the_talk_is_not_found(here: Desk, turn: str) -> None:
    assert here.get(f"/talks/{talks.put(here.world)}?turn={turn}").status_code == 404


def test_the_talks_beside_this_one_in_the_queue_are_a_link_away(here: Desk) -> None:
    share_id = talks.put(here.world, previous="before-this", following="after-this")
    page = here.page(f"/talks/{share_id}")
    assert 'rel="prev" href="/talks/before-this?turn=first"' in page
    assert 'rel="next" href="/talks/after-this?turn=first"' in page


def test_comments_stand_under_their_turn_with_the_doctors_answer(here: Desk) -> None:
    now = here.world.clock.now()
    said = talks.by(MENTOR, now, NewEvent(EventKind.COMMENTED, 2, text="Who comes last?"))
    answer = Event(9, DOCTOR, now, NewEvent(EventKind.ANSWERED, 2, text="The same two.", about=1))
    page = here.page(f"/talks/{talks.put(here.world, events=(*said, answer))}")
    second = page[page.index('id="turn-2"') : page.index('id="turn-3"')]
    assert second.index("Who comes last?") < second.index("The doctor answered") < second.index("The same two.")


def test_the_history_names_everything_that_was_done_also_what_was_taken_back(here: Desk) -> None:
    done = (
        *MINE[:1],
        NewEvent(EventKind.SCORED, 1, "R1", ""),
        NewEvent(EventKind.TAGGED, 1, "too soon"),
        NewEvent(EventKind.UNTAGGED, 1, "too soon"),
        NewEvent(EventKind.FLAGGED, 1, text="look"),
        NewEvent(EventKind.UNFLAGGED, 1, text="looked"),
    )
    page = here.page(f"/talks/{talks.put(here.world, events=talks.by(MENTOR, here.world.clock.now(), *done))}")
    for words in (
        "6 entries", "graded “specific uptake”: yes", "took back the grade of “specific uptake”", "tagged “too soon”",
        "took away the tag “too soon”", "flagged: look", "took away the flag: looked",
    ):  # fmt: skip
        assert words in page


def test_what_others_found_stands_nowhere_until_this_mentor_has_finished(here: Desk) -> None:
    now = here.world.clock.now()
    others = (talks.by(OTHER, now, *THEIRS),)
    share_id = talks.put(here.world, events=talks.by(MENTOR, now, *MINE), others=others)
    for path in (f"/talks/{share_id}", f"/talks/{share_id}?turn=1", "/talks", "/export.csv", "/export.jsonl"):
        page = here.page(path)
        assert "Mentor 1" not in page
        assert OTHER not in page
        assert "the other mentor" not in page
        assert "What other mentors found" not in page


def test_once_finished_the_agreement_is_shown_and_where_the_two_differ(here: Desk) -> None:
    now = here.world.clock.now()
    mine = talks.by(MENTOR, now, *MINE, NewEvent(EventKind.FINISHED))
    share_id = talks.put(here.world, events=mine, others=(talks.by(OTHER, now, *THEIRS),))
    page = here.page(f"/talks/{share_id}")
    assert "You both graded 3 things, and agree on 2 of them." in page
    found = page[page.index("Side by side") : page.index("What happened so far")]
    assert re.findall(r"<td>([^<]*)</td>", found) == [
        "specific uptake", "Yes", "No", "Differ",
        "specific uptake", "Yes", "Yes", "Agree",
        "contract", "Can&#39;t tell", "Can&#39;t tell", "Agree",
    ]  # fmt: skip
    assert OTHER not in page
    assert "the other mentor" not in page
    assert 'type="radio"' not in page


def test_who_finished_alone_is_told_that_nobody_else_has(here: Desk) -> None:
    mine = talks.by(MENTOR, here.world.clock.now(), *MINE, NewEvent(EventKind.FINISHED))
    assert "Nobody else has finished" in here.page(f"/talks/{talks.put(here.world, events=mine)}")


def test_without_the_trainers_suite_a_talk_is_read_and_commented_on_all_the_same(desk: Desk) -> None:
    page = desk.page(f"/talks/{talks.put(desk.world)}?turn=1")
    assert "The rubric is not installed here" in page
    assert "Comment to the doctor" in page


@pytest.mark.parametrize("who", [OTHER, TRAINER, ADMIN])
def test_nobody_but_the_mentor_named_finds_it(here: Desk, who: str) -> None:
    share_id = talks.put(here.world)
    for path in (f"/talks/{share_id}", f"/talks/{share_id}/case"):
        found = here.get(path, who)
        assert found.status_code == 404
        assert "handover" not in found.text


def test_what_is_withdrawn_or_over_is_gone_with_the_next_request(here: Desk) -> None:
    gone, over = talks.put(here.world), talks.put(here.world)
    here.page(f"/talks/{gone}")
    shares = here.world.reviewing.shares
    shares[gone] = replace(shares[gone], withdrawn=True)
    assert here.get(f"/talks/{gone}").status_code == 404
    here.page(f"/talks/{over}")
    here.world.clock.pass_by(timedelta(days=20))
    assert here.get(f"/talks/{over}").status_code == 404
