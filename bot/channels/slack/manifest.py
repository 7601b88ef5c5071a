"""The app as Slack is to register it: `manifest.json` for Socket Mode, and the same for HTTP."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.channels.slack.clients import Connection

FILE = Path(__file__).with_name("manifest.json")
EVENTS_PATH = "slack/events"


class _Part(BaseModel):
    """A part of the manifest that is read here; the rest is Slack's business."""

    model_config = ConfigDict(frozen=True, extra="allow")


class _Scopes(_Part):
    bot: tuple[str, ...]


class _OAuth(_Part):
    scopes: _Scopes


class _Events(_Part):
    bot_events: tuple[str, ...]


class _Settings(_Part):
    event_subscriptions: _Events


class Manifest(_Part):
    """What the app asks for."""

    oauth: Annotated[_OAuth, Field(alias="oauth_config")]
    settings: _Settings

    @property
    def scopes(self) -> tuple[str, ...]:
        """What the app may do in a workspace."""
        return self.oauth.scopes.bot

    @property
    def events(self) -> tuple[str, ...]:
        """What the app is told of."""
        return self.settings.event_subscriptions.bot_events


@cache
def manifest() -> Manifest:
    """What `manifest.json` asks for."""
    return Manifest.model_validate_json(FILE.read_bytes())


def for_socket_mode() -> Mapping[str, object]:
    """The manifest as it lies in the file."""
    whole: dict[str, object] = json.loads(FILE.read_text("utf-8"))
    return whole


def for_http(connection: Connection) -> Mapping[str, object]:
    """The manifest of an app that Slack calls at its `public_url`; several workspaces can install it from there."""
    whole = json.loads(FILE.read_text("utf-8"))
    events = f"{connection.public_url.rstrip('/')}/{EVENTS_PATH}"
    settings, features = whole["settings"], whole["features"]
    settings["socket_mode_enabled"] = False
    settings["event_subscriptions"]["request_url"] = events
    settings["interactivity"]["request_url"] = events
    for command in features["slash_commands"]:
        command["url"] = events
    whole["oauth_config"]["redirect_urls"] = [connection.redirect_url]
    out: dict[str, object] = whole
    return out
