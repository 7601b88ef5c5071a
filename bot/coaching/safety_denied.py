"""Grave words that are not so: under a 'not', long past, or in the hands of somebody who can act."""

import re
from typing import Final

_UNDER_NOT: Final = (
    r"(?:\b(?:not|never|n[eo]ither|nor|\w+n'?t(?<!can't)(?<!cant)(?<!couldn't)(?<!want)|dinnae|without)"
    r"(?: (?:really|actually|ever|currently|in any way|even|once|at all|been|being|seriously|remotely|in the least))*"
    r"(?: (?:think\w* (?:of|about)|planning (?:to|on)|going to|gonna|consider\w*|contemplat\w*|hav\w+|had"
    r"|feel\w*|about to|want(?:ing|ed)? to|wanna"
    r"|trying to|intend\w* to|wish\w* to|any|to))?|\bno (?:thoughts?|plans?|intention|wish|desire|urge"
    r"|idea) (?:of|to|about))"
    r" (?:(?!and|but|so|because|i|i'?m|keep|just|thinking|want|stop|courage|guts|nerve|energy|strength"
    r"|means|how|enough|without|except"
    r"|unless|until)(?:[\w']+) ){0,3}?"
)
_OF_DYING: Final = (
    r"(?:suicid\w*|kill\w* myself|end\w* (?:my|it)\b|tak\w+ my (?:own )?life|harm\w* myself|hurt\w* myself"
    r"|cut\w* myself|to die\b|be dead"
    r"|hang\w* myself|drown\w* myself|overdos\w*|how to die|thoughts (?:of|about))"
)

DENIED: Final = {
    "crisis_self": re.compile(_UNDER_NOT + _OF_DYING, re.I),
    "patient_safety_now": re.compile(
        r"\b(?:no ?body|no[ -]?one|no patients?|none(?: of (?:them|my patients|the patients))?)(?:'?s| is"
        r"| are)? (?:\w+ )?"
        r"(?:\w*arrest\w*|bleeding out|deteriorat\w*|crashing|dying|choking|fitting|unresponsive)"
        r"|(?:n'?t|not|never|no longer) (?:\w+ ){0,2}(?:deteriorating|crashing|dying|\w*arresting|choking"
        r"|fitting|bleeding out)\b",
        re.I,
    ),
    "mistreatment": re.compile(
        r"\b(?:no ?body(?:'?s)?|no[ -]?one(?:'?s)?|none of (?:them|you)|not|never"
        r"|\w+n'?t)\b (?:[\w']+ ){0,4}?(?:bully|bullie[sd]|harass|grop"
        r"|stalk|victimis|sexual|discriminat|assault|punch|slap|hit|abus|spat|shout|scream|humiliat)\w*",
        re.I,
    ),
}
"""Grave words that stand under a 'not' in the same run of words: they say that it is not so."""

_SOMEBODY: Final = (
    r"(?:patient|pt|baby|child|he|she|they|everyone|everybody|all(?: (?:of them|patients))?|mum|lady|man"
    r"|woman|chap|girl|boy)"
)
_ABLE: Final = (
    r"(?:seniors?|reg|registrar|consultant|boss|crash team|outreach|anaesthetist|surgeons?|team|itu|icu"
    r"|met|ed|nurse in charge|site)"
)

OVER: Final = re.compile(
    r"\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+|few|couple of|some|many) (?:weeks?"
    r"|months?|years?) ago\b"
    r"|(?<!not )\blast (?:week|month|year|winter|spring|summer|autumn|christmas|january|february|march|april|may"
    r"|june|july|august|september"
    r"|october|november|december)\b|\b(?:back in|in) (?:20\d\d|january|february|march|april|june|july"
    r"|august|september|october|november|december)\b"
    rf"|(?<!says )(?<!said )(?<!thinks )(?<!reckons )\b{_SOMEBODY}(?:'?s| is| are| was| were|'?re)? (?:all "
    rf"|now |absolutely |perfectly |totally |completely |both )?"
    r"(?:fine|ok(?:ay)?|stable|safe|well|alright|all right|unharmed|home safe|did well|recovered|survived)\b(?! to go)"
    r"|\b(?:no|without|came to no) harm\b|\b(?:no ?body|no[ -]?one) (?:was |were |is |got )?(?:hurt|harmed"
    r"|in danger|at risk|came to)"
    r"|\b(?:list|clinic|shift|case|round|take)(?:'?s| is| was|s)? (?:\w+ )?(?:done|finished|over)\b"
    rf"|\b(?:been|being|getting|was|were) (?:seen|reviewed|looked after|sorted|dealt with|handed over)\b"
    rf"|\b(?:seen|reviewed) by\b"
    rf"|\b{_ABLE}(?:'?s| is| are)? (?:already |now )?(?:here|there|aware|with (?:him|her|them|it)|on (?:the"
    rf"|their|his|her) way|dealing|coming|sorting|seeing"
    r"|reviewing|took over|taking over)\b|\b(?:it|that|this)(?:'?s| is| was|s)? (?:all )?(?:sorted"
    r"|dealt with|handled|over|in the past|an? old)\b"
    r"|\bold (?:cases?|notes|audit|datix)\b|\b(?:at|in|for|from) (?:the|an?|our) (?:audit|m&m|debrief"
    r"|inquest|root cause)\b",
    re.I,
)
"""A patient's danger that is past, finished, or in the hands of somebody who can act."""

