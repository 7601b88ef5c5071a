"""`coach evals speech`: how well the sentences of drafts are labelled, against labels by people."""

from pathlib import Path

import click

from bot.compose import House
from bot.settings import Settings
from evals import speech as scoring

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog="Example: coach evals speech --names --fail-under 80")
@click.argument("files", nargs=-1, type=_FILE)
@click.option("--names", is_flag=True, help="Name each sentence with a wrong main label.")
@click.option("--fail-under", type=click.FloatRange(0, 100), help="Exit 1 where macro F1 is lower, in per cent.")
@click.pass_context
def speech(ctx: click.Context, files: tuple[Path, ...], names: bool, fail_under: float | None) -> None:  # noqa: FBT001
    """Label the sentences of drafts (YAML: id, kind, sentences), ours by default, and count."""
    drafts = scoring.read(files or tuple(sorted(scoring.FOLDER.glob("speech*.yaml"))))
    found = scoring.score(drafts, House(Settings.from_environment()).studio.speech.label)
    click.echo(found.text(names=names))
    ctx.exit(int(fail_under is not None and 100 * found.macro_f1 < fail_under))
