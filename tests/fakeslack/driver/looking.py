"""What people see, and what Slack noticed."""

from collections.abc import Callable

from tests.fakeslack.driver.asking import channel_of, team_of, user_of
from tests.fakeslack.jsons import Json, text
from tests.fakeslack.rules import STATUS_SECONDS
from tests.fakeslack.world import World


def transcript(world: World, asked: Json) -> Json:
    """A conversation as a person sees it, oldest first; replies stand where their time is, with their `thread_ts`."""
    user = user_of(world, asked) if text(asked, "user") else None
    channel = channel_of(world, asked, user)
    whispers = [one for one in channel.ephemerals if user is not None and one["to"] == user.id]
    found = sorted([*channel.messages.values(), *whispers], key=lambda one: str(one["ts"]))
    return {"channel": channel.id, "messages": found}


def direct(world: World, asked: Json) -> Json:
    """A person's direct conversation with the app."""
    return {"channel": world.state.direct(user_of(world, asked)).id}


def home(world: World, asked: Json) -> Json:
    """A person's home tab; no view where the app has published none."""
    name = world.views.homes.get(user_of(world, asked).id, "")
    view = world.views.all.get(name)
    return {"view": view, "hash": view["hash"] if view else ""}


def views(world: World, asked: Json) -> Json:
    """The modals that a person has open, newest last."""
    found: list[object] = list(world.views.shown(user_of(world, asked).id))
    return {"views": found}


def status(world: World, asked: Json) -> Json:
    """The status line of a conversation, the newest where threads have several, and the state of its sessions."""
    channel = channel_of(world, asked)
    for place, one in list(world.desk.statuses.items()):
        began = one["at"]
        if isinstance(began, float) and world.clock.since(began) > STATUS_SECONDS:
            del world.desk.statuses[place]
            world.state.problem("assistant.threads.setStatus", "status_expired", "a status line that nobody cleared")
    lines = [
        {"thread_ts": thread, "status": one["status"], "loading_messages": one["loading_messages"]}
        for (place, thread), one in world.desk.statuses.items()
        if place == channel.id
    ]
    sessions = [{"thread_ts": thread, **one} for (place, thread), one in world.sessions.items() if place == channel.id]
    newest = lines[-1] if lines else {"thread_ts": "", "status": "", "loading_messages": []}
    return {**newest, "all": lines, "sessions": sessions}


def prompts(world: World, asked: Json) -> Json:
    """The suggested prompts of a conversation."""
    return world.prompts.get(channel_of(world, asked).id, {"title": "", "prompts": []})


def files(world: World, asked: Json) -> Json:
    """The files that a person can see, with their text where they are text."""
    user = user_of(world, asked)
    found: list[Json] = []
    for one in world.files.values():
        if one.shared and user.id in world.state.channels[one.channel].members:
            content = (one.content or b"").decode("utf-8", "replace")
            whole: Json = {"url": f"/files/{one.id}/{one.name}", "channel": one.channel, "content": content}
            found.append(one.told(world.state.url) | whole)
    return {"files": found}


def deliveries(world: World, asked: Json) -> Json:
    """What came of the deliveries so far."""
    return world.delivery.figures.told()


def problems(world: World, asked: Json) -> Json:
    """The rules that the app broke so far."""
    return {
        "problems": [{"method": one.method, "code": one.code, "detail": one.detail} for one in world.state.problems]
    }


def calls(world: World, asked: Json) -> Json:
    """How often each method of the Web API was called."""
    return {"calls": dict(world.calls)}


def sockets(world: World, asked: Json) -> Json:
    """How many connections the app has open."""
    return {"open": len(world.delivery.links), "deaf": world.delivery.links.deaf}


def everything(world: World, asked: Json) -> Json:
    """The workspace, its people and its channels, for somebody who has just come."""
    space = team_of(world, asked)
    people = [one for one in world.state.users.values() if one.team == space.id and not one.bot]
    channels = [one for one in world.state.channels.values() if one.team == space.id and not one.im]
    return {
        "team": {"id": space.id, "name": space.name, "installed": bool(space.token)},
        "app": {
            "name": world.app.name,
            "bot_user": space.bot_user,
            "bot_id": space.bot_id,
            "commands": sorted(world.app.commands),
            "shortcuts": sorted(world.app.shortcuts),
        },
        "users": [{"id": one.id, "name": one.name, "tz": one.tz, "team": one.team} for one in people],
        "channels": [{"id": one.id, "name": one.name, "members": sorted(one.members)} for one in channels],
        "outage": world.faults.down,
        "delivery_down": world.delivery.down,
    }


LOOKS: dict[str, Callable[[World, Json], Json]] = {
    "calls": calls,
    "deliveries": deliveries,
    "dm": direct,
    "files": files,
    "home": home,
    "problems": problems,
    "prompts": prompts,
    "sockets": sockets,
    "status": status,
    "transcript": transcript,
    "views": views,
    "world": everything,
}
"""What can be looked at, by the name in the address."""
