"""Rules that come before all others: what stops coaching, what is asked when unsure, and the way back."""

import re

from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.labels import STOPS

_STAYING = {"crisis_self", "patient_safety_now", "mistreatment", "colleague_at_risk"}
_WELL = r"(?:safe|ok(?:ay)?|fine|all right|alright|good)(?! (?:with|at)\b)"
_HARDLY = r"(?:barely|hardly|scarcely|almost|nearly|half|mostly|mainly|usually|sometimes|never|not)\b"
_ALL_CLEAR = re.compile(
    rf"\b(?:(?:i'?m|i am|we'?re|we are) (?:(?!{_HARDLY})\w+ )?{_WELL}|not (?:suicidal|in danger|at risk)"
    r"|nothing like that"
    r"|no(?: ?body|(?: |-)?one)? (?:is )?(?:in danger|at risk)|didn'?t mean (?:that|it like that|it)|figure of speech"
    r"|just (?:tired|knackered|venting|a joke|joking|banter)(?! of\b)"
    r"|(?:can|could|shall|let'?s|let us|like to|want to|happy to|rather) (?:we |i )?(?:carry|go|get) (?:on|back))\b"
    r"|^\W*(?:carry on|back to)\b",
    re.I,
)
"""Says of the doctor that all is well, or asks to go on."""

_HANDLED = re.compile(
    r"\b(?:it'?s (?:sorted|dealt with|done|safe|handled)|(?:they'?re|he'?s|she'?s) (?:safe|fine|ok|stable|being seen)"
    r"|(?:senior|reg|registrar|consultant|crash team|outreach) (?:is |are |'s )?(?:here|there|on (?:the|their"
    r"|his|her) way|coming|seen|with))\b",
    re.I,
)
"""Says of somebody else that all is well: nothing to go by where it is the doctor who may not be safe."""

_NOT_WELL = re.compile(
    r"\b(?:(?:don'?t(?! worry)|do not|can'?t|cannot|couldn'?t|no longer|never|not(?! (?:suicidal|in danger|at risk)))"
    r" (?:[\w']+ ){0,3}(?:safe|ok(?:ay)?|fine|all right|alright|sorted|stable|(?:carry|go|get) (?:on|back)))\b",
    re.I,
)
_DENIAL = re.compile(
    r"^\W*(?:(?:oh |god |lol |haha |good lord |christ |blimey |um )*no+\b(?!\W*(?:one|body|point|idea|hope"
    r"|longer|way)\b)"
    r"|nah\b|not at all\b|nothing like that\b|never\W*$)",
    re.I,
)
_SHORT_DENIAL = 4
_ADMITS = re.compile(
    r"^\W*(?:(?:well|um+|er+|i mean|honestly|tbh)\W+)*(?:yes|yeah|yep|yup|aye|i (?:am|do|have|was)(?:\W*$|[,.]"
    r"| (?:been|had"
    r"|thought|think))|i (?:think so|guess|suppose)|sometimes|maybe|possibly|probably|kind of|kinda|sort of"
    r"|a (?:bit|little)"
    r"|not sure|i don'?t know|dunno|idk|most (?:days|nights)|often)\b",
    re.I,
)
"""A yes to the safety question, however half-hearted; it is taken as one where the answer is anything but a no."""


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
    if _says_all_clear(turn, route, asked_only=asked_only):
        asked = (*turn.state.cleared, route) if asked_only else turn.state.cleared
        cleared = turn.state.model_copy(update={"route": None, "cleared": asked})
        plan = Plan("safety_all_clear", "the doctor says that nobody is in danger", "after_safety", f"safety:{route}")
        return make(turn, plan, state=cleared)
    if asked_only and not _ADMITS.match(turn.text) and turn.reading.risk is None:
        return None
    kept = turn.state.model_copy(update={"route": route})
    name = "safety_route" if asked_only else "safety_stay"
    reason = (
        "the safety question was not answered with a no"
        if asked_only
        else "stays with the doctor until they say they are safe"
    )
    return make(turn, Plan(name, reason, f"safety:{route}", f"safety:{route}"), state=kept)


def _says_all_clear(turn: Turn, route: str, *, asked_only: bool) -> bool:
    if turn.reading.risk is not None and not turn.reading.risk.check_in:
        return False
    if _NOT_WELL.search(turn.text):
        return False
    handled = route != "crisis_self" and _HANDLED.search(turn.text)
    return bool(_ALL_CLEAR.search(turn.text) or handled) or _denies(turn, route, asked_only=asked_only)


def _denies(turn: Turn, route: str, *, asked_only: bool) -> bool:
    """A plain no, where the last thing asked was whether there is danger: later on it answers another question."""
    if not _DENIAL.match(turn.text):
        return False
    stayed = any(one.startswith(f"stay:{route}:") for one in turn.before.used)
    return asked_only or (not stayed and share(turn.text) <= _SHORT_DENIAL)


def _check_in(turn: Turn, route: str, decided_by: str) -> Chosen:
    reason = f"not sure whether this is {route} ({decided_by}): asks one plain question"
    return make(turn, Plan("safety_check_in", reason, f"safety:{route}", f"safety:{route}"))
