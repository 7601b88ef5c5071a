"""What the doctor wants of the talk: the clause with the wish, whole; none where nothing said is one."""

import re
from typing import Final

from bot.coaching.commitments.sentences import cut, sentences, tidy, without_quotations
from bot.coaching.plain import OnNeed

_MOST: Final = 16
_FEWEST: Final = 2
_WISH: Final = OnNeed(
    r"\b(?:i (?:just |really |only |mainly )*(?:want|need|hope|wish)|i['’]?d (?:just |really )?(?:like|love)"
    r"|i would (?:just |really )?(?:like|love)"
    r"|(?:all|what) i (?:want|need|['’]?d like|would like) is|i['’]?m (?:hoping|looking|trying)|hoping|my aim is"
    r"|the aim is)"
    r"\s+(?P<wish>(?:to|for|a|an|some|the|one|my|them|him|her|us|people|everyone|someone|somebody|not to|that)\b.*)",
    re.I | re.S,
)
_TO_KNOW: Final = OnNeed(
    r"\b(?:to (?:know|understand|work out|find (?:out|a)|figure out|learn|decide|leave with|come away|get (?:better"
    r"|some|a|clear))|how to|how (?:do|can|could|should) i"
    r"|whether (?:to|i)|what to (?:say|do))\b",
    re.I,
)
_HOW: Final = OnNeed(
    r"^\W*(?:(?:so|and|but|well|ok|ha|fair|basically|really|help me with)\W+)*(?P<wish>how (?:do|can|could|should|to"
    r"|would) (?!you|he|she|they|it).*|whether (?:to|i)\b.*"
    r"|what (?:do|can|should|could) i (?:do|say)\b.*)",
    re.I | re.S,
)
_LEAD: Final = OnNeed(
    r"^\W*(?:(?:dunno|idk|i don['’]?t know|don['’]?t know|not sure|no idea|hmm+|um+|er+|ha(?:ha)?|fair(?: enough)?"
    r"|well|ok(?:ay)?|yeah|yes|so|and|or|but|honestly"
    r"|i suppose|i guess|i think|maybe|perhaps|probably|just|basically|really|good question|oh|right|i told you"
    r"|i said so|already said|i said|as i said"
    r"|like i said|lol|tbh|please|thanks|thank you|sorry|ideally)\b\W*)+",
    re.I,
)
_AN_AIM: Final = OnNeed(
    r"^(?:to|not to|not|how|why|whether|what|who|which|where|when|that|for|some|something|somewhere|somebody|someone"
    r"|a|an|the|one|two|three|more|less|fewer"
    r"|better|clearer|just|me|him|her|them|us|people|everyone|everybody|my|our|being|having|getting|feeling"
    r"|knowing|understanding|peace|clarity|ideas?"
    r"|confidence|permission|words|advice|any)\b",
    re.I,
)
_STORY: Final = OnNeed(
    r"^(?:i|he|she|they|we|it|you|there|nobody|no one|it['’]?s|that['’]?s|thats|this|those)\b(?! (?:want|hope|wish"
    r"|need|would like))"
    r"|\b(?:told you|said so|you (?:said|asked|skipped|didn['’]?t)|(?:is|was|are|were) (?:in|at|on|the)\b)|^(?:the|a"
    r"|my|our|his|her) (?:\w+ ){1,4}(?:is|was|are|were|has|had"
    r"|said|told|says|thinks|wants|went|came|keeps?|comes|does|knows?)\b(?! n['’]?t)|^(?:that|what|who) (?:was|were"
    r"|is)\b|^what (?:happened|he|she|they)\b",
    re.I,
)
_ASIDE: Final = OnNeed(
    r"\b(?:by the way|btw|quick one|long story|if i['’]?m honest|to be fair|you (?:skipped|mean|want me|think)"
    r"|my question"
    r"|does that make sense)\b|^\W*(?:no|nope|nothing|nah|none)\b",
    re.I,
)
_DENIES: Final = OnNeed(r"^\W*(?:no|nope|nah)\b(?! (?:idea|clue))|^\W*not (?:me|that|really)\b", re.I)
_TAIL: Final = OnNeed(
    r"(?:,?\s+(?:honestly|i suppose|i guess|really|tbh|please|if i['’]?m honest|or something|maybe|though|mate|lol"
    r"|haha|thanks))+\W*$",
    re.I,
)
_ONLY_POINTS: Final = OnNeed(r"^(?:\W*\w+){0,4}\W+(?:it|that|this|them|one)\W*$", re.I)
_TO_THE_COACH: Final = OnNeed(r"\b(?:you to|to you|your|you)\b", re.I)


def asked(text: str) -> str | None:
    """The aim in an answer to 'what would you like from this', or None."""
    found = wish(text)
    if found is not None or _DENIES.match(text):
        return found
    for sentence in sentences(text):
        bare = _LEAD.sub("", sentence).strip()
        veiled = without_quotations(bare)
        if _ASIDE.search(veiled) or not _AN_AIM.match(veiled) or _STORY.search(veiled):
            continue
        named = _whole(bare)
        if named is not None:
            return named
    return None


def wish(text: str) -> str | None:
    """A wish told without being asked for, from what is wished on; other people's words are not the doctor's wish."""
    for sentence in sentences(text):
        veiled = without_quotations(sentence)
        found = _WISH.search(veiled) or _HOW.match(veiled)
        if found is None or _ASIDE.search(veiled) or _TO_THE_COACH.search(veiled):
            continue
        if re.search(
            r"\b(?:said|says|told|wrote|if|don['’]?t think|not that)\b[^,.]*$", veiled[: found.start("wish")], re.I
        ):
            continue
        named = _whole(sentence[found.start("wish") :])
        if named is not None:
            return named
    return None


def of_the_talk(text: str) -> str | None:
    """A wish to know, decide or learn something: what a talk can give, told at any time."""
    found = wish(text)
    return found if found and _TO_KNOW.search(found) else None


def _whole(words: str) -> str | None:
    named = _TAIL.sub("", cut(_TAIL.sub("", tidy(words)), _MOST))
    too_long = len(named.split()) > _MOST + 2
    return None if too_long or len(named.split()) < _FEWEST or _ONLY_POINTS.match(named) else named
