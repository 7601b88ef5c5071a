"""How things stand, in sentences."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.console import standing, wording
from bot.mentoring.events import DOCTOR, Event, EventKind, Grade, NewEvent
from bot.mentoring.review import Review, review_of
from bot.mentoring.shared_talk import SharedTalk, shared_talk
from bot.ports.trainers import Agreement, Criterion
from tests.bot.channels.console import talks
from tests.bot.channels.console.world import MENTOR

NOW = datetime(2026, 12, 2, 20, 0, tzinfo=UTC)
R1 = Criterion("R1", "uptake", "Does it?", 5, "listening", of_reply=True, gate=False)
C1 = Criterion("C1", "contract", "Is it?", 5, "progress", of_reply=False, gate=False)


def talk(*, safe: bool = False) -> SharedTalk:
    """The ten turns; their seventh is about safety unless they are `safe`."""
    found = shared_talk(talks.ten_turns(), ())
    if safe:
        return replace(found, turns=tuple(one for one in found.turns if not one.safety))
    return found


def graded(*turns: int | None) -> Review:
    events = [NewEvent(EventKind.SCORED, one, "C1" if one is None else "R1", Grade.MET) for one in turns]
    return review_of(talks.by(MENTOR, NOW, *events))


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((3, 1, 1), "3 to review, 1 begun, 1 answer to read."),
        ((0, 0, 2), "2 answers to read."),
        ((0, 0, 0), "Nothing waits for your review."),
    ],
)
def test_the_queue_in_a_line(counts: tuple[int, int, int], told: str) -> None:
    assert standing.of_queue(*counts) == told


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((), "10 turns and the whole conversation are not graded."),
        (range(1, 10), "1 turn and the whole conversation are not graded."),
        ((*range(1, 10), None), "1 turn is not graded."),
        (range(1, 11), "The whole conversation is not graded."),
        ((*range(1, 11), None), "Every turn has a grade, and so has the whole conversation."),
    ],
)
def test_what_a_review_lacks_is_counted(turns: tuple[int | None, ...], told: str) -> None:
    assert standing.ungraded(talk(), graded(*turns), (R1, C1)) == told


def test_nothing_is_lacking_where_there_is_nothing_to_grade_by() -> None:
    assert standing.ungraded(talk(), graded(), ()) == ""
    assert standing.ungraded(talk(), graded(), (C1,)) == "The whole conversation is not graded."


def test_what_the_coach_gave_for_safety_is_said_with_when() -> None:
    assert standing.safety(talk(), NOW) == (
        "In turn 7, 12 days ago, the coach put the doctor's safety first. It gave: Samaritans (116 123)."
    )
    assert standing.safety(talk(safe=True), NOW) == ""


def test_several_turns_about_safety_are_told_together_and_each_contact_once() -> None:
    found = talk()
    seventh = found.turns[6]
    bare = replace(seventh, number=9, contacts=(), at=NOW)
    both = replace(found, turns=(seventh, replace(seventh, number=8), bare))
    assert standing.safety(both, NOW).startswith("In turns 7, 8 and 9, today, the coach")
    assert standing.safety(both, NOW).count("Samaritans") == 1
    assert standing.safety(replace(found, turns=(bare,)), NOW).endswith("It gave no contacts.")


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Agreement(0, None, None), "There is nothing that both of you graded."),
        (Agreement(1, 1.0, None), "You both graded one thing, and agree."),
        (Agreement(1, 0.0, None), "You both graded one thing, and do not agree."),
        (Agreement(3, 2 / 3, 0.4), "You both graded 3 things, and agree on 2 of them."),
        (Agreement(4, 1.0, None), "You both graded 4 things, and agree on all of them."),
        (Agreement(4, 0.0, None), "You both graded 4 things, and agree on none of them."),
        (Agreement(12, 0.75, None), "You both graded 12 things, and agree on 9 of them (75%)."),
    ],
)
def test_agreement_on_few_things_is_told_in_words(found: Agreement, told: str) -> None:
    assert standing.agreement(found) == told


def test_kappa_is_told_only_of_enough_things() -> None:
    assert standing.agreement(Agreement(12, 0.75, 0.514)).endswith("1 is full agreement): 0.51.")
    assert "kappa" not in standing.agreement(Agreement(9, 0.5, 0.2))


def test_the_newest_answers_lead_to_their_comments() -> None:
    said = talks.by(MENTOR, NOW, *(NewEvent(EventKind.COMMENTED, turn, text="Who?") for turn in (2, 5, None)))
    answers = [
        Event(10 + about, DOCTOR, NOW + timedelta(hours=hour), NewEvent(EventKind.ANSWERED, text="They.", about=about))
        for hour, about in enumerate((3, 1, 2), start=1)
    ]
    review = review_of((*said, *answers))
    assert [one.turn for one in standing.new_answers(review, 2)] == [5, 2]
    assert [one.turn for one in standing.new_answers(review, 99)] == [5, 2, None]
    assert standing.new_answers(review, 0) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [("asked for help", "Asked for help."), (" Why? ", "Why?"), ("", ""), ("[left out]", "[left out].")],
)
def test_a_reason_is_a_sentence(text: str, told: str) -> None:
    assert wording.sentence(text) == told


@pytest.mark.parametrize(
    ("days", "told"), [(-1, "today"), (0, "today"), (1, "yesterday"), (1.9, "yesterday"), (12, "12 days ago")]
)
def test_how_long_ago_something_was(days: float, told: str) -> None:
    assert wording.ago(NOW, NOW - timedelta(days=days)) == told
