"""`Reflect on this` and `/coach draft`: words brought along, masked before they are shown again or kept."""

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_dialogue, on_shortcut
from bot.channels.slack.listeners.starting import begin
from bot.channels.slack.markup import plain
from bot.channels.slack.masking import masked_text
from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import modals, submitted


def register(app: AsyncApp, edge: Edge) -> None:
    """The shortcut on a message, and the two dialogues that begin with a text."""
    on_shortcut(app, edge, ids.REFLECT_SHORTCUT, _reflect)
    on_dialogue(app, edge, ids.MODAL_REFLECT, _begin_with_text)
    on_dialogue(app, edge, ids.MODAL_DRAFT, _begin_with_draft)


async def ask_for_draft(edge: Edge, gesture: Gesture) -> None:
    """Open the dialogue for something that the doctor is writing."""
    await edge.open(gesture, modals.draft(edge.parts.words))


async def _reflect(edge: Edge, gesture: Gesture) -> None:
    """Show the message, masked, with the warning on patient details; it goes nowhere before the doctor sends it."""
    text, _ = await masked_text(edge.parts, plain(gesture.text))
    await edge.open(gesture, modals.reflect(edge.parts.words, text=text, channel=gesture.channel))


async def _begin_with_text(edge: Edge, gesture: Gesture) -> None:
    await _begin_with(edge, gesture, submitted.text(gesture.view))


async def _begin_with_draft(edge: Edge, gesture: Gesture) -> None:
    await _begin_with(edge, gesture, submitted.draft(gesture.view, edge.parts.words))


async def _begin_with(edge: Edge, gesture: Gesture, text: str) -> None:
    if text:
        await begin(edge, gesture, text, key=f"dialogue:{gesture.id}")
