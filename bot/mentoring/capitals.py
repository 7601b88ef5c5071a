"""Capitals that stand where grammar asks for none: names of people, places and schemes that masking leaves."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.mentoring.usual_words import (
    JOINING,
    LED_BY,
    NAMES_TOO,
    NOT_SAYING,
    OPENERS,
    ORDINARY,
    PUBLIC,
    USUAL,
)

Ranked = tuple[int, tuple[int, int]]
"""A rank, 1 for what may be a person, 3 for a place or a scheme; and where it stands."""

_PERSON, _PLACE = 1, 3
_WORD: Final = re.compile(r"[^\W\d_](?:[\w'’&-]*[\w])?")
_LINE: Final = re.compile(r"[^\n]+")
_MASKED: Final = re.compile(r"\[[a-z ]+\]|https?://\S+|@\w+")
_OPENS: Final = re.compile(r"[.!?…:;•][\s\"“”'‘’()*_>-]*$|[\"“‘(]\s*$")
"""What stands between two words where the second begins a sentence."""

_POSSESSIVE: Final = re.compile(r"['’]s$")
_KINDS: Final = frozenset(
    "hospital infirmary ward wing unit site suite house surgery practice centre clinic campus trust deanery lodge "
    "scheme programme project pathway initiative pilot trial bundle campaign".split()
)
"""What a name may be the name of; it goes with the name."""

_BEFORE_LETTERS: Final = frozenset("at from near to".split())
_SAYS: Final = frozenset(
    "said told asked replied says tells thinks wants reckons refused rang shouted snapped laughed cried wrote texted "
    "emailed keeps hates knows insists ignored blamed agreed left resigned".split()
)
_SHORTEST: Final = 3
_MANY: Final = 4
_NAME: Final = 4
"""Letters of a name that is looked for by itself: of fewer, too many words would be taken for it."""

_ENDING: Final = re.compile(r"(?<=\w\w\w)(?:ings?|ers?|ed|d|es|ly|ments?|ions?|al|y|ness|ity|able|e?n|s)$")
_SAINT: Final = re.compile(r"\bSt\.")
_NEXT: Final = re.compile(r"['’s]*\s+(\w+)")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a line: how it reads in lower case without its possessive, and where it stands."""

    low: str
    start: int
    end: int
    opens: bool
    cased: bool
    shouted: bool
    joined: bool


def capitals(text: str) -> Iterator[Ranked]:
    """Every run of capitals that may be a name, line by line; none of a line that is written in capitals."""
    for line in _LINE.finditer(text):
        words = list(_words(line[0]))
        if sum(one.shouted for one in words) * 2 > len(words) and len(words) >= _MANY:
            continue
        for rank, (start, end) in _of_line(words):
            yield rank, (start + line.start(), end + line.start())


def names_in(phrase: str) -> Iterator[tuple[str, bool]]:
    """The names in a phrase, of four letters and more, less a possessive; and whether each is nothing but a name.

    One that is an ordinary word, too (Rose), or that may have its capital for beginning the phrase, is a name only
    where `named_at` says so.
    """
    phrase = _SAINT.sub("St ", phrase.title() if phrase.isupper() else phrase)
    runs = [where for _, where in capitals(phrase)]
    for match in _WORD.finditer(phrase):
        bare = _POSSESSIVE.sub("", match[0])
        for word in {bare, *bare.split("-")}:
            low = word.casefold().replace("’", "'")
            if len(word) < _NAME or not word[0].isupper() or (_ordinary(low) and low not in NAMES_TOO):
                continue
            told = any(start <= match.start() < end for start, end in runs)
            if told or not phrase[: match.start()].strip():
                yield word, told and low not in NAMES_TOO


def named_at(text: str, start: int, end: int) -> bool:
    """Whether what stands there is written as a name: with a capital that no sentence asks for, or saying something."""
    if not text[start].isupper():
        return False
    before = text[:start]
    if before.strip() and not _OPENS.search(before):
        return True
    after = _NEXT.match(text, end)
    return after is not None and after[1].casefold() in _SAYS


def _ordinary(low: str) -> bool:
    """Whether it is a word of every day, in this form or another."""
    if low in USUAL or low in OPENERS or low in NOT_SAYING or low in LED_BY or low in ORDINARY or low in _KINDS:
        return True
    forms = {low[: match.start()] for match in _ENDING.finditer(low)}
    forms |= {low[:-2], low[:-1]} if low.endswith("es") else set()
    known = {other for one in forms for other in (one, f"{one}e", one[:-1] if one[-1:] == one[-2:-1] else one)}
    known |= {f"{one[:-1]}y" for one in forms if one.endswith("i")}
    return low.removesuffix("s") in USUAL or not known.isdisjoint(ORDINARY)


