"""When a listener fails: the kind of error and the listener's name go to the log, a plain sentence to the doctor."""

import logging
from collections.abc import Awaitable, Callable, Mapping

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture, of_action, of_command
from bot.channels.slack.render.blocks import sections
from bot.channels.slack.render.pieces import help_row

_LOG = logging.getLogger(__name__)

Failed = Callable[[Exception, dict[str, object]], Awaitable[None]]


def failing(edge: Edge) -> Failed:
    """The handler of what fails on the way to a listener, for Bolt."""

    async def handle(error: Exception, body: dict[str, object]) -> None:
        await failed(edge, error, body)

    return handle


async def failed(edge: Edge, error: Exception, body: Mapping[str, object]) -> None:
    """Write down that and where something failed, and tell the doctor, where that can be."""
    _LOG.error("a listener failed", extra={"listener": listener_of(body), "error": type(error).__name__})
    edge.parts.metrics.refused("listener_failed")
    try:
        await _tell(edge, of_command(body) if "command" in body else of_action(body))
    except Exception as second:  # noqa: BLE001 - whatever stood in the way of the work stands in the way of the word
        _LOG.warning("the doctor could not be told", extra={"error": type(second).__name__})


def listener_of(body: Mapping[str, object]) -> str:
    """What was pressed, sent or given, by the name that we gave it."""
    actions, view, event = body.get("actions"), body.get("view"), body.get("event")
    first = actions[0] if isinstance(actions, list) and actions else None
    for held, name in ((first, "action_id"), (body, "callback_id"), (body, "command"), (event, "type")):
        found = held.get(name) if isinstance(held, Mapping) else None
        if isinstance(found, str):
            return found
    found = view.get("callback_id") if isinstance(view, Mapping) else None
    return found if isinstance(found, str) else "unknown"


async def _tell(edge: Edge, gesture: Gesture) -> None:
    """Say so where the doctor is: where only they see it, in their own channel where that cannot be."""
    words = edge.parts.words
    if not gesture.user:
        return
    here = await edge.direct_channel(gesture)
    client = await edge.clients.client_for(gesture.team)
    await client.chat_postEphemeral(
        channel=here,
        user=gesture.user,
        text=words.notifications.letter,
        blocks=[*sections(words.notes["sorry"]), help_row(words)],
        thread_ts=(gesture.thread_ts or None) if here == gesture.channel else None,
    )
