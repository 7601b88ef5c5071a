"""`coach console`: the mentors' console, on the coach's own store, or over sample talks where nothing is set up yet."""

from pathlib import Path

import click

from bot import compose_console
from bot.channels import web
from bot.settings import Settings


@click.command(epilog="Example: coach console    or, set up for a hospital (docs/console.md): coach console")
@click.option("--sample", is_flag=True, help="Show sample talks, also where a console is set up.")
@click.option("--no-browser", is_flag=True, help="With sample talks: only print the address.")
@click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With sample talks: SQLite file to keep them in; the default is a new one.",
)
def console(sample: bool, no_browser: bool, store: Path | None) -> None:  # noqa: FBT001 - command-line flags
    """Serve the mentors' console: sample talks, or what doctors shared where COACH_CONSOLE_URL is set."""
    settings = Settings.from_environment()
    if sample or not settings.console_url:
        if settings.console_url == "" and not sample:
            _say("COACH_CONSOLE_URL is not set: showing sample talks (docs/console.md says how to set it up).")
        show = compose_console.Show(browser=not no_browser, store=store, tell=_say)
        web.run(compose_console.show(settings, show))
        return
    with compose_console.opened(settings, lambda url: _say(f"The console is there, at {url}.")) as service:
        web.run(service.serve())


def _say(text: str) -> None:
    click.echo(text, err=True)
