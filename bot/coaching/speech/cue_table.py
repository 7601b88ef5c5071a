"""Every cue by name, and which of them are in a sentence."""

import re
from functools import cache
from types import MappingProxyType
from typing import Final

from bot.coaching.speech import asking_cues as asking
from bot.coaching.speech import manner_cues as manner
from bot.coaching.speech import telling_cues as telling

CUES: Final = MappingProxyType(
    {
        f"{kind}.{name}": words
        for kind, group in (
            ("open", asking.OPEN),
            ("closed", asking.CLOSED),
            ("leading", asking.LEADING),
            ("invitation", asking.INVITATION),
            ("cost", telling.COST),
            ("blame", telling.BLAME),
            ("ownership", telling.OWNERSHIP),
            ("plain", telling.PLAIN),
            ("push", manner.PUSH),
            ("us_and_them", manner.US_AND_THEM),
            ("patient", manner.PATIENT),
            ("hedge", manner.HEDGE),
            ("threat", manner.THREAT),
            ("jargon", manner.JARGON),
            ("apology", manner.APOLOGY),
            ("defence", manner.DEFENCE),
            ("listening", manner.LISTENING),
            ("social", manner.SOCIAL),
        )
        for name, words in group.items()
    }
)
"""A pattern for each name, as "cost.money"."""

_LIKE: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\n": " ", "\r": " ", "\u00a0": " "})


def plain(sentence: str) -> str:
    """The sentence with plain quotation marks on one line, as the cues are written. As long as it was."""
    return sentence.translate(_LIKE)


def found(sentence: str) -> frozenset[str]:
    """The names of the cues that a sentence has."""
    words = plain(sentence)
    return frozenset(name for name in CUES if _pattern(name).search(words))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(CUES[name], re.I)
