"""Practising a conversation: the dialogue that begins it, and the buttons that steer it, each a turn of the doctor."""

from collections.abc import Awaitable, Callable

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import Show, on_button, on_step
from bot.channels.slack.listeners.reminders import about_commitment
from bot.channels.slack.listeners.starting import begin_from_dialogue, say_once
from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import modals, rehearsal
from bot.channels.slack.words_of_practice import SteeringWords
from bot.ports.people import CommitmentKept

_STEERING: dict[str, Callable[[SteeringWords], str]] = {
    ids.REHEARSE_PAUSE: lambda say: say.pause,
    ids.REHEARSE_AGAIN: lambda say: say.again,
    ids.REHEARSE_STOP: lambda say: say.stop,
    ids.REHEARSE_BACK: lambda say: say.back,
    ids.REHEARSE_ANEW: lambda say: say.again,
}


def register(app: AsyncApp, edge: Edge) -> None:
    """The ways in, the dialogue, and the buttons under what is said in a rehearsal."""
    on_button(app, edge, ids.HOME_REHEARSE, ask_for_rehearsal)
    on_button(app, edge, ids.REHEARSE_FIRST, about_commitment(_practise_first))
    on_step(app, edge, ids.MODAL_REHEARSAL, _asked)
    for action, say in _STEERING.items():
        on_button(app, edge, action, _steering(say))


async def ask_for_rehearsal(edge: Edge, gesture: Gesture) -> None:
    """Open the dialogue that asks whom it is with, where what comes of it is not seen."""
    await edge.open(gesture, rehearsal.practise(edge.parts.words, edge.parts.characters, elsewhere=True))


async def _practise_first(edge: Edge, gesture: Gesture, commitment: CommitmentKept) -> None:
    await edge.open(gesture, rehearsal.practise(edge.parts.words, edge.parts.characters, about=commitment))


async def _asked(edge: Edge, gesture: Gesture, show: Show) -> None:
    """Begin; where the doctor does not see what comes of it, say where it is."""
    words, view = edge.parts.words, gesture.view
    await begin_from_dialogue(edge, gesture, rehearsal.request(view, words, edge.parts.characters))
    if rehearsal.opened_elsewhere(view):
        told = words.elsewhere.started if await edge.agreed(gesture) else words.elsewhere.not_agreed
        await show(modals.elsewhere(words, told))


def _steering(say: Callable[[SteeringWords], str]) -> Callable[[Edge, Gesture], Awaitable[None]]:
    """A button that says something in the doctor's place, as long as nothing has been said since."""

    async def steer(edge: Edge, gesture: Gesture) -> None:
        post = edge.parts.post
        answered = await post.answered(gesture.lane, gesture.message_ts)
        if answered is None or answered.turn is None:
            await edge.note(gesture, "not_yours")
        elif answered.turn != (await post.stands(gesture.lane, gesture.person)).turns:
            await edge.note(gesture, "gone_on")
        else:
            await say_once(edge, gesture, say(edge.parts.words.rehearsal.say))

    return steer
