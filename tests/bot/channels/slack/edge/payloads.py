"""What Slack sends, in the shapes in which it sends it; nothing in here is any doctor's."""

import json
from collections.abc import Mapping
from itertools import count
from urllib.parse import urlencode

from bot.ports.people import Workspace

TEAM, BOT, DOCTOR, DIRECT, WARD = "T0FAKE", "U0COACH", "U1", "D1", "C1"
WORKSPACE = Workspace(team=TEAM, bot_token="xoxb-2", bot_id="B0COACH", bot_user=BOT)  # noqa: S106
_NUMBERS = count(1)

Body = dict[str, object]


def place() -> str:
    """A time stamp that no message has had."""
    return f"1800000000.{next(_NUMBERS):06d}"


def callback(event: Mapping[str, object], *, event_id: str = "") -> Body:
    """An event in its envelope."""
    return {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": "A0FAKE",
        "event_id": event_id or f"Ev{next(_NUMBERS)}",
        "event_time": 1800000000,
        "authorizations": [{"team_id": TEAM, "user_id": BOT, "is_bot": True, "is_enterprise_install": False}],
        "event": dict(event),
    }


def message(text: str, **more: object) -> Body:
    """Something said in the direct channel."""
    ts = str(more.pop("ts", "") or place())
    event: Body = {"type": "message", "channel": DIRECT, "channel_type": "im", "user": DOCTOR, "text": text}
    return {**event, "ts": ts, "event_ts": ts, **more}


def changed(before: Mapping[str, object], text: str, **more: object) -> Body:
    """A message edited."""
    ts = place()
    now = {**before, "text": text, "edited": {"user": DOCTOR, "ts": ts}, **more}
    event: Body = {"type": "message", "subtype": "message_changed", "channel": DIRECT, "channel_type": "im"}
    return {**event, "ts": ts, "event_ts": ts, "message": now, "previous_message": dict(before)}


def deleted(before: Mapping[str, object]) -> Body:
    """A message deleted."""
    ts = place()
    event: Body = {"type": "message", "subtype": "message_deleted", "channel": DIRECT, "channel_type": "im"}
    return {**event, "ts": ts, "event_ts": ts, "deleted_ts": before["ts"], "previous_message": dict(before)}


def mention(text: str, **more: object) -> Body:
    """The coach called in a channel."""
    ts = place()
    event: Body = {"type": "app_mention", "channel": WARD, "user": DOCTOR, "text": f"<@{BOT}> {text}"}
    return {**event, "ts": ts, "event_ts": ts, **more}


def stop() -> Body:
    """The stop button."""
    event: Body = {"type": "agent_session_stopped", "channel": DIRECT, "thread_ts": "1.000001", "user": DOCTOR}
    return {**event, "streaming_message_ts": [], "event_ts": place()}


def pressed(action: str, value: str = "", *, ts: str = "", thread_ts: str = "") -> Body:
    """A button pressed, in a message of the coach's at `ts`, or in the Home tab where there is none."""
    action_ts = place()
    body: Body = {
        "type": "block_actions",
        "user": {"id": DOCTOR, "team_id": TEAM},
        "team": {"id": TEAM},
        "trigger_id": f"trigger-{action_ts}",
        "actions": [{"type": "button", "action_id": action, "value": value, "action_ts": action_ts}],
    }
    if not ts:
        return {**body, "container": {"type": "view", "view_id": "V0"}, "view": {"id": "V0", "type": "home"}}
    told = {"type": "message", "ts": ts, "user": BOT} | ({"thread_ts": thread_ts} if thread_ts else {})
    at = {"type": "message", "message_ts": ts, "channel_id": DIRECT}
    return {**body, "channel": {"id": DIRECT}, "message": told, "container": at}


def sent(callback_id: str, fields: Mapping[str, object] | None = None, *, about: str = "", view_id: str = "V1") -> Body:
    """A dialogue sent, with the state of its fields."""
    values = {name: {name: state} for name, state in (fields or {}).items()}
    view: Body = {
        "id": view_id,
        "type": "modal",
        "callback_id": callback_id,
        "private_metadata": about,
        "state": {"values": values},
    }
    return {
        "type": "view_submission",
        "user": {"id": DOCTOR, "team_id": TEAM},
        "team": {"id": TEAM},
        "trigger_id": f"trigger-{place()}",
        "view": view,
    }


def submitted(view: Mapping[str, object], *, user: str = DOCTOR) -> Body:
    """A dialogue sent as it was shown; `view` holds the state of its fields."""
    return {
        "type": "view_submission",
        "user": {"id": user, "team_id": TEAM},
        "team": {"id": TEAM},
        "trigger_id": f"trigger-{place()}",
        "view": {"id": "V1", **view},
    }


def pressed_in(view: Mapping[str, object], action: str) -> Body:
    """A button pressed in a dialogue."""
    shown_as = {"id": "V1", **view}
    return {**pressed(action), "container": {"type": "view", "view_id": "V1"}, "view": shown_as}


def shortcut(callback_id: str, text: str) -> Body:
    """A shortcut on somebody's message in a channel."""
    return {
        "type": "message_action",
        "callback_id": callback_id,
        "user": {"id": DOCTOR},
        "team": {"id": TEAM},
        "channel": {"id": WARD},
        "trigger_id": f"trigger-{place()}",
        "action_ts": place(),
        "message": {"type": "message", "user": "U2", "ts": place(), "text": text},
    }


def command(text: str, response_url: str, *, trigger: str = "") -> dict[str, str]:
    """`/coach`, as the form that Slack posts."""
    return {
        "command": "/coach",
        "text": text,
        "team_id": TEAM,
        "user_id": DOCTOR,
        "channel_id": WARD,
        "trigger_id": trigger or f"trigger-{place()}",
        "response_url": response_url,
    }


def opened(tab: str) -> Body:
    """A tab of the app opened."""
    return {"type": "app_home_opened", "user": DOCTOR, "channel": DIRECT, "tab": tab, "event_ts": place()}


def form(body: Mapping[str, object]) -> str:
    """An interaction, as Slack posts it."""
    return urlencode({"payload": json.dumps(body)})