GOES_ON: Final = re.compile(
    r"\b(?:except|apart from|all but (?:one|the|bed)|other than|(?:and|but|and then|then) (?:left again|left him"
    r"|left her|went away)"
    r"|has(?: now)? gone (?:grey|blue|floppy))\b|"
    r"\b(?:(?:it is|it's|this is) (?:right )?now\b(?! (?:fine|ok|over|sorted))|right now|this (?:minute|second)"
    r"|as i (?:type|write)"
    r"|still|again|worse\w*|(?:s?he|they|it|obs|sats|bp) keeps?|keeps|about to|going to|next (?:one"
    r"|patient|list|case)"
    r"|tomorrow|tonight|drunk|smells?|asleep|shak(?:ing|es)|slurr\w*|won'?t|refus\w+|not (?:coming|answering|listening"
    r"|been told|told|seen)|(?:no ?body|no[ -]?one)(?:'s| is| has| will| can| wants| comes)(?! (?:was "
    r"|been |got )?(?:hurt"
    r"|harmed|in danger|at risk|died))|hasn'?t|haven'?t|isn'?t)\b|\b(?:sats|bp|obs|gcs) keep\b",
    re.I,
)
"""It goes on, or is not in good hands after all."""

OF_A_COURSE: Final = re.compile(
    r"\b(?:sessions?|teaching|talks?|training|workshops?|modules?|polic(?:y|ies)|courses?|lectures?|audits?"
    r"|e-?learning|charter"
    r"|panel|poster|project|webinar|film|podcast)\b (?:on|about|against|for|of|to do with) (?:\w+ ){0,3}$",
    re.I,
)
"""What stands before ill use where it is the subject of a course, on paper or on a stage."""

WITHOUT_ME: Final = re.compile(r"\bbetter off without me\b", re.I)
PARTING: Final = re.compile(
    r"\b(?:leaving (?:speech|do|card|drinks|cake|present)|rotat(?:e|es|ing)|new (?:job|post)|(?:start|off) (?:in|at"
    r"|to) \w+)\b",
    re.I,
)
"""A post that ends, of which 'better off without me' may be all that is meant."""

_PAST: Final = re.compile(
    r"\b(?:(?:\w+|\d+) years? ago|in (?:first|second|third|fourth|final|\d\w\w) year"
    r"|(?:at|in) med(?:ical)? school|as a student"
    r"|when i was (?:a student|an? f1|\d+|younger))\b",
    re.I,
)
_STILL: Final = re.compile(
    r"\b(?:again|now|tonight|today|still|same (?:feeling|thoughts?)|coming back|this (?:week|month|time))\b", re.I
)


def is_long_ago(text: str) -> bool:
    """Whether it is told as past and not as coming back: then the models, and if need be a question, decide."""
    return bool(_PAST.search(text)) and not _STILL.search(text)


_NOT_SELF: Final = re.compile(
    r"\b(?:patients?|pts?|he|she|they|him|her|man|woman|lad|girl|boy|client|lecture|teaching|talk|film|audit"
    r"|policy|assessment|pathway|prevention|training|seminar|book)\b[^.!?]{0,40}"
    r"\b(?:suicid\w*|kill (?:him|her|them)self|overdos\w*|self[- ]harm\w*)",
    re.I,
)
_THEIRS: Final = re.compile(
    r"\b(?:patients?|pts?|residents?|famil(?:y|ies)|relatives?|people|women|men|man|woman|he|she|they|them|who"
    r"|some|most"
    r"|many)\s+(?:[\w']+\s+){0,2}$",
    re.I,
)


def is_anothers(text: str, found: re.Match[str]) -> bool:
    """Whether grave words are said of a patient or of a subject of teaching, and not of the writer."""
    if re.search(r"\b(?:i|i'm|im|myself|my|me)\b", found.group(0), re.I):
        return False
    if found.group(0).casefold().startswith("want"):
        return bool(_THEIRS.search(text[: found.start()]))
    return bool(_NOT_SELF.search(text))
