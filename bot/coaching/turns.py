"""What the doctor does with a message (tells, plans, corrects, gives up ...), read from its form and what was asked."""

import re
from typing import Final

from bot.coaching.kinds import TurnKind
from bot.coaching.nothing_told import tells_nothing

_SHORT: Final = 9
_AN_ANSWER: Final = 3

_DONT_KNOW: Final = re.compile(
    (
        r"^\W*(?:(?:i|honestly|tbh|um+|er+|hmm+|well|just|really)\W+)*(?:dunno|idk|don'?t (?:really )?know"
        r"|no (?:idea|clue)|not (?:really )?sure|can'?t think|nothing comes|pass|haven'?t a clue|who knows"
        r"|no thoughts?)\b"
    ),
    re.I,
)
_MINIMAL: Final = re.compile(
    (
        r"^\W*(?:ok(?:ay)?|k|kk|fine|sure|hm+|mm+|right|yeah+|yep|yup|maybe|i (?:guess|suppose)|i see"
        r"|fair(?: enough)?|true|cool|alright|got it|makes sense|whatever|and\??|so\??|\.+)(?:\W+(?:ok(?:ay)?|yeah"
        r"|sure|then|i guess|i suppose|fair enough))?\W*$"
    ),
    re.I,
)
_CONFUSED: Final = re.compile(
    (
        r"^\W*(?:(?:sorry|um+|er+)\W+)*(?:what\W*$|what\?|huh|eh\b|pardon|come again|what do you mean"
        r"|(?:i )?(?:don'?t|didn'?t) (?:get|understand|follow)\b|lost me|not sure what you(?:'re| are) asking)"
    ),
    re.I,
)
_UNCLEAR: Final = re.compile(
    r"^\W*(?:(?:sorry|um+|er+m*|honestly|well|i am|i'm|im|i)\W+)*(?:not (?:quite |really )?sure|dunno|(?:do not|don'?t"
    r"|did not|didn'?t)(?: (?:quite|really))?(?: know| get| follow| understand| see)?) (?:(?:i )?(?:get|follow"
    r"|understand|see) )?(?:what you(?:'re| are)?(?: \w+)? (?:mean|asking|getting at|after)|(?:the|your|that) question"
    r"|who you mean|how (?:this|that|it) (?:relates|fits|is relevant)|what'?s? (?:do you )?mean by)"
    r"|^\W*(?:(?:ok|er+|um+|eh|so|hang on|well)\W+)*you(?:'?ve| have)? (?:just |only )?(?:repeated|parroted|quoted)\b",
    re.I,
)
"""The coach's question was not clear, and the doctor goes on all the same."""

