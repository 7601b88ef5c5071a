"""What, when, with whom and if-then, taken from the doctor's own words."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from bot.coaching.model import Commitment

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
_DATED: Final = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(_MONTHS)})\b")
_DAY: Final = r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?"
_WHEN: Final = re.compile(
    rf"\b(?:(?:on |by |before |after |at |from |this |next |first thing )*(?:{_DAY})\b(?:'s)?"
    r"(?: (?:morning|afternoon|evening|night|lunch(?:time)?|handover|teaching|mdt|meeting|huddle|ward round|clinic))?"
    r"|(?:first thing |by |from )?(?:tomorrow|tonight|today)(?: (?:morning|afternoon|evening|night|lunch(?:time)?))?"
    r"|(?:by |before |at )?(?:the )?(?:end of )?(?:this|next|the) (?:week(?:end)?|month|shift|night shift|block"
    r"|rotation|teaching|m and m|m&m|mdt|huddle|handover|audit meeting|ward round|supervision"
    r"|governance(?: meeting)?|departmental meeting)"
    r"|in (?:the morning|a (?:few days|fortnight|week|month)|(?:a couple of |a few )?\w+ (?:days?|weeks?"
    r"|months?)(?:'? time)?)|within (?:a couple of|a few|a|the"
    r"|\w+) (?:days?|weeks?|months?|fortnight)"
    r"|(?:at|after|before) (?:the )?(?:handover|huddle|board ?round|ward ?round|teaching|supervision|lunch"
    r"|theatre brief|brief|debrief|clinic|mdt|my next shift|coffee)"
    r"|(?:at )?\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)|\d{1,2}(?:st|nd|rd|th)(?: of)? \w+|when(?:ever)? (?:i'?m|i am"
    r"|we'?re) (?:next |back )?(?:on|in)\b(?: (?:nights?|days|lates|earlies|call|the ward|again))?"
    r"|my next (?:shift|day on|set of nights))",
    re.I,
)
_RUN_UP: Final = re.compile(r"^\W*(?:(?:yeah|yes|ok|so|well|then|just|maybe|perhaps|probably)\b\W*)+", re.I)
"""What a plan is led in with, and what handing it back can do without."""

_NO_DAY_TO_COME: Final = re.compile(r"\b(?:last|his|her|their|your|every|most|what|which)\s*$", re.I)
_WHOM: Final = re.compile(
    r"\b(?:with|ask|asking|tell|telling|see|meet|catch|ring|email|text|invite|grab|speak to|talk to|sit down with|from"
    r"|to(?! (?:ask|tell|see|meet|catch|ring|email|text|invite|grab|speak|talk|sit|let|get|give|show|help|bring"
    r"|go)\b)) "
    r"((?:the|my|our|a|both|two of the|one of the|all the|each of the)? ?(?:[a-z'’-]+ ){0,2}?(?:consultants?"
    r"|registrars?|regs?|sisters?|nurses?|matrons?|managers?|lead|boss|partners?|f1s?|f2s?|shos?|hcas?"
    r"|pharmacists?|physios?|team|"
    r"supervisor|midwi(?:fe|ves)|anaesthetists?|surgeons?|porters?|director|coordinator|charge nurse"
    r"|practice manager|secretary|trainees?|students?|juniors?|doubters?|him|her|them))\b",
    re.I,
)
_IF_THEN: Final = re.compile(
    r"\b(?:if|when|whenever)\b[^.;\n]{4,120}?(?:,|\bthen\b|\bi'?ll\b|\bi will\b)[^.;\n]{3,120}", re.I
)
_VAGUE: Final = re.compile(
    (
        r"\b(?:try(?: and| to)? (?:be|do better)|be (?:better|nicer|more \w+)|think about it|see how it goes"
        r"|at some point|sometime|soon)\b"
    ),
    re.I,
)
_DOING: Final = re.compile(
    (
        r"\b(?:i'?ll|i will|i'?m (?:going to|gonna)|im (?:going to|gonna)|i (?:could|might|can|would|plan to"
        r"|want to)|going to|gonna|will)\s+(?:just |probably |maybe |actually |try (?:and |to )?)*(.+)"
    ),
    re.I | re.S,
)
_ACTING: Final = re.compile(
    r"(?<!something )(?<!anything )(?<!thing )(?<!what )\b(?:"
    r"(?:i'?ll|i will|i'?m (?:going to|gonna)|i (?:could|can|might|would|shall)|i'?d|going to|tomorrow i)\s+"
    r"(?:just |probably |maybe |try (?:and |to )?)*(?:ask|tell|speak|talk|email|ring|call|text|write|book|sit"
    r"|invite|show"
    r"|share|meet|catch|grab|find|listen|raise|bring|put|offer|thank|check|see if)"
    r"|(?:i'?ll|i will|i'?m (?:going to|gonna)|i shall|tomorrow i)\s+(?:just |probably |maybe |try (?:and |to )?)*"
    r"(?:say|send|start|stop|go|give|cut|use|read|own|admit|apologi[sz]e))\b",
    re.I,
)
_TO_THE_COACH: Final = re.compile(
    r"^\W*(?:ask|tell|give|show|let|say to|send) (?:me|us)\b|\b(?:can|could|will|would) you\b", re.I
)
_PRESENT: Final = re.compile(r"\bi (?:go|ask|say|tell|send|speak|start|see|meet|email|ring)\b", re.I)
_NO_PLAN: Final = re.compile(
    r"\b(?:what plan|(?:there'?s|there is|i(?:'ve| have) (?:got )?) ?no plan|haven'?t (?:made|got) (?:one"
    r"|a plan)|no such plan"
    r"|(?:you'?re|are you) making (?:this|that|it) up|i didn'?t say (?:that|i would)|that(?:'s| is"
    r"|'s)? ?n(?:o|')t (?:a|the|my) plan)\b",
    re.I,
)
_VERB_FIRST: Final = re.compile(
    (
        r"^\W*(?:(?:yeah|yes|ok|so|well|or|then|just|maybe|perhaps|probably|to|could|might)\b\W*)*"
        r"(?:ask|tell|say|speak|talk|email|ring|call|text|write|book|start|stop"
        r"|sit|invite|put|bring|show|share|open|go|meet|catch|grab|listen|run|count|watch|try|take|own|admit"
        r"|apologise|raise|pick|set|choose|let|give|send|draft|find|have|do|get|make|use|read|drop|cut|offer|keep"
        r"|name|thank|check|see)\b"
    ),
    re.I,
)


def read(text: str, before: Commitment | None, today: date | None) -> Commitment | None:
    """Take a commitment from `text`, completing `before`; None where nothing to do is named.

    `today` (the doctor's own date) lets a named day become a due date; without it `due` stays empty.
    """
    what = _what(text)
    if before is None and what is None:
        return None
    when, whom, if_then = find_when(text), _first(_WHOM, text, 1), _first(_IF_THEN, text, 0)
    base = before or Commitment(what=what or "")
    return Commitment(
        what=base.what if before and before.what else (what or base.what),
        when=when or base.when,
        due=due_date(when, today) if when else base.due,
        with_whom=base.with_whom or whom,
        if_then=if_then or base.if_then,
        confidence=base.confidence,
    )


def is_action(text: str) -> bool:
    """True where the doctor names something to do, as 'ask the sister' or 'I'll email him', not how it may turn out."""
    parts = (part for part in re.split(r"(?<=[.!?])\s+|\n+", text) if not _TO_THE_COACH.search(part))
    return any(
        _VERB_FIRST.match(part) or _ACTING.search(part) or (_PRESENT.search(part) and find_when(part)) for part in parts
    )


def takes_back(text: str) -> bool:
    """True where the doctor says that there is no plan."""
    return bool(_NO_PLAN.search(text))


def find_when(text: str) -> str | None:
    """The words that say when, or None; those that name a day before those that name an occasion."""
    found = [
        " ".join(match.group(0).split()).strip(" ,.")
        for match in _WHEN.finditer(text)
        if not _NO_DAY_TO_COME.search(text[: match.start()])
    ]
    return next((one for one in found if due_date(one, date.min)), found[0] if found else None)


def is_vague(text: str) -> bool:
    """True where the doctor names an intention and nothing that could be done on a day."""
    return bool(_VAGUE.search(text))


def due_date(when: str, today: date | None) -> date | None:
    """The day that `when` names, counted from `today`; None where the words name none."""
    if today is None:
        return None
    words = when.casefold()
    for rule in (_near, _counted, _weekday, _dated, _end_of_month, _week):
        found = rule(words, today)
        if found is not None:
            return found
    return None


def _near(words: str, today: date) -> date | None:
    for phrase, days in (("today", 0), ("tonight", 0), ("tomorrow", 1), ("in the morning", 1), ("fortnight", 14)):
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
    day, month = int(found[1]), _MONTHS.index(found[2]) + 1
    years = [year for year in (today.year, today.year + 1) if 1 <= day <= monthrange(year, month)[1]]
    return next((named for year in years if (named := date(year, month, day)) >= today), None)


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


def _what(text: str) -> str | None:
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", text.strip()):
        match = _DOING.search(sentence)
        if match:
            return _tidy(match.group(1))
        if _VERB_FIRST.match(sentence):
            return _tidy(_RUN_UP.sub("", sentence))
    return None


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(" .!?;,")


def _first(pattern: re.Pattern[str], text: str, group: int) -> str | None:
    match = pattern.search(text)
    return " ".join(match.group(group).split()).strip(" ,.") if match else None
