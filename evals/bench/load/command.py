"""`coach bench load` and `coach bench plan`: what one machine holds, and what a hospital, a region or the NHS needs."""

import json
from pathlib import Path

import click
from pydantic import ValidationError

from bot.settings import Settings
from evals.bench.load import planning, running
from evals.bench.load.figures import as_table
from evals.bench.outcome import BenchError

_FILE = click.Path(dir_okay=False, path_type=Path)
_EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog="Example: coach bench load --doctors 100 --json load.json")
@click.option("--doctors", default=100, show_default=True, type=click.IntRange(1, 2000), help="Made-up doctors.")
@click.option("--seconds", default=30.0, show_default=True, type=click.FloatRange(2, 3600), help="For each rate.")
@click.option("--replicas", default=1, show_default=True, type=click.IntRange(1, 32), help="Processes of the coach.")
@click.option(
    "--database", default="", help="Empty PostgreSQL database (SQLAlchemy URL); the default is a new SQLite file."
)
@click.option("--no-growth", is_flag=True, help="Leave out what grows with what, which takes a minute.")
@click.option("--json", "json_file", type=_FILE, help="Write the figures here, too.")
def load(doctors: int, seconds: float, replicas: int, database: str, no_growth: bool, json_file: Path | None) -> None:  # noqa: FBT001 - a command-line flag
    """What this machine holds: real processes of `coach slack`, a stand-in for Slack, and doctors who write to them.

    First as fast as they are answered, then at parts of that rate, at random times as people come.
    """
    given = running.Given(
        Settings.from_environment(),
        lambda told: click.echo(told, err=True),
        replicas=replicas,
        doctors=doctors,
        seconds=seconds,
        database=database,
        grows=not no_growth,
    )
    try:
        found = running.run(given)
    except BenchError as error:
        raise click.ClickException(str(error)) from error
    click.echo(as_table(found))
    if json_file is not None:
        json_file.write_text(found.model_dump_json(indent=1) + "\n", encoding="utf-8")


@click.command(epilog="Example: coach bench plan --active 0.5 --price-read 0.15 --price-written 0.6")
@click.option(
    "--figures", type=_EXISTING, help="A file of `coach bench load --json`; the default is the one of this code."
)
@click.option("--active", type=float, help="Part of all doctors who write in a month.")
@click.option("--messages", type=float, help="Messages that each of them writes in it.")
@click.option("--headroom", type=float, help="Part of what a replica holds that is planned with.")
@click.option("--keep-days", type=int, help="Days for which conversations are kept.")
@click.option("--price-read", type=float, help="Price of a million tokens read.")
@click.option("--price-written", type=float, help="Price of a million tokens written.")
def plan(figures: Path | None, **assumed: float | None) -> None:
    """The planning page (docs/planning.md), from measured figures and your own assumptions."""
    try:
        measured = planning.Measured.model_validate_json(planning.FIGURES.read_text(encoding="utf-8"))
        if figures is not None:
            raw = json.loads(figures.read_text(encoding="utf-8"))
            measured = planning.Measured.model_validate({**measured.model_dump(), "load": raw})
        given = planning.Assumptions.model_validate({name: one for name, one in assumed.items() if one is not None})
    except (ValueError, ValidationError) as error:
        first = error.errors()[0] if isinstance(error, ValidationError) else None
        told = f"{'.'.join(str(one) for one in first['loc'])}: {first['msg']}" if first else "not JSON"
        message = f"that cannot be planned with: {told}"
        raise click.ClickException(message) from error
    click.echo(planning.page(measured, given), nl=False)
