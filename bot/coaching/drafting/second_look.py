"""When a chat model is asked to read a message again, and what its answer may change: the matter, and more care."""

from collections.abc import Mapping
from typing import Final

from bot.coaching.drafting.shape import SecondLook
from bot.coaching.labels import COACHING
from bot.coaching.model import Reading, Risk, Scored, State
from bot.coaching.safety import ASK_AT, MIDWAY_AT
from bot.coaching.signals import Signals

_DOUBT: Final = 0.2
_DOUBT_MIDWAY: Final = 0.25
"""Part of the probability from which a danger is asked about, at which it is worth a second look: at first, and midway,
where the other is so high that a smaller part of it is a doubt.
"""
_OFFERED: Final = 4
_AS_SURE_AS: Final = 0.8
"""How sure the coach is of a situation that a second look chose: enough to coach on it, not as sure as words can be."""


def is_unsure(reading: Reading, signals: Signals, state: State) -> bool:
    """Whether the small models are unsure: of what it is about, where nothing is settled, or whether it is a danger."""
    if reading.risk is not None or state.expecting.startswith("safety:"):
        return False  # what is asked about, or answered, does not wait for a model
    midway = state.situation is not None or bool(state.expecting)
    levels = [(route, _DOUBT_MIDWAY * MIDWAY_AT[route] if midway else _DOUBT * at) for route, at in ASK_AT.items()]
    doubtful = any(signals.stops.get(route, 0.0) >= at for route, at in levels if route not in state.cleared)
    unsettled = state.situation is None and not state.choosing
    return doubtful or (unsettled and not reading.sure and reading.intent == COACHING)


def candidates(reading: Reading, titles: Mapping[str, str]) -> dict[str, str]:
    """The situations that it may be, likeliest first, with their titles: those that the small models find likeliest.

    None where the answer would change nothing, since the situation is sure or something else is due.
    """
    if reading.sure or reading.intent != COACHING:
        return {}
    return {one.id: titles[one.id] for one in reading.situations[:_OFFERED] if one.id in titles}


def refined(reading: Reading, look: SecondLook, choices: Mapping[str, str], state: State) -> Reading:
    """A reading without a risk after a second look: more careful, or of another matter where that was offered."""
    risk = _risk(look, state)
    if risk is not None:
        return reading.model_copy(update={"risk": risk, "intent": risk.route, "decided_by": risk.decided_by})
    if reading.sure or reading.intent != COACHING or look.situation not in choices:
        return reading
    first = Scored(id=look.situation, confidence=_AS_SURE_AS)
    others = tuple(one for one in reading.situations if one.id != look.situation)
    total = sum(one.confidence for one in others) or 1.0
    shared = tuple(Scored(id=one.id, confidence=round((1 - _AS_SURE_AS) * one.confidence / total, 4)) for one in others)
    ranking = (first, *(one for one in reading.ranking if one.id != look.situation))
    return reading.model_copy(
        update={
            "situations": (first, *shared),
            "ranking": ranking,
            "sure": True,
            "decided_by": f"a chat model, asked to look again, reads it as {look.situation}",
        }
    )


def _risk(look: SecondLook, state: State) -> Risk | None:
    """A danger that is seen is asked about; once more where it was asked about before and is now said plainly."""
    answered = look.danger in state.cleared or f"safety:{look.danger}" in state.asked
    if look.danger == "none" or (answered and not look.plainly):
        return None
    why = "a chat model, asked to look again, sees it in the message"
    return Risk(route=look.danger, check_in=True, decided_by=why)
