"""Catching up: after an absence longer than Slack's retries, what doctors wrote meanwhile is in the channels only.

Edits and deletions of that time are not found again: a channel's history tells only what stands there now.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.channels.slack.clients import Clients
from bot.channels.slack.engine.doubt import Message, history, paged, thread
from bot.channels.slack.engine.verdicts import Later, judge
from bot.channels.slack.incoming import Said, read
from bot.channels.slack.masking import masked
from bot.channels.slack.parts import Parts

_LOG = logging.getLogger(__name__)
_A_PAGE = 200
_THREADS_BACK = 14 * 24 * 3600.0
"""Seconds by which a thread's first message may be older than what is looked for in it."""
_TRIES = 5
_PAUSE, _LONGEST_PAUSE = 2.0, 60.0

T = TypeVar("T")


class Pulse:
    """Says again and again that this process is alive, and notices when for long it could not.

    Where the store does not answer, or the machine stands still, nothing is taken in, and Slack gives up in the end.
    """

    def __init__(self, parts: Parts, missed: Callable[[datetime], None]) -> None:
        self._parts, self._missed = parts, missed
        self._last: datetime | None = None

    async def beat(self) -> None:
        """Say so; `missed` is told when it was last said. Raises what the store raises."""
        await self._parts.post.beat()
        last, self._last = self._last, self._parts.clock.now()
        if last is not None:
            self._missed(last)


class CatchingUp:
    """Takes in what came while nobody listened, under the keys under which it would have come."""

    def __init__(self, parts: Parts, clients: Clients, wake: Callable[[str, bool], None]) -> None:
        self._parts, self._clients, self._wake = parts, clients, wake

    async def until_done(self, away: datetime) -> None:
        """Look for it until Slack has told; what is found twice is known again by its keys."""
        pause = _PAUSE
        while True:
            try:
                await self.since(away)
            except Exception as error:  # noqa: BLE001 - Slack may be out of reach for as long as it was before
                _LOG.error("catching up failed", extra={"error": type(error).__name__})
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
            else:
                return

    async def since(self, away: datetime) -> int:
        """Look into every direct channel of every workspace from `away` on; returns how many messages were new.

        A workspace or a channel that Slack refuses to show (any more) is passed over. Raises what kept it from looking
        into a workspace that may be open later, once the others were looked into.
        """
        found, failed = 0, None
        for team in await self._clients.teams():
            try:
                found += await _unless_refused(lambda: self._team(team, away))  # noqa: B023 - awaited in this turn
            except Exception as error:  # noqa: BLE001 - the others come first
                failed = error
        if found:
            _LOG.info("caught up with what came while nobody listened", extra={"count": found})
        if failed is not None:
            raise failed
        return found

    async def _team(self, team: str, away: datetime) -> int:
        client = await self._clients.patient_client_for(team)
        me = (await self._clients.identity(team)).bot_user
        known = await self._parts.post.channels(team)
        found = 0
        for channel in await _patiently(lambda: _direct_channels(client)):
            oldest = _oldest(known.get(channel, ""), away)
            place = _Place(team, channel, me)
            found += await _unless_refused(lambda: self._channel(client, place, oldest))  # noqa: B023 - awaited here
        return found

    async def _channel(self, client: AsyncWebClient, place: "_Place", oldest: str) -> int:
        messages = await _patiently(lambda: _missed(client, place.channel, oldest))
        return sum([await self._take(place, one) for one in sorted(messages, key=_ts)])

    async def _take(self, place: "_Place", message: Message) -> bool:
        """Take one message in as if it had come; False where it is known, or not a doctor's."""
        team, channel = place.team, place.channel
        event = {**message, "type": "message", "channel": channel, "channel_type": "im", "event_ts": _ts(message)}
        body = {
            "type": "event_callback",
            "event_id": f"history:{channel}:{_ts(message)}",
            "team_id": team,
            "authorizations": [{"team_id": team, "user_id": place.me, "is_bot": True}],
            "event": event,
        }
        found = read(body, self._parts.clock.now())
        if not isinstance(found, Said) or not found.raw:
            return False
        inbound = await masked(self._parts, found)
        fresh = await self._parts.post.accept(inbound)
        if fresh:
            self._wake(inbound.lane, inbound.urgent)
        return fresh


@dataclass(frozen=True, slots=True)
class _Place:
    """A direct channel; `me` is the app's own user there, whose messages are nobody's."""

    team: str
    channel: str
    me: str


def _oldest(last: str, away: datetime) -> str:
    """From when on a channel is looked into: from what was taken in last, where that was before the absence.

    What came in after the absence says nothing of what was missed in it.
    """
    known = _seconds(last)
    return f"{min(known, away.timestamp()) if known > 0 else away.timestamp():.6f}"


async def _unless_refused(work: Callable[[], Awaitable[int]]) -> int:
    """What is found; nothing where Slack refuses for good: another try would come to the same."""
    try:
        return await work()
    except Exception as error:
        verdict = judge(error)
        if isinstance(verdict, Later):
            raise
        _LOG.warning("not looked into", extra={"code": verdict.code})
        return 0


async def _direct_channels(client: AsyncWebClient) -> list[str]:
    async def page(cursor: str) -> AsyncSlackResponse:
        return await client.conversations_list(types="im", limit=_A_PAGE, cursor=cursor or None)

    return [channel async for one in paged(page, "channels") if isinstance(channel := one.get("id"), str)]


async def _missed(client: AsyncWebClient, channel: str, oldest: str) -> list[Message]:
    """Messages after `oldest` at the top level and in threads, of which the first message may be older."""
    found: dict[str, Message] = {}
    far_back = f"{max(float(oldest) - _THREADS_BACK, 0.0):.6f}"
    async for message in history(client, channel, far_back):
        if _seconds(_ts(message)) > float(oldest):
            found[_ts(message)] = message
        if _seconds(message.get("latest_reply")) > float(oldest):
            async for reply in thread(client, channel, _ts(message), oldest):
                if _seconds(_ts(reply)) > float(oldest):
                    found[_ts(reply)] = reply
    return list(found.values())


async def _patiently(work: Callable[[], Awaitable[T]]) -> T:
    """Do it again after a pause where Slack asks for one or is out of reach. Raises what the last try raised."""
    for attempt in range(1, _TRIES):
        try:
            return await work()
        except Exception as error:
            verdict = judge(error)
            if not isinstance(verdict, Later):
                raise
            await asyncio.sleep(_PAUSE * attempt if verdict.seconds is None else verdict.seconds)
    return await work()


def _ts(message: Mapping[str, object]) -> str:
    ts = message.get("ts")
    return ts if isinstance(ts, str) else ""


def _seconds(ts: object) -> float:
    """A time stamp of Slack's as a number; 0 where it is none."""
    try:
        return float(ts) if isinstance(ts, str) and ts else 0.0
    except ValueError:
        return 0.0
