"""Events as Slack writes them, sent only where the app subscribes to them, has their scope and is installed."""

import time
from dataclasses import dataclass

from tests.fakeslack.delivery import Delivery
from tests.fakeslack.jsons import Json, text
from tests.fakeslack.known import APP_ID, VERIFICATION_TOKEN
from tests.fakeslack.manifest import Manifest
from tests.fakeslack.state import Channel, State, Workspace

SCOPES = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "message.channels": "channels:history",
}


@dataclass(slots=True)
class Events:
    """Where events start."""

    state: State
    app: Manifest
    delivery: Delivery

    def send(self, workspace: Workspace, name: str, event: Json) -> str:
        """Send an event that the app subscribes to as `name`; its id, or nothing where it is not sent."""
        if name not in self.app.events or not workspace.token:
            return ""
        if SCOPES.get(name, "") and SCOPES[name] not in workspace.scopes:
            return ""
        return self.push(workspace, event)

    def push(self, workspace: Workspace, event: Json) -> str:
        """Send an event without asking whether the app wants it; gives its id."""
        event_id = self.state.new_id("Ev")
        installed = bool(workspace.token)
        self.delivery.event(
            {
                "token": VERIFICATION_TOKEN,
                "team_id": workspace.id,
                "context_team_id": workspace.id,
                "api_app_id": APP_ID,
                "event": event,
                "type": "event_callback",
                "event_id": event_id,
                "event_time": int(time.time()),
                "authorizations": [self._authorization(workspace)] if installed else [],
                "is_ext_shared_channel": False,
            }
        )
        return event_id

    @staticmethod
    def _authorization(workspace: Workspace) -> Json:
        return {
            "enterprise_id": None,
            "team_id": workspace.id,
            "user_id": workspace.bot_user,
            "is_bot": True,
            "is_enterprise_install": False,
        }

    def message(self, channel: Channel, message: Json) -> str:
        """A message was posted, by a person or by the app itself: Slack tells the app of its own messages too."""
        event: Json = {**message, "channel": channel.id, "event_ts": message["ts"], "channel_type": channel.kind}
        event.pop("metadata", None)
        return self._of(channel, event)

    def changed(self, channel: Channel, message: Json, previous: Json) -> str:
        """A message was changed."""
        return self._of(channel, self._hidden(channel, "message_changed", message=message, previous_message=previous))

    def deleted(self, channel: Channel, previous: Json) -> str:
        """A message was deleted."""
        event = self._hidden(channel, "message_deleted", deleted_ts=previous["ts"], previous_message=previous)
        return self._of(channel, event)

    def mentioned(self, channel: Channel, message: Json) -> str:
        """The app was mentioned in a channel: this, and the message itself where the app hears the channel."""
        event: Json = {**message, "type": "app_mention", "channel": channel.id, "event_ts": message["ts"]}
        workspace = self.state.teams[channel.team]
        told = self.send(workspace, "app_mention", event)
        self.message(channel, message)
        return told

    def _of(self, channel: Channel, event: Json) -> str:
        return self.send(self.state.teams[channel.team], "message.im" if channel.im else "message.channels", event)

    def _hidden(self, channel: Channel, subtype: str, **more: object) -> Json:
        at = self.state.now()
        return {
            "type": "message",
            "subtype": subtype,
            "hidden": True,
            "channel": channel.id,
            "channel_type": channel.kind,
            "ts": at,
            "event_ts": at,
            **more,
        }

    def uninstalled(self, workspace: Workspace) -> None:
        """The app was taken out of a workspace: its tokens are revoked, and it is told both."""
        self.state.uninstall(workspace)
        at = self.state.now()
        told: tuple[Json, ...] = (
            {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [workspace.bot_user]}, "event_ts": at},
            {"type": "app_uninstalled", "event_ts": at},
        )
        for event in told:
            if text(event, "type") in self.app.events:
                self.push(workspace, event)
