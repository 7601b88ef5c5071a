"""Whether the reason given for a strength is true of the very words that are quoted: checked by form, never assumed."""

import re
from collections.abc import Callable
from typing import Final

from bot.coaching.review.praised import WANTED, WHOM
from bot.coaching.review.stings import STINGS

_WHO: Final = re.compile(
    r"\b(?:patients?|pts?|child(?:ren)?|bab(?:y|ies)|mother|mum|dad|daughter|son|wife|husband|wom[ae]n|m[ae]n|mrs"
    r"|mr|ladies|lady|gentleman|residents?|(?:the|a|her|his|their|every|each) (?:family|families|relatives?)|families"
    r"|year[- ]olds?|bed \d+|she|he|her|his|nof|lactate|bp|news|sats|potassium|hb|gcs|aki|gi bleed)\b",
    re.I,
)
_FINITE_IN: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|wait\w*|went|came|come|needs?|needed|got|get|lay|lie|sat"
    r"|stay\w*|did(?:n['’]?t)?|leave|left|heard|missed|told|seen|\w{3,}ed)\b|['’](?:s|d|ve)\b",
    re.I,
)
_ABSENT: Final = re.compile(
    r"\b(?:didn['’]?t|did not|do not|don['’]?t|failed to) (?:come|attend|turn up|show)\b|\bdna\b|\bno[- ]shows?\b"
    r"|\byou\b.*\bpatients\b|\bgood with (?:patients|families)\b",
    re.I,
)
_MINE: Final = re.compile(r"\b(?:i|i['’]\w+|ill|ive|id|im|we|we['’]ll|(?<!is )(?<!are )happy to)\b", re.I)
_NO_WORK: Final = re.compile(
    r"\b(?:will have|allocate|pick|choose|assign|thankful|grateful|appreciate|be happy if|be glad if|expect"
    r"|prefer|insist|report"
    r"|escalat\w*|document\w*|inform|will not|won['’]?t|naming|decide)\b",
    re.I,
)
_ASKED: Final = re.compile(
    r"\?|\b(?:please|could|can|would|welcome|glad|happy|grateful|delighted|free|like to (?:hear|know|meet|talk)|hear"
    r"|your (?:view|thoughts|ideas?|advice|input)|you(?:['’]d| would) (?:like|want|change|add|do|prefer|suggest|say"
    r"|pick|need)|you think|let['’]?s|lets|anyone|anybody|add|bring"
    r"|tell me|tell us|join|come|shout|what|how|which)\b",
    re.I,
)
_ORDERS: Final = re.compile(
    r"^\W*just maybe\b|^\W*(?:next time|add to|make sure|ensure|remember|always|never|from now on|in future"
    r"|say what|stop)\b",
    re.I,
)
_THEIRS: Final = re.compile(r"\b(?:your?|your team|they|their|them|nobody|difficult|hard)\b|\byou['’]\w+", re.I)
_CLOCK: Final = re.compile(
    r"\b(?:got|have|in|my|only) (?:two|three|five|ten|\d+) minutes\b|\bfined\b[^.?!]*|\b(?:two|three|\d+) (?:weeks"
    r"|days) left\b|[£$]\d[\d,.]*k?\b"
    r"|^\W*\d{1,2}[.)]? (?=[a-z])|\btime taken\b[^.?!]*|\b(?:slide|item|case|room|level|ward|bay|bed|stage|bleep|ext"
    r"|page) ?\d+[a-z]?\b|\b\d{1,2}[.:]\d{2}\b"
    r"|\b\d{1,2} ?(?:am|pm)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day \d[\d.:]*|\b(?:in|by) (?:a )?\d+ weeks?\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\b\d{1,2}/\d{1,2}\b",
    re.I,
)
_COUNTED: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice|dozen)\b", re.I
)
_CHECKABLE: Final = re.compile(
    r"\d|\battached\b|\bin copy\b|\b(?:yesterday|today|tonight|week|month|year|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|night|morning|since|every|all|two|three|four|five|six|no|not|\w+n['’]t|didnt|dont|wasnt|isnt|hasnt"
    r"|havent|cant)\b",
    re.I,
)
_OPINION: Final = re.compile(
    r"\b(?:lol|really enjoyed|enjoyed having|a few little|little things|wonderful|amazing|best i['’]ve|i think"
    r"|i feel|i hope|hope|probably|maybe|perhaps|sort of|complain\w*|moan\w*|only because|typical|badly|chaos|bluntly"
    r"|poor(?:ly)?|terrible|awful|mess|turned out fine"
    r"|seem(?:s|ed)? to|i am|my name|our project is|good morning|very important|honou?r)\b|[\"“”]",
    re.I,
)
_HOPED: Final = re.compile(r"\b(?:hope|people see|maybe|at some point|eventually)\b", re.I)
_HAPPENED: Final = re.compile(r"\b(?:in tears|was|were|had|every|always|by noon|by midday)\b", re.I)
_BY_SO_MUCH: Final = re.compile(r"\bby (?:about )?\d+ ?(?:h|hr|hours?|m|mins?|minutes|%|per cent)\b", re.I)
_BARE_SORRY: Final = re.compile(r"^\W*(?:i['’]?m |i am )?(?:so |very )?sorry\W*$", re.I)
_STOPS_SHORT: Final = re.compile(r"\b(?:of|in|on|at|for|with|to|from|the|a|an)\W*$|^\W*\w+ \d+\W*$", re.I)
_FEWEST: Final = 4


