"""The most memory that a coach holds over fifty messages, and as a share of a process that only holds the model."""

from collections.abc import Callable, Sequence
from pathlib import Path

from bot.compose import House
from evals.bench.outcome import Inputs, Measured, Outcome, Row, Skipped
from evals.bench.processes import COACH, holding, peak_mb, started
from evals.bench.timing import interleaved, ratios, spread
from knowledge.encoder.exporting import DEFAULT_PACKAGE, find_weights

REACH_MB = 300.0
MESSAGES = 50
_TURNS = 5
_MOST_ROUNDS = 3
_PROC = Path("/proc/self/status")


def measure(inputs: Inputs) -> Outcome:
    """Both processes in turns; needs a system that tells what a process has held."""
    if not _PROC.is_file():
        return Skipped("this system does not tell the peak memory of another process (no /proc)")
    House(inputs.settings).evidence.version  # noqa: B018 - says at once, and plainly, where the set-up was not run
    own = inputs.settings.model_fields["model"].default == inputs.settings.model
    model = find_weights(DEFAULT_PACKAGE if own else inputs.settings.model)
    return Measured(rows_of(lambda: coach_peak(COACH, inputs.texts), lambda: model_peak(holding(model)), inputs.rounds))


def rows_of(coach: Callable[[], float], model: Callable[[], float], rounds: int) -> tuple[Row, ...]:
    """The megabytes, and the share; each call gives one process's peak."""
    pairs = interleaved(min(rounds, _MOST_ROUNDS), coach, model)
    ours = spread([pair.ours for pair in pairs])
    beside = spread([pair.yardstick for pair in pairs])
    detail = f"{ours.median:.0f} MB against {beside.median:.0f} MB"
    return (
        Row(f"peak memory of a coach after {MESSAGES} messages", ours, "VmHWM", unit="MB", reach=REACH_MB),
        Row("the same / a process that only loads sentence-transformers with the model", ratios(pairs), detail),
    )


def coach_peak(command: Sequence[str], texts: Sequence[str]) -> float:
    """Peak of a coach that has answered fifty messages, in conversations of five turns."""
    with started(command) as coach:
        for number in range(MESSAGES):
            coach.ask(f"bench-{number // _TURNS}", texts[number % len(texts)])
        return peak_mb(coach.pid)


def model_peak(command: Sequence[str]) -> float:
    """Peak of a process that says on one line that it has loaded its model."""
    with started(command) as process:
        process.hear()
        return peak_mb(process.pid)
