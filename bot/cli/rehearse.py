"""`coach rehearse`: practise a conversation with somebody difficult, and hear how it went."""

import getpass
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.channels import jsonlines, rehearsing, terminal, wire_practice
from bot.coaching.rehearsal.cast import DESCRIBED
from bot.compose import House
from bot.settings import Settings


@click.command(
    epilog='Example: coach rehearse "ops manager" --about "a third clerk at weekends"    '
    'or: coach rehearse "my TPD, always late, thinks audits are pointless"'
)
@click.argument("role", required=False, default="")
@click.option("--about", default="", help="What you want to raise with them, in a line.")
@click.option("--list", "listed", is_flag=True, help="Show who can be practised with.")
@click.option("--json", "as_json", is_flag=True, help="Read and write JSON lines (see: coach schema rehearse-in).")
@click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    help="SQLite file to keep it in. With --json the default is a fresh store in memory.",
)
def rehearse(role: str, about: str, listed: bool, as_json: bool, store: Path | None) -> None:  # noqa: FBT001 - flags
    """Practise with ROLE: one of those that --list shows, or anybody you describe. It is kept as a conversation is.

    In it: "pause" to think with the coach, "go on" to go back, "again" to take your last line back, "stop" for the
    debrief.
    """
    settings = Settings.from_environment()
    house = House(settings)
    if listed:
        for one in house.studio.cast.roles.values():
            click.echo(f"{one.id:<22}{terminal.safe(one.name if one.id != DESCRIBED else 'anybody you describe')}")
        return
    kept = "sqlite://" if as_json else settings.database_url
    coach = house.coach(f"sqlite:///{store}" if store else kept)
    try:
        if as_json:
            jsonlines.run(
                sys.stdin, sys.stdout, wire_practice.RehearseIn, rehearsing.Lines(coach).answer, "conversation"
            )
            return
        person, now = getpass.getuser(), datetime.now(UTC)
        room = rehearsing.Room(coach, f"{person}:rehearsal:{now:%Y%m%dT%H%M%S%f}", person, lambda: datetime.now(UTC))
        rehearsing.Sitting(room).run(sys.stdin, sys.stdout, role=role, about=about)
    finally:
        house.traces.close(2.0)
