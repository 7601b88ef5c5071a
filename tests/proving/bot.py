"""The process under test: the real channel, with lives that end by SIGKILL. `python -m tests.proving.bot PLAN`.

The process that is started imports everything and then forks each life, so that a killed one is up again in a moment.
A life has nothing of the one before it but what is on disk.
"""

import faulthandler
import os
import random
import signal
import sys
import time
import traceback
from pathlib import Path
from types import FrameType

from tests.proving import composing
from tests.proving.plans import Plan
from tests.proving.points import OUTSIDE, Killer, Passed

_FELL_OVER = "fell-over"
_MOST_FALLS = 20


class Lives:
    """One life after another, until the process is told to end."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._random = random.Random(plan.seed)  # noqa: S311 - chance that can be repeated is what is wanted
        self._child = 0
        self._ending = False

    def run(self) -> int:
        """Live; gives the exit status of the last life."""
        signal.signal(signal.SIGTERM, self._end)
        died, fell = 0, 0
        while True:
            if self._plan.stays_dead and died == len(self._plan.lives):
                signal.pause()
                return 0
            point = self._plan.lives[died] if died < len(self._plan.lives) else ""
            status = self._one(point)
            if self._ending:
                return os.waitstatus_to_exitcode(status) if not os.WIFSIGNALED(status) else 1
            if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
                died += 1
                self._note(point or OUTSIDE)
                continue
            fell += 1
            self._note(_FELL_OVER)
            if fell > _MOST_FALLS:
                return 1
            time.sleep(0.2)

    def _one(self, point: str) -> int:
        seed = self._random.randrange(1 << 30)
        sys.stdout.flush()
        self._child = os.fork()
        if self._child == 0:
            _live(self._plan, point, seed)
        if point == OUTSIDE:
            time.sleep(0.1 + self._random.random() * self._plan.most_seconds)
            os.kill(self._child, signal.SIGKILL)
        return os.waitpid(self._child, 0)[1]

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self._ending = True
        if self._child:
            os.kill(self._child, signal.SIGTERM)

    def _note(self, what: str) -> None:
        if self._plan.deaths:
            with Path(self._plan.deaths).open("a", encoding="utf-8") as file:
                file.write(what + "\n")


def _live(plan: Plan, point: str, seed: int) -> None:
    """One life, in a process of its own; never returns."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    faulthandler.register(signal.SIGUSR1)  # where is it, if it hangs?
    status = 1
    try:
        composing.run(plan, Killer(Passed(Path(plan.points)), point, plan.chance, seed))
        status = 0
    except BaseException:  # noqa: BLE001 - a life ends here, with a word on why
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    sys.exit(Lives(Plan.model_validate_json(sys.argv[1])).run())
