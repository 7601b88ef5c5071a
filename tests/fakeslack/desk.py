"""Where messages are posted, changed and deleted, by people and by the app, and whoever ought to know is told."""

import re
from dataclasses import dataclass, field
from uuid import uuid4

from tests.fakeslack.changes import Changes
from tests.fakeslack.events import Events
from tests.fakeslack.jsons import Json, text
from tests.fakeslack.known import APP_ID, SLACKBOT
from tests.fakeslack.state import Channel, State, User, Workspace

_ADDRESS = re.compile(r"https?://[^\s<>|]+")


def typed(words: str) -> str:
    """What a person typed, as Slack writes it down: the three characters that mean something to it are escaped."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ADDRESS.sub(r"<\g<0>>", escaped)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person posts: the words as typed, and where. A message without `ts` is posted now."""

    words: str
    thread_ts: str = ""
    client_msg_id: str = ""
    ts: str = ""
    files: tuple[Json, ...] = ()
    mention: bool = False
    """It begins with a mention of the app."""


@dataclass(slots=True)
class Desk:
    """The writing side of every conversation."""

    state: State
    events: Events
    changes: Changes
    statuses: dict[tuple[str, str], Json] = field(default_factory=dict)
    """Status lines by conversation and thread; a reply of the app in the thread clears one."""

    def say(self, channel: Channel, user: User, said: Said) -> tuple[Json, str]:
        """A person posts a message; gives it, and the id of the event that tells of it."""
        bot = self.state.teams[channel.team].bot_user
        ts = said.ts or self.state.now()
        message: Json = {
            "type": "message",
            "user": user.id,
            "text": f"<@{bot}> {typed(said.words)}".rstrip() if said.mention else typed(said.words),
            "ts": ts,
            "client_msg_id": said.client_msg_id or str(uuid4()),
            "team": user.team,
            "blocks": [self._rich(said.words, bot if said.mention else "")],
        }
        if said.files:
            message |= {"subtype": "file_share", "files": list(said.files), "upload": False}
        self._put(channel, message, said.thread_ts)
        tell = self.events.mentioned if said.mention and not channel.im else self.events.message
        return message, tell(channel, message)

    def _rich(self, words: str, mentioned: str) -> Json:
        elements: list[Json] = [{"type": "text", "text": words}] if words else []
        if mentioned:
            elements.insert(0, {"type": "user", "user_id": mentioned})
        section: Json = {"type": "rich_text_section", "elements": elements}
        return {"type": "rich_text", "block_id": self.state.new_id("b"), "elements": [section]}

    def post(self, workspace: Workspace, channel: Channel, fields: Json, thread_ts: str = "") -> Json:
        """The app posts a message."""
        message: Json = {
            "type": "message",
            "user": workspace.bot_user,
            "bot_id": workspace.bot_id,
            "app_id": APP_ID,
            "team": workspace.id,
            "ts": self.state.now(),
            **fields,
        }
        self._put(channel, message, thread_ts)
        if thread_ts:
            self.statuses.pop((channel.id, thread_ts), None)
        self.events.message(channel, message)
        return message

    def whisper(self, workspace: Workspace, channel: Channel, fields: Json) -> Json:
        """The app posts what only `fields["to"]` sees, for now: no history and no event has it."""
        message: Json = {
            "type": "message",
            "subtype": "ephemeral",
            "user": workspace.bot_user,
            "bot_id": workspace.bot_id,
            "ts": self.state.now(),
            "ephemeral": True,
            **fields,
        }
        channel.ephemerals.append(message)
        self.changes.tell("ephemeral", channel.id, text(fields, "to"))
        return message

    def _put(self, channel: Channel, message: Json, thread_ts: str) -> None:
        ts = text(message, "ts")
        if thread_ts:
            message["thread_ts"] = thread_ts
            parent = channel.messages.get(thread_ts)
            if parent is not None:
                message["parent_user_id"] = parent["user"]
                replies = len(channel.threads.get(thread_ts, ())) + 1
                parent |= {"thread_ts": thread_ts, "reply_count": replies, "latest_reply": ts}
        channel.place(message, ts, thread_ts)
        self.changes.tell("message", channel.id)

    def change(self, channel: Channel, ts: str, fields: Json, *, by: str) -> Json:
        """Change a message; what `fields` does not name stays, and what it gives as None goes."""
        previous = channel.messages[ts]
        message = {name: value for name, value in {**previous, **fields}.items() if value is not None}
        message["edited"] = {"user": by, "ts": self.state.now()}
        channel.messages[ts] = message
        self.changes.tell("message", channel.id)
        self.events.changed(channel, _shown(message), _shown(previous))
        return message

    def edit(self, channel: Channel, ts: str, words: str) -> Json:
        """A person rewrites a message of theirs."""
        user = text(channel.messages[ts], "user")
        return self.change(channel, ts, {"text": typed(words), "blocks": [self._rich(words, "")]}, by=user)

    def delete(self, channel: Channel, ts: str) -> None:
        """Delete a message. One that has replies leaves a tombstone, and the app is told of a change, as in Slack."""
        previous = channel.messages[ts]
        if channel.threads.get(ts):
            tomb: Json = {
                "type": "message",
                "subtype": "tombstone",
                "text": "This message was deleted.",
                "user": SLACKBOT,
                "hidden": True,
                "ts": ts,
                "thread_ts": ts,
                "reply_count": previous["reply_count"],
            }
            channel.messages[ts] = tomb
            self.events.changed(channel, tomb, _shown(previous))
        else:
            channel.remove(ts, text(previous, "thread_ts"))
            self._one_less(channel, text(previous, "thread_ts"))
            self.events.deleted(channel, _shown(previous))
        self.changes.tell("message", channel.id)

    @staticmethod
    def _one_less(channel: Channel, thread_ts: str) -> None:
        parent = channel.messages.get(thread_ts)
        if parent is not None and thread_ts in channel.threads:
            parent["reply_count"] = len(channel.threads[thread_ts])


def _shown(message: Json) -> Json:
    """A message as events show it: metadata is only told where it is asked for."""
    return {name: value for name, value in message.items() if name != "metadata"}
