"""How somebody begins who does not know why they write: a hello, 'was told to try this', 'where do I start'."""

import re
from functools import lru_cache
from typing import Final

from bot.coaching.model import State
from bot.coaching.nothing_told import tells_nothing

COLD: Final = "cold:"
"""How the lines of such moves begin."""

_MOST_WORDS: Final = 40
_PART: Final = re.compile(r"[.,;!?…\n]+\s*|\s+[-–—]+\s+|\s+(?:but|and|so|because|cos|bc)\s+(?=\w)", re.I)
_HELLO: Final = (
    r"(?:hi+|hello|hey+|hiya|heya|yo|evening|morning|afternoon|good (?:morning|evening|afternoon|day)"
    r"|alright|greetings)"
    r"(?: (?:there|coach|all|again|mate|you))?"
)
_FILLER: Final = (
    r"(?:er+m*|um+|hm+|well|so|ok(?:ay)?|right|anyway|honestly|tbh|to be honest|sorry|really|just|and|but|yeah|yes"
    r"|i guess|i suppose|i think|lol|ha(?:ha)?|here i am|here we are|here goes|thanks|cheers|please|then"
    r"|though|sort of"
    r"|kind of|actually|yet|now|today|first time(?: here| using (?:this|one)| doing (?:this|one))?|weird(?:ly)?)"
)
_LED: Final = rf"(?:(?:{_HELLO}|{_FILLER}|i'?m|i am|im|i've|ive|a bit|bit|i|it's|its|my)\s+)*"
_UNSURE: Final = (
    r"(?:not (?:really |entirely |quite |even |too |so |very |100% |totally |exactly |at all )?(?:sure|certain)"
    r"|(?:do not|don'?t|dunno|didn'?t) (?:really |even |quite )?(?:know)?|dunno|idk|no (?:idea|clue)|unsure"
    r"|have(?:n'?t| not) (?:a|any) (?:clue|idea)|wondering|can'?t (?:say|tell))"
)
_HERE: Final = (
    r"(?:(?:really |even |actually |exactly )*(?:messag\w+|writ(?:e|ing)|typ(?:e|ing)|text(?:ing)?"
    r"|contact(?:ing)?|here"
    r"|doing (?:this|here)|using (?:this|it|you)|talking to (?:you|a \w+|this)|on (?:this|here)|opened this"
    r"|signed up|come|came|logg\w+ (?:in|on))(?: (?:to )?(?:you|this|it|here|in|at all|really|tbh|today))*)"
)
_WHAT_TO_WRITE: Final = (
    r"(?:(?:what|how|where|which|who) (?:(?:i'?m|i am|im) (?:meant|supposed) to |i (?:should|can|could|do"
    r"|want to) |to |do i "
    r"|should i |am i (?:meant|supposed) to )(?:even |really )?(?:start|begin|say|write|type|put|ask|bring|talk about"
    r"|expect|use (?:this|it)|do here|do with this)(?: (?:with|here|from|it|this|really|to (?:you|a \w+|this)))*"
    r"|(?:what|how) (?:this|it|you|to expect)(?: (?:is|does|do|works?|can do|are|are for|is for|goes"
    r"|from (?:this|it)))*"
    r"|if (?:this (?:is|will|works?|helps?)\b.*|it works?)|the (?:right|best) (?:place|thing)"
    r"|what for|why|what (?:it|this)(?:'?s| is) for"
    r"|where i'?m going with this)"
)
_SENT: Final = (
    r"(?:(?:(?:my|the|a|an|our|one of my|one of the)? ?(?:\w+ ){0,3}?\w+|they) (?:just )?(?:told|said"
    r"|suggested|recommended"
    r"|asked|made|got|sent|nudged|advised|mentioned|signed|thought|reckoned|wants?|wanted|insisted|pointed)"
    r"|(?:been|was|got|were|we were|we'?ve been) (?:told|asked|sent|made|advised|encouraged|recommended|signed up)"
    r"|(?:meant|supposed|have|had|got|need) to(?= (?:do|try|use|write|message|come|have|give))|told|sent|asked)"
)
_TO_HERE: Final = (
    r"(?=.*\b(?:this|you|here|a (?:go|try|look|chat)|coach\w*|bot|app|one of these|try it)\b)(?:(?: me| us"
    r"| i| we| that| it)*(?: to| should| could| might| ought to| had to| have to| in| up)*"
    r"(?: (?:do|try|use|write|message|come|have a (?:go|chat|look|try)|give|talk|speak|chat|contact|come along"
    r"|look|want|like|find|sign up|for|me|i)\b)*"
    r"(?: (?:this|it|you|here|in|on|to|with|at|a (?:go|try|bot|coach)|the (?:coach|bot|app|thing)|one of these|from"
    r"|towards|out|of|useful|helpful|for (?:my|the) (?:\w+ ?){1,3}|by (?:my|the|a) (?:\w+ ?){1,3}"
    r"|for (?:my |the )?(?:arcp|portfolio|training|coaching)|coaching))+)"
)
_TRYING: Final = (
    r"(?:(?:thought |figured |going to |gonna |wanted to |want to |decided to )?(?:i'?d |i would |i'?ll |to |just )*"
    r"(?:try(?:ing)?|test(?:ing)?|have|having|see(?:ing)?|look(?:ing)?|giv(?:e|ing)|check(?:ing)?"
    r"|play(?:ing)?|explor\w+)"
    r"(?: (?:a|an|go|look|try|what|how|this|it|you|out|if|at|around|about|works?|does|is|goes|with|the|app|thing|bot"
    r"|coach|one|of|these|can|do|whirl|play|stuff|like|all|test|testing))*|(?:just )?curious"
    r"(?: (?:about |to see )?(?:this|(?:what|how) (?:this|it) (?:is|does|works?|goes)))?|being nosy"
    r"|nosy|no reason)"
)
_STRANGE: Final = (
    r"(?:(?:feels?|feeling|this (?:is|feels)|it'?s|seems?) (?:a bit |really |quite |very |so )?"
    r"(?:odd|weird|strange|silly|awkward|daft)(?: (?:talking|writing|typing|messaging) to .{1,20}| doing this)?"
    r"|(?:never|not) (?:done|used|tried|had) (?:this|one(?: of these)?|anything like this|coaching|a coach)"
    r"(?: (?:before|ever))?|new to (?:this|all this|here)"
    r"|(?:\w+ ){1,4}(?:said|says|thought|reckons?) (?:this|you) (?:was|were|is|are|might be|could be"
    r"|can be) (?:good|ok"
    r"|great|useful|helpful|worth it|worth a (?:go|try))|anyone there|nothing (?:in particular|specific"
    r"|much)|no reason"
    r"|where (?:do|should) (?:i|we) (?:start|begin))"
)
_COLD: Final = re.compile(
    rf"{_LED}(?:{_UNSURE} (?:why )?(?:i(?:'?m| am|m)?|im|we'?re)? ?{_HERE}|{_UNSURE} {_WHAT_TO_WRITE}"
    rf"|{_WHAT_TO_WRITE}"
    rf"|{_SENT}{_TO_HERE}|{_TRYING}|{_STRANGE})(?: {_FILLER})*",
    re.I,
)
_SENT_HERE: Final = re.compile(rf"{_LED}{_SENT}{_TO_HERE}(?: {_FILLER})*", re.I)
_ONLY_LED: Final = re.compile(rf"(?:{_HELLO}|{_FILLER})(?: (?:{_HELLO}|{_FILLER}))*", re.I)
_MORE_TO_IT: Final = re.compile(
    r"\b(?:any ?more|any longer|bother(?:ing)?|point|alive|living|doctor|medicine|job|career|nobody|leav\w+|quit\w*"
    r"|wards?|lists?|clinic|theatre|lead(?:ing)?|team|audit|project|rota|patients?|drugs?|teaching|arrest)\b",
    re.I,
)
"""What may weigh, or is work after all: 'not sure why I am here any more', 'was told to do the audit'."""


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()


