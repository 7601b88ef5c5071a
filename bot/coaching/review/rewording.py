"""Filling a pattern of rewording with the doctor's words, in the doctor's manner."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from bot.coaching.review.draft import Manner

_LONG_FORMS: Final = (
    (r"\bI am\b", "I'm"),
    (r"\bI would\b", "I'd"),
    (
        r"\bI have (?=\w+(?:ed|en)\b|had\b|seen\b"
        r"|noticed\b)",
        "I've ",
    ),
    (r"\bdo not\b", "don't"),
    (r"\bdid not\b", "didn't"),
    (r"\bthat is\b", "that's"),
    (r"\bwe are\b", "we're"),
    (r"\bit is\b(?! now)", "it's"),
    (r"\bcannot\b", "can't"),
    (r"\bI will\b", "I'll"),
    (r"\bdoes not\b", "doesn't"),
)
_AS_IT_STANDS: Final = "{kept}"
"""A part of the draft that is left as it was written."""

_GAP: Final = "..."


def reworded(pattern: str, slots: Mapping[str, str], manner: Manner) -> str:
    """The pattern with the doctor's words in it, as the doctor would write it."""
    if pattern == _AS_IT_STANDS:
        return slots["kept"]
    slots = {**slots, "sorry": _in_short_forms(slots.get("sorry", ""))} if manner.short else slots
    shortened = _in_short_forms(pattern) if manner.short else pattern
    said = " ".join(shortened.format_map(defaultdict(str, slots)).split())
    said = re.sub(r" +([,.?;:!])(?!\.\.)", r"\1", said)
    return in_manner(said, manner)


def _in_short_forms(pattern: str) -> str:
    """The pattern's own words in short forms; the doctor's words stand as they wrote them."""
    for long, short in _LONG_FORMS:
        pattern = re.sub(long, short, pattern)
    return pattern


def in_manner(said: str, manner: Manner) -> str:
    """A sentence in the doctor's manner: capitals, apostrophes, stops, as theirs are."""
    if manner.small:
        said = re.sub(r"(?:^|(?<=[.?!] )|(?<=\())(?:[A-Z])(?=[a-z' ])", lambda one: one.group(0).lower(), said)
        said = re.sub(r"^i (?=\w)", "I ", said) if not manner.small_i else said
    if manner.small_i:
        said = re.sub(r"\bI\b", "i", said)
    if manner.bare:
        said = re.sub(r"(?<=\w)['’](?=(?:m|ve|t|ll|d|re)\b|s (?:the|a|not|been|why|where|what|no)\b)", "", said)
    if manner.unstopped and said.endswith(".") and not said.endswith(_GAP):
        said = said[:-1]
    return said
