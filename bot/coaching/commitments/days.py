"""When: the words that name a day to come or an occasion, and the date that they stand for."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from bot.coaching.commitments.sentences import sentences, tidy, without_quotations

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
_MONTH: Final = rf"(?:{'|'.join(f'{one[:3]}(?:{one[3:]})?' if one[3:] else one for one in _MONTHS)}|sept)"
_DATED: Final = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})|({_MONTH}) (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?)\b"
)
_NUMBERED: Final = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
_LEAD: Final = r"(?:on |by |before |after |at |from |until |till |this |next |first thing (?:on )?|the following )"
_DAY: Final = (
    rf"(?:(?:mon|tues?|wedn?e?s?|thu(?:rs?)?|fri|satur|sun)day|tues?|weds|thu(?:rs?)?|fri|(?:mon|wed)(?=\W*$"
    rf"|[,.])|{_LEAD}(?:mon|wed|sat|sun)"
    r"|(?:(?<=^)|(?<=[,.;] ))(?:mon|wed|sat|sun)(?=\W*$|[,.]| (?:am|pm|morning|afternoon|evening|night|lunch)))"
)
_OCCASION: Final = (
    r"handover|huddle|board ?round|ward ?round|round|teaching|supervision|lunch(?:time)?|theatre brief|brief|debrief"
    r"|clinic"
    r"|mdt|coffee|list|nights|meeting|grand ?round|m ?(?:and|&) ?m|audit|governance|work|theatre|jobs|the shift"
    r"|breakfast|break"
)
_HOURS: Final = r"(?:at )?(?:about |around )?\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)\b|at \d{1,2}[:.]\d{2}\b"
_AFTER_IT: Final = (
    rf"(?:,? (?:(?:in|over|at) (?:the )?)?(?:morning|afternoon|evening|night|lunch(?:time|break)?|handover|teaching"
    rf"|mdt|meeting|huddle"
    rf"|ward round|clinic|am|pm)\b|,? (?:at|after|before|in|during) (?:the |my |our |his "
    rf"|her )?(?:\w+ )?(?:{_OCCASION})\b"
    rf"(?: (?:begins|starts|ends|finishes))?|,? {_HOURS}|,? (?:when|while) (?:she|he|they)(?:['’]?s|['’]?re| is"
    rf"| are)? (?:on|in)\b)*"
)
_WHEN: Final = re.compile(
    rf"\b(?:(?:(?:before|after) the (?:{_OCCASION}) )?{_LEAD}*{_DAY}\b(?:['’]s)?{_AFTER_IT}"
    rf"|(?:(?:before|after|at) the (?:{_OCCASION}) )?(?:first thing |by |from |before )?"
    rf"(?:tomorrow|tonight|today|tmrw|tmr|tmw|tmoro|tomoz|2moro|2mrw|2nite)\b{_AFTER_IT}"
    r"|(?:by |before |at |during )?(?:the )?(?:end of )?(?:this|next|the) (?:week(?:end)?|month|quarter|year|shift"
    r"|night shift|block"
    r"|rotation|teaching|m and m|m&m|mdt|huddle|handover|audit meeting|ward round|supervision"
    r"|governance(?: meeting)?|departmental meeting)\b"
    r"|(?:first thing )?in (?:the morning|a (?:few days|fortnight|week|month)|(?:a couple of |a few )?\w+ (?:days?"
    r"|weeks?"
    r"|months?)(?:'? time)?)|within (?:a couple of|a few|a|the"
    r"|\w+) (?:days?|weeks?|months?|fortnight)|(?:later )?this (?:morning|afternoon|evening)"
    rf"|(?:on |by |before |it['’]?s )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b{_AFTER_IT}"
    rf"|(?:on |by |before )?{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d){_AFTER_IT}"
    rf"|(?:(?:on|by|before|until|for) the|(?<=^)the|(?<=[,.;:] )the|(?<=it's )the|(?<=it’s )the|(?<=its )the"
    rf"|(?<=it is )the)"
    rf" \d{{1,2}}(?:st|nd|rd|th)\b{_AFTER_IT}"
    rf"|(?:at|after|before|during) (?:the |my next )?(?:next )?(?:{_OCCASION})(?! (?:to|with|for))\b(?: (?:begins"
    rf"|starts))?"
    rf"|after my next shift|{_HOURS}|when(?:ever)? (?:i'?m|i am"
    r"|we'?re) (?:next |back )?(?:on|in)\b(?: (?:nights?|days|lates|earlies|call|the ward|again))?"
    r"|my next (?:shift|day on|set of nights))",
    re.I,
)
_NO_DAY_TO_COME: Final = re.compile(
    r"\b(?:last|his|(?<!see )(?<!meet )(?<!tell )(?<!ask )(?<!ring )(?<!text )(?<!email )(?<!catch )(?<!call"
    r" )(?<!find )(?<!grab )"
    r"(?<!with )(?<!to )(?<!message )her|their|your|every|each|most|what|which|one|a|that|about|those|usual"
    r"|not(?: (?:at|on|by|in))?|isn['’]?t|since)\s*$",
    re.I,
)
_NOT_THEN: Final = re.compile(r"\b(?:not|isn['’]?t|since)\s*$", re.I)
_PLACED: Final = re.compile(r"(?:on|by|at|before|after|from|until|till|in|within|first|this|next)\b", re.I)
_CONTENT: Final = re.compile(
    r"\b(?:what|why|how|whether|who|which|about|if|that|difficult|hard)\b(?!\W*$)(?:(?!,).)*$", re.I
)
_HABIT: Final = re.compile(
    r"^(?:at |on |over )?(?:the |this )?(?:weekend|night)s?|\b(?:nights|weekends|\w+days)\b", re.I
)
_HOURLY: Final = re.compile(r"\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)", re.I)
_OVER: Final = re.compile(
    r"\b(?:was|were|had|did|ago|happened|made|went|stopped|started|told me|yesterday|last)\b"
    r"|\b(?!need)\w{2,}ed\b",
    re.I,
)
_OFTEN: Final = re.compile(
    r"^\W*(?:i think|maybe|perhaps|probably|so|ok|um+|yes|yeah|no|it['’]?s|its|it is|say|just said|said)\W+", re.I
)
_MOST_AROUND: Final = 5
_MOST_AFTER: Final = 14


def find_when(text: str) -> str | None:
    """The words that say when, or None; those that name a day before those that name an occasion."""
    veiled = without_quotations(text)
    found = [
        tidy(text[match.start() : match.end()])
        for match in _WHEN.finditer(veiled)
        if not (_NOT_THEN if _PLACED.match(match.group(0)) else _NO_DAY_TO_COME).search(veiled[: match.start()])
        and not _of_the_content(veiled, match)
    ]
    found = [re.sub(r"^it['’]?s |['’]s$", "", one, flags=re.I) for one in found]
    return next((one for one in found if due_date(one, date.min)), found[0] if found else None)


def _of_the_content(veiled: str, match: re.Match[str]) -> bool:
    """True where the day belongs to what is to be asked or said, as in 'ask them what goes wrong at the weekend'."""
    before, after = veiled[: match.start()], veiled[match.end() :]
    if (
        re.match(r"(?:the )?\d+(?!moro|mrw|nite)", match.group(0))
        and not _HOURLY.match(match.group(0))
        and re.search(r"\w\s*$", before)
    ):
        return not re.search(r"\b(?:is|it['’]?s|on|for|say)\s*$", before, re.I)
    inside = _CONTENT.search(before)
    ends = not re.search(r"\w", after.split(",")[0].split(".")[0])
    return bool(inside) and (not ends or bool(_HABIT.search(match.group(0))))


def when_of(text: str, sentence: str) -> str | None:
    """When the act of `sentence` is to be done: said with it, or in a sentence of the message that says only when."""
    named = find_when(sentence)
    if named is not None and due_date(named, date.min):
        return named
    return when_alone(text) or named


def when_alone(text: str) -> str | None:
    """The time in a message or a sentence of it that says hardly more than when; None in a story."""
    for sentence in (*sentences(text), text):
        when = find_when(sentence)
        if (
            when is None
            or (when.casefold().startswith("the ") and due_date(when, date.min) is None)
            or _OVER.search(sentence)
            or sentence.rstrip().endswith("?")
        ):
            continue
        bare = _OFTEN.sub("", sentence)
        around = bare.replace(when, " ")
        if bare.casefold().startswith(when.casefold()) and len(bare.split()) <= _MOST_AFTER:
            return when
        if len(re.findall(r"\w+", around)) <= _MOST_AROUND:
            return when
    return None


def due_date(when: str, today: date | None) -> date | None:
    """The day that `when` names, counted from `today`; None where the words name none."""
    if today is None:
        return None
    words = when.casefold()
    for rule in (_near, _counted, _dated, _weekday, _numbered, _end_of_month, _week):
        found = rule(words, today)
        if found is not None:
            return found
    return None


def _near(words: str, today: date) -> date | None:
    for phrase, days in (
        ("today", 0),
        ("tonight", 0),
        ("this afternoon", 0),
        ("this evening", 0),
        ("2nite", 0),
        *((short, 1) for short in ("tomorrow", "tmrw", "tmr", "tmw", "tmoro", "tomoz", "2moro", "2mrw")),
        ("in the morning", 1),
        ("fortnight", 14),
    ):
        if phrase in words:
            return today + timedelta(days=days)
    return None


def _counted(words: str, today: date) -> date | None:
    """So many days, weeks or months from now."""
    found = _COUNTED.search(words)
    if found is None:
        return None
    number = int(found[1]) if found[1].isdigit() else _NUMBERS.get(found[1])
    return today + timedelta(days=number * _LENGTHS[found[2]]) if number is not None else None


def _weekday(words: str, today: date) -> date | None:
    for number, day in enumerate(_DAYS):
        if re.search(rf"\b{day[:3]}(?!th)", words):
            ahead = (number - today.weekday()) % 7 or 7
            return today + timedelta(days=ahead + (7 if "next" in words and ahead < 3 else 0))
    return None


def _dated(words: str, today: date) -> date | None:
    """A day of a named month: this year's, or the next one's where this year's has passed."""
    found = _DATED.search(words)
    if found is None:
        return None
    day = int(found[1] or found[4])
    month = next(number for number, name in enumerate(_MONTHS, 1) if name[:3] == (found[2] or found[3])[:3])
    years = [year for year in (today.year, today.year + 1) if 1 <= day <= monthrange(year, month)[1]]
    return next((named for year in years if (named := date(year, month, day)) >= today), None)


def _numbered(words: str, today: date) -> date | None:
    """'The 9th': this month's, or the next month's that has such a day."""
    found = _NUMBERED.search(words)
    if found is None or re.search(rf"\b{_MONTH}\b", words):
        return None
    for ahead in range(3):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        if 1 <= int(found[1]) <= monthrange(year, month + 1)[1]:
            named = date(year, month + 1, int(found[1]))
            if named >= today:
                return named
    return None


def _end_of_month(words: str, today: date) -> date | None:
    if not re.search(r"\b(?:this|end of the) month\b", words):
        return None
    return today.replace(day=monthrange(today.year, today.month)[1])


def _week(words: str, today: date) -> date | None:
    if "weekend" in words and not re.search(r"\b(?:by|before) ", words):
        return today + timedelta(days=(5 - today.weekday()) % 7 + (7 if "next" in words else 0))
    if "week" in words:
        return today + timedelta(days=7 if "next" in words else max(1, 4 - today.weekday()))
    return None
