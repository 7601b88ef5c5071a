"""`coach data record`: who looked at what; whether anything of it was changed; and its end, to be noted elsewhere."""

import asyncio
import json
import re

import click

from bot.compose_data import opened
from bot.ports.staff import Act, Kept
from bot.settings import Settings

_ANCHOR = re.compile(r"[1-9][0-9]*-[0-9a-f]{16}")
_json = click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")


def _anchor(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """What `anchor` printed."""
    if not value or _ANCHOR.fullmatch(value):
        return value
    message = f"{value!r} is no anchor: give what `coach data record anchor` printed, as 120-0123456789abcdef."
    raise click.BadParameter(message, ctx, param)


@click.group(epilog="Example: coach data record verify")
def record() -> None:
    """The record of who looked at what in the console: appended, chained, never changed."""


@record.command(epilog="Example: coach data record verify --anchor 120-0123456789abcdef")
@click.option("--anchor", default="", callback=_anchor, help="An end that was noted earlier: is it still there?")
@_json
def verify(anchor: str, as_json: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Look whether an entry was edited, dropped, added or moved. Exit status 1 where one was. It is put on record."""
    with opened(Settings.from_environment()) as room:
        flaws = asyncio.run(room.record.flaws(anchor=anchor))
        end = asyncio.run(room.record.anchor())
        asyncio.run(room.note(Act.SAW_RECORD, "checked"))
    if as_json:
        click.echo(json.dumps({"whole": not flaws, "end": end, "flaws": [[one.number, one.what] for one in flaws]}))
    else:
        for one in flaws:
            click.echo(f"entry {one.number}: {one.what}")
        click.echo(f"{len(flaws)} flaws" if flaws else f"the record is whole, up to {end or 'its empty beginning'}")
    if flaws:
        raise click.exceptions.Exit(1)


@record.command(epilog="Example: coach data record anchor >> /mnt/elsewhere/anchors")
def anchor() -> None:
    """Print the end of the record, to be noted on paper or in another system. Exit status 1 while it is empty."""
    with opened(Settings.from_environment()) as room:
        end = asyncio.run(room.record.anchor())
    if not end:
        click.echo("nothing is on record yet", err=True)
        raise click.exceptions.Exit(1)
    click.echo(end)


@record.command(epilog="Example: coach data record show --last 50")
@click.option("--last", default=20, show_default=True, type=click.IntRange(1, 10_000), help="How many entries.")
@_json
def show(last: int, as_json: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Print the newest entries, oldest of them first; that they were looked at is on record before they are."""
    with opened(Settings.from_environment()) as room:
        found = list(reversed(asyncio.run(room.record.entries(limit=last))))
        asyncio.run(room.note(Act.SAW_RECORD))
    for one in found:
        click.echo(json.dumps(_told(one)) if as_json else "  ".join(str(part) for part in _told(one).values() if part))


def _told(kept: Kept) -> dict[str, object]:
    entry = kept.entry
    return {
        "number": kept.number,
        "at": entry.at.isoformat(timespec="seconds"),
        "actor": entry.actor,
        "act": entry.act.value,
        "subject": entry.subject,
        "detail": entry.detail,
    }
