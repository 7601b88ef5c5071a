"""The grammar of a time: the atoms that it is made of, and any number of them side by side.

An atom is a day, a date, an hour, a part of the day, a stretch ('by the end of the month'), an occasion ('before the
board round') or a clause behind a day ('thursday before i go home').
"""

import re
from typing import Final

from bot.coaching.commitments.act_words import VERB
from bot.coaching.commitments.calendar_days import ORDINAL
from bot.coaching.commitments.time_words import (
    AFTER,
    AFTERNOON,
    BEFORE,
    EVENING,
    FULL_DAY,
    MONTH,
    MORNING,
    NEXT,
    NIGHT,
    TODAY,
    TOMORROW,
    TONIGHT,
    WEEK,
    WEEKEND,
)
from bot.coaching.plain import small

_I: Final = re.I
LEAD: Final = (
    rf"(?:on|by|{BEFORE}|{AFTER}|at|from|frm|until|till|this|{NEXT}|coming|come|first thing|last thing"
    rf"|starting|commencing"
    r"|as of|close of play|cop|eod|end of play|early|late|later|latest|the following|the|about|around|sometime"
    r"|some time|again|for|prob|probs)"
)
_PART: Final = (
    rf"(?:(?:in the |at |over |first thing in the )?(?:mid[- ]?)?(?:{MORNING}|{AFTERNOON}|{EVENING}|{NIGHT}"
    r"|lunch(?:time| ?break)?|close of play|cop|end of play|end of day|eod|teatime|tea ?time|noon|midday|midnight"
    r"|a\.?m|p\.?m|coffee time|early[- ]early|early|sharpish)"
    r"|first thing|last thing)\b"
)
_SHORT_DAY: Final = (
    rf"(?:(?:mon|wed|sun)\b(?!['’-])|sat\b(?=\W*$|[,.]| {_PART}| (?:and|n|&) sun\b|\W+(?:before"
    rf"|after|at|when|while|\d)))"
)
DAY: Final = rf"(?:{FULL_DAY}|{_SHORT_DAY})"
_NEAR: Final = rf"(?:(?:the )?day after (?:{TOMORROW})|{TOMORROW}|{TONIGHT}|{TODAY})"
_HOUR: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:thirty|fifteen"
    r"|forty[- ]five|o['’]?clock))?"
)
_DAYTIME: Final = r"(?: (?:in the (?:morning|afternoon|evening)|at night|sharp|on the dot|ish|o['’]?clock))?"
_CLOCK: Final = (
    r"(?:(?:(?:at|from|by|about|around|before|after) (?:about |around )?)?(?:\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)\b"
    r"(?: and \d{1,2}(?:[:.]\d{2})? ?(?:am|pm)\b)?|(?:half past|half|quarter (?:past|to)|ten (?:past|to)) "
    rf"(?:{_HOUR}|\d{{1,2}})\b{_DAYTIME}|0\d{{3}}\b|1\d[0-5]\d(?= ?(?:hrs|h|hours)\b)"
    rf"|(?:[01]?\d|2[0-3])[:.][0-5]\d(?= (?:on )?(?:{_NEAR}|{FULL_DAY})\b)"
    rf"|(?:by|from|{BEFORE}|{AFTER}) \d{{1,2}}(?= (?:on )?(?:{_NEAR}|{FULL_DAY})\b))"
    rf"|(?:at|around) (?:about |around )?(?:\d{{1,2}}[:.]\d{{2}}\b|(?:{_HOUR})\b{_DAYTIME}|noon|midday"
    rf"|\d{{1,2}}(?=\W*$|[,.] | (?:{_NEAR}|on {FULL_DAY}|{FULL_DAY}|sharp|in the)\b))(?!\s*(?:/|out of|to one"
    rf"|people|of))"
    r")(?: sharp| on the dot)?"
)
_BARE_CLOCK: Final = (
    r"\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?(?: ?(?:-|–|to|til|till|until) ?\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?)?(?=\W*$"
    r"|[,.] )"
    r"(?!\s*(?:/|out of))|(?:[01]\d|2[0-3])[0-5]\d\b(?<!202\d)"
)
"""An hour with nothing to show that it is one: only behind a day."""

