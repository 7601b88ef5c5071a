"""Numbers told as a share, times and spans: what differs between those that do and those that do not."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.growing.denied import deed
from bot.coaching.growing.evidence import Evidence, found
from bot.coaching.growing.slots import yours

_WORDS: Final = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen"
    " nineteen twenty"
).split()
_NUMBER: Final = rf"\d{{1,3}}|{'|'.join(_WORDS[1:])}"
_SHARE: Final = re.compile(
    rf"\b(?P<some>{_NUMBER}) (?:out )?of (?:the |our |my |their |those |these )?(?:last |past )?(?P<all>{_NUMBER})\b"
    r"(?! (?:mg|ml|hours|minutes|mins|am|pm))",
    re.I,
)
_HALF: Final = re.compile(
    r"(?:^|[,;:]\s*|\b(?:and|but|because|so) )(?:about |over |nearly )?half (?:of (?:them|us|the|our|my)\b"
    r"|(?:the|our|my) [a-z]+|come|are|were|get|got|go|never|don't)(?! (?:hour|day|an))",
    re.I,
)
_PER_CENT: Final = re.compile(r"\b(?P<n>\d{1,2}(?:\.\d)?) ?(?:%|per ?cent\b)", re.I)
_SINCE: Final = re.compile(
    r"\b(?:ever )?since (?P<since>(?:the |our |my |her |his )?(?:new )?[a-z]+(?: [a-z]+)?)\b", re.I
)
_MONTHS: Final = (
    r"january|february|march|april|may|june|july|august|september|sept|october|november|december|christmas|xmas"
    r"|easter|summer"
    r"|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|covid"
)
_FULL: Final = {
    "sept": "September",
    "xmas": "Christmas",
    "covid": "covid",
    "summer": "the summer",
    "winter": "the winter",
}
_TIMES: Final = re.compile(rf"\b(?P<n>{_NUMBER}) times\b", re.I)
_PART: Final = re.compile(r"\b(?P<part>part|half) of me\b", re.I)
_USED_TO: Final = re.compile(r"\b(?P<who>we|they|i|he|she) used to (?P<do>[a-z]+\b.*)", re.I)
_THAT_IS: Final = re.compile(
    r"\b(?:that's|thats|that is|which is|it's)(?: sort of| kind of| probably| really| just)? "
    r"(?P<bit>(?:the|my) (?:[a-z]+ )?(?:bit|part|thing|problem|worry|trouble|question|catch|point))\b(?=\W*$|[,;.!?])",
    re.I,
)
_BLAND: Final = re.compile(r"the (?:thing|point|question|bit|part)$|\b(?:same|other|first|only|main|last|next)\b", re.I)
_PRONOUN: Final = {"we": "you", "i": "you", "they": "they", "he": "he", "she": "she"}


def evidence(sentence: str) -> Iterator[Evidence | None]:
    """Shares, spans and times of a sentence, and what it names as the point."""
    yield from map(_share, _SHARE.finditer(sentence))
    if len(re.findall(r"\bhalf\b", sentence, re.I)) == 1 and _HALF.search(sentence):
        yield found("share", 4, rest="the other half", share="half")
    for pattern, told in (
        (_PER_CENT, _figure),
        (_SINCE, _from_then),
        (_TIMES, _times),
        (_PART, _part),
        (_USED_TO, _past_habit),
        (_THAT_IS, _point),
    ):
        yield from map(told, pattern.finditer(sentence))


def _figure(match: re.Match[str]) -> Evidence | None:
    return found("figure", 3, n=match["n"])


def _from_then(match: re.Match[str]) -> Evidence | None:
    return found("since", 3, since=_since(match["since"]))


def _times(match: re.Match[str]) -> Evidence | None:
    return found("times", 2, n=_spelt(match["n"])) if _value(match["n"]) > 1 else None


def _part(match: re.Match[str]) -> Evidence | None:
    return found("part_of_me", 5, part=match["part"].casefold())


def _past_habit(match: re.Match[str]) -> Evidence | None:
    return found("used_to", 4, they=_PRONOUN[match["who"].casefold()], do=deed(match["do"]))


def _point(match: re.Match[str]) -> Evidence | None:
    return None if _BLAND.search(match["bit"]) else found("the_point", 4, bit=yours(match["bit"]))


def _share(match: re.Match[str]) -> Evidence | None:
    some, whole = _value(match["some"]), _value(match["all"])
    rest = whole - some
    if not 1 < some < whole or whole > 500:
        return None
    other = _spelt(str(rest))
    return found("share", 5, rest=f"the other {other}", share=f"{_spelt(match['some'])} out of {_spelt(match['all'])}")


def _since(words: str) -> str | None:
    first = words.split()[0].casefold()
    if re.fullmatch(_MONTHS, first):
        return _FULL.get(first, first.capitalize())
    if first in {"the", "our", "my"} and re.fullmatch(
        r"(?:the|our|my) (?:new )?(?:merger|pandemic|move|incident|inspection|complaint|audit|change|strike"
        r"|summer|winter|rota"
        r"|complaint|review|meeting)",
        (bare := " ".join(words.casefold().split()[:3]) if "new" in words else " ".join(words.casefold().split()[:2])),
    ):
        return yours(bare)
    return None


def _spelt(word: str) -> str:
    number = _value(word)
    return _WORDS[number] if number < len(_WORDS) else str(number)


def _value(word: str) -> int:
    low = word.casefold()
    return int(low) if low.isdigit() else _WORDS.index(low)
