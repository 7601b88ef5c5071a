"""A verdict on a reply: the last press counts, and thumbs down are asked why."""

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_button, on_dialogue
from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import modals, submitted
from bot.ports.people import Feedback, Value


def register(app: AsyncApp, edge: Edge) -> None:
    """The two buttons under a reply, and the dialogue behind the second."""
    on_button(app, edge, ids.FEEDBACK, _judge)
    on_dialogue(app, edge, ids.MODAL_FEEDBACK, _explain)


async def _judge(edge: Edge, gesture: Gesture) -> None:
    if gesture.value not in set(Value):
        return
    if not await _is_a_reply(edge, gesture, gesture.message_ts):
        await edge.note(gesture, "not_yours")
        return
    value = Value(gesture.value)
    await _keep(edge, gesture, Feedback(gesture.channel, gesture.message_ts, value))
    edge.parts.metrics.feedback(value.value)
    if value is Value.BAD:
        view = modals.feedback_reasons(edge.parts.words, channel=gesture.channel, ts=gesture.message_ts)
        await edge.open(gesture, view)


async def _explain(edge: Edge, gesture: Gesture) -> None:
    """Keep why, masked; what was said before about the same reply is replaced."""
    told = submitted.judged(gesture.view, edge.parts.words)
    about = Gesture(team=gesture.team, user=gesture.user, channel=told.channel, message_ts=told.ts)
    if not await _is_a_reply(edge, about, told.ts):
        return
    words, _ = edge.parts.answerer.masked(told.words)
    await _keep(edge, gesture, Feedback(told.channel, told.ts, Value.BAD, told.reasons, words))
    await edge.note(about, "feedback_kept")


async def _is_a_reply(edge: Edge, gesture: Gesture, ts: str) -> bool:
    """Whether the coach said that; only the doctor it was said to can press a button under it."""
    return await edge.parts.post.answered(gesture.lane, ts) is not None


async def _keep(edge: Edge, gesture: Gesture, feedback: Feedback) -> None:
    await edge.parts.people.judge(gesture.person, feedback, edge.parts.clock.now())
