"""Rules that come before all others: what stops coaching, what is asked when unsure, and the way back."""

import re

from bot.coaching.choose.context import Chosen, Plan, Turn, make
from bot.coaching.labels import STOPS
from bot.coaching.model import TurnKind

_STAYING = {"crisis_self", "patient_safety_now", "mistreatment", "colleague_at_risk"}
_ALL_CLEAR = re.compile(
    r"\b(?:i'?m (?:safe|ok(?:ay)?|fine|all right|alright|good)|we'?re (?:fine|ok(?:ay)?|safe)|not (?:suicidal"
    r"|in danger|at risk)|nothing like that|no(?:body|one)? (?:is )?(?:in danger|at risk)"
    r"|didn'?t mean (?:that|it like that|it)|figure of speech|just (?:tired|knackered|venting|a joke|joking"
    r"|banter)|it'?s (?:sorted|dealt with|done|safe|handled)|they'?re (?:safe|fine|ok|stable|being seen)"
    r"|(?:senior|reg|registrar|consultant|crash team|outreach) (?:is |are |'s )?(?:here|there|on (?:the|their"
    r"|his|her) way|coming|seen|with)|can we (?:go|get) (?:on|back)|carry on|back to)\b",
    re.I,
)

_DENIAL = re.compile(r"^\W*(?:(?:oh |god |lol |haha |good lord |christ |blimey |um )*no+\b|nah|not at all|nothing like that|never)", re.I)


def stop(turn: Turn) -> Chosen | None:
    """A message that must stop coaching gets the fixed wording of its route; the same route twice is not repeated."""
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
    if risk.check_in and turn.before.expecting.startswith("safety:"):
        return None
    if risk.check_in:
        return _check_in(turn, risk.route, risk.decided_by)
    kept = turn.state.model_copy(update={"route": risk.route})
    name = "safety_stay" if turn.before.route == risk.route else "safety_route"
    plan = Plan(name, f"{risk.route}: {risk.decided_by}", f"safety:{risk.route}", f"safety:{risk.route}")
    return make(turn, plan, state=kept)


def answer_to_check(turn: Turn) -> Chosen | None:
    """After a safety question or a safety message: stay until the doctor says that all is well, then go back."""
    route = turn.before.expecting.removeprefix("safety:")
    if not turn.before.expecting.startswith("safety:") or route not in (*STOPS, *_STAYING):
        return None
    asked_only = turn.before.route is None
    if _says_all_clear(turn):
        cleared = turn.state.model_copy(update={"route": None})
        plan = Plan("safety_all_clear", "the doctor says that nobody is in danger", "after_safety", f"safety:{route}")
        return make(turn, plan, state=cleared)
    if asked_only and turn.reading.kind is not TurnKind.YES and turn.reading.risk is None:
        return None
    kept = turn.state.model_copy(update={"route": route})
    name = "safety_route" if asked_only else "safety_stay"
    reason = (
        "the safety question was not answered with a no"
        if asked_only
        else "stays with the doctor until they say they are safe"
    )
    return make(turn, Plan(name, reason, f"safety:{route}", f"safety:{route}"), state=kept)


def _says_all_clear(turn: Turn) -> bool:
    if turn.reading.risk is not None and not turn.reading.risk.check_in:
        return False
    return bool(_ALL_CLEAR.search(turn.text)) or turn.reading.kind is TurnKind.NO or bool(_DENIAL.match(turn.text))


def _check_in(turn: Turn, route: str, decided_by: str) -> Chosen:
    reason = f"not sure whether this is {route} ({decided_by}): asks one plain question"
    return make(turn, Plan("safety_check_in", reason, f"safety:{route}", f"safety:{route}"))
