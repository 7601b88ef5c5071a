"""The days that a calendar names: '24/11', 'the 9th', 'the first Friday of May', 'by Christmas', 'the month's end'."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from bot.coaching.commitments.time_words import DAYS, MONTH, MONTHS

_DATED: Final = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH})|({MONTH}) (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?)\b"
)
_NUMBERED: Final = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b(?P<next> of next month)?")
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
ORDINAL: Final = rf"(?:{'|'.join(_ORDINALS)})"
_NTH: Final = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}
_OF_A_MONTH: Final = re.compile(rf"\b({'|'.join(_NTH)}) (\w+day)s? (?:of|in) ({MONTH}|the month|next month)\b")
_SLASHED: Final = re.compile(r"(?<![\d/])(\d{1,2})[/.](\d{1,2})(?:[/.](?:20)?(\d\d))?(?![\d/:]| ?[ap]m)")
_FEASTS: Final = (
    (re.compile(r"\b(?:christmas|xmas) eve\b"), 24, 12),
    (re.compile(r"\bboxing day\b"), 26, 12),
    (re.compile(r"\bnew year['’]?s eve\b|\bhogmanay\b"), 31, 12),
    (re.compile(r"\bnew year['’]?s day\b"), 1, 1),
    (re.compile(r"\bhallowe['’]?en\b"), 31, 10),
    (re.compile(r"\bbonfire night\b"), 5, 11),
    (
        re.compile(r"\b(?:by|before|after|over|until|on) (?:christmas|xmas)\b(?! \w+ )|\b(?:christmas|xmas) day\b"),
        25,
        12,
    ),
)


def of_a_month(words: str, today: date) -> date | None:
    """'The first Friday of December', and the last."""
    last_day = re.search(rf"\blast day of ({MONTH})\b", words)
    if last_day:
        return end_of_month(f"end of {last_day[1]}", today)
    found = _OF_A_MONTH.search(words)
    number = next((at for at, day in enumerate(DAYS) if found and re.fullmatch(day, found[2])), None)
    if found is None or number is None:
        return None
    named = next((at for at, one in enumerate(MONTHS, 1) if one[:3] == found[3][:3]), None)
    month = named or (today.month % 12 + 1 if "next" in found[3] else today.month)
    year = today.year + (month < today.month)
    days = [date(year, month, one) for one in range(1, monthrange(year, month)[1] + 1)]
    return [one for one in days if one.weekday() == number][_NTH[found[1]]]


def slashed(words: str, today: date) -> date | None:
    """'24/11': the day before the month, as it is written in Britain."""
    found = _SLASHED.search(words)
    return _of_month(int(found[1]), int(found[2]), today) if found else None


def feast(words: str, today: date) -> date | None:
    """A day that has a name of its own."""
    return next((_of_month(day, month, today) for named, day, month in _FEASTS if named.search(words)), None)


def easter(words: str, today: date) -> date | None:
    """Good Friday, Easter Sunday and Monday, this year's or the next one's."""
    found = re.search(r"\b(?:(?P<friday>good friday)|easter (?P<day>monday|sunday|weekend))\b", words)
    if found is None:
        return None
    ahead = -2 if found["friday"] else 1 if found["day"] == "monday" else 0
    days = (_easter_sunday(year) + timedelta(days=ahead) for year in (today.year, today.year + 1))
    return next((one for one in days if one >= today), None)


def _easter_sunday(year: int) -> date:
    """By Gauss, for the years 1900 to 2099."""
    moon = (19 * (year % 19) + 24) % 30
    ahead = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    late = moon + ahead
    if late == 35 or (moon == 28 and ahead == 6 and year % 19 > 10):
        late -= 7
    return date(year, 3, 22) + timedelta(days=late)


def dated(words: str, today: date) -> date | None:
    """A day of a named month: this year's, or the next one's where this year's has passed."""
    found = _DATED.search(words)
    spelt = None if found else re.search(rf"\b({ORDINAL}) of ({MONTH})\b", words)
    if found is None and spelt is None:
        return None
    day = int(found[1] or found[4]) if found else _ORDINALS.index(spelt[1]) + 1 if spelt else 0
    name = (found[2] or found[3]) if found else spelt[2] if spelt else ""
    return _of_month(day, next(number for number, one in enumerate(MONTHS, 1) if one[:3] == name[:3]), today)


def numbered(words: str, today: date) -> date | None:
    """'The 9th': this month's, or the next month's that has such a day; 'the 9th of next month'."""
    found = _NUMBERED.search(words)
    if found is None or re.search(rf"\b{MONTH}\b", words):
        return None
    for ahead in range(1 if found["next"] else 0, 3):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        if 1 <= int(found[1]) <= monthrange(year, month + 1)[1]:
            named = date(year, month + 1, int(found[1]))
            if named >= today:
                return named
    return None


def end_of_month(words: str, today: date) -> date | None:
    """The last day of this month, the next or a named one."""
    named = re.search(rf"\bend of ({MONTH})\b", words)
    if named:
        month = next(number for number, one in enumerate(MONTHS, 1) if one[:3] == named[1][:3])
        year = today.year + (month < today.month)
        return date(year, month, monthrange(year, month)[1])
    if re.search(r"\bend of next month\b", words):
        year, month = divmod(today.year * 12 + today.month, 12)
        return date(year, month + 1, monthrange(year, month + 1)[1])
    if not re.search(r"\b(?:this|end of the|end of) month\b|\bmonth['’]?s? end\b", words):
        return None
    return today.replace(day=monthrange(today.year, today.month)[1])


def _of_month(day: int, month: int, today: date) -> date | None:
    years = (today.year, today.year + 1)
    fit = [date(one, month, day) for one in years if 1 <= month <= 12 and 1 <= day <= monthrange(one, month)[1]]
    return next((one for one in fit if one >= today), None)
