"""`coach evals commitments`: how often what, when, with whom, if-then, confidence and obstacle are taken rightly."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import click

from bot.coach import Coach
from bot.coaching.model import Commitment, IncomingMessage
from bot.coaching.record import Conversation
from bot.compose import House
from bot.settings import Settings
from evals import commitments as measuring

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog="Example: coach evals commitments phrasings.yaml --names --fail-under 90")
@click.argument("files", nargs=-1, type=_FILE)
@click.option("--names", is_flag=True, help="Name each phrasing that was taken wrongly, and what was taken.")
@click.option("--fail-under", type=click.FloatRange(0, 100), help="Exit 1 where fewer are wholly right, in per cent.")
@click.pass_context
def commitments(
    ctx: click.Context,
    files: tuple[Path, ...],
    names: bool,  # noqa: FBT001 - a flag
    fail_under: float | None,
) -> None:
    """Hold doctors' phrasings of a plan (YAML: id, says, asked, today, want), ours by default, and count."""
    phrasings = [one for path in files or (measuring.OURS,) for one in measuring.read(path)]
    coach = House(Settings.from_environment()).coach("sqlite://")
    seen = [masked(coach, one) for one in phrasings]
    found = measuring.score(seen, lambda one: held(coach, one))
    click.echo(found.text(names=names))
    ctx.exit(int(fail_under is not None and 100 * found.right < fail_under))


def masked(coach: Coach, phrasing: measuring.Phrasing) -> measuring.Phrasing:
    """As the coach hears it: what is wanted has the names masked that it never sees, as in 'ask Dr [name]'."""
    heard = [coach.mask(message) for message in _messages(phrasing)]
    hidden = {
        text[one.start : one.end]: f"[{one.kind}]"
        for text, (_, found) in zip(phrasing.says, heard, strict=True)
        for one in found
    }
    return phrasing.model_copy(update={"want": phrasing.want.in_words_of(hidden)})


def held(coach: Coach, phrasing: measuring.Phrasing) -> Commitment | None:
    """The plan after what the doctor says, said to the coach turn by turn from where the plan is asked for."""
    talk = Conversation(
        id=phrasing.id, person_id="doctor", state=measuring.before(phrasing), said=(f"{phrasing.asked.rstrip('?')}?",)
    )
    for message in _messages(phrasing):
        heard, found = coach.mask(message)
        record = coach.answer(heard, talk, identifiable=bool(found))
        talk = talk.model_copy(update={"state": record.state, "said": (*talk.said, record.reply.text)})
    return measuring.plan_of(talk.state)


def _messages(phrasing: measuring.Phrasing) -> list[IncomingMessage]:
    began = datetime.combine(phrasing.today, time(12), UTC)
    return [
        IncomingMessage(
            event_id=f"{number}",
            conversation_id=phrasing.id,
            person_id="doctor",
            text=text,
            received_at=began + timedelta(minutes=number),
        )
        for number, text in enumerate(phrasing.says)
    ]
