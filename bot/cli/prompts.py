"""`coach prompts`: what a chat model is sent, which moves it may word, and whether the prompt files are right."""

import click

from bot.errors import CoachError


@click.group(epilog="Example: coach prompts show follow_up")
def prompts() -> None:
    """Show and check what a chat model is sent. None has to be configured for this."""


@prompts.command(epilog="Example: coach prompts show challenge --situation stretch_goal")
@click.argument("move")
@click.option("--situation", help="The playbook that the made-up turn is about, as stretch_goal.")
def show(move: str, situation: str | None) -> None:
    """Print what would be sent so that MOVE is put into words, in a made-up turn: system, turn, shape, tokens."""
    from bot.adapters import instructions, prompt_view  # noqa: PLC0415 - only needed here
    from knowledge.encoder.counting import counter  # noqa: PLC0415 - as above

    read = instructions.load()
    guide = prompt_view.guide_of(move, read.guides)
    sheet = prompt_view.made_up(move, guide, _titled(situation) if situation else None)
    for line in prompt_view.shown(sheet, read, counter()):
        click.echo(line)


@prompts.command("list", epilog="Example: coach prompts list")
def list_moves() -> None:
    """The moves that a chat model may word, and those that it never does, with the reason."""
    from bot.adapters import instructions, prompt_view  # noqa: PLC0415 - only needed here

    for line in prompt_view.listed(instructions.load().guides):
        click.echo(line)


@prompts.command(epilog="Example: coach prompts check")
def check() -> None:
    """Read every prompt file strictly: variables, guides, and each example against the rules of its own guide."""
    from bot.adapters import instructions  # noqa: PLC0415 - only needed here

    found = instructions.all_faults()
    for fault in found:
        click.echo(fault)
    if found:
        raise click.exceptions.Exit(1)
    read = instructions.load()
    examples = sum(len(one.examples) for one in read.guides.values())
    click.echo(f"{len(read.guides)} guides with {examples} examples, nothing wrong; {read.version}")


def _titled(situation: str) -> tuple[str, str]:
    from bot.adapters import words  # noqa: PLC0415 - only needed here

    compiled, _ = words.compile_words()
    if situation not in compiled.choices:
        message = f"no playbook is called {situation!r}; there are: {', '.join(sorted(compiled.choices))}"
        raise CoachError(message, code="no_playbook")
    return situation, compiled.choices[situation]
