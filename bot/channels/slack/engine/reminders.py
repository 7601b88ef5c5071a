"""Reminders of commitments: when one is asked about, and the round that posts those whose time has come."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.channels.slack.parts import Options, Parts
from bot.channels.slack.render import letters
from bot.channels.slack.render.letters import Where
from bot.ports.people import CommitmentKept, DueReminder, Person
from bot.ports.post import Letter

_EVENING = time(18)
_A_DAY = timedelta(days=1)
_A_WEEK = timedelta(days=7)
_SATURDAY = 5
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Hours:
    """A doctor's own hours: nothing is sent of the coach's own accord between `quiet_from` and `quiet_to` o'clock."""

    zone: ZoneInfo
    quiet_from: int = 20
    quiet_to: int = 8

    @classmethod
    def of(cls, person: Person, options: Options) -> "Hours":
        """The hours of one doctor, in the time zone of their own where it is known."""
        return cls(zone_of(person, options), options.quiet_from, options.quiet_to)

    def day(self, at: datetime) -> date:
        """The doctor's own day at a moment."""
        return at.astimezone(self.zone).date()

    def quiet(self, at: datetime) -> bool:
        """Whether a moment lies in the quiet hours."""
        hour = at.astimezone(self.zone).hour
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= hour < self.quiet_to
        return hour >= self.quiet_from or hour < self.quiet_to

    def allowed(self, at: datetime) -> datetime:
        """The moment itself where it is not in the quiet hours, else their end, in UTC."""
        if not self.quiet(at):
            return at.astimezone(UTC)
        local = at.astimezone(self.zone)
        ends = local.date() + (_A_DAY if local.hour >= self.quiet_to else timedelta())
        return self.on(ends, time(self.quiet_to))

    def on(self, day: date, at: time) -> datetime:
        """A time of the doctor's own day, in UTC; one that a change of the clocks skips becomes the one it skips to."""
        return datetime.combine(day, at, self.zone).astimezone(UTC)


def zone_of(person: Person, options: Options) -> ZoneInfo:
    """The doctor's time zone; the usual one where Slack has told none, or none that exists."""
    try:
        return ZoneInfo(person.timezone or options.timezone)
    except (KeyError, ValueError, OSError):
        return ZoneInfo(options.timezone)


def when(due: date | None, now: datetime, hours: Hours, taken: Collection[date] = ()) -> datetime:
    """When a commitment made now is asked about, in UTC: at six in the evening of the day after it is due.

    A week from now where no day is known. Never on a day in `taken`, so that a doctor is asked once a day at most; at a
    weekend only where the commitment is itself for one; always after now and outside the quiet hours.
    """
    today = hours.day(now)
    day = max(due + _A_DAY if due else today + _A_WEEK, today + _A_DAY)
    at_weekends = due is not None and due.weekday() >= _SATURDAY
    while True:
        at = hours.allowed(hours.on(day, _EVENING))
        landed = hours.day(at)
        if landed not in taken and (at_weekends or landed.weekday() < _SATURDAY):
            return at
        day += _A_DAY


def days_taken(commitments: Iterable[CommitmentKept], hours: Hours, *, but: int | None = None) -> frozenset[date]:
    """The doctor's days on which something is, or was, asked about already; `but` is left out."""
    return frozenset(hours.day(one.remind_at) for one in commitments if one.remind_at is not None and one.id != but)


class Reminders:
    """The round of what is due."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def round(self) -> int:
        """Put every reminder whose time has come into the outbox, or move it to a time that suits; returns how many."""
        due = await self._parts.people.due(self._parts.clock.now(), _AT_ONCE)
        for one in due:
            await self._one(one)
        return len(due)

    async def _one(self, due: DueReminder) -> None:
        people, now = self._parts.people, self._parts.clock.now()
        person, commitment = due.person, due.commitment
        if not person.reminders:
            await people.remind(person.id, commitment.id, None)
            return
        if not await self._stands(due):
            return
        better = await self._better_time(due, now)
        if better is not None:
            await people.remind(person.id, commitment.id, better)
            return
        await self._parts.post.post([self._letter(person, commitment)])
        await people.reminded(commitment.id, now)

    async def _stands(self, due: DueReminder) -> bool:
        """Whether it is as it was when the round began: not erased, settled, set to another time, or paused since."""
        people = self._parts.people
        kept = await people.commitments(due.person.id)
        return due.commitment in kept and not (await people.person(due.person.id)).paused

    async def _better_time(self, due: DueReminder, now: datetime) -> datetime | None:
        """Another time where now is quiet, or where the doctor was asked about something else today."""
        hours = Hours.of(due.person, self._parts.options)
        if hours.quiet(now):
            return hours.allowed(now)
        others = await self._parts.people.commitments(due.person.id)
        asked = [one for one in others if one.reminded]
        today = hours.day(now)
        if today not in days_taken(asked, hours, but=due.commitment.id):
            return None
        later = days_taken(others, hours, but=due.commitment.id)
        day = today + _A_DAY
        while day in later:
            day += _A_DAY
        return hours.allowed(hours.on(day, _EVENING))

    def _letter(self, person: Person, commitment: CommitmentKept) -> Letter:
        """The key holds the time that was set, so that a crash between the two steps sends nothing twice."""
        team, _, user = person.id.partition(":")
        place = person.channel or user
        at = commitment.remind_at.astimezone(UTC).isoformat() if commitment.remind_at else ""
        return letters.reminder(
            self._parts.words,
            Where(team=team, lane=f"{team}:{place}", to=place),
            key=f"reminder:{commitment.id}:{at}",
            commitment=commitment,
        )
