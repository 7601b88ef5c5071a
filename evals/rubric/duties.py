"""Which of the usual criteria do not judge a rehearsal or a review, and why: their own criteria (P, D) do it instead.

The author of a case says what a message is (`said`), so that no target can talk itself out of a criterion.
"""

from collections.abc import Mapping
from dataclasses import replace

from evals.casebook.case import PRACTISED, SHOWN, Said
from evals.rubric.talk import Talk

_ADVICE = frozenset({"R10", "R14"})
"""To look at a draft or a rehearsal is to say what could be otherwise: that was asked for. How much, D3 and P9 ask."""

_MATTER = frozenset({"R8"})
"""What a card bears on here is one sentence of the doctor's, and not the matter of the case."""

_THE_PART = frozenset(
    {"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R10", "R11", "R13", "R14", "R18"},
)
"""The other person of a rehearsal is no coach: they may have feelings, opinions, thirty years on the ward, a leading
question, and no source. What their words may not hold is left: R9 (the case), R12, R15, R16, R17."""

NOT_ON: Mapping[Said, frozenset[str]] = {
    Said.LINE: _THE_PART,
    Said.SETS_UP: _ADVICE,
    Said.PAUSES: _ADVICE,
    Said.GOES_ON: _ADVICE | {"R13"},  # a set form says where it stood, and begins alike each time
    Said.STOPS: _ADVICE | _MATTER,
    **dict.fromkeys(SHOWN, _ADVICE | _MATTER),
}
"""The criteria that leave a reply to such a message alone."""

_ARC = frozenset({"C1", "C2", "C5", "C6"})
"""A rehearsal has no contract, arc or balance of a coach's questions: it has the other person's answers."""

_AS_IT_STOOD = frozenset({Said.PAUSES, Said.GOES_ON})
"""Replies that say again where the talk stood; to repeat that is what they are for."""


def of_talk(criterion: str, talk: Talk) -> Talk | None:
    """The talk as a criterion of whole talks looks at it; None where it does not apply."""
    if criterion in _ARC and any(one.said in PRACTISED for one in talk.exchanges):
        return None
    if criterion == "C7":
        return replace(talk, exchanges=tuple(one for one in talk.exchanges if one.said not in _AS_IT_STOOD))
    return talk
