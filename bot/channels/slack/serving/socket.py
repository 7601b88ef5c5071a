"""Socket Mode, with a watch: a socket that is open and dead is noticed by the age of its last answer, and replaced.

The library mends most breaks by itself. A connection over which nothing comes any more it may miss; then the whole
client is thrown away, so that no half-open socket is left to which Slack would go on sending.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.channels.slack.engine.loops import Reached, nothing
from bot.channels.slack.engine.verdicts import code_of
from bot.channels.slack.serving.health import Health
from bot.errors import CoachError

_LOG = logging.getLogger(__name__)
_PATIENCE = 5.0
_REFUSED = (
    "invalid_auth not_authed not_allowed_token_type token_revoked account_inactive missing_scope socket_mode_disabled"
).split()
_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


class _Handler(AsyncSocketModeHandler):
    """Bolt's handler, which says when an acknowledgement is out."""

    reached: Reached = staticmethod(nothing)

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """Dispatch one envelope and acknowledge it."""
        await super().handle(client, req)
        self.reached("after_ack")


@dataclass(slots=True)
class Socket:
    """The connection to Slack, kept alive until it is closed.

    `dead_after` is the age of the last answer, in seconds, at which a socket is given up; `ping` is how often one is
    asked for. `missed` is told, once messages come again, since when none could.
    """

    app: AsyncApp
    app_token: str
    health: Health
    missed: Callable[[datetime], None]
    dead_after: float = 30.0
    ping: float = 5.0
    reached: Reached = nothing
    _handler: _Handler | None = None
    _connecting: asyncio.Task[None] | None = None
    _answered: float = field(default_factory=time.time)
    _away_since: float | None = None

    async def check(self) -> None:
        """Ask Slack once whether it takes the app token; nothing is opened.

        Raises CoachError where Slack refuses it. Where Slack is out of reach, `run` goes on trying.
        """
        try:
            await self.app.client.apps_connections_open(app_token=self.app_token)
        except SlackApiError as error:
            code = code_of(error)
            if code in _REFUSED:
                message = (
                    f"Slack refuses Socket Mode ({code}). "
                    "Check COACH_SLACK_APP_TOKEN, and that Socket Mode is on in the app's settings."
                )
                raise CoachError(message, code="slack_app_token") from None
        except Exception as error:  # noqa: BLE001 - any other trouble may pass
            _LOG.warning("Slack is out of reach", extra={"error": type(error).__name__})

    async def run(self) -> None:
        """Connect, watch, and connect anew, until cancelled."""
        self._answered = time.time()
        self._open()
        while True:
            await asyncio.sleep(min(self.ping, self.dead_after / 4))
            await self._look()

    async def close(self) -> None:
        """Take nothing in any more. What is not acknowledged, Slack sends again."""
        await self._drop()
        self.health.socket(alive=False, ping_age=self._age())

    async def _look(self) -> None:
        answered = self._handler.client.last_ping_pong_time if self._handler else None
        self._answered = max(self._answered, answered or 0.0)
        age = self._age()
        alive = age <= self.dead_after
        if alive and answered is not None and self._away_since is not None:
            since, self._away_since = self._away_since, None
            self.missed(datetime.fromtimestamp(since, UTC))
        self.health.socket(alive=alive and self._away_since is None, ping_age=age)
        if not alive:
            await self._replace()

    async def _replace(self) -> None:
        _LOG.warning("the socket is dead and is opened anew", extra={"seconds": round(self._age())})
        self.health.parts.metrics.reconnected()
        self._away_since = self._answered if self._away_since is None else self._away_since
        await self._drop()
        self._answered = time.time()  # the new one is given as long as the old one
        self._open()

    def _open(self) -> None:
        handler = _Handler(self.app, self.app_token, ping_interval=self.ping)
        handler.reached = self.reached
        if urlsplit(self.app.client.base_url).hostname in _THIS_MACHINE:
            handler.client.proxy = None  # the library takes the machine's proxy for every address
        self._handler = handler
        self._connecting = asyncio.create_task(handler.connect_async())  # type: ignore[no-untyped-call]

    async def _drop(self) -> None:
        """Close whatever there is of the old client; a socket that does not answer does not say goodbye either."""
        handler, connecting = self._handler, self._connecting
        self._handler = self._connecting = None
        if connecting is not None:
            connecting.cancel()
            await asyncio.gather(connecting, return_exceptions=True)
        if handler is None:
            return
        client = handler.client
        client.closed = True
        client.auto_reconnect_enabled = False
        try:
            async with asyncio.timeout(_PATIENCE):
                await handler.close_async()  # type: ignore[no-untyped-call]
        except Exception as error:  # noqa: BLE001 - it is thrown away whatever it says
            _LOG.info("the old socket did not close", extra={"error": type(error).__name__})
        for task in (client.message_processor, client.current_session_monitor, client.message_receiver):
            if task is not None:
                task.cancel()
        await client.aiohttp_client_session.close()

    def _age(self) -> float:
        return max(time.time() - self._answered, 0.0)
