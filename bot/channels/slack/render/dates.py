"""Days and counts as a person would write them, whatever the machine's locale."""

from datetime import date, datetime

from bot.channels.slack.words_of_views import Counted
from bot.days import day_gone_by as day_gone_by
from bot.days import day_there as day_there
from bot.days import month, written, zone_of

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_to_come(day: date) -> str:
    """A day in the near future, as `Thursday 26 November`."""
    return f"{_DAYS[day.weekday()]} {day.day} {month(day)}"


def moment_gone_by(moment: datetime, timezone: str) -> str:
    """A moment that may be long ago, by the clock of a time zone, as `3 November 2026 at 09:05`."""
    there = moment.astimezone(zone_of(timezone))
    return f"{day_gone_by(there.date())} at {there:%H:%M}"


def count(number: int, counted: Counted) -> str:
    """How many of a thing, as `two commitments` or `31 exchanges`."""
    return f"{written(number)} {counted.one if number == 1 else counted.many}"
