"""The circuit breaker: a provider that fails time after time is left alone for a while, then tried once."""

import math
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from bot.ports.chat_model import Failure

_OF_THE_PROVIDER = frozenset(
    {Failure.SLOW, Failure.UNREACHABLE, Failure.BUSY, Failure.BROKEN, Failure.MISCONFIGURED},
)
"""Failures that the next message would meet as well; a refusal or a bad shape shows that the provider answers."""
_LOOKS_AT: Final = 20
_OF_THEM: Final = 14
"""Failures among the last calls that open it: four of five do within some 20 calls, three of ten hardly ever."""
_FAIR_S: Final = 2.0


def fair_s(deadline_s: float) -> float:
    """Seconds from which a late answer is the provider's fault, where a whole turn has `deadline_s`."""
    return min(_FAIR_S, deadline_s / 2)


@dataclass(frozen=True, slots=True)
class Pass:
    """Leave to ask; `trial` is the one that is asked to see whether the provider is back.

    `fair` says that there is time enough for an answer; `round` counts how often the breaker had opened by then.
    """

    trial: bool
    fair: bool = field(default=True, compare=False)
    round: int = field(default=0, compare=False)


class Breaker:
    """Opens after `most` failures in a row, or 14 of the last 20; after `rest_s` seconds one trial at a time is let in.

    What was under way when it opened tells nothing any more: the trial alone closes it. pybreaker holds its lock while
    the call runs, so that one person would wait for another; hence our own.
    """

    def __init__(
        self,
        most: int = 8,
        rest_s: float = 30.0,
        now: Callable[[], float] = time.monotonic,
        *,
        fair: float = _FAIR_S,
    ) -> None:
        self._most = most
        self._rest_s = rest_s
        self._now = now
        self._fair = fair
        self._lock = threading.Lock()
        self._failed: deque[bool] = deque(maxlen=_LOOKS_AT)
        self._in_a_row = 0
        self._round = 0
        self._rests_until: float | None = None
        self._trying = False

    def enter(self, within_s: float = math.inf) -> Pass | None:
        """Leave to ask for `within_s` seconds, to be given back by `leave`; None while the provider is left alone."""
        fair = within_s >= self._fair
        with self._lock:
            if self._rests_until is None:
                return Pass(trial=False, fair=fair, round=self._round)
            if self._trying or not fair or self._now() < self._rests_until:
                return None
            self._trying = True
            return Pass(trial=True, round=self._round)

    def leave(self, held: Pass, failure: Failure | None) -> None:
        """Say what came of it."""
        failed = failure in _OF_THE_PROVIDER
        with self._lock:
            if held.trial:
                self._trying = False
                self._begin_anew(self._now() + self._rest_s if failed else None)
            elif held.round == self._round and self._rests_until is None and (held.fair or failure is not Failure.SLOW):
                self._count(failed=failed)

    def _count(self, *, failed: bool) -> None:
        self._failed.append(failed)
        self._in_a_row = self._in_a_row + 1 if failed else 0
        if self._in_a_row >= self._most or sum(self._failed) >= _OF_THEM:
            self._begin_anew(self._now() + self._rest_s)

    def _begin_anew(self, rests_until: float | None) -> None:
        """Rest until then, or go on where that is None; calls that began before count no more."""
        self._rests_until = rests_until
        self._round += 1
        self._in_a_row = 0
        self._failed.clear()
