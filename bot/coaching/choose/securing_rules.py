"""Rules for a plan that was told: made sharp, secured against the snag, weighed where in doubt, then said back.

Once there is what and when, two further questions, and how sure they are after an if-then: whoever knows what they will
do wants to go and do it.
"""

from dataclasses import replace

from bot.coaching import commitments
from bot.coaching.choose import challenge_rules, plan_remarks
from bot.coaching.choose.context import SAID_BACK, Chosen, Plan, Turn, make, share
from bot.coaching.choose.plan_words import DOUBT, SURE
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.model import Commitment

_TO_CHOOSE_FROM = 2
_SEEN = "insight:"
SURE_ENOUGH = 7
SECURING = {"obstacle", "way", "confidence", "raise"}
"""Answers to these are taken as they are: who has just said what they would do then is not challenged for it."""
PLANNED = "plan:whole"
"""A line asked of no one: notes that there is a plan with what and when, so that what is asked from there counts."""

_ABOUT_IT = ("ask:obstacle", "ask:way", "ask:confidence", "ask:raise", "small:", "challenge:")
_MOST_ABOUT_A_PLAN = 2
"""Questions about a plan that has its act and day: then it ends, but for how sure the doctor is."""
_WITH_THAT = "an if-then was just told: how sure the doctor is with it"
_A_STORY = 6
_STORIES = {TurnKind.TELLING, TurnKind.FEELING, TurnKind.CONFESSION}


def commitment_told(turn: Turn) -> Chosen | None:
    """A plan is on the table: make it sharp, name the obstacle and the confidence, then close."""
    plan, asked = turn.state.commitment, turn.state.asked
    if plan is not None and not plan.what and plan.when and len(turn.state.options) >= _TO_CHOOSE_FROM:
        which = "ask:which"
        if which not in asked and turn.reading.kind not in {TurnKind.DONT_KNOW, TurnKind.MINIMAL}:
            return make(
                turn, Plan("ask_what", "a day, and which of the options is open", "what", which), Stage.COMMITMENT
            )
    if plan is None or (not plan.what and "ask:what" in asked):
        return None
    if (not plan.what or commitments.is_vague(plan.what)) and "ask:what" not in asked:
        return make(
            turn,
            Plan("ask_what", "the plan is not yet something that can be done", "what", "ask:what"),
            Stage.COMMITMENT,
        )
    if plan.when is None and "ask:when" not in asked:
        return make(turn, Plan("ask_when", "a plan without a day", "when", "ask:when"), Stage.COMMITMENT)
    turn = _counted_from_here(turn)
    if plan_remarks.leaves(turn.text):
        return _ended(turn)
    open_yet = turn.before.expecting not in SECURING and not put(turn)
    challenged = challenge_rules.challenge(turn, late=True) if open_yet else None
    return challenged or _before_the_end(turn, plan) or _ended(turn)


def left_with(turn: Turn) -> Chosen | None:
    """Thanks, 'that's it' or a goodbye once there is a plan: it is said back and the talk ends at once."""
    was, now = turn.before.commitment, turn.state.commitment
    asked = turn.before.expecting in SECURING | {"when"}
    if turn.reading.intent == "end_session":  # a goodbye in so many words has its own move, which sums up as well
        return None
    if turn.state.closed or not asked or was is None or now is None or not now.what:
        return None
    return _ended(turn) if plan_remarks.leaves(turn.text) else None


def answered_shortly(turn: Turn) -> Chosen | None:
    """A bare 'ok' or 'whatever' to a question about the plan: no answer to be coaxed out of, the end is near."""
    plan = turn.state.commitment
    asked = turn.before.expecting in SECURING and turn.reading.kind is TurnKind.MINIMAL
    if turn.state.closed or not asked or plan is None or not plan.what:
        return None
    return commitment_told(turn)


def put(turn: Turn) -> int:
    """How many questions were put about the plan since it had its act and day."""
    asked = turn.state.asked
    begun = max((at for at, line in enumerate(asked) if line == PLANNED), default=-1)
    about = _ABOUT_IT if begun >= 0 else _ABOUT_IT[:-2]  # what was asked before is not told apart where none is noted
    return sum(line.startswith(about) for line in asked[begun + 1 :])


def enough_asked(turn: Turn) -> bool:
    """Whether the plan has been asked about as often as a doctor who has one should have to answer."""
    return put(turn) >= _MOST_ABOUT_A_PLAN


def _counted_from_here(turn: Turn) -> Turn:
    """The turn with a note that the plan has its act and day, where it has just got them."""
    was = turn.before.commitment
    if PLANNED in turn.state.asked and was is not None and was.what:
        return turn
    return replace(turn, state=turn.state.model_copy(update={"asked": (*turn.state.asked, PLANNED)}))


def in_doubt(turn: Turn) -> Chosen | None:
    """A step that may only be thought about is asked about, once, and not yet taken down as the plan."""
    told = DOUBT in turn.state.told and turn.before.options != turn.state.options
    if not told or turn.state.commitment is not None or "ask:meant" in turn.state.asked or turn.state.closed:
        return None
    return make(turn, Plan("ask_what", "a step told as a thought: asks whether it is the step", "meant", "ask:meant"))


def _before_the_end(turn: Turn, plan: Commitment) -> Chosen | None:
    """What is asked of a plan with its act and day: the snag and what then; where there is doubt, how sure they are."""
    if SAID_BACK in turn.state.asked:
        return None
    if enough_asked(turn):
        return _told_last(turn, plan) if put(turn) == _MOST_ABOUT_A_PLAN else None
    return _of_the_snag(turn, plan) or _once_more(turn, plan) or _of_the_number(turn, plan)


