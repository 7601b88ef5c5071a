"""Rules at the borders of a session: after the end, coming back, looking back at the last commitment."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.coaching import opening_lines
from bot.coaching.choose import afterwards_rules, doors, late_words, plan_remarks
from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.commitments import corrections, numbers, outcomes
from bot.coaching.kinds import Stage
from bot.coaching.labels import COACHING
from bot.coaching.model import Commitment, LookedBack, State
from bot.coaching.nothing_told import tells_nothing

_AN_HOUR = timedelta(hours=1)
_HALF_A_DAY = timedelta(hours=12)
_PLAINLY = 0.6
_LONG = 18
_A_MATTER = 8
_LETS_GO = re.compile(
    r"\b(?:let(?:ting)? (?:it|that) go|drop (?:it|that)|leave (?:it|that)\b(?! with)|not worth it|not any ?more"
    r"|move on|moved on|something else"
    r"|no longer|gone off it|park (?:it|that)|forget (?:it|that))\b|^\W*(?:no|nope|nah|not really|let go)\b",
    re.I,
)
_NOTHING_MORE = re.compile(
    r"^\W*(?:(?:no|nothing|nope|nah|none|not (?:really|today|now)|that['’]?(?:ll|s) (?:do|all|it|enough)|all good"
    r"|i['’]?m (?:good|done|fine)|i think|for (?:now|today)|else|more|thanks|thank you|thats (?:all|it)"
    r"|ok|okay)\b\W*)+$",
    re.I,
)
_THAT_WILL_DO = re.compile(
    r"\b(?:that['’]?(?:ll|s) (?:do|all|it|enough)|i['’]?m (?:good|done)|nothing (?:else|more))\b", re.I
)
_FEWEST_WORDS = 2
_STILL_AHEAD = re.compile(
    r"\b(?:(?:nothing(?: has)?|has(?:n['’]?t| not)) happened yet|(?:it|that)(?:['’]?s| is) (?:for|on) "
    r"(?:this |next )?\w+day|not (?:until|till)|still to come|(?:only|just) (?:saying|said) (?:thank|bye)"
    r"|i (?:was|am) leaving|we (?:only )?just (?:made|spoke|talked))\b",
    re.I,
)
_GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|hiya|back again|me again|good (?:morning|evening|afternoon)|morning|evening)\b",
    re.I,
)


def reopened(turn: Turn, at: datetime | None, today: date | None) -> Turn:
    """A new session where the last one was closed and the doctor comes back with something to work on.

    A correction, thanks, a goodbye or a remark within the hour belongs to the session that has ended. The plan is
    looked back at on the doctor's return, unless its day is still to come: then it is kept for later.
    """
    state = turn.state
    if not state.closed or turn.reading.risk is not None or state.expecting.startswith("safety:"):
        return turn
    plan, within_the_hour = state.commitment or state.kept, _within_the_hour(state, at)
    ahead = late_words.of_the_plan(turn.text) and plan is not None and not _returned(turn, plan, at, today)
    if ahead or _puts_right(turn, within_the_hour=within_the_hour):
        return turn
    told = turn.text.replace(opening_lines.question(turn.text) or "\0", " ")
    reported = outcomes.reports(told) and not plan_remarks.done_here(turn.text)
    told_of_it = plan is not None and not within_the_hour and reported
    back = plan is not None and (told_of_it or bool(_GREETING.match(turn.text)) or _returned(turn, plan, at, today))
    afterword = (
        turn.reading.kind in doors.AFTERWORDS or doors.at_the_door(turn.text) or share(turn.text) < _FEWEST_WORDS
    )
    if not back and (afterword or turn.reading.intent != COACHING):
        return turn
    if plan is None:
        return replace(turn, state=state.model_copy(update={"closed": False}))
    if within_the_hour is not False and not (back or _new_matter(turn, _LONG if within_the_hour else _A_MATTER)):
        return turn
    still_ahead = plan.due is not None and today is not None and today < plan.due and not told_of_it
    return replace(turn, state=_fresh(state, plan, later=bool(within_the_hour) or still_ahead))


def _returned(turn: Turn, plan: Commitment, at: datetime | None, today: date | None) -> bool:
    """Whether the doctor writes again once the plan's day has come, half a day or more after the end.

    Then any word begins with what became of it, and be it "alright": but for mere thanks or a goodbye.
    """
    closed_at = turn.state.closed_at
    if at is None or closed_at is None or at - closed_at < _HALF_A_DAY or doors.at_the_door(turn.text):
        return False
    return plan.due is None or today is None or today >= plan.due


def _fresh(state: State, plan: Commitment, *, later: bool) -> State:
    """A session that begins; the last plan is looked back at first, or `later`."""
    return State(
        turn=state.turn,
        session=state.session + 1,
        commitment=None if later else plan,
        kept=plan if later else None,
        parked=state.parked,
        asked=tuple(line for line in state.asked if line.startswith("facet:")),
        used=state.used,
        stage=Stage.OPENING,
        expecting="" if later else "reopen",
    )


def _within_the_hour(state: State, at: datetime | None) -> bool | None:
    """Whether the session ended less than an hour ago; None where the times are not known."""
    if at is None or state.closed_at is None:
        return None
    return at - state.closed_at < _AN_HOUR


def _puts_right(turn: Turn, *, within_the_hour: bool | None) -> bool:
    """Whether the message corrects the plan just summed up: not where it tells what became of it."""
    if turn.state.commitment is None or not corrections.puts_right(turn.text):
        return False
    said_again = (
        corrections.left_out(turn.text) or numbers.sure_unasked(turn.text, turn.state.commitment.what) is not None
    )
    told = outcomes.reports(corrections.denied(turn.text)) and not said_again
    return bool(within_the_hour) or corrections.takes_back(turn.text) or (within_the_hour is None and not told)


def _new_matter(turn: Turn, long: int) -> bool:
    """Whether a message after the end brings something else to work on, and is not a remark: `long` words or more."""
    best = turn.reading.situations[:1]
    other = bool(best) and best[0].id != turn.state.situation and best[0].confidence >= _PLAINLY
    return bool(doors.ANOTHER.search(turn.text)) or (other and share(turn.text) >= long)


def mended(turn: Turn) -> Chosen | None:
    """A correction after the end: the plan is put right and said back, and the session stays closed."""
    was, now = turn.before.commitment, turn.state.commitment
    if not turn.state.closed or was is None or (was == now and not corrections.puts_right(turn.text)):
        return None
    if tells_nothing(turn.text) or (afterwards_rules.is_personal(turn) and not corrections.takes_back(turn.text)):
        return None
    if was == now and (doors.at_the_door(turn.text) or _STILL_AHEAD.search(turn.text)):
        return None
    line = "plan"
    if now is None:
        line = "none"
    elif now == was:
        same = numbers.sure_unasked(turn.text, now.what) is not None
        line = "already" if same else "unclear"
    elif was.model_copy(update={"if_then": now.if_then, "easier": now.easier, "obstacle": now.obstacle}) == now:
        shown = (was.if_then, was.easier) != (now.if_then, now.easier)
        line = _added(turn, was, now) or ("way" if shown else "unclear")  # of what else may stop it nothing is said
    elif was.model_copy(update={"confidence": now.confidence}) == now:
        line = "number"
    expecting = "mend" if line == "unclear" else ""
    reason = f"the doctor puts the plan right after the end ({line})"
    return make(turn, Plan("after_closed", reason, expecting, f"mended:{line}"))


def _added(turn: Turn, was: Commitment, now: Commitment) -> str:
    """Which was added and not put right: what to do then ('added') or a help ('eased'); "" where neither was."""
    if corrections.puts_right(turn.text):
        return ""
    if now.if_then and now.if_then != was.if_then:
        return "added"
    return "eased" if now.easier and now.easier != was.easier else ""


def looked_back(turn: Turn) -> Chosen | None:
    """The second session opens with what became of the first one's commitment, and takes the answer without blame.

    What the doctor brought with them today waits its turn in the state, and is taken up after the looking back.
    """
    begun, annoyed = turn.before.expecting == "reopen", outcomes.annoyed(turn.text)
    if begun and not annoyed and not outcomes.reports(turn.text):
        return make(turn, Plan("look_back", "a new session begins with the last commitment", "look_back", "look:back"))
    ahead = turn.before.commitment if _STILL_AHEAD.search(turn.text) else None
    if turn.before.expecting in {"look_back", "reopen", "learned"} and ahead is not None:
        closed = turn.state.model_copy(update={"closed": True, "commitment": ahead})
        reason = "the day of the plan is still to come: takes the question back and leaves it there"
        return make(turn, Plan("after_closed", reason, "", "ahead"), Stage.CLOSED, closed)
    if begun or turn.before.expecting == "look_back":
        kind, plan_then = outcomes.outcome(turn.text), turn.before.commitment or turn.before.kept
        past = LookedBack(plan=plan_then, outcome=kind) if plan_then else None
        state = turn.state.model_copy(update={"commitment": None, "past": past})
        if annoyed and kind != "kept":
            return _left_off(turn, state)
        reason = f"the last commitment was {kind}: learns from it without blame"
        return make(turn, Plan("look_back_response", reason, "learned", f"look:{kind}"), state=state)
    return _learnt(turn)


def _left_off(turn: Turn, state: State) -> Chosen:
    reason = "the doctor does not want to be asked about the plan: owns it; dropped, or made smaller"
    return make(turn, Plan("look_back_again", reason, "again", "look:leave_off"), state=state)


def _learnt(turn: Turn) -> Chosen | None:
    """What they take from it is kept; one not done, or in part, may be made smaller or let go, then comes today."""
    past, asked = turn.state.past, turn.before.expecting
    enough = past is not None and turn.state.commitment is None and _NOTHING_MORE.match(turn.text)
    if enough and asked in {"learned", "free"} and (asked == "free" or _THAT_WILL_DO.search(turn.text)):
        closed = turn.state.model_copy(update={"closed": True, "memory": ()})
        return make(turn, Plan("end", "has looked back and wants nothing more today: ends"), Stage.CLOSED, closed)
    if turn.reading.intent not in {COACHING, "smalltalk"}:
        return None
    if asked == "again" and _LETS_GO.search(turn.text) and turn.state.commitment is None:
        reason = "the plan is let go, which is a decision too: turns to today"
        return make(turn, Plan("look_back_next", reason, "free", "look:let_go"))
    if asked != "learned":
        return None
    if past is not None and past.outcome != "kept" and outcomes.annoyed(turn.text):
        return _left_off(turn, turn.state)
    if past is not None and past.outcome in {"not", "partly"} and turn.state.commitment is None:
        reason = f"the plan was {past.outcome} kept and what stopped it is told: smaller, or let go"
        return make(turn, Plan("look_back_again", reason, "again", "look:again"))
    if turn.state.commitment is None and not _new_matter(turn, _LONG):
        return make(turn, Plan("look_back_next", "has looked back: turns to today", "free"))
    return None


def after_close(turn: Turn) -> Chosen | None:
    """After the end a word gets a short word back."""
    if not turn.state.closed or turn.reading.intent not in {COACHING, "smalltalk", "end_session"}:
        return None
    goodbye = turn.reading.intent == "end_session" or doors.at_the_door(turn.text)
    reason = "goodbye after the end" if goodbye else "the session has ended: keeps the plan and leaves it there"
    return make(turn, Plan("after_closed", reason))
