"""The rule for what the doctor has just come to see: a pause, and one question on what it changes."""

from bot.coaching.choose import plan_words
from bot.coaching.choose.context import Chosen, Plan, Turn, make
from bot.coaching.insights import insight
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.labels import COACHING

SEEN = "insight:"
_MOST = 2
_NOT_NOW = {TurnKind.HOSTILE, TurnKind.CORRECTION, TurnKind.JUST_TELL, TurnKind.TOLD_ALREADY, TurnKind.UNCLEAR}
_SOMETHING_ELSE = {"choice", "switch", "reopen", "look_back", "aim"}


def seen_anew(turn: Turn) -> Chosen | None:
    """Something is seen that was not seen before: it is given its time before the talk goes on."""
    put = sum(line.startswith(SEEN) for line in turn.state.asked)
    of_a_talk = turn.reading.intent == COACHING and turn.reading.risk is None
    just_now = turn.before.expecting.startswith(SEEN)
    elsewhere = turn.before.expecting in _SOMETHING_ELSE or turn.state.closed or turn.before.turn == 0
    begun = not (just_now or elsewhere)
    if not of_a_talk or not begun or put >= _MOST or turn.reading.kind in _NOT_NOW or _makes_a_plan(turn):
        return None
    if insight(turn.text) is None:
        return None
    stage = Stage.REALITY if turn.state.stage is Stage.OPENING else None
    line = f"{SEEN}{put}"
    return make(turn, Plan("follow_up", "has just come to see something: stays there a moment", line, line), stage)


def _makes_a_plan(turn: Turn) -> bool:
    """Whether the message names or changes a plan, which is taken first."""
    was, now = turn.before.commitment, turn.state.commitment
    anew = now is not None and (was is None or (was.what, was.when, was.if_then) != (now.what, now.when, now.if_then))
    return anew or plan_words.is_plain(turn.text, turn.state)
