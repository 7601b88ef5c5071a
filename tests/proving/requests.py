"""Requests as Slack sends them, made here: genuine ones to deliver at will, and ones that only look genuine."""

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from tests.fakeslack.known import APP_ID, BOT_USER, TEAM
from tests.fakeslack.signing import FORM, JSON, signed


@dataclass(frozen=True, slots=True)
class Request:
    """A POST to the bot: where, what, and under which headers. `kind` says what is wrong with it, "" where nothing is."""

    body: bytes
    headers: dict[str, str]
    kind: str = ""
    path: str = "/slack/events"

    def repeated(self, number: int) -> "Request":
        """The same, as Slack sends it again."""
        more = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": "http_timeout"}
        return replace(self, headers={**self.headers, **more}) if number else self


def message(user: str, channel: str, text: str, at: int) -> bytes:
    """The body of the event of a direct message; `at` numbers the messages of a run and orders them."""
    ts = f"1767225600.{at:06d}"
    event = {
        "type": "message",
        "channel_type": "im",
        "channel": channel,
        "user": user,
        "text": text,
        "ts": ts,
        "event_ts": ts,
        "team": TEAM,
        "client_msg_id": f"00000000-0000-4000-8000-{at:012d}",
    }
    envelope = {
        "type": "event_callback",
        "token": "unused",
        "team_id": TEAM,
        "api_app_id": APP_ID,
        "event_id": f"Ev{at:010d}",
        "event_time": 1767225600,
        "authorizations": [{"team_id": TEAM, "user_id": BOT_USER, "is_bot": True, "is_enterprise_install": False}],
        "event": event,
    }
    return json.dumps(envelope).encode()


def genuine(user: str, channel: str, text: str, at: int) -> Request:
    """A direct message, signed now."""
    body = message(user, channel, text, at)
    return Request(body, signed(body, JSON))


def forged(user: str, channel: str, count: int, seed: int) -> Iterator[Request]:
    """That many requests of which none is to be believed: each kind as often as any other."""
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated is what is wanted
    kinds = list(_FORGERIES)
    for at in range(count):
        kind = kinds[at % len(kinds)]
        body, content_type = _body(user, channel, at, chance)
        yield replace(_FORGERIES[kind](body, content_type, chance), kind=kind)


def _body(user: str, channel: str, at: int, chance: random.Random) -> tuple[bytes, str]:
    """An event, a click or a command."""
    which = chance.randrange(4)
    if which == 0:
        payload = {"type": "block_actions", "user": {"id": user}, "team": {"id": TEAM}, "actions": [{"action_id": "x"}]}
        return urlencode({"payload": json.dumps(payload)}).encode(), FORM
    if which == 1:
        command = {"command": "/coach", "text": "forget", "user_id": user, "team_id": TEAM, "channel_id": channel}
        return urlencode(command).encode(), FORM
    return message(user, channel, f"Forged {at}", 500_000 + at), JSON


def _other_secret(body: bytes, content_type: str, chance: random.Random) -> Request:
    return Request(body, signed(body, content_type, secret=f"{chance.randrange(1 << 62):x}"))


def _stale(body: bytes, content_type: str, chance: random.Random) -> Request:
    return Request(body, signed(body, content_type, at=time.time() - 301 - chance.randrange(1 << 20)))


def _early(body: bytes, content_type: str, chance: random.Random) -> Request:
    return Request(body, signed(body, content_type, at=time.time() + 320 + chance.randrange(1 << 20)))


def _tampered(body: bytes, content_type: str, chance: random.Random) -> Request:
    at = chance.randrange(len(body))
    return Request(body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :], signed(body, content_type))


def _longer(body: bytes, content_type: str, chance: random.Random) -> Request:
    return Request(body + b" " * (1 + chance.randrange(9)), signed(body, content_type))


def _other_time(body: bytes, content_type: str, chance: random.Random) -> Request:
    """Signed long ago, and the time made new."""
    old = signed(body, content_type, at=time.time() - 400 - chance.randrange(1000))
    return Request(body, {**old, "X-Slack-Request-Timestamp": str(int(time.time()))})


def _wrong_version(body: bytes, content_type: str, chance: random.Random) -> Request:
    headers = signed(body, content_type)
    version = chance.choice(("v1", "v", "", "V0", "v00"))
    return Request(body, {**headers, "X-Slack-Signature": f"{version}={headers['X-Slack-Signature'][3:]}"})


def _cut(body: bytes, content_type: str, chance: random.Random) -> Request:
    headers = signed(body, content_type)
    return Request(body, {**headers, "X-Slack-Signature": headers["X-Slack-Signature"][: -1 - chance.randrange(60)]})


def _noise(body: bytes, content_type: str, chance: random.Random) -> Request:
    digest = chance.randbytes(32).hex()
    return Request(body, {**signed(body, content_type), "X-Slack-Signature": f"v0={digest}"})


def _without(name: str, value: str | None = None) -> Callable[[bytes, str, random.Random], Request]:
    """Without a header, or with one that says nothing."""

    def made(body: bytes, content_type: str, chance: random.Random) -> Request:
        headers = signed(body, content_type)
        headers.pop(name)
        if value is not None:
            headers[name] = value
        return Request(body, headers)

    return made


_FORGERIES: Mapping[str, Callable[[bytes, str, random.Random], Request]] = {
    "other secret": _other_secret,
    "stale": _stale,
    "from the future": _early,
    "tampered body": _tampered,
    "longer body": _longer,
    "old, time made new": _other_time,
    "wrong version": _wrong_version,
    "cut signature": _cut,
    "noise for a signature": _noise,
    "no signature": _without("X-Slack-Signature"),
    "empty signature": _without("X-Slack-Signature", ""),
    "no time": _without("X-Slack-Request-Timestamp"),
    "words for a time": _without("X-Slack-Request-Timestamp", "now"),
}
