"""When: the words that name a day to come, or an occasion."""

import re
from datetime import date
from typing import Final

from bot.coaching.commitments.due_days import MONTH, ORDINAL, TOMORROW, due_date, names_day
from bot.coaching.commitments.sentences import is_torn, sentences, tidy, without_quotations

_LEAD: Final = r"(?:on |by |before |after |at |from |until |till |this |next |first thing (?:on )?|the following )"
_DAY: Final = (
    rf"(?:(?:mon|tues?|wedn?e?s?|thu(?:rs?)?|fri|satur|sun|wends|wens|wednse|wensde|thrus|thur|tuse|teus|satar)day"
    rf"|mondya|firday"
    rf"|frday|tues?|weds|thu(?:rs?)?|fri|(?:mon|wed)(?=\W*$"
    rf"|[,.])|{_LEAD}(?:mon|wed|sat|sun)"
    r"|(?:(?<=^)|(?<=[,.;] ))(?:mon|wed|sat|sun)(?=\W*$|[,.]| (?:am|pm|morning|afternoon|evening|night|lunch)))"
)
_NEAR_DAY: Final = rf"(?:the )?day after (?:{TOMORROW})|{TOMORROW}|tonight|tonite|2nite|today"
_OCCASION: Final = (
    r"handover|huddle|board ?round|ward ?round|round|teaching|supervision|lunch(?:time)?|theatre brief|brief|debrief"
    r"|clinic"
    r"|mdt|coffee|list|nights|meeting|grand ?round|m ?(?:and|&) ?m|audit|governance|work|theatre|jobs|the shift"
    r"|breakfast|break"
)
_HOURS: Final = r"(?:at )?(?:about |around )?\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)\b|at \d{1,2}[:.]\d{2}\b"
_SLASHED: Final = r"(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])(?:[/.](?:20)?\d\d)?(?![\d/%])(?<!/10)"
_AFTER_IT: Final = (
    rf"(?:,? (?:(?:in|over|at) (?:the )?)?(?:morning|afternoon|evening|night|lunch(?:time|break)?|handover|teaching"
    rf"|mdt|meeting|huddle"
    rf"|ward round|clinic|am|pm)\b|,? (?:at|after|before|in|during) (?:the |my |our |his "
    rf"|her )?(?:\w+ )?(?:{_OCCASION})\b"
    rf"(?: (?:begins|starts|ends|finishes))?|,? {_HOURS}|,? (?:when|while) (?:she|he|they)(?:['’]?s|['’]?re| is"
    rf"| are)? (?:on|in)\b)*"
)
_WHEN: Final = re.compile(
    rf"\b(?:(?:on |by )?(?:an?|one|two|three) weeks? (?:on |from |this )?(?:{_DAY}|{TOMORROW}|today)\b{_AFTER_IT}"
    rf"|{_LEAD}*{_DAY} (?:week|after next|fortnight)\b{_AFTER_IT}|(?:on |by |before )?{_SLASHED}{_AFTER_IT}"
    rf"|(?:the )?(?:week|weekend) after next|this time next week|a fortnight (?:today|on {_DAY})"
    rf"|(?:in )?(?:a few|a couple of|\w+) (?:days?|weeks?|months?) from (?:now|today)"
    rf"|(?:by|before|after|over) (?:christmas|xmas|easter|new year)|(?:in|by|before|during|early|late"
    rf"|mid) {MONTH}\b(?! \d)"
    rf"|(?:on |by |before )?(?:the )?{ORDINAL} of {MONTH}\b{_AFTER_IT}"
    r"|(?:at |by |before )?(?:the )?(?:end|start|beginning|middle) of (?:(?:this|next|the|my) )?(?:day|week|month"
    r"|shift|clinic|list"
    rf"|round|rotation|term|year|nights|{MONTH})\b(?: (?:today|{TOMORROW}|on {_DAY}|{_DAY}))?"
    r"|(?:the )?next time (?:i|we|she|he|they)(?:['’]?(?:m|re|s))?(?: \w+){1,5}?(?=\W*$|[,.;]| that\b| i['’]ll\b)"
    r"|after (?:my |these |this run of )?(?:nights|long days|leave|annual leave|exams|on ?call|lates|post ?take)\b"
    r"|(?:over|at|this) (?:the )?weekend|this [ap]m|in (?:an|\w+) (?:hours?|minutes|mins)"
    r"|right now|right away|straight ?away|\brn\b|this minute|over (?:lunch|coffee)(?: today)?"
    r"|when i(?:['’]?m| am| get) (?:next )?back(?: (?:from \w+|at work|in|on))?|before i (?:leave|go home"
    r"|finish)(?: today| tonight)?"
    rf"|(?:(?:before|after) the (?:{_OCCASION}) )?{_LEAD}*{_DAY}\b(?:['’]s)?(?:,? (?:the )?\d{{1,2}}(?:(?:st|nd|rd"
    rf"|th)\b|(?= (?:of )?{MONTH}))(?: (?:of )?{MONTH}\b)?)?{_AFTER_IT}"
    rf"|(?:(?:before|after|at) the (?:{_OCCASION}) )?(?:first thing |by |from |before )?"
    rf"(?:{_NEAR_DAY})\b{_AFTER_IT}"
    r"|(?:by |before |at |during )?(?:the )?(?:end of )?(?:this|next|the) (?:week(?:end)?|month|quarter|year|shift"
    r"|night shift|block"
    r"|rotation|teaching|m and m|m&m|mdt|huddle|handover|audit meeting|ward round|supervision"
    r"|governance(?: meeting)?|departmental meeting)\b"
    r"|(?:first thing )?in (?:the morning|a (?:few days|fortnight|week|month)|(?:a couple of |a few )?\w+ (?:days?"
    r"|weeks?"
    r"|months?)(?:'? time)?)|within (?:a couple of|a few|a|the"
    r"|\w+) (?:days?|weeks?|months?|fortnight)|(?:later )?this (?:morning|afternoon|evening)"
    rf"|(?:on |by |before |it['’]?s )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b{_AFTER_IT}"
    rf"|(?:on |by |before )?{MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d){_AFTER_IT}"
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
_PLACED: Final = re.compile(
    r"(?:on|by|at|before|after|from|until|till|in|within|first|this|next|during"
    r"|over)\b",
    re.I,
)
_CONTENT: Final = re.compile(
    r"\b(?:what|why|how|whether|who|which|about|if|that(?! i\b)|difficult|hard)\b(?!\W*$)(?:(?!,).)*$", re.I
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
_WHOSE_DAY: Final = re.compile(
    r"(?:['’]?s)? (?:is )?(?:out\b|full\b|no good|not good|won['’]?t work|impossible)|\s+(?:team|crew|lot|people"
    r"|staff|regulars|gang)\b",
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
    places = [
        (start, end)
        for start, end in _joined([match.span() for match in _WHEN.finditer(veiled)], veiled)
        if not (_NOT_THEN if _PLACED.match(veiled[start:end]) else _NO_DAY_TO_COME).search(veiled[:start])
        and not _of_the_content(veiled, start, end)
        and not _WHOSE_DAY.match(veiled[end:])
    ]
    found = [tidy(text[start:end]) for start, end in places]
    found = [re.sub(r"^it['’]?s |['’]s$", "", one, flags=re.I) for one in found]
    return next((one for one in found if due_date(one, date.min)), found[0] if found else None)


def _joined(places: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Times side by side, as one: 'next week, tuesday'."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        before = joined and text[joined[-1][0] : joined[-1][1]]
        beside = joined and re.fullmatch(r"[ ,]{1,2}", text[joined[-1][1] : start])
        if before and beside and (_PLACED.match(before) or names_day(before)):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _of_the_content(veiled: str, start: int, end: int) -> bool:
    """True where the day belongs to what is to be asked or said, as in 'ask them what goes wrong at the weekend'."""
    before, words, after = veiled[:start], veiled[start:end], veiled[end:]
    if (
        re.match(
            r"(?:the )?\d+(?!moro|mrw"
            r"|nite)",
            words,
        )
        and not _HOURLY.match(words)
        and re.search(r"\w\s*$", before)
    ):
        return not re.search(r"\b(?:is|it['’]?s|on|for|say)\s*$", before, re.I)
    inside = _CONTENT.search(before)
    ends = not re.search(r"\w", after.split(",")[0].split(".")[0])
    return bool(inside) and (not ends or bool(_HABIT.search(words)))


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


def without_day(what: str) -> str:
    """What is to be done without the day in it, where the rest still reads; as it was where it would not."""
    when = find_when(what)
    if when is None or due_date(when, date.min) is None:
        return what
    left = tidy(re.sub(r"\s{2,}", " ", what.replace(when, "", 1)).replace(" ,", ","))
    return left if len(left.split()) > 1 and not is_torn(left) else what
