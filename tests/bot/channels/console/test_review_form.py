"""What a form of the panel comes to."""

from collections.abc import Sequence

from bot.channels.console.review_form import LONGEST, Sent, events_of, faults, tags_of
from bot.mentoring.events import EventKind, Grade, NewEvent
from bot.mentoring.review import Review, review_of
from bot.ports.trainers import Criterion
from tests.bot.channels.console import talks
from tests.bot.channels.console.fakes import MovableClock
from tests.bot.channels.console.world import MENTOR

RUBRIC = (
    Criterion("R1", "uptake", "Does it?", 5, "listening", of_reply=True, gate=False),
    Criterion("C1", "contract", "Is it?", 5, "progress", of_reply=False, gate=False),
)
NOW = MovableClock().at


def sent(untag: Sequence[str] = (), **form: str) -> Sent:
    return Sent({name.replace("__", "."): value for name, value in form.items()}, {"untag": untag})


def stands(*events: NewEvent) -> Review:
    return review_of(talks.by(MENTOR, NOW, *events))


def test_an_empty_form_changes_nothing() -> None:
    assert events_of(sent(comment="  ", tags=" , ", flag="", note="\r\n", reword=""), 1, Review(), RUBRIC) == []


def test_only_a_grade_that_differs_is_kept_and_only_of_what_is_looked_at() -> None:
    form = sent(grade__R1="met", grade__C1="met", grade__R99="met")
    assert events_of(form, 1, Review(), RUBRIC) == [NewEvent(EventKind.SCORED, 1, "R1", Grade.MET)]
    assert events_of(form, None, Review(), RUBRIC) == [NewEvent(EventKind.SCORED, None, "C1", Grade.MET)]
    assert events_of(form, 1, stands(NewEvent(EventKind.SCORED, 1, "R1", Grade.MET)), RUBRIC) == []
    assert events_of(sent(grade__R1="splendid"), 1, Review(), RUBRIC) == []


def test_a_grade_is_taken_back_where_there_is_one() -> None:
    form = sent(grade__R1="")
    assert events_of(form, 1, Review(), RUBRIC) == []
    before = stands(NewEvent(EventKind.SCORED, 1, "R1", Grade.MET))
    assert events_of(form, 1, before, RUBRIC) == [NewEvent(EventKind.SCORED, 1, "R1", "")]


def test_grades_stand_once_a_review_is_finished_and_it_is_finished_once() -> None:
    form = sent(grade__R1="met", action="finish", sure="1", comment="One more.")
    first = events_of(form, 1, Review(), RUBRIC)
    assert [one.kind for one in first] == [EventKind.SCORED, EventKind.COMMENTED, EventKind.FINISHED]
    after = events_of(form, 1, stands(NewEvent(EventKind.FINISHED)), RUBRIC)
    assert [one.kind for one in after] == [EventKind.COMMENTED]


def test_finishing_has_to_be_confirmed_and_saving_has_not() -> None:
    [told] = faults(sent(action="finish"))
    assert "tick the box" in told
    assert faults(sent(action="finish", sure="1")) == faults(sent(action="save")) == []


def test_tags_are_put_in_one_spelling_and_taken_away_where_they_stand() -> None:
    assert tags_of(" Too  Soon, too soon,, SAFE ") == ["too soon", "safe"]
    assert tags_of("so\u200bon, a\tb, \u2066") == ["so on", "a b"]
    before = stands(NewEvent(EventKind.TAGGED, 1, "safe"))
    found = events_of(sent(tags="Safe, Too soon", untag=["safe", "never there"]), 1, before, RUBRIC)
    assert found == [NewEvent(EventKind.TAGGED, 1, "too soon"), NewEvent(EventKind.UNTAGGED, 1, "safe")]


def test_a_flag_is_put_once_and_taken_away_with_a_word() -> None:
    assert events_of(sent(flag="look"), 1, Review(), RUBRIC) == [NewEvent(EventKind.FLAGGED, 1, text="look")]
    assert events_of(sent(unflag="looked"), 1, Review(), RUBRIC) == []
    before = stands(NewEvent(EventKind.FLAGGED, 1, text="look"))
    assert events_of(sent(flag="look again", unflag=""), 1, before, RUBRIC) == []
    assert events_of(sent(unflag="looked"), 1, before, RUBRIC) == [NewEvent(EventKind.UNFLAGGED, 1, text="looked")]


def test_a_rewording_is_kept_where_it_changed() -> None:
    before = stands(NewEvent(EventKind.REWORDED, 1, text="Who\ncomes last?"))
    assert events_of(sent(reword="Who\r\ncomes last?"), 1, before, RUBRIC) == []
    assert events_of(sent(reword=""), 1, before, RUBRIC) == [NewEvent(EventKind.REWORDED, 1, text="")]
    assert events_of(sent(comment="only this"), 1, before, RUBRIC) == [
        NewEvent(EventKind.COMMENTED, 1, text="only this")
    ]


def test_what_is_too_long_is_said_with_how_long_it_may_be() -> None:
    assert faults(sent(comment="a" * LONGEST["comment"])) == []
    [told] = faults(sent(comment="a" * (LONGEST["comment"] + 1)))
    assert told == "Your comment is 2501 characters long. Shorten it to 2500."
    assert len(faults(sent(tags="x" * 41, note="a" * 5000))) == 2
