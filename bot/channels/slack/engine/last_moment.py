"""The last moment of a reminder: one that could not be sent in its time is not sent late, but planned anew."""

from datetime import timedelta

from bot.channels.slack.engine.reminders import KEY, Hours, better_time, evening_after, key_of
from bot.channels.slack.parts import Parts
from bot.ports.people import DueReminder
from bot.ports.post import Anew, Letter

_LATEST = timedelta(hours=1)
"""How long after it was put into the outbox a reminder may still go."""


class OverError(Exception):
    """A letter's moment is over, and the channel does not have it: `anew` says when it is asked instead, if it is."""

    def __init__(self, anew: Anew | None) -> None:
        super().__init__("over")
        self.anew = anew


class LastMoment:
    """Looks at each reminder right before it goes to the channel: it may have waited there for the night to come."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def look(self, letter: Letter) -> None:
        """Raise OverError where a reminder may not go any more, as its doctor and what they told stand now."""
        number = letter.key.removeprefix(KEY).partition(":")[0]
        if not letter.key.startswith(KEY) or not number.isdecimal():
            return
        due = await self._parts.people.asked_about(int(number))
        if due is None or due.commitment.remind_at is None or key_of(due.commitment) != letter.key:
            raise OverError(None)
        if not due.person.reminders:
            raise OverError(Anew(due.commitment.id, None))
        await self._look(due)

    async def _look(self, due: DueReminder) -> None:
        person, commitment, now = due.person, due.commitment, self._parts.clock.now()
        hours, put = Hours.of(person, self._parts.options), commitment.reminded_at or commitment.remind_at or now
        in_time = now - put <= _LATEST and hours.day(now) == hours.day(put)
        if in_time and not person.paused and not hours.quiet(now):
            return
        others = await self._parts.people.commitments(person.id)
        at = better_time(commitment, others, hours, now)
        if at is None:
            today = hours.day(now)
            day = today if hours.evening(today) > now else hours.next_day(now)
            at = evening_after(day, commitment, others, hours)
        raise OverError(Anew(commitment.id, at))
