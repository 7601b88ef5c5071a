"""What a plain fact of a draft does for its reader, by what is in it: nothing is held up for being plain alone."""

import re
from typing import Final

from bot.coaching.reviewed import DraftKind

_NUMBER: Final = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)"
_NOW: Final = re.compile(
    rf"\b(?:now|at present|at the moment|today|currently|in (?:january|february|march|april|may|june|july|august"
    rf"|september|october|november|december)|last (?:month|year|week|quarter)) (?:it|we|they|that)? ?(?:is|was|are|were"
    rf"|had)?\b[^.?!]{{0,40}}{_NUMBER}|{_NUMBER}[^.?!]{{0,30}}\b(?:now|at present|today|currently)\b",
    re.I,
)
_OFTEN: Final = re.compile(
    rf"\b(?:twice|{_NUMBER} (?:times|nights|days|weeks|shifts|mornings|occasions|months)(?! (?:late|later|ago|old|off))"
    r"|(?:second|third|fourth|fifth|sixth) (?:time|month|week|night)|on \d+ of)\b",
    re.I,
)
_LONG: Final = re.compile(
    rf"\b(?:wait\w*|sat|lay|lain|left|late|overr[au]n|delay\w*|took|takes|stood|stayed|without)\b[^.?!]{{0,40}}\b"
    rf"{_NUMBER} (?:and a half )?(?:hours?|minutes|mins|days|weeks)\b|\b{_NUMBER} (?:hours?|minutes|mins|days"
    r"|weeks) (?:late|in a chair|on a trolley|in the corridor|without)\b",
    re.I,
)
_COUNT: Final = re.compile(
    rf"\b(?:{_NUMBER} ?(?:%|per cent|out of|of (?:the|our|my|last|{_NUMBER}))|half|a (?:third|quarter) (?:of|are|were)"
    r"|one in \w+"
    rf"|{_NUMBER} (?:\w+ )?(?:patients?|people|women|men|children|families|bloods?|letters?|charts?|beds?|referrals?"
    r"|summar\w+|forms?|cases|doses|scans?|calls|bleeps|jobs|clinics?|lists?|cannulas|discharges|falls|errors)\b)(?!\w)",
    re.I,
)
_DAY: Final = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last night|this (?:morning|afternoon)|\d{1,2}(?:st|nd"
    r"|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b",
    re.I,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|has|have|did(?:n['’]?t)?|went|came|took|got|lost|left|gave|sent|rang|fell|saw|told|been"
    r"|\w{3,}ed)\b",
    re.I,
)
_NO_FACT: Final = re.compile(r"\brunning (?:\w+ ){0,3}late\b|\b100 ?(?:%|per cent)", re.I)
_LISTED: Final = frozenset({DraftKind.AGENDA})


def telling(words: str, kind: DraftKind) -> str:
    """What makes a fact worth keeping: `start`, `long`, `count`, `often`, `day`; '' where nothing does."""
    if kind in _LISTED or _NO_FACT.search(words):
        return ""
    if kind is DraftKind.GOAL and _NOW.search(words):
        return "start"
    if kind is DraftKind.GOAL and not _COUNT.search(words):
        return ""
    if _LONG.search(words):
        return "long"
    if _COUNT.search(words):
        return "count"
    if _OFTEN.search(words) and (_PAST.search(words) or "times" in words):
        return "often"
    return "day" if _DAY.search(words) and _PAST.search(words) else ""
