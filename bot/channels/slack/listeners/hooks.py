"""How listeners are hung into Bolt: acknowledged first, then at work, and a failure of theirs stays their own.

Bolt takes an acknowledgement back when its listener fails in the next hundredth of a second, and keeps Slack waiting;
so no failure gets as far as Bolt.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.channels.slack.listeners import gesture as gestures
from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.failing import failed
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.views import modals

_PATIENCE = 1.5
"""Seconds until a doctor is shown that the next dialogue is on its way; Slack waits twice as long."""
Body = dict[str, object]
Handler = Callable[[Edge, Gesture], Awaitable[None]]
Commanded = Callable[[Edge, Gesture, AsyncRespond], Awaitable[None]]
Wrong = Callable[[Edge, Gesture], Mapping[str, str]]
Show = Callable[[Mapping[str, object]], Awaitable[None]]
Stepping = Callable[[Edge, Gesture, Show], Awaitable[None]]
TabOpened = Callable[[Edge, Gesture, str], Awaitable[None]]


def on_button(app: AsyncApp, edge: Edge, action: str, handler: Handler) -> None:
    """Let `handler` do what the press of a button asks for."""
    app.action(action)(_acknowledging(edge, handler, gestures.of_action))


def on_dialogue(app: AsyncApp, edge: Edge, callback: str, handler: Handler, *, wrong: Wrong | None = None) -> None:
    """Let `handler` do what a dialogue, when sent, asks for; it closes at once.

    But where something is `wrong` with it: then it stays, with words under each field that is told of.
    """
    app.view(callback)(_acknowledging(edge, handler, gestures.of_submission, wrong))


def on_step(app: AsyncApp, edge: Edge, callback: str, handler: Stepping) -> None:
    """Let `handler` put the next dialogue in the place of the one that was sent, in the answer that Slack waits for.

    Slack waits three seconds. Where the next one takes longer, the one that says so is shown meanwhile.
    """

    async def sent(ack: AsyncAck, body: Body) -> None:
        step = _Step(edge, gestures.of_submission(body), ack)
        await _guarded(edge, body, lambda: step.taken(handler))

    app.view(callback)(sent)


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


@dataclass(slots=True)
class _Step:
    """One step of a dialogue, from its being sent to what is shown next; acknowledged once, whatever happens."""

    edge: Edge
    gesture: Gesture
    ack: AsyncAck
    acknowledged: bool = False

    async def taken(self, handler: Stepping) -> None:
        work = asyncio.ensure_future(handler(self.edge, self.gesture, self._show))
        await asyncio.wait({work}, timeout=_PATIENCE)
        words = self.edge.parts.words
        if not work.done():
            await self._once(modals.waiting(words))
        try:
            await work
        except Exception:
            await self._show(modals.elsewhere(words, words.notes["sorry"]))
            raise
        if not self.acknowledged:
            self.acknowledged = True
            await self.ack()

    async def _show(self, view: Mapping[str, object]) -> None:
        if not await self._once(view):
            await self.edge.show(self.gesture, self.gesture.id, view)

    async def _once(self, view: Mapping[str, object]) -> bool:
        """Acknowledge with a view; False where that was done."""
        if self.acknowledged:
            return False
        self.acknowledged = True
        await self.ack(response_action="update", view=dict(view))
        return True


def _acknowledging(
    edge: Edge, handler: Handler, read: Callable[[gestures.Body], Gesture], wrong: Wrong | None = None
) -> Callable[[AsyncAck, Body], Awaitable[None]]:
    async def made(ack: AsyncAck, body: Body) -> None:
        if wrong is not None and (errors := wrong(edge, read(body))):
            await ack(response_action="errors", errors=dict(errors))
            return
        await ack()
        await _guarded(edge, body, lambda: handler(edge, read(body)))

    return made


async def _guarded(edge: Edge, body: Body, work: Callable[[], Awaitable[None]]) -> None:
    try:
        await work()
    except Exception as error:  # noqa: BLE001 - the doctor and the log are told here, and Bolt would undo the acknowledgement
        await failed(edge, error, body)
