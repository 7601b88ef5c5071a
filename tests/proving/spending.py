"""Where a process spends its processor time: what each of its threads has used, kept in a file to be read outside."""

import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_EVERY = 0.2
_REST = "other threads"
_KINDS: Final = (
    ("MainThread", "the loop: requests in, the engine, Slack's Web API"),
    ("store", "the store"),
    ("turn", "the coach"),
)


class Spending(threading.Thread):
    """Writes down, a few times a second, the milliseconds of processor time that each kind of thread has used so far.

    What a thread does is told by its name. One that ends keeps what it had used when it was last looked at.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(daemon=True, name="spending")
        self._path = path
        self._used: dict[tuple[str, int], float] = {}
        self._done = threading.Event()

    def run(self) -> None:
        """Look, until `stop`."""
        while not self._done.wait(_EVERY):
            self.look()

    def look(self) -> None:
        """Look once."""
        for thread in threading.enumerate():
            # the main thread's own id is that of the process that it was forked from
            number = os.getpid() if thread is threading.main_thread() else thread.native_id
            used = _milliseconds(number) if thread is not self and number is not None else None
            if number is not None and used is not None:
                self._used[kind(thread.name), number] = used
        total: dict[str, float] = {}
        for (name, _), used in self._used.items():
            total[name] = total.get(name, 0.0) + used
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(total), encoding="utf-8")
        fresh.replace(self._path)

    def stop(self) -> None:
        """Look no more."""
        self._done.set()
        self.join()


def kind(name: str) -> str:
    """What a thread of that name does."""
    return next((told for begins, told in _KINDS if name.startswith(begins)), _REST)


def spent(path: Path) -> Mapping[str, float]:
    """What was used so far, in milliseconds; nothing where nobody has looked yet."""
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def shares(used: Mapping[str, float], turns: int) -> list[str]:
    """What was used by each kind of thread for each turn, as lines: the most first."""
    total = sum(used.values()) or 1.0
    ordered = sorted(used.items(), key=lambda one: -one[1])
    lines = [f"  {ms / turns:5.1f} ms  {100 * ms / total:3.0f} %  {name}" for name, ms in ordered]
    return ["where the bot's processor time goes, a turn:", *lines] if lines else []


def _milliseconds(thread: int) -> float | None:
    """The processor time that a thread of this process has used; None where it has just ended."""
    try:
        return int(Path(f"/proc/self/task/{thread}/schedstat").read_text(encoding="ascii").split()[0]) / 1e6
    except OSError:
        return None
