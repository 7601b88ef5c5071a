"""One letter on its way: posted, or found where it is already, or an error that says what is to become of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.clients import Clients
from bot.channels.slack.engine.doubt import find, metadata_of
from bot.channels.slack.engine.last_moment import LastMoment
from bot.channels.slack.engine.loops import Reached
from bot.channels.slack.engine.verdicts import Plainer, UnsendableError, judge
from bot.channels.slack.parts import Parts
from bot.channels.slack.render import letters
from bot.ports.post import Action, Letter, Outbound

_FORMS = 3
"""As it is, without its thread, without its blocks."""


class NotYetError(Exception):
    """Not to be tried before `seconds` have passed."""

    def __init__(self, seconds: float, reason: str) -> None:
        super().__init__(reason)
        self.seconds = seconds
        self.reason = reason


@dataclass(slots=True)
class Try:
    """A letter on its way since `began`; `doubtful` as it stands now, `posting` once Slack may have it."""

    out: Outbound
    began: datetime
    doubtful: bool
    posting: bool = False


@dataclass(slots=True)
class _Doubt:
    """A letter that the channel may have: since when, and from when on a look-up tells the truth."""

    since: datetime
    settled: datetime


class Delivery:
    """Brings letters to the channel. What was learnt of earlier tries and of Slack's wish for a pause is kept here."""

    def __init__(self, parts: Parts, clients: Clients, reached: Reached, without: frozenset[str]) -> None:
        self._parts, self._clients = parts, clients
        self._reached, self._looks = reached, "in_doubt" not in without
        self._last_moment = None if "last_moment" in without else LastMoment(parts)
        self._resting: dict[str, datetime] = {}
        self._doubts: dict[int, _Doubt] = {}
        self._began = parts.clock.now()
        self._settling = timedelta(seconds=parts.options.doubt)

    def rest(self, team: str, seconds: float) -> None:
        """Slack has asked for a pause in a workspace: nothing goes there before it is over."""
        self._resting[team] = self._parts.clock.now() + timedelta(seconds=seconds)

    def in_doubt(self, this: Try) -> None:
        """This try may have reached the channel: what Slack is still working on is not there yet."""
        settled = self._parts.clock.now() + self._settling
        self._doubt(this.out, this.began).settled = settled

    def over(self, out: Outbound) -> None:
        """The letter's fate is known."""
        self._doubts.pop(out.id, None)

    async def sent(self, this: Try) -> tuple[str, str]:
        """Where the channel has the letter now, posted or found there: the channel and the message's time stamp.

        Raises NotYetError, OverError, and what the Web API raises; `verdicts.judge` says what that means.
        """
        letter = this.out.letter
        self._let_rest(letter.team)
        client = await self._clients.client_for(letter.team)
        channel = await self._channel(client, letter)
        if letter.action is Action.UPDATE:  # the same a second time changes nothing
            return channel, await self._update(client, letter, channel)
        if this.doubtful:
            found = await self._look(client, this, channel)
            if found is not None:
                return channel, found
        this.doubtful = False
        if self._last_moment is not None:
            await self._last_moment.look(letter)
        this.posting = True
        return await self._post(client, letter, channel)

    async def _look(self, client: AsyncWebClient, this: Try, channel: str) -> str | None:
        if not self._looks:
            return None
        doubt = self._doubt(this.out, this.began)
        left = (doubt.settled - self._parts.clock.now()).total_seconds()
        if left > 0:
            raise NotYetError(left, "in_doubt")
        found = await find(client, this.out.letter, channel, doubt.since)
        self._parts.metrics.in_doubt(found=found is not None)
        return found

    def _doubt(self, out: Outbound, began: datetime) -> _Doubt:
        """What is known of a doubt: it began with the first try that left one, however often the letter has waited."""
        since = out.tried_at if out.doubtful and out.tried_at else began
        return self._doubts.setdefault(out.id, _Doubt(since, max(since, self._began) + self._settling))

    async def _post(self, client: AsyncWebClient, letter: Letter, channel: str) -> tuple[str, str]:
        """Post it, in a plainer form where Slack refuses the first: nobody is left without an answer."""
        self._reached("before_post")
        for _form in range(_FORMS):
            try:
                response = await client.chat_postMessage(
                    channel=channel,
                    text=letter.text,
                    blocks=[dict(one) for one in letter.blocks] or None,
                    thread_ts=letter.thread_ts or None,
                    metadata=metadata_of(letter),
                    parse="none",
                    unfurl_links=False,
                    unfurl_media=False,
                )
            except SlackApiError as error:
                letter = plainer(letter, error)
            else:
                return str(response.get("channel") or channel), str(response.get("ts"))
        raise UnsendableError

    async def _update(self, client: AsyncWebClient, letter: Letter, channel: str) -> str:
        response = await client.chat_update(
            channel=channel, ts=letter.about_ts, text=letter.text, blocks=[dict(one) for one in letter.blocks]
        )
        return str(response.get("ts") or letter.about_ts)

    async def _channel(self, client: AsyncWebClient, letter: Letter) -> str:
        """The channel; that of a person is opened, and kept for the next time."""
        if not letter.to.startswith(("U", "W")):
            return letter.to
        response = await client.conversations_open(users=letter.to)
        opened = response.get("channel")
        channel = str(opened["id"]) if isinstance(opened, Mapping) else letter.to
        await self._parts.people.know(f"{letter.team}:{letter.to}", channel=channel)
        return channel

    def _let_rest(self, team: str) -> None:
        until = self._resting.get(team)
        if until is None:
            return
        left = (until - self._parts.clock.now()).total_seconds()
        if left > 0:
            raise NotYetError(left, "rate_limited")
        del self._resting[team]


def plainer(letter: Letter, error: SlackApiError) -> Letter:
    """The letter in a form that Slack may take: outside of a thread that is gone, or as plain text.

    Raises the error where its form is not what is wrong.
    """
    verdict = judge(error)
    if not isinstance(verdict, Plainer):
        raise error
    if verdict.without_thread:
        return replace(letter, thread_ts="")
    return replace(letter, text=letters.plain_text(letter), blocks=())
