"""Rules for what the doctor fears they will do instead of the plan: it is the snag, and a way round it is asked for."""

from bot.coaching.choose import relapses
from bot.coaching.choose.context import Chosen, Plan, Turn, make
from bot.coaching.kinds import Stage

FEARED = "ask:way:relapse"
TAKEN_BACK = "ask:way:sorry"
_OF_THE_SNAG = {"obstacle", "way"}


def asked_instead(turn: Turn) -> Chosen | None:
    """A relapse that was told as what may stop it, or that was noted as the way round: asks what to do instead."""
    was, now = turn.before.commitment, turn.state.commitment
    if was is None or now is None or not now.what or now.if_then is not None or turn.reading.risk is not None:
        return None
    if was.if_then is not None and TAKEN_BACK not in turn.state.asked and turn.state.obstacle == was.if_then:
        opened = turn.state.model_copy(update={"closed": False})
        reason = "what was noted as the way round is the snag: owned, the step is kept, and the way round asked for"
        return make(turn, Plan("ask_obstacle", reason, "way", TAKEN_BACK), Stage.OBSTACLE, opened)
    if turn.state.closed or turn.before.expecting not in _OF_THE_SNAG or FEARED in turn.state.asked:
        return None
    if relapses.told(turn.text) is None:
        return None
    reason = "fears to do the old thing: that is the snag, and what they could do instead is asked"
    return make(turn, Plan("ask_obstacle", reason, "way", FEARED), Stage.OBSTACLE)
