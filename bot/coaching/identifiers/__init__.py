"""Details in a message that could identify a patient, a relative or a named colleague: finding and masking them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from bot.coaching.identifiers.beds import bed_names, beds_beside
from bot.coaching.identifiers.names import named
from bot.coaching.identifiers.patterns import birth_date_after, patterned
from bot.coaching.identifiers.words import NameLists, words_of
from bot.coaching.model import Identifier

__all__ = ["KINDS", "NameLists", "find", "mask"]

KINDS: Final = (
    "name",
    "nhs number",
    "date of birth",
    "address",
    "postcode",
    "phone",
    "email",
    "hospital number",
    "gmc number",
    "national insurance number",
    "bed",
)

_STOPPED: Final = re.compile(r"\.[A-Z]\.")


def find(text: str, names: NameLists) -> tuple[Identifier, ...]:
    """Return every identifying detail, in order and without overlaps, at its place in the text as received."""
    words = words_of(text, names)
    by_words = [*named(words, names), *bed_names(text, words, names)]
    people = [_name(text, words[first].start, words[end - 1].end) for first, end in by_words]
    checked = _apart(patterned(text))
    people = _apart([*checked, *_longest(people)])
    births = [
        Identifier(kind="date of birth", start=span[0], end=span[1])
        for one in people
        if one.kind == "name" and (span := birth_date_after(text, one.end))
    ]
    beds = [
        Identifier(kind="bed", start=start, end=end)
        for start, end in beds_beside(text, [(one.start, one.end) for one in people if one.kind == "name"])
    ]
    return tuple(sorted(_apart([*people, *births, *beds]), key=lambda one: one.start))


def mask(text: str, found: Sequence[Identifier]) -> str:
    """Replace each detail found by its kind in square brackets."""
    pieces: list[str] = []
    last = 0
    for one in sorted(found, key=lambda each: each.start):
        pieces += [text[last : one.start], f"[{one.kind}]"]
        last = one.end
    return "".join([*pieces, text[last:]])


def _name(text: str, start: int, end: int) -> Identifier:
    """A name, with the stop behind it where it ends in an initial, as in `A.K.`."""
    stop = _STOPPED.match(text, max(start, end - 2))
    return Identifier(kind="name", start=start, end=end + 1 if stop and stop.end() == end + 1 else end)


def _longest(people: Iterable[Identifier]) -> list[Identifier]:
    return sorted(people, key=lambda one: (one.start - one.end, one.start))


def _apart(details: Iterable[Identifier]) -> list[Identifier]:
    """Keep the details that overlap none kept before them."""
    kept: list[Identifier] = []
    for one in details:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return kept
