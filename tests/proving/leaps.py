"""Time that goes on with letters on their way: when it does, by how much, and what came of it."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from bot.adapters.store.engine import open_engine
from bot.adapters.store.schema import OUTBOX
from tests.bot.adapters.store.databases import KEYRING
from tests.proving.processes import lines_of

_LONGEST = 12
"""Hours that are passed over at most."""
_OFTEN = 0.3
"""How many of the hours are not waited out."""
_FOR_EVER = 1e9


@dataclass(frozen=True, slots=True)
class Passed:
    """What is left at the end, how often time went on with letters on their way, how many expired, how many came late."""

    left: int
    leaps: int
    expired: int
    late: int = 0


class Leaper:
    """Says when time goes on with letters on their way: at half of the deaths, and after a moment of some hours."""

    def __init__(self, deaths: Path, seed: int) -> None:
        self._deaths = deaths
        self._died = 0
        self._chance = random.Random(seed + 2)  # noqa: S311 - chance that can be repeated is what is wanted
        self._patience = _FOR_EVER

    def begin(self) -> None:
        """An hour begins, which may not be waited out."""
        self._patience = self._chance.uniform(0.0, 1.0) if self._chance.random() < _OFTEN else _FOR_EVER

    def wants(self, waited: float) -> bool:
        """Whether to go on now, after so many seconds."""
        died = sum(lines_of(self._deaths).values())
        has_died, self._died = died > self._died, died
        return waited > self._patience or (has_died and self._chance.random() < 1 / 2)

    def hours(self) -> int:
        """By how many hours."""
        return self._chance.randint(1, _LONGEST)


def put_in(url: str) -> list[tuple[datetime, datetime]]:
    """Of each reminder that was sent: when it came by the machine's clock, and when it was put in by the moved one."""
    sent = OUTBOX.c.state == "sent", OUTBOX.c.key.startswith("reminder:")
    engine = open_engine(url, KEYRING)
    try:
        with engine.connect() as connection:
            rows = connection.execute(select(OUTBOX.c.ts, OUTBOX.c.created_at).where(*sent)).all()
    finally:
        engine.dispose()
    return [(datetime.fromtimestamp(float(ts), UTC), at) for ts, at in rows]
