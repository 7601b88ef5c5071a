"""`coach doctor`: is everything in place, and the command that mends what is not."""

import json
from dataclasses import asdict

import click

from bot.adapters.health import examine
from bot.settings import Settings

_MARK = {"ok": "ok      ", "note": "note    ", "missing": "MISSING "}


@click.command(epilog="Example: coach doctor")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--live", is_flag=True, help="Ask the chat model, where one is set, for one word.")
def doctor(as_json: bool, live: bool) -> None:  # noqa: FBT001 - command-line flags
    """Look at everything the coach needs. Exit status 1 where something is missing."""
    findings = examine(Settings.from_environment(), live=live)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in findings], indent=1, ensure_ascii=False))
    else:
        for one in findings:
            click.echo(f"{_MARK[one.state]}{one.what}")
            if one.mend:
                click.echo(f"        to mend it: {one.mend}")
    if any(one.state == "missing" for one in findings):
        raise click.exceptions.Exit(1)
