"""What a call of the driver asks for, and the refusal of one that asks for what is not there."""

from tests.fakeslack.jsons import Json, text
from tests.fakeslack.known import TEAM
from tests.fakeslack.state import Channel, User, Workspace
from tests.fakeslack.world import World


class DriverError(Exception):
    """The driver asked for something that is not possible; the message says what."""


def needed(asked: Json, name: str) -> str:
    """A field that must be there.

    Raises:
        DriverError: It is not.
    """
    found = text(asked, name)
    if not found:
        message = f"{name} is missing"
        raise DriverError(message)
    return found


def team_of(world: World, asked: Json) -> Workspace:
    """The workspace that is asked for; the first one where none is named.

    Raises:
        DriverError: There is none of that id.
    """
    found = world.state.teams.get(text(asked, "team", TEAM))
    if found is None:
        message = f"there is no workspace {text(asked, 'team')!r}"
        raise DriverError(message)
    return found


def user_of(world: World, asked: Json) -> User:
    """The person who does it.

    Raises:
        DriverError: There is none of that id.
    """
    found = world.state.users.get(needed(asked, "user"))
    if found is None:
        message = f"there is nobody {text(asked, 'user')!r}"
        raise DriverError(message)
    return found


def channel_of(world: World, asked: Json, user: User | None = None) -> Channel:
    """The conversation that is asked for; where none is named, the direct one of the person.

    Raises:
        DriverError: There is none of that id, or neither is named.
    """
    if not text(asked, "channel") and user is not None:
        return world.state.direct(user)
    found = world.state.channels.get(needed(asked, "channel"))
    if found is None:
        message = f"there is no conversation {text(asked, 'channel')!r}"
        raise DriverError(message)
    return found


def message_of(channel: Channel, asked: Json, user: User | None = None) -> Json:
    """The message that is asked for, by its time stamp; one that only the person sees too, where one is named.

    Raises:
        DriverError: There is none.
    """
    ts = needed(asked, "ts")
    found = channel.messages.get(ts)
    if found is None and user is not None:
        found = next((one for one in channel.ephemerals if one["ts"] == ts and one["to"] == user.id), None)
    if found is None:
        message = f"there is no message {ts!r} in {channel.id}"
        raise DriverError(message)
    return found


def view_of(world: World, asked: Json) -> Json:
    """The view that is asked for.

    Raises:
        DriverError: There is none.
    """
    found = world.views.all.get(needed(asked, "view_id"))
    if found is None:
        message = f"there is no view {text(asked, 'view_id')!r}"
        raise DriverError(message)
    return found