def holds(name: str, words: str) -> bool:
    """Whether the strength `name` is true of `words` as far as their form shows it; no jibe is ever a strength."""
    if any(pattern.search(words) for _, pattern in STINGS):
        return False
    check = _CHECKS.get(name)
    return check is None or check(words)


def _patient(words: str) -> bool:
    told = _FINITE_IN.search(words) or re.search(r"\d", words)
    return bool(_WHO.search(words)) and bool(told) and not _ABSENT.search(words)


def _own(words: str) -> bool:
    return bool(_MINE.search(words)) and not _NO_WORK.search(words)


def _invites(words: str) -> bool:
    return bool(_ASKED.search(words)) and not _ORDERS.search(words)


def _figure(words: str) -> bool:
    return bool(_COUNTED.search(_CLOCK.sub(" ", words))) and not _STOPS_SHORT.search(words)


def _fact(words: str) -> bool:
    return bool(_CHECKABLE.search(words)) and len(words.split()) >= _FEWEST and not _OPINION.search(words)


def _part(words: str) -> bool:
    whole = len(words.split()) >= _FEWEST and not _BARE_SORRY.match(words)
    told = _MINE.search(words) or re.search(r"\d", words) or _WHO.search(words)
    return whole and bool(told) and not _OPINION.search(words)


_CHECKS: Final[dict[str, Callable[[str], bool]]] = {
    "patient": _patient,
    "patient_first": _patient,
    "patient_seen": _patient,
    "own_part": _own,
    "invitation": _invites,
    "reason": lambda words: (
        not re.search(r"^\W*(?:as|partly|perhaps|maybe|of) |\b(?:nobody|no ?one|everyone|everybody)\b", words, re.I)
    ),
    "went_well": lambda words: not re.search(r"\bsaw (?:\d|only|one|two|three|four|five)|\bother\b", words, re.I),
    "own_doubt": lambda words: not re.match(r"\W*(?:you|she|he|they)\b", words, re.I),
    "plain_sorry": lambda words: bool(re.search(r"\b(?:sorry|apolog)", words, re.I)),
    "small_test": lambda words: not re.search(r"\btry (?:and|to) be\b", words, re.I),
    "says_what": lambda words: len(words.split()) >= _FEWEST and bool(WANTED.search(words)),
    "other_side": lambda words: bool(_THEIRS.search(words)),
    "figure": _figure,
    "plain_fact": _fact,
    "plain_part": _part,
    "by_when": lambda words: (
        bool(WHOM.search(words))
        and not _HAPPENED.search(words)
        and not (_HOPED.search(words) or _BY_SO_MUCH.search(words))
    ),
    "real_question": lambda words: not re.match(r"\W*i would like to ask\b", words, re.I),
}
