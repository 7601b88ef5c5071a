"""Figures and spans of time, what used to be, and what is named as the point."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.growing.evidence import Evidence, found
from bot.coaching.growing.slots import yours

_PER_CENT: Final = re.compile(r"\b(?P<n>\d{1,2}(?:\.\d)?) ?(?:%|per ?cent\b)", re.I)
_SINCE: Final = re.compile(
    r"\b(?:ever )?since (?P<since>(?:the |our |my |her |his )?(?:new )?[a-z]+(?: [a-z]+)?)\b", re.I
)
_PART: Final = re.compile(r"\b(?P<part>part|half) of me\b", re.I)
_THAT_IS: Final = re.compile(
    r"\b(?:that's|thats|that is|which is|it's)(?: sort of| kind of| probably| really| just)? "
    r"(?P<bit>(?:the|my) (?:[a-z]+ )?(?:bit|part|thing|problem|worry|trouble|question|catch|point))\b(?=\W*$|[,;.!?])",
    re.I,
)
_BLAND: Final = re.compile(r"the (?:thing|point|question|bit|part)$|\b(?:same|other|first|only|main|last|next)\b", re.I)


def evidence(sentence: str) -> Iterator[Evidence | None]:
    """Figures and spans of a sentence, and what it names as the point."""
    for pattern, told in (
        (_PER_CENT, _figure),
        (_SINCE, _from_then),
        (_PART, _part),
        (_THAT_IS, _point),
    ):
        yield from map(told, pattern.finditer(sentence))


def _figure(match: re.Match[str]) -> Evidence | None:
    return found("figure", 3, n=match["n"])


def _from_then(match: re.Match[str]) -> Evidence | None:
    return found("since", 3, since=_since(match["since"]))


def _part(match: re.Match[str]) -> Evidence | None:
    return found("part_of_me", 5, part=match["part"].casefold())


def _point(match: re.Match[str]) -> Evidence | None:
    return None if _BLAND.search(match["bit"]) else found("the_point", 4, bit=yours(match["bit"]))


def _since(words: str) -> str | None:
    first = words.split()[0].casefold()
    if first in {"the", "our", "my"} and re.fullmatch(
        r"(?:the|our|my) (?:new )?(?:merger|pandemic|move|incident|inspection|complaint|audit|change|strike"
        r"|summer|winter|rota"
        r"|complaint|review|meeting)",
        (bare := " ".join(words.casefold().split()[:3]) if "new" in words else " ".join(words.casefold().split()[:2])),
    ):
        return yours(bare)
    return None
