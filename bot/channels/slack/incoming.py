"""What Slack tells the app, read: one event in, one gesture of a doctor's out, or why there is none. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.channels.slack.markup import plain
from bot.ports.incoming import Inbound, Kind

_SAID = {"", "file_share", "me_message", "thread_broadcast"}
"""Subtypes of a message that are somebody's own words."""
_DIRECT = "D"
"""How the ids of direct channels begin."""

Body = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Said:
    """Something a doctor did, to be taken in; `raw` are the words as written, not masked yet, and kept nowhere so.

    `files` says that something was attached, which the coach does not read.
    """

    inbound: Inbound
    raw: str
    files: bool = False


@dataclass(frozen=True, slots=True)
class Stopped:
    """The doctor pressed stop while the coach was at work."""

    event_id: str
    team: str
    channel: str
    user: str
    thread_ts: str

    @property
    def lane(self) -> str:
        """What is to stop."""
        return f"{self.team}:{self.channel}"


@dataclass(frozen=True, slots=True)
class Removed:
    """The app was taken out of a workspace, or its token withdrawn."""

    team: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing for the coach; `why` is a word for the figures."""

    why: str


@dataclass(frozen=True, slots=True)
class Onward:
    """Not a matter of the inbox: for the listeners."""


Read = Said | Stopped | Removed | Ignored | Onward


@dataclass(frozen=True, slots=True)
class _Envelope:
    """What surrounds an event."""

    event_id: str
    team: str
    me: str
    event: Body
    received_at: datetime

    def inbound(self, kind: Kind, message: Body, *, about_ts: str = "") -> Inbound:
        """What is taken in with this event, which brings `message`; its words are not looked at here."""
        first_hand = not about_ts
        return Inbound(
            event_id=self.event_id,
            team=self.team,
            channel=_text(self.event, "channel"),
            user=_text(message, "user"),
            kind=kind,
            sent=_text(self.event, "event_ts") or _text(self.event, "ts"),
            received_at=self.received_at,
            ts=_text(self.event, "ts"),
            thread_ts=_text(message, "thread_ts"),
            client_msg_id=(_text(message, "client_msg_id") or None) if first_hand else None,
            about_ts=about_ts,
        )


def read(body: Body, received_at: datetime) -> Read:
    """Read the body of a request, of whatever kind. Nothing in it is trusted to be there or to be of any shape."""
    if _text(body, "type") != "event_callback":
        return Onward()
    event = _part(body, "event")
    envelope = _Envelope(_text(body, "event_id"), team_of(body), _me(body), event, received_at)
    reader = _READERS.get(_text(event, "type"))
    if reader is None:
        return Ignored("unknown_event")
    if not envelope.event_id or not envelope.team:
        return Ignored("malformed")
    return reader(envelope)


def team_of(body: Body) -> str:
    """The workspace in which the app is installed that the body is for; "" where it does not tell."""
    authorizations = body.get("authorizations")
    first = authorizations[0] if isinstance(authorizations, list) and authorizations else None
    return _text(first, "team_id") or _text(body, "team_id")


def _message(envelope: _Envelope) -> Read:
    event = envelope.event
    if not _text(event, "channel").startswith(_DIRECT):
        return Ignored("not_direct")
    subtype = _text(event, "subtype")
    if subtype == "message_changed":
        return _changed(envelope)
    if subtype == "message_deleted":
        return _deleted(envelope, _text(event, "deleted_ts"), _part(event, "previous_message"))
    if subtype not in _SAID:
        return Ignored("subtype")
    if not _is_a_persons(event, envelope.me):
        return Ignored("not_a_person")
    inbound = envelope.inbound(Kind.MESSAGE, event)
    return _said(envelope, inbound, event)


def _changed(envelope: _Envelope) -> Read:
    event = envelope.event
    now, before = _part(event, "message"), _part(event, "previous_message")
    if _text(now, "subtype") == "tombstone":  # deleted, and kept as a gap because a thread hangs on it
        return _deleted(envelope, _text(now, "ts"), before)
    if not _is_a_persons(now, envelope.me):
        return Ignored("not_a_person")
    if _text(now, "text") == _text(before, "text"):  # a link unfurled, a thread grown
        return Ignored("same_words")
    inbound = envelope.inbound(Kind.EDIT, now, about_ts=_text(now, "ts"))
    return _said(envelope, inbound, now)


def _deleted(envelope: _Envelope, ts: str, gone: Body) -> Read:
    if not _is_a_persons(gone, envelope.me):
        return Ignored("not_a_person")
    inbound = envelope.inbound(Kind.DELETION, gone, about_ts=ts)
    return Said(inbound, "") if ts and inbound.ts else Ignored("malformed")


def _mention(envelope: _Envelope) -> Read:
    event = envelope.event
    if _text(event, "channel").startswith(_DIRECT):
        return Ignored("direct")  # it comes as a message, too
    if not _is_a_persons(event, envelope.me):
        return Ignored("not_a_person")
    inbound = envelope.inbound(Kind.MENTION, event)
    answered_in = inbound.thread_ts or inbound.ts  # a channel is spared what is said to one person
    return _said(envelope, replace(inbound, thread_ts=answered_in), event)


def _said(envelope: _Envelope, inbound: Inbound, message: Body) -> Read:
    if not (inbound.channel and inbound.sent and inbound.ts):
        return Ignored("malformed")
    words = plain(_text(message, "text"), me=envelope.me)
    attached = bool(message.get("files") or (message.get("attachments") and not words))  # a forwarded message is one
    if not words and not attached and inbound.kind is not Kind.MENTION:
        return Ignored("empty")
    return Said(inbound, words, files=attached)


def _stop(envelope: _Envelope) -> Read:
    event = envelope.event
    channel = _text(event, "channel")
    if not channel:
        return Ignored("malformed")
    return Stopped(envelope.event_id, envelope.team, channel, _text(event, "user"), _text(event, "thread_ts"))


def _removed(envelope: _Envelope) -> Read:
    return Removed(envelope.team)


def _revoked(envelope: _Envelope) -> Read:
    bots = _part(envelope.event, "tokens").get("bot")
    return Removed(envelope.team) if bots else Ignored("user_token")


def _onward(_envelope: _Envelope) -> Read:
    return Onward()


_READERS: Mapping[str, Callable[[_Envelope], Read]] = {
    "message": _message,
    "app_mention": _mention,
    "agent_session_stopped": _stop,
    "app_uninstalled": _removed,
    "tokens_revoked": _revoked,
    "app_home_opened": _onward,
}
EVENTS = frozenset(_READERS)
"""The events that are dealt with; each of them is subscribed to, and nothing else."""


def _is_a_persons(message: Body, me: str) -> bool:
    user = _text(message, "user")
    return bool(user) and user not in {me, "USLACKBOT"} and not message.get("bot_id") and not message.get("bot_profile")


def _me(body: Body) -> str:
    authorizations = body.get("authorizations")
    first = authorizations[0] if isinstance(authorizations, list) and authorizations else None
    return _text(first, "user_id") if isinstance(first, Mapping) and first.get("is_bot") else ""


def _part(body: Body, name: str) -> Body:
    part = body.get(name)
    return part if isinstance(part, Mapping) else {}


def _text(body: object, name: str) -> str:
    value = body.get(name) if isinstance(body, Mapping) else None
    return value if isinstance(value, str) else ""
