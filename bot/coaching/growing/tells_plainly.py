"""What a plainer clause is a telling of, by its form: a patient, a refusal, a habit, a deed, a wish."""

import re
from collections.abc import Callable
from typing import Final

_PATIENT: Final = re.compile(
    r"\b(?:(?:one|an|this|my|another) (?:old |young |little |poor |elderly |frail )?(?:man|woman|lady|bloke|lad"
    r"|boy|girl"
    r"|kid|baby|child|patient|pt|chap|fella|gentleman|mum|dad|couple|family|toddler|teenager|widow)"
    r"|(?:the|his|her) (?:old man|old lady|patient|kid|child|baby|boy|girl|daughter|son|family|wife|husband|mum|dad)"
    r"|kids?|pts?|patients|families|children)\b(?! (?:safety|flow|list|notes|experience|side|group|clinic))"
    r"|\b(?:got|gave|bought) him a\b|\b(?:he's|she's) (?:only )?(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten)\b"
    r"(?! (?:per ?cent|%|of))|\bbirthday\b|\bof (?:7|8|9)\d\b"
)
_REFUSED: Final = re.compile(
    r"\b(?:was|were|been|got|get|gets) (?:told no|turned (?:down|away)|knocked back|rejected|refused|ignored|blocked"
    r"|overruled|shot down|laughed at|told (?:it|that|to (?:wait|leave)))\b|\b(?:aren't|isn't|wasn't|weren't"
    r"|not) (?:allowed"
    r"|appropriate|permitted|authorised)\b|\b(?:he|she|they|management|finance|it|the \w+) (?:just )?(?:said no"
    r"|refused"
    r"|won't sign|wouldn't sign|says no|say no)\b|\bno budget\b|\bcomputer says no\b"
)
_SHORT: Final = re.compile(
    r"\bout of (?:stock|order|date)\b|\b(?:rota |sho |reg |staffing )?gaps?\b|\b(?:broken|locked|missing"
    r"|overruns?|overrun"
    r"|understaffed|short[- ]staffed|short of|ran out|run out|bounced|wiped|switched off|crashed|down again|not enough"
    r"|no (?:beds?|desk|space|time|cover|wifi|computers?|staff|porters?|money|slots?|room)\b)"
)
_ASKED: Final = re.compile(
    r"\b(?:asked|told|wants?|expects?|volunteered|nominated|put|made|got) (?:me|us) (?:to|up|down|in|on|as|for"
    r"|forward)\b"
    r"|\b(?:i've|i have|i was|i'm|i am|we've|we were|been|just been) (?:just |now |also "
    r"|all )*(?:been )?(?:asked (?:not )?to"
    r"|told (?:not )?to|handed"
    r"|given|volunteered|roped in|landed with|signed up|down for|down to do|meant to|supposed to)\b|^(?:told"
    r"|asked) to\b"
    r"|\bsays i(?:'ve| have) (?:got )?to\b"
)
_WISHED: Final = re.compile(
    r"^(?:so |well |just |really |honestly |i suppose |i think |i guess )*(?:(?:i|we)(?:'d| would)? (?:just "
    r"|really |only |do )?(?:want|like"
    r"|love|need"
    r"|wish)\b|to \w+"
    r"|some(?:thing|body|one|where) (?:that|to|i|we|they|people|who)\b|that (?:one|the|it|they|he|she|nobody"
    r"|everyone)\b|(?:a|one) \w+.*\bthat (?:does|is|would"
    r"|i can)\b)"
)
_THOUGHT: Final = re.compile(
    r"\b(?!i\b)(?:\w+ of (?:them|us)|they|he|she|people|everyone|everybody|consultants|nurses|managers|the \w+|my \w+)"
    r" (?:(?:all|each|just|probably|still|always) )*(?:thought|think|thinks|assumed?|assumes|believed?|believes"
    r"|reckons?|expects?)\b"
)
_AHEAD: Final = re.compile(
    r"^(?:and |but |so )?what if\b|\b(?!i\b)(?:\w+) (?:is|are|'s|'re) (?:just |all |only )*(?:going to|gonna)\b"
    r"|\b(?:we|i|people|patients|nurses|doctors|juniors)(?:'ll| will|'d| would) (?:just |all |only |probably )*"
    r"(?:end up|be (?:left|stuck|told|shoving|back)|lose|have nobody|go back to|get (?:blamed|told|stuck))\b"
    r"|\b(?:worried|scared|afraid|dread(?:ing)?) (?:that )?(?:we|i|they|it|he|she|people)(?:'ll| will|'d| would)\b"
    r"|\b(?:he|she|they|it|nobody"
    r"|everyone)(?:'ll"
    r"| will) (?:just |all |only |probably )*\w+"
)
_HABIT: Final = re.compile(
    r"(?<!['’])\b(?!(?:i|we|to|not|is|was|are|were|it's|that's"
    r"|isn't|isnt|aren't|wasn't|could|can|would|will|might|may|should|i'd|i'll|i've"
    r"|(?:we|you|they|he|she|it|people)'(?:ll|d)|and|or|but|so)\b)[\w']+ (?:just"
    r"|always|usually|never|only ever|keeps?|tends? to|end up|ends up) \w+"
    r"|\bevery (?:single )?(?:time|day|week|month|morning|night|shift|round|year|\w+day)\b|\beach time\b"
    r"|\bagain and again\b"
)
_APART: Final = re.compile(
    r"\b(?:and|but) not (?:the|a|an|our|my|me|us)\b|\binstead of\b|\brather than\b|\b(?:they|we) mean\b.*\bmeans?\b"
    r"|\bone \w+.*\banother\b|\bsame \w+[,.]? (?:different|other)|\bdifferent (?:ways?|things|answers?|versions?)\b"
    r"|\b(?:two|three|four|five|six) ways\b"
)
_I_DID: Final = re.compile(
    r"^(?:and |so |then |but |well |also )*(?:i've (?:already |just |also )?(?!been|got|had|never|no\b|only|seen|heard"
    r"|felt|thought|always|done|not\b)[a-z]+(?:ed|en|ut|nt|ld|ught|ade)\b)"
    r"|^(?:and |so |then |but |well |also )*i (?:just |then |also |even |only |actually |quietly |do )?(?!(?:was"
    r"|am|had|have|think"
    r"|thought|felt|feel|know|knew|want|wanted|need|like|guess|suppose|said|say|could|can|would|will|might|may"
    r"|should|did"
    r"|do not|don't|didn't|never|hope|mean|mind|got (?:really|so|very)|get|got told|heard|saw|run|work|cover|lead"
    r"|manage|look|catch|keep|kept|do|guess|live|tell)\b)[a-z]+"
)
_THEY_DID: Final = re.compile(
    r"^(?:and |so |then |but |last \w+ |on \w+ )*(?P<who>he|she|they)(?: had| just| then| also| even"
    r"| never)* (?!(?:is|was|are"
    r"|were|has to|have to|can|could|will|would|might|may|should|don't|doesn't|won't|can't|aren't|isn't|wasn't"
    r"|hasn't|haven't|hadn't|didn't|'s|mean"
    r"|means|need|needs|want|wants|think|thinks|say|says|said)\b)[a-z]+"
)
_RIDES: Final = re.compile(
    r"\bmy name (?:is|was|isn't|wasn't|'s) (?:on|not on|nowhere)\b|\b(?:my|the) (?:one|only) (?:thing|idea|chance"
    r"|shot|project|job|paper)\b|\bwith my name on it\b"
    r"|\bit was my idea\b"
    r"|\bmy (?:job|training|number|registration|reputation|arcp|reference)\b.*\b(?:depends|rides|gone|line|risk"
    r"|stake)\b"
)


