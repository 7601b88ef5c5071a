"""Finding conversations and reading them."""

import base64
import binascii
from bisect import bisect_left, bisect_right

from tests.fakeslack.jsons import Json, flag, number, texts
from tests.fakeslack.rules import PAGE_MOST, PAGE_USUAL, RefusedError
from tests.fakeslack.state import Channel
from tests.fakeslack.webapi.calling import Call, missing_scope


def _cursor(place: str) -> str:
    return base64.b64encode(f"next:{place}".encode()).decode()


def _place(cursor: str) -> str:
    try:
        found = base64.b64decode(cursor, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError) as bad:
        raise RefusedError("invalid_cursor") from bad
    if not found.startswith("next:"):
        raise RefusedError("invalid_cursor")
    return found.removeprefix("next:")


def _limit(call: Call) -> int:
    limit = int(number(call.sent, "limit", PAGE_USUAL))
    if not 1 <= limit <= PAGE_MOST:
        raise RefusedError("invalid_limit")
    return limit


def _seen(call: Call, channel: Channel, order: list[str]) -> list[Json]:
    found = [channel.messages[ts] for ts in order]
    if flag(call.sent, "include_all_metadata"):
        return found
    return [{name: value for name, value in one.items() if name != "metadata"} for one in found]


def _between(call: Call, order: list[str]) -> list[str]:
    inclusive = flag(call.sent, "inclusive")
    oldest, latest = call.text("oldest"), call.text("latest")
    low = (bisect_left if inclusive else bisect_right)(order, oldest) if oldest else 0
    high = (bisect_right if inclusive else bisect_left)(order, latest) if latest else len(order)
    return order[low:high]


def history(call: Call) -> Json:
    """`conversations.history`: the newest first; replies in threads are not in it.

    Where `oldest` is given and `latest` is not, the pages begin at the oldest, as Slack has it.
    """
    channel = call.channel()
    call.may_read(channel, history=True)
    order, limit = _between(call, channel.order), _limit(call)
    forward = bool(call.text("oldest")) and not call.text("latest")
    after = _place(call.text("cursor")) if call.text("cursor") else ""
    if forward:
        start = bisect_right(order, after) if after else 0
        page, more = order[start : start + limit], len(order) > start + limit
        edge = page[-1] if page else ""
    else:
        stop = bisect_left(order, after) if after else len(order)
        page, more = order[max(0, stop - limit) : stop], stop > limit
        edge = page[0] if page else ""
    return _page(call, channel, page[::-1], _cursor(edge) if more else "")


def replies(call: Call) -> Json:
    """`conversations.replies`: the message that began the thread, then its replies, oldest first."""
    channel = call.channel()
    call.may_read(channel, history=True)
    ts = call.need("ts")
    if ts not in channel.messages:
        raise RefusedError("message_not_found" if ts in channel.gone else "thread_not_found")
    order, limit = _between(call, channel.threads.get(ts, [])), _limit(call)
    start = bisect_right(order, _place(call.text("cursor"))) if call.text("cursor") else 0
    page = order[start : start + limit]
    more = len(order) > start + limit
    return _page(call, channel, [ts, *page], _cursor(page[-1]) if more else "")


def _page(call: Call, channel: Channel, order: list[str], cursor: str) -> Json:
    return {
        "messages": _seen(call, channel, order),
        "has_more": bool(cursor),
        "pin_count": 0,
        "response_metadata": {"next_cursor": cursor},
    }


def open_direct(call: Call) -> Json:
    """`conversations.open` for one person."""
    users = texts(call.sent.get("users"))
    if len(users) != 1:
        raise RefusedError("invalid_arguments", "the fake opens conversations with one person")
    user = call.world.state.users.get(users[0])
    if user is None or user.team != call.workspace.id:
        raise RefusedError("user_not_found")
    if user.bot:
        raise RefusedError("cannot_dm_bot")
    already = user.id in call.workspace.directs
    channel = call.world.state.direct(user)
    return {"channel": {"id": channel.id}, "no_op": already, "already_open": already}


def listed(call: Call) -> Json:
    """`conversations.list`."""
    types = texts(call.text("types") or "public_channel")
    for kind in types:
        needed = {"im": "im:read", "public_channel": "channels:read"}.get(kind)
        if needed is None:
            raise RefusedError("invalid_types")
        if needed not in call.workspace.scopes:
            raise missing_scope((needed,), call.workspace.scopes)
    found = [
        one
        for one in call.world.state.channels.values()
        if one.team == call.workspace.id and ("im" if one.im else "public_channel") in types
    ]
    limit, start = _limit(call), int(_place(call.text("cursor"))) if call.text("cursor") else 0
    page = found[start : start + limit]
    cursor = _cursor(str(start + limit)) if len(found) > start + limit else ""
    return {"channels": [told(one) for one in page], "response_metadata": {"next_cursor": cursor}}


def told(channel: Channel) -> Json:
    """A conversation as Slack tells of it."""
    common: Json = {"id": channel.id, "is_im": channel.im, "is_archived": channel.archived, "created": 0}
    if channel.im:
        return common | {"user": channel.user, "is_user_deleted": False, "is_channel": False}
    return common | {"name": channel.name, "is_channel": True, "is_member": True, "num_members": len(channel.members)}


def info(call: Call) -> Json:
    """`conversations.info`."""
    channel = call.channel()
    call.may_read(channel, history=False)
    return {"channel": told(channel)}
