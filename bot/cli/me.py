"""`coach me`: what you decided to do and what became of it, your growth, and a reflection to take away."""

import asyncio
import getpass
import json
import shutil
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from bot import compose_me
from bot.channels.terminal import safe
from bot.cli.new_file import write_new
from bot.compose_me import Desk, Own
from bot.days import day_gone_by
from bot.errors import CoachError
from bot.growth import Part
from bot.ports.people import CommitmentKept, Outcome
from bot.reflection.press import FORMATS
from bot.settings import Settings

_WIDEST = 88
_EARLIER = 10
_STORE = click.Path(dir_okay=False, path_type=Path)
_BECAME = {
    Outcome.KEPT: "Done",
    Outcome.PARTLY: "Done in part",
    Outcome.NOT: "Not done",
    Outcome.LET_GO: "Let go",
}
_NOTHING = (
    "Nothing yet. When a conversation ends with something you have decided to do, it is listed here, and so is what "
    "you practised and drafted."
)


@click.group(
    invoke_without_command=True, epilog="Example: coach me    coach me done 3 --kept    coach me reflection --last"
)
@click.option("--store", type=_STORE, help="SQLite file of the conversations, where it is not the usual one.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def me(ctx: click.Context, store: Path | None, as_json: bool) -> None:  # noqa: FBT001 - a command-line flag
    """What you decided to do, what became of it, and how much you ask and tell. Nobody else is shown any of it."""
    settings = Settings.from_environment()
    ctx.obj = settings.model_copy(update={"database": f"sqlite:///{store}"}) if store else settings
    if ctx.invoked_subcommand is not None:
        return
    with compose_me.opened(ctx.obj, getpass.getuser()) as desk:
        own = asyncio.run(desk.own())
        click.echo(_as_json(own) if as_json else "\n".join(_told(desk, own)))


@me.command(epilog="Example: coach me done 3 --partly")
@click.argument("number", type=int)
@click.option("--kept", "outcome", flag_value=Outcome.KEPT.value, help="You did it.")
@click.option("--partly", "outcome", flag_value=Outcome.PARTLY.value, help="You did part of it.")
@click.option("--not", "outcome", flag_value=Outcome.NOT.value, help="You have not done it.")
@click.option("--let-go", "outcome", flag_value=Outcome.LET_GO.value, help="You decided not to do it.")
@click.pass_obj
def done(settings: Settings, number: int, outcome: str | None) -> None:
    """Say what became of the commitment with that NUMBER in `coach me`. Exit status 1: there is none."""
    if outcome is None:
        message = "say what became of it: --kept, --partly, --not or --let-go"
        raise click.UsageError(message)
    with compose_me.opened(settings, getpass.getuser()) as desk:
        if not asyncio.run(desk.settle(number, Outcome(outcome))):
            click.echo(f"there is no commitment {number} of yours: coach me lists them", err=True)
            raise click.exceptions.Exit(1)
    click.echo(f"noted: {_BECAME[Outcome(outcome)].lower()}")


@me.command(epilog="Example: coach me reflection --last --format pdf --out reflection.pdf")
@click.option("--last", is_flag=True, help="Of the last talk; so it is where no conversation is named.")
@click.option("--conversation", default="", help="Of the last talk of the conversation with this name.")
@click.option("--format", "ending", type=click.Choice(FORMATS), help="By default as OUT ends, else docx.")
@click.option("--whole-talk", is_flag=True, help="With all that was said behind it.")
@click.option("--out", required=True, type=_STORE, help="A new file, readable by you alone.")
@click.pass_obj
def reflection(
    settings: Settings,
    last: bool,  # noqa: FBT001 - a command-line flag
    conversation: str,
    ending: str | None,
    whole_talk: bool,  # noqa: FBT001 - a command-line flag
    out: Path,
) -> None:
    """Write a talk up as a reflection that is yours, to be gone through and added to. Exit status 1: there is no talk.

    It is in your own words, with what could identify somebody struck out as far as it is recognised.
    """
    if last and conversation:
        message = "name a conversation or ask for the last one, not both"
        raise click.UsageError(message)
    now = datetime.now(UTC)
    with compose_me.opened(settings, getpass.getuser()) as desk:
        talk = asyncio.run(desk.talk(conversation))
        paper = asyncio.run(desk.reflection(talk, desk.day(now), whole_talk=whole_talk)) if talk else None
    if paper is None:
        click.echo("there is no talk to write up: coach chat begins one", err=True)
        raise click.exceptions.Exit(1)
    made = compose_me.press().makers[ending or _ending_of(out)](paper)
    write_new(out, made)
    for block in paper.warning.blocks:
        click.echo(textwrap.fill(safe(block.text), _width()), err=True)
    click.echo(f"written to {out}, for you alone to read", err=True)


def _ending_of(out: Path) -> str:
    ending = out.suffix.lower().removeprefix(".") or FORMATS[0]
    if ending not in FORMATS:
        message = f"a reflection cannot be written as .{ending}: give --format {', '.join(FORMATS)}"
        raise CoachError(message, code="format")
    return ending


def _as_json(own: Own) -> str:
    told = {
        "commitments": [asdict(one) for one in own.commitments],
        "attempts": [{"at": one.at, **one.attempt.model_dump()} for one in own.attempts],
        "growth": asdict(own.growth),
    }
    return json.dumps(told, ensure_ascii=False, indent=1, default=lambda one: one.isoformat())


def _told(desk: Desk, own: Own) -> list[str]:
    """All of it as it is read in a terminal."""
    if not own.commitments and not own.growth.parts:
        return [textwrap.fill(_NOTHING, _width())]
    still_open = [one for one in own.commitments if one.outcome is Outcome.OPEN]
    earlier = [one for one in own.commitments if one.outcome is not Outcome.OPEN]
    lines: list[str] = []
    if still_open:
        lines += ["What you decided to do, and is still open", "", *_listed(desk, still_open)]
    if earlier:
        lines += ["What became of earlier ones", "", *_listed(desk, earlier[:_EARLIER])]
        if len(earlier) > _EARLIER:
            lines += [f"There are {len(earlier) - _EARLIER} more; --json has every one.", ""]
    if own.growth.parts:
        lines += ["Over time", ""]
        for part in own.growth.parts:
            lines += [*_part(part), ""]
    return lines[:-1]


def _part(part: Part) -> list[str]:
    told = textwrap.fill(safe(" ".join(part.sentences)), _width())
    return [told, *(("", *(f"  {line}" for line in part.chart)) if part.chart else ())]


def _listed(desk: Desk, some: Sequence[CommitmentKept]) -> list[str]:
    lines: list[str] = []
    for one in some:
        dates = f"Decided on {day_gone_by(desk.day(one.made_at))}"
        dates += f", to be done by {day_gone_by(one.due)}." if one.due else "."
        if one.outcome in _BECAME:
            dates += f" {_BECAME[one.outcome]}"
            dates += f", as you said on {day_gone_by(desk.day(one.outcome_at))}." if one.outcome_at else "."
        what = textwrap.fill(
            f'"{safe(one.what)}"', _width(), initial_indent=f"{one.id:>3}  ", subsequent_indent=" " * 5
        )
        learnt = f'What you learnt: "{safe(one.learned)}"' if one.learned else ""
        beneath = (
            textwrap.fill(line, _width(), initial_indent=" " * 5, subsequent_indent=" " * 5)
            for line in (dates, learnt)
            if line
        )
        lines += [what, *beneath, ""]
    return lines


def _width() -> int:
    return min(_WIDEST, shutil.get_terminal_size().columns)
