"""What people do: write, change their minds, press, fill in, install and uninstall."""

from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tests.fakeslack import interactions
from tests.fakeslack.desk import Said
from tests.fakeslack.driver.asking import (
    DriverError,
    channel_of,
    message_of,
    needed,
    team_of,
    user_of,
    view_of,
)
from tests.fakeslack.interactions import Place
from tests.fakeslack.jsons import Json, record, records, text, texts
from tests.fakeslack.world import World


async def add_user(world: World, asked: Json) -> Json:
    """A new person."""
    tz = text(asked, "tz", "Europe/London")
    try:
        ZoneInfo(tz)
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        message = f"there is no time zone {tz!r}"
        raise DriverError(message) from unknown
    user = world.state.add_user(team_of(world, asked).id, needed(asked, "name"), tz)
    world.changes.tell("world")
    return {"user": user.id}


async def add_workspace(world: World, asked: Json) -> Json:
    """A new workspace; the app is not in it yet."""
    return {"team": world.state.workspace(needed(asked, "name")).id}


async def add_channel(world: World, asked: Json) -> Json:
    """A new public channel; the app is a member unless `bot` is false."""
    space = team_of(world, asked)
    members = set(texts(asked.get("members")))
    if asked.get("bot") is not False:
        members.add(space.bot_user)
    channel = world.state.add_channel(space.id, needed(asked, "name"), members)
    world.changes.tell("world")
    return {"channel": channel.id}


async def message(world: World, asked: Json) -> Json:
    """A person posts a message, to the app where no conversation is named."""
    return _say(world, asked, mention=False)


async def mention(world: World, asked: Json) -> Json:
    """A person mentions the app in a channel."""
    return _say(world, asked, mention=True)


def _say(world: World, asked: Json, *, mention: bool) -> Json:
    user = user_of(world, asked)
    channel = channel_of(world, asked, user)
    thread_ts, ts = text(asked, "thread_ts"), text(asked, "ts")
    if thread_ts and thread_ts not in channel.messages:
        error = f"there is no message {thread_ts!r} to reply to"
        raise DriverError(error)
    if ts in channel.messages or ts in channel.gone:
        error = f"there is a message {ts!r} already"
        raise DriverError(error)
    words = text(asked, "text")
    if mention:
        words = words.replace(f"<@{world.state.teams[channel.team].bot_user}>", "", 1).strip()
    files = tuple(record({"id": world.state.new_id("F")} | one) for one in records(asked.get("files")))
    said = Said(words, thread_ts, text(asked, "client_msg_id"), ts, files, mention)
    posted, event_id = world.desk.say(channel, user, said)
    return {"channel": channel.id, "ts": posted["ts"], "event_id": event_id}


async def edit(world: World, asked: Json) -> Json:
    """A person rewrites a message."""
    channel = channel_of(world, asked)
    message_of(channel, asked)
    world.desk.edit(channel, needed(asked, "ts"), needed(asked, "text"))
    return {}


async def delete(world: World, asked: Json) -> Json:
    """A person deletes a message."""
    channel = channel_of(world, asked)
    message_of(channel, asked)
    world.desk.delete(channel, needed(asked, "ts"))
    return {}


async def open_tab(world: World, asked: Json) -> Json:
    """A person opens a tab of the app; the app is told in either case, as in Slack."""
    user, tab = user_of(world, asked), needed(asked, "tab")
    if tab not in ("home", "messages"):
        error = "tab is home or messages"
        raise DriverError(error)
    channel, at = world.state.direct(user), world.state.now()
    event: Json = {"type": "app_home_opened", "user": user.id, "channel": channel.id, "tab": tab, "event_ts": at}
    if tab == "home" and user.id in world.views.homes:
        event["view"] = dict(world.views.all[world.views.homes[user.id]])
    return {
        "channel": channel.id,
        "event_id": world.events.send(world.state.teams[user.team], "app_home_opened", event),
    }


async def click(world: World, asked: Json) -> Json:
    """A person uses a button or a choice, in a message or in a view."""
    user = user_of(world, asked)
    if text(asked, "view_id"):
        return {"response": await interactions.click_view(world, user, view_of(world, asked), asked)}
    channel = channel_of(world, asked, user)
    place = Place(channel, message_of(channel, asked, user))
    return {"response": await interactions.click_message(world, user, place, asked)}


async def command(world: World, asked: Json) -> Json:
    """A person gives a slash command."""
    user = user_of(world, asked)
    channel = channel_of(world, asked, user)
    return {"response": await interactions.command(world, user, channel, needed(asked, "command"), text(asked, "text"))}


async def shortcut(world: World, asked: Json) -> Json:
    """A person uses a message shortcut."""
    user = user_of(world, asked)
    channel = channel_of(world, asked, user)
    place = Place(channel, message_of(channel, asked))
    return {"response": await interactions.shortcut(world, user, place, needed(asked, "callback_id"))}


async def submit(world: World, asked: Json) -> Json:
    """A person sends a form; `values` by block and action, or by either name alone."""
    user, view = user_of(world, asked), view_of(world, asked)
    return {"response": await interactions.submit(world, user, view, record(asked.get("values")))}


async def close_view(world: World, asked: Json) -> Json:
    """A person closes a modal."""
    return {"response": await interactions.close_view(world, user_of(world, asked), view_of(world, asked))}


async def stop(world: World, asked: Json) -> Json:
    """A person presses stop; streams of the thread end there and then, everything else is the app's to do."""
    user = user_of(world, asked)
    channel = channel_of(world, asked, user)
    thread_ts = text(asked, "thread_ts") or next(
        (thread for place, thread in reversed(world.desk.statuses) if place == channel.id), ""
    )
    running = [
        place for place, one in world.streams.items() if one.channel == channel.id and one.thread_ts == thread_ts
    ]
    for place in running:
        del world.streams[place]
    event: Json = {
        "type": "agent_session_stopped",
        "channel": channel.id,
        "user": user.id,
        "streaming_message_ts": [ts for _, ts in running],
        "event_ts": world.state.now(),
    }
    if thread_ts:
        event["thread_ts"] = thread_ts
    return {"event_id": world.events.send(world.state.teams[channel.team], "agent_session_stopped", event)}


async def uninstall(world: World, asked: Json) -> Json:
    """Somebody takes the app out of a workspace."""
    world.events.uninstalled(team_of(world, asked))
    return {}


async def install(world: World, asked: Json) -> Json:
    """Somebody agrees to install the app, in a new workspace where none is named: the code is for `oauth.v2.access`."""
    space = team_of(world, asked) if text(asked, "team") else world.state.workspace("Hillside Hospital")
    code = text(asked, "code") or world.state.new_id("code-")
    world.state.codes[code] = space.id
    return {"code": code, "team": space.id}


ACTS: dict[str, Callable[[World, Json], Awaitable[Json]]] = {
    "channel": add_channel,
    "click": click,
    "close_view": close_view,
    "command": command,
    "delete": delete,
    "edit": edit,
    "install": install,
    "mention": mention,
    "message": message,
    "open": open_tab,
    "shortcut": shortcut,
    "stop": stop,
    "submit": submit,
    "uninstall": uninstall,
    "user": add_user,
    "workspace": add_workspace,
}
"""What people do, by the name in the address."""
