"""Whose token a request is answered with, and Slack's OAuth flow by which a workspace comes to have one."""

import logging
import secrets
from datetime import timedelta

import aiohttp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.error import BoltError
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.models.bot import Bot
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from bot.channels.slack.clients import Clients, NotInstalledError, web_client
from bot.channels.slack.manifest import manifest
from bot.channels.slack.parts import WallClock
from bot.errors import CoachError
from bot.ports.people import Workspace, Workspaces

_LOG = logging.getLogger(__name__)
_STATE_LIVES = timedelta(minutes=10)


class Authorize(AsyncAuthorize):
    """Whose token a request is answered with: from what is kept, never by asking Slack."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients

    async def __call__(  # noqa: PLR0913 - Bolt's signature
        self,
        *,
        context: AsyncBoltContext,  # noqa: ARG002
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,  # noqa: ARG002
        actor_team_id: str | None = None,  # noqa: ARG002
        actor_user_id: str | None = None,  # noqa: ARG002
    ) -> AuthorizeResult | None:
        """The workspace's token; None where the app is not installed there."""
        try:
            workspace = await self._clients.identity(team_id or "")
        except NotInstalledError:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=workspace.bot_user,
            bot_id=workspace.bot_id,
            bot_token=workspace.bot_token,
            user_id=user_id,
        )


class InstallationStore(AsyncInstallationStore):
    """Slack's word for `Workspaces`."""

    def __init__(self, workspaces: Workspaces, clients: Clients, clock: WallClock) -> None:
        self._workspaces = workspaces
        self._clients = clients
        self._clock = clock

    async def async_save(self, installation: Installation) -> None:
        """Keep or renew an installation. Raises BoltError where it is none of a single workspace."""
        if not installation.team_id or not installation.bot_token or installation.is_enterprise_install:
            message = "the app is installed workspace by workspace, not for a whole organization"
            raise BoltError(message)
        workspace = Workspace(
            team=installation.team_id,
            bot_token=installation.bot_token,
            bot_id=installation.bot_id or "",
            bot_user=installation.bot_user_id or "",
            scopes=tuple(installation.bot_scopes or ()),
            enterprise=installation.enterprise_id or "",
            name=installation.team_name or "",
            app_id=installation.app_id or "",
            installer=installation.user_id or "",
        )
        await self._workspaces.install(workspace, self._clock.now())
        self._clients.forget(workspace.team)

    async def async_find_bot(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        is_enterprise_install: bool | None = False,
    ) -> Bot | None:
        """The installation as Bolt knows it."""
        del is_enterprise_install
        workspace = await self._workspaces.find(team_id) if team_id else None
        if workspace is None:
            return None
        return Bot(
            app_id=workspace.app_id,
            enterprise_id=enterprise_id,
            team_id=workspace.team,
            team_name=workspace.name,
            bot_token=workspace.bot_token,
            bot_id=workspace.bot_id,
            bot_user_id=workspace.bot_user,
            bot_scopes=workspace.scopes,
            installed_at=0.0,
        )

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """The app was taken out."""
        del enterprise_id
        if team_id:
            self._clients.removed(team_id)
            await self._workspaces.uninstall(team_id)


class StateStore(AsyncOAuthStateStore):
    """States of installations that have begun: each is good once, and for ten minutes."""

    def __init__(self, workspaces: Workspaces, clock: WallClock) -> None:
        self._workspaces = workspaces
        self._clock = clock

    async def async_issue(self, *_args: object, **_kwargs: object) -> str:
        """A new state, which cannot be guessed."""
        state = secrets.token_urlsafe(32)
        await self._workspaces.issue_state(state, self._clock.now() + _STATE_LIVES)
        return state

    async def async_consume(self, state: str | None) -> bool:
        """Whether it was issued and not used before; it is used now."""
        return bool(state) and await self._workspaces.consume_state(str(state), self._clock.now())


class Flow(AsyncOAuthFlow):
    """Bolt's flow; what goes wrong between Slack and us is the same to the person who installs: not now."""

    async def run_installation(self, code: str) -> Installation | None:
        """Exchange the code for a token; None where Slack cannot be reached or does not know it."""
        try:
            return await super().run_installation(code)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            _LOG.warning("installation failed", extra={"error": type(error).__name__})
            return None

    async def store_installation(self, request: object, installation: Installation) -> None:
        """Keep the installation. Raises BoltError, which Bolt shows as a page of its own."""
        del request
        try:
            await self.settings.installation_store.async_save(installation)
        except CoachError as error:
            message = "the installation could not be kept"
            raise BoltError(message) from error


def flow(clients: Clients, clock: WallClock) -> Flow | None:
    """The flow that `/slack/install` begins; None where the app has one workspace's token and needs none."""
    connection = clients.connection
    if connection.bot_token or not connection.client_id:
        return None
    settings = AsyncOAuthSettings(
        client_id=connection.client_id,
        client_secret=connection.client_secret,
        scopes=connection.scopes or manifest().scopes,
        user_scopes=[],
        redirect_uri=connection.redirect_url,
        authorization_url=connection.authorization_url,
        installation_store=InstallationStore(clients.workspaces, clients, clock),
        installation_store_bot_only=True,
        state_store=StateStore(clients.workspaces, clock),
        state_expiration_seconds=int(_STATE_LIVES.total_seconds()),
    )
    return Flow(client=web_client(connection, ""), settings=settings, logger=_discreet())


def _discreet() -> logging.Logger:
    """Bolt's flow writes the code that an installation came with to the log; what it was about is said here instead."""
    logger = logging.getLogger(f"{__name__}.flow")
    logger.addFilter(_Discretion())
    return logger


class _Discretion(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = "an installation did not succeed", ()
        return record.levelno >= logging.WARNING
