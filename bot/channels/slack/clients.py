"""Clients of Slack's Web API, one for each workspace, over one pool of connections; nobody waits for `auth.test`."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import CoachError
from bot.ports.people import Workspace, Workspaces

_LONGEST = 30
_REMEMBERED = 60.0
_RATE_LIMIT_TRIES = 2
_REFUSED = {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "org_login_required"}
_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True, slots=True)
class Connection:
    """How this app reaches Slack, and how Slack reaches it; empty where it does not apply.

    With a `bot_token` the app serves the one workspace that the token is of; without, any that it is installed in by
    OAuth. With an `app_token` events come by Socket Mode. `public_url` is where Slack finds the app over HTTP.
    """

    signing_secret: str = ""
    bot_token: str = ""
    app_token: str = ""
    client_id: str = ""
    client_secret: str = ""
    api_url: str = "https://slack.com/api/"
    public_url: str = ""
    scopes: tuple[str, ...] = ()

    @property
    def authorization_url(self) -> str:
        """Where a person grants the app its scopes."""
        return urljoin(_with_slash(self.api_url), "../oauth/v2/authorize")

    @property
    def redirect_url(self) -> str:
        """Where Slack sends that person back to."""
        return urljoin(_with_slash(self.public_url), "slack/oauth_redirect")


class NotInstalledError(CoachError):
    """The workspace is not one that the app is installed in (any more)."""

    def __init__(self) -> None:
        super().__init__("the app is not installed in that workspace", code="not_installed")


@dataclass(slots=True)
class _Known:
    """A workspace as found, its clients, and when to look again."""

    workspace: Workspace
    until: float
    plain: AsyncWebClient
    patient: AsyncWebClient


@dataclass(slots=True)
class Clients:
    """One client for each workspace; use it in one event loop, and close it there.

    What is found of a workspace is believed for a minute, so that another replica's uninstallation is noticed.
    """

    connection: Connection
    workspaces: Workspaces
    _known: dict[str, _Known] = field(default_factory=dict)
    _single: Workspace | None = None
    _gone: set[str] = field(default_factory=set)
    _session: aiohttp.ClientSession | None = None

    async def warm(self) -> None:
        """Ask Slack once, at the start, whose the bot token is; nothing to do with OAuth.

        Raises CoachError where Slack refuses the token, or (retryable) cannot be reached.
        """
        token = self.connection.bot_token
        if not token or self._single is not None:
            return
        try:
            found = await self._client(token).auth_test()
        except SlackApiError as error:
            code = str(error.response.get("error", ""))
            if code in _REFUSED:
                message = f"Slack refuses the bot token ({code}). Check COACH_SLACK_BOT_TOKEN."
                raise CoachError(message, code="slack_token") from None
            raise _unreachable(code) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise _unreachable(type(error).__name__) from None
        self._single = Workspace(
            team=str(found.get("team_id", "")),
            bot_token=token,
            bot_id=str(found.get("bot_id", "")),
            bot_user=str(found.get("user_id", "")),
            name=str(found.get("team", "")),
        )

    async def client_for(self, team: str) -> AsyncWebClient:
        """The workspace's client, which tries each call once: what it raises is for the caller to judge.

        Raises NotInstalledError.
        """
        return (await self._find(team)).plain

    async def patient_client_for(self, team: str) -> AsyncWebClient:
        """The workspace's client for what is not kept in the outbox: it waits as long as Slack asks when limited.

        Raises NotInstalledError.
        """
        return (await self._find(team)).patient

    async def identity(self, team: str) -> Workspace:
        """The workspace, and who the app is there. Raises NotInstalledError."""
        return (await self._find(team)).workspace

    async def installed(self, team: str) -> bool:
        """Whether the app is installed in the workspace; quick."""
        try:
            await self._find(team)
        except NotInstalledError:
            return False
        return True

    async def teams(self) -> Sequence[str]:
        """Every workspace that is served."""
        if self.connection.bot_token:
            return (self._single.team,) if self._single and self._single.team not in self._gone else ()
        return tuple(one.team for one in await self.workspaces.all())

    def forget(self, team: str) -> None:
        """Look the workspace up anew at its next use: it was installed again."""
        self._known.pop(team, None)

    def removed(self, team: str) -> None:
        """The app was taken out there; a bot token that was of that workspace is of none any more."""
        self._known.pop(team, None)
        self._gone.add(team)

    async def close(self) -> None:
        """Close the connections."""
        self._known.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _find(self, team: str) -> _Known:
        known = self._known.get(team)
        if known is None or known.until < time.monotonic():
            workspace = await self._look_up(team)
            if workspace is None:
                self.forget(team)
                raise NotInstalledError
            if known is None or known.workspace != workspace:
                known = self._make(workspace)
            known.until = time.monotonic() + _REMEMBERED
            self._known[team] = known
        return known

    async def _look_up(self, team: str) -> Workspace | None:
        if not self.connection.bot_token:
            return await self.workspaces.find(team)
        if team in self._gone:
            return None
        if self._single is None:  # not warmed: the token serves whoever Slack says it is, and nobody waits for it
            return Workspace(team=team, bot_token=self.connection.bot_token, bot_id="", bot_user="")
        return self._single if team == self._single.team else None

    def _make(self, workspace: Workspace) -> _Known:
        waits = AsyncRateLimitErrorRetryHandler(max_retry_count=_RATE_LIMIT_TRIES)
        return _Known(
            workspace=workspace,
            until=0.0,
            plain=self._client(workspace.bot_token),
            patient=self._client(workspace.bot_token, waits),
        )

    def _client(self, token: str, *handlers: AsyncRetryHandler) -> AsyncWebClient:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_LONGEST))
        return web_client(self.connection, token, self._session, handlers)


def web_client(
    connection: Connection,
    token: str,
    session: aiohttp.ClientSession | None = None,
    handlers: Sequence[AsyncRetryHandler] = (),
) -> AsyncWebClient:
    """A client that does what `handlers` say about failures and else tries once; without a session, one a call."""
    client = AsyncWebClient(
        token=token or None,
        base_url=connection.api_url,
        timeout=_LONGEST,
        session=session,
        retry_handlers=list(handlers),
    )
    if urlsplit(connection.api_url).hostname in _THIS_MACHINE:
        client.proxy = None  # the SDK takes the machine's proxy for every address
    return client


def _with_slash(url: str) -> str:
    return url if url.endswith("/") else f"{url}/"


def _unreachable(why: str) -> CoachError:
    message = f"Slack cannot be reached to check the bot token ({why}). Check COACH_SLACK_API and the network."
    return CoachError(message, code="slack_unreachable", retryable=True)
