"""A reply words what was said and asked already: what else it brings in is invented, however well it sounds.

The measure is one of words. It knows no meanings: it lets a turn of phrase through, and stops a new matter.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.everyday import EVERYDAY
from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.drafting.vetting.vocabulary_a_k import A_TO_K
from bot.coaching.drafting.vetting.vocabulary_l_z import L_TO_Z
from bot.coaching.kinds import Act
from bot.coaching.record import Problem

COACHING: Final = EVERYDAY | A_TO_K | L_TO_Z
"""Words that coaches use of anything: 'tiring', 'certificate', 'shop floor'. A new one is a turn of phrase."""
_MOST_NEW: Final = 3
_MOST_STRANGE: Final = 2
"""New words that a sentence may have, and those among them that no coach uses."""
_MOST_NEW_IN_ADVICE: Final = 4
_TO_SOMEBODY: Final = re.compile(r"\byou|\bi\b|\"\"")
"""A sentence without these speaks neither to the doctor nor of the coach, nor hands words back: it tells of the"
" world."""
_CLAUSE: Final = re.compile(r"(?<=[.;:])\s|,? (?=because\b)")
_SHORTEST_SHARED: Final = 3
_LONGEST_TAIL: Final = 4


def faults(look: Look) -> Iterator[Problem]:
    """Sentences with too much in them that nobody said."""
    known = Known(look)
    for line in look.lines:
        for clause in _CLAUSE.split(line.own):
            new = known.new_in(clause)
            if new and _is_news(clause, new, known.said_in(clause), line):
                yield Problem(code="ungrounded", detail=f"brings in what nobody said: {', '.join(new)}")


def _is_news(clause: str, new: Sequence[str], said: int, line: Line) -> bool:
    """Whether new words are a new matter: many of them, or few where nothing in the clause was said by anybody.

    What holds words that were said (`said` of them) is a turn of phrase upon them, a metaphor perhaps.
    """
    if line.act is Act.ADVISE:
        return len(new) > _MOST_NEW_IN_ADVICE
    strange = sum(plainly.stem(one) not in COACHING for one in new)
    if said or line.asks:
        return len(new) > max(said, _MOST_NEW) or strange > max(said, _MOST_STRANGE)
    told = not _TO_SOMEBODY.search(plainly.spelt_out(clause))
    return strange > 1 or len(new) > _MOST_NEW or (told and (strange > 0 or len(new) > 1))


class Known:
    """The words that were said or read by anybody, and those of every talk."""

    def __init__(self, look: Look) -> None:
        self._stems = {plainly.stem(one) for one in look.known_tokens if len(one) >= _SHORTEST_SHARED}

    def new_in(self, text: str) -> list[str]:
        """The telling words of a text that are not among them, in whatever form."""
        return [one for one in plainly.telling(text) if not self._has(plainly.stem(one))]

    def said_in(self, text: str) -> int:
        """How many of its telling words somebody has said, be they words of every day."""
        return sum(plainly.stem(one) in self._stems for one in plainly.telling(text))

    @cached_property
    def _beginnings(self) -> dict[str, int]:
        """Every beginning of a known stem, with the length of the shortest that begins so."""
        found: dict[str, int] = {}
        for one in self._stems:
            for end in range(_SHORTEST_SHARED, len(one) + 1):
                found[one[:end]] = min(len(one), found.get(one[:end], len(one)))
        return found

    def _has(self, stem: str) -> bool:
        if stem in self._stems or stem in EVERYDAY or (stem.startswith("un") and stem[2:] in self._stems | EVERYDAY):
            return True
        if len(stem) > _SHORTEST_SHARED and self._beginnings.get(stem, 99) <= len(stem) + _LONGEST_TAIL:
            return True
        least = max(_SHORTEST_SHARED, len(stem) - _LONGEST_TAIL)
        return any(stem[:end] in self._stems for end in range(least, len(stem)))
