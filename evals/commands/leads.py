"""`coach evals leads`: which rehearsals end open, by how they were led, and whether they go the same way twice."""

from pathlib import Path

import click

from bot.coaching.practice import Openness, Practice
from bot.coaching.rehearsal.cast import Cast
from bot.coaching.rehearsal.levels import openness_of
from bot.coaching.rehearsal.stage import step
from bot.compose import House
from bot.settings import Settings
from evals import leads as playing

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_PERCENT = click.FloatRange(0, 100)


@click.command(epilog="Example: coach evals leads scripts.yaml --names --fail-under 90 --fail-over 10")
@click.argument("files", nargs=-1, type=_FILE)
@click.option("--names", is_flag=True, help="Show each script that ended as its lead would not have it.")
@click.option("--fail-under", type=_PERCENT, help="Exit 1 where fewer of those led by asking end open, in per cent.")
@click.option("--fail-over", type=_PERCENT, help="Exit 1 where more of those that push end open, in per cent.")
@click.pass_context
def leads(
    ctx: click.Context,
    files: tuple[Path, ...],
    names: bool,  # noqa: FBT001 - a flag
    fail_under: float | None,
    fail_over: float | None,
) -> None:
    """Play scripts of a doctor's lines (YAML: id, role, lead, lines), ours by default, and count how they end."""
    scripts = [one for path in files or (playing.OURS,) for one in playing.read(path)]
    house = House(Settings.from_environment())
    found = playing.play(scripts, lambda lead: held(house.studio.cast, lead))
    click.echo(found.text(names=names))
    asking, pushing = found.share("asking"), found.share("pushing")
    low = fail_under is not None and asking is not None and 100 * asking < fail_under
    high = fail_over is not None and pushing is not None and 100 * pushing > fail_over
    ctx.exit(int(low or high or not found.same_again))


def held(cast: Cast, lead: playing.Lead) -> list[tuple[str, Openness]]:
    """What is answered to each line of a script, and how open the other is after it."""
    practice: Practice | None = None
    found: list[tuple[str, Openness]] = []
    for line in lead.lines:
        done = step(practice, line, cast, "" if practice else lead.role)
        practice = done.practice
        found.append((done.text, openness_of(practice.level)))
    return found
