"""The Slack channel put together: settings -> store, engine, Bolt app and the service that runs them."""

import gc
import secrets
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.adapters.sealing import Sealer, load_or_make_key
from bot.adapters.store.engine import open_engine
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.workspaces import SqlWorkspaces
from bot.adapters.store.writer import Writer
from bot.channels.slack import bolt, logs, manifest
from bot.channels.slack.clients import Clients, Connection
from bot.channels.slack.engine.engine import Engine
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.parts import Options, Parts
from bot.channels.slack.serving.run import Service
from bot.channels.slack.words import SlackWords
from bot.coaching.words import Words
from bot.compose import House, SystemClock, passage_text
from bot.errors import CoachError
from bot.settings import Settings
from knowledge import strict_yaml
from prompts import library

_WORDS = "slack/words.yaml"
_HELP_ROUTE = "crisis_self"
"""Whose contacts 'I need help now' shows: the ones for whoever is in danger themselves, which serve all."""


def connection_of(settings: Settings) -> Connection:
    """How this app reaches Slack.

    Raises CoachError, naming the setting, where what is given is not enough to begin.
    """
    bot, app = settings.slack_bot_token.get_secret_value(), settings.slack_app_token.get_secret_value()
    signing, client = settings.slack_signing_secret.get_secret_value(), settings.slack_client_id
    if not bot and not client:
        message = "Slack: set COACH_SLACK_BOT_TOKEN (one workspace) or COACH_SLACK_CLIENT_ID (several): docs/slack.md"
        raise CoachError(message, code="no_slack")
    if not app and not signing:
        message = "Slack: set COACH_SLACK_APP_TOKEN (Socket Mode) or COACH_SLACK_SIGNING_SECRET (HTTP): docs/slack.md"
        raise CoachError(message, code="no_slack")
    if client and not (bot or (settings.slack_client_secret.get_secret_value() and settings.slack_url)):
        message = "Slack: to be installed in several workspaces, set COACH_SLACK_CLIENT_SECRET and COACH_SLACK_URL too"
        raise CoachError(message, code="no_slack")
    return Connection(
        signing_secret=signing,
        bot_token=bot,
        app_token=app,
        client_id=client,
        client_secret=settings.slack_client_secret.get_secret_value(),
        api_url=settings.slack_api,
        public_url=settings.slack_url,
        scopes=manifest.manifest().scopes,
    )


def _owner(settings: Settings) -> str:
    """The name under which this process holds work. On SQLite it is the only one, and finds its own again at once."""
    if settings.replica:
        return settings.replica
    return "alone" if settings.database_url.startswith("sqlite") else secrets.token_hex(8)


def slack_words() -> SlackWords:
    """What only the Slack channel says, checked. Raises KnowledgeError that names the file and the line."""
    return strict_yaml.load(library.file(_WORDS), SlackWords)


def help_lines(words: Words) -> tuple[str, ...]:
    """Whom to reach now, one a line, of the nation that is set."""
    return tuple(
        words.safety_line(f"{one.name}: {one.number or one.address or ''}").rstrip(": ")
        for one in words.contacts(_HELP_ROUTE)
    )


def _parts(settings: Settings, writer: Writer, options: Options) -> Parts:
    house = House(settings)
    return Parts(
        answerer=house.coach("sqlite://"),
        post=SqlPostOffice(writer, _owner(settings)),
        people=SqlPeople(writer),
        workspaces=SqlWorkspaces(writer, Sealer(load_or_make_key(settings.sealing_key))),
        words=slack_words(),
        passages=passage_text,
        clock=SystemClock(),
        metrics=Metrics(),
        help_lines=help_lines(house.words),
        options=options,
    )


@asynccontextmanager
async def opened(
    settings: Settings, *, listening: Callable[[str], None], options: Options | None = None
) -> AsyncIterator[Service]:
    """The service, ready to serve, and closed behind it. `listening` is told the address once requests can come.

    Raises CoachError where a setting is missing, the store cannot be opened, or another coach is using it.
    """
    connection = connection_of(settings)
    logs.configure(settings.log_level, sys.stderr)
    engine = open_engine(settings.database_url)
    writer = Writer(engine)
    try:
        parts = _parts(settings, writer, options or Options(timezone=settings.timezone))
        clients = Clients(connection, parts.workspaces)
        running = Engine(parts, clients)
        gc.collect()
        gc.freeze()  # words, models and libraries live as long as the process: no need to go through them again
        yield Service(
            parts=parts,
            app=bolt.build(parts, running, connection, clients=clients),
            engine=running,
            clients=clients,
            host=settings.host,
            port=settings.port,
            app_token=connection.app_token,
            listening=listening,
        )
    finally:
        writer.close()
        engine.dispose()
