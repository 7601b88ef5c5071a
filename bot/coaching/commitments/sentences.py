"""Parting a message into sentences, and cutting a sentence where a phrase ends: shared by all that reads plans."""

import re
from functools import lru_cache
from typing import Final

from bot.coaching.commitments.act_words import VERB
from bot.coaching.plain import OnNeed

_END: Final = OnNeed(
    r"(?<=[.!?…])[\"”’)]?\s+(?!(?:and|or|but) (?:then )?\d)|\n+|\s+[-–—]+\s+|;\s+|(?<=\w)\s*\.{2,}\s*"
    r"|(?:(?<=\s)|^)\d\)\s*|:\s+(?=\d\))"
)
_LISTED: Final = OnNeed(r"(?:(?<=\s)|^)\(?(?P<number>[1-9])[).]\s+(?=[A-Za-z])")
_NUMBERED: Final = {
    "1": OnNeed(r"(?:^|[\s(])1[).]\s+[A-Za-z]"),
    "2": OnNeed(r"(?:^|[\s(])2[).]\s+[A-Za-z]"),
}
_QUOTATION: Final = OnNeed(r"[\"“][^\"“”]*[\"”]|(?<!\w)['‘](?:[^'‘’\"]|(?<=\w)['’](?=\w)){3,160}['’](?!\w)")
_SEAM: Final = OnNeed(
    r",\s+(?=\S)|\s+\(|\s+(?=(?:because|cos|cause|although|though|so that|so|but|which|while|whereas|since"
    r"|and not|even if|before|and then)\b)",
    re.I,
)
_AND: Final = OnNeed(r"\s+(?=(?:and|or|when|if|unless|until|after)\s)", re.I)
_LOOSE_END: Final = OnNeed(
    r"(?:\W+(?:the|a|an|of|to|and|but|or|with|for|in|on|at|my|his|her|their|is|was|are|that|because|so|as|by"
    r"|from|if|not"
    r"|when|who|which|how|what|than|where|whether|why|i|does|he|she|they|we|would|should|could|can|will"
    r"|then))+\W*$",
    re.I,
)
_TO_HER: Final = OnNeed(
    rf"\b(?:{VERB}|with|to|for|at|from|behind|beside|of|about|by|past) her\W*$|\b(?:is|are|was|were|not) (?:his"
    rf"|hers|theirs)\W*$",
    re.I,
)
"""'Email her' is whole; 'put down her' is not."""

_ASK_WHY: Final = OnNeed(
    r"\b(?:ask|tell|say|show|find out|explain|know|see|work out)(?:ing)?(?: [\w'’\[\]-]+){0,3} (?:why|how|when"
    r"|who|what|where)\W*$",
    re.I,
)
"""'Ask her why' is whole."""

_FEWEST: Final = 3
HIDDEN: Final = "\u2007"
"""Stands for each character of a quotation while a sentence is read, so that places in it stay where they are."""


def sentences(text: str) -> list[str]:
    """The sentences of a message as people type them: parted at full stops, dashes, new lines and list numbers."""
    return list(_sentences(text))


@lru_cache(maxsize=16)  # the same few texts are asked about again and again within a turn
def _sentences(text: str) -> tuple[str, ...]:
    veiled = without_list_numbers(without_quotations(text))
    found, start = [], 0
    for seam in _END.finditer(veiled):
        found.append(text[start : seam.start()])
        start = seam.end()
    found.append(text[start:])
    return tuple(one.strip() for one in found if one and re.search(r"\w", one))


@lru_cache(maxsize=64)
def without_quotations(text: str) -> str:
    """The text with other people's words blanked out, each character still in its place."""
    return _QUOTATION.sub(lambda found: HIDDEN * len(found.group(0)), text)


def without_list_numbers(text: str) -> str:
    """The text with the numbers of a list made line ends, each character in its place; a lone '4.' is no list."""
    if not all(one.search(text) for one in _NUMBERED.values()):
        return text
    return _LISTED.sub(lambda found: "\n" * len(found[0]), text)


def tidy(words: str) -> str:
    """Words on one line, without the marks at their ends."""
    return " ".join(words.split()).strip(" .!?;,-–—…")


def is_torn(words: str) -> bool:
    """Whether the words end where nobody would end: 'put down the'."""
    return bool(_LOOSE_END.search(words)) and not (_TO_HER.search(words) or _ASK_WHY.search(words))


def whole_end(words: str) -> str:
    """The words without a loose end: 'put down the' without its last two."""
    return tidy(_LOOSE_END.sub("", words)) if is_torn(words) else words


def cut(text: str, most: int) -> str:
    """At most `most` words, ending where a phrase ends; the whole where no such place is found."""
    bare = tidy(text)
    if len(bare.split()) <= most:
        return bare
    for seam in (_SEAM, _AND):
        ends = [found.start() for found in seam.finditer(bare)]
        fitting = [bare[:end] for end in ends if _FEWEST <= len(bare[:end].split()) <= most]
        whole = [one for one in fitting if not _LOOSE_END.search(one) and one.count('"') % 2 == 0]
        if whole:
            return tidy(whole[-1])
    return bare
