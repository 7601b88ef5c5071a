"""First contact: the doctor agrees, what they wrote is answered, and they can read the whole text on privacy."""

import logging
from collections.abc import Mapping

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import SLACK_FAILS, Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_button
from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import letters
from bot.channels.slack.render.dates import day_there
from bot.channels.slack.views import modals

_LOG = logging.getLogger(__name__)


def register(app: AsyncApp, edge: Edge) -> None:
    """The two buttons of the first-contact letter, which the Home tab has too."""
    on_button(app, edge, ids.CONSENT_AGREE, _agree)
    on_button(app, edge, ids.CONSENT_MORE, show_privacy)


async def show_privacy(edge: Edge, gesture: Gesture) -> None:
    """Open the whole text."""
    await edge.open(gesture, modals.privacy(edge.parts.words))


async def _agree(edge: Edge, gesture: Gesture) -> None:
    """Keep the consent, then let what was held be answered; a second press changes nothing.

    Nor does one in an older letter take back what was agreed to since.
    """
    people = edge.parts.people
    version = int(gesture.value) if gesture.value.isascii() and gesture.value.isdigit() else 0
    if version:
        now_told = edge.parts.words.consent.version
        version = now_told if await edge.agreed(gesture) else version
        await people.consent(gesture.person, version, edge.parts.clock.now())
    here = gesture.channel or await edge.direct_channel(gesture)
    edge.engine.wake(f"{gesture.team}:{here}", urgent=False)
    await people.know(gesture.person, channel=here, timezone=await timezone_of(edge, gesture))
    await _show_agreed(edge, gesture)
    await edge.refresh_home(gesture)


async def _show_agreed(edge: Edge, gesture: Gesture) -> None:
    """In the letter, the day on which it was agreed to takes the buttons' place; help stays."""
    words = edge.parts.words
    person = await edge.parts.people.person(gesture.person)
    if not gesture.message_ts or person.consented_at is None or gesture.value != str(words.consent.version):
        return
    blocks = letters.agreed(words, day_there(person.consented_at, edge.timezone(person)))
    try:
        client = await edge.clients.patient_client_for(gesture.team)
        await client.chat_update(
            channel=gesture.channel,
            ts=gesture.message_ts,
            text=words.notifications.letter,
            blocks=blocks,
        )
    except SLACK_FAILS as error:
        _LOG.warning("the letter still has its buttons", extra={"error": type(error).__name__})


async def timezone_of(edge: Edge, gesture: Gesture) -> str:
    """The doctor's time zone as Slack has it; "" where it does not tell."""
    try:
        client = await edge.clients.patient_client_for(gesture.team)
        found = (await client.users_info(user=gesture.user)).get("user")
    except SLACK_FAILS as error:
        _LOG.warning("no time zone", extra={"error": type(error).__name__})
        return ""
    zone = found.get("tz") if isinstance(found, Mapping) else None
    return zone if isinstance(zone, str) else ""
