"""The circuit breaker: opened by failures in a row or by most of the last, one trial after the rest, closed by it."""

import random
from dataclasses import dataclass

import pytest

from bot.adapters.chat_model.breaker import Breaker, Pass, fair_s
from bot.coaching.drafting.shape import Worded
from bot.ports.chat_model import Failure, Usage
from tests.bot.adapters.chat_model.conftest import Opener, prompt
from tests.stubmodel.client import StubModel

OF_THE_PROVIDER = [Failure.SLOW, Failure.UNREACHABLE, Failure.BUSY, Failure.BROKEN, Failure.MISCONFIGURED]


@dataclass
class Now:
    """A clock that stands until it is told."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


def made(now: Now) -> Breaker:
    return Breaker(most=3, rest_s=30.0, now=now)


def asked(breaker: Breaker, failure: Failure | None) -> None:
    leave = breaker.enter()
    assert leave is not None
    breaker.leave(leave, failure)


def opened_breaker(now: Now) -> Breaker:
    breaker = made(now)
    for _ in range(3):
        asked(breaker, Failure.BROKEN)
    return breaker


@pytest.mark.parametrize("failure", OF_THE_PROVIDER)
def test_failures_of_the_provider_in_a_row_open_it(failure: Failure) -> None:
    breaker = made(Now())
    for _ in range(3):
        asked(breaker, failure)
    assert breaker.enter() is None


@pytest.mark.parametrize("between", [None, Failure.MALFORMED, Failure.REFUSED])
def test_an_answer_of_whatever_kind_begins_the_count_anew(between: Failure | None) -> None:
    breaker = made(Now())
    for failure in (Failure.BROKEN, Failure.SLOW, between, Failure.BROKEN, Failure.SLOW):
        asked(breaker, failure)
    assert breaker.enter() is not None


def test_after_the_rest_one_trial_at_a_time_is_let_through() -> None:
    now = Now()
    breaker = opened_breaker(now)
    now.at += 29.9
    assert breaker.enter() is None
    now.at += 0.1
    assert breaker.enter() == Pass(trial=True)
    assert breaker.enter() is None


def test_a_trial_that_fails_makes_it_rest_again_and_one_that_holds_closes_it() -> None:
    now = Now()
    breaker = opened_breaker(now)
    now.at += 30
    asked(breaker, Failure.SLOW)
    now.at += 29.9
    assert breaker.enter() is None
    now.at += 0.1
    asked(breaker, None)
    assert [breaker.enter(), breaker.enter()] == [Pass(trial=False)] * 2


def test_a_failure_that_was_under_way_when_it_opened_does_not_make_the_rest_longer() -> None:
    now = Now()
    breaker = made(now)
    under_way = breaker.enter()
    assert under_way is not None
    for _ in range(3):
        asked(breaker, Failure.BROKEN)
    now.at += 20
    breaker.leave(under_way, Failure.SLOW)
    now.at += 10
    assert breaker.enter() == Pass(trial=True)


@pytest.mark.parametrize("late", [None, Failure.MALFORMED, Failure.REFUSED])
def test_an_answer_that_was_under_way_when_it_opened_does_not_close_it(late: Failure | None) -> None:
    now = Now()
    breaker = made(now)
    under_way = breaker.enter()
    assert under_way is not None
    for _ in range(3):
        asked(breaker, Failure.BROKEN)
    breaker.leave(under_way, late)
    assert breaker.enter() is None
    now.at += 30
    trial = breaker.enter()
    assert trial == Pass(trial=True)
    breaker.leave(under_way, late)
    assert breaker.enter() is None  # the trial is still out


def test_a_failure_of_before_it_opened_does_not_count_once_it_is_closed_again() -> None:
    now = Now()
    breaker = made(now)
    under_way = [one for one in (breaker.enter() for _ in range(6)) if one]
    for held in under_way[:3]:
        breaker.leave(held, Failure.SLOW)
    now.at += 30
    asked(breaker, None)
    for held in under_way[3:]:
        breaker.leave(held, Failure.SLOW)
    assert breaker.enter() == Pass(trial=False)


def opens(failing: float, calls: int, seed: int) -> int:
    """How often it opens over so many calls that fail by chance; it is closed again each time."""
    now, drawn, times = Now(), random.Random(seed), 0  # noqa: S311 - a simulation
    breaker = Breaker(now=now)
    for _ in range(calls):
        leave = breaker.enter()
        while leave is None:
            times, now.at = times + 1, now.at + 30
            trial = breaker.enter()
            assert trial is not None
            breaker.leave(trial, None)
            leave = breaker.enter()
        breaker.leave(leave, Failure.SLOW if drawn.random() < failing else None)
    return times


def test_three_failures_in_ten_hardly_ever_open_it() -> None:
    assert opens(0.3, 100_000, seed=7) <= 20  # about one in 10,000 calls
    assert opens(0.1, 100_000, seed=7) == 0


def test_four_failures_in_five_open_it_though_they_are_never_all_in_a_row() -> None:
    breaker = Breaker(now=Now())
    calls = 0
    while (leave := breaker.enter()) is not None:
        breaker.leave(leave, None if calls % 5 == 0 else Failure.SLOW)
        calls += 1
        assert calls <= 20
    assert opens(0.8, 10_000, seed=7) > 300  # every 20 calls or so


def test_an_answer_that_had_no_time_to_come_is_not_the_providers_failure() -> None:
    breaker = made(Now())
    for _ in range(9):
        leave = breaker.enter(within_s=1.9)
        assert leave is not None
        breaker.leave(leave, Failure.SLOW)
    assert breaker.enter() is not None
    for _ in range(3):
        leave = breaker.enter(within_s=1.9)
        assert leave is not None
        breaker.leave(leave, Failure.BROKEN)  # it said so itself, in time
    assert breaker.enter() is None


def test_no_trial_is_made_with_too_little_time_for_it() -> None:
    now = Now()
    breaker = opened_breaker(now)
    now.at += 30
    assert breaker.enter(within_s=1.9) is None
    assert breaker.enter(within_s=2.0) == Pass(trial=True)


@pytest.mark.parametrize(("deadline", "fair"), [(8.0, 2.0), (4.0, 2.0), (2.0, 1.0), (1.0, 0.5)])
def test_what_is_too_little_goes_with_the_deadline(deadline: float, fair: float) -> None:
    assert fair_s(deadline) == fair


def test_while_it_rests_nothing_is_sent(opened: Opener, stub: StubModel) -> None:
    now = Now()
    model = opened(breaker=Breaker(most=2, rest_s=30.0, now=now))
    stub.faults("401", times=2)
    assert [model.ask(prompt(), Worded, 30.0).failure for _ in range(2)] == [Failure.MISCONFIGURED] * 2
    resting = model.ask(prompt(), Worded, 30.0)
    assert (resting.failure, resting.usage) == (Failure.RESTING, Usage())
    assert stub.count("requests") == 2
    now.at += 30
    assert model.ask(prompt(), Worded, 30.0).failure is None
    assert model.ask(prompt(), Worded, 30.0).failure is None
