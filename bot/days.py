"""Days, months and small numbers as a person would write them, whatever the machine's locale."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS: Final = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_HOME: Final = "Europe/London"


def day_gone_by(day: date) -> str:
    """A day that may be long ago, as `3 November 2026`."""
    return f"{day.day} {month_gone_by(day)}"


def month_gone_by(day: date) -> str:
    """The month of a day that may be long ago, as `November 2026`."""
    return f"{month(day)} {day.year}"


def month(day: date) -> str:
    """The month of a day, as `November`."""
    return _MONTHS[day.month - 1]


def day_there(moment: datetime, timezone: str) -> date:
    """The day that it is in a time zone, at that moment; London's day where the zone is not known."""
    return moment.astimezone(zone_of(timezone)).date()


def zone_of(timezone: str) -> ZoneInfo:
    """A time zone by its name; London's where it is not known."""
    try:
        return ZoneInfo(timezone or _HOME)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(_HOME)


def written(number: int) -> str:
    """A number in words where it is small, as `two`, else in figures, as `31`; nought is `no`."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"
