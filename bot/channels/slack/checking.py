"""Do the tokens open what they should? What `coach slack check` finds out, before a doctor does."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.clients import Connection, web_client
from bot.channels.slack.manifest import manifest


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing looked at: how it stands, with what would mend it."""

    well: bool
    what: str


async def check_tokens(connection: Connection) -> Sequence[Checked]:
    """Sign in with each token there is; a thing that cannot be looked at is a finding, not an error."""
    found: list[Checked] = []
    if connection.bot_token:
        found += await _bot(web_client(connection, connection.bot_token))
    else:
        found.append(Checked(well=True, what=f"several workspaces: install at {connection.public_url}/slack/install"))
    if connection.app_token:
        found.append(await _socket(web_client(connection, connection.app_token)))
    else:
        found.append(Checked(well=True, what="HTTP: requests are known by the signing secret"))
    return found


async def _bot(client: AsyncWebClient) -> Sequence[Checked]:
    try:
        answer = await client.auth_test()
    except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError) as error:
        return [Checked(well=False, what=f"COACH_SLACK_BOT_TOKEN: {_why(error)}")]
    signed_in = Checked(well=True, what=f"signed in to {answer.get('team')} as {answer.get('user')}")
    granted = {one.strip() for one in _header(answer.headers, "x-oauth-scopes").split(",") if one.strip()}
    if not granted:
        return [signed_in, Checked(well=True, what="scopes: Slack did not say which were granted")]
    missing = sorted(set(manifest().scopes) - granted)
    more = sorted(granted - set(manifest().scopes))
    scopes = [Checked(well=not missing, what=_scopes(missing))]
    if more:
        scopes.append(Checked(well=True, what=f"granted and not needed: {', '.join(more)}"))
    return [signed_in, *scopes]


def _scopes(missing: Sequence[str]) -> str:
    if not missing:
        return "scopes: all that the manifest asks for"
    return (
        f"scopes missing: {', '.join(missing)}. Paste the manifest again (coach slack manifest) and reinstall the app"
    )


async def _socket(client: AsyncWebClient) -> Checked:
    try:
        await asyncio.wait_for(client.apps_connections_open(app_token=client.token or ""), 30)
    except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError) as error:
        return Checked(well=False, what=f"COACH_SLACK_APP_TOKEN: {_why(error)}")
    return Checked(well=True, what="Socket Mode: the app-level token opens a connection")


def _why(error: Exception) -> str:
    """Slack's own word for it, or that it could not be reached."""
    if isinstance(error, SlackApiError):
        return f"Slack refuses it ({error.response.get('error')})"
    return f"Slack cannot be reached ({type(error).__name__})"


def _header(headers: object, name: str) -> str:
    """A header, however it is spelt."""
    found = headers.items() if isinstance(headers, dict) else ()
    return next((str(value) for key, value in found if str(key).lower() == name), "")
