"""The tabs: Home is drawn at each opening; Messages offers ways in, which name what the doctor decided to do."""

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners import prompts
from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_tab


def register(app: AsyncApp, edge: Edge) -> None:
    """Both tabs."""
    on_tab(app, edge, _opened)


async def _opened(edge: Edge, gesture: Gesture, tab: str) -> None:
    if tab == "home":
        await edge.publish_home(gesture)
    elif tab == "messages":
        await prompts.offer(edge, gesture)
