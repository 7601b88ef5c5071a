"""How listeners are hung into Bolt: acknowledged first, then at work, and a failure of theirs stays their own.

Bolt takes an acknowledgement back when its listener fails in the next hundredth of a second, and keeps Slack waiting;
so no failure gets as far as Bolt.
"""

from collections.abc import Awaitable, Callable

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.channels.slack.listeners import gesture as gestures
from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.failing import failed
from bot.channels.slack.listeners.gesture import Gesture

Body = dict[str, object]
Handler = Callable[[Edge, Gesture], Awaitable[None]]
Commanded = Callable[[Edge, Gesture, AsyncRespond], Awaitable[None]]
TabOpened = Callable[[Edge, Gesture, str], Awaitable[None]]


def on_button(app: AsyncApp, edge: Edge, action: str, handler: Handler) -> None:
    """Let `handler` do what the press of a button asks for."""
    app.action(action)(_acknowledging(edge, handler, gestures.of_action))


def on_dialogue(app: AsyncApp, edge: Edge, callback: str, handler: Handler) -> None:
    """Let `handler` do what a dialogue, when sent, asks for; it closes at once."""
    app.view(callback)(_acknowledging(edge, handler, gestures.of_submission))


def on_shortcut(app: AsyncApp, edge: Edge, callback: str, handler: Handler) -> None:
    """Let `handler` do what a shortcut on a message asks for."""
    app.message_shortcut(callback)(_acknowledging(edge, handler, gestures.of_shortcut))


def on_command(app: AsyncApp, edge: Edge, command: str, handler: Commanded) -> None:
    """Let `handler` answer a slash command; nothing is shown before."""

    async def given(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        await ack()
        await _guarded(edge, body, lambda: handler(edge, gestures.of_command(body), respond))

    app.command(command)(given)


def on_tab(app: AsyncApp, edge: Edge, handler: TabOpened) -> None:
    """Let `handler` do what a tab, when opened, is to show."""

    async def opened(body: Body) -> None:  # events are acknowledged by Bolt
        gesture, tab = gestures.of_tab(body)
        await _guarded(edge, body, lambda: handler(edge, gesture, tab))

    app.event("app_home_opened")(opened)


def _acknowledging(
    edge: Edge, handler: Handler, read: Callable[[gestures.Body], Gesture]
) -> Callable[[AsyncAck, Body], Awaitable[None]]:
    async def made(ack: AsyncAck, body: Body) -> None:
        await ack()
        await _guarded(edge, body, lambda: handler(edge, read(body)))

    return made


async def _guarded(edge: Edge, body: Body, work: Callable[[], Awaitable[None]]) -> None:
    try:
        await work()
    except Exception as error:  # noqa: BLE001 - the doctor and the log are told here, and Bolt would undo the acknowledgement
        await failed(edge, error, body)
