"""`coach draft`: an e-mail, a pitch, a goal, an apology reviewed in the doctor's own words."""

import shutil
import sys
from pathlib import Path

import click

from bot.channels import jsonlines, reviewing, terminal, wire_lines, wire_practice
from bot.coaching.reviewed import DraftKind, Reviewed
from bot.compose import House
from bot.errors import CoachError
from bot.settings import Settings


@click.command(epilog="Example: coach draft email.txt    or: pbpaste | coach draft - --kind apology")
@click.argument("file", required=False)
@click.option("--kind", type=click.Choice([one.value for one in DraftKind]), help="What it is, where you know better.")
@click.option("--before", metavar="FILE", help="The version before this one: what came of it is said as well.")
@click.option("--json", "as_json", is_flag=True, help="Read and write JSON lines (see: coach schema draft-in).")
def draft(file: str | None, kind: str | None, before: str | None, as_json: bool) -> None:  # noqa: FBT001 - a flag
    """Review the draft in FILE, or what is piped in with -. Two things to keep, at most two to change.

    In the margin: asks, tells or leads, +1 and +2 for what to keep, ~1 and ~2 for what to change. Nothing is kept.
    """
    house = House(Settings.from_environment())
    desk = reviewing.Desk(house.studio.kit, house.names)
    if as_json:
        jsonlines.run(sys.stdin, sys.stdout, wire_practice.DraftIn, lambda line: _answer(desk, line), "id")
        return
    if not file:
        message = "give a file, - for what is piped in, or --json to read lines"
        raise click.UsageError(message)
    known = DraftKind(kind) if kind else None
    text = _read(file, house)
    route = reviewing.danger(text)
    if route:
        words = house.words
        for one in words.routes[route].first:
            terminal.tell(sys.stdout, words.safety_line(one))
        return
    earlier = _earlier(desk, _read(before, house), known) if before else None
    marked = desk.reviewed(text, known, earlier)
    click.echo(reviewing.page(marked, house.studio.kit, shutil.get_terminal_size().columns))


def _earlier(desk: reviewing.Desk, text: str, kind: DraftKind | None) -> Reviewed:
    return desk.reviewed(text, kind).review.kept


def _answer(desk: reviewing.Desk, line: wire_practice.DraftIn) -> wire_practice.DraftOut:
    kind = DraftKind(line.kind) if line.kind else None
    route = reviewing.danger(line.text)
    marked = desk.reviewed(line.text, kind)
    return reviewing.stopped(line.id, marked.review.kind, route) if route else reviewing.line(line.id, marked)


def _read(name: str, house: House) -> str:
    """The draft; CoachError says what is wrong with it, for whoever can mend it."""
    sayings = house.studio.kit.remarks.sayings
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{name}: cannot be read as a text file"
        raise CoachError(message, code="no_draft") from error
    if not text.strip():
        raise CoachError(sayings.empty, code="empty_text")
    if len(text) > wire_lines.LONGEST_TEXT:
        raise CoachError(sayings.too_long.format(most=wire_lines.LONGEST_TEXT), code="too_long")
    return text