_NUMBER: Final = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of|\d{1,2}|the)"
_SPAN: Final = rf"(?:days?|{WEEK}s?|months?|fortnight|{WEEKEND}|quarter|year|term|rotation|block|shift|night shift|job)"
HEADS: Final = (
    r"(?:(?:safety )?huddle|hand ?over|(?:board|ward|post[- ]?take|morning|grand) ?round|rounds?|teaching|supervision"
    r"|lunch(?:time| ?break)?|(?:de)?brief(?:ing)?|clinic|mdt|mdm|coffee(?: break)?|list|nights?|shifts?|meetings?"
    r"|m ?(?:and|&) ?m|audit|governance|work|theatre|jobs|breakfast|break|tea(?: break)?|visit|forum|checklist"
    r"|who check"
    r"|conference"
    r"|induction|exams?|viva|arcp|interview|simulation|sim|on[- ]?calls?|long days?|lates?|earl(?:y|ies)|leave"
    r"|annual leave"
    r"|paternity leave|holidays?|holiday|take|post ?take|week|weekend|month|session|course|journal club|club|appraisal"
    r"|1[:-]1|one to one|catch ?up|training day|regional day|away day|zero day|rota|bed meeting"
    r"|call|lunch"
    r"|case|arrest|death|referral|procedure|complaint|bus home|drive (?:home|in)|run|do|party|drinks|night out|dinner)"
)
_OWNER: Final = (
    rf"(?:the|my|our|his|her|their|this|that|these|those|{NEXT}|this run of|(?:{FULL_DAY}|{TOMORROW}|today|tonight"
    r"|this (?:morning|afternoon|evening|week|month)|\w{3,})['’]?s)"
)
OCCASION: Final = (
    rf"(?:just |right |straight )?(?:at|{AFTER}|{BEFORE}|during|following|in(?= (?:my|our|the next"
    rf"|{FULL_DAY}['’]s)\b)|(?<!\bin )on|over"
    rf"|between|until|from)"
    rf" (?:(?:the )?(?:start|end|beginning|top|close) of )?(?:{_OWNER} )*(?:(?!(?:and|or|to|with|for|the|at|on|in"
    rf"|by|of|after|before|how|i|what"
    rf"|a|an|of)\b)"
    rf"[\w'’&-]+ ){{0,2}}?{HEADS}\b"
    r"(?<!on leave)(?<!from leave)(?<!at work)(?<!on take)(?<!on audit)(?<!on call)(?! (?:to|with|for)\b)"
    r"(?:(?<!list) (?:begins|starts|ends|finishes|is over)"
    rf"|['’]s (?:over|done))?"
)
_ENDS: Final = (
    r"(?:at |by |before |from |until |around |towards )?(?:the )?(?:very )?(?:end|start|beginning|middle) of "
    rf"(?:(?:this|{NEXT}|the|my|our|{TOMORROW}['’]s|{FULL_DAY}['’]s) )*(?:{_SPAN}|day|nights|clinic|list|round|{MONTH}"
    rf"|(?:\w+ )?{HEADS})\b"
)
_DATE: Final = (
    rf"(?:(?:the )?(?:{DAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b(?!['’])"
    rf"|{MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)|(?:the )?{ORDINAL} of {MONTH}\b"
    rf"|(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:{DAY}|day) (?:of|in) (?:{MONTH}|the month"
    rf"|next month)\b"
    r"|(?!(?:10|\d)\.5(?![\d.]))(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])(?:[/.](?:20)?\d\d)?(?![\d/%])(?<!/10))"
)
_THE_NTH: Final = (
    rf"(?:(?:latest |by |on |before |the )*\d{{1,2}}(?:st|nd|rd|th) (?:of )?(?:this|{NEXT}|the) month\b"
    rf"|(?:{LEAD} )*{DAY},? (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b|"
    r"(?:(?:on|by|before|until|till|for|from|after|say) the|(?<=^)the|(?<=[,.;:!?] )the|(?<=it's )the|(?<=it’s )the"
    r"|(?<=(?:call|make) it )the|(?<=make that )the|(?<=maybe )the|(?<=probably )the|(?<=so )the|(?<=then )the"
    r"|(?<=its )the|(?<=is )the|(?<=be )the|(?<=day )the|(?<=of )the|(?<=free )the) \d{1,2}(?:st|nd|rd|th)\b(?! (?:time"
    r"|floor|bed|patient))"
    r"|(?:(?<=^)|(?<=maybe )|(?<=probably )|(?<=prob )|(?<=say )|(?<=it's )|(?<=(?:call|make) it )"
    r"|(?:on|by|before|until|till|from) )"
    r"(?:[4-9]|[12]\d|3[01])(?:st|nd|rd|th)\b(?=\W*$|[,.;]| (?:then|at|after|before|i think|or|if|when|in the|morning"
    r"|afternoon|evening|[ap]m|maybe|probably|works?|would|should|lunch)\b))"
)
_STRETCH: Final = (
    rf"(?:(?:on |by )?(?:{_NUMBER} )?{WEEK}s? (?:on |from |this |come )?(?:{DAY}|{TOMORROW}|today)\b"
    rf"|(?:today|this day|{TOMORROW}) (?:{WEEK}|fortnight)\b|(?:a )?fortnight (?:today|(?:on |come )?{DAY})"
    rf"|(?:not )?(?:this |{NEXT} |the )?{DAY},? (?:but )?the one after\b"
    rf"|(?:the )?(?:{WEEK}|{WEEKEND}) after {NEXT}|this time {NEXT} {WEEK}"
    rf"|(?:in )?{_NUMBER} (?:days?|{WEEK}s?|months?) from (?:now|today)"
    rf"|(?:in|within) (?:the {NEXT} )?(?:about |around |roughly )?{_NUMBER} (?:days?|{WEEK}s?|months?|fortnight"
    rf"|hours?|hrs?|minutes|mins)\b"
    r"(?:['’]? time)?"
    rf"|in (?:a (?:few days|fortnight|{WEEK}|month)|the (?:new year|{NEXT} \w+|coming \w+))\b"
    rf"|(?:by|{BEFORE}|{AFTER}|over|in) (?:christmas|xmas|easter|new year)"
    r"|asap\b|(?:on |before |after |by )?(?:good friday|easter (?:monday|sunday|weekend))\b"
    r"|(?:on )?(?:(?:christmas|xmas) (?:day|eve)|boxing day|new year['’]?s (?:day|eve)|hogmanay|bonfire night)\b"
    r"|(?<!\w )(?<!\w)ev(?:e)?ry (?:single )?"
    rf"(?:(?:day|{NIGHT}|{MORNING}|shift|{DAY}|{WEEK})\b(?: (?:this|{NEXT}) (?:{WEEK}|month|block))?(?: starting \w+)?"
    r"|time\b(?: (?!and\b|i['’])[\w+'’]+){1,7}?)(?=\W*$|[,.;])"
    rf"|(?:some ?time )?(?:in|by|{BEFORE}|during|early(?: in)?|late(?: in)?|mid|end of|start of) {MONTH}\b(?! \d)"
    rf"|(?:in )?(?:the )?(?:1st|2nd|first|second|third|last) week (?:of|in) {MONTH}\b|{MONTH} some ?time"
    rf"|(?:some ?time |early |late |later |by |{BEFORE} |{AFTER} |during |over |within |at "
    rf"|mid[- ]?)*(?:the )?(?:end of )?"
    rf"(?:this|{NEXT}|the|coming) (?:{WEEK}|{WEEKEND}|month|quarter|year|shift|night shift|block|rotation|term)\b"
    r"(?: some ?time)?|(?:by )?month['’]?s? end|within the hour|later today"
    rf"|(?:over|at|this) (?:the )?{WEEKEND}|this [ap]m|right now|right away|straight ?away|\brn\b|this minute"
    rf"|(?:later )?this (?:very )?(?:{MORNING}|{AFTERNOON}|{EVENING})|(?:first thing )?in the {MORNING}|over (?:lunch"
    r"|coffee)(?: today)?"
    r"|(?<!\w )(?<!\w)now(?:[- ]?ish)?(?=\W*$|[,.])"
    rf"|(?:straight |right |just )?(?:{AFTER}|{BEFORE}) this\b(?= chat|\W*$|[,.])"
    r"|this (?:teaching|m and m|m&m|mdt|huddle|handover|audit meeting|ward round|supervision|governance(?: meeting)?)\b"
    rf"|(?:at |by |{BEFORE} |{AFTER} |during )(?:the )?(?:{NEXT} )(?:\w+ ){{0,2}}?" + HEADS + r"\b"
    r"|(?<=of )(?:this|the|my|our) (?:ward round|round|mdt|huddle|handover|meeting|shift|list|clinic)\b"
    rf"|(?:the )?{NEXT} (?:one|patient|pt|case|person|sick \w+|bleep)(?: (?:that|who|through|thru|in) \w+(?: \w+)?)?"
    rf"|(?:the )?{NEXT} (?:[\w'’-]+ ){{0,2}}?" + HEADS + r"\b"
    rf"|{AFTER} (?:the|my) {NEXT} \w+(?: on (?:the|my) \w+)?)"
)
_CLAUSE_OF_TIME: Final = (
    rf"(?:(?:the |every )?{NEXT} time (?:that )?(?:i|we|she|he|they|the|my|our|someone|somebody|anyone|it)(?:['’]?(?:m"
    r"|re|s|ve))?"
    r"(?: (?!i['’]?ll\b|ill\b|im\b|i['’]m\b|i will\b|then\b|and i\b)[\w'’&-]+){1,12}?"
    r"(?=\W*$|[,.;:]| and\b| that\b| i['’]?ll\b| im\b| i['’]m\b| i (?:will|shall|go|say|ask|would)\b| then\b)"
    rf"|when(?:ever)? (?:i['’]?m|i am|im|we['’]?re|{NEXT} i am|i am {NEXT}|am) (?:{NEXT} |back )?(?:on|in|off)\b"
    r"(?: (?:nights?|days|lates|earlies|call|the ward|again|shift|with \w+))?"
    rf"|when {NEXT} (?:i|we)(?:['’]?m|['’]?re| am| are)?(?: [\w'’-]+){{1,5}}?(?=\W*$|[,.;])"
    r"|when i(?:['’]?m| am| get) (?:next )?back(?: (?:from \w+|at work|in|on))?"
    rf"|(?:last thing |first thing |today |tonight )*{BEFORE} i (?:leave|go home|finish|clock off|go"
    r"|hand over)(?: today| tonight)?"
    r"|(?:on |in |during |after )?my next (?:(?:long |night )?shift|day (?:on|in)|(?:set|run|block"
    r"|stretch) of \w+|on[- ]?call"
    r"|long day|night|week on|clinic|list)|at the next opportunity)"
)
_BEHIND: Final = (
    rf",? (?:when|while|once|{BEFORE}|{AFTER}|as soon as) (?:she|he|they|i|we|it|its|i['’]m|im)(?:['’]?(?:s|re"
    rf"|ve|m))?\b"
    r"(?: (?!(?:and|i['’]?ll|ill|to|so|but|because|cos|about|what|how|if|then)\b)[\w'’]+){1,5}?(?=\W*$|[,.;]"
    r"| (?:and|to|so|but)\b)"
)
_TILL_A_DAY: Final = (
    rf"(?:{BEFORE}|{AFTER}|once|when|as soon as) (?:he|she|they|i|we|it)(?:['’]?(?:s|m|re|ve|ll|d))?"
    r"(?! (?:do|did|say|speak|talk|answer|open|decide)\b)"
    rf"(?: (?!(?:and|so|to|but)\b)[\w'’]+){{1,5}}? (?:on )?(?:{FULL_DAY}|{_NEAR})\b"
)
"""'Before he goes on leave thurs': whole, since it is the day of it."""

