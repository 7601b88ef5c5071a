"""The `coach` command: finds its sub-commands, imports only the one that runs, and shows errors as one plain line."""

import importlib
import sys
from importlib.metadata import entry_points

import click

from bot import resident
from bot.errors import CoachError
from knowledge.errors import KnowledgeError

_COMMANDS = {
    "chat": ("bot.cli.chat", "Talk to the coach in the terminal."),
    "ask": ("bot.cli.knowledge", "Ask the sources a question."),
    "search": ("bot.cli.knowledge", "Find passages of the sources."),
    "ingest": ("bot.cli.knowledge", "Read the source texts and build the index."),
    "sources": ("bot.cli.knowledge", "Show what the index holds."),
    "understand": ("bot.cli.understand", "Show what the coach understands of a message."),
    "draft": ("bot.cli.draft", "Have a draft reviewed: an e-mail, a pitch, a goal, an apology."),
    "rehearse": ("bot.cli.rehearse", "Practise a conversation with somebody difficult, and hear how it went."),
    "me": ("bot.cli.me", "Your own commitments and growth; a reflection to take away."),
    "playbooks": ("bot.cli.playbooks", "Check the playbooks, and train on their examples."),
    "prompts": ("bot.cli.prompts", "Show and check what a chat model is sent."),
    "slack": ("bot.cli.slack", "Run the coach in Slack, or a demo of it that needs no Slack."),
    "console": ("bot.cli.console", "Serve the mentors' console, or show it with sample talks."),
    "people": ("bot.cli.people", "Say who mentors, trains and administers; make a sign-in link."),
    "data": ("bot.cli.data", "Export, erase, back up and restore what is kept; rotate keys; verify the record."),
    "schema": ("bot.cli.schema", "Print a JSON schema of the machine interface."),
    "doctor": ("bot.cli.doctor", "Is everything in place? What is missing, and the command that mends it."),
    "health": ("bot.cli.health", "Is a running coach or console ready? For a container's probe."),
    "setup": ("bot.cli.setup", "Make what the coach needs once: the exported model, the index, the words."),
}
_JOINED = {
    "bench": "Measure speed, memory, tokens and retrieval; load it; plan for a hospital or a region.",
    "evals": "Does it coach well? Rubric cases held with the coach, graded, and compared.",
}
"""Commands of the evaluation suite, which is no part of every installation."""
_GROUP = "leadership_coach.commands"
_OURS = frozenset({"bot", "evals", "knowledge", "prompts"})


class _Lazy(click.Group):
    """A group that imports a command's module only when that command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted([*_COMMANDS, *(one.name for one in entry_points(group=_GROUP))])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name in _COMMANDS:
            with resident.loading():
                module = importlib.import_module(_COMMANDS[cmd_name][0])
            found = getattr(module, cmd_name)
        else:
            joined = next((one for one in entry_points(group=_GROUP) if one.name == cmd_name), None)
            found = joined.load() if joined else None
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        joined = {one.name: _JOINED.get(one.name, "See its --help.") for one in entry_points(group=_GROUP)}
        rows = sorted({**{name: text for name, (_, text) in _COMMANDS.items()}, **joined}.items())
        with formatter.section("Commands"):
            formatter.write_dl(rows)
        del ctx


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="leadership-coach", prog_name="coach")
def coach() -> None:
    """A leadership coach for doctors. It asks before it tells, and gives the place of what it quotes.

    Example: coach chat
    """


def main() -> None:
    """Run the command; what a person can mend is said in one line, with exit status 2."""
    try:
        status = coach.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (CoachError, KnowledgeError) as error:
        click.echo(f"coach: {error}", err=True)
        sys.exit(2)
    except ModuleNotFoundError as error:  # an image carries what a coach needs that talks, and no more
        if str(error.name).partition(".")[0] in _OURS:
            raise
        click.echo(f"coach: this needs the package {error.name}, which is not part of this installation", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)  # click hands back what a command gave to ctx.exit
