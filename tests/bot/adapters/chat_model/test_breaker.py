"""The circuit breaker: opened by failures in a row, one trial after the rest, closed by an answer."""

from dataclasses import dataclass

import pytest

from bot.adapters.chat_model.breaker import Breaker, Pass
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
