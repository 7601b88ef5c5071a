"""A talk written up as a reflection: chosen in a dialogue, and put as a file into the doctor's own channel."""

import asyncio

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import Show, on_button, on_step
from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.dates import day_there
from bot.channels.slack.views import growth, modals, sharing
from bot.channels.slack.views.growth import Wanted
from bot.ports.sharing import Preview
from bot.reflection.writing import Source, reflection


def register(app: AsyncApp, edge: Edge) -> None:
    """The button in the Home tab, and the dialogue behind it."""
    on_button(app, edge, ids.HOME_REFLECTION, _begin)
    on_step(app, edge, ids.MODAL_REFLECTION, _chosen)


async def _begin(edge: Edge, gesture: Gesture) -> None:
    """Open a dialogue at once, then fill it with the talks that there are."""
    words = edge.parts.words
    view_id = await edge.open(gesture, modals.waiting(words))
    person = await edge.parts.people.person(gesture.person)
    talks = await edge.parts.sharing.talks(gesture.person)
    named = sharing.named(words, talks, edge.parts.situations, edge.timezone(person))
    await edge.show(gesture, view_id, growth.choose(words, named))


async def _chosen(edge: Edge, gesture: Gesture, show: Show) -> None:
    told = edge.parts.words.reflection
    wanted = growth.wanted(gesture.view)
    seen = await _seen(edge, gesture, wanted)
    if wanted is None or seen is None:
        await show(growth.said(edge.parts.words, told.gone))
        return
    await show(growth.said(edge.parts.words, told.coming))
    await _hand_over(edge, gesture, wanted, seen)
    await show(growth.said(edge.parts.words, told.done))


async def _seen(edge: Edge, gesture: Gesture, wanted: Wanted | None) -> Preview | None:
    if wanted is None:
        return None
    return await edge.parts.sharing.preview(gesture.person, wanted.conversation_id, wanted.session)


async def _hand_over(edge: Edge, gesture: Gesture, wanted: Wanted, seen: Preview) -> None:
    """Write it up beside the loop, as masking and drawing take a while, and put it into the doctor's own channel."""
    parts = edge.parts
    timezone = edge.timezone(await parts.people.person(gesture.person))
    source = Source.of(seen, await parts.people.commitments(gesture.person), parts.situations, timezone)
    today = day_there(parts.clock.now(), timezone)

    def made() -> bytes:
        masked = parts.answerer.masked
        paper = reflection(source, parts.press.words, lambda text: masked(text)[0], today, whole_talk=wanted.whole_talk)
        return parts.press.makers[wanted.ending](paper)

    content = await asyncio.to_thread(made)
    here = await edge.direct_channel(gesture)
    client = await edge.clients.patient_client_for(gesture.team)
    name = f"reflection.{wanted.ending}"
    await client.files_upload_v2(
        channel=here, initial_comment=parts.words.reflection.comes_with, filename=name, title=name, content=content
    )
