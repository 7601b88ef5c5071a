"""A reply words what was said and asked already: what else it brings in is invented, however well it sounds.

The measure is one of words. It knows no meanings: it lets a turn of phrase through, and stops a new matter.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.everyday import EVERYDAY
from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.model import Act
from bot.coaching.record import Problem

_MOST_NEW: Final = 1
"""New words that a sentence may have: a turn of phrase takes one."""
_MOST_NEW_IN_ADVICE: Final = 3
_CLAIMS: Final = re.compile(r"\b(?:is|are|was|were|i|we|us)\b")
"""With these a sentence says that something is so, and then none of its words may be new."""
_CLAUSE: Final = re.compile(r"[;:.]")
_MOST_NEW_IN_ALL: Final = 4
_ALIKE: Final = 0.35
_SHORTEST_SHARED: Final = 3
_LONGEST_TAIL: Final = 4
_FREE: Final = re.compile(r"\b(?:what|how)\b.*\b(?:happen\w*|gone on|go on|going on|said or done|came of|come of)\b")


def faults(look: Look) -> Iterator[Problem]:
    """Sentences with too much in them that nobody said, and a question for another thing than the move asks."""
    known = _Known(look)
    in_all = 0
    for line in look.lines:
        new = known.new_in(line.own)
        in_all += len(new)
        if len(new) > _allowed(line, known):
            yield Problem(code="ungrounded", detail=f"brings in what nobody said: {', '.join(new)}")
        if line.asks:
            yield from _another_question(line, look)
    if in_all > _MOST_NEW_IN_ALL and Act.ADVISE not in look.acts:
        yield Problem(code="ungrounded", detail=f"brings in {in_all} words that nobody said")


def _allowed(line: Line, known: "_Known") -> int:
    """How many new words a sentence may have: none where the clause that has one says that something is so."""
    if line.act is Act.ADVISE:
        return _MOST_NEW_IN_ADVICE
    claims = any(_CLAIMS.search(clause) and known.new_in(clause) for clause in _CLAUSE.split(line.plain))
    return 0 if claims and not line.asks else _MOST_NEW


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
        if stem in self._stems or stem in EVERYDAY:
            return True
        if len(stem) > _SHORTEST_SHARED and self._beginnings.get(stem, 99) <= len(stem) + _LONGEST_TAIL:
            return True
        least = max(_SHORTEST_SHARED, len(stem) - _LONGEST_TAIL)
        return any(stem[:end] in self._stems for end in range(least, len(stem)))


def _another_question(line: Line, look: Look) -> Iterator[Problem]:
    """A question that has hardly a word in common with the one that the playbooks would ask."""
    theirs = [one for one in look.guided_questions if one]
    if not theirs or _FREE.search(line.plain):
        return
    ours = frozenset(map(plainly.stem, plainly.tokens(line.plain)))
    shared = max(len(ours & one) / min(len(ours), len(one)) for one in theirs)
    if shared < _ALIKE:
        yield Problem(code="another_question", detail=f"asks something else than the move does: {line.text!r}")
