"""`/coach`: whatever it answers is seen by the doctor alone, wherever the command is given."""

from collections.abc import Awaitable, Callable, Mapping

from slack_bolt.async_app import AsyncApp, AsyncRespond

from bot.channels.slack.listeners import privacy
from bot.channels.slack.listeners.consent import show_privacy
from bot.channels.slack.listeners.drafts import ask_for_draft
from bot.channels.slack.listeners.edge import Blocks, Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_command
from bot.channels.slack.listeners.rehearsal import ask_for_rehearsal
from bot.channels.slack.listeners.shares import what_is_shared
from bot.channels.slack.listeners.sharing import begin_to_share
from bot.channels.slack.listeners.starting import begin
from bot.channels.slack.render.blocks import bullets, sections
from bot.channels.slack.views.home import goals

COMMAND = "/coach"

Answer = Callable[[Edge, Gesture], Awaitable[Blocks | None]]


def register(app: AsyncApp, edge: Edge) -> None:
    """The one command."""
    on_command(app, edge, COMMAND, _given)


async def _given(edge: Edge, gesture: Gesture, respond: AsyncRespond) -> None:
    """Do what the first word after the command says; anything else is answered with what can be said there."""
    word, _, rest = gesture.text.partition(" ")
    usual = _unknown if word else _help
    answer = usual if rest.strip() else _ANSWERS.get(word.casefold(), usual)
    blocks = await answer(edge, gesture)
    if blocks:
        await respond(
            text=edge.parts.words.notifications.letter, blocks=[dict(one) for one in blocks], response_type="ephemeral"
        )


async def _help(edge: Edge, _gesture: Gesture) -> Blocks:
    words = edge.parts.words
    return (*bullets(words.command.help), *sections("\n".join([words.help.contacts, *edge.parts.help_lines])))


async def _unknown(edge: Edge, gesture: Gesture) -> Blocks:
    return (*sections(edge.parts.words.command.unknown), *await _help(edge, gesture))


async def _start(edge: Edge, gesture: Gesture) -> Blocks:
    await begin(edge, gesture, "", key=f"command:{gesture.id}")
    words = edge.parts.words.command
    return sections(words.begun if await edge.agreed(gesture) else words.not_agreed)


async def _goals(edge: Edge, gesture: Gesture) -> Blocks:
    people = edge.parts.people
    person = await people.person(gesture.person)
    return goals(edge.parts.words, await people.commitments(person.id), edge.timezone(person))


async def _rehearse(edge: Edge, gesture: Gesture) -> None:
    await ask_for_rehearsal(edge, gesture)


async def _draft(edge: Edge, gesture: Gesture) -> None:
    await ask_for_draft(edge, gesture)


async def _share(edge: Edge, gesture: Gesture) -> None:
    await begin_to_share(edge, gesture)


async def _shared(edge: Edge, gesture: Gesture) -> Blocks:
    return await what_is_shared(edge, gesture)


async def _privacy(edge: Edge, gesture: Gesture) -> None:
    await show_privacy(edge, gesture)


async def _forget(edge: Edge, gesture: Gesture) -> None:
    await privacy.ask_to_erase(edge, gesture)


async def _pause(edge: Edge, gesture: Gesture) -> Blocks:
    await privacy.pause(edge, gesture, paused=True)
    return sections(edge.parts.words.notes["paused"])


async def _resume(edge: Edge, gesture: Gesture) -> Blocks:
    await privacy.pause(edge, gesture, paused=False)
    return sections(edge.parts.words.notes["resumed"])


_ANSWERS: Mapping[str, Answer] = {
    "start": _start,
    "goals": _goals,
    "rehearse": _rehearse,
    "draft": _draft,
    "share": _share,
    "shared": _shared,
    "privacy": _privacy,
    "forget": _forget,
    "pause": _pause,
    "resume": _resume,
    "help": _help,
}
WORDS = tuple(_ANSWERS)
"""What can be said after the command."""
