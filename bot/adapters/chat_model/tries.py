"""Tries until the time is up: what may help is tried again after a pause of chance, what cannot help is not."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, wait_random_exponential

from bot.adapters.chat_model.failures import TryFailedError
from bot.ports.chat_model import Failure

T = TypeVar("T")

MOST: Final = 4
_PART: Final = 0.6
"""Part of what is left that one try may take while it is not known how long an answer takes."""
_LEAST_S: Final = 0.5
"""Seconds below which a try is not worth beginning."""
_TIMES_USUAL: Final = 3.0
"""An answer that takes so many times as long as they usually do will not come any more, most likely."""
_PATIENCE_S: Final = 1.0
"""Seconds that a try always has, however quick answers usually are."""
_LEARNS: Final = 0.1
_AGAIN: Final = frozenset({Failure.SLOW, Failure.UNREACHABLE, Failure.BUSY, Failure.BROKEN})
_PAUSE: Final = wait_random_exponential(multiplier=0.1, max=1.0)
"""Exponential back-off with full jitter: up to 0.1 s, 0.2 s, 0.4 s."""


class Usual:
    """How long an answer usually takes, in seconds: the running mean of good ones; None before the first."""

    def __init__(self) -> None:
        self.seconds: float | None = None

    def learn(self, took_s: float) -> None:
        """One more answer that was good."""
        before = took_s if self.seconds is None else self.seconds
        self.seconds = before + _LEARNS * (took_s - before)


class Tries:
    """The tries of one question, which end at `until` (the event loop's time); good answers are learnt from."""

    def __init__(self, until: float, usual: Usual) -> None:
        self._until = until
        self._usual = usual
        self._malformed = 0

    async def run(self, once: Callable[[], Awaitable[T]]) -> T:
        """What the first good try gives. Raises the TryFailedError of the last where there is none."""
        retrying = AsyncRetrying(
            retry=retry_if_exception(self._may_help), wait=pause, stop=self._no_more, sleep=asyncio.sleep, reraise=True
        )
        return await retrying(self._one, once)

    async def _one(self, once: Callable[[], Awaitable[T]]) -> T:
        left = self._left()
        try:
            async with asyncio.timeout(part(left, self._usual.seconds)):
                answer = await once()
        except TimeoutError:
            raise TryFailedError(Failure.SLOW, kind="no_time_left") from None
        self._usual.learn(left - self._left())
        return answer

    def _may_help(self, error: BaseException) -> bool:
        if not isinstance(error, TryFailedError):
            return False
        if error.failure is Failure.MALFORMED:
            self._malformed += 1
            return self._malformed == 1
        return error.failure in _AGAIN

    def _no_more(self, state: RetryCallState) -> bool:
        """Whether another try would come too often or too late: after the pause, with the least that one takes."""
        return state.attempt_number >= MOST or self._left() - state.upcoming_sleep < _LEAST_S

    def _left(self) -> float:
        return self._until - asyncio.get_running_loop().time()


def part(left_s: float, usual_s: float | None) -> float:
    """Seconds that one try may take of those that are left.

    A try is given up early only where another could then still come in its usual time: a slow model gets all there is.
    """
    if usual_s is None:
        first, another = _PART * left_s, _LEAST_S
    else:
        first, another = max(_PATIENCE_S, _TIMES_USUAL * usual_s), max(_LEAST_S, usual_s)
    return first if left_s - first >= another else left_s


def pause(state: RetryCallState) -> float:
    """Seconds until the next try: what the provider asks for, where it does, and chance on top."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.after_s if isinstance(error, TryFailedError) else None
    return _PAUSE(state) + (asked or 0.0)
