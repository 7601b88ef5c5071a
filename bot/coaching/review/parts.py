"""Parts of a sentence that rewordings are made of: what it says without its edge, objects, where it stops."""

import re
from typing import Final

_LEADS: Final = re.compile(
    r"^(?:(?:and|but|so|also|now|right|anyway|however|sadly|unfortunately|honestly|frankly|clearly|obviously"
    r"|basically"
    r"|quite frankly|to be (?:frank|honest)"
    r"|guys|look|ok|okay|well(?=,)|once again|yet again|again|as usual|as always|as ever|going forward|furthermore"
    r"|moreover"
    r"|in addition|secondly|finally|firstly|first|additionally|with (?:the greatest|all due|respect) ?\w*"
    r"|needless to "
    r"say"
    r"|as (?:we all|you all|you) (?:know|are aware)|tbh|honestly speaking|for the record"
    r"|i (?:would|must|want to|need to|feel i must|have to) (?:remind|stress|emphasise|point out)(?: to)?(?: you| "
    r"everyone| you all)?"
    r"(?: that)?|(?:just |this is )?a (?:gentle |quick )?reminder that|just to remind you that|please (?:note"
    r"|be aware"
    r"|remember)"
    r"(?: that)?|it has come to my attention that|i(?: am|'m|’m) (?:afraid|disappointed|concerned|shocked|appalled) "
    r"(?:that|to see that)"
    r"|let me be clear|the fact is(?: that)?|you will be aware(?: that)?)\b[,:]?\s+)+",
    re.I,
)
_FORCE: Final = re.compile(
    r",?\s*\b(?:without (?:fail|exception)|no (?:excuses|exceptions|ifs or buts|discussion)|with immediate"
    r" effect|asap"
    r"|as soon as possible|period|end of(?=\W*$)|full stop|or else|once and for all|for once|yet again|once"
    r" again|as usual|as "
    r"always)\b",
    re.I,
)
_SHARP: Final = re.compile(
    r"\b(?:frankly|honestly|clearly|obviously|simply|constantly|always|yet again|once again|as usual|as ever|really"
    r"|actually|bloody|basically|absolutely|completely|totally|quite frankly|needless to say)\b[ ,]*",
    re.I,
)
_SHOUTED: Final = frozenset(
    """STILL PLEASE NOT NEVER ALL MUST EVERY ALWAYS AGAIN NOBODY ANYONE WILL NEED NOW STOP WHY DO BEFORE AFTER ONLY HAVE
    BEEN THIS THAT NO ONE EVERYONE JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER
    MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY""".split()
)
_MONTHS: Final = re.compile(
    r"^(?:JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|MONDAY|TUESDAY|WEDNESDAY"
    r"|THURSDAY|FRIDAY|SATURDAY|SUNDAY)$"
)
_OBJECTS: Final = {"i": "me", "we": "us", "he": "him", "she": "her", "they": "them"}
_BREAK: Final = re.compile(
    r"(?:\s*[;:]\s+|\s+[-–—]+\s+|,?\s+(?:because|so that|since|whereas|although|though|while|otherwise|or else"
    r"|and (?:i"
    r"|we|you|they|it"
    r"|this|that|then|if|anyone|there|please|frankly|see|find|look|know)|and (?:its|it['’]?s|when|their|he|she"
    r"|there['’]?s|your|our)|and (?:\w+ ){1,2}(?:need|needs|must|should|have to|will|are|is|was|were|can|could)"
    r"|but|as "
    r"(?:it|this|we|they|i|the)|which|so (?:we|you|i|they|it|please)"
    r"|or (?:i|we|you|they|it)|rather than|instead of)\b|,\s+(?:and|or|which|as|so|then|this|that|it|we|i|you|they|he"
    r"|she)\b).*$",
    re.I | re.S,
)
_CAPITAL: Final = re.compile(r"^(?:[A-Z]{2}|[A-Z]\d|I\b|I['’]|[A-Z]\b|\[)")
_NAMED: Final = re.compile(
    r"^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Christmas|Easter|Ramadan|Datix|Mr|Mrs|Ms|Dr|Prof|Sister"
    r"|[A-Z][a-z]+[A-Z]\w*)\b"
)


def core(text: str) -> str:
    """What a sentence says: without the run-up, the force behind it, shouting and the stop."""
    calm = " ".join(_calmed(one) for one in text.split())
    bare = _FORCE.sub("", calm).strip().rstrip(".!?,;: ")
    return _LEADS.sub("", bare).strip()


def plainly(text: str) -> str:
    """A sentence without the words that only sharpen it."""
    return " ".join(_SHARP.sub("", core(text)).split())


def _calmed(word: str) -> str:
    bare = word.strip(".,!?;:*\"'")
    if bare not in _SHOUTED:
        return word
    return word.replace(bare, bare.capitalize() if _MONTHS.match(bare) else bare.lower())


def object_of(subject: str) -> str:
    """A subject as it stands behind 'for': 'we' gives 'us', 'The wards' 'the wards'."""
    return _OBJECTS.get(subject.casefold(), small(subject))


def small(text: str) -> str:
    """The text to be set into a sentence: its first letter small, unless it is a name or an abbreviation."""
    return text if _CAPITAL.match(text) or _NAMED.match(text) else text[:1].lower() + text[1:]


def large(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def up_to_break(phrase: str, most: int = 18) -> str:
    """A phrase up to where the next thought begins; '' where it would still be long."""
    short = _BREAK.sub("", phrase).strip().rstrip(".,;:!?")
    return short if len(short.split()) <= most else ""
