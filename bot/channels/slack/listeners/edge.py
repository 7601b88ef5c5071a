"""What all listeners share: what they work with, and the calls that many of them make."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.channels.slack.clients import Clients
from bot.channels.slack.intake import EngineHandle
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.parts import Parts
from bot.channels.slack.render.blocks import sections
from bot.channels.slack.render.mentoring import SlackNotices
from bot.channels.slack.views import modals
from bot.channels.slack.views.growth import Grown
from bot.channels.slack.views.home import home
from bot.channels.slack.views.shares import Shares
from bot.growth import growth
from bot.ports.people import Person

_LOG = logging.getLogger(__name__)

Blocks = Sequence[Mapping[str, object]]
SLACK_FAILS = (SlackClientError, aiohttp.ClientError, TimeoutError, OSError)
"""What a call of the Web API raises when it does not come off."""


@dataclass(frozen=True, slots=True)
class Edge:
    """What listeners work with."""

    parts: Parts
    engine: EngineHandle
    clients: Clients

    async def open(self, gesture: Gesture, view: Mapping[str, object]) -> str:
        """Open a dialogue, at once: what allows it lives for three seconds. Returns the view's id."""
        client = await self.clients.client_for(gesture.team)
        opened = await client.views_open(trigger_id=gesture.trigger, view=dict(view))
        found = opened.get("view")
        return str(found.get("id", "")) if isinstance(found, Mapping) else ""

    async def show(self, gesture: Gesture, view_id: str, view: Mapping[str, object]) -> None:
        """Put something else into a dialogue that is open."""
        client = await self.clients.patient_client_for(gesture.team)
        await client.views_update(view_id=view_id, view=dict(view))

    async def say_elsewhere(self, gesture: Gesture, text: str) -> str:
        """Say in the Home tab what its button brings to another; returns the view, "" where that does not come off."""
        try:
            return await self.open(gesture, modals.elsewhere(self.parts.words, text))
        except SLACK_FAILS as error:
            _LOG.warning("no dialogue for where to look", extra={"error": type(error).__name__})
            return ""

    async def say_then(self, gesture: Gesture, view_id: str, text: str) -> None:
        """Say something else in that dialogue; nothing where there is none, or it was closed."""
        if not view_id:
            return
        try:
            await self.show(gesture, view_id, modals.elsewhere(self.parts.words, text))
        except SLACK_FAILS as error:
            _LOG.warning("the dialogue stays as it was", extra={"error": type(error).__name__})

    async def whisper(self, gesture: Gesture, text: str) -> None:
        """Say something where a button was pressed that only its doctor sees, and that does not stay."""
        try:
            await self._whisper_in(gesture, gesture.channel, gesture.thread_ts, text)
        except SlackApiError:  # what a command answered may stand in a channel that the coach is not in
            direct = await self.direct_channel(gesture)
            if direct == gesture.channel:
                raise
            await self._whisper_in(gesture, direct, "", text)

    async def _whisper_in(self, gesture: Gesture, channel: str, thread_ts: str, text: str) -> None:
        client = await self.clients.patient_client_for(gesture.team)
        await client.chat_postEphemeral(
            channel=channel,
            user=gesture.user,
            text=self.parts.words.notifications.letter,
            blocks=sections(text),
            thread_ts=thread_ts or None,
        )

    async def note(self, gesture: Gesture, name: str) -> None:
        """Whisper one of the notes; nothing where the button stood in no message: the Home tab shows what became."""
        if gesture.channel:
            await self.whisper(gesture, self.parts.words.notes[name])

    async def agreed(self, gesture: Gesture) -> bool:
        """Whether the doctor has agreed to the first contact as it reads now; until then, what begins waits."""
        return (await self.parts.people.person(gesture.person)).consented == self.parts.words.consent.version

    async def direct_channel(self, gesture: Gesture) -> str:
        """The doctor's direct channel with the coach, wherever the gesture was made."""
        person = await self.parts.people.person(gesture.person)
        if person.channel:
            return person.channel
        client = await self.clients.patient_client_for(gesture.team)
        opened = await client.conversations_open(users=gesture.user)
        found = opened.get("channel")
        channel = str(found.get("id", "")) if isinstance(found, Mapping) else ""
        if person.consented:  # of somebody who has not agreed to anything, nothing is kept
            await self.parts.people.know(gesture.person, channel=channel)
        return channel

    async def shares(self, person_id: str) -> Shares:
        """What the doctor has shared, and whether they are counted."""
        sharing, now = self.parts.sharing, self.parts.clock.now()
        shared, counted = await sharing.shared(person_id), await sharing.counted(person_id)
        return Shares(now, shared, counted, self.parts.situations)

    async def publish_home(self, gesture: Gesture) -> None:
        """Show the doctor's Home tab as things stand."""
        people = self.parts.people
        person = await people.person(gesture.person)
        view = home(
            self.parts.words,
            person,
            await people.commitments(person.id),
            await people.kept(person.id),
            await self.shares(person.id),
            self.timezone(person),
            await self.grown(person),
        )
        client = await self.clients.patient_client_for(gesture.team)
        await client.views_publish(user_id=gesture.user, view=view)

    async def grown(self, person: Person) -> Grown:
        """What grows over time, and whether there is a talk to write up."""
        people = self.parts.people
        told = growth(
            await people.commitments(person.id),
            await people.attempts(person.id),
            await people.worked_on(person.id),
            self.parts.situations,
            self.timezone(person),
        )
        return Grown(told, talks=(await people.kept(person.id)).conversations > 0)

    async def refresh_home(self, gesture: Gesture) -> None:
        """Show the Home tab after a change; where that does not come off, it is shown at its next opening."""
        try:
            await self.publish_home(gesture)
        except SLACK_FAILS as error:
            _LOG.warning("the Home tab could not be shown", extra={"error": type(error).__name__})

    @property
    def notices(self) -> SlackNotices:
        """The letters to mentors."""
        return SlackNotices(self.parts.words, self.parts.console_url)

    def timezone(self, person: Person) -> str:
        """The doctor's time zone, or the usual one."""
        return person.timezone or self.parts.options.timezone
