"""What makes a plan likelier: a help told with the number, a smaller step, a way round put right."""

import re

from bot.coaching import commitments
from bot.coaching.choose import plan_words
from bot.coaching.commitments import helps, snags, ways
from bot.coaching.model import Commitment, TurnKind

_BARE = {TurnKind.MINIMAL, TurnKind.DONT_KNOW, TurnKind.NO, TurnKind.YES, TurnKind.NUMBER}
_SURE_ENOUGH = 7
_LESS = re.compile(
    r"\b(?:what i (?:could|can|might) do|too (?:much|big)|smaller|easier|instead|\d+ if i"
    r"|(?:it['’]?d|would) be an? \d+ if)\b",
    re.I,
)
INSTEAD = re.compile(r"\b(?:instead|rather|actually|on second thoughts|change of plan|better|scrap that)\b", re.I)


def way_put_right(said: plan_words.Said, plan: Commitment) -> dict[str, object] | None:
    """'That is how it goes wrong. What I'd do is text her now', in answer to the number: the way round is put right."""
    late = said.state.expecting in {"confidence", "raise"} and plan.if_then is not None
    instead = ways.put_instead(said.text) if late else None
    return {"commitment": plan.model_copy(update={"if_then": instead})} if instead else None


def names_less(text: str, plan: Commitment) -> bool:
    """Whether a low number comes with the smaller thing that would be done: it is not asked for a second time."""
    low = plan.confidence is not None and plan.confidence < _SURE_ENOUGH
    return low and bool(_LESS.search(text))


def easier(said: plan_words.Said, plan: Commitment) -> Commitment:
    """What would make it likelier: kept beside the plan, without the number that came with it."""
    bare = said.reading.kind in _BARE and not _LESS.search(said.text)
    if bare or plan_words.refused(said.text):
        return plan
    pair = snags.if_then(said.text)
    if pair is not None and plan.if_then is None and not re.search(r"\bif i\b", pair, re.I):
        return plan.model_copy(update={"if_then": pair})
    step = helps.step_beside(said.text, plan.what)
    told = helps.easier(said.text)
    if told is None or (step is None and commitments.when_alone(told) is not None):
        return plan
    replaced = step and plan.if_then and INSTEAD.search(said.text) and helps.shares(step, plan.if_then)
    return plan.model_copy(update={"easier": told, "if_then": None if replaced else plan.if_then})
