"""Faults that a test asks for: what goes wrong with which method, how often."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from tests.fakeslack.jsons import Json, number, text

FaultKind = Literal["429", "500", "503", "504_after", "hang", "hang_after", "slow", "error", "reset"]
KINDS: tuple[str, ...] = get_args(FaultKind)
ALL = "*"


@dataclass(slots=True)
class Fault:
    """One fault. `method` is a method's name or `*`.

    `429` limits the method for `retry_after` seconds; `500` and `503` refuse before anything is done; `504_after` does
    what was asked and then says that it failed; `hang` takes the request and never does it, `hang_after` does it and
    never answers (both close the connection after `seconds`); `slow` answers after `seconds`; `error` answers with
    `error`; `reset` breaks the connection off. It happens `times` times, each call with the chance `rate`.
    """

    method: str
    kind: str
    times: float = float("inf")
    rate: float = 1.0
    retry_after: int = 1
    seconds: float = 60.0
    error: str = "internal_error"


def fault_from(asked: Json) -> Fault:
    """A fault as the driver wrote it; once, where it says neither how often nor how likely.

    Raises:
        ValueError: There is no such kind.
    """
    kind = text(asked, "kind")
    if kind not in KINDS:
        message = f"there is no fault {kind!r}: one of {', '.join(KINDS)}"
        raise ValueError(message)
    always = "rate" in asked or kind == "slow"
    return Fault(
        method=text(asked, "method", ALL),
        kind=kind,
        times=number(asked, "times", float("inf") if always else 1.0),
        rate=number(asked, "rate", 1.0),
        retry_after=int(number(asked, "retry_after", 1)),
        seconds=number(asked, "seconds", 60.0 if kind.startswith("hang") else 1.0),
        error=text(asked, "error", "internal_error"),
    )


@dataclass(slots=True)
class Faults:
    """All that is to go wrong. Chance is seeded: the same calls in the same order meet the same faults."""

    down: bool = False
    """The Web API cannot be reached at all."""
    _asked: list[Fault] = field(default_factory=list)
    _limited: dict[tuple[str, str], float] = field(default_factory=dict)
    _chance: random.Random = field(default_factory=lambda: random.Random(5))  # noqa: S311 - chance, not a secret

    def add(self, faults: Sequence[Fault]) -> None:
        """More faults; those asked for first happen first."""
        self._asked.extend(faults)

    def clear(self) -> None:
        """Nothing goes wrong any more, limits are lifted, and the Web API can be reached."""
        self._asked.clear()
        self._limited.clear()
        self.down = False

    def of(self, method: str) -> Fault | None:
        """The fault of this call, which is thereby used up."""
        for one in self._asked:
            if one.method in (ALL, method) and (one.rate >= 1 or self._chance.random() < one.rate):
                one.times -= 1
                if one.times <= 0:
                    self._asked.remove(one)
                return one
        return None

    def limit(self, method: str, place: str, seconds: float) -> None:
        """Refuse the method in this place for so long."""
        self._limited[method, place] = time.monotonic() + seconds

    def limited(self, method: str, place: str) -> float:
        """How many seconds longer the method is refused there; 0 where it is not."""
        until = self._limited.get((method, place))
        if until is None:
            return 0.0
        left = until - time.monotonic()
        if left <= 0:
            del self._limited[method, place]
            return 0.0
        return left
