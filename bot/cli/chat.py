"""`coach chat`: a conversation in the terminal, or as JSON lines."""

import getpass
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TextIO

import click

from bot import compose, resident
from bot.channels import answers, jsonlines, terminal, wire
from bot.coaching.model import IncomingMessage
from bot.settings import Settings

_OF_THE_MODEL: Final = ("bot.adapters.chat_model", "bot.llm_engine")


@click.command(epilog="Example: coach chat    or: coach chat --json < messages.jsonl")
@click.option("--json", "as_json", is_flag=True, help="Read and write JSON lines (see: coach schema chat-in).")
@click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    help="SQLite file for the conversations. With --json the default is a fresh store in memory.",
)
@click.option("--conversation", default="terminal", show_default=True, help="Name of the conversation to go on with.")
def chat(as_json: bool, store: Path | None, conversation: str) -> None:  # noqa: FBT001 - a command-line flag
    """Talk to the coach. It remembers where you were; /help shows what else you can type."""
    settings = Settings.from_environment()
    if as_json:
        _json(settings, f"sqlite:///{store}" if store else "sqlite://")
        return
    with resident.loading():
        opened = compose.open_coach(settings, f"sqlite:///{store}" if store else settings.database_url)
    resident.settle()
    _keep_apart(sys.stderr)
    session = terminal.Session(coach=opened.coach, first_contact=opened.first_contact, passages=opened.passages)
    try:
        session.run(
            sys.stdin, sys.stdout, conversation=conversation, person=getpass.getuser(), now=lambda: datetime.now(UTC)
        )
    finally:
        opened.close()


def _keep_apart(errors: TextIO) -> None:
    """Let no log line of the chat model stand among the replies in a terminal; `2>file` keeps them."""
    for name in _OF_THE_MODEL if errors.isatty() else ():
        logging.getLogger(name).addHandler(logging.NullHandler())


def _json(settings: Settings, url: str) -> None:
    with resident.loading():
        opened = compose.open_coach(settings, url)
    resident.settle()
    count = 0

    def answer(line: wire.ChatIn) -> wire.ChatOut:
        nonlocal count
        count += 1
        message = IncomingMessage(
            event_id=f"line-{count}",
            conversation_id=line.conversation,
            person_id=line.user,
            text=line.text,
            received_at=line.at,
        )
        return answers.chat(opened.coach.reply(message))

    try:
        jsonlines.run(sys.stdin, sys.stdout, wire.ChatIn, answer, "conversation")
    finally:
        opened.close()
