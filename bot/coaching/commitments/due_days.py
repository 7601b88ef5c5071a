"""The day that words stand for: 'a week on Tuesday', '24/11', 'the day after tomorrow', counted from today."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10,
    "a few": 3, "a couple of": 2, "the": 1,
}  # fmt: skip
_LENGTHS: Final = {"day": 1, "week": 7, "month": 30}
_COUNTED: Final = re.compile(r"\b(?:in|within) ((?:a few|a couple of|\w+)) (day|week|month)s?\b")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH: Final = rf"(?:{'|'.join(f'{one[:3]}(?:{one[3:]})?' if one[3:] else one for one in _MONTHS)}|sept)"
_DATED: Final = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH})|({MONTH}) (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?)\b"
)
_NUMBERED: Final = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
TOMORROW: Final = r"tom+or+ow|tomm?or?ow|tmrw|tmrow|tmr|tmw|tmoro|tomoz|tomo|2moro|2morrow|2mrw|2mw"
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
ORDINAL: Final = rf"(?:{'|'.join(_ORDINALS)})"


def names_day(when: str) -> bool:
    """Whether the words name a day that can be worked out."""
    return due_date(when, date(2001, 1, 1)) is not None


def due_date(when: str, today: date | None) -> date | None:
    """The day that `when` names, counted from `today`; None where the words name none."""
    if today is None:
        return None
    words = when.casefold()
    for rule in (_near, _of_a_month, _counted, _slashed, _weeks_on, _dated, _numbered, _weekday, _end_of_month, _week):
        found = rule(words, today)
        if found is not None:
            return found
    return None


_TODAY: Final = re.compile(
    r"\b(?:today|tonight|tonite|2nite|this (?:very )?(?:afternoon|evening|morning|minute|pm|am)|(?<!from )now|in (?:an"
    r"|\w+) (?:hours?|minutes|mins)|right (?:now|away)|straight ?away|rn)\b|\bend of (?:the|this|my) (?:day|shift)$"
)
_BEFORE_HOME: Final = re.compile(r"\bbefore i (?:leave|go home|finish|clock off)\b")
_WEEKDAY: Final = re.compile(
    r"\b(?:(?P<next>next) )?(?:(?P<mon>mon(?:day|dya)?)|(?P<tue>tue(?:s(?:day)?)?|tuseday|teusday)"
    r"|(?P<wed>we(?:d(?:s|nes|ns|nse|es)?"
    r"(?:day)?|ndsday|nsday|nsdeday))|(?P<thu>th(?:u(?:r(?:s)?)?(?:day)?|rusday))|(?P<fri>fri(?:day)?|firday|frday)"
    r"|(?P<sat>sat(?:ur|ar)?(?:day)?)|(?P<sun>sun(?:day)?))s?\b"
)
_SHORT: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _near(words: str, today: date) -> date | None:
    if re.search(rf"\bday after (?:{TOMORROW})\b", words):
        return today + timedelta(days=2)
    on_from = re.search(r"\b(?:week|fortnight)s? (?:on |from |this )?(?:today|tom)", words)
    today_still = _TODAY.search(words) or (_BEFORE_HOME.search(words) and not _WEEKDAY.search(words))
    if today_still and not (on_from or re.search(rf"\b(?:{TOMORROW})\b", words)):
        return today
    if (
        re.search(rf"\b(?:{TOMORROW})\b", words) or ("in the morning" in words and not _WEEKDAY.search(words))
    ) and not on_from:
        return today + timedelta(days=1)
    return None


_NTH: Final = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}
_OF_A_MONTH: Final = re.compile(rf"\b({'|'.join(_NTH)}) (\w+day)s? (?:of|in) ({MONTH}|the month|next month)\b")


def _of_a_month(words: str, today: date) -> date | None:
    """'The first Friday of December', and the last."""
    last_day = re.search(rf"\blast day of ({MONTH})\b", words)
    if last_day:
        return _end_of_month(f"end of {last_day[1]}", today)
    found = _OF_A_MONTH.search(words)
    day = _WEEKDAY.search(found[2]) if found else None
    if found is None or day is None:
        return None
    number = next(at for at, name in enumerate(_SHORT) if day[name])
    named = next((at for at, one in enumerate(_MONTHS, 1) if one[:3] == found[3][:3]), None)
    month = named or (today.month % 12 + 1 if "next" in found[3] else today.month)
    year = today.year + (month < today.month)
    days = [date(year, month, one) for one in range(1, monthrange(year, month)[1] + 1)]
    return [one for one in days if one.weekday() == number][_NTH[found[1]]]


def _counted(words: str, today: date) -> date | None:
    """So many days, weeks or months from now."""
    if "week" not in words and _WEEKDAY.search(words) is None and "fortnight" in words:
        return today + timedelta(days=14)
    if re.search(r"\b(?:by|before|after|over|until|on) (?:christmas|xmas)\b(?! \w+ )", words):
        return _of_month(25, 12, today)
    found = _COUNTED.search(words) or _FROM_NOW.search(words)
    if found is None:
        return today + timedelta(days=7) if "this time next week" in words else None
    number = int(found[1]) if found[1].isdigit() else _NUMBERS.get(found[1])
    return today + timedelta(days=number * _LENGTHS[found[2]]) if number is not None else None


_FROM_NOW: Final = re.compile(r"\b((?:a few|a couple of|\w+)) (day|week|month)s? from (?:now|today)\b")
_SLASHED_PARTS: Final = re.compile(r"(?<![\d/])(\d{1,2})[/.](\d{1,2})(?:[/.](?:20)?(\d\d))?(?![\d/:]| ?[ap]m)")


def _slashed(words: str, today: date) -> date | None:
    """'24/11': the day before the month, as it is written in Britain."""
    found = _SLASHED_PARTS.search(words)
    if found is None:
        return None
    return _of_month(int(found[1]), int(found[2]), today)


def _of_month(day: int, month: int, today: date) -> date | None:
    years = (today.year, today.year + 1)
    fit = [date(one, month, day) for one in years if 1 <= month <= 12 and 1 <= day <= monthrange(one, month)[1]]
    return next((one for one in fit if one >= today), None)


_ON: Final = re.compile(r"\b(an?|one|two|three) weeks? (?:on |from |this )?(?=\w)")


def _weeks_on(words: str, today: date) -> date | None:
    """'A week on Tuesday', 'Tuesday week', 'a week today', 'the Tuesday after next', 'a fortnight on Friday'."""
    found = _ON.search(words)
    weeks = _NUMBERS.get(found[1], 1) if found else 0
    weeks = weeks or (2 if "fortnight" in words else 0)
    weeks = weeks or (1 if re.search(r"day week\b|\bafter next\b", words) else 0)
    if not weeks:
        return None
    if re.search(rf"\b(?:{TOMORROW})\b", words):
        return today + timedelta(days=1 + 7 * weeks)
    if re.search(r"\btoday\b", words):
        return today + timedelta(days=7 * weeks)
    day = _weekday(words, today)
    return day + timedelta(days=7 * weeks) if day else None


def _weekday(words: str, today: date) -> date | None:
    found = _WEEKDAY.search(words)
    if found is None:
        return None
    number = next(at for at, name in enumerate(_SHORT) if found[name])
    if found["next"] or "next week" in words:  # the one in the week that begins on the coming Monday
        return today + timedelta(days=7 - today.weekday() + number)
    return today + timedelta(days=(number - today.weekday()) % 7 or 7)


def _dated(words: str, today: date) -> date | None:
    """A day of a named month: this year's, or the next one's where this year's has passed."""
    found = _DATED.search(words)
    spelt = None if found else re.search(rf"\b({ORDINAL}) of ({MONTH})\b", words)
    if found is None and spelt is None:
        return None
    day = int(found[1] or found[4]) if found else _ORDINALS.index(spelt[1]) + 1 if spelt else 0
    name = (found[2] or found[3]) if found else spelt[2] if spelt else ""
    return _of_month(day, next(number for number, one in enumerate(_MONTHS, 1) if one[:3] == name[:3]), today)


def _numbered(words: str, today: date) -> date | None:
    """'The 9th': this month's, or the next month's that has such a day."""
    found = _NUMBERED.search(words)
    if found is None or re.search(rf"\b{MONTH}\b", words):
        return None
    for ahead in range(3):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        if 1 <= int(found[1]) <= monthrange(year, month + 1)[1]:
            named = date(year, month + 1, int(found[1]))
            if named >= today:
                return named
    return None


def _end_of_month(words: str, today: date) -> date | None:
    named = re.search(rf"\bend of ({MONTH})\b", words)
    if named:
        month = next(number for number, one in enumerate(_MONTHS, 1) if one[:3] == named[1][:3])
        year = today.year + (month < today.month)
        return date(year, month, monthrange(year, month)[1])
    if re.search(r"\bend of next month\b", words):
        year, month = divmod(today.year * 12 + today.month, 12)
        return date(year, month + 1, monthrange(year, month + 1)[1])
    if not re.search(r"\b(?:this|end of the) month\b", words):
        return None
    return today.replace(day=monthrange(today.year, today.month)[1])


def _week(words: str, today: date) -> date | None:
    monday = today + timedelta(days=7 - today.weekday())
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
