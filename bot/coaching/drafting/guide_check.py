"""Whether the guides are right: each move guided or never worded, and every example true to its own guide's rules."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from bot.coaching.drafting.guide import Example, MoveGuide
from bot.coaching.drafting.never import NEVER
from bot.coaching.kinds import Act

_QUOTED: Final = re.compile(r'"[^"]*"')


def faults(guides: Mapping[str, MoveGuide], moves: Collection[str]) -> Iterator[tuple[str, str]]:
    """Everything that is wrong, as the name of the move and a sentence."""
    for move in (*guides, *(one for one in NEVER if one not in guides)):
        if move not in moves:
            yield move, "is no move"
    for move in moves:
        if (move in guides) == (move in NEVER):
            yield (
                move,
                "is guided and never worded" if move in guides else "is neither guided nor among the never worded",
            )
    for move, guide in guides.items():
        yield from ((move, fault) for fault in _of(guide))


def _of(guide: MoveGuide) -> Iterator[str]:
    strange = [one for one in guide.needs if one not in guide.acts]
    if strange:
        yield f"needs {', '.join(strange)}, which is not among its acts"
    for number, example in enumerate(guide.examples, 1):
        for fault in _of_example(example, guide):
            yield f"example {number} {fault}"


def _of_example(one: Example, guide: MoveGuide) -> Iterator[str]:
    acts = [each.act for each in one.coach]
    strange = sorted({each for each in acts if each not in guide.acts})
    if strange:
        yield f"has {', '.join(strange)}, which is not among the acts"
    if guide.needs and not set(acts) & set(guide.needs):
        yield f"has none of {', '.join(guide.needs)}"
    words = sum(len(each.text.split()) for each in one.coach)
    if words > guide.words:
        yield f"has {words} words, {guide.words} are allowed"
    for each in one.coach:
        asks = _QUOTED.sub("", each.text).count("?")
        if asks != (each.act in {Act.ASK_OPEN, Act.ASK_CLOSED}):
            yield f"has a sentence tagged {each.act} with {asks} questions"
    if sum(each.act in {Act.ASK_OPEN, Act.ASK_CLOSED} for each in one.coach) > 1:
        yield "asks more than one question"
