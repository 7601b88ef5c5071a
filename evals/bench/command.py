"""`coach bench`: what can be asked for, and one thread for both sides before any library is loaded."""

import os
from importlib.util import find_spec
from pathlib import Path

import click

from bot.settings import Settings
from evals.bench.load.command import load, plan

MEASUREMENTS = {
    "turn": "evals.bench.guided_turn",
    "cold": "evals.bench.cold_start",
    "build": "evals.bench.index_build",
    "retrieval": "evals.bench.retrieval",
    "scale": "evals.bench.search_scale",
    "memory": "evals.bench.memory",
    "tokens": "evals.bench.tokens",
    "million": "evals.bench.million",
}
_ASKED_FOR = frozenset({"million"})  # takes hours, the first time
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_LIBRARIES = ("pytest_benchmark", "langchain_chroma", "langchain_community", "langchain_huggingface")


@click.group(
    invoke_without_command=True,
    epilog="Example: coach bench --quick    or: coach bench --only turn --json figures.json    or: coach bench load",
)
@click.option("--only", multiple=True, type=click.Choice(list(MEASUREMENTS)), help="Only this one; may be repeated.")
@click.option(
    "--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help="Write the figures here, too."
)
@click.option(
    "--messages", type=_FILE, help='JSON lines with a "text" each. Default: messages that come with the code.'
)
@click.option(
    "--queries", type=_FILE, help="JSON lines with a query and its graded quotes, for the quality of retrieval."
)
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1, 100), help="How often both sides run.")
@click.option("--quick", is_flag=True, help="Leave out the library a hundred times as large.")
def bench(
    only: tuple[str, ...],
    json_file: Path | None,
    messages: Path | None,
    queries: Path | None,
    rounds: int,
    quick: bool,  # noqa: FBT001 - a command-line flag
) -> None:
    """How fast, small and sharp the coach is, as ratios to a yardstick that runs beside it on this machine.

    All of it takes some twenty minutes, most of them the library a hundred times as large (--quick leaves it out).
    A million passages are searched only when they are asked for (--only million): building them takes hours.
    """
    if click.get_current_context().invoked_subcommand is not None:
        return
    missing = [name for name in _LIBRARIES if find_spec(name) is None]
    if missing:
        message = f"not installed: {', '.join(missing)}. Run: make test"
        raise click.ClickException(message)
    settings = Settings.from_environment()
    _one_quiet_thread()
    from evals.bench import running  # noqa: PLC0415 - numpy reads the number of threads when it is first imported

    names = {
        name: module for name, module in MEASUREMENTS.items() if name in (only or MEASUREMENTS.keys() - _ASKED_FOR)
    }
    running.run(names, running.given(settings, (messages, queries), rounds, quick=quick), json_file)


bench.add_command(load)
bench.add_command(plan)


def _one_quiet_thread() -> None:
    """One thread for both sides and for the processes that they start; nothing looked up on the network."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
