"""A letter in doubt is looked for in the channel by the key that travels with it, before it is sent again."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.channels.slack.engine.verdicts import Plainer, judge
from bot.ports.post import Letter

EVENT_TYPE = "coach_letter"
_MARGIN = timedelta(seconds=60)
"""How far our clock and Slack's may lie apart."""
_A_PAGE = 200

Message = Mapping[str, object]


def metadata_of(letter: Letter) -> dict[str, object]:
    """What travels with a message, unseen, so that it can be found again."""
    return {"event_type": EVENT_TYPE, "event_payload": {"key": letter.key}}


async def find(client: AsyncWebClient, letter: Letter, channel: str, tried_at: datetime) -> str | None:
    """Where the channel has the letter (its `ts`), or None; looks back to when it was first tried.

    Raises what the Web API raises: then nothing is known.
    """
    oldest = f"{(tried_at - _MARGIN).timestamp():.6f}"
    if letter.thread_ts:
        try:
            return await _search(thread(client, channel, letter.thread_ts, oldest), letter.key)
        except SlackApiError as error:
            if not isinstance(judge(error), Plainer):
                raise  # else the thread is gone: the letter went, if at all, to the channel itself
    return await _search(history(client, channel, oldest), letter.key)


async def _search(messages: AsyncIterator[Message], key: str) -> str | None:
    async for message in messages:
        if _key_of(message) == key:
            ts = message.get("ts")
            return ts if isinstance(ts, str) else None
    return None


def _key_of(message: Message) -> object:
    metadata = message.get("metadata")
    if not isinstance(metadata, Mapping) or metadata.get("event_type") != EVENT_TYPE:
        return None
    payload = metadata.get("event_payload")
    return payload.get("key") if isinstance(payload, Mapping) else None


async def history(client: AsyncWebClient, channel: str, oldest: str) -> AsyncIterator[Message]:
    """A channel's messages since a time stamp, newest first."""

    async def page(cursor: str) -> AsyncSlackResponse:
        return await client.conversations_history(
            channel=channel, oldest=oldest, limit=_A_PAGE, include_all_metadata=True, cursor=cursor or None
        )

    async for message in paged(page, "messages"):
        yield message


async def thread(client: AsyncWebClient, channel: str, ts: str, oldest: str) -> AsyncIterator[Message]:
    """A thread's messages since a time stamp, with the one that began it."""

    async def page(cursor: str) -> AsyncSlackResponse:
        return await client.conversations_replies(
            channel=channel, ts=ts, oldest=oldest, limit=_A_PAGE, include_all_metadata=True, cursor=cursor or None
        )

    async for message in paged(page, "messages"):
        yield message


async def paged(page: Callable[[str], Awaitable[AsyncSlackResponse]], name: str) -> AsyncIterator[Message]:
    """The entries called `name` of all pages, `page` being given the cursor of each ("" for the first)."""
    cursor = ""
    while True:
        response = await page(cursor)
        entries = response.get(name)
        for one in entries if isinstance(entries, list) else []:
            if isinstance(one, Mapping):
                yield one
        more = response.get("response_metadata")
        following = more.get("next_cursor") if isinstance(more, Mapping) else None
        if not isinstance(following, str) or following in {"", cursor}:
            return
        cursor = following
