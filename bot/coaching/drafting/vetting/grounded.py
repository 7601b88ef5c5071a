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

_COACHING: Final = EVERYDAY | A_TO_K | L_TO_Z
"""Words that coaches use of anything: 'tiring', 'certificate', 'shop floor'. A new one is a turn of phrase."""
_MOST_NEW: Final = 2
"""New words that a sentence may have."""
_MOST_NEW_IN_ADVICE: Final = 4
_TO_SOMEBODY: Final = re.compile(r"\byou|\bi\b|\"\"")
"""A sentence without these speaks neither to the doctor nor of the coach, nor hands words back: it tells of the"
" world."""
_CLAUSE: Final = re.compile(r"(?<=[.;:])\s")
_ALIKE: Final = 0.35
_SHORTEST_SHARED: Final = 3
_LONGEST_TAIL: Final = 4
_ASKING: Final = re.compile(r"\b(?:who|what|which|when|where|how|why)\b")
_FREE: Final = re.compile(
    r"^(?:so |and |then )?(?:when|what day|which (?:day|\w+day))\b|\b(?:what|how)\b.*\b(?:happen\w*|gone on|go on"
    r"|going on|said or done|came of|come of)\b"
)


def faults(look: Look) -> Iterator[Problem]:
    """Sentences with too much in them that nobody said, and a question for another thing than the move asks."""
    known = _Known(look)
    for line in look.lines:
        for clause in _CLAUSE.split(line.own):
            new = known.new_in(clause)
            if new and _is_news(clause, new, line):
                yield Problem(code="ungrounded", detail=f"brings in what nobody said: {', '.join(new)}")
        if line.asks:
            yield from _another_question(line, look)


def _is_news(clause: str, new: Sequence[str], line: Line) -> bool:
    """Whether new words are a new matter: many of them, or one that no coach uses, where something is told."""
    if line.act is Act.ADVISE:
        return len(new) > _MOST_NEW_IN_ADVICE
    if len(new) > _MOST_NEW or line.asks:
        return len(new) > _MOST_NEW
    strange = sum(plainly.stem(one) not in _COACHING for one in new)
    told = not _TO_SOMEBODY.search(plainly.spelt_out(clause))
    return strange > 1 or (told and (strange > 0 or len(new) > 1))


class _Known:
    """The words that were said or read by anybody, and those of every talk."""

    def __init__(self, look: Look) -> None:
        self._stems = {plainly.stem(one) for one in look.known_tokens if len(one) >= _SHORTEST_SHARED}

    def new_in(self, text: str) -> list[str]:
        """The telling words of a text that are not among them, in whatever form."""
        return [one for one in plainly.telling(text) if not self._has(plainly.stem(one))]

    @cached_property
    def _beginnings(self) -> dict[str, int]:
        """Every beginning of a known stem, with the length of the shortest that begins so."""
        found: dict[str, int] = {}
        for one in self._stems:
            for end in range(_SHORTEST_SHARED, len(one) + 1):
                found[one[:end]] = min(len(one), found.get(one[:end], len(one)))
        return found

    def _has(self, stem: str) -> bool:
        if stem in self._stems or stem in EVERYDAY or (stem.startswith("un") and stem[2:] in self._stems):
            return True
        if len(stem) > _SHORTEST_SHARED and self._beginnings.get(stem, 99) <= len(stem) + _LONGEST_TAIL:
            return True
        least = max(_SHORTEST_SHARED, len(stem) - _LONGEST_TAIL)
        return any(stem[:end] in self._stems for end in range(least, len(stem)))


def _asks_alike(line: Line, look: Look) -> bool:
    """Whether a question asks for the same kind of thing as the playbooks' own: who, what, which, when."""
    ours = _ASKING.search(line.plain)
    if ours is None:
        return False
    asked = (plainly.spelt_out(one.text) for one in look.sheet.guided.sentences if one.act is Act.ASK_OPEN)
    return any((found := _ASKING.search(one)) is not None and found[0] == ours[0] for one in asked)


def _another_question(line: Line, look: Look) -> Iterator[Problem]:
    """A question that has hardly a word in common with the one that the playbooks would ask."""
    theirs = [one for one in look.guided_questions if one]
    if not theirs or _FREE.search(line.plain) or _asks_alike(line, look):
        return
    ours = frozenset(map(plainly.stem, plainly.tokens(line.plain)))
    shared = max(len(ours & one) / min(len(ours), len(one)) for one in theirs)
    if shared < _ALIKE:
        yield Problem(code="another_question", detail=f"asks something else than the move does: {line.text!r}")