_OF_DAY: Final = (
    rf"(?:{LEAD}(?:['’]s)? )*(?:{DAY}(?:['’]?s)?\b(?: (?:{WEEK}|after {NEXT}|fortnight|{NEXT}|coming))?"
    rf"|{_NEAR}\b(?:['’]s)?(?: onwards?)?)"
)
_ATOM: Final = (
    rf"(?:{_TILL_A_DAY}|{_STRETCH}|{_ENDS}|(?:{LEAD} )*{_DATE}|{_THE_NTH}|{OCCASION}|{_OF_DAY}|{_CLOCK}"
    rf"|{_CLAUSE_OF_TIME})"
)
CLAUSE: Final = re.compile(
    rf"(?<!\bor )(?<!\bof )(?<!\bsay )(?<!\bknow )\b(?:as soon as|once|when(?:ever)?|asap|the (?:moment|minute"
    rf"|second)(?= (?:i|we|he|she|they|it|the)\b)|(?:every|each|{NEXT}) time|{BEFORE}(?! (?:i|im|i['’]m|we)\b)"
    rf"|straight {AFTER}|{AFTER}(?! (?:i|im|i['’]m|we)\b))"
    r" (?!(?:i think|i feel|in doubt|asked|needed|possible|ready|necessary|appropriate|all|that|this|now|long|you)\b)"
    r"(?:(?!(?:i['’]?ll|ill|i will|i['’]?d|then|so|but|and then|cos|because)\b)[\w'’&/-]+)"
    rf"(?: (?!(?:i['’]?ll|ill|i will|i['’]?d|then|so|but|and then|cos|because|i (?:will|want|{VERB}))\b)"
    r"[\w'’&/-]+){1,8}(?=\W*$|[,.;:!?]| (?:so|but|and then|then|cos|because|i)\b)",
    _I,
)
"""A clause that stands for the time where no day is named: 'as soon as i find out who', 'when he says no'."""

