"""What is handed back before all else, by rules alone: what has just been seen, and the numbers that were looked up."""

import re
from collections.abc import Sequence
from typing import Final

from bot.coaching.borders import MOST_WORDS
from bot.coaching.charge import FELT, NEGATED, OWNED
from bot.coaching.insights import insight
from bot.coaching.model import Clause

_SEEN: Final = re.compile(
    r"(?:^|[.!?…\n]\s*|,\s+)(?:oh|huh|hm+|hang on|oh god|ah)[.,!…]+\s+(?=\S+(?:\s+\S+){3})"
    r"|(?:^|[.!?…\n]\s*)(?=(?:so |and |actually )?(?:i['’]?ve|we['’]?ve|i have|we have) (?:all |just "
    r"|only )?been \w+ing it as\b)"
    r"|\b(?:i['’]?ve |i have |i )?(?:just|only now) (?:realised|noticed|seen)(?: that)?\b\s+",
    re.I,
)
_NOW: Final = re.compile(
    r"\b(?:maybe|might|could be|perhaps|it['’]?s not|its not|not a|not the|we['’]ve all|nobody['’]s ever"
    r"|never once)\b",
    re.I,
)
_ONLY_SAYS_SO: Final = re.compile(r"(?:maybe |perhaps )?that['’]?s (?:it|the thing|what it is)$", re.I)
_FIGURE: Final = re.compile(
    r"(?<![\w.])\d[\d.,]*(?:%|k)?(?=\W|$)|\b(?:one|two|three|four|five|six|none|nil|zero|half)\b", re.I
)
_DIGIT: Final = re.compile(r"\d")
_NOT_A_COUNT: Final = re.compile(
    r"\d(?:am|pm|th|st|nd|rd)\b|\d[:.]\d\d|\b(?:20\d\d|19\d\d)\b|\b(?:at|on|bay|bed|week|day) \d", re.I
)
_LOOKED: Final = re.compile(
    r"\b(?:(?:went|been) (?:back )?(?:over|through)|counted|checked|looked (?:at|up|back|through|into)"
    r"|pulled (?:the|my|our)"
    r"|added (?:it |them )?up|audited|measured|tallied|got the (?:numbers|figures|data)|did the sums)\b",
    re.I,
)
_FEWEST_FIGURES: Final = 2
_MORE: Final = 2.0


def foremost(text: str, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses, with what the message has just come to see first, or else its numbers where nothing weighs more."""
    seen = _seen(text, clauses) or _counted(clauses)
    first = seen or (_with_its_contrast(clauses[0], clauses) if clauses else None)
    return (first, *(one for one in clauses if one is not first)) if first else ()


def _seen(text: str, clauses: Sequence[Clause]) -> Clause | None:
    turns = list(_SEEN.finditer(text))
    if not turns:
        return _in_the_insight(text, clauses)
    rest = " ".join(text[turns[-1].end() :].split()).casefold()
    after = [one for one in clauses if one.text.casefold() in rest and not _ONLY_SAYS_SO.match(one.text)]
    if not after or clauses[0] in after:
        return None
    return max(after, key=lambda one: one.charge + _MORE * bool(_NOW.search(one.text)))


def _in_the_insight(text: str, clauses: Sequence[Clause]) -> Clause | None:
    told = " ".join((insight(text) or "").split()).casefold()
    inside = [one for one in clauses if one.text.casefold() in told]
    return max(inside, key=lambda one: one.charge + _MORE * bool(_NOW.search(one.text)), default=None)


def _counted(clauses: Sequence[Clause]) -> Clause | None:
    """A run of several numbers, where the first clause says only that they were looked up."""
    if not clauses or not _LOOKED.search(clauses[0].text) or _weighs(clauses[0]):
        return None
    counted = [one for one in clauses if len(_figures(one.text)) >= _FEWEST_FIGURES and _DIGIT.search(one.text)]
    return max(counted, key=lambda one: len(_figures(one.text)) / len(one.text.split()), default=None)


def _with_its_contrast(first: Clause, clauses: Sequence[Clause]) -> Clause:
    """The run that holds the other number, too, where a number is told beside another: 'eleven regs, seven play'."""
    if not _figures(first.text):
        return first
    around = [one for one in clauses if first.text in one.text and len(one.text.split()) <= MOST_WORDS]
    return max(around, key=lambda one: (len(_figures(one.text)), one is first, -len(one.text)), default=first)


def _weighs(one: Clause) -> bool:
    words = one.text
    return bool(_figures(words) or FELT.is_in(words) or NEGATED.is_in(words) or OWNED.is_in(words) or "'" in words[:1])


def _figures(text: str) -> list[str]:
    return _FIGURE.findall(_NOT_A_COUNT.sub(" ", text))
