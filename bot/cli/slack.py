"""`coach slack`: the coach in Slack; its manifest, a check of the tokens, and a demo that needs no Slack."""

import asyncio
import json
import sys
from pathlib import Path

import click

from bot import compose_slack, slack_demo
from bot.channels import web
from bot.channels.slack import manifest as app_manifest
from bot.channels.slack.checking import check_tokens
from bot.channels.slack.clients import Connection
from bot.settings import Settings


@click.group(
    invoke_without_command=True,
    epilog="Example: coach slack --demo    or, once it is installed (docs/slack.md): coach slack",
)
@click.option("--demo", is_flag=True, help="Run against a stand-in for Slack on this machine, shown in the browser.")
@click.option("--http", "over_http", is_flag=True, help="With --demo: over HTTP instead of Socket Mode.")
@click.option("--no-browser", is_flag=True, help="With --demo: only print the address.")
@click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --demo: SQLite file; the default is a new one.",
)
@click.pass_context
def slack(ctx: click.Context, demo: bool, over_http: bool, no_browser: bool, store: Path | None) -> None:  # noqa: FBT001 - command-line flags
    """Run the coach in Slack, by Socket Mode where there is an app-level token, else over HTTP."""
    if ctx.invoked_subcommand is not None:
        return
    settings = Settings.from_environment()
    if demo:
        slack_demo.run(settings, slack_demo.Show(over_http=over_http, browser=not no_browser, store=store))
        return
    web.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    async with compose_slack.opened(settings, listening=_say) as service:
        await service.serve()


def _say(url: str) -> None:
    click.echo(f"The coach is there. Health: {url}/readyz  Metrics: {url}/metrics", err=True)


@slack.command()
@click.option("--url", default="", help="Address under which Slack reaches the coach; without, Socket Mode is used.")
def manifest(url: str) -> None:
    """Print the app's manifest, to be pasted where Slack asks for one."""
    whole = app_manifest.for_http(Connection(public_url=url)) if url else app_manifest.for_socket_mode()
    json.dump(whole, sys.stdout, indent=2)
    sys.stdout.write("\n")


@slack.command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """Sign in with the tokens, and compare the scopes that were granted with those asked for."""
    settings = Settings.from_environment()
    findings = asyncio.run(check_tokens(compose_slack.connection_of(settings)))
    for one in findings:
        click.echo(f"{'ok  ' if one.well else 'mend'}  {one.what}")
    ctx.exit(0 if all(one.well for one in findings) else 1)
