"""What people do with buttons, forms, shortcuts and commands, as Slack tells the app, and what its answers do."""

import time
from dataclasses import dataclass
from uuid import uuid4

from tests.fakeslack.blocks import MODAL
from tests.fakeslack.delivery import Answer
from tests.fakeslack.forms import acted, form_errors, state_of
from tests.fakeslack.jsons import Json, record, records, text
from tests.fakeslack.known import APP_ID, VERIFICATION_TOKEN
from tests.fakeslack.rules import RefusedError
from tests.fakeslack.state import Channel, User, Workspace
from tests.fakeslack.world import ResponseUrl, World


class NotPossibleError(Exception):
    """The person cannot do that: there is no such button, message or view in front of them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person acts: a conversation and a message in it."""

    channel: Channel
    message: Json


def _base(world: World, kind: str, user: User) -> Json:
    space = world.state.teams[user.team]
    if not space.token:
        message = "the app is not in that workspace"
        raise NotPossibleError(message)
    return {
        "type": kind,
        "token": VERIFICATION_TOKEN,
        "api_app_id": APP_ID,
        "team": {"id": space.id, "domain": space.id.lower()},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team},
        "trigger_id": world.views.trigger(user),
    }


def _response_url(world: World, user: User, channel: Channel, message: Json) -> str:
    name = uuid4().hex
    world.responses[name] = ResponseUrl(
        user.id, channel.id, text(message, "ts"), text(message, "thread_ts"), time.monotonic()
    )
    return f"{world.state.url}/response/{name}"


async def click_message(world: World, user: User, place: Place, asked: Json) -> Json:
    """A person uses a button or a choice in a message.

    Raises:
        NotPossibleError: There is none of that name (and value).
    """
    action = acted(place.message, asked)
    if action is None:
        message = f"there is no {text(asked, 'action_id')!r} in that message"
        raise NotPossibleError(message)
    ephemeral = place.message.get("ephemeral") is True
    payload = _base(world, "block_actions", user) | {
        "container": {
            "type": "message",
            "message_ts": place.message["ts"],
            "channel_id": place.channel.id,
            "is_ephemeral": ephemeral,
        },
        "channel": {"id": place.channel.id, "name": place.channel.name},
        "state": {"values": {}},
        "response_url": _response_url(world, user, place.channel, place.message),
        "actions": [action | {"action_ts": world.state.now()}],
    }
    if not ephemeral:
        payload["message"] = place.message
    return told(await world.delivery.interaction(payload))


async def click_view(world: World, user: User, view: Json, asked: Json) -> Json:
    """A person uses a button or a choice in a modal or on the home tab.

    Raises:
        NotPossibleError: There is none of that name (and value).
    """
    action = acted(view, asked)
    if action is None:
        message = f"there is no {text(asked, 'action_id')!r} in that view"
        raise NotPossibleError(message)
    payload = _base(world, "block_actions", user) | {
        "trigger_id": world.views.trigger(user, text(view, "id")),
        "container": {"type": "view", "view_id": view["id"]},
        "view": view,
        "state": view.get("state", {"values": {}}),
        "actions": [action | {"action_ts": world.state.now()}],
    }
    return told(await world.delivery.interaction(payload))


async def shortcut(world: World, user: User, place: Place, callback_id: str) -> Json:
    """A person uses a message shortcut.

    Raises:
        NotPossibleError: The app has none of that name.
    """
    if world.app.declared and callback_id not in world.app.shortcuts:
        message = f"the manifest has no shortcut {callback_id!r}"
        raise NotPossibleError(message)
    payload = _base(world, "message_action", user) | {
        "callback_id": callback_id,
        "action_ts": world.state.now(),
        "channel": {"id": place.channel.id, "name": place.channel.name},
        "message_ts": place.message["ts"],
        "message": place.message,
        "response_url": _response_url(world, user, place.channel, place.message),
    }
    return told(await world.delivery.interaction(payload))


