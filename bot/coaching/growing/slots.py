"""The doctor's words made fit for a question: 'my' turned to 'your', cut where the clause ends, or refused."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.casing import spelt

_MOST: Final = 9
_FEWEST: Final = 1

_MARK: Final = r"[,;:.!?()\[\]\"“”/]|\s[-–—]+\s|\s&\s"
_NEW: Final = (
    r"|\b(?:and|or)\b(?=\s+(?:i|he|she|they|we|it|you|there|nobody|no|everyone|everybody|somebody|someone|the|my|our|a"
    r"|an|that|this|his|her|their|one|two|three|then|now|i'm|i've|i'd|i'll|it's|that's|he's|she's|they're|we're|there's"
    r"|nobody's|maybe|also|not|what|how|why|who|if|when|every|all|some|even|last|yesterday|today)\b)"
)
_BREAKS: Final = (
    r"but|because|cos|coz|bc|so(?! (?:that|much|many|far))|although|though|whereas|which|unless|then|tbh|lol"
    r"|anyway|obviously"
    r"|basically|honestly|except|apparently|unlike|as far as"
)
_END: Final = re.compile(rf"{_MARK}|\b(?:{_BREAKS}|while|until|when|if|since|so)\b{_NEW}", re.I)
_FAR: Final = re.compile(rf"{_MARK}|\b(?:{_BREAKS})\b{_NEW}", re.I)
_CHARS: Final = re.compile(r"[A-Za-z0-9' %£+-]+")
_SECOND: Final = re.compile(r"\b(?:you|your|yours|yourself|u|ur|ya|ye|yous|youse|mate|guys|lads)\b", re.I)
_ROUGH: Final = re.compile(
    r"\b(?:lol|haha\w*|tbh|ngl|imo|idk|wtf|omg|pls|plz|cos|coz|gonna|wanna|dunno|kinda|sorta|innit|nowt|owt"
    r"|summat|aye|wee"
    r"|yeah|yep|nope|fuck\w*|bloody|shit\w*|arse\w*|bastard\w*|bitch\w*|twat\w*|god|jesus|christ|er|um|erm|hmm"
    r"|sorry|thanks"
    r"|please|ok|okay|idiots?|morons?|stupid|useless|crap|rubbish|monster|fool|w|n|thru|tho|abt|bc|pt|pts|ppl"
    r"|msg|hasnt|wont|isnt|its|id|ill|youre|theyre|weve|ive|u)\b",
    re.I,
)
_GRAVE: Final = re.compile(
    r"\b(?:kill\w*|suicid\w*|overdos\w*|die|died|dies|dying|dead|death\w*|harm\w*|rope|end it|ending it|disappear|hit"
    r"|punch\w*|assault\w*|rap(?:e|ed)|grop\w*|touch(?:ed|es)? me|arrest\w*|bleed\w*|racis\w*|sexis\w*|bull(?:y"
    r"|ied|ying))\b",
    re.I,
)
"""Words that no light question is made of: such a sentence is for the routes or for the doctor's own words."""

_DANGLES: Final = re.compile(
    r"\b(?:the|a|an|of|to|and|but|or|with|for|in|on|at|my|his|their|our|is|was|are|were|that|because|so|as|by"
    r"|from|if|when"
    r"|who|which|how|what|than|where|whether|why|i|do|does|did|he|she|they|we|would|should|could|can|will|be"
    r"|been|not|just"
    r"|even|really|very|too|still|also|like|into|about|without|every|some|any|more|its)$",
    re.I,
)
_DANGLES_OPEN: Final = re.compile(
    r"\b(?:the|a|an|and|but|or|my|his|their|our|because|so|as|i|he|she|they|we|just|really|every)$", re.I
)
_PARTICLE: Final = re.compile(r"\b(?:it|them|him|her|me|you|one|us|this|that) (?:on|in|by|over|about)$", re.I)
_SOFT: Final = re.compile(r"\b(?:or|and|without|before|after|when|if|while|as|until|in case|so that|for)\b", re.I)
"""Before these a clause can end and still be whole."""

_ENDS_WITH: Final = re.compile(
    r"\s+(?:though|actually|honestly|too|either|yet|anyway|at all|any ?more|since|now|again|please|really|tbh)$", re.I
)
_TURNS: Final = tuple(
    (re.compile(rf"\b{one}\b", re.I), to)
    for one, to in (
        ("i was", "you were"),
        ("i wasn't", "you weren't"),
        ("i am", "you are"),
        ("am i", "are you"),
        ("was i", "were you"),
        ("i'm", "you are"),
        ("i've", "you have"),
        ("i'd", "you'd"),
        ("i'll", "you'll"),
        ("we're", "you are"),
        ("we've", "you have"),
        ("we'll", "you'll"),
        ("we'd", "you'd"),
        ("(?:i|me|we|us)", "you"),
        ("(?:my|our)", "your"),
        ("(?:mine|ours)", "yours"),
        ("(?:myself)", "yourself"),
        ("(?:ourselves)", "yourselves"),
    )
)
_CLASH: Final = re.compile(
    r"\byou you\b|\byou your\b|\byou (?:and|was|am|is|has|does)\b|\band (?:was|am|is) |\bam\b|\band you\b|\byou who\b",
    re.I,
)


def reach(rest: str, *, far: bool = False) -> str:
    """What stands up to the end of the clause, at a mark or before a word that begins another; `far`: over 'when'."""
    found = (_FAR if far else _END).search(rest)
    if found and found[0] in {'"', "("}:
        return ""  # what follows is part of it, and cannot be said
    return rest[: found.start()].strip() if found else rest.strip()


def yours(words: str, most: int = _MOST, *, open_end: bool = False) -> str | None:
    """The words as the coach may say them, 'you' for 'I'; None where they would not read as whole, safe English.

    `open_end`: they may end in a preposition, as 'who to talk to' does.
    """
    bare = " ".join(words.split()).strip(" -'")
    for _ in range(2):
        bare = _ENDS_WITH.sub("", bare)
    count = len(bare.split())
    if not _FEWEST <= count <= most or not _CHARS.fullmatch(bare) or re.search(r"\d{4,}|(?<!\w)'|'(?!\w)", bare):
        return None
    if any(one.search(bare) for one in (_SECOND, _ROUGH, _GRAVE)) or _dangles(bare, open_end=open_end):
        return None
    for pattern, to in _TURNS:
        bare = pattern.sub(to, bare)
    return None if _CLASH.search(bare) else spelt(bare)


def shorter(words: str) -> Iterator[str]:
    """The words of a clause, then what is left of them where a part that could be missed is cut from the end."""
    yield words
    for place in reversed([one.start() for one in _SOFT.finditer(words)]):
        yield words[:place].strip()


def _dangles(words: str, *, open_end: bool) -> bool:
    """Whether the end of something was lost; 'pass it on' and 'who to talk to' have theirs."""
    if open_end:
        return bool(_DANGLES_OPEN.search(words))
    return bool(_DANGLES.search(words)) and not _PARTICLE.search(words)


def grave(text: str) -> bool:
    """Whether a text speaks of death, harm or assault."""
    return bool(_GRAVE.search(text))


def hopeful(words: str) -> str:
    """What was denied, as it would be if it were so: 'say anything' -> 'say something'."""
    for one, to in (
        ("anything", "something"),
        ("anyone", "someone"),
        ("anybody", "somebody"),
        ("anywhere", "somewhere"),
    ):
        words = re.sub(rf"\b{one}\b", to, words, flags=re.I)
    return words