_NO_ANSWER: Final = re.compile(
    r"\b(?:one |an )?auto[ -]?repl(?:y|ies)\b|\bno (?:reply|answer|reasons?|response|explanation)\b|\bleft (?:me"
    r"|us) on read\b"
    r"|\b(?:never|hasn't|haven't|didn't|doesn't|don't|won't) (?:\w+ )?(?:repl(?:y|ied)|answer(?:ed)?"
    r"|respond(?:ed)?|got back"
    r"|get back|come back to (?:me|us))\b|\bnothing back\b|\bheard nothing\b"
)
_OWN: Final = re.compile(r"(?:no,? |so |and |but )?(?:i|we)\b")
_IDEA: Final = re.compile(
    r"^(?:so |and |or )?(?:(?:maybe|perhaps|i think|i suppose|i guess|i reckon) (?:\w+ )*?(?:should|could"
    r"|might)\b|(?:i|we) (?:could|might)\b)"
)
_NUMBER: Final = re.compile(
    r"(?<![\w.])\d[\d.,]*(?:%|k)?(?![\w:])|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|a third|a quarter|none|nil|zero)\b"
)
_A_TIME: Final = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)\b|\bat (?:\d|half)|\bhalf (?:past|an hour|a day|the time)\b|\b(?:bay|bed"
    r"|band|day"
    r"|week|st|ct|f|year) ?\d\b|\bin (?:two|three|four|five|\d+) (?:days?|weeks?|months?|minutes?|hours?)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:o'clock|times? of day)\b"
)
_PER_CENT: Final = re.compile(r"\d ?(?:%|per ?cent)")
_TWO_NUMBERS: Final = 2
_USED_TO: Final = re.compile(r"\bused to (?!being\b|the\b|it\b|that\b|this\b)\w+")
_ALONE: Final = re.compile(
    r"\bi(?:'m| am|'ve been| was) (?:still |always )?the (?:first|only|youngest|most junior|lone"
    r"|token) [\w-]+(?! who(?:'s)? read)"
)
_GUESS: Final = re.compile(
    r"\b(?:he|she|they|it|the \w+|my \w+|nobody|everyone)(?:'s"
    r"|'re| is| are"
    r"| was| were|'d| would|'ve| have)? (?:\w+ ){0,2}(?:i think|probably|i reckon|i bet)\b|^maybe (?:he|she|they|it)\b"
)


