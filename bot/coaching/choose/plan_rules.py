"""Rules for a plan that a message tells, puts right or takes back, whatever else is still open."""

from bot.coaching.choose.context import Chosen, Plan, Turn, make
from bot.coaching.choose.securing_rules import SECURING, answered_shortly, commitment_told, left_with
from bot.coaching.commitments import corrections
from bot.coaching.kinds import Stage
from bot.coaching.labels import COACHING


def plan_put_right(turn: Turn) -> Chosen | None:
    """The doctor corrects or takes back a plan before the end: the plan as it now stands, or none and a step back."""
    was, now = turn.before.commitment, turn.state.commitment
    ended = turn.state.closed or turn.reading.intent != COACHING
    if was is None or was == now or ended or not corrections.puts_right(turn.text):
        return None
    if now is not None:
        return commitment_told(turn)
    reason = "the doctor says that there is no plan: takes it back"
    if "ask:options" not in turn.state.asked and not turn.state.options:
        return make(turn, Plan("ask_more", reason, "free"), Stage.REALITY)
    return make(turn, Plan("ask_commitment", reason, "commitment", "ask:commitment"), Stage.COMMITMENT)


def plan_first_told(turn: Turn) -> Chosen | None:
    """A plan told by this message, or answers about one: they come before what else is still unclear."""
    if turn.reading.risk is None and (near := left_with(turn) or answered_shortly(turn)):
        return near
    was, now = turn.before.commitment, turn.state.commitment
    of_the_plan = turn.before.expecting in SECURING | {"when", "what"}
    answers = of_the_plan and (turn.state.situation is None or was != now)
    known = was is not None and bool(was.what) and not answers
    if now is None or not now.what or known or turn.state.closed or turn.reading.risk is not None:
        return None
    return commitment_told(turn) if turn.reading.intent in {COACHING, "smalltalk", "off_topic"} else None
