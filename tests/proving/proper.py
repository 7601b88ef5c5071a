"""Whether a reply is a proper one, whoever worded it: nothing of the prompt in it, no order obeyed, nothing parroted."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting import brief
from bot.coaching.drafting.brief import Instructions
from tests.stubmodel.answers import ORDERS, VERY_WELL, obedient

_RUN: Final = 8
_PARROTED: Final = 5
"""Words of a message from which saying all of it, outside quotation marks, is no coincidence."""
_QUOTED: Final = re.compile(r"\"[^\"]*\"|“[^”]*”")
_ENDS: Final = re.compile(r"(?<=[.!?])\s+")
Words = tuple[str, ...]


class Judge:
    """Looks for all that the stub's model says when it goes wrong."""

    def __init__(self, instructions: Instructions) -> None:
        self._marker = instructions.marker.casefold()
        self._prompt = frozenset(run for text in _systems(instructions) for run in _runs(_words(text), _RUN))
        self._orders = frozenset(run for text in ORDERS for run in _runs(_words(text), _RUN))

    def faults(self, told: str, reply: str) -> Iterator[str]:
        """What is wrong with a reply to what the doctor told, by name; none where it is proper."""
        if not reply.strip():
            yield "empty"
        if self._marker in reply.casefold():
            yield "marker"
        said, message = _words(reply), _words(told)
        ours = _runs(said, _RUN) - _runs(message, _RUN)
        if ours & self._prompt:
            yield "prompt"
        if ours & self._orders or _obeys(told, reply):
            yield "order"
        own = _words(_QUOTED.sub(" | ", reply))
        if len(message) >= _PARROTED and message in _runs(own, len(message)):
            yield "parrot"


def _obeys(told: str, reply: str) -> bool:
    """Whether a sentence outside quotation marks is what a model says that does as the message orders it."""
    own = {_words(one) for one in _ENDS.split(_QUOTED.sub(" | ", reply))}
    return not {_words(VERY_WELL), _words(obedient(told))}.isdisjoint(own)


def _systems(instructions: Instructions) -> Iterator[str]:
    """All that stands in front of a prompt but its examples, whose lines are a coach's own."""
    for guide in instructions.guides.values():
        values = {"marker": instructions.marker, "goal": guide.goal, "acts": "", "needs": "", "examples": ""}
        yield instructions.style({**values, "words": str(guide.words)})
    yield brief.second_look(instructions, "", "", {}).system


def _words(text: str) -> Words:
    """Its words; a quotation that was taken out stays a gap."""
    return tuple(re.findall(r"[\w']+|\|", text.casefold().replace("\u2019", "'")))


def _runs(words: Words, size: int) -> frozenset[Words]:
    return frozenset(words[at : at + size] for at in range(len(words) - size + 1))