_YES: Final = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|aye|correct|exactly|that'?s (?:it|right)|spot on|sure|please|go on|definitely)\b", re.I
)
_NO: Final = re.compile(r"^\W*(?:no|nope|nah|not really|never)\b", re.I)
_JUST_TELL: Final = re.compile(
    r"\b(?:what (?:do|would|can) you (?:suggest|recommend|advise)|any ideas|just (?:tell|give) me"
    r"|tell me what to (?:do|say)|what (?:should|do|would|shall) i (?:actually "
    r"|even )?(?:do|say|write|tell)|what would you (?:do|say|put|write)"
    r"|give me (?:an answer|a line|something|the words|advice)|any (?:advice|tips|suggestions)"
    r"|need (?:an answer|a script|words|(?:one|a|1) (?:sentence|line|phrase))|what'?s the answer|give me one thing"
    r"|stop asking(?: me)? (?:questions|stuff)|^\W*(?:no,? )?you tell me"
    r"|you(?:'?re| are) (?:supposed to be )?the expert)\b",
    re.I,
)
_CORRECTION: Final = re.compile(
    r"\b(?:what'?s the point (?:of|in) (?:asking|that|this question)|why are you asking"
    r"|what(?:'?s| has| does)? that (?:got|have) to do with"
    r"|(?:that'?s|that has|its|it'?s) (?:got )?nothing to do with"
    r"|you (?:did not|didn'?t|haven'?t|have not) answer(?:ed)?|i asked you|none of that'?s (?:right|it)"
    r"|(?:he|she|they) (?:said|wrote) that,? not me|(?:that is not|that isn'?t|that'?s not|thats not) (?:right"
    r"|true|the plan)\b"
    r"|(?:that|your|the) question makes no sense|(?:that|it) makes no sense to me|is immaterial"
    r"|(?<!as )i said: |(?:that'?s|thats|it'?s|its) not (?:what i (?:meant|said|mean|asked)|it"
    r"|the (?:point|issue|problem"
    r"|question)|really it|quite it)|not what i (?:meant|said|asked)"
    r"|you'?(?:ve| have)? (?:mis(?:understood|read|sed)|got (?:that|it|me) wrong|missed the point)"
    r"|^\W*(?:no|nah|nope)\b\W*(?:it|this|that)(?:'?s| is) not (?:about|just|so much|only)\b"
    r"|(?:that is|that'?s|thats) not what i want|you (?:just )?(?:cut me (?:off|short)|skipped|missed) (?!the )"
    r"|you(?:'?re| are) (?:just )?(?:dodging|avoiding|twisting|skipping)"
    r"|there (?:are(?:n'?t| not| no)|is(?:n'?t| not| no)|'?s no) [^.!?]{3,40}\b(?:that'?s|thats) the (?:whole )?point"
    r"|wrong end of the stick|got the wrong end|i didn'?t (?:say|mean) that|no,? i mean(?:t)?"
    r"|you'?re not (?:listening|getting it|hearing)|that isn'?t (?:it|what i))\b",
    re.I,
)
_TOLD_ALREADY: Final = re.compile(
    r"^\W*(?:(?:as|like) i (?:just |already )?(?:said|told you|wrote|mentioned)\b"
    r"|(?:(?:again|sorry|literally|but|er+m*|look)\W+)*(?:i(?:'?ve| have)? )?(?:just|already|literally)"
    r" (?:just |already )?(?:said|told|answered|given|gave|explained|mentioned)\b(?! (?:him|her|them|the (?!day\b)))"
    r"|i (?:said (?:that|this|so)|(?:told you|gave you|answered) (?:that|this|it|so))\b"
    r"|i(?:'?ve| have) (?:told|given) you\b|i told you\b)"
    r"|^\W*(?:(?:sorry|um+|er+m*)\W+)*what do you mean\b[^?]{0,40}"
    r"\bi(?:'?ve| have)? (?:just |already |literally )*(?:told|said)\b"
    r"|\bi(?:'?ve| have)? (?:just|already|literally) told you\b"
    r"|^\W*(?:no\W+)?(?:no[- ]?one|nobody|nothing|not|it'?s|there(?:'?s| is| are|'?re))\b"
    r"[^.!?\"]{0,60}?\bi said(?:\W*$|[.!?])"
    r"|^\W*(?:what|which|whose) (?!happened|if\b)[a-z]+\W*[,?]\W*i (?:just |already )?said i"
    r" (?:never|have|had|did|do|was|can)(?:n'?t)?\b"
    r"|\b(?:did you (?:even |actually )?(?:read|hear|see) (?:what i|that|any of)|(?:you(?:'?ve| have)? not"
    r"|you didn'?t) listen"
    r"|you(?:'?ve| have)? (?:just |already )?asked (?:me )?(?:that|this)(?: already| before| twice)?"
    r"|same question (?:again|twice)|asked (?:and|&) answered|already (?:said|told you|answered) (?:that|this|it"
    r"|so)?)\b",
    re.I,
)
"""The coach asked for what it had been told."""

_ASKS_VERDICT: Final = re.compile(
    r"\b(?:am i (?:(?:just|being|a|an|the|so|too|wrong|right|mad|crazy|bad)\b)"
    r"|is (?:it|that|this) (?:just me|normal|bad|ok(?:ay)?|mad|wrong|my fault|unreasonable|fair)|(?:was|were"
    r"|is) (?:i|he|she|they) (?:wrong|right|out of order|being)"
    r"|should (?:i|he|she|they|we) (?!be\b)\w+|do you (?:think|reckon|agree)|would you say|what do you (?:think|reckon)"
    r"|who(?:'?s| is) right)\b[^?]*\?\W*$",
    re.I,
)
"""Wants the coach's verdict, as the last thing said."""

