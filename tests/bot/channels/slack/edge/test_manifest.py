import ast
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack import incoming
from bot.channels.slack import manifest as manifests
from bot.channels.slack.clients import Connection
from bot.channels.slack.manifest import manifest
from bot.channels.slack.render import actions as ids
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.world import World, play

SOURCE = Path(incoming.__file__).parent
SCOPES = {
    "apps_connections_open": "",  # with the app's own token, which is no workspace's
    "agents_sessions_setStatus": "chat:write",
    "assistant_threads_setStatus": "assistant:write",
    "assistant_threads_setSuggestedPrompts": "assistant:write",
    "auth_test": "",
    "chat_postEphemeral": "chat:write",
    "chat_postMessage": "chat:write",
    "chat_update": "chat:write",
    "conversations_history": "im:history",
    "conversations_list": "im:read",
    "conversations_open": "im:write",
    "conversations_replies": "im:history",
    "files_upload_v2": "files:write",
    "users_info": "users:read",
    "views_open": "",
    "views_publish": "",
    "views_update": "",
}
"""The scope that Slack's documentation asks for, for each method that the coach calls; "" where it asks for none."""
EVENT_SCOPES = {
    "agent_session_stopped": "chat:write",
    "app_home_opened": "",
    "app_mention": "app_mentions:read",
    "app_uninstalled": "",
    "message.im": "im:history",
    "tokens_revoked": "",
}
FEATURE_SCOPES = {"commands"}
"""What the slash command and the shortcut need."""


def methods_used() -> set[str]:
    """Every method of the Web API that the channel's code names."""
    known = {name for name in dir(AsyncWebClient) if "_" in name and not name.startswith("_")} - {"api_call"}
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in known:
                found.add(node.attr)
            if isinstance(node, ast.Constant) and node.value in known:
                found.add(str(node.value))
    return {name for name in found if callable(getattr(AsyncWebClient, name))}


def test_every_method_used_is_known_with_its_scope() -> None:
    assert methods_used() == set(SCOPES)


def test_every_scope_that_is_needed_is_asked_for_and_nothing_more() -> None:
    needed = {*SCOPES.values(), *EVENT_SCOPES.values(), *FEATURE_SCOPES} - {""}
    assert set(manifest().scopes) == needed
    assert list(manifest().scopes) == sorted(manifest().scopes)


def test_every_event_is_dealt_with_and_no_other_is_asked_for() -> None:
    assert set(manifest().events) == set(EVENT_SCOPES)
    assert {name.partition(".")[0] for name in manifest().events} == incoming.EVENTS


@pytest.mark.parametrize("event", sorted(EVENT_SCOPES))
def test_every_event_has_an_effect(event: str) -> None:
    samples: dict[str, dict[str, object]] = {
        "agent_session_stopped": payloads.stop(),
        "app_home_opened": payloads.opened("messages"),
        "app_mention": payloads.mention("help me"),
        "app_uninstalled": {"type": "app_uninstalled"},
        "message.im": payloads.message("help me"),
        "tokens_revoked": {"type": "tokens_revoked", "tokens": {"bot": ["U0"]}},
    }

    async def scenario(here: World) -> None:
        here.workspaces.kept[payloads.TEAM] = payloads.WORKSPACE
        assert (await here.event(samples[event])).status == 200
        assert await here.app.settle(10)
        taken = await here.waiting() or await here.waiting(f"{payloads.TEAM}:{payloads.WARD}")
        assert taken or here.web.calls or here.engine.stops or not here.workspaces.kept

    play(scenario)


def test_the_manifest_says_what_slack_can_take() -> None:
    whole = manifests.for_socket_mode()
    display, features = whole["display_information"], whole["features"]
    assert isinstance(display, dict)
    assert isinstance(features, dict)
    assert len(display["name"]) <= 35
    assert len(display["description"]) <= 140
    assert 174 <= len(display["long_description"]) <= 4000
    agent = features["agent_view"]
    assert len(agent["agent_description"]) <= 300
    assert 1 <= len(agent["suggested_prompts"]) <= 4
    (shortcut,) = features["shortcuts"]
    assert shortcut["callback_id"] == ids.REFLECT_SHORTCUT
    assert len(shortcut["name"]) <= 24
    assert len(shortcut["description"]) <= 150
    (command,) = features["slash_commands"]
    assert command["should_escape"] is True
    assert len(command["description"]) <= 2000


def test_over_http_slack_is_told_where_to_call_and_everything_else_is_the_same() -> None:
    over_http = manifests.for_http(Connection(public_url="https://coach.example/"))
    settings, features = over_http["settings"], over_http["features"]
    assert isinstance(settings, dict)
    assert isinstance(features, dict)
    address = "https://coach.example/slack/events"
    assert settings["event_subscriptions"]["request_url"] == address
    assert settings["interactivity"]["request_url"] == address
    assert features["slash_commands"][0]["url"] == address
    assert settings["socket_mode_enabled"] is False
    oauth = over_http["oauth_config"]
    assert isinstance(oauth, dict)
    assert oauth["redirect_urls"] == ["https://coach.example/slack/oauth_redirect"]
    assert oauth["scopes"] == {"bot": list(manifest().scopes)}
    assert settings["event_subscriptions"]["bot_events"] == list(manifest().events)


def test_the_file_itself_is_not_changed_by_it() -> None:
    before = manifests.for_socket_mode()
    manifests.for_http(Connection(public_url="https://coach.example"))
    assert manifests.for_socket_mode() == before
