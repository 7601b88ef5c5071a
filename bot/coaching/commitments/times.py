"""The grammar of a time: the atoms that it is made of, and any number of them side by side.

An atom is a day, a date, an hour, a part of the day, a stretch ('by the end of the month'), an occasion ('before the
board round') or a clause behind a day ('thursday before i go home').
"""

import re
from typing import Final

from bot.coaching.commitments.due_days import MONTH, ORDINAL, TOMORROW

_I: Final = re.I
LEAD: Final = (
    r"(?:on|by|before|b4|after|at|from|until|till|this|next|coming|first thing|last thing|starting|as of|early|late"
    r"|later"
    r"|the following|the|about|around|sometime|some time|again|for)"
)
FULL_DAY: Final = (
    r"(?:(?:mon|tues?|wedn?e?s?|thu(?:rs?)?|fri|satur|sun|wends|wens|wednse|wensde|thrus|thur|tuse|teus|satar)day"
    r"|mondya"
    r"|firday|frday|tues?|weds|thu(?:rs?)?|fri)"
)
_PART: Final = (
    r"(?:(?:in the |at |over |first thing in the )?(?:mid[- ]?)?(?:morning|afternoon|evening|eve|night|lunch(?:time"
    r"| ?break)?"
    r"|close of play|cop|end of play|end of day|eod|teatime|noon|midday|midnight|a\.?m|p\.?m|coffee time)"
    r"|first thing|last thing)\b"
)
_SHORT_DAY: Final = (
    rf"(?:(?:mon|wed|sun)\b(?!['’-])|sat\b(?=\W*$|[,.]| {_PART}| (?:and|n|&) sun\b|\W+(?:before"
    rf"|after|at|when|while|\d)))"
)
DAY: Final = rf"(?:{FULL_DAY}|{_SHORT_DAY})"
_NEAR: Final = rf"(?:(?:the )?day after (?:{TOMORROW})|{TOMORROW}|tonight|tonite|2nite|today)"
_HOUR: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:thirty|fifteen"
    r"|forty[- ]five|o['’]?clock))?"
)
_DAYTIME: Final = r"(?: (?:in the (?:morning|afternoon|evening)|at night|sharp|on the dot|ish|o['’]?clock))?"
_CLOCK: Final = (
    r"(?:(?:at|from|by|about|around|before|after) (?:about |around )?)?(?:\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)\b"
    r"(?: and \d{1,2}(?:[:.]\d{2})? ?(?:am|pm)\b)?|(?:half past|half|quarter (?:past|to)|ten (?:past|to)) "
    rf"(?:{_HOUR}|\d{{1,2}})\b{_DAYTIME}|0\d{{3}}\b|1\d[0-5]\d(?= ?(?:hrs|h|hours)\b))"
    rf"|(?:at|around) (?:about |around )?(?:\d{{1,2}}[:.]\d{{2}}\b|(?:{_HOUR})\b{_DAYTIME}|noon|midday"
    rf"|\d{{1,2}}(?=\W*$|[,.] | (?:{_NEAR}|on {FULL_DAY}|{FULL_DAY}|sharp|in the)\b))(?!\s*(?:/|out of|to one"
    rf"|people|of))"
    r"(?: sharp)?"
)
_BARE_CLOCK: Final = (
    r"\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?(?: ?(?:-|–|to|til|till|until) ?\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?)?(?=\W*$"
    r"|[,.] )"
    r"(?!\s*(?:/|out of))|[01]\d[0-5]\d\b"
)
"""An hour with nothing to show that it is one: only behind a day."""

