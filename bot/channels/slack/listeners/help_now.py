"""`I need help now`: people who can be reached, shown at once and whatever else fails."""

import logging

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import SLACK_FAILS, Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_button
from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import sections
from bot.channels.slack.views import modals

_LOG = logging.getLogger(__name__)


def register(app: AsyncApp, edge: Edge) -> None:
    """The button that every reply has."""
    on_button(app, edge, ids.HELP_NOW, show)


async def show(edge: Edge, gesture: Gesture) -> None:
    """Open the contacts; where no dialogue can be opened any more, write them beneath."""
    words, lines = edge.parts.words, edge.parts.help_lines
    try:
        await edge.open(gesture, modals.help_now(words, lines))
    except SLACK_FAILS as error:
        _LOG.warning("no dialogue for help", extra={"error": type(error).__name__})
        here = gesture.channel or await edge.direct_channel(gesture)
        client = await edge.clients.patient_client_for(gesture.team)
        told = "\n".join([words.help.opening, *lines, words.help.closing])
        await client.chat_postEphemeral(
            channel=here, user=gesture.user, text=words.notifications.letter, blocks=sections(told)
        )
