import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.engine.schedule import Schedule


def test_a_lane_waits_for_what_may_follow_but_not_for_ever() -> None:
    schedule = Schedule(1.5, 6.0)
    for now in (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 5.9):
        schedule.arrived("a", now)
        assert schedule.take(now) is None
    assert schedule.next_due() == 6.0
    assert schedule.take(6.0) == "a"


def test_an_urgent_lane_waits_for_nothing_and_goes_first() -> None:
    schedule = Schedule(1.5, 6.0)
    schedule.arrived("a", 0.0)
    schedule.arrived("b", 2.0, urgent=True)
    assert [schedule.take(2.0), schedule.take(2.0), schedule.take(2.0)] == ["b", "a", None]


def test_a_lane_that_was_calm_can_become_urgent() -> None:
    schedule = Schedule(1.5, 6.0)
    schedule.arrived("a", 0.0)
    schedule.arrived("a", 0.5, urgent=True)
    schedule.arrived("a", 0.6)
    assert schedule.take(0.6) == "a"


def test_a_lane_that_is_worked_on_is_not_given_out_again_before_it_is_done() -> None:
    schedule = Schedule(0.0, 0.0)
    schedule.arrived("a", 0.0)
    assert schedule.take(0.0) == "a"
    schedule.arrived("a", 1.0)
    schedule.found("a", 1.0)
    assert schedule.take(5.0) is None
    assert schedule.next_due() is None
    schedule.done("a")
    assert schedule.take(5.0) == "a"


def test_a_look_around_does_not_shorten_a_pause() -> None:
    schedule = Schedule(0.0, 0.0)
    schedule.again("a", 60.0)
    schedule.found("a", 1.0)
    assert schedule.take(59.0) is None
    assert schedule.take(60.0) == "a"


@pytest.mark.parametrize("longest", [0.0, 1.0])
def test_the_longest_wait_is_never_less_than_the_usual_one(longest: float) -> None:
    schedule = Schedule(1.5, longest)
    schedule.arrived("a", 0.0)
    assert schedule.next_due() == 1.5


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["arrived", "urgent", "take", "done"]))))
def test_no_lane_is_out_twice_and_none_is_forgotten(steps: list[tuple[str, str]]) -> None:
    schedule, out, waiting, now = Schedule(0.0, 0.0), set[str](), set[str](), 0.0
    for lane, step in steps:
        now += 1.0
        if step in {"arrived", "urgent"}:
            schedule.arrived(lane, now, urgent=step == "urgent")
            waiting.add(lane)
        elif step == "take":
            taken = schedule.take(now)
            assert (taken is None) == (not waiting - out)
            if taken is not None:
                assert taken not in out
                out.add(taken)
                waiting.discard(taken)
        elif lane in out:
            schedule.done(lane)
            out.discard(lane)
    assert schedule.running == len(out)
