"""What the app was registered as: its scopes, events, commands, shortcuts and tabs, read from its manifest."""

import json
from dataclasses import dataclass
from pathlib import Path

from tests.fakeslack.jsons import record, records, text, texts
from tests.fakeslack.known import APP_NAME

OURS = Path(__file__).parents[2] / "bot" / "channels" / "slack" / "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """An app as Slack knows it. The defaults are an app that asks for all that the fake knows of."""

    name: str = APP_NAME
    scopes: frozenset[str] = frozenset(
        {
            "app_mentions:read",
            "assistant:write",
            "channels:history",
            "channels:read",
            "chat:write",
            "commands",
            "files:read",
            "files:write",
            "im:history",
            "im:read",
            "im:write",
            "team:read",
            "users:read",
        }
    )
    events: frozenset[str] = frozenset(
        {
            "agent_session_stopped",
            "app_home_opened",
            "app_mention",
            "app_uninstalled",
            "message.channels",
            "message.im",
            "tokens_revoked",
        }
    )
    commands: frozenset[str] = frozenset({"/coach"})
    shortcuts: frozenset[str] = frozenset({"reflect_on_this"})
    agent: bool = True
    home_tab: bool = True
    messages_tab: bool = True
    declared: bool = False
    """Read from a manifest; the commands and shortcuts of an app without one are not known, so all are let through."""

    @classmethod
    def read(cls, path: Path) -> "Manifest":
        """The manifest in a JSON file.

        Raises:
            OSError: The file cannot be read.
            ValueError: It is not JSON.
        """
        parsed: object = json.loads(path.read_text("utf-8"))
        whole = record(parsed)
        features, settings = record(whole.get("features")), record(whole.get("settings"))
        home = record(features.get("app_home"))
        scopes = record(record(whole.get("oauth_config")).get("scopes"))
        return cls(
            name=text(record(whole.get("display_information")), "name", APP_NAME),
            scopes=frozenset(texts(scopes.get("bot"))),
            events=frozenset(texts(record(settings.get("event_subscriptions")).get("bot_events"))),
            commands=frozenset(text(one, "command") for one in records(features.get("slash_commands"))),
            shortcuts=frozenset(text(one, "callback_id") for one in records(features.get("shortcuts"))),
            agent="agent_view" in features or "assistant_view" in features,
            home_tab=home.get("home_tab_enabled") is True,
            messages_tab=home.get("messages_tab_enabled") is True,
            declared=True,
        )


def manifest(path: Path | None) -> Manifest:
    """The manifest at a path; without one the coach's own where it is there, and else an app that may do everything."""
    if path is not None:
        return Manifest.read(path)
    return Manifest.read(OURS) if OURS.is_file() else Manifest()