def _by(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda said: bool(pattern.search(said))


_NOT_YET: Final = re.compile(
    r"\b(?:i|we|you|he|she|they|it|that)(?:'d|'ll)\b|\b(?:would|could|should|will|might|if|target|goal|aim(?:ing)?"
    r"|hint(?:ed|s|ing)?|hop(?:e|ing)|want(?:s|ed)?|suggest\w*|need|off by|down by|supposed to"
    r"|have to (?:give|hit|get|cut))\b"
    r"|\bby (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|the end|friday|christmas|easter)"
)
"""Figures that are hoped for, set or planned: nobody can ask what they say."""


def _figures(said: str) -> bool:
    told = _A_TIME.sub(" ", said)
    if _NOT_YET.search(told):
        return False
    return len(_NUMBER.findall(told)) >= _TWO_NUMBERS or bool(_PER_CENT.search(told))


FORMS: Final = (
    ("alone", _by(_ALONE)),
    ("rides", _by(_RIDES)),
    ("wished", _by(_WISHED)),
    ("idea", _by(_IDEA)),
    ("patient", _by(_PATIENT)),
    ("no_answer", lambda said: bool(_NO_ANSWER.search(said)) and not _OWN.match(said)),
    ("refused", _by(_REFUSED)),
    ("asked", _by(_ASKED)),
    ("figures", _figures),
    ("short", _by(_SHORT)),
    ("apart", _by(_APART)),
    ("thought", _by(_THOUGHT)),
    ("ahead", _by(_AHEAD)),
    ("used_to", _by(_USED_TO)),
    ("guess", _by(_GUESS)),
    ("habit", _by(_HABIT)),
    ("did", _by(_I_DID)),
    ("they_did", _by(_THEY_DID)),
)
"""Each form with its test, the more telling first."""


def who_did(said: str) -> str | None:
    """'he', 'she' or 'they', where a clause begins with what one of these did."""
    found = _THEY_DID.search(said)
    return found["who"] if found else None
