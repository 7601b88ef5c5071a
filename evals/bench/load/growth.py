"""What grows with what, measured on the coach itself: a turn late in a long talk, and one beside many other talks."""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.coach import Coach
from bot.coaching.model import IncomingMessage
from bot.compose import House
from bot.settings import Settings
from evals.bench.load.figures import Growth
from evals.bench.timing import median, seconds

_WINDOW = 20
LONG_TALK, MANY_TALKS = (20, 1_000), (20, 2_000)


def measure(settings: Settings, talks: Sequence[Sequence[str]], say: Callable[[str], None]) -> tuple[Growth, ...]:
    """Both, in SQLite files of their own; the median of the last turns at each size."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        told = settings.model_copy(update={"key_file": Path(folder) / "key"})
        say("growth: one long talk")
        long = _sizes(_fresh(told, folder, "long"), talks, lambda _number: "talk", LONG_TALK)
        say("growth: many talks")
        many = _sizes(_fresh(told, folder, "many"), talks, lambda number: f"talk-{number}", MANY_TALKS)
        disk = os.path.getsize(Path(folder) / "many.db") / MANY_TALKS[1]  # noqa: PTH202 - a size, no more
    return (
        _grown("a turn, by the turns before it in one talk", LONG_TALK, long, "ms"),
        _grown("a first turn, by the talks that are kept", MANY_TALKS, many, "ms"),
        Growth(
            what="disk, by the talks of one turn that are kept (kB in all)",
            small=1,
            large=MANY_TALKS[1],
            at_small=round(disk / 1000, 2),
            at_large=round(disk * MANY_TALKS[1] / 1000, 1),
            unit="kB",
        ),
    )


def _grown(what: str, sizes: tuple[int, int], took: tuple[float, float], unit: str) -> Growth:
    small, large = (round(1000 * one, 2) for one in took)
    return Growth(what=what, small=sizes[0], large=sizes[1], at_small=small, at_large=large, unit=unit)


def _sizes(
    coach: Coach, talks: Sequence[Sequence[str]], name: Callable[[int], str], sizes: tuple[int, int]
) -> tuple[float, float]:
    """The median time of the last turns before each size is reached, in seconds."""
    lines = [line for talk in talks for line in talk]
    times: list[float] = []
    for number in range(max(sizes)):
        message = IncomingMessage(
            event_id=f"{number}",
            conversation_id=name(number),
            person_id="bench",
            text=lines[number % len(lines)],
        )
        times.append(seconds(lambda message=message: coach.reply(message)))  # type: ignore[misc]  # bound default
    at = [median(times[size - _WINDOW : size]) for size in sizes]
    return at[0], at[1]


def _fresh(settings: Settings, folder: str, name: str) -> Coach:
    return House(settings).coach(f"sqlite:///{Path(folder) / name}.db")