async def command(world: World, user: User, channel: Channel, name: str, words: str) -> Json:
    """A person gives a slash command; what the app says to it only they see.

    Raises:
        NotPossibleError: The app has no such command.
    """
    if world.app.declared and name not in world.app.commands:
        message = f"the manifest has no command {name!r}"
        raise NotPossibleError(message)
    space = world.state.teams[user.team]
    if not space.token:
        message = "the app is not in that workspace"
        raise NotPossibleError(message)
    form = {
        "token": VERIFICATION_TOKEN,
        "team_id": space.id,
        "team_domain": space.id.lower(),
        "channel_id": channel.id,
        "channel_name": channel.name,
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": words,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": _response_url(world, user, channel, {}),
        "trigger_id": world.views.trigger(user),
    }
    answer = await world.delivery.command(form)
    said = answer.body or ({"text": answer.text} if answer.text else {})
    if said and not answer.error:
        whispered(world, space, channel, user, said)
    return told(answer) | said


def whispered(world: World, space: Workspace, channel: Channel, user: User, said: Json) -> None:
    """Put what the app answered in front of the person alone, or in the conversation where it says so."""
    fields = {name: said[name] for name in ("text", "blocks") if said.get(name)}
    if not fields:
        return
    if said.get("response_type") == "in_channel":
        world.desk.post(space, channel, fields)
    else:
        world.desk.whisper(space, channel, {**fields, "to": user.id})


async def submit(world: World, user: User, view: Json, values: Json) -> Json:
    """A person sends a form. Slack itself asks for what is missing or too long; the app answers the rest."""
    errors = form_errors(view, values)
    if errors:
        return {"ok": True, "response_action": "errors", "errors": errors, "by": "slack"}
    view["state"] = {"values": state_of(view, values)}
    payload = _base(world, "view_submission", user) | {
        "trigger_id": world.views.trigger(user, text(view, "id")),
        "view": view,
        "response_urls": [],
    }
    answer = await world.delivery.interaction(payload)
    if answer.error:
        return told(answer)
    try:
        _after(world, user, view, answer.body)
    except RefusedError as refused:
        world.state.problem("view_submission", refused.code, "; ".join(refused.messages))
        return refused.told()
    world.changes.tell("view", user=user.id)
    return {"ok": True, **answer.body}


def _after(world: World, user: User, view: Json, said: Json) -> None:
    """What the app's answer to a form does to the views."""
    match text(said, "response_action"):
        case "errors":
            inputs = {text(one, "block_id") for one in records(view.get("blocks")) if one.get("type") == "input"}
            if not record(said.get("errors")).keys() <= inputs:
                raise RefusedError("invalid_arguments", "errors must be of blocks that are inputs")
        case "update":
            new = world.views.check(record(said.get("view")), MODAL)
            world.views.update(view, new, "")
        case "push":
            new = world.views.check(record(said.get("view")), MODAL)
            made = world.views.make(world.state.teams[user.team], new, under=text(view, "id"))
            world.views.push(user, made)
        case "clear":
            world.views.close(user.id, "", everything=True)
        case _:
            world.views.close(user.id, text(view, "id"), everything=view.get("clear_on_close") is True)


async def close_view(world: World, user: User, view: Json) -> Json:
    """A person closes a modal; the app hears of it where it asked to."""
    world.views.close(user.id, text(view, "id"))
    world.changes.tell("view", user=user.id)
    if view.get("notify_on_close") is not True:
        return {"ok": True}
    payload = _base(world, "view_closed", user) | {"view": view, "is_cleared": False}
    del payload["trigger_id"]
    return told(await world.delivery.interaction(payload))


def told(answer: Answer) -> Json:
    """What the driver says of the app's answer: whether it came, and Slack's word for it where it did not."""
    return {"ok": False, "error": answer.error} if answer.error else {"ok": True}
