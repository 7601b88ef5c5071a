"""Which facet to ask about next, and in which words."""

from bot.coaching import cues
from bot.coaching.choose.context import Turn
from bot.coaching.kinds import Stage
from bot.coaching.playbook import Facet, FacetStage, Question

_NEARNESS = 4.0
_CUE_BONUS = 2.0
_NEEDS_BONUS = 0.5


def next_facet(turn: Turn, stage: Stage) -> Facet | None:
    """The untold, unasked facet that matters most and lies nearest to what was just said; None when all is told."""
    if turn.book is None:
        return None
    wanted = FacetStage.REALITY if stage is Stage.REALITY else FacetStage.BENEATH
    near = {one.id: one.confidence for one in turn.reading.near}
    open_facets = [one for one in turn.book.facets if one.stage is wanted and _is_open(one, turn)]
    return max(open_facets, key=lambda one: one.weight + _NEARNESS * near.get(one.id, 0.0), default=None)


def bound_to(turn: Turn, stage: Stage) -> bool:
    """Whether the question that a playbook would ask next is bound to words of this very message."""
    facet = next_facet(turn, stage)
    number = wording(facet, turn) if facet else None
    return facet is not None and number is not None and cues.any_in(facet.ask[number].cues, turn.text)


def open_weight(turn: Turn, stage: FacetStage, at_least: int) -> int:
    """How many facets of `stage` with this weight or more are neither told nor asked."""
    return (
        sum(one.stage is stage and one.weight >= at_least and _is_open(one, turn) for one in turn.book.facets)
        if turn.book
        else 0
    )


def asked_in(turn: Turn, stage: FacetStage) -> int:
    """How many questions of `stage` have been asked in this conversation."""
    if turn.book is None:
        return 0
    keys = tuple(f"facet:{key(turn, one)}:" for one in turn.book.facets if one.stage is stage)
    return sum(line.startswith(keys) for line in turn.state.asked)


def key(turn: Turn, facet: Facet) -> str:
    """The facet's name in the conversation's state: facets of two situations may share an id."""
    return f"{turn.state.situation}/{facet.id}"


def wording(facet: Facet, turn: Turn) -> int | None:
    """The number of the question to use: premise met, most specific first, not used before; None if none is."""
    said = turn.state.said
    fitting = [
        (number, question)
        for number, question in enumerate(facet.ask)
        if f"facet:{key(turn, facet)}:{number}" not in turn.state.asked and _premise_met(question, turn, said)
    ]
    if not fitting:
        return None
    return max(fitting, key=lambda one: (_aptness(one[1], turn), -one[0]))[0]


def _aptness(question: Question, turn: Turn) -> float:
    """How well a wording whose premise is met suits this message: one bound to words of long ago points at nothing."""
    if not question.cues:
        return _NEEDS_BONUS * bool(question.needs)
    return _CUE_BONUS if cues.any_in(question.cues, turn.text) else -_NEEDS_BONUS


def _is_open(facet: Facet, turn: Turn) -> bool:
    asked = any(line.startswith(f"facet:{key(turn, facet)}:") for line in turn.state.asked)
    return not asked and key(turn, facet) not in turn.state.told and wording(facet, turn) is not None


def _premise_met(question: Question, turn: Turn, said: str) -> bool:
    if any(f"{turn.state.situation}/{need}" not in turn.state.told for need in question.needs):
        return False
    return not question.cues or cues.any_in(question.cues, said)
