"""The wording of looking back: what became of the last plan, what to take from it, and whether it is tried again."""

import re

from bot.coaching.commitments import cut, is_torn, parting, tidy
from bot.coaching.kinds import Act
from bot.coaching.write import listening, plan_writers, runs
from bot.coaching.write.desk import Desk, quoted

_MIDDLE = re.compile(r"(?:to|of|for|with|from|by|about|than|into|at) ", re.I)
_NEAR = re.compile(r"(?:\w+ )?(?:to(?:day|night|morrow)|tmrw|tomoz|this (?:morning|afternoon|evening)|now)\b", re.I)
"""Days that have passed by the time that the plan is looked back at."""
_BARE = 4
_LONGEST = 30
_SNAG = 16
_RESPONSES = {"kept": "look_back_kept", "partly": "look_back_partly", "not": "look_back_not"}


def look_back(desk: Desk) -> None:
    """Begin with what became of the last commitment."""
    plan = desk.state.commitment
    when = plan_writers.when_part(plan) if plan and not _NEAR.match(plan.when or "") else ""
    desk.phrase("look_back", Act.ASK_OPEN, what=quoted(cut(plan.what, _LONGEST) if plan else ""), when_part=when)


def look_back_response(desk: Desk) -> None:
    """Kept, partly or not: no blame, and one question from which something can be learnt.

    Where it was not kept, the snag that was foreseen is named: was it that?
    """
    kind = desk.move.line.removeprefix("look:")
    past = desk.state.past
    if desk.before.closed and past is not None and past.plan.what:
        desk.phrase("look_back_named", Act.REFLECT, what=quoted(cut(past.plan.what, _LONGEST)))
    if len(desk.text.split()) > _BARE:  # "done" is heard in what follows
        listening.reflect(desk)
    foreseen = past.plan.obstacle if past is not None and kind in {"partly", "not"} else None
    if foreseen:
        desk.phrase(f"look_back_{kind}_foreseen", Act.ASK_OPEN, snag=quoted(cut(foreseen, _SNAG)))
        return
    desk.phrase(_RESPONSES.get(kind, "look_back_kept_unclear"), Act.ASK_OPEN)


def look_back_next(desk: Desk) -> None:
    """From the last session to this one: with what they take from it, and what comes next of it, where it was kept."""
    if desk.move.line == "look:let_go":
        desk.phrase("look_back_let_go", Act.ASK_OPEN)
        return
    kept = desk.state.past is not None and desk.state.past.outcome == "kept"
    answer = _learned(desk)
    group = "look_back_next_kept" if kept else "look_back_next"
    desk.phrase(group if answer else f"{group}_plain", Act.ASK_OPEN, quote=answer)


def look_back_again(desk: Desk) -> None:
    """What got in the way is heard; then the choice: a smaller piece of it, or let it go."""
    if desk.move.line == "look:leave_off":
        desk.phrase("look_back_leave_off", Act.ASK_OPEN)
        return
    answer = _learned(desk)
    desk.phrase("look_back_again" if answer else "look_back_again_plain", Act.ASK_OPEN, quote=answer)


def _learned(desk: Desk) -> str:
    """Their answer, quoted; "" where there is none to quote."""
    clause = desk.fresh_clause()
    run = clause.text if clause and not _torn_out(clause.text, desk.text) else ""
    answer = parting.without_remarks(runs.short_answer(desk) or run)
    return desk.quote(tidy(answer)) if len(answer.split()) > 1 else ""


def _torn_out(run: str, text: str) -> bool:
    """Whether a run begins or ends in the middle of what it belongs to: 'to moving the phones to the ward clerk'."""
    return is_torn(run) or (bool(_MIDDLE.match(run)) and not text.startswith(run))
