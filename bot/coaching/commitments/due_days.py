"""The day that words stand for: 'a week on Tuesday', '24/11', 'the day after tomorrow', counted from today."""

import re
from datetime import date, timedelta
from typing import Final

from bot.coaching.commitments import calendar_days as calendar
from bot.coaching.commitments.time_words import DAYS, MONTH, spelt

_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "a few": 3, "a couple of": 2, "the": 1,
}  # fmt: skip
_LENGTHS: Final = {"day": 1, "week": 7, "month": 30, "fortnight": 14}
_LENGTH: Final = r"(day|week|month|fortnight)s?"
_COUNTED: Final = re.compile(
    rf"\b(?:in|within) (?:the next )?(?:about |around |roughly )?((?:a few|a couple of|\w+)) {_LENGTH}\b"
    rf"|\b((?:a few|a couple of|\w+)) {_LENGTH} from (?:now|today)\b"
)
_HOURS_OF_DAYS: Final = re.compile(r"\b(?:in|within) (?:the next )?(24|48|72) ?(?:hours?|hrs?)\b")


def names_day(when: str) -> bool:
    """Whether the words name a day that can be worked out."""
    return due_date(when, date(2001, 1, 1)) is not None


def due_date(when: str, today: date | None) -> date | None:
    """The day that `when` names, counted from `today`; None where the words name none."""
    if today is None:
        return None
    words = spelt(when)
    for rule in (
        _near,
        calendar.of_a_month,
        _counted,
        calendar.slashed,
        _weeks_on,
        calendar.dated,
        calendar.numbered,
        calendar.easter,
        _weekday,
        calendar.feast,
        calendar.end_of_month,
        _week,
    ):
        found = rule(words, today)
        if found is not None:
            return found
    return None


_TODAY: Final = re.compile(
    r"\b(?:today|tonight|this (?:very )?(?:afternoon|evening|morning|minute|pm|am)|(?<!from )now|in (?:an"
    r"|\w+) (?:hours?|minutes|mins)|within the hour|right (?:now|away)|straight ?away|rn|later on)\b"
    r"|\bend of (?:the|this|my) (?:day|shift)$"
)
_BEFORE_HOME: Final = re.compile(r"\bbefore i (?:leave|go home|finish|clock off)\b")
_SHORT: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED: Final = "|".join(f"(?P<{name}>{day})" for name, day in zip(_SHORT, DAYS, strict=True))
WEEKDAY: Final = re.compile(rf"\b(?:(?P<next>next) )?(?:{_NAMED})s?\b")


def _near(words: str, today: date) -> date | None:
    if re.search(r"\bday after tomorrow\b", words):
        return today + timedelta(days=2)
    on_from = re.search(
        r"\b(?:week|fortnight)s? (?:on |from |this |come )?(?:today|tom)|\b(?:today|tomorrow) (?:week|fortnight)\b",
        words,
    )
    today_still = _TODAY.search(words) or (_BEFORE_HOME.search(words) and not WEEKDAY.search(words))
    if today_still and not (on_from or re.search(r"\btomorrow\b", words) or _HOURS_OF_DAYS.search(words)):
        return today
    next_morning = re.search(r"\bin the morning\b", words) and not WEEKDAY.search(words)
    return None if on_from or not (re.search(r"\btomorrow\b", words) or next_morning) else today + timedelta(days=1)


def _counted(words: str, today: date) -> date | None:
    """So many days, weeks or months from now."""
    hours = _HOURS_OF_DAYS.search(words)
    if hours:
        return today + timedelta(hours=int(hours[1]))
    if re.search(r"\bfortnight\b", words) and not (
        re.search(r"\bweek\b|\bday\b|tomorrow", words) or WEEKDAY.search(words)
    ):
        return today + timedelta(days=14)
    found = _COUNTED.search(words)
    if found is None:
        return today + timedelta(days=7) if "this time next week" in words else None
    count, length = found[1] or found[3], found[2] or found[4]
    number = int(count) if count.isdigit() else _NUMBERS.get(count)
    return today + timedelta(days=number * _LENGTHS[length]) if number is not None else None


_ON: Final = re.compile(r"\b(an?|one|two|three) weeks? (?:on |from |this |come )?(?=\w)")
_A_WEEK_LATER: Final = re.compile(
    r"(?:day|today|tomorrow|tues?|weds?|thurs?|mon|fri|sat|sun) week\b|\bafter next\b|\bthe one after\b"
    r"|^week (?:on |from |come )?(?!after\b|end\b|of\b|in\b)(?=\w)"
)


def _weeks_on(words: str, today: date) -> date | None:
    """'A week on Tuesday', 'Tuesday week', 'this day week', 'the Tuesday after next', 'a fortnight on Friday'."""
    found = _ON.search(words)
    weeks = _NUMBERS.get(found[1], 1) if found else 0
    weeks = weeks or (2 if "fortnight" in words else 0)
    weeks = weeks or (1 if _A_WEEK_LATER.search(words) else 0)
    if not weeks:
        return None
    if re.search(r"\btomorrow\b", words):
        return today + timedelta(days=1 + 7 * weeks)
    if re.search(r"\btoday\b|\bthis day\b", words):
        return today + timedelta(days=7 * weeks)
    day = _weekday(words.replace("next", ""), today)
    return day + timedelta(days=7 * weeks) if day else None


def _weekday(words: str, today: date) -> date | None:
    found = WEEKDAY.search(words)
    if found is None:
        return None
    number = next(at for at, name in enumerate(_SHORT) if found[name])
    if found["next"] or "next week" in words:  # the one in the week that begins on the coming Monday
        return today + timedelta(days=7 - today.weekday() + number)
    return today + timedelta(days=(number - today.weekday()) % 7 or 7)


def _week(words: str, today: date) -> date | None:
    monday = today + timedelta(days=7 - today.weekday())
    if re.search(r"\b(?:after|other side of|once) the weekend\b", words):
        return monday
    if "weekend" in words and not re.search(r"\b(?:by|before) ", words):
        later = 7 if "next" in words else 0
        return today + timedelta(days=(5 - today.weekday()) % 7 + later)
    if re.search(r"\b(?:start|beginning) of (?:next|the) week\b", words):
        return monday
    if re.search(r"\bend of next week\b", words):
        return monday + timedelta(days=4)
    if re.search(rf"\bweek (?:of|in) {MONTH}\b", words):
        return None
    if "week after next" in words:
        return monday + timedelta(days=7)
    if "week" in words:
        return today + timedelta(days=7 if "next" in words else max(1, 4 - today.weekday()))
    return None
