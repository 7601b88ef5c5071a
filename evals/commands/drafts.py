"""`coach evals drafts`: what the checks of a chat model's drafts catch, and which good ones they turn away."""

from pathlib import Path

import click

from bot.coaching.drafting.vetting.vet import vet
from bot.compose import House
from bot.settings import Settings
from evals.drafts import reading, scoring

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_PERCENT = click.FloatRange(0, 100)


@click.command(epilog="Example: coach evals drafts --fail-under 98 --fail-over 3")
@click.argument("files", nargs=-1, type=_FILE)
@click.option(
    "--turns", "turn_files", multiple=True, type=_FILE, help="The turns that the drafts belong to. Default: ours."
)
@click.option("--names", is_flag=True, help="Name each bad draft that was let through and each good one that was not.")
@click.option("--fail-under", type=_PERCENT, help="Exit 1 where fewer of the bad drafts are caught, in per cent.")
@click.option("--fail-over", type=_PERCENT, help="Exit 1 where more of the good drafts are turned away, in per cent.")
@click.pass_context
def drafts(
    ctx: click.Context,
    files: tuple[Path, ...],
    turn_files: tuple[Path, ...],
    names: bool,  # noqa: FBT001 - a flag
    fail_under: float | None,
    fail_over: float | None,
) -> None:
    """Vet drafts (JSON lines: turn, kind, sentences, note), ours by default, and count."""
    chosen = files or tuple(sorted(reading.FOLDER.glob("drafts_*.jsonl")))
    turns = reading.turns(turn_files or tuple(sorted(reading.FOLDER.glob("turns_*.jsonl"))))
    house = House(Settings.from_environment())
    found = scoring.score(
        reading.drafts(chosen), turns, lambda turn: reading.ground(turn, house.instructions, house.names), vet
    )
    click.echo(found.text(names=names))
    low = fail_under is not None and found.caught is not None and 100 * found.caught < fail_under
    high = fail_over is not None and found.turned_away is not None and 100 * found.turned_away > fail_over
    ctx.exit(int(low or high))
