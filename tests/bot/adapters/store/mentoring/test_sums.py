"""Sums: whatever a mentor does in whatever order, the queue says what the events say."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.adapters.store.mentoring import tags
from bot.adapters.store.mentoring.events import Step
from bot.adapters.store.mentoring.sums import Sums, sums_of
from bot.adapters.store.mentoring_tables import SHARES
from bot.mentoring.events import DOCTOR, EventKind, NewEvent
from bot.mentoring.review import review_of
from bot.ports.reviewing import Status
from tests.bot.adapters.store.mentoring.desk import MENTOR, Desk, comment, desk, scored, share_id
from tests.bot.adapters.store.offices import World

TAGS = ("good", "odd")
TURNS = (None, 1, 2)
OPEN, ANSWER = "open", "answer"
KINDS = [one for one in EventKind if one is not EventKind.ANSWERED]
NEW = st.builds(
    lambda kind, turn, tag: NewEvent(
        kind, turn, name=tag if kind in {EventKind.TAGGED, EventKind.UNTAGGED} else "", text="Words."
    ),
    st.sampled_from(KINDS),
    st.sampled_from(TURNS),
    st.sampled_from(TAGS),
)
DONE = st.lists(st.one_of(NEW, st.just(OPEN), st.just(ANSWER)), max_size=12)


def expected(done: list[NewEvent | str]) -> tuple[str, bool, set[str], int]:
    """The same as the store is to sum up, told in another way: by looking back at the last of each kind."""
    new = [one for one in done if isinstance(one, NewEvent)]
    work = [one for one in new if one.kind not in {EventKind.TAGGED, EventKind.UNTAGGED}]
    finished = any(one.kind is EventKind.FINISHED for one in new)
    status = Status.FINISHED if finished else Status.BEGUN if work else Status.UNREVIEWED

    def last(on: EventKind, off: EventKind, turn: int | None, name: str) -> bool:
        about = [one.kind for one in new if one.kind in {on, off} and (one.turn, one.name) == (turn, name)]
        return about[-1:] == [on]

    flagged = any(last(EventKind.FLAGGED, EventKind.UNFLAGGED, turn, "") for turn in TURNS)
    tags = {tag for tag in TAGS for turn in TURNS if last(EventKind.TAGGED, EventKind.UNTAGGED, turn, tag)}
    since = len(done) - next((n for n, one in enumerate(reversed(done)) if one == OPEN), len(done))
    return status.value, flagged, tags, done[since:].count(ANSWER)


def summed(at: Desk, number: int = 0) -> tuple[str, bool, set[str], int]:
    mine = share_id(number)
    row = at.do(lambda c: c.execute(select(SHARES).where(SHARES.c.id == mine)).mappings().one())
    standing = at.do(lambda c: tags.of_shares(c, [row])).get(mine, ())
    return row["status"], row["flagged"], set(standing), row["unread"]


def test_the_sums_are_what_the_events_come_to_after_any_sequence(here: World) -> None:
    at = desk(here)
    numbers = count()

    @given(DONE)
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def holds(done: list[NewEvent | str]) -> None:
        number = next(numbers)
        at.share(number)
        at.add(comment(), number=number)
        remark = at.opened(number).events[0].id
        for one in done:
            if isinstance(one, NewEvent):
                assert at.add(one, number=number)
            elif one == OPEN:
                at.opened(number)
            else:
                assert at.answer(remark)
        told = summed(at, number)
        assert told == expected([comment(), OPEN, *done])
        shown = review_of(at.opened(number).events)
        assert told[1:3] == (shown.flagged, {name for _, name in shown.tags})

    holds()


def test_an_unflag_or_an_untag_is_of_the_same_turn_only(here: World) -> None:
    at = desk(here)
    at.share()
    at.add(NewEvent(EventKind.FLAGGED, 1, text="Look."), NewEvent(EventKind.TAGGED, 1, "odd"))
    at.add(NewEvent(EventKind.UNFLAGGED, 2, text="Fine."), NewEvent(EventKind.UNTAGGED, None, "odd"))
    assert summed(at) == ("begun", True, {"odd"}, 0)
    at.add(NewEvent(EventKind.UNFLAGGED, 1, text="Fine."), NewEvent(EventKind.UNTAGGED, 1, "odd"))
    assert summed(at) == ("begun", False, set(), 0)


def test_a_tag_alone_is_no_review_and_finished_stays_finished(here: World) -> None:
    at = desk(here)
    at.share()
    at.add(NewEvent(EventKind.TAGGED, name="odd"))
    assert summed(at)[0] == "unreviewed"
    at.add(NewEvent(EventKind.FINISHED))
    at.add(scored())
    assert summed(at)[0] == "finished"


def test_what_the_doctor_adds_is_no_review() -> None:
    sums = sums_of([Step(DOCTOR, EventKind.ANSWERED, 1, ""), Step(MENTOR, EventKind.TAGGED, None, "odd")])
    assert sums == Sums(Status.UNREVIEWED, flagged=False, tags=frozenset({"odd"}))
