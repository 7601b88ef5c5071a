"""`coach schema`: the machine interface's JSON schemas, as committed."""

import json

import click

from bot.channels.wire import SCHEMAS


@click.command(epilog="Example: coach schema chat-out")
@click.argument("name", type=click.Choice(sorted(SCHEMAS)))
def schema(name: str) -> None:
    """Print the JSON schema NAME."""
    click.echo(text(name), nl=False)


def text(name: str) -> str:
    """The schema as it is committed and printed."""
    return json.dumps(SCHEMAS[name].model_json_schema(mode="validation"), indent=2, ensure_ascii=False) + "\n"
