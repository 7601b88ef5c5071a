"""`/coach draft` and what was found in a draft: the dialogue, every sentence of it, and the version after it."""

from collections.abc import Callable, Mapping

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import Handler, on_button, on_dialogue
from bot.channels.slack.listeners.starting import begin_from_dialogue
from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import drafts, modals
from bot.channels.slack.words import SlackWords
from bot.coaching.reviewed import Review


def register(app: AsyncApp, edge: Edge) -> None:
    """The dialogue, and the two buttons under what was found."""
    on_dialogue(app, edge, ids.MODAL_DRAFT, _begin)
    on_button(app, edge, ids.DRAFT_SENTENCES, _showing(drafts.every_sentence))
    on_button(app, edge, ids.DRAFT_AGAIN, _showing(_next_version))


async def ask_for_draft(edge: Edge, gesture: Gesture) -> None:
    """Open the dialogue for something that the doctor is writing."""
    await edge.open(gesture, drafts.draft(edge.parts.words))


async def _begin(edge: Edge, gesture: Gesture) -> None:
    await begin_from_dialogue(edge, gesture, drafts.handed_over(gesture.view, edge.parts.words))


def _next_version(words: SlackWords, found: Review) -> Mapping[str, object]:
    return drafts.draft(words, text=found.kept.text, kind=found.kind)


def _showing(view_of: Callable[[SlackWords, Review], Mapping[str, object]]) -> Handler:
    """A listener that opens a dialogue at once, then fills it from the draft that the message is about."""

    async def listen(edge: Edge, gesture: Gesture) -> None:
        words = edge.parts.words
        view_id = await edge.open(gesture, modals.waiting(words))
        answered = await edge.parts.post.answered(gesture.lane, gesture.message_ts)
        found = answered.record.review if answered and answered.record else None
        await edge.show(gesture, view_id, view_of(words, found) if found else drafts.gone(words))

    return listen
