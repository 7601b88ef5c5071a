"""What, when, with whom, if-then and how sure, taken from the doctor's own words."""

import re
from datetime import date
from typing import Final

from bot.coaching.commitments import aims, corrections, numbers
from bot.coaching.commitments.acts import Act, Force, acts, ideas
from bot.coaching.commitments.days import find_when, when_alone, when_of, without_day
from bot.coaching.commitments.due_days import due_date
from bot.coaching.commitments.helps import easier, shares
from bot.coaching.commitments.matters import matter
from bot.coaching.commitments.persons import mentioned, whom
from bot.coaching.commitments.sentences import cut, is_torn, sentences, tidy, whole_end
from bot.coaching.model import Commitment

__all__ = [
    "Act",
    "Force",
    "acts",
    "aims",
    "chosen",
    "corrections",
    "cut",
    "due_date",
    "easier",
    "find_when",
    "ideas",
    "is_action",
    "is_torn",
    "is_vague",
    "made_of",
    "matter",
    "numbers",
    "retimed",
    "sentences",
    "shares",
    "tidy",
    "when_alone",
    "when_of",
    "whole_end",
    "without_day",
]  # fmt: skip

_VAGUE: Final = re.compile(
    r"\b(?:try(?: and| to)? (?:be|do better)|be (?:better|nicer|more \w+)|think about it|see how it goes"
    r"|at some point|sometime|soon)\b",
    re.I,
)
_ORDINALS: Final = (
    r"\b(?:first|1st|former|number one|no 1)\b",
    r"\b(?:second|2nd|latter|number two)\b",
    r"\b(?:third|3rd)\b",
)
_SHORT_CHOICE: Final = 14
_NAMES_ONLY: Final = 4
_BRIEF: Final = 40
_ANYBODY: Final = frozenset({"everybody", "everyone", "nobody", "no one", "people", "someone", "somebody", "anyone"})
"""Spoken of in passing, where none is named in the step itself."""
_LITTLE: Final = frozenset(
    "the and for with that this them then they she her him his you but not one ask tell say talk".split()
)


def made_of(what: str, text: str) -> Commitment:
    """A new commitment to do `what`, without a day; whom it is with is taken from it, else from `text`."""
    return Commitment(what=what, with_whom=_named(what, text))


def retimed(plan: Commitment, when: str | None, today: date | None) -> Commitment:
    """The plan with another day; as it was where `when` is None."""
    return plan.model_copy(update={"when": when, "due": due_date(when, today)}) if when else plan


def chosen(text: str, options: tuple[str, ...]) -> str | None:
    """Which of the named options the doctor picks: 'the second', 'the tea'; None where it does not show."""
    if not options or len(text.split()) > _SHORT_CHOICE:
        return None
    for number, cue in enumerate(_ORDINALS[: len(options)]):
        if re.search(cue, text, re.I):
            return options[number]
    said = _content(text)
    shared = [len(said & _content(one)) for one in options]
    best = max(shared)
    return options[shared.index(best)] if best and shared.count(best) == 1 else None


def is_action(text: str) -> bool:
    """True where the doctor names something to do, as 'ask the sister' or 'I'll email him', not how it may turn out."""
    return bool(acts(text))


def is_vague(text: str) -> bool:
    """True where the doctor names an intention and nothing that could be done on a day."""
    return bool(_VAGUE.search(text))


def _named(what: str, text: str) -> str | None:
    """With whom: where the step has a pronoun or nobody in it, who it is may stand beside it."""
    told = whom(what)
    if told is not None and told.casefold() not in {"him", "her", "them"} | _ANYBODY:
        return told
    before, here, _ = text.partition(what.split(", and ")[0])
    if told is not None:
        return (mentioned(before) if here else None) or whom(text) or told
    first = what.split(", and ")[0]
    parts = sentences(text)
    short = [text] if len(text.split()) <= _BRIEF else []
    beside = [one for one in parts if first in one]
    beside += [one for one in parts if len(one.split()) <= _NAMES_ONLY] + short
    named = (whom(one) for one in beside)
    return next((one for one in named if one and one.casefold() not in _ANYBODY), None)


def _content(text: str) -> set[str]:
    return {one[:5] for one in re.findall(r"[a-z]{3,}", text.casefold()) if one not in _LITTLE}
