"""`coach evals list | check | new | schema`: the cases themselves."""

from collections import Counter
from pathlib import Path
from typing import Literal

import click

from evals.casebook import load, template
from evals.casebook.load import CASES
from evals.errors import EvalsError

_FOLDER = click.Path(exists=True, path_type=Path)
Kind = Literal["single", "script", "sessions", "doctor"]


@click.command("list", epilog="Example: coach evals list --split hold_out --tag doctor")
@click.option("--cases", "folder", type=_FOLDER, default=CASES, help="A folder or file of cases; ours by default.")
@click.option("--case", "ids", multiple=True, help="Only this case, family or situation; may be repeated.")
@click.option("--tag", "tags", multiple=True, help="Only cases with this tag, or of this kind.")
@click.option("--split", type=click.Choice(["tune", "hold_out", "hard"]), help="Only this split.")
@click.option("--names", is_flag=True, help="One id a line instead of counts.")
def list_cases(folder: Path, ids: tuple[str, ...], tags: tuple[str, ...], split: str | None, names: bool) -> None:  # noqa: FBT001 - a flag
    """Show which cases there are."""
    found = load.chosen(load.load(folder), ids=ids, tags=tags, split=split)
    if names:
        for one in found:
            click.echo(one.id)
        return
    click.echo(f"{len(found)} cases in {len({one.family for one in found})} families")
    for title, count in (
        ("kind", Counter(one.kind for one in found)),
        ("split", Counter(one.split for one in found)),
        ("about", Counter(one.about for one in found)),
    ):
        click.echo(f"by {title}: " + ", ".join(f"{name} {number}" for name, number in sorted(count.items())))


@click.command(epilog="Example: coach evals check evals/cases/stretch_goal.yaml")
@click.argument("folder", type=_FOLDER, default=CASES)
def check(folder: Path) -> None:
    """Read every case strictly; the first fault is told with its file and line."""
    click.echo(f"{len(load.load(folder))} cases, nothing wrong")


@click.command(epilog="Example: coach evals new stretch-goal-lists --about stretch_goal --kind doctor")
@click.argument("name")
@click.option("--about", required=True, help="A situation, or one of the other intents.")
@click.option("--kind", type=click.Choice(["single", "script", "sessions", "doctor"]), default="single")
@click.option("--into", type=click.Path(dir_okay=False, path_type=Path), help="Append it to this file.")
def new(name: str, about: str, kind: Kind, into: Path | None) -> None:
    """Begin a case: a filled-in example to write over, to standard output or into a file."""
    text = template.begin(name, about, kind)
    if into is None:
        click.echo(text, nl=False)
        return
    if not into.parent.is_dir():
        message = f"there is no folder {into.parent}"
        raise EvalsError(message)
    before = into.read_text(encoding="utf-8") if into.exists() else template.FIRST_LINE
    into.write_text(f"{before.rstrip()}\n\n{text}", encoding="utf-8")
    click.echo(f"{name} begun in {into}; then: coach evals check {into}")


@click.command(epilog="Example: coach evals schema > evals/cases/case.schema.json")
def schema() -> None:
    """Print the JSON schema of a file of cases."""
    click.echo(template.schema_text(), nl=False)
