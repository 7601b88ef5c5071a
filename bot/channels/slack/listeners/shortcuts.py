"""`Reflect on this`: words brought along, masked before they are shown again or kept."""

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_dialogue, on_shortcut
from bot.channels.slack.listeners.starting import begin_from_dialogue
from bot.channels.slack.markup import plain
from bot.channels.slack.masking import masked_text
from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import modals, submitted


def register(app: AsyncApp, edge: Edge) -> None:
    """The shortcut on a message, and the dialogue that begins with its words."""
    on_shortcut(app, edge, ids.REFLECT_SHORTCUT, _reflect)
    on_dialogue(app, edge, ids.MODAL_REFLECT, _begin_with_text)


async def _reflect(edge: Edge, gesture: Gesture) -> None:
    """Show the message, masked, with the warning on patient details; it goes nowhere before the doctor sends it."""
    text, _ = await masked_text(edge.parts, plain(gesture.text))
    await edge.open(gesture, modals.reflect(edge.parts.words, text=text, channel=gesture.channel))


async def _begin_with_text(edge: Edge, gesture: Gesture) -> None:
    await begin_from_dialogue(edge, gesture, submitted.text(gesture.view))
