"""A clock that the driver of a proof moves: the machine's own, and so many seconds that stand in a file."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path


class MovedClock:
    """The time of day as the driver has set it; what was set last holds where the file is just being written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Now, moved, in UTC."""
        with suppress(OSError, ValueError):
            self._ahead = timedelta(seconds=float(self._path.read_text(encoding="ascii")))
        return datetime.now(UTC) + self._ahead


class Mover:
    """The driver's side: sets the clock, and knows which moved time a moment of the machine's clock was."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._set: list[tuple[datetime, timedelta]] = []

    def set(self, moment: datetime) -> None:
        """It is that moment now."""
        now = datetime.now(UTC)
        ahead = moment - now
        made = self._path.with_suffix(".new")
        made.write_text(str(ahead.total_seconds()), encoding="ascii")
        made.replace(self._path)
        self._set.append((now, ahead))

    def moved(self, at: datetime) -> datetime:
        """The moved time of a moment of the machine's clock."""
        return at + next((ahead for since, ahead in reversed(self._set) if since <= at), self._set[0][1])