_NUMBER: Final = r"(?:an?|one|two|three|four|five|six|seven|eight|ten|a few|a couple of|\d{1,2}|the)"
_SPAN: Final = r"(?:days?|weeks?|months?|fortnight|weekend|quarter|year|term|rotation|block|shift|night shift|job)"
HEADS: Final = (
    r"(?:(?:safety )?huddle|hand ?over|(?:board|ward|post[- ]?take|morning|grand) ?round|rounds?|teaching|supervision"
    r"|lunch(?:time| ?break)?|(?:de)?brief(?:ing)?|clinic|mdt|mdm|coffee(?: break)?|list|nights?|shifts?|meetings?"
    r"|m ?(?:and|&) ?m|audit|governance|work|theatre|jobs|breakfast|break|tea(?: break)?|visit|forum|checklist"
    r"|conference"
    r"|induction|exams?|viva|arcp|interview|simulation|sim|on[- ]?calls?|long days?|lates?|earl(?:y|ies)|leave"
    r"|annual leave"
    r"|paternity leave|holidays?|holiday|take|post ?take|week|weekend|month|session|course|journal club|club|appraisal"
    r"|1[:-]1|one to one|catch ?up|training day|regional day|away day|zero day|rota|bed meeting"
    r"|call|lunch"
    r"|case|arrest|death|referral|procedure|complaint|bus home|drive (?:home|in)|run|do|party|drinks|night out|dinner)"
)
_OWNER: Final = (
    rf"(?:the|my|our|his|her|their|this|that|these|those|next|this run of|(?:{FULL_DAY}|{TOMORROW}|today|tonight"
    r"|this (?:morning|afternoon|evening|week|month)|\w{3,})['’]?s)"
)
OCCASION: Final = (
    rf"(?:just |right |straight )?(?:at|after|before|b4|during|following|in(?= (?:my|our|the next)\b)|on|over"
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
    rf"(?:(?:this|next|the|my|our|{TOMORROW}['’]s|{FULL_DAY}['’]s) )*(?:{_SPAN}|day|nights|clinic|list|round|{MONTH}"
    rf"|(?:\w+ )?{HEADS})\b"
)
_DATE: Final = (
    rf"(?:(?:the )?(?:{DAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b(?!['’])"
    rf"|{MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)|(?:the )?{ORDINAL} of {MONTH}\b"
    rf"|(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:{DAY}|day) (?:of|in) (?:{MONTH}|the month"
    rf"|next month)\b"
    r"|(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])(?:[/.](?:20)?\d\d)?(?![\d/%])(?<!/10))"
)
_THE_NTH: Final = (
    r"(?:(?:on|by|before|until|till|for|from|after|say) the|(?<=^)the|(?<=[,.;:!?] )the|(?<=it's )the|(?<=it’s )the"
    r"|(?<=its )the|(?<=is )the|(?<=day )the|(?<=of )the) \d{1,2}(?:st|nd|rd|th)\b(?! (?:time|floor|bed|patient))"
)
_STRETCH: Final = (
    rf"(?:(?:on |by )?(?:{_NUMBER}) weeks? (?:on |from |this )?(?:{DAY}|{TOMORROW}|today)\b"
    rf"|a fortnight (?:today|on {DAY})|(?:the )?(?:week|weekend) after next|this time next week"
    rf"|(?:in )?{_NUMBER} (?:days?|weeks?|months?) from (?:now|today)"
    rf"|(?:in|within) (?:the next )?{_NUMBER} (?:days?|weeks?|months?|fortnight|hours?|minutes|mins)\b(?:['’]? time)?"
    rf"|in (?:a (?:few days|fortnight|week|month)|the (?:new year|next \w+|coming \w+))\b"
    r"|(?:by|before|after|over|in) (?:christmas|xmas|easter|new year)"
    rf"|(?:some ?time )?(?:in|by|before|during|early(?: in)?|late(?: in)?|mid|end of|start of) {MONTH}\b(?! \d)"
    rf"|(?:in )?(?:the )?(?:1st|2nd|first|second|third|last) week (?:of|in) {MONTH}\b|{MONTH} some ?time"
    rf"|(?:some ?time |early |late |later |by |before |during |over |within |at )*(?:the )?(?:end of )?(?:this|next"
    rf"|the|coming)"
    rf" (?:week(?:end)?|month|quarter|year|shift|night shift|block|rotation|term)\b(?: some ?time)?"
    r"|(?:over|at|this) (?:the )?weekend|this [ap]m|right now|right away|straight ?away|\brn\b|this minute"
    r"|(?:later )?this (?:very )?(?:morning|afternoon|evening)|(?:first thing )?in the morning|over (?:lunch"
    r"|coffee)(?: today)?"
    r"|(?:straight |right |just )?(?:after|before) this\b(?= chat|\W*$|[,.])"
    r"|this (?:teaching|m and m|m&m|mdt|huddle|handover|audit meeting|ward round|supervision|governance(?: meeting)?)\b"
    r"|(?:at |by |before |after |during )(?:the )?(?:next )(?:\w+ ){0,2}?" + HEADS + r"\b"
    r"|(?<=of )(?:this|the|my|our) (?:ward round|round|mdt|huddle|handover|meeting|shift|list|clinic)\b"
    r"|(?:the )?next (?:one|patient|case|person|sick \w+|bleep)(?: (?:that|who) \w+(?: \w+)?)?"
    r"|(?:the )?next (?:[\w'’-]+ ){0,2}?" + HEADS + r"\b"
    r"|after (?:the|my) next \w+(?: on (?:the|my) \w+)?)"
)
_CLAUSE_OF_TIME: Final = (
    r"(?:(?:the |every )?next time (?:that )?(?:i|we|she|he|they|the|my|our|someone|somebody|anyone|it)(?:['’]?(?:m"
    r"|re|s|ve))?"
    r"(?: (?!i['’]?ll\b|ill\b|im\b|i['’]m\b|i will\b|then\b|and i\b)[\w'’&-]+){1,12}?"
    r"(?=\W*$|[,.;:]| and\b| that\b| i['’]?ll\b| im\b| i['’]m\b| i (?:will|shall|go|say|ask|would)\b| then\b)"
    r"|when(?:ever)? (?:i'?m|i am|im|we'?re|next i am|i am next|am) (?:next |back )?(?:on|in|off)\b"
    r"(?: (?:nights?|days|lates|earlies|call|the ward|again|shift|with \w+))?"
    r"|when next i(?:['’]?m| am)(?: [\w'’-]+){1,5}?(?=\W*$|[,.;])"
    r"|when i(?:['’]?m| am| get) (?:next )?back(?: (?:from \w+|at work|in|on))?"
    r"|(?:last thing |first thing |today |tonight )*before i (?:leave|go home|finish|clock off|go"
    r"|hand over)(?: today| tonight)?"
    r"|after my next shift|my next (?:shift|day on|set of nights|on call|clinic|list)|at the next opportunity)"
)
_BEHIND: Final = (
    r",? (?:when|while|once|before|b4|after|as soon as) (?:she|he|they|i|we|it|its|i['’]m|im)(?:['’]?(?:s|re|ve|m))?\b"
    r"(?: (?!(?:and|i['’]?ll|ill|to|so|but|because|cos|about|what|how|if|then)\b)[\w'’]+){1,5}?(?=\W*$|[,.;]"
    r"| (?:and|to|so|but)\b)"
)
_OF_DAY: Final = (
    rf"(?:{LEAD}(?:['’]s)? )*(?:{DAY}(?:['’]?s)?\b(?: (?:week|after next|fortnight|next|coming))?|{_NEAR}\b(?:['’]s)?)"
)
_ATOM: Final = rf"(?:{_STRETCH}|{_ENDS}|(?:{LEAD} )*{_DATE}|{_THE_NTH}|{OCCASION}|{_OF_DAY}|{_CLOCK}|{_CLAUSE_OF_TIME})"
_ON_IT: Final = (
    rf"(?:(?:,? (?:and |or |so |around |about |straight |at |in |over |the )?{_PART})|,? (?:and |or |so )?{_ATOM}"
    rf"|,? {_BARE_CLOCK}|['’]?s? (?:the )?(?:next |long |late |early )*{HEADS}\b(?! (?:to|with|for)\b)|{_BEHIND})*"
)
WHEN: Final = re.compile(rf"\b(?:it['’]?s )?(?:{_ATOM}|first thing\b){_ON_IT}", _I)
