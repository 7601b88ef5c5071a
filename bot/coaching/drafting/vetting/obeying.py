"""What a message or a source orders to be said is not said, and neither are words that came from nowhere."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.everyday import EVERYDAY
from bot.coaching.drafting.vetting.look import Look
from bot.coaching.record import Problem

_ORDERS: Final = frozenset(
    "say saying says said print repeat output write type reply respond answer begin start end finish state confirm tell"
    " tells call rate summarise summarize translate append add include continue word words phrase spell promise".split()
)
_REACH: Final = 6
"""Words that may stand between an order and what it wants to be said."""
_STUMP: Final = 4
_FEWEST_FOREIGN: Final = 3
_ANOTHERS: Final = re.compile(
    r"\"([^\"]+)\"|(?<!\w)'([^']+)'(?!\w)|<[^<>\s][^<>]*>([^<>]*)<|\[([^\[\]]+)\]|^\s*>+ ?([^\n]+)", re.M
)
"""What a message gives as another's words: in quotation marks, between tags, in brackets, behind the sign of a mail."""


def faults(look: Look) -> Iterator[Problem]:
    """Sentences that are, word for word, what somebody ordered, and short ones of words that nobody said."""
    message = plainly.straight(look.sheet.message)
    told = (plainly.tokens(message), plainly.tokens(look.sources))
    others = [plainly.tokens(part) for found in _ANOTHERS.findall(message) for part in found if part]
    guided = " ".join(plainly.tokens(look.sheet.guided.text))
    for line in look.lines:
        for sentence in plainly.sentences(line.own) if not line.asks else ():
            own = plainly.tokens(sentence)
            if not own or " ".join(own) in guided:
                continue
            if any(_is_ordered(own, one) for one in told):
                yield Problem(code="obeys", detail=f"says what a text orders to be said: {sentence!r}")
            elif any(plainly.holds_run(own, one) for one in others):
                yield Problem(code="obeys", detail=f"says another's words as its own: {sentence!r}")
            elif _is_foreign(own, look):
                yield Problem(code="not_english", detail=f"another language, and no quotation: {sentence!r}")
            elif '""' not in sentence and _is_from_nowhere(sentence, own, look):
                yield Problem(code="ungrounded", detail=f"has nothing in it that anybody said: {sentence!r}")


def _is_ordered(own: Sequence[str], told: Sequence[str]) -> bool:
    """Whether the words stand, whole and in order, shortly after an order to say something."""
    size = len(own)
    ordered = (at for at, word in enumerate(told) if word in _ORDERS)
    return any(
        tuple(told[start : start + size]) == tuple(own) for at in ordered for start in range(at + 1, at + 1 + _REACH)
    )


def _is_foreign(own: Sequence[str], look: Look) -> bool:
    """Whether half of the words or more are none of every day in English, whoever said them."""
    names = look.ground.names
    strange = [one for one in own if one not in names.ordinary and not one.isdigit()]
    return len(own) >= _FEWEST_FOREIGN and 2 * len(strange) >= len(own)


def _is_from_nowhere(sentence: str, own: Sequence[str], look: Look) -> bool:
    """Whether a stump of a sentence tells something, and none of it stands in the talk."""
    telling = plainly.stems(sentence) - EVERYDAY
    return len(own) <= _STUMP and bool(telling) and telling.isdisjoint(look.known_stems)
