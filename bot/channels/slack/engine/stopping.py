"""After stop: the doctor is told that nothing more comes, and Slack that nothing is being worked on."""

from collections.abc import Callable
from uuid import uuid4

from bot.channels.slack.engine.status import Line, Status
from bot.channels.slack.parts import Parts
from bot.channels.slack.render import letters
from bot.channels.slack.render.letters import Where
from bot.ports.incoming import Inbound


class Stopping:
    """Tells what a stop comes to; the work itself is dropped by whoever does it."""

    def __init__(self, parts: Parts, status: Status, wake: Callable[[], None]) -> None:
        self._parts, self._status, self._wake = parts, status, wake

    async def tell(self, lane: str, newest: Inbound | None, thread_ts: str) -> None:
        """A short letter to where the work was for, and the status line away; `newest` is what was being answered."""
        team, _, channel = lane.partition(":")
        thread_ts = thread_ts or (newest.thread_ts if newest else "")
        where = Where(team=team, lane=lane, to=channel, thread_ts=thread_ts)
        note = letters.note(self._parts.words, where, key=f"stopped:{uuid4().hex}", name="stopped")
        await self._parts.post.post([note])
        self._wake()
        at = thread_ts or (newest.ts if newest else "")
        if at:
            await self._status.end_session(Line(team, channel, at))