def _told_last(turn: Turn, plan: Commitment) -> Chosen | None:
    """A snag or a low number told only now is met all the same: an if-then is what makes a plan likelier."""
    was = turn.before.commitment
    if _made_smaller(turn):
        return None
    if _just_met(turn, plan):
        return _how_sure(turn, plan, _WITH_THAT)
    numbered = was is None or was.confidence != plan.confidence
    return _what_then(turn, plan) or (_surer(turn, plan) if numbered else None)


def _of_the_snag(turn: Turn, plan: Commitment) -> Chosen | None:
    """What may stop it, and once that is told, what would be done then."""
    asked, now = turn.state.asked, turn.state.obstacle
    if plan.if_then is not None:
        return None
    if "ask:obstacle" not in asked and now is None:
        reason = "an if-then for what may get in the way makes it likelier to happen"
        return make(turn, Plan("ask_obstacle", reason, "obstacle", "ask:obstacle"), Stage.OBSTACLE)
    return _what_then(turn, plan)


def _what_then(turn: Turn, plan: Commitment) -> Chosen | None:
    """What would be done about a snag that was just told; asked once."""
    now = turn.state.obstacle
    if plan.if_then is not None or now is None or now == turn.before.obstacle or "ask:way" in turn.state.asked:
        return None
    reason = "a snag was named and nothing yet to be done about it: asks once"
    return make(turn, Plan("ask_obstacle", reason, "way", "ask:way"), Stage.OBSTACLE)


def _once_more(turn: Turn, plan: Commitment) -> Chosen | None:
    """The question on the snag, or on what then, where something else was told in its place."""
    asked, expecting = turn.state.asked, turn.before.expecting
    unanswered = plan.if_then is None and turn.state.obstacle is None
    if expecting.startswith(_SEEN) and "ask:obstacle" in asked and unanswered:
        expecting = "obstacle"  # an insight came in its place, and was stayed with
    elif not _tells_something_else(turn, plan):
        return None
    again = f"ask:{expecting}:again"
    if again in asked:
        return None
    reason = "told something else in answer: hears that, and asks once more"
    return make(turn, Plan("ask_obstacle", reason, expecting, again), Stage.OBSTACLE)


def _of_the_number(turn: Turn, plan: Commitment) -> Chosen | None:
    """How sure the doctor is, where that is in doubt; and what would make it surer where the number is low."""
    asked = turn.state.asked
    unanswered = turn.state.obstacle is None and plan.if_then is None
    if turn.reading.kind is TurnKind.DONT_KNOW and unanswered:
        return None  # nobody can say how sure they are of what they cannot picture yet
    if plan.confidence is None and "ask:confidence" not in asked and SURE not in turn.state.told:
        if plan_remarks.wavers(turn.state.said):
            return _how_sure(turn, plan, "doubt was shown: how sure the doctor is")
        if _just_met(turn, plan):
            return _how_sure(turn, plan, _WITH_THAT)
        return _how_sure(turn, plan, "no snag came: how sure the doctor is") if unanswered else None
    return _surer(turn, plan)


def _just_met(turn: Turn, plan: Commitment) -> bool:
    """Whether what will be done about the snag was told in answer to a question: one more is welcome then."""
    was = turn.before.commitment
    return turn.before.expecting in {"obstacle", "way"} and bool(was and not was.if_then and plan.if_then)


def _how_sure(turn: Turn, plan: Commitment, reason: str) -> Chosen | None:
    """The question how sure the doctor is, from 0 to 10; asked once, and not of one who has said so."""
    if plan.confidence is not None or "ask:confidence" in turn.state.asked or SURE in turn.state.told:
        return None
    return make(turn, Plan("ask_confidence", reason, "confidence", "ask:confidence"), Stage.CONFIDENCE)


def _surer(turn: Turn, plan: Commitment) -> Chosen | None:
    """What would make a low number higher; asked once, and not where the snag has just been talked about."""
    asked = turn.state.asked
    low = plan.confidence is not None and plan.confidence < SURE_ENOUGH and not ("ask:way" in asked or plan.if_then)
    if low and "ask:raise" not in asked and not plan.easier and not _made_smaller(turn):
        reason = f"{plan.confidence} of 10 is too low: make it smaller or easier"
        return make(turn, Plan("raise_confidence", reason, "raise", "ask:raise"), Stage.CONFIDENCE)
    return None


def _tells_something_else(turn: Turn, plan: Commitment) -> bool:
    """Whether the question on the snag, or on what then, got a story of something else for an answer."""
    was = turn.before.commitment
    of_them = turn.before.expecting in {"obstacle", "way"} and was is not None and plan.confidence is None
    if not of_them or was is None or turn.reading.kind not in _STORIES or share(turn.text) < _A_STORY:
        return False
    return (turn.before.obstacle, was.if_then, was.easier) == (turn.state.obstacle, plan.if_then, plan.easier)


def _made_smaller(turn: Turn) -> bool:
    """Whether the low number came with another step in place of the first."""
    was, now = turn.before.commitment, turn.state.commitment
    return was is not None and now is not None and was.what != now.what


def _ended(turn: Turn) -> Chosen:
    closed = turn.state.model_copy(update={"closed": True})
    if SAID_BACK in turn.state.asked and turn.before.commitment == turn.state.commitment:
        return make(turn, Plan("after_closed", "the plan was said back before: ends in a word"), Stage.CLOSED, closed)
    return make(turn, Plan("close", "a plan with what and when: sums up and ends", "", SAID_BACK), Stage.CLOSED, closed)
