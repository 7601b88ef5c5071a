"""How often and when a question is tried again: in time, by chance, and as the provider asks."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from tenacity import AsyncRetrying, Future, RetryCallState

from bot.adapters.chat_model.failures import TryFailedError
from bot.adapters.chat_model.tries import MOST, Tries, Usual, part, pause
from bot.ports.chat_model import Failure


def after(attempt: int, error: TryFailedError) -> RetryCallState:
    state = RetryCallState(AsyncRetrying(), None, (), {})
    state.attempt_number = attempt
    state.outcome = Future.construct(attempt, error, has_exception=True)
    return state


def tried(within_s: float, *errors: TryFailedError) -> tuple[str, int]:
    """What comes of tries that meet these errors and then succeed, and how many there were."""
    calls = 0

    async def once() -> str:
        nonlocal calls
        calls += 1
        if calls <= len(errors):
            raise errors[calls - 1]
        return "answer"

    async def run() -> str:
        try:
            return await Tries(asyncio.get_running_loop().time() + within_s, Usual()).run(once)
        except TryFailedError as failed:
            return failed.failure.value

    return asyncio.run(run()), calls


def test_pauses_are_drawn_from_a_window_that_doubles() -> None:
    error = TryFailedError(Failure.BUSY)
    for attempt, widest in ((1, 0.1), (2, 0.2), (3, 0.4), (9, 1.0)):
        drawn = [pause(after(attempt, error)) for _ in range(400)]
        assert 0 <= min(drawn) < 0.2 * widest
        assert 0.8 * widest < max(drawn) <= widest


def test_a_provider_that_says_when_is_not_asked_before() -> None:
    drawn = [pause(after(1, TryFailedError(Failure.BUSY, after_s=3.0))) for _ in range(50)]
    assert min(drawn) >= 3.0
    assert max(drawn) <= 3.1


def test_a_provider_that_wants_longer_than_there_is_time_is_not_waited_for() -> None:
    assert tried(30.0, TryFailedError(Failure.BUSY, after_s=60.0)) == ("busy", 1)


@pytest.mark.parametrize("failure", [Failure.REFUSED, Failure.MISCONFIGURED])
def test_what_cannot_help_is_not_tried(failure: Failure) -> None:
    assert tried(30.0, TryFailedError(failure)) == (failure.value, 1)


@pytest.mark.parametrize("failure", [Failure.SLOW, Failure.UNREACHABLE, Failure.BUSY, Failure.BROKEN])
def test_what_may_help_is_tried_a_few_times(failure: Failure) -> None:
    assert tried(30.0, *[TryFailedError(failure)] * 2) == ("answer", 3)
    assert tried(30.0, *[TryFailedError(failure)] * 9) == (failure.value, MOST)


def test_a_bad_shape_is_tried_once_more_whatever_lies_between() -> None:
    bad, busy = TryFailedError(Failure.MALFORMED), TryFailedError(Failure.BUSY)
    assert tried(30.0, bad) == ("answer", 2)
    assert tried(30.0, bad, busy, bad) == ("malformed", 3)


def test_with_little_time_left_there_is_no_other_try() -> None:
    assert tried(0.4, TryFailedError(Failure.BROKEN)) == ("broken", 1)


@pytest.mark.parametrize(("left", "one"), [(8.0, 4.8), (2.0, 1.2), (1.25, 0.75), (1.0, 1.0), (0.5, 0.5)])
def test_while_nothing_is_known_a_try_leaves_time_for_another(left: float, one: float) -> None:
    assert part(left, None) == pytest.approx(one)


@pytest.mark.parametrize(
    ("left", "usual", "one"),
    [
        (8.0, 1.5, 4.5),
        (8.0, 0.02, 1.0),
        (2.0, 0.02, 1.0),
        (8.0, 2.0, 6.0),
        (8.0, 2.1, 8.0),  # another would not come in its usual time any more
        (8.0, 4.5, 8.0),
        (1.4, 0.02, 1.4),
    ],
)
def test_a_try_is_given_up_where_it_is_late_for_this_model_and_another_may_come(
    left: float, usual: float, one: float
) -> None:
    assert part(left, usual) == pytest.approx(one)


def test_what_is_usual_follows_the_good_answers() -> None:
    usual = Usual()
    usual.learn(2.0)
    assert usual.seconds == 2.0
    for _ in range(60):
        usual.learn(4.0)
    assert usual.seconds == pytest.approx(4.0, abs=0.01)


def test_only_good_answers_are_learnt_from() -> None:
    usual = Usual()

    async def run(error: TryFailedError | None) -> None:
        async def once() -> str:
            if error is not None:
                raise error
            return "answer"

        await Tries(asyncio.get_running_loop().time() + 30.0, usual).run(once)

    with pytest.raises(TryFailedError):
        asyncio.run(run(TryFailedError(Failure.REFUSED)))
    assert usual.seconds is None
    asyncio.run(run(None))
    assert usual.seconds is not None


def test_a_try_that_hangs_is_left_for_another() -> None:
    calls: list[Callable[[], Awaitable[str]]] = []

    async def hangs_once() -> str:
        calls.append(hangs_once)
        if len(calls) == 1:
            await asyncio.sleep(60)
        return "answer"

    async def run() -> str:
        return await Tries(asyncio.get_running_loop().time() + 1.5, Usual()).run(hangs_once)

    assert asyncio.run(run()) == "answer"
    assert len(calls) == 2
