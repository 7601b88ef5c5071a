"""Reminders of commitments: when one is asked about, and the round that posts those whose time has come."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.channels.slack.parts import Options, Parts
from bot.channels.slack.render import letters
from bot.channels.slack.render.letters import Where
from bot.ports.people import CommitmentKept, DueReminder, Person, RotaKind, RotaSpan
from bot.ports.post import Letter

_EVENING = time(18)
_A_DAY = timedelta(days=1)
_A_WEEK = timedelta(days=7)
_SATURDAY = 5
_NIGHT_WORKER = range(17, 19)
"""O'clock at which somebody on nights is up and not yet at work: by day they sleep."""

_NEVER = date.max - timedelta(days=366)
"""When somebody is back who is away for ever."""
_ENOUGH = 5
"""Days to look at for an hour that suits, leave and days off not counted: every other day has one."""
_AT_ONCE = 100
KEY: Final = "reminder:"
"""How the keys of reminders begin."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A doctor's own hours: nothing is sent of the coach's own accord between `quiet_from` and `quiet_to` o'clock.

    Nor on a day of leave or a day off of their `rota`; around nights only in the late afternoon, whatever the hours.
    """

    zone: ZoneInfo
    quiet_from: int = 20
    quiet_to: int = 8
    rota: tuple[RotaSpan, ...] = ()

    @classmethod
    def of(cls, person: Person, options: Options) -> "Hours":
        """The hours of one doctor, in the time zone of their own where it is known."""
        own = person.quiet_from is not None and person.quiet_to is not None
        quiet_from = person.quiet_from if own and person.quiet_from is not None else options.quiet_from
        quiet_to = person.quiet_to if own and person.quiet_to is not None else options.quiet_to
        return cls(zone_of(person, options), quiet_from, quiet_to, person.rota)

    def away(self, day: date) -> bool:
        """Whether the doctor is on leave or off that day."""
        return self._away_until(day) is not None

    def back(self, day: date) -> date:
        """That day, or the first after it on which the doctor is neither on leave nor off."""
        while (last := self._away_until(day)) is not None:
            if last >= _NEVER:
                return max(day, _NEVER)
            day = last + _A_DAY
        return day

    def _away_until(self, day: date) -> date | None:
        away = (one for one in self.rota if one.kind is not RotaKind.NIGHTS and one.first <= day <= one.last)
        return max((one.last for one in away), default=None)

    def nights(self, day: date) -> bool:
        """Whether a night shift begins that day, or has ended that morning."""
        return any(one.kind is RotaKind.NIGHTS and one.first <= day and day - _A_DAY <= one.last for one in self.rota)

    def day(self, at: datetime) -> date:
        """The doctor's own day at a moment."""
        return at.astimezone(self.zone).date()

    def next_day(self, at: datetime) -> date:
        """The doctor's own day after a moment's."""
        return self.day(at) + _A_DAY

    def quiet(self, at: datetime) -> bool:
        """Whether a moment lies in the quiet hours, or where the rota leaves no room."""
        local = at.astimezone(self.zone)
        hour = local.hour
        if self.away(local.date()):
            return True
        if self.nights(local.date()):
            return hour not in _NIGHT_WORKER
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= hour < self.quiet_to
        return hour >= self.quiet_from or hour < self.quiet_to

    def allowed(self, at: datetime) -> datetime:
        """The moment itself where it is not quiet then, else the next hour at which it is not, in UTC."""
        if not self.quiet(at):
            return at.astimezone(UTC)
        day = self.back(self.day(at))
        for _ in range(_ENOUGH):
            hours = (self.on(day, time(hour)) for hour in range(24))
            found = next((one for one in hours if one > at and not self.quiet(one)), None)
            if found is not None:
                return found
            day = self.back(day + _A_DAY)
        return at.astimezone(UTC)

    def evening(self, day: date) -> datetime:
        """The evening of that day, or of the next on which the doctor is there, outside the quiet hours."""
        return self.allowed(self.on(self.back(day), _EVENING))

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
        at = hours.evening(day)
        landed = hours.day(at)
        if landed not in taken and (at_weekends or landed.weekday() < _SATURDAY):
            return at
        day += _A_DAY


def days_taken(commitments: Iterable[CommitmentKept], hours: Hours, *, but: int | None = None) -> frozenset[date]:
    """The doctor's days on which something is, or was, asked about already; `but` is left out."""
    return frozenset(hours.day(one.remind_at) for one in commitments if one.remind_at is not None and one.id != but)


def better_time(
    commitment: CommitmentKept, others: Sequence[CommitmentKept], hours: Hours, now: datetime
) -> datetime | None:
    """Another time than now to ask, where now is quiet, or where something else was asked about today."""
    today, asked = hours.day(now), _asked(commitment, others, hours)
    if not hours.quiet(now) and today not in asked:
        return None
    if hours.quiet(now) and not hours.away(today) and hours.day(hours.allowed(now)) not in asked:
        return hours.allowed(now)
    return evening_after(hours.next_day(now), commitment, others, hours)


def evening_after(day: date, commitment: CommitmentKept, others: Sequence[CommitmentKept], hours: Hours) -> datetime:
    """The first evening from that day on that suits, and on which nothing else is asked about."""
    taken = days_taken(others, hours, but=commitment.id) | _asked(commitment, others, hours)
    while hours.day(at := hours.evening(day)) in taken:
        day += _A_DAY
    return at


def _asked(commitment: CommitmentKept, others: Sequence[CommitmentKept], hours: Hours) -> frozenset[date]:
    sent = (one.reminded_at for one in others if one.id != commitment.id)
    return frozenset(hours.day(at) for at in sent if at is not None)


def key_of(commitment: CommitmentKept) -> str:
    """The key of its reminder; it holds the time that was set, so that nothing is asked twice."""
    at = commitment.remind_at.astimezone(UTC).isoformat() if commitment.remind_at else ""
    return f"{KEY}{commitment.id}:{at}"


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
        if commitment.remind_at is None or not await self._stands(due):
            return
        others = await people.commitments(person.id)
        better = better_time(commitment, others, Hours.of(person, self._parts.options), now)
        if better is not None:
            await people.remind(person.id, commitment.id, better)
            return
        letter = self._letter(person, commitment)
        await self._parts.post.remind(letter, commitment.id, commitment.remind_at, now)

    async def _stands(self, due: DueReminder) -> bool:
        """Whether it is as it was when the round began: not erased, settled, set to another time, or paused since."""
        people = self._parts.people
        kept = await people.commitments(due.person.id)
        return due.commitment in kept and not (await people.person(due.person.id)).paused

    def _letter(self, person: Person, commitment: CommitmentKept) -> Letter:
        team, _, user = person.id.partition(":")
        place = person.channel or user
        return letters.reminder(
            self._parts.words,
            Where(team=team, lane=f"{team}:{place}", to=place),
            key=key_of(commitment),
            commitment=commitment,
        )