_QUOTED: Final = re.compile(r"[\"“][^\"”]*[\"”]|(?<!\w)['‘][^'’]{3,60}['’](?!\w)")
_HOSTILE: Final = re.compile(
    r"\b(?:you'?re (?:just )?a (?:bot|machine|robot|computer)|stupid (?:bot|question|thing)|(?:this|you) (?:is"
    r"|are|re|'re) (?:useless|pointless|rubbish|shit|crap|bollocks|a waste)"
    r"|waste of (?:my )?time|piss off|fuck (?:off|you|this)|sod off|bugger off|patroni[sz]ing"
    r"|load of (?:rubbish|bollocks|crap)|therapy speak|stop (?:parroting|repeating))\b",
    re.I,
)
_THANKS: Final = re.compile(r"\b(?:thanks|thank you|thankyou|cheers|ta|much appreciated|helpful|diolch)\b", re.I)
_PLAN: Final = re.compile(
    r"\b(?:i'?ll\b(?! (?:never|be honest))|i will\b|i'?m (?:going to|gonna)\b|im (?:going to|gonna)\b|i (?:plan"
    r"|intend|have decided|'ve decided) to|my plan is|going to (?:ask|tell|say|speak|email|try|start|stop|sit"
    r"|go|book|write|ring)"
    r"|(?:i )?could (?:just )?(?:ask|try|start|go|say|speak|ring|email|sit|invite)|let'?s (?:say|do)"
    r"|next (?:step|time) (?:is|i))",
    re.I,
)
_WISH: Final = re.compile(
    (
        r"\b(?:i (?:want|wish|hope|would like|need|just want|'d (?:like|love))|i'?d (?:like|love)|what i (?:want"
        r"|need)|how (?:do|can|could|would) i|trying to)\b"
    ),
    re.I,
)
_CONFESSION: Final = re.compile(
    (
        r"\b(?:i (?:snapped|shouted|lied|missed|forgot|froze|messed up|cocked up|screwed up|fucked up|was wrong"
        r"|got it wrong|should have|shouldn'?t have|didn'?t (?:say|speak|check|tell)|never (?:said|told|checked)"
        r"|bottled it|kept quiet|said nothing|let (?:them|him|her) down|made (?:a|the) (?:mistake|error))|my fault"
        r"|my mistake|i'?m (?:ashamed|the problem))\b"
    ),
    re.I,
)
_FEELING: Final = re.compile(
    (
        r"\b(?:i (?:feel|felt)|i'?m (?:so |really |just |a bit |quite )?(?:scared|afraid|terrified|ashamed"
        r"|embarrassed|angry|furious|upset|gutted|sad|anxious|worried|nervous|exhausted|knackered|shattered|fed up"
        r"|lonely|lost|stuck|frustrated|tired)|made me (?:feel|cry)|in tears)\b"
    ),
    re.I,
)
_NUMBER: Final = re.compile(
    r"^\D{0,24}(10|[0-9])(?:\s*(?:/|out of)\s*10)?\b(?!\s*(?:%|am|pm|:|years|weeks|days|months|hours|mins))", re.I
)


def kind_of(text: str, expecting: str) -> TurnKind:
    """Say what the doctor is doing in `text`; `expecting` is what the coach's last question asked for."""
    if expecting == "confidence" and scale(text) is not None:
        return TurnKind.NUMBER
    if tells_nothing(text) == "unsure":
        return TurnKind.DONT_KNOW
    short = len(text.split()) <= _SHORT
    for kind, pattern, only_short in _ORDER:
        own = _QUOTED.sub(" ", text) if kind is TurnKind.HOSTILE else text
        found = pattern.search(own) if short or not only_short else None
        if found and not (kind is TurnKind.DONT_KNOW and _says_more(own[found.end() :])):
            return kind
    return TurnKind.QUESTION if text.rstrip().endswith("?") else TurnKind.TELLING


def _says_more(rest: str) -> bool:
    """Whether an answer comes after the 'dunno': 'dunno. a target people would want?'."""
    return bool(re.match(r"\s*[.,;:!-]", rest)) and len(rest.split()) >= _AN_ANSWER


def scale(text: str) -> int | None:
    """The answer to 'how confident, 0 to 10', or None where there is none."""
    match = _NUMBER.match(text.strip())
    if match:
        return int(match.group(1))
    words = [word for word in re.findall(r"[a-z]+", text.casefold()) if word in _NUMBER_WORDS]
    return _NUMBER_WORDS.index(words[-1]) if words else None


_NUMBER_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDER: Final = (
    (TurnKind.TOLD_ALREADY, _TOLD_ALREADY, False),
    (TurnKind.CORRECTION, _CORRECTION, False),
    (TurnKind.UNCLEAR, _UNCLEAR, False),
    (TurnKind.HOSTILE, _HOSTILE, False),
    (TurnKind.JUST_TELL, _JUST_TELL, False),
    (TurnKind.ASKS_VERDICT, _ASKS_VERDICT, False),
    (TurnKind.CONFUSED, _CONFUSED, True),
    (TurnKind.DONT_KNOW, _DONT_KNOW, True),
    (TurnKind.MINIMAL, _MINIMAL, True),
    (TurnKind.THANKS, _THANKS, True),
    (TurnKind.YES, re.compile(_YES.pattern + r".{0,20}$", re.I), True),
    (TurnKind.NO, re.compile(_NO.pattern + r".{0,12}$", re.I), True),
    (TurnKind.PLAN, _PLAN, False),
    (TurnKind.CONFESSION, _CONFESSION, False),
    (TurnKind.FEELING, _FEELING, False),
    (TurnKind.WISH, _WISH, False),
)
