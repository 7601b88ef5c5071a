"""`Show passage`: the text behind a citation of the reply that the button stands under."""

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_button
from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.pieces import place
from bot.channels.slack.views import modals
from bot.coaching.cited import Cited


def register(app: AsyncApp, edge: Edge) -> None:
    """The button beside each source."""
    on_button(app, edge, ids.PASSAGE, _show)


async def _show(edge: Edge, gesture: Gesture) -> None:
    """Open a dialogue at once, then fill it."""
    words = edge.parts.words
    view_id = await edge.open(gesture, modals.waiting(words))
    cited = await _cited(edge, gesture)
    if cited is None:
        view = modals.passage(words, words.notes["not_yours"], words.sources.title)
    else:
        view = modals.passage(words, edge.parts.passages(cited), place(cited))
    client = await edge.clients.patient_client_for(gesture.team)
    await client.views_update(view_id=view_id, view=view)


async def _cited(edge: Edge, gesture: Gesture) -> Cited | None:
    """The citation with that key, where the message is a reply of the coach's and its turn is still kept."""
    answered = await edge.parts.post.answered(gesture.lane, gesture.message_ts)
    citations = answered.record.reply.citations if answered and answered.record else ()
    return next((one for one in citations if one.key == gesture.value), None)
