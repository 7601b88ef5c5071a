"""The act of a plan in full: 'find her' is the deed told before with the same person, and 'do it at 8.15' its time."""

import re
from collections.abc import Sequence
from typing import Final

from bot.coaching import commitments
from bot.coaching.choose import undertaken
from bot.coaching.model import Commitment

_THIN: Final = re.compile(
    r"^(?:(?:(?:go|try) (?:and|to|&) )?(?:find|see|catch|grab|get|approach|meet|speak (?:to|with)|talk (?:to|with)|tell"
    r"|ask|go to|ring|call|message|text|email)(?: up with| hold of)?\s+(?P<who>him|her|them)"
    r"|(?:do|say|try|raise|bring up|mention)\s+(?P<it>it|that|this))"
    r"(?P<how>\s+(?:in (?:private|person|the \w+)|alone|one[- ]to[- ]one|face to face|on (?:my|his|her|their) own"
    r"|quietly|properly|first|again|anyway))?\W*$",
    re.I,
)
"""An act that leaves out what it is about."""

_SAME: Final = {"her": "her|she", "him": "him|he|his", "them": "them|they|their"}
_SAYS: Final = re.compile(
    r"\b(?:say|tell|ask|apologi[sz]e|sorry|thank|show|give|offer|suggest|explain|raise|let (?:him|her|them) know)\b",
    re.I,
)
_LITTLE: Final = frozenset("the a an and to for with of at in on it just then or my".split())
_TO_COMPARE: Final = 4
_FEWEST: Final = 5
_MOST: Final = 30
_NO_MORE: Final = re.compile(r"\b(?:instead|rather than|forget|scrap|not (?:going to|gonna)|changed my mind)\b", re.I)
_ITS_TIME: Final = re.compile(
    r"\b(?:i['’]?ll|i will|i['’]?d|i would|gonna|going to|can|could) (?:just )?do (?:it|that|this) "
    r"(?P<when>(?:at|around|about|before|after|during|in|by|first thing)\b(?:[^.,;!?]|[.](?=\d)){2,40})",
    re.I,
)


def whole(plan: Commitment, said: str, text: str) -> Commitment:
    """The plan with the fuller act that an earlier line told with the same person; as it is where it says its own."""
    thin = _THIN.match(plan.what)
    if thin is None or _NO_MORE.search(text):
        return plan
    for line in reversed(said.splitlines()):
        if line.strip() == text.strip():
            continue
        for act in reversed(commitments.acts(line)):
            if _is_fuller(act.what, line, thin):
                how = f", {thin['how'].strip()}" if thin["it"] and thin["how"] else ""
                told = commitments.without_day(commitments.cut(act.what, _MOST))
                whom = plan.with_whom or commitments.made_of(told, told).with_whom
                return plan.model_copy(update={"what": f"{told}{how}", "with_whom": whom})
    return plan


def is_among(idea: str, options: Sequence[str]) -> bool:
    """Whether an idea is one of those named before, said again: nobody is to choose between the two."""
    words = _words(idea)
    return any(idea.casefold() == one.casefold() or _is_same(words, _words(one)) for one in options)


def said_again(ideas: Sequence[str], options: Sequence[str]) -> str | None:
    """The option that the one idea of a message says once more: that is the one; None where it is new."""
    if len(ideas) != 1:
        return None
    return next((one for one in reversed(options) if is_among(ideas[0], (one,))), None)


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return min(len(one), len(other)) >= _TO_COMPARE and (one <= other or other <= one)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w'’]+", text.casefold())) - _LITTLE


def its_time(when: str | None, text: str) -> str | None:
    """The plan's time with that of 'so I'll do it at 8.15', told behind its day; None where that adds nothing."""
    found = _ITS_TIME.search(text)
    if when is None or found is None:
        return None
    told = commitments.tidy(found["when"])
    timed = re.search(r"\d", told) or commitments.find_when(told)
    return f"{when} {told}" if timed and told.casefold() not in when.casefold() and "\n" not in told else None


def _is_fuller(act: str, line: str, thin: re.Match[str]) -> bool:
    """Whether an act says something to somebody, in more words, to the same person where one is named."""
    same = thin["it"] or re.search(rf"\b(?:{_SAME[thin['who'].casefold()]})\b", act, re.I)
    long = len(act.split()) >= _FEWEST and _THIN.match(act) is None
    return bool(same and long and _SAYS.search(act) and undertaken.is_act(act, line))
