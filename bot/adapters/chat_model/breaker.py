"""The circuit breaker: a provider that fails time after time is left alone for a while, then tried once."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.ports.chat_model import Failure

_OF_THE_PROVIDER = frozenset(
    {Failure.SLOW, Failure.UNREACHABLE, Failure.BUSY, Failure.BROKEN, Failure.MISCONFIGURED},
)
"""Failures that the next message would meet as well; a refusal or a bad shape shows that the provider answers."""


@dataclass(frozen=True, slots=True)
class Pass:
    """Leave to ask; `trial` is the one that is asked to see whether the provider is back."""

    trial: bool


class Breaker:
    """Counts failures in a row and opens after `most`; after `rest_s` seconds one trial at a time is let through.

    pybreaker holds its lock while the call runs, so that one person would wait for another; hence our own.
    """

    def __init__(self, most: int = 5, rest_s: float = 30.0, now: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._rest_s = rest_s
        self._now = now
        self._lock = threading.Lock()
        self._in_a_row = 0
        self._rests_until: float | None = None
        self._trying = False

    def enter(self) -> Pass | None:
        """Leave to ask, to be given back by `leave`; None while the provider is left alone."""
        with self._lock:
            if self._rests_until is None:
                return Pass(trial=False)
            if self._trying or self._now() < self._rests_until:
                return None
            self._trying = True
            return Pass(trial=True)

    def leave(self, held: Pass, failure: Failure | None) -> None:
        """Say what came of it."""
        with self._lock:
            if held.trial:
                self._trying = False
            if failure not in _OF_THE_PROVIDER:
                self._in_a_row, self._rests_until = 0, None
                return
            self._in_a_row += 1
            begins = self._rests_until is None and self._in_a_row >= self._most
            if held.trial or begins:  # one that was under way before it opened does not make the rest longer
                self._rests_until = self._now() + self._rest_s
