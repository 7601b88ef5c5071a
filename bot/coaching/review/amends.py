"""The request that stands under a threat or a door shut: the only line that is put in place of one that stings."""

import re
from collections.abc import Mapping
from typing import Final

from bot.coaching.review.parts import small

Said = tuple[str, Mapping[str, str]]
"""A form of the remarks, and the words that go into it."""

_WHOEVER: Final = re.compile(
    r"^(?:to )?whoever (?P<act>[^,!?.]+(?:, [^,!?.]+)*?)(?:[,.] ?| - ?| )(?:i see|i know|i"
    r" hope|you|thanks|cheers|we|please|shame|nice|well)\b",
    re.I,
)
_IF_UNDONE: Final = re.compile(
    r"^\W*(?:and |but |so )?if (?P<it>this|it|that|they|these|the [\w ]{2,25}?|my [\w ]{2,25}?)(?:['’]?s| is| are|"
    r" has| have)(?:n['’]?t| not)(?: been)? (?P<done>\w+(?:ed|en|ne|id|wn|lt|nt|ught|ade))(?: \w+)?(?P<when> by"
    r" [^,.!?]{1,18}?)?,? (?:then )?(?:i\b|i['’]|im\b|ill\b|we\b)",
    re.I,
)
_IF_UNHEARD: Final = re.compile(
    r"^\W*(?:and |but |so )?if (?:(?:nobody|no one|noone) (?:comes?|volunteers?|offers?|replies|says?|takes?|wants?"
    r"|answers?)|(?:i|we) (?:do(?:n['’]?t| not)|have(?:n['’]?t| not)) (?:hear|heard|receive|received"
    r"|get|got|had))\b[^,.]*?(?P<when> (?:by|before) [^,.!?]{1,18}?)?,? (?:then )?(?:i\b|i['’]|im\b|ill\b|we\b)",
    re.I,
)
_WANTED: Final = re.compile(
    r"^(?:i|we) (?:need|want|expect) (?P<it>it|this|that|the [\w ]{2,25}?) (?P<done>\w+(?:ed|en|ne|id|wn|lt|nt|ught"
    r"|ade))(?P<when> (?:by|before|today|tomorrow|this)\b[^,.]*?)?[.!]*$",
    re.I,
)


def whoever(text: str) -> bool:
    """Whether a line is thrown at whoever did something."""
    return bool(_WHOEVER.match(text))


def wanted(kept: str) -> Mapping[str, str] | None:
    """What is wanted done and by when, in what stays of a threat; None where it does not say."""
    found = _WANTED.match(kept)
    if not found or not found["when"]:
        return None
    return {"it": small(found["it"]), "done": found["done"], "when": found["when"]}


def under(text: str) -> Said | None:
    """The request under a threat that says what is to be done, or answered, and by when; else None."""
    undone, unheard = _IF_UNDONE.match(text), _IF_UNHEARD.match(text)
    if undone and undone["when"]:
        return "done_by", {"it": small(undone["it"]), "done": undone["done"], "when": undone["when"]}
    return ("hear_by", {"when": unheard["when"]}) if unheard and unheard["when"] else None