def _words(line: str) -> Iterator[_Word]:
    hidden = [one.span() for one in _MASKED.finditer(line)]
    last = behind = 0
    saint = False
    for match in _WORD.finditer(line):
        start, end = match.span()
        gap, behind = line[behind:start], end
        if any(start < stop and end > begin for begin, stop in hidden):
            continue
        raw = match[0]
        bare = _POSSESSIVE.sub("", raw)
        yield _Word(
            low=bare.casefold().replace("’", "'"),
            start=start,
            end=end if saint else start + len(bare),
            opens=start == len(gap) or bool(_OPENS.search(gap)),
            cased=bare[0].isupper() and not (len(bare) > 1 and bare.isupper()),
            shouted=len(bare) > 1 and bare.isupper(),
            joined=bool(last) and line[last:start] in (" ", "-"),
        )
        last, saint = end, raw in ("St", "Saint")


def _of_line(words: Sequence[_Word]) -> Iterator[Ranked]:
    at = 0
    while at < len(words):
        if not _named(words[at]):
            at += 1
            continue
        end = _run_end(words, at)
        yield from _judged(words, at, end)
        at = end


def _named(word: _Word) -> bool:
    """Whether it is written as a name is; the pronoun is not."""
    return (word.cased and word.low not in ("i", "i'm", "i've", "i'd", "i'll")) or word.shouted


def _run_end(words: Sequence[_Word], first: int) -> int:
    """Behind the last word with a capital that nothing but "of" and the like parts from the first."""
    end = first + 1
    while end < len(words):
        ahead = end
        while ahead < len(words) and words[ahead].low in JOINING and words[ahead].joined and not words[ahead].cased:
            ahead += 1
        if ahead == len(words) or not words[ahead].joined or not _named(words[ahead]):
            break
        end = ahead + 1
    return end


def _judged(words: Sequence[_Word], first: int, end: int) -> Iterator[Ranked]:
    """The run, less what only leads up to it, where it is not what everybody writes with a capital."""
    lone = words[first].opens and end - first == 1 and not words[first].shouted
    if words[first].opens and (words[first].low in OPENERS or (lone and not _somebody(words, first, end))):
        first += 1
    while first < end and words[first].low in LED_BY:
        first += 1
    run = words[first:end]
    if not run or all(_usual(one) for one in run) or _public(run):
        return
    kind = words[end] if end < len(words) and words[end].low in _KINDS and words[end].joined else None
    if all(one.shouted or _usual(one) for one in run) and kind is None and not _lettered_place(words, first, end):
        return
    place = kind is not None or run[-1].low in _KINDS
    yield _PLACE if place else _PERSON, (run[0].start, (kind or run[-1]).end)


def _somebody(words: Sequence[_Word], first: int, end: int) -> bool:
    """Whether a word that opens a sentence, and has a capital for that, is somebody: it says or wants something."""
    word, after = words[first], words[end : end + 1]
    if not after:
        return False
    says = after[0].low in _SAYS and word.low not in NOT_SAYING
    return (says or after[0].low in _KINDS) and not word.low.endswith("body") and len(word.low) >= _SHORTEST


def _usual(word: _Word) -> bool:
    return (
        word.low in USUAL
        or word.low.removesuffix("s") in USUAL
        or f"{word.low}'s" in USUAL
        or len(word.low) == 1
        or word.low in JOINING
        or word.low in OPENERS
    )


def _public(run: Sequence[_Word]) -> bool:
    lows = " ".join(one.low for one in run)
    return lows in PUBLIC or lows.startswith("royal college")


def _lettered_place(words: Sequence[_Word], first: int, end: int) -> bool:
    """Whether letters stand where a place would: "at the RVI"."""
    letters = words[first]
    before = [one.low for one in words[max(0, first - 2) : first]]
    led = before[-1:] == ["the"] and before[0] in _BEFORE_LETTERS if len(before) > 1 else False
    short = end - first == 1 and len(letters.low) >= _SHORTEST and letters.low not in OPENERS
    return short and (led or bool(before and before[-1] in _BEFORE_LETTERS))