_BEGINS: Final = re.compile(rf"\b(?:it['’]?s )?(?:{_ATOM}|first thing\b)")
_PART_ON_IT: Final = re.compile(rf",? (?:and |or |so |around |about |straight |at |in |over |the )?{_PART}")
_JOINED: Final = (re.compile(r",? (?:and|or|so) (?!it['’]?s )"), re.compile(r",? (?!it['’]?s )"))
_MORE_ON_IT: Final = re.compile(
    rf" (?:{_BARE_CLOCK})|,? (?:{_BARE_CLOCK})(?<=[:.]\d\d)|['’]?s? (?:the )?(?:next |long |late |early )*{HEADS}\b"
    rf"(?! (?:to|with|for)\b)|{_BEHIND}|(?<!\dam)(?<!\dpm) (?:only|itself)(?=\W*$|[,.])"
)


def find_times(text: str) -> list[tuple[int, int]]:
    """Where the text names times: (start, end) in characters, end exclusive, in order.

    Read in small letters, and atom by atom: one pattern for all of it would take twice as long to compile and to run.
    """
    lower, found, at = small(text), [], 0
    while begun := _BEGINS.search(lower, at):
        end = begun.end()
        while (further := _further(lower, end)) is not None:
            end = further
        found.append((begun.start(), end))
        at = end
    return found


def begins_at(text: str, start: int) -> bool:
    """Whether a time begins at that character."""
    return _BEGINS.match(small(text), start) is not None


def _further(lower: str, end: int) -> int | None:
    """Where a time that ends there goes on to: a part of the day, another atom, an hour or an occasion behind it."""
    if part := _PART_ON_IT.match(lower, end):
        return part.end()
    for joined in _JOINED:
        if (then := joined.match(lower, end)) and (atom := _BEGINS.match(lower, then.end())):
            return atom.end()
    more = _MORE_ON_IT.match(lower, end)
    return more.end() if more else None
