"""A press of a button, a dialogue sent, a command or a shortcut: the little that a listener needs of it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.channels.slack.render.letters import Where

Body = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a doctor did, where, and what it was about; "" where it does not apply.

    `channel` and `message_ts` are those of the message that a button belongs to, `thread_ts` of the thread it stands
    in. `value` is what the button carries, `id` names this very gesture, and `trigger` opens a dialogue within three
    seconds of it. `view` is the dialogue that was sent, or that a button stands in, with what its fields hold.
    """

    team: str
    user: str
    channel: str = ""
    message_ts: str = ""
    thread_ts: str = ""
    value: str = ""
    id: str = ""
    trigger: str = ""
    text: str = ""
    view: Body = field(default_factory=dict)

    @property
    def person(self) -> str:
        """Who did it, unique over workspaces."""
        return f"{self.team}:{self.user}"

    @property
    def lane(self) -> str:
        """The conversation it was done in."""
        return f"{self.team}:{self.channel}"

    @property
    def where(self) -> Where:
        """Where an answer goes."""
        return Where(team=self.team, lane=self.lane, to=self.channel, thread_ts=self.thread_ts)


def of_action(body: Body) -> Gesture:
    """A press of a button, in a message or in a view."""
    message, container = _part(body, "message"), _part(body, "container")
    actions = body.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else None
    return Gesture(
        team=_team(body),
        user=_text(_part(body, "user"), "id"),
        channel=_text(_part(body, "channel"), "id") or _text(container, "channel_id"),
        message_ts=_text(message, "ts") or _text(container, "message_ts"),
        thread_ts=_text(message, "thread_ts") or _text(container, "thread_ts"),
        value=_text(action, "value"),
        id=_text(action, "action_ts"),
        trigger=_text(body, "trigger_id"),
        view=_part(body, "view"),
    )


def of_submission(body: Body) -> Gesture:
    """A dialogue sent."""
    view = _part(body, "view")
    return Gesture(
        team=_team(body),
        user=_text(_part(body, "user"), "id"),
        id=_text(view, "id"),
        trigger=_text(body, "trigger_id"),
        view=view,
    )


def of_shortcut(body: Body) -> Gesture:
    """A shortcut on somebody's message, whose words are the `text`."""
    message = _part(body, "message")
    return Gesture(
        team=_team(body),
        user=_text(_part(body, "user"), "id"),
        channel=_text(_part(body, "channel"), "id"),
        message_ts=_text(message, "ts"),
        id=_text(body, "action_ts"),
        trigger=_text(body, "trigger_id"),
        text=_shown(message) or _text(message, "text"),
    )


def of_command(body: Body) -> Gesture:
    """A slash command; what follows it is the `text`."""
    return Gesture(
        team=_text(body, "team_id"),
        user=_text(body, "user_id"),
        channel=_text(body, "channel_id"),
        id=_text(body, "trigger_id"),
        trigger=_text(body, "trigger_id"),
        text=_text(body, "text").strip(),
    )


def of_tab(body: Body) -> tuple[Gesture, str]:
    """A tab opened, and which: `home` or `messages`."""
    event = _part(body, "event")
    gesture = Gesture(
        team=_text(body, "team_id"),
        user=_text(event, "user"),
        channel=_text(event, "channel"),
        id=_text(body, "event_id"),
    )
    return gesture, _text(event, "tab")


def _shown(message: Body) -> str:
    """What an app's message shows, whose `text` is for the lock screen only; "" where it is a person's."""
    blocks = message.get("blocks")
    if not _text(message, "bot_id") or not isinstance(blocks, list):
        return ""
    told = (_text(_part(one, "text"), "text") for one in blocks if _text(one, "type") == "section")
    return "\n\n".join(one for one in told if one)


def _team(body: Body) -> str:
    """The workspace that the app is installed in, where a dialogue was opened in another that shares the channel."""
    installed = _text(_part(body, "view"), "app_installed_team_id")
    user = _part(body, "user")
    return installed or _text(_part(body, "team"), "id") or _text(user, "team_id")


def _part(body: object, name: str) -> Body:
    part = body.get(name) if isinstance(body, Mapping) else None
    return part if isinstance(part, Mapping) else {}


def _text(body: object, name: str) -> str:
    value = body.get(name) if isinstance(body, Mapping) else None
    return value if isinstance(value, str) else ""
