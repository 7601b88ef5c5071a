from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.mentoring.events import DOCTOR, Event, EventKind, Grade, NewEvent
from bot.mentoring.review import Answer, Review, after, review_of

AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
MENTOR = "T1:UM1"


def events(*what: NewEvent, author: str = MENTOR) -> list[Event]:
    return [
        Event(number, DOCTOR if one.kind is EventKind.ANSWERED else author, AT + timedelta(minutes=number), one)
        for number, one in enumerate(what, 1)
    ]


def scored(text: str, turn: int | None = 1, name: str = "open") -> NewEvent:
    return NewEvent(EventKind.SCORED, turn, name, text)


def test_the_latest_grade_counts_for_its_turn_and_criterion() -> None:
    review = review_of(
        events(scored("met"), scored("met", turn=2), scored("not_met", name="short"), scored("cannot_tell"))
    )

    assert review.scores_on(1) == {"open": Grade.CANNOT_TELL, "short": Grade.NOT_MET}
    assert review.scores_on(2) == {"open": Grade.MET}
    assert review.scores_on(None) == {}


def test_no_grade_takes_one_back_and_what_is_no_grade_gives_none() -> None:
    assert review_of(events(scored("met"), scored(""))).scores == {}
    assert review_of(events(scored("splendid"))).scores == {}


def test_an_answer_stands_under_its_comment() -> None:
    said = events(
        NewEvent(EventKind.COMMENTED, 2, text="You asked first."),
        NewEvent(EventKind.COMMENTED, 2, text="And then?"),
        NewEvent(EventKind.ANSWERED, text="Then I told her.", about=2),
        NewEvent(EventKind.ANSWERED, text="To nothing.", about=99),
    )

    first, second = review_of(said).comments_on(2)

    assert first.answers == ()
    assert second.answers == (Answer("Then I told her.", AT + timedelta(minutes=3)),)


def test_only_the_doctor_answers() -> None:
    first, second = events(
        NewEvent(EventKind.COMMENTED, 2, text="So?"), NewEvent(EventKind.ANSWERED, text="!", about=1)
    )

    assert review_of([first, replace(second, author=MENTOR)]).comments[0].answers == ()


def test_tags_come_and_go_on_their_turn() -> None:
    review = review_of(
        events(
            NewEvent(EventKind.TAGGED, 1, "good ear"),
            NewEvent(EventKind.TAGGED, None, "good ear"),
            NewEvent(EventKind.TAGGED, 1, "brisk"),
            NewEvent(EventKind.UNTAGGED, 1, "good ear"),
        )
    )

    assert review.tags_on(1) == ("brisk",)
    assert review.tags_on(None) == ("good ear",)


def test_a_flag_stands_with_its_reason_until_it_is_taken_away_with_a_word() -> None:
    flagged = events(
        NewEvent(EventKind.FLAGGED, 3, text="missed a danger"), NewEvent(EventKind.UNFLAGGED, 3, text="rang them")
    )

    assert review_of(flagged[:1]).flags == {3: "missed a danger"}
    assert review_of(flagged[:1]).flagged
    assert not review_of(flagged).flagged
    assert [one.text for one in review_of(flagged).history] == ["missed a danger", "rang them"]


def test_notes_add_up_and_the_latest_wording_counts() -> None:
    review = review_of(
        events(
            NewEvent(EventKind.NOTED, None, text="one"),
            NewEvent(EventKind.NOTED, None, text="two"),
            NewEvent(EventKind.REWORDED, 1, text="Ask."),
            NewEvent(EventKind.REWORDED, 1, text="Ask her."),
            NewEvent(EventKind.REWORDED, 2, text="Wait."),
            NewEvent(EventKind.REWORDED, 2),
        )
    )

    assert [one.text for one in review.notes_on(None)] == ["one", "two"]
    assert {turn: one.text for turn, one in review.rewordings.items()} == {1: "Ask her."}


def test_a_review_is_finished_once_and_a_case_has_the_last_name() -> None:
    review = review_of(
        events(
            NewEvent(EventKind.FINISHED),
            NewEvent(EventKind.CASE_MADE, name="bins"),
            NewEvent(EventKind.FINISHED),
            NewEvent(EventKind.CASE_MADE, name="glitter"),
        )
    )

    assert review.finished_at == AT + timedelta(minutes=1)
    assert review.case == "glitter"


any_event = st.builds(
    NewEvent,
    kind=st.sampled_from(EventKind),
    turn=st.sampled_from([None, 1, 2]),
    name=st.sampled_from(["", "open", "short"]),
    text=st.sampled_from(["", "met", "not_met", "words"]),
    about=st.sampled_from([None, 1, 2]),
)


@given(what=st.lists(any_event, max_size=12), cut=st.integers(0, 12))
def test_what_was_written_is_never_undone_by_what_comes_later(what: list[NewEvent], cut: int) -> None:
    said = events(*what)
    earlier = review_of(said[:cut])
    kept = repr(earlier)

    later = earlier
    for one in said[cut:]:
        later = after(later, one)

    assert repr(earlier) == kept
    assert later == review_of(said)
    assert later.history[: len(earlier.history)] == earlier.history
    assert [line.id for line in later.history] == [one.id for one in said]


@given(what=st.lists(any_event, max_size=12))
def test_a_score_is_the_last_that_was_given(what: list[NewEvent]) -> None:
    review = review_of(events(*what))

    for turn in (None, 1, 2):
        for name in ("", "open", "short"):
            given_so = [
                one.text for one in what if one.kind is EventKind.SCORED and (one.turn, one.name) == (turn, name)
            ]
            last = given_so[-1] if given_so and given_so[-1] in set(Grade) else None
            assert review.scores.get((turn, name)) == last


def test_a_review_begins_with_nothing() -> None:
    assert review_of([]) == Review()
