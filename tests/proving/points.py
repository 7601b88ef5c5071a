"""The places at which the process under test is killed, how often each was passed, and who decides when."""

import mmap
import os
import random
import signal
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Final

POINTS: Final = (
    "intake_before_commit",
    "intake_after_commit",
    "after_ack",
    "turn_in_transaction",
    "turn_after_commit",
    "before_post",
    "post_before_mark",
    "after_mark",
)
OUTSIDE: Final = "outside"
"""Killed by another process, wherever it happened to be."""

KILLED: Final = (*POINTS, OUTSIDE)
_ONE: Final = struct.Struct("<Q")


def plan(kills: int, seed: int) -> tuple[str, ...]:
    """Where each life of a process ends, in order: every place as often as every other, shuffled."""
    lives = [KILLED[at % len(KILLED)] for at in range(kills)]
    random.Random(seed).shuffle(lives)  # noqa: S311 - chance that can be repeated is what is wanted
    return tuple(lives)


class Passed:
    """How often each point was passed: counters in a file that all lives of a process share and no kill undoes."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(_ONE.size * len(POINTS)))
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 0)

    def add(self, point: str) -> None:
        """One more."""
        at = _ONE.size * POINTS.index(point)
        _ONE.pack_into(self._memory, at, _ONE.unpack_from(self._memory, at)[0] + 1)

    def counts(self) -> Mapping[str, int]:
        """All of them, so far."""
        return {point: _ONE.unpack_from(self._memory, _ONE.size * at)[0] for at, point in enumerate(POINTS)}

    def close(self) -> None:
        """Let the file go."""
        self._memory.close()


class Killer:
    """The probe `reached` of one life: counts, and at its point kills its own process, each time with one chance."""

    def __init__(self, passed: Passed, point: str, chance: float, seed: int) -> None:
        self._passed = passed
        self._point = point
        self._chance = chance
        self._random = random.Random(seed)  # noqa: S311 - as above

    def __call__(self, point: str) -> None:
        """The process has come to `point`."""
        self._passed.add(point)
        if point == self._point and self._random.random() < self._chance:
            os.kill(os.getpid(), signal.SIGKILL)
