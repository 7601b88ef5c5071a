"""`coach understand`: what the coach makes of one message, without answering it."""

import sys
import time
from collections.abc import Callable

import click

from bot import compose
from bot.channels import answers, jsonlines, terminal, wire
from bot.coaching.model import IncomingMessage, State
from bot.settings import Settings


@click.command(epilog='Example: coach understand "the consultant laughed when I said zero falls"')
@click.argument("message", required=False)
@click.option("--json", "as_json", is_flag=True, help="Read and write JSON lines (see: coach schema understand-in).")
def understand(message: str | None, as_json: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Show intent, situations, notices and safety for MESSAGE. Nothing is stored."""
    answer = _reader(Settings.from_environment())
    if as_json:
        jsonlines.run(sys.stdin, sys.stdout, wire.UnderstandIn, answer, "id")
        return
    if not message:
        message = "give a message, or --json to read lines"
        raise click.UsageError(message)
    out = answer(wire.UnderstandIn(id="message", text=message))
    click.echo(f"intent      {out.intent}")
    for one in out.ranking[:3]:
        click.echo(f"            {one.confidence:.2f} {one.id}")
    click.echo(f"notices     {', '.join(out.notices) or 'none'}")
    safety = f"{out.safety.route} ({'would ask' if out.safety.check_in else 'stops'})" if out.safety else "none"
    click.echo(f"safety      {safety}")
    click.echo(f"kept as     {terminal.safe(out.masked)}")


def _reader(settings: Settings) -> Callable[[wire.UnderstandIn], wire.UnderstandOut]:
    coach = compose.open_coach(settings, "sqlite://").coach

    def answer(line: wire.UnderstandIn) -> wire.UnderstandOut:
        began = time.perf_counter()
        incoming = IncomingMessage(event_id=line.id, conversation_id=line.id, person_id="nobody", text=line.text)
        masked, found = coach.mask(incoming)
        reading = coach.read(masked.text, State(), identifiable=bool(found))
        return answers.understood(line.id, reading, found, masked.text, round((time.perf_counter() - began) * 1000, 3))

    return answer
