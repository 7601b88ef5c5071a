"""Beginning a conversation with a button: taken in like a message, so that it is answered once and in its turn."""

import re
from collections.abc import Mapping

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.incoming import Said
from bot.channels.slack.intake import accept
from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_button
from bot.channels.slack.markup import plain
from bot.channels.slack.masking import masked
from bot.channels.slack.render import actions as ids
from bot.coaching.choose.studio_rules import is_under_way
from bot.ports.incoming import Inbound, Kind

_TIME_STAMP = re.compile(r"\d{1,12}\.\d{6}", re.ASCII)


def register(app: AsyncApp, edge: Edge) -> None:
    """Buttons that begin something."""
    on_button(app, edge, ids.HOME_START, _from_home)
    on_button(app, edge, ids.START_THERE, _from_mention)
    on_button(app, edge, ids.ANSWER_EDIT, _from_edit)


async def begin(edge: Edge, gesture: Gesture, text: str, *, key: str, channel: str = "", about_ts: str = "") -> bool:
    """Take in the beginning of a conversation in the doctor's direct channel, with `text` not masked yet, or none.

    `key` names what was done, so that doing it twice begins once; False where it was known. `about_ts` is the message
    that the words are of, where they are: they go with it when it is deleted. Words of their own are about something
    else: a rehearsal that is under way ends first, or they would be said to its other person.
    """
    here = channel or await edge.direct_channel(gesture)
    if not about_ts and await _rehearses(edge, gesture, here):
        await _take_in(edge, gesture, edge.parts.words.rehearsal.say.stop, key=f"leave:{key}", channel=here)
    return await _take_in(edge, gesture, text, key=key, channel=here, about_ts=about_ts)


async def begin_from_dialogue(edge: Edge, gesture: Gesture, text: str) -> None:
    """Begin with what a dialogue that was sent holds, once; not where it holds nothing."""
    if text:
        await begin(edge, gesture, text, key=f"dialogue:{gesture.id}")


async def say_once(edge: Edge, gesture: Gesture, text: str) -> None:
    """Say something in the doctor's place, once, with a button of the coach's last message: the talk goes on."""
    key = f"say:{gesture.channel}:{gesture.message_ts}"
    if not await _take_in(edge, gesture, text, key=key, channel=gesture.channel):
        await edge.note(gesture, "not_understood_yet")


async def _rehearses(edge: Edge, gesture: Gesture, channel: str) -> bool:
    """Whether what is said next is said to the other person of a rehearsal."""
    state = (await edge.parts.post.stands(f"{gesture.team}:{channel}", gesture.person)).state
    return is_under_way(state) and not state.expecting.startswith("safety:")


async def _take_in(edge: Edge, gesture: Gesture, text: str, *, key: str, channel: str, about_ts: str = "") -> bool:
    """Take in what a button or a dialogue says, as a turn of its own; False where it was known."""
    now = edge.parts.clock.now()
    inbound = Inbound(
        event_id=key,
        team=gesture.team,
        channel=channel,
        user=gesture.user,
        kind=Kind.START,
        sent=gesture.id if _TIME_STAMP.fullmatch(gesture.id) else f"{now.timestamp():.6f}",
        received_at=now,
        thread_ts=gesture.thread_ts if channel == gesture.channel else "",
        about_ts=about_ts,
    )
    return await accept(edge.parts, edge.engine, await masked(edge.parts, Said(inbound, text)))


async def begin_once(edge: Edge, gesture: Gesture, text: str, *, about_ts: str = "") -> None:
    """Begin with a button that stands in a message of the coach: it does so once, and says so when pressed again."""
    key = f"start:{gesture.channel}:{gesture.message_ts}"
    if not await begin(edge, gesture, text, key=key, channel=gesture.channel, about_ts=about_ts):
        await edge.note(gesture, "not_understood_yet")


async def _from_home(edge: Edge, gesture: Gesture) -> None:
    await begin(edge, gesture, "", key=f"start:{gesture.user}:{gesture.id}")
    words = edge.parts.words.elsewhere
    await edge.say_elsewhere(gesture, words.started if await edge.agreed(gesture) else words.not_agreed)


async def _from_mention(edge: Edge, gesture: Gesture) -> None:
    await begin_once(edge, gesture, gesture.value)


async def _from_edit(edge: Edge, gesture: Gesture) -> None:
    """Answer a message as it reads now: its new words are kept nowhere, so they are fetched."""
    client = await edge.clients.patient_client_for(gesture.team)
    words = await _words_at(client, gesture)
    if not words:
        await edge.note(gesture, "not_yours")
        return
    await begin_once(edge, gesture, words, about_ts=gesture.value)


async def _words_at(client: AsyncWebClient, gesture: Gesture) -> str:
    """The doctor's own words at the place that the button names; "" where there are none (any more)."""
    at = gesture.value
    if gesture.thread_ts:
        found = await client.conversations_replies(
            channel=gesture.channel, ts=gesture.thread_ts, oldest=at, latest=at, inclusive=True
        )
    else:
        found = await client.conversations_history(channel=gesture.channel, oldest=at, latest=at, inclusive=True)
    for one in found.get("messages") or ():
        if isinstance(one, Mapping) and one.get("ts") == gesture.value and one.get("user") == gesture.user:
            return plain(str(one.get("text", "")))
    return ""
