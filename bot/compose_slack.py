"""The Slack channel put together: settings -> store, engine, Bolt app and the service that runs them."""

import asyncio
import logging
import secrets
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from bot import compose_console, compose_me, compose_store, resident
from bot.adapters.query_encoder import QueryEncoder
from bot.adapters.shared_index import SharedIndex
from bot.adapters.store.mentoring.sharing import SqlSharing
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.retention import Keep, purge
from bot.adapters.store.workspaces import SqlWorkspaces
from bot.adapters.store.writer import Writer
from bot.channels.slack import bolt, logs, manifest
from bot.channels.slack.clients import Clients, Connection
from bot.channels.slack.engine.engine import Engine
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.parts import Options, Parts
from bot.channels.slack.serving.run import Beside, Service
from bot.coaching.rehearsal.cast import DESCRIBED
from bot.coaching.words import Words
from bot.compose import House, SystemClock, passage_text, shares_index, vector_settings
from bot.compose_slack_words import slack_words
from bot.errors import CoachError
from bot.settings import Settings
from knowledge.index.index_folder import INDEX

_LOG = logging.getLogger(__name__)
_A_DAY = 24 * 3600
_LOOK_EVERY = 15.0
"""Seconds between two looks for a published index."""
_WITH_MODEL = 24
"""Turns at once where each waits for a chat model: at two seconds a turn, twelve a second."""
_LAST_TRACES_S = 5.0
_DRAIN_BEYOND = 12.0
"""Seconds that a turn may take beside its chat model, and its letter on the way to Slack, when the process ends."""
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


def help_lines(words: Words) -> tuple[str, ...]:
    """Whom to reach now, one a line, of the nation that is set."""
    return tuple(
        words.safety_line(f"{one.name}: {one.number or one.address or ''}").rstrip(": ")
        for one in words.contacts(_HELP_ROUTE)
    )


def _parts(settings: Settings, writer: Writer, house: House, options: Options) -> Parts:
    return Parts(
        answerer=house.coach("sqlite://"),
        post=SqlPostOffice(writer, _owner(settings)),
        people=SqlPeople(writer),
        workspaces=SqlWorkspaces(writer),
        words=slack_words(settings),
        passages=passage_text,
        clock=SystemClock(),
        metrics=Metrics(),
        help_lines=help_lines(house.words),
        options=options,
        sharing=SqlSharing(writer),
        press=compose_me.press(),
        situations=house.compiled[0].choices,
        characters={one.id: one.name for one in house.studio.cast.roles.values() if one.id != DESCRIBED},
        console_url=settings.console_url,
    )


@dataclass(frozen=True, slots=True)
class _Purge:
    """What is past its time goes, once a day and when the process starts."""

    writer: Writer
    keep: Keep

    async def run(self, stop: asyncio.Event) -> None:
        """Purge until `stop` is set; a purge that fails is done the next day."""
        while not stop.is_set():
            try:
                await purge(self.writer, SystemClock().now(), self.keep)
            except Exception as error:  # noqa: BLE001 - whatever it is, doctors are answered; it is tried the next day
                _LOG.error("what is past its time could not be deleted", extra={"error": type(error).__name__})
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _A_DAY)


@dataclass(frozen=True, slots=True)
class _Following:
    """The index that another process published is fetched and swapped in, while this one answers."""

    shared: SharedIndex
    encoder: Callable[[], str]

    async def run(self, stop: asyncio.Event) -> None:
        """Look again and again until `stop` is set."""
        while not stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _LOOK_EVERY)
                return
            await self.look()

    async def look(self) -> None:
        """Look once; where it fails, the index that is here stays in use."""
        try:
            await asyncio.to_thread(self.shared.look, self.encoder)
        except Exception as error:  # noqa: BLE001 - whatever it is, doctors are answered from what is here
            _LOG.error("the published index could not be had", extra={"error": type(error).__name__})


async def following(settings: Settings, writer: Writer, house: House) -> tuple[Beside, ...]:
    """Whoever follows the published index, after a first look; nobody where it is not shared."""
    if not shares_index(settings):
        return ()
    shared = SharedIndex(writer, settings.data / INDEX, vector_settings(settings))
    follower = _Following(shared, lambda: QueryEncoder(house.reading_encoder).fingerprint)
    await follower.look()
    await asyncio.to_thread(shared.begin_with, settings.ready / INDEX)
    return (follower,)


def _beside(settings: Settings, writer: Writer, house: House, listening: Callable[[str], None]) -> tuple[Beside, ...]:
    purging = _Purge(writer, Keep(settings.keep_days, settings.keep_plans_days))
    if not settings.console_url:
        return (purging,)
    return (purging, compose_console.service(settings, writer, house, listening))


def options_of(settings: Settings) -> Options:
    """How the channel behaves; with a chat model more turns are under way at once, and are waited for at the end.

    A turn that waits for a chat model costs a thread and next to no processor.
    """
    if not settings.llm:
        return Options(timezone=settings.timezone)
    return Options(timezone=settings.timezone, workers=_WITH_MODEL, drain=_DRAIN_BEYOND + settings.llm_deadline)


@asynccontextmanager
async def opened(
    settings: Settings,
    *,
    listening: Callable[[str], None],
    console_listening: Callable[[str], None] = lambda _url: None,
    options: Options | None = None,
) -> AsyncIterator[Service]:
    """The service, ready to serve, and closed behind it. `listening` is told the address once requests can come.

    Where the settings name a console's address, the console is served beside it, and `console_listening` told of it.

    Raises CoachError where a setting is missing, the store cannot be opened, or another coach is using it.
    """
    connection = connection_of(settings)
    logs.configure(settings.log_level, sys.stderr)
    with compose_store.opened(settings) as writer:
        house = House(settings)
        shared_index = await following(settings, writer, house)
        parts = _parts(settings, writer, house, options or options_of(settings))
        clients = Clients(connection, parts.workspaces)
        running = Engine(parts, clients)
        resident.settle()
        try:
            yield Service(
                parts=parts,
                app=bolt.build(parts, running, connection, clients=clients),
                engine=running,
                clients=clients,
                host=settings.host,
                port=settings.port,
                app_token=connection.app_token,
                listening=listening,
                beside=(*shared_index, *_beside(settings, writer, house, console_listening)),
            )
        finally:
            await asyncio.to_thread(house.traces.close, _LAST_TRACES_S)