@lru_cache(maxsize=64)
def is_cold(text: str) -> bool:
    """Whether a message says no more than that somebody is here, and perhaps that they do not know why."""
    told = _plain(text)
    if not told or len(told.split()) > _MOST_WORDS or _MORE_TO_IT.search(told):
        return False
    cold = False
    for each in _PART.split(told):
        part = each.strip(" '\"()*:-")
        if part and _COLD.fullmatch(part):
            cold = True
        elif part and not _ONLY_LED.fullmatch(part):
            return False  # something is told, as in most messages
    return cold


def is_sent(text: str) -> bool:
    """Whether a cold beginning says that somebody else wanted it: 'my supervisor told me to do this'."""
    parts = (each.strip(" '\"()*:-") for each in _PART.split(_plain(text)))
    return is_cold(text) and any(_SENT_HERE.fullmatch(one) for one in parts)


def nothing_yet(text: str, state: State) -> bool:
    """Whether nothing has been told yet, by this message either: a cold beginning, or a shrug after one."""
    if state.situation is not None:
        return False
    return is_cold(text) or (0 == turns_told(state) < state.turn and tells_nothing(text) is not None)


def turns_told(state: State) -> int:
    """How many messages have told something: who began by saying that they do not know why has still to begin."""
    return max(0, state.turn - sum(line.startswith(COLD) for line in state.asked))
