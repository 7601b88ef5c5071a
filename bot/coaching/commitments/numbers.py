"""How sure the doctor is of the plan, 0 to 10: the last number that is about the plan itself."""

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching.commitments.sentences import sentences

_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER: Final = re.compile(
    r"(?<![\w.:£$#-])(?P<digits>10|\d)(?:\.\d)?(?:\s*(?:/|out of|of)\s*(?:10|ten))?(?![\d:]|\.\d\d)"
    r"(?!\s*(?:%|per ?cent|am\b|pm\b|o['’]?\s?clock|st\b|nd\b|rd\b|th\b|k\b|in \d|of (?!10)|x\b|/(?!\s*10)"
    r"|(?:\w+ )?(?:years?"
    r"|weeks?|days?|months?|hours?|hrs?|mins?"
    r"|minutes?|times?|people|patients?|nurses?|doctors?|others?|more|committees|turns|yrs|wks|bays?|beds?)\b))"
    rf"|\b(?P<word>{'|'.join(_WORDS)})\b(?!\s+(?:in|of (?!ten)|person|thing|of the|year|week|day|month|hour|minute"
    rf"|sentence|who|more|or two|another"
    r"|to one|question|step|time|bit|at a time|way|that|on one|people|nurses|patients))",
    re.I,
)
_LOOSE_WORD: Final = re.compile(
    r"(?:^\W*|[.!?,;]\s*|\b(?:an?|about|around|maybe|perhaps|probably|say|at|it['’]?s|its|is|was|roughly|only|still"
    r"|like|or|to|solid|then|now|give it"
    r"|i['’]d say|id say|id go|be|seems?)\s+(?:an? )?)$",
    re.I,
)
_NO_WORD: Final = re.compile(r"\b(?:the|that|this|which|got|had|have|having|no|any|not|made|with)\s+$", re.I)
_ONLY_IF: Final = re.compile(r"^\W{0,2}\s*(?:if|when|once|with|provided|on a good|after|twins)\b", re.I)
_OFF: Final = re.compile(
    r"\b(?:dock(?:ing|ed)?|minus|less|knock(?:ing)? off|tak(?:e|ing) off|tak(?:e|ing)|los(?:e|ing)|up by|down|from a"
    r"|from)\s+$",
    re.I,
)
_NOT: Final = re.compile(
    r"\b(?:not|wasn['’]?t|isn['’]?t|instead of|rather than|didn['’]?t say|never said)\s+(?:an? )?$", re.I
)
_COUNTED: Final = re.compile(r"\bcount(?:ing|ed)? (?:\w+ )?to\s+$", re.I)
"""Somebody who counts to ten holds their tongue."""
_OF_THE_COACH: Final = re.compile(
    r"^\W*(?:(?:was|is) (?:for|about) you|for you\b|(?:that )?you['’]?re\b|for (?:the )?(?:coach|bot|effort)|you\b"
    r"|that you\b)",
    re.I,
)
_OUTRIGHT: Final = re.compile(
    r"\b(?:10|\d)\s*(?:/|out of)\s*(?:10|ten)\b"
    r"|\bconfiden(?:ce|t)\W+(?:is |of |about |level |maybe )?(?:10|\d)(?:ish)?\b",
    re.I,
)
_IN_HUNDRED: Final = re.compile(r"\b(\d{2,3})\s*(?:%|per ?cent)", re.I)
_SAID: Final = re.compile(
    r"\b(?:i (?:said|meant|gave|put|told you)|it(?:['’]?s|s| was| is| should be)|make (?:it|that)|should be|call it"
    r"|say|was|more like|now)\b",
    re.I,
)
_STOP: Final = frozenset(
    "the and for with that this them they she her him his you i a an to of it is was in on at my me but not if".split()
)
_MOST_BARE: Final = 6
_BARE: Final = re.compile(
    r"^\W*(?:(?:an?|about|maybe|actually|no|ok|now|then|sorry)\W+)*(?:10|\d|three|four|five|six|seven|eight|nine|ten)\b"
    r"(?! ?(?:am|pm|st|nd|rd|th"
    r"|:))(?:\W+(?:then|now|tbh|ish|maybe|please|for"
    r"(?: \w+){1,3}|out of 10|i think|probably|though|really))*\W*$",
    re.I,
)
"""A number and hardly more."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number and what was said around it."""

    value: int
    around: str
    only_if: bool


_BEFORE: Final = re.compile(
    r"\b(?:10|\d)\b(?: (?:yesterday|before|earlier|this morning|last \w+|at the start|an hour ago))", re.I
)
"""How sure somebody was, and is no longer."""


def sure(text: str, about: str) -> int | None:
    """The number that answers 'how sure, 0 to 10'; `about` is the plan, where numbers for several things are given."""
    told = [one for sentence in sentences(_BEFORE.sub(" ", text)) for one in _numbers(sentence)]
    plain = [one for one in told if not one.only_if] or told
    if not plain:
        share = _IN_HUNDRED.search(text)
        return round(min(100, int(share[1])) / 10) if share else None
    wanted = _content(about)
    shared = [len(wanted & _content(one.around)) for one in plain]
    return [one for one, count in zip(plain, shared, strict=True) if count == max(shared)][-1].value


def sure_unasked(text: str, about: str) -> int | None:
    """The number in a message nobody asked one of: '8 i said', '7/10', or little more than a number."""
    outright = _OUTRIGHT.search(text)
    for sentence in sentences(text):
        for part in re.split(r",\s+|\s+(?:and|but)\s+", sentence):
            said = _SAID.search(part) and len(part.split()) <= _MOST_BARE
            number = sure(part, about) if said or outright or _BARE.match(part) else None
            if number is not None:
                return number if not outright else sure(text, about)
    return None


def _numbers(sentence: str) -> list[_Told]:
    found = []
    for match in _NUMBER.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        if _NO_WORD.search(before) and match["word"]:
            continue
        if (
            _OFF.search(before)
            or _NOT.search(before)
            or _COUNTED.search(before)
            or _OF_THE_COACH.match(after)
            or re.search(r"\bthe\s+$", before, re.I)
        ):
            continue
        if match["word"] and not _LOOSE_WORD.search(before) and not re.match(r"\s*(?:out of|/)\s*(?:10|ten)", after):
            continue
        value = int(match["digits"]) if match["digits"] else _WORDS.index(match["word"].casefold())
        found.append(_Told(value, sentence, bool(_ONLY_IF.match(after))))
    return found


def _content(text: str) -> set[str]:
    return {one[:5] for one in re.findall(r"[a-z]{3,}", text.casefold())} - {one[:5] for one in _STOP}
