"""Rules for rehearsals and drafts: they come before a message is taken for coaching, as what is practised is not meant.

What a doctor says to the other person of a rehearsal, or writes to somebody else in a draft, is no plan, aim or danger
of their own: only plain words of danger step out of it, and where they may belong to the part the doctor is asked.
"""

import re
from dataclasses import replace
from typing import Final

from bot.coaching.choose import draft_found, safety_rules
from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.choose.studio import Studio
from bot.coaching.kinds import TurnKind
from bot.coaching.model import Risk, State
from bot.coaching.practice import Attempt, Step
from bot.coaching.rehearsal.people import speaks_of_playing
from bot.coaching.reviewed import Review
from bot.coaching.safety import explicit
from bot.coaching.safety_bearing import bears_on_self

_OWN: Final = "crisis_self"
_IN_A_PART: Final = frozenset({"patient_safety_now", "mistreatment"})
"""Dangers that may be part of what is practised: the doctor is asked which it is."""
_REAL: Final = re.compile(
    r"\b(?:(?:have|has|got|need) to go|gotta go|crash (?:call|bleep)|(?:has|just) arrested|for real"
    r"|this is real|real life"
    r"|not (?:part of|practi|pretend)|i(?:'m| am) (?:alone|crying|on my own)|nobody (?:is )?(?:here"
    r"|coming|answers|answering)"
    r"|no ?one (?:is )?(?:here|coming|answers|answering)|my own patient|really (?:is|does|did)|help me)\b",
    re.I,
)
"""Words by which what is said in a part may be no part."""
_OF_THE_WORDS: Final = frozenset({"clinical_advice", "injection"})
"""A letter speaks of doses and gives orders as any on the ward does: only plain words to the coach are declined."""
_UNSAID: Final = frozenset(
    {TurnKind.MINIMAL, TurnKind.QUESTION, TurnKind.JUST_TELL, TurnKind.DONT_KNOW, TurnKind.CONFUSED, TurnKind.THANKS}
)
_WHAT_NOW: Final = re.compile(
    r"^\W*(?:(?:so|ok|okay|right|well|and|but)\W+)*(?:what|how|now what|where)\b|\?\s*$|^\W*(?:ha|fair|thanks)\b",
    re.I,
)
_TO_US: Final = re.compile(r"\byou(?:r|'\w+)?\b", re.I)
_SHORT: Final = 16


def practised(turn: Turn, studio: Studio, practise_with: str) -> Chosen | None:
    """The next line of a rehearsal, or its beginning; None where the message belongs to no rehearsal."""
    practice = turn.before.practice
    if turn.before.expecting.startswith("safety:"):
        return None
    under_way = practice is not None and not practice.over
    again = turn.before.expecting == "debriefed" and studio.again(practice, turn.text)
    likely = turn.reading.intent == "rehearsal" and speaks_of_playing(turn.text)
    begins = again or bool(practise_with) or likely or studio.wants(turn.text)
    if not under_way and not begins:
        return None
    risk, in_part = turn.reading.risk, practice is not None and practice.is_spoken_to
    if risk is not None and not (_belongs_to_the_part(turn, risk) if in_part else _is_told_of(turn, risk)):
        in_doubt = in_part and risk.route in _IN_A_PART and not _REAL.search(turn.text)
        return safety_rules.asked_in_practice(_counted(turn), risk) if in_doubt else None
    put_right = under_way and practice is not None and studio.recast(practice, turn.text)
    anew = under_way and not put_right and studio.wants(turn.text)  # somebody else, in the middle of it
    going = practice if (under_way and not anew) or again else None
    step = studio.step(going, turn.text, practise_with)
    told = _matter(turn.before) if step.practice.setting_up == "matter" else ""
    return _stepped(turn, studio.step(step.practice, told, "") if told else step)


def _matter(state: State) -> str:
    """What the talk has come to, so that nobody is asked what it is about; "" where it is not known or speaks to us."""
    plan = state.commitment.what if state.commitment and not state.closed else ""
    best = plan or next(iter(state.options[-1:]), "") or state.aim or ""
    return "" if _TO_US.search(best) else best


def after_practice(turn: Turn) -> Chosen | None:
    """What now? after a debrief: on to the real conversation."""
    short = share(turn.text) <= _SHORT and bool(turn.reading.kind in _UNSAID or _WHAT_NOW.search(turn.text))
    if turn.before.expecting != "debriefed" or turn.reading.risk is not None or not short:
        return None
    if turn.state.commitment is not None:
        return None
    plan = Plan("rehearse_next", "has practised it: asks when it will be said for real", "commitment")
    return make(turn, plan)


