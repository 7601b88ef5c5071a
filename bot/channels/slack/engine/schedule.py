"""Which conversations are to be worked on, and from when: in memory only, since the truth lies in the inbox."""

from dataclasses import dataclass


@dataclass(slots=True)
class _Entry:
    """A lane with something to do: since when, from when on, and whether it goes first."""

    since: float
    due: float
    urgent: bool


class Schedule:
    """Lanes in the order in which their turns begin; a lane is never given out twice at once.

    A lane is due `join` seconds after the newest of what came in, so that quick-fire messages get one answer, and no
    later than `longest` after the oldest; an urgent one is due at once. Times are of a clock that only goes forward.
    """

    def __init__(self, join: float, longest: float) -> None:
        self._join, self._longest = join, max(join, longest)
        self._waiting: dict[str, _Entry] = {}
        self._running: set[str] = set()

    @property
    def running(self) -> int:
        """How many lanes are being worked on."""
        return len(self._running)

    def arrived(self, lane: str, now: float, *, urgent: bool = False) -> None:
        """Something came in: wait for what may follow it."""
        entry = self._waiting.setdefault(lane, _Entry(now, now, urgent))
        entry.urgent = entry.urgent or urgent
        entry.due = now if entry.urgent else min(now + self._join, entry.since + self._longest)

    def found(self, lane: str, now: float, *, urgent: bool = False) -> None:
        """Something waits of which nobody told, as after a restart: nothing is known here to follow it."""
        if lane in self._running:
            return
        if lane not in self._waiting or urgent:
            self.arrived(lane, now, urgent=urgent)

    def again(self, lane: str, at: float) -> None:
        """Look at the lane again from then on: there was more to do, or it did not work out."""
        entry = self._waiting.setdefault(lane, _Entry(at, at, urgent=False))
        entry.due = max(entry.due, at)

    def take(self, now: float, *, only_urgent: bool = False) -> str | None:
        """The lane to work on now: urgent ones first, then the one that has been due for longest."""
        ready = [
            (not entry.urgent, entry.due, lane)
            for lane, entry in self._waiting.items()
            if entry.due <= now and lane not in self._running and (entry.urgent or not only_urgent)
        ]
        if not ready:
            return None
        lane = min(ready)[2]
        del self._waiting[lane]
        self._running.add(lane)
        return lane

    def done(self, lane: str) -> None:
        """The work on a lane has ended; what came in meanwhile is due as ever."""
        self._running.discard(lane)

    def next_due(self) -> float | None:
        """When the next lane is due that can be taken then; None where nothing waits."""
        return min((one.due for lane, one in self._waiting.items() if lane not in self._running), default=None)
