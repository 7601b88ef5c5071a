"""The reminders of a proof: whose they are and when they are due, and whether each came once, at a civil hour."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.ports.people import RotaKind, RotaSpan

ZONES = ("Europe/London", "America/New_York", "Australia/Sydney")
"""In the first the clocks change on 27 October 2024, in the second on 3 November."""

BEGINS = datetime(2024, 10, 20, 0, 5, tzinfo=UTC)
"""In the past, as the fake Slack goes by the machine's clock and letters in doubt are looked for from then on."""

DAYS = 20
"""From the first reminder due to the last."""

_USUAL = (20, 8)
_OWN = (22, 10)


@dataclass(frozen=True, slots=True)
class Doctor:
    """One who is to be reminded: where, in which hours not, and the rota."""

    person: str
    zone: str
    quiet: tuple[int, int] | None
    rota: tuple[RotaSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: its name stands in its words."""

    name: str
    doctor: Doctor
    at: datetime


@dataclass
class Found:
    """What was wrong with the reminders that came, by fault."""

    delivered: int = 0
    lost: int = 0
    twice: int = 0
    early: int = 0
    in_quiet_hours: int = 0
    while_away: int = 0
    by_day_on_nights: int = 0
    two_in_a_day: int = 0
    examples: list[str] = field(default_factory=list)


def doctors(people: Sequence[str], seed: int) -> list[Doctor]:
    """Doctors of several zones; every third has nights, every fourth leave or days off, every fifth their own hours."""
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated is what is wanted
    made = []
    for number, person in enumerate(people):
        rota = []
        if number % 3 == 0:
            rota.append(_span(chance, RotaKind.NIGHTS, 4))
        if number % 4 == 0:
            rota.append(_span(chance, RotaKind.LEAVE if number % 8 else RotaKind.OFF, 6))
        made.append(Doctor(person, ZONES[number % len(ZONES)], _OWN if number % 5 == 0 else None, tuple(rota)))
    return made


def reminders(those: Sequence[Doctor], each: int, seed: int) -> list[Reminder]:
    """So many for each, due at any hour of the day or night; several on one day, so that they must be spread."""
    chance = random.Random(seed + 1)  # noqa: S311 - as above
    return [
        Reminder(f"due-{at}-{number}-", one, BEGINS + timedelta(minutes=chance.randrange(DAYS * 24 * 60)))
        for at, one in enumerate(those)
        for number in range(each)
    ]


def judge(
    wanted: Sequence[Reminder], came: Sequence[tuple[str, datetime]], left: Sequence[datetime] | None = None
) -> Found:
    """Compare what came (names, and when by the moved clock) with what was due; reckoned apart from the bot's own way.

    Where the clock may have been moved while they were on their way, `left` is when each may have left: then only what
    is wrong at both moments is.
    """
    found = Found(delivered=len(came))
    known = {one.name: one for one in wanted}
    times = Counter(name for name, _ in came)
    found.lost = sum(one not in times for one in known)
    found.twice = sum(count - 1 for count in times.values())
    days: tuple[Counter[tuple[str, date]], ...] = (Counter(), Counter())
    for (name, at), before in zip(came, left or [at for _, at in came], strict=True):
        reminder = known[name]
        both = [one.astimezone(ZoneInfo(reminder.doctor.zone)) for one in (before, at)]
        for counted, there in zip(days, both, strict=True):
            counted[reminder.doctor.person, there.date()] += 1
        for fault in sorted(set.intersection(*(_faults(reminder, there) for there in both))):
            setattr(found, fault, getattr(found, fault) + 1)
            found.examples.append(
                f"{fault}: {name} {reminder.doctor.zone} due {reminder.at} left {both[0]} came {both[1]}"
            )
    found.two_in_a_day = min(sum(count - 1 for count in counted.values()) for counted in days)
    return found


def _faults(reminder: Reminder, there: datetime) -> set[str]:
    """What is wrong with a reminder at a moment, told in its doctor's own time."""
    doctor, today = reminder.doctor, there.date()
    wrong = set()
    nights = any(
        one.kind is RotaKind.NIGHTS and one.first <= today <= one.last + timedelta(days=1) for one in doctor.rota
    )
    if there < reminder.at:
        wrong.add("early")
    if any(one.kind is not RotaKind.NIGHTS and one.first <= today <= one.last for one in doctor.rota):
        wrong.add("while_away")
    elif nights and there.hour not in {17, 18}:
        wrong.add("by_day_on_nights")
    begins, ends = doctor.quiet or _USUAL
    if not nights and (there.hour >= begins or there.hour < ends):
        wrong.add("in_quiet_hours")
    return wrong


def _span(chance: random.Random, kind: RotaKind, most: int) -> RotaSpan:
    first = BEGINS.date() + timedelta(days=chance.randrange(DAYS))
    return RotaSpan(kind, first, first + timedelta(days=chance.randrange(most)))
