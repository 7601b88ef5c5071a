"""A doctor's words as they may stand in a case: what could tell who it was is put neutrally, days are changed."""

import re
from collections.abc import Callable, Iterable
from typing import Final

Masked = Callable[[str], str]
"""Replaces identifying details by their kind in square brackets."""
Suggested = Callable[[str], Iterable[str]]
"""Phrases of a text that could tell who it is about."""

LEFT_OUT: Final = "[left out]"

_FOR_A_KIND: Final = {
    "name": "someone",
    "nhs number": "the number",
    "date of birth": "the date",
    "address": "the address",
    "postcode": "the address",
    "phone": "the number",
    "email": "the address",
    "hospital number": "the number",
    "gmc number": "the number",
    "national insurance number": "the number",
    "bed": "the bed",
    "left out": "",
}
_MARK: Final = re.compile(
    r"(?:\b(the|our|my|your|their|his|her|this|that|an?|new)\s+)?\[(" + "|".join(_FOR_A_KIND) + r")\]", re.I
)
_UNPRINTABLE: Final = re.compile(r"[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_NAMED: Final = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Matron)\.?\s+)?\[name\](?:\s+[A-Z][a-z][\w'’-]*)*", re.ASCII
)
"""A name with what belongs to it: its title, and a surname that is in no list."""
_PLACED: Final = re.compile(r"\b(?:in|at|on|to|into|from|across|near|off)\s+$", re.I)

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ANOTHER: Final = ("wednesday", "thursday", "friday", "monday", "tuesday", "sunday", "saturday")
"""A working day stays one, the weekend stays the weekend: cover depends on it, and a plan keeps its day."""
_SHORT: Final = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
_WEEKDAY: Final = re.compile(r"\b(" + "|".join((*_WEEKDAYS, *_SHORT)) + r")(s?)\b", re.I)
_ENDINGS: Final = r"(?:st|nd|rd|th)"
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SEASONS: Final = ("winter", "winter", *["spring"] * 3, *["summer"] * 3, *["autumn"] * 3, "winter")
_MONTH: Final = "(" + "|".join(f"{one[:3]}(?:{one[3:]})?" for one in _MONTHS) + "|sept)"
_NUMERIC: Final = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b\d{4}-\d\d-\d\d\b")
_SPELT: Final = re.compile(
    rf"\b(?:the\s+)?(?:\d{{1,2}}{_ENDINGS}?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}{_ENDINGS}?)"
    r"(?:,?\s+\d{4})?\b",
    re.I,
)
_NUMBERED: Final = re.compile(
    rf"\b(on|by|until|till|before|after|since|from)\s+the\s+\d{{1,2}}{_ENDINGS}"
    r"(?=\s*(?:$|[.,;:!?)])|\s+(?:and|at|with|so|but|when|because|to|if|or)\b)",
    re.I,
)
_IN_A_MONTH: Final = re.compile(
    rf"\b(in|by|since|until|till|before|after|from|last|next|early|late|mid)([\s-]+){_MONTH}\b(?:\s+\d{{4}}\b)?", re.I
)
_YEAR: Final = re.compile(r"\b(in|since|from|until|before|back in)\s+(?:19|20)\d\d\b", re.I)


def neutral(text: str, masked: Masked, suggested: Suggested) -> str:
    """The text on one line, without what could tell who wrote it or of whom; it still reads as a person's words."""
    plain = " ".join(_UNPRINTABLE.sub(" ", " ".join(text.split())).split())
    hidden = _dates(_NAMED.sub("[name]", masked(plain)))
    for phrase in sorted(filter(str.strip, suggested(hidden)), key=len, reverse=True):
        hidden = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", LEFT_OUT, hidden, flags=re.I)
    return " ".join(_MARK.sub(_word, hidden).split())


def _word(found: re.Match[str]) -> str:
    """The neutral word, in the place of what stood before it where the two do not go together ("our the ward")."""
    owned, kind = found[1], found[2].lower()
    if kind != "left out":
        return _FOR_A_KIND[kind]
    if owned:
        return f"{owned} place"
    return "the ward" if _PLACED.search(found.string[: found.start()]) else "someone"


def _dates(text: str) -> str:
    text = _SPELT.sub("that day", _NUMERIC.sub("that day", text))
    text = _NUMBERED.sub(r"\1 that day", text)
    text = _IN_A_MONTH.sub(_season, text)
    return _WEEKDAY.sub(_other_day, _YEAR.sub(r"\1 that year", text))


def _season(found: re.Match[str]) -> str:
    number = next(place for place, one in enumerate(_MONTHS) if one.startswith(found[3].lower()[:3]))
    return f"{found[1]}{found[2]}{_SEASONS[number]}"


def _other_day(found: re.Match[str]) -> str:
    said = found[1].lower()
    number = _SHORT[said] if said in _SHORT else _WEEKDAYS.index(said)
    other = _ANOTHER[number]
    return (other.capitalize() if found[1][0].isupper() else other) + found[2]
