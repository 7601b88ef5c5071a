"""What a load run found, kept as a file that the planning page is made of, and shown as a table."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Machine(_Strict):
    """What it was taken on, and how busy that was with other things (load average before the run)."""

    system: str
    python: str
    cores: int
    load: float


class Level(_Strict):
    """Messages came so many a second (0: as fast as they were answered): how long doctors waited, in seconds.

    `busy` is the processor time that all replicas used a second, in cores; `stand_in` that of the stand-in for Slack,
    which runs on the same machine and is none of the coach's.
    """

    asked: float
    answered: float
    p50: float
    p95: float
    p99: float
    unanswered: int
    turned_away: int
    busy: float
    stand_in: float


class Growth(_Strict):
    """Something of the coach's at two sizes, one many times the other: what it takes there, in `unit`."""

    what: str
    small: int
    large: int
    at_small: float
    at_large: float
    unit: str

    @property
    def ratio(self) -> float:
        """How many times as much the large one takes."""
        return self.at_large / self.at_small if self.at_small else 0.0


class LoadFigures(_Strict):
    """A run.

    `turn_ms` is processor time a turn, `bytes_a_turn` what a turn leaves on disk (None where the database is no file of
    ours), `memory_mb` what a replica held when it came up and at the end.
    """

    machine: Machine
    database: str
    replicas: int = Field(ge=1)
    doctors: int = Field(ge=1)
    levels: tuple[Level, ...] = Field(min_length=1)
    turn_ms: float
    bytes_a_turn: float | None
    memory_mb: tuple[float, float]
    growth: tuple[Growth, ...] = ()

    @property
    def most(self) -> float:
        """Answers a second at full speed."""
        return max(one.answered for one in self.levels)


_HEADS = ("messages a second", "answered", "p50 s", "p95 s", "p99 s", "cores, coach", "cores, stand-in", "lost")


def as_table(found: LoadFigures) -> str:
    """What the machine held, and what grows with what, for people."""
    on = found.machine
    rows = [_HEADS, *(_level(one) for one in found.levels)]
    disk = "not measured" if found.bytes_a_turn is None else f"{found.bytes_a_turn / 1000:.1f} kB"
    told = [
        f"{found.replicas} x coach slack on {found.database}, {found.doctors} doctors. {on.system}, {on.cores} cores,"
        f" Python {on.python}, load {on.load:g} before the run.",
        "",
        *_columns(rows),
        "",
        f"processor a turn, of the coach: {found.turn_ms:.1f} ms; one core holds {1000 / found.turn_ms:.0f} turns a"
        " second where the stand-in runs elsewhere.",
        f"disk a turn: {disk}. Memory of a replica: {found.memory_mb[0]:.0f} MB at first,"
        f" {found.memory_mb[1]:.0f} MB at the end.",
    ]
    if found.growth:
        told += [
            "",
            *_columns([("what", "at", "takes", "at", "takes", "times"), *(_growth(one) for one in found.growth)]),
        ]
    return "\n".join(told)


def _level(one: Level) -> tuple[str, ...]:
    asked = f"{one.asked:g}" if one.asked else "at full speed"
    waits = (f"{seconds:.2f}" for seconds in (one.p50, one.p95, one.p99))
    lost = f"{one.unanswered}" + (f" (+{one.turned_away} not written)" if one.turned_away else "")
    return (asked, f"{one.answered:.1f}/s", *waits, f"{one.busy:.2f}", f"{one.stand_in:.2f}", lost)


def _growth(one: Growth) -> tuple[str, ...]:
    return (
        one.what,
        f"{one.small:,}",
        f"{one.at_small:.3g} {one.unit}",
        f"{one.large:,}",
        f"{one.at_large:.3g} {one.unit}",
        f"{one.ratio:.2f}",
    )


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
