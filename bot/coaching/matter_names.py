"""What a doctor's message is about, as a short run of their own words: 'your exam leave', 'the 8 percent'."""

import re
from typing import Final

from bot.coaching import named
from bot.coaching.commitments.sentences import sentences, without_quotations
from bot.coaching.plain import OnNeed

_ENDS: Final = (
    r"(?=\s*(?:[,.;:!?)–—]|-\s|['’]s\b|$)|\s+(?:is|are|was|were|has|have|had|keeps?|kept|wants?|needs?|will|would|can"
    r"|could|won['’]?t|isn['’]?t|hasn['’]?t|doesn['’]?t|does|did|says?|said|asked|asks|told|came|comes|went"
    r"|goes|got|gets"
    r"|and|or|but|because|cos|so|if|when|while|that|which|who|whom|where|about|for|of|on|off|in|at|to|by|with"
    r"|from|over"
    r"|under|after|before|until|since|as|than|though|not|just|again|today|tomorrow|yesterday|this|next|last|now|also"
    r"|i|i['’]\w+|he|she|they|we|it|you|whether|without|into|out|up|down|back|all|still|never|always|both|too)\b)"
)
_WORD: Final = (
    r"(?!(?:and|or|of|to|in|on|at|for|is|was|are|were|has|have|had|that|who|which|i|we|he|she|they|it|with|by|from|as"
    r"|not|just|so|but|if|when|own|same|other|only|whole|way|first|last|next|most|very)\b)[a-z0-9][a-z0-9&-]*"
)
_OWN: Final = OnNeed(rf"\b(?P<own>my|our|the) (?P<name>{_WORD}(?: {_WORD}){{0,2}}?){_ENDS}", re.I)
_WHOSE_THING: Final = OnNeed(
    rf"\b(?P<own>my|our|the) (?P<name>{_WORD}(?: {_WORD})?['’]s (?:report|reference|job|audit|feedback|form"
    rf"|leaving do|list"
    rf"|clinic|email|e-mail|complaint|appraisal|assessment|portfolio|teaching|rota|shift|case|apology|mistake"
    rf"|letter|exam"
    rf"|debrief|behaviour|work|plan|idea)){_ENDS}",
    re.I,
)
"""'My trainee's reference': whose it is says most of what it is about."""

_COUNT: Final = OnNeed(
    rf"\b(?P<name>(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|twelve) ?"
    rf"(?:%|per ?cent\b|(?!past|of|out|to|am|pm|or)[a-z]{{4,}}(?<!ing)\b)){_ENDS}",
    re.I,
)
_NO_MATTER: Final = OnNeed(
    r"^(?:thing|things|stuff|one|ones|head|mind|life|way|end|moment|minute|day|days|week|weeks|month|year|time"
    r"|times|case"
    r"|part|bit|lot|rest|point|fact|truth|problem|issue|question|answer|idea|reason|job|work|colleagues?"
    r"|friends?|dad|mum"
    r"|wife|husband|partner|kids?|children|family|own|self|god|weekend|evening|morning|night|others?|doctor"
    r"|place|end of"
    r"|phone|car|house|home|stomach|heart|hands?|face|eyes|bus|train|talk|feeling|whole|hell|past|future|unit|trust"
    r"|hospital|ward|department|people|patients?|middle|back|top|front|start|beginning)$",
    re.I,
)
"""What names no matter by itself: where and when it is, or who the doctor is."""

_MOST: Final = 5


def matter_name(text: str, *, of_work: bool = False) -> str:
    """The first run of words that names a matter, turned to 'your'; "" where no clean one is there.

    `of_work` asks for a thing of the working day, where a person or a number would not say what it is about.
    """
    for sentence in sentences(text):
        line = " ".join(without_quotations(sentence).split())
        found = sorted((*_WHOSE_THING.finditer(line), *_OWN.finditer(line), *_COUNT.finditer(line)), key=_place)
        for one in found:
            name = one["name"]
            if of_work and named.thing_of(f"the {name.split()[-1]}") is None:
                continue
            if not _NO_MATTER.match(name) and not _NO_MATTER.match(name.split()[-1]) and len(name.split()) < _MOST:
                return f"{_whose(one)} {_cased(name)}"
    return ""


def _place(found: re.Match[str]) -> tuple[int, int]:
    """In the order of the words, the longer of two that begin together first."""
    return found.start(), -found.end()


def _whose(found: re.Match[str]) -> str:
    own = found.groupdict().get("own") or "the"
    return {"my": "your", "our": "your"}.get(own.casefold(), "the")


def _cased(name: str) -> str:
    """Grades and the short names of working life as they are written: F1, ARCP, M&M."""
    return _SHORT_NAME.sub(lambda found: found[0].upper(), name)


_SHORT_NAME: Final = OnNeed(r"\b(?:f[12]|fy[12]|st[1-8]|ct[1-3]|imt[1-3]?|sho|gp|tpd|arcp|mdt|m&m|cqc|icb|epr|msf)\b")
