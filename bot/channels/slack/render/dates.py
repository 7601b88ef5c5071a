"""Days and counts as a person would write them, whatever the machine's locale."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.channels.slack.words_of_views import Counted

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOME = "Europe/London"


def day_to_come(day: date) -> str:
    """A day in the near future, as `Thursday 26 November`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def day_gone_by(day: date) -> str:
    """A day that may be long ago, as `3 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def moment_gone_by(moment: datetime, timezone: str) -> str:
    """A moment that may be long ago, by the clock of a time zone, as `3 November 2026 at 09:05`."""
    there = moment.astimezone(_zone(timezone))
    return f"{day_gone_by(there.date())} at {there:%H:%M}"


def day_there(moment: datetime, timezone: str) -> date:
    """The day that it is in a time zone, at that moment; London's day where the zone is not known."""
    return moment.astimezone(_zone(timezone)).date()


def count(number: int, counted: Counted) -> str:
    """How many of a thing, as `two commitments` or `31 exchanges`."""
    written = _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"
    return f"{written} {counted.one if number == 1 else counted.many}"


def _zone(timezone: str) -> ZoneInfo:
    try:
        return ZoneInfo(timezone or _HOME)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(_HOME)
