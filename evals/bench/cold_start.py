"""From nothing to the first reply of `coach chat --json`, as a share of merely importing sentence-transformers."""

from collections.abc import Callable
from importlib.util import find_spec

from bot.compose import House
from evals.bench.outcome import Inputs, Measured, Outcome, Row, Skipped
from evals.bench.processes import COACH, IMPORT, run, started
from evals.bench.timing import Clock, in_s, interleaved, now, ratios, seconds

REACH = 0.3


def measure(inputs: Inputs) -> Outcome:
    """Start both in turns, each once unmeasured, so that their files are in memory for both."""
    if find_spec("sentence_transformers") is None:
        return Skipped("sentence-transformers, the yardstick, is not installed")
    House(inputs.settings).evidence.version  # noqa: B018 - says at once, and plainly, where the set-up was not run
    text = inputs.texts[0]
    inputs.say("cold start: once unmeasured, then in turns")
    _first_reply(text)
    run(IMPORT)
    return Measured(rows_of(lambda: _first_reply(text), lambda: run(IMPORT), inputs.rounds))


def rows_of(
    reply: Callable[[], None], yardstick: Callable[[], None], rounds: int, clock: Clock = now
) -> tuple[Row, ...]:
    """One row; `reply` and `yardstick` return when what they are timed for has happened."""
    pairs = interleaved(rounds, lambda: seconds(reply, clock), lambda: seconds(yardstick, clock))
    return (Row("cold start to first reply / import sentence_transformers", ratios(pairs), in_s(pairs), reach=REACH),)


def _first_reply(text: str) -> None:
    with started(COACH) as coach:
        coach.ask("bench", text)
