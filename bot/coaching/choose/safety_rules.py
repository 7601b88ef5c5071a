"""Rules that come before all others: what stops coaching, what is asked when unsure, and the way back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.coaching.about_me import is_about_me
from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.labels import STOPS
from bot.coaching.model import Held, Risk, State
from bot.coaching.safety import explicit
from bot.coaching.safety_answers import (
    admits,
    asks_to_go_on,
    claims_safety,
    denies,
    evades,
    is_safe,
    matter,
    resumed,
    says_no,
)

_PART = re.compile(
    r"\b(?:part of (?:it|the|this|my)|(?:just |only )?(?:practi[sc]\w+|pretend\w*|rehears\w+|acting|role[- ]?play\w*)"
    r"|in (?:the|this) (?:scene|part|story|exercise|scenario)|(?:not|isn'?t) (?:real|happening)|made (?:it )?up)\b",
    re.I,
)
_STAYING = {"crisis_self", "patient_safety_now", "mistreatment", "colleague_at_risk"}
_OWN = "crisis_self"
_SHORT_DENIAL = 4
_SHORT_ANSWER = 7
_SILENCE = 4
_HEARD = f"safety:{_OWN}:heard"
"""The line for who says once more, after the full stop, that they are safe, and how: no words to coach with."""
_BARE = "ok"
"""Stands for a 'go on' that says nothing else and follows no message still to be answered."""

_MOST_ON_MISTREATMENT = 3
"""So often the coach stays with it; then the doctor, who may want to talk about something else, is asked."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What is answered after the way back: these words, in a conversation that stands at `state`.

    `lead` names the danger just denied, on which the reply begins with a word; `weighed` says that the words have been
    asked about already, so that no number is to ask about them a second time.
    """

    text: str
    state: State
    lead: str = ""
    weighed: bool = False


def way_back(text: str, state: State) -> TakenUp | None:
    """After a no to a safety question, or a 'go on' after a full stop: what the coach answers now; None elsewhere.

    It is the matter that the doctor adds, where they add one, and else the message that had been asked about.
    """
    if state.expecting == "after_safety":
        rest = resumed(text)
        return None if rest is None or explicit(text) else _taken_up(text, rest, state)
    route = _route_of(state)
    if route not in (*STOPS, *_STAYING) or explicit(text):
        return None
    if state.route is None and _of_the_part(text, state):
        return _taken_up(text, "", _cleared(state, route))
    if state.route is None and denies(text, route):
        return _taken_up(text, matter(text), _cleared(state, route), route)
    if state.route is not None and is_safe(text, route) and asks_to_go_on(text):
        return _taken_up(text, matter(text), _cleared(state, route), route)
    return None


def _of_the_part(text: str, state: State) -> bool:
    """Whether a doctor in a rehearsal says that what reads like a danger is what they practise saying."""
    return state.practice is not None and not state.practice.over and bool(_PART.search(text))


def stop(turn: Turn) -> Chosen | None:
    """A message that must stop coaching gets the fixed wording of its route; the same block is not given twice."""
    risk = turn.reading.risk
    if risk is None:
        return None
    if risk.route == "clinical_advice":
        return make(
            turn, Plan("decline_clinical", f"asks for a clinical ruling ({risk.decided_by})", turn.before.expecting)
        )
    if risk.route == "injection":
        return make(
            turn, Plan("decline_injection", f"tries to change the coach ({risk.decided_by})", turn.before.expecting)
        )
    if _route_of(turn.before) and (risk.check_in or _stayed_with(turn, risk.route)):
        return None
    if risk.check_in:
        return _check_in(turn, risk.route, risk.decided_by)
    reason = f"{risk.route}: {risk.decided_by}"
    if explicit(turn.text):
        return _stopped(_told(turn, risk.route), risk.route, reason, turn.before.held)
    return _stopped(turn, risk.route, reason, turn.before.held or _hold(turn))


def _stayed_with(turn: Turn, route: str) -> bool:
    """Whether the doctor's own danger is stayed with: only plain words, and no number, lead to another's from there.

    Who is with them and whom they rang reads like a patient's danger, and is none.
    """
    return turn.before.route == _OWN and route != _OWN and explicit(turn.text) is None


def answer_to_check(turn: Turn) -> Chosen | None:
    """After a safety question or a safety message: what was not a plain no is asked again, or stayed with."""
    once_more = turn.before.expecting == "after_safety" and turn.before.asked[-1:] == (f"safety:{_OWN}",)
    if once_more and claims_safety(turn.text) and resumed(turn.text) is None:
        reason = "says once more that they are safe, and how: thanked, and asked whether to go on"
        return make(turn, Plan("safety_all_clear", reason, "after_safety", _HEARD))
    route = _route_of(turn.before)
    if route not in (*STOPS, *_STAYING):
        return None
    return _asked(turn, route) if turn.before.route is None else _stopped_before(turn, route)


def _asked(turn: Turn, route: str) -> Chosen | None:
    """A question is open: a yes takes its route, a way round it is met once with a gentler one.

    Whoever goes on with their matter instead is heard; a doubt of the model turns no question into a block.
    """
    if admits(turn.text, route):
        told = _told(turn, route)
        return _stopped(told, route, "the answer to the safety question was a yes", turn.before.held)
    if is_about_me(turn.text):
        return _about(turn, route)
    words, asked_again = share(turn.text), _is_asked_again(turn.before, route)
    silent = words < _SHORT_ANSWER if not asked_again else words < _SILENCE
    if asked_again and (silent or evades(turn.text)):
        return _stopped(turn, route, "the safety question was twice not answered with a no", turn.before.held)
    if asked_again or not (silent or evades(turn.text) or turn.reading.risk):
        return None
    plan = Plan(
        "safety_check_in",
        "the safety question was not answered: asks once more, gently",
        f"safety:{route}",
        f"safety:{route}:again",
    )
    return make(turn, plan, state=turn.state.model_copy(update={"held": turn.before.held}))


def asked_in_practice(turn: Turn, risk: Risk) -> Chosen:
    """In a rehearsal, words of danger may be part of what is practised: the coach steps out of it and asks which."""
    asked = _check_in(turn, risk.route, risk.decided_by)
    return Chosen(asked.move.model_copy(update={"lead": "step_out"}), asked.state)


def _about(turn: Turn, route: str) -> Chosen:
    """Who asks about the coach is answered, and asked the same thing again: they have not evaded it, nor said no."""
    plan = Plan("about", "asks about the coach before the safety question is answered", f"safety:{route}")
    return make(turn, plan, state=turn.state.model_copy(update={"held": turn.before.held}))


def _stopped_before(turn: Turn, route: str) -> Chosen:
    """Coaching has stopped: stays until the doctor says clearly that all is well or, for what lasts, asks to go on."""
    held = turn.before.held
    if _says_all_clear(turn, route):
        kept = _cleared(turn.state, route).model_copy(update={"held": held})
        plan = Plan("safety_all_clear", "the doctor says that nobody is in danger", "after_safety", f"safety:{route}")
        return make(turn, plan, state=kept)
    kept = turn.state.model_copy(update={"route": route, "held": held})
    reason = "stays with the doctor until they say they are safe"
    return make(turn, Plan("safety_stay", reason, f"safety:{route}", f"safety:{route}"), state=kept)


def _says_all_clear(turn: Turn, route: str) -> bool:
    if turn.reading.risk is not None and not turn.reading.risk.check_in and explicit(turn.text):
        return False
    stayed = sum(one.startswith(f"stay:{route}:") for one in turn.before.used)
    if route == "mistreatment" and stayed >= _MOST_ON_MISTREATMENT:
        return True
    plain_no = says_no(turn.text) and not stayed and share(turn.text) <= _SHORT_DENIAL
    return is_safe(turn.text, route) or asks_to_go_on(turn.text) or plain_no


def _is_asked_again(state: State, route: str) -> bool:
    return state.asked[-1:] == (f"safety:{route}:again",)


def _check_in(turn: Turn, route: str, decided_by: str) -> Chosen:
    reason = f"not sure whether this is {route} ({decided_by}): asks one plain question"
    kept = turn.state.model_copy(update={"held": _hold(turn)})
    return make(turn, Plan("safety_check_in", reason, f"safety:{route}", f"safety:{route}"), state=kept)


def _stopped(turn: Turn, route: str, reason: str, held: Held | None) -> Chosen:
    """The block of a route where it was not given in this session, else a further word of it."""
    block = f"block:{route}"
    given = block in turn.state.asked
    asked = turn.state.asked if given else (*turn.state.asked, block)
    kept = turn.state.model_copy(update={"route": route, "held": held, "asked": asked})
    plan = Plan("safety_stay" if given else "safety_route", reason, f"safety:{route}", f"safety:{route}")
    return make(turn, plan, state=kept)


def _told(turn: Turn, route: str) -> Turn:
    """The turn with the danger marked as told by the doctor, in so many words or by a yes."""
    asked = (*turn.state.asked, f"told:{route}")
    return replace(turn, state=turn.state.model_copy(update={"asked": asked}))


def _hold(turn: Turn) -> Held:
    return Held(text=turn.text, before=turn.before.model_copy(update={"held": None}))


def _route_of(state: State) -> str:
    """The danger that the last reply asked about or stopped for; '' where it did neither."""
    return state.expecting.removeprefix("safety:") if state.expecting.startswith("safety:") else ""


def _cleared(state: State, route: str) -> State:
    """The danger is said to be none: it is not asked about again on a number alone.

    Whoever has told of their own is asked again as readily as before, though they are safe for now.
    """
    lasting = route == _OWN and f"told:{route}" in state.asked
    cleared = state.cleared if lasting else tuple(dict.fromkeys((*state.cleared, route)))
    return state.model_copy(update={"route": None, "cleared": cleared})


def _taken_up(text: str, rest: str, state: State, lead: str = "") -> TakenUp:
    """The matter in the answer itself; else the message held back, as if nothing had been asked; else a bare word."""
    held = state.held
    if rest or held is None:
        return TakenUp(rest or _BARE, state.model_copy(update={"expecting": "", "held": None}), lead)
    kept: Mapping[str, object] = {
        "turn": state.turn,
        "used": state.used,
        "asked": state.asked,
        "cleared": state.cleared,
        "route": None,
        "said": f"{held.before.said}\n{text}".strip(),
    }
    part = held.before.practice
    if part is not None and part.is_spoken_to:
        told = (*part.said_in_part, held.text)
        kept = {**kept, "practice": part.model_copy(update={"said_in_part": told})}
    return TakenUp(held.text, held.before.model_copy(update=kept), lead, weighed=True)
