"""The frozen types of the benchmark: what it is given, what one measurement found, or why it could not be made."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.settings import Settings
from evals.bench.timing import Spread


class BenchError(Exception):
    """A measurement that went wrong, and what would mend it."""


class Answer(BaseModel):
    """A quote that answers a query, and how well (2: fully, 1: in part)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    quote: str
    grade: int


class Query(BaseModel):
    """A query with its graded answers; none where the sources do not say."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    query: str
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Inputs:
    """What every measurement is given; `say` shows progress while one runs."""

    settings: Settings
    texts: tuple[str, ...]
    queries: tuple[Query, ...]
    rounds: int
    quick: bool
    say: Callable[[str], None]

    @property
    def sources(self) -> Path | None:
        """The folder of source texts where it is installed."""
        return self.settings.sources if self.settings.sources.is_dir() else None


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: `reach` is the most that it should be, where such a figure has been set."""

    what: str
    value: Spread
    detail: str
    unit: str = "x"
    reach: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the median keeps within reach; None where nothing was set."""
        return None if self.reach is None else self.value.median <= self.reach


@dataclass(frozen=True, slots=True)
class Measured:
    """What a measurement found."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Why a measurement was not made, in words that say what it needs."""

    reason: str


Outcome = Measured | Skipped
