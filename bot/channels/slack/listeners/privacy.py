"""What is kept of a doctor, in their own hands: pause, reminders, export, erase."""

import json
from collections.abc import Mapping

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.export import as_markdown
from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_button, on_dialogue
from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import sections
from bot.channels.slack.views import modals
from bot.ports.people import Person


def register(app: AsyncApp, edge: Edge) -> None:
    """The buttons of the Home tab's last part, and the dialogue that asks before anything is erased."""
    on_button(app, edge, ids.HOME_PAUSE, _pause)
    on_button(app, edge, ids.HOME_RESUME, _resume)
    on_button(app, edge, ids.HOME_REMINDERS, _reminders)
    on_button(app, edge, ids.HOME_EXPORT, _export)
    on_button(app, edge, ids.HOME_ERASE, ask_to_erase)
    on_dialogue(app, edge, ids.MODAL_ERASE, _erase)


async def pause(edge: Edge, gesture: Gesture, *, paused: bool) -> None:
    """While paused, the coach answers and sends nothing of its own accord."""
    await edge.parts.people.pause(gesture.person, paused=paused)
    await edge.refresh_home(gesture)


async def ask_to_erase(edge: Edge, gesture: Gesture) -> None:
    """Ask once more."""
    await edge.open(gesture, modals.erase(edge.parts.words))


async def _pause(edge: Edge, gesture: Gesture) -> None:
    await pause(edge, gesture, paused=True)


async def _resume(edge: Edge, gesture: Gesture) -> None:
    await pause(edge, gesture, paused=False)


async def _reminders(edge: Edge, gesture: Gesture) -> None:
    await edge.parts.people.reminders(gesture.person, wanted=gesture.value == "on")
    await edge.refresh_home(gesture)


async def _export(edge: Edge, gesture: Gesture) -> None:
    """Put all that is kept into the doctor's own channel, and say in the Home tab, where they are, that it is there."""
    view_id = await edge.say_elsewhere(gesture, edge.parts.words.waiting.text)
    told = edge.parts.words.notes["sorry"]
    try:
        await _hand_over(edge, gesture)
        told = edge.parts.words.elsewhere.exported
    finally:
        await edge.say_then(gesture, view_id, told)


async def _hand_over(edge: Edge, gesture: Gesture) -> None:
    """Everything as two files: once for reading, once for programs."""
    words = edge.parts.words
    whole = await edge.parts.people.export(gesture.person)
    person = await edge.parts.people.person(gesture.person)
    here = await edge.direct_channel(gesture)
    client = await edge.clients.patient_client_for(gesture.team)
    await client.files_upload_v2(
        channel=here,
        initial_comment=words.notes["exported"],
        file_uploads=[
            {"filename": "coach.md", "title": "coach.md", "content": as_markdown(whole, words, edge.timezone(person))},
            {
                "filename": "coach.json",
                "title": "coach.json",
                "content": json.dumps(whole, ensure_ascii=False, indent=2),
            },
        ],
    )


async def _erase(edge: Edge, gesture: Gesture) -> None:
    """Stop what is being worked on, then delete everything; the last word is posted past the outbox, which keeps it."""
    parts = edge.parts
    here = await edge.direct_channel(gesture)
    lane = f"{gesture.team}:{here}"
    nothing = _nothing_kept(await parts.people.person(gesture.person), await parts.people.export(gesture.person))
    await parts.post.stop(lane)
    edge.engine.dropped(lane)
    await parts.people.erase(gesture.person)
    await edge.refresh_home(gesture)
    client = await edge.clients.patient_client_for(gesture.team)
    note = parts.words.notes["nothing_to_erase" if nothing else "erased"]
    await client.chat_postMessage(
        channel=here, text=parts.words.notifications.letter, blocks=sections(note), unfurl_links=False
    )


def _nothing_kept(person: Person, whole: Mapping[str, object]) -> bool:
    """Whether there is nothing to erase; what waits for the doctor's agreement is kept, too."""
    return not (
        person.consented or person.paused or any(_holds(held) for name, held in whole.items() if name != "person")
    )


def _holds(held: object) -> bool:
    """Whether there is anything in a part of the export."""
    return any(_holds(one) for one in held.values()) if isinstance(held, Mapping) else bool(held)
