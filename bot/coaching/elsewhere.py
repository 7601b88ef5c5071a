"""What is asked for that the coach is not made for: told by its words, and named in the doctor's own."""

import re
from typing import Final

from bot.coaching.plain import plain

_LONGEST: Final = 60
"""Words up to which a request for something foreign is no more than that; a longer message tells of something."""

_MOST_NAMED: Final = 9
_LEAST_NAMED: Final = 2

_ASKS: Final = re.compile(
    r"\?|\b(?:can|could|will|would) you\b|\bdo you (?:know|fancy|do)\b|\b(?:help|tell|write|give|get|find|knock|draft"
    r"|make|do) me\b|\b(?:explain|translate|recommend|settle|suggest)\b|^\W*(?:what|which|who|how|is|are|should|any"
    r"|best)\b|\bknock (?:me )?up\b|\bwhat do i do\b"
)
_FOREIGN: Final = re.compile(
    r"\b(?:python|javascript|vba|excel (?:formula|macro|function)|(?:bit|piece|some|lines?) of (?:code|python|sql)"
    r"|write (?:me )?(?:some |the )?code|spreadsheet (?:formula|that)"
    r"|tax (?:deductible|code|return|relief|rebate|back)|hmrc|self[- ]assessment|bitcoin|crypto\w*|mortgages?"
    r"|landlords?|letting agents?|tenanc(?:y|ies)|council tax|leave to remain|home office"
    r"|six nations|rugby|cricket|premier league|world cup|the football|grand prix|wimbledon|horoscope"
    r"|recipes?|overnight oats|air fryer|meal prep|pram|netflix|wi-?fi|router"
    r"|wedding speech|best man'?s? speech|(?:birthday|leaving) card|write (?:me )?a (?:poem|song|limerick)"
    r"|p[- ]?values?|chi[- ]squared?|t[- ]test|sample size calculation"
    r"|translate .{3,60} (?:in)?to (?:polish|urdu|hindi|arabic|spanish|french|german|welsh|punjabi|bengali|\w+ish)"
    r"|(?:pastest|passmed\w*|onexam\w*|bmj on ?exam\w*)|my personal statement|reset my (?:nhs ?mail|password)"
    r"|(?:mrcp|mrcs|mrcgp|mrcpch|mrcog|frca|frcr|plab|msra) (?:part \w+|question\w*|revision|course|book)"
    r"|tell me a joke|energy (?:company|bill)|parking (?:fine|ticket)|my mot|failed its mot"
    r"|(?:flu|covid) (?:jab|vaccine)"
    r"|smear (?:test|appointment)|build (?:\w+ ){1,3}(?:app|website)|what'?s the weather|capital of)\b"
)
_REQUEST_OVER: Final = re.compile(r"[,;:(\n]|\.(?:\s|$)|[?!]| (?:but|because|cos|cuz|so) | and (?=i\b|my\b|we\b)")
_COURTESY: Final = re.compile(
    r"^(?:(?:hi|hiya|hello|hey|ok(?:ay)?|so|and|also|right|sorry|please|just|um+|er+|btw|by the way|random (?:q"
    r"|question)|quick (?:q|question|one)|off topic|morning|evening|coach)\b[\s,.:;!?-]*)+",
    re.I,
)
_POLITE: Final = re.compile(
    r"^(?:(?:can|could|would|will) you(?: please| just| quickly| possibly)*(?: (?:tell|help) me(?: with| to)?)?"
    r"|do you (?:know|happen to know)"
    r"|(?:please )?(?:tell|help) me(?: with| to)?|i(?:'d| would) like to know|any idea|i need (?:to know|you to))\s+",
    re.I,
)
_LOOSE_END: Final = re.compile(
    r"(?:\s+(?:the|a|an|my|your|our|of|to|for|in|on|at|with|by|that|which|who|is|are|and|or|if|it|i|me|do|does|please"
    r"|from|about|this|be|am|was|into|as|than))+$",
    re.I,
)


def is_elsewhere(text: str) -> bool:
    """Whether the words ask outright for something that no coach on leading at work can give: code, tax, a recipe."""
    bare = plain(text)
    return len(bare.split()) <= _LONGEST and bool(_ASKS.search(bare)) and bool(_FOREIGN.search(bare))


def matter_of(text: str) -> str | None:
    """What is asked for, as a short run of the doctor's own words; None where no run is short enough to be said."""
    for part in _asking_first(text):
        bare = _POLITE.sub("", _COURTESY.sub("", part.strip())).strip(" \"'")
        words = bare.split()
        run = _LOOSE_END.sub("", " ".join(words[:_MOST_NAMED])).rstrip(" .,;:!?-")
        if len(run.split()) >= _LEAST_NAMED:
            return run
    return None


def _asking_first(text: str) -> list[str]:
    """The runs of a message between its stops, those of its first question before the others."""
    parts = [one for one in _REQUEST_OVER.split(text) if one and one.strip()]
    asking = [one for one in parts if _ASKS.search(plain(one))]
    return [*asking, *(one for one in parts if one not in asking)]
