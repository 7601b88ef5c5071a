"""A clock that moves only when a fake says so, and the inputs of a benchmark that measures nothing real."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.settings import Settings
from evals.bench.outcome import Inputs, Query

TEXTS = ("nobody listens to me", "i shouted at the registrar", "the audit went badly")


@dataclass
class Work:
    """Stands still until something takes time."""

    time: float = 0.0
    done: list[str] = field(default_factory=list)

    def __call__(self) -> float:
        return self.time

    def takes(self, name: str, seconds: float) -> Callable[[object], None]:
        """An action that takes so long whatever it is given."""

        def act(_: object = None) -> None:
            self.time += seconds
            self.done.append(name)

        return act


def inputs(folder: Path, *, queries: tuple[Query, ...] = (), rounds: int = 2) -> Inputs:
    """Inputs whose source texts are not installed and whose data folder is empty."""
    settings = Settings(data=folder / "data", sources=folder / "sources")
    return Inputs(settings, TEXTS, queries, rounds, quick=True, say=lambda _: None)
