"""Beds, bays and side rooms: the names that stand beside them, and which of them point to somebody named."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.coaching.identifiers.cues import ARTICLES
from bot.coaching.identifiers.runs import Span, namely, run_end, strong
from bot.coaching.identifiers.words import PARTICLES, NameLists, Sort, Word

_BED: Final = re.compile(
    r"\b(?:bed|bay|side\s?room|cubicle|sr)\s?(?:no\.?\s?|number\s)?"
    r"(?:\d{1,3}[a-z]?|[a-d]\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.I,
)
_INITIALS_BEFORE: Final = re.compile(r"(?<![\w.])([A-Z]\.? ?[A-Z]\.?(?: ?[A-Z]\.?)?)\s+(?:in|from)\s+$")
_LEADS_TO_BED: Final = re.compile(r"\s*(?:\(\d{1,3}\)\s*)?,?\s+(?:in|from|of|at)?\s*$|\s*\(\s*$")
_LEADS_FROM_BED: Final = re.compile(r"\s+$|\s*[(:–-]\s*$")
_COMMA_FROM_BED: Final = re.compile(r",\s+$")
_CLOSES: Final = re.compile(r"\s*[,):;–-]|\s*$")
_TELLING: Final = frozenset("told saw met reviewed about for with to and clerked seen from rang".split())
_FARTHEST: Final = 16
_SENTENCE_END: Final = re.compile(r"(?<!\.[A-Z])[.!?]\s|\n")
_MOST_WORDS_BEFORE: Final = 4


def bed_names(text: str, words: list[Word], names: NameLists) -> Iterator[Span]:
    """The names, as spans of word indices, that stand right before or behind a bed."""
    for bed in _BED.finditer(text):
        before = [at for at, word in enumerate(words) if word.end <= bed.start()]
        behind = len([word for word in words if word.start < bed.end()])
        if span := _before(text, words, before, bed.start(), names):
            yield span
        if behind < len(words) and (found := _behind(text, words, behind, bed.end(), names)):
            yield found


def _before(text: str, words: list[Word], before: list[int], start: int, names: NameLists) -> Span | None:
    """`Margaret in bed 4`, `JM from bay 2`."""
    if not before or words[before[-1]].low not in ("in", "from"):
        return None
    last = len(before) - 2
    if last < 0:
        return None
    if initials := _INITIALS_BEFORE.search(text, max(0, start - 20), start):
        return _initials(words, last, initials.start(1), names)
    if not _LEADS_TO_BED.fullmatch(text, words[last].end, start):
        return None
    if not _stands_before(words, last, names):
        return None
    first = last
    while first > 0 and last - first < _MOST_WORDS_BEFORE and _part(words, first - 1, last):
        first -= 1
    return (first, last + 1)


def _initials(words: list[Word], last: int, start: int, names: NameLists) -> Span | None:
    """Initials, unless they are an abbreviation on the list of ordinary words."""
    first = next(at for at, word in enumerate(words) if word.end > start)
    together = "".join(word.low for word in words[first : last + 1])
    return None if together in names.ordinary else (first, last + 1)


def _stands_before(words: list[Word], last: int, names: NameLists) -> bool:
    """Whether the word before `in bed 4` is somebody's name."""
    word = words[last]
    if word.low in names.public or word.possessive:
        return False
    if word.cased:
        return word.sort >= Sort.UNKNOWN or (word.sort == Sort.EITHER and (word.low in names.given or not word.opens))
    before = words[last - 1].low if last else ""
    if strong(word):
        return before not in ARTICLES
    return word.sort == Sort.UNKNOWN and not word.shouted and (not before or before in _TELLING)


def _part(words: list[Word], at: int, last: int) -> bool:
    """Whether the word belongs to the name that the word at `last` ends."""
    word = words[at]
    if words[at + 1].gap != " ":
        return False
    if words[last].cased:
        return namely(word) or word.low in PARTICLES
    return not word.cased and strong(word)


def _behind(text: str, words: list[Word], at: int, end: int, names: NameLists) -> Span | None:
    """`bed 4 (Margaret)`, `bed 12, Margaret, nil by mouth`."""
    word = words[at]
    gap = text[end : word.start]
    known = word.sort >= Sort.UNKNOWN if word.cased else strong(word) and word.low in names.given
    if not known or word.low in names.public:
        return None
    span = (at, run_end(words, at))
    if _LEADS_FROM_BED.match(gap):
        return span
    return span if _COMMA_FROM_BED.match(gap) and _CLOSES.match(text, words[span[1] - 1].end) else None


def beds_beside(text: str, people: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The beds that stand close to a name, within one sentence."""
    people = list(people)
    for bed in _BED.finditer(text) if people else ():
        if any(_close(text, bed.span(), person) for person in people):
            yield bed.span()


def _close(text: str, bed: tuple[int, int], person: tuple[int, int]) -> bool:
    start, end = min(bed[1], person[1]), max(bed[0], person[0])
    return end - start <= _FARTHEST and not _SENTENCE_END.search(text, start, end)
