"""How far the other is moved: from what a line did and what came before it to a step up or down, and how it ended."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final

from bot.coaching.practice import End, Moment, Openness
from bot.coaching.rehearsal.acts import CLOSING, CURIOUS, OPENING, Act

FIRST: Final = 1
_HIGHEST: Final = 9
_WARY: Final = 2
_WARMING: Final = 4
_OPEN: Final = 6
_MOST: Final = 2
_CURIOUS_LINES: Final = 2
"""Lines that ask, listen or invite, without which nobody opens: one token question among speeches is none."""

_INTERROGATION: Final = 3
_COSTS: Final[Mapping[Act, int]] = {Act.ABUSED: 2, Act.THREATENED: 2, Act.BLAMED: 2}


def openness_of(level: int) -> Openness:
    """Which of the four a level is."""
    if level >= _OPEN:
        return Openness.OPEN
    if level >= _WARMING:
        return Openness.WARMING
    return Openness.WARY if level >= _WARY else Openness.GUARDED


def moved(acts: Collection[Act], level: int, so_far: Sequence[Moment], *, bare: bool, repeated: bool) -> int:
    """By how much a line opens (or, below 0, closes) the other: -2 to 2.

    `bare` is a line of questions and nothing else, `repeated` one whose question was asked before.
    """
    closes = sum(_COSTS.get(one, 1) for one in CLOSING if one in acts and not _forgiven(one, level))
    opens = _opens(acts, so_far, bare=bare, repeated=repeated)
    if closes:  # what is wrapped in a push is heard as a push; only what the doctor owns or says back softens it
        opens = sum(one in acts for one in (Act.LISTENED, Act.OWNED, Act.APOLOGISED))
    return max(-_MOST, min(_MOST, opens - closes))


def raised(level: int, change: int, acts: Collection[Act], so_far: Sequence[Moment]) -> int:
    """The level after a line: between 0 and 9, and not open before the doctor has wanted to hear more than once."""
    after = max(0, min(_HIGHEST, level + change))
    curious = sum(_is_curious(one.acts) for one in so_far) + _is_curious(acts)
    return after if curious >= _CURIOUS_LINES or after < _OPEN else max(level, _OPEN - 1)


def end_of(moments: Sequence[Moment]) -> End:
    """How the other leaves the conversation."""
    levels = (FIRST, *(one.level for one in moments))
    last = openness_of(levels[-1])
    if last is Openness.OPEN:
        return End.WON_BACK if _fell(levels) else End.WON
    if last is Openness.GUARDED and any(one.opened < 0 for one in moments):
        return End.LOST
    return End.UNDECIDED


def _opens(acts: Collection[Act], so_far: Sequence[Moment], *, bare: bool, repeated: bool) -> int:
    done = {one for one in OPENING if one in acts}
    if Act.APOLOGISED in done:
        done.discard(Act.OWNED)  # an apology owns something already
    if repeated or (bare and done == {Act.ASKED} and _interrogates(so_far)):
        done.discard(Act.ASKED)
    if Act.PATIENT in done and not done & CURIOUS and any(Act.PATIENT in one.acts for one in so_far):
        done.discard(Act.PATIENT)  # said twice without a question it is an argument
    kept_up = _kept_up(so_far) and not repeated
    if not done and Act.ASKED_CLOSED in acts and kept_up and not bare:
        return 1  # a plain question goes down well with somebody who is being listened to
    return len(done) + (len(done) == 1 and kept_up)


def _kept_up(so_far: Sequence[Moment]) -> bool:
    """Whether more lines have opened them than shut them so far: interest that lasts counts for more."""
    opened, shut = (sum(sign * one.opened > 0 for one in so_far) for sign in (1, -1))
    return opened > shut


def _interrogates(so_far: Sequence[Moment]) -> bool:
    """Whether the last lines were questions and nothing else, too."""
    last = so_far[-(_INTERROGATION - 1) :]
    only = frozenset({Act.ASKED, Act.ASKED_CLOSED})
    return len(last) == _INTERROGATION - 1 and all(one.acts and only.issuperset(one.acts) for one in last)


def _forgiven(act: Act, level: int) -> bool:
    return act in {Act.COUNTED_COST, Act.HELD_FORTH} and level >= _OPEN


def _is_curious(acts: Collection[str]) -> bool:
    return not CURIOUS.isdisjoint(acts) and not any(one in acts for one in CLOSING)


def _fell(levels: Sequence[int]) -> bool:
    """Whether somebody who had begun to listen was lost in between."""
    return any(
        before >= _WARY and max(levels[:at]) >= _WARY and after < _WARY
        for at, (before, after) in enumerate(pairwise(levels), 1)
    )