def reviewed(turn: Turn, studio: Studio) -> Chosen | None:
    """A draft is looked at, beside the version before it where that is the same one; None where there is no draft."""
    if turn.before.expecting.startswith("safety:") or _stops(turn):
        return None
    earlier, meant = turn.before.reviewed, turn.reading.intent == "draft_review"
    asked_for = turn.before.expecting == "draft"
    text = draft_found.draft_in(turn.text, asked_for=asked_for, meant=meant, earlier=earlier)
    if text is None:
        offered = draft_found.offers(turn.text)
        return make(_counted(turn), Plan("ask_draft", "offers a draft: asks for it", "draft")) if offered else None
    same = earlier is not None and (
        draft_found.is_like(text, earlier) or draft_found.is_next(turn.text) or (asked_for and not meant)
    )
    found = studio.review(text, draft_found.kind_in(turn.text), earlier if same else None)
    reason = "shows the next version of a draft: compares the two" if same else "shows words of their own for a view"
    kept = _counted(turn).state.model_copy(update={"reviewed": found.kept})
    chosen = make(turn, Plan("review_draft", reason, "draft"), state=kept)
    return Chosen(chosen.move, chosen.state, review=found, attempt=_attempt_at(found))


def _stops(turn: Turn) -> bool:
    """Whether a message that may hold a draft is about a danger first: plain words, or a doubt that bears on them."""
    risk = turn.reading.risk
    if risk is None:
        return False
    if explicit(turn.text) is not None:
        return True
    if risk.route == _OWN:
        return not risk.check_in or bears_on_self(turn.text)
    return risk.route not in _OF_THE_WORDS and not risk.check_in


def left(chosen: Chosen) -> Chosen:
    """A rehearsal ends where the coach stops for somebody's safety."""
    if chosen.move.name != "safety_route" or chosen.state.practice is None:
        return chosen
    return Chosen(chosen.move, chosen.state.model_copy(update={"practice": None}))


def _counted(turn: Turn) -> Turn:
    """The turn with nothing taken in but that it was one."""
    return replace(turn, state=turn.state.model_copy(update={"turn": turn.state.turn + 1}))


def _belongs_to_the_part(turn: Turn, risk: Risk) -> bool:
    """Whether what reads like a danger is said to the other person: no plain words of it, or the doctor has said so."""
    practice = turn.before.practice
    if practice is not None and turn.text in practice.said_in_part:
        return True
    if explicit(turn.text) is not None or risk.route == _OWN or _REAL.search(turn.text):
        return False
    return risk.route not in _IN_A_PART or risk.check_in or risk.route in turn.before.cleared


def _is_told_of(turn: Turn, risk: Risk) -> bool:
    """Whether a doubt about patients is no more than the matter that somebody asks to practise."""
    doubt = risk.check_in and risk.route == "patient_safety_now"
    return doubt and explicit(turn.text) is None and not _REAL.search(turn.text)


def _stepped(turn: Turn, step: Step) -> Chosen:
    """The move that a step of the rehearsal is."""
    name = "rehearse_debrief" if step.debrief else "rehearse_line"
    if step.voice == "coach" and step.debrief is None:
        name = "rehearse_set_up" if step.practice.setting_up or not step.practice.moments else "rehearse_pause"
    kept = _counted(turn).state.model_copy(update={"practice": step.practice})
    reason = f"in the rehearsal: {step.event.replace('_', ' ')}"
    chosen = make(turn, Plan(name, reason, "debriefed" if step.practice.over else "practice"), state=kept)
    return Chosen(chosen.move, chosen.state, step=step, attempt=_attempted(step))


def _attempted(step: Step) -> Attempt | None:
    if step.debrief is None:
        return None
    ended = step.debrief
    return Attempt(
        kind="rehearsal", about=step.practice.role, asking=ended.asking, telling=ended.telling, end=ended.end
    )


def _attempt_at(found: Review) -> Attempt:
    return Attempt(kind="draft", about=found.kind, asking=found.asking, telling=found.telling)


def is_under_way(state: State) -> bool:
    """Whether a rehearsal is under way, so that a message is spoken to its other person."""
    return state.practice is not None and state.practice.is_spoken_to


def aloud(text: str, state: State) -> State:
    """The state in whose light a message is weighed for danger: words that may be no part answer no question."""
    spoken = is_under_way(state) and not state.expecting.startswith("safety:")
    return (
        state.model_copy(update={"situation": None, "expecting": ""})
        if spoken and (_REAL.search(text) or bears_on_self(text))
        else state
    )
