"""Rules at the borders of a session: after the end, coming back, looking back at the last commitment."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.commitments import corrections, numbers
from bot.coaching.labels import COACHING
from bot.coaching.model import Commitment, Stage, State, TurnKind

_AN_HOUR = timedelta(hours=1)
_PLAINLY = 0.6
_LONG = 18
_A_MATTER = 8
_ANOTHER = re.compile(
    r"\b(?:(?:an)?other (?:thing|matter|problem)|something else|different (?:thing|matter|problem"
    r"|question|topic)|new (?:topic|problem|thing))\b",
    re.I,
)
_KEPT = re.compile(
    r"\b(?:did it|i did|i asked|i said it|i told|i spoke|done it|it'?s done"
    r"|went (?:ok|well|fine|better|great|brilliantly|alright)|asked (?:him|her|them)|told (?:him|her|them)|spoke to"
    r"|sorted|happened|yes|yep|yeah)\b",
    re.I,
)
_NOT = re.compile(
    (
        r"\b(?:didn'?t|did not|haven'?t|hasn'?t|not yet|never|forgot|bottled|chickened|no time|couldn'?t|cancelled"
        r"|postponed|put it off|no|nope)\b"
    ),
    re.I,
)
_PARTLY = re.compile(
    r"\b(?:half|partly|sort of|kind of|kinda|some of it|started|a bit|bits of|one of (?:them|the))\b", re.I
)


_AFTERWORDS = {TurnKind.THANKS, TurnKind.MINIMAL, TurnKind.YES, TurnKind.NO, TurnKind.DONT_KNOW, TurnKind.CONFUSED}
_FEWEST_WORDS = 2
_DOORWAY = re.compile(
    r"\b(?:thanks|thank you|cheers|bye|goodbye|good ?night|(?:i(?:['’]ll| will)|i have to|got to|gotta"
    r"|need to) (?:go|run|dash)\b|off (?:home|to (?:bed|get|do)))",
    re.I,
)
_LAST_WORD = re.compile(
    r"\b(?:thanks|thank you|cheers|bye|goodbye|good ?night|night night|ta|will let you know|tell you how it goes)\b"
    r"[^.?]{0,40}\W*$",
    re.I,
)
_ASSENTS = re.compile(
    r"^\W*(?:yes|yeah|yep|ok|right|correct)?\W*(?:that(?:['’]?s| is) (?:it|right|correct)|all good)\b", re.I
)
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
_REPORT = re.compile(
    r"\b(?:i (?:did|asked|told|spoke|tried|sent|said|didn'?t|haven'?t|never)|did it|didn'?t do it|it went)\b",
    re.I,
)
"""What is said in the doorway does not open a new session."""


def outcome(text: str) -> str:
    """Whether a commitment was `kept`, `partly` or `not`, as the doctor tells it; `unclear` where it does not show."""
    if _PARTLY.search(text):
        return "partly"
    if _NOT.search(text):
        return "not"
    return "kept" if _KEPT.search(text) else "unclear"


def reopened(turn: Turn, at: datetime | None, today: date | None) -> Turn:
    """A new session where the last one was closed and the doctor comes back with something to work on.

    A correction, thanks, a goodbye or a remark within the hour belongs to the session that has ended. The plan is
    looked back at on the doctor's return, unless its day is still to come: then it is kept for later.
    """
    state = turn.state
    if not state.closed or turn.reading.risk is not None or state.expecting.startswith("safety:"):
        return turn
    plan, within_the_hour = state.commitment or state.kept, _within_the_hour(state, at)
    if _puts_right(turn, within_the_hour=within_the_hour):
        return turn
    greeted = bool(_GREETING.match(turn.text)) and plan is not None
    afterword = turn.reading.kind in _AFTERWORDS or _at_the_door(turn.text) or share(turn.text) < _FEWEST_WORDS
    if not greeted and (afterword or turn.reading.intent != COACHING):
        return turn
    if plan is None:
        return replace(turn, state=state.model_copy(update={"closed": False}))
    told_of_it = within_the_hour is None and bool(_REPORT.search(turn.text))
    if within_the_hour is not False and not (
        greeted or told_of_it or _new_matter(turn, _LONG if within_the_hour else _A_MATTER)
    ):
        return turn
    still_ahead = plan.due is not None and today is not None and today < plan.due and not _REPORT.search(turn.text)
    return replace(turn, state=_fresh(state, plan, later=bool(within_the_hour) or still_ahead))


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
    told = _REPORT.search(corrections.denied(turn.text)) and not said_again
    return bool(within_the_hour) or corrections.takes_back(turn.text) or (within_the_hour is None and not told)


def _at_the_door(text: str) -> bool:
    """Thanks, assent or a goodbye, however worded, with nothing new in it."""
    leaving = share(text) <= _LONG and bool(_DOORWAY.search(text))
    return (leaving or bool(_LAST_WORD.search(text) or _ASSENTS.match(text))) and not _ANOTHER.search(text)


def _new_matter(turn: Turn, long: int) -> bool:
    """Whether a message after the end brings something else to work on, and is not a remark: `long` words or more."""
    best = turn.reading.situations[:1]
    other = bool(best) and best[0].id != turn.state.situation and best[0].confidence >= _PLAINLY
    return bool(_ANOTHER.search(turn.text)) or (other and share(turn.text) >= long)


def mended(turn: Turn) -> Chosen | None:
    """A correction after the end: the plan is put right and said back, and the session stays closed."""
    was, now = turn.before.commitment, turn.state.commitment
    if not turn.state.closed or was is None or (was == now and not corrections.puts_right(turn.text)):
        return None
    if was == now and (_at_the_door(turn.text) or _STILL_AHEAD.search(turn.text)):
        return None
    line = "plan"
    if now is None:
        line = "none"
    elif now == was:
        same = numbers.sure_unasked(turn.text, now.what) is not None
        line = "already" if same else "unclear"
    elif was.model_copy(update={"if_then": now.if_then, "easier": now.easier}) == now:
        line = "way"
    elif was.model_copy(update={"confidence": now.confidence}) == now:
        line = "number"
    expecting = "mend" if line == "unclear" else ""
    reason = f"the doctor puts the plan right after the end ({line})"
    return make(turn, Plan("after_closed", reason, expecting, f"mended:{line}"))


def looked_back(turn: Turn) -> Chosen | None:
    """The second session opens with what became of the first one's commitment, and takes the answer without blame.

    What the doctor brought with them today waits its turn in the state, and is taken up after the looking back.
    """
    if turn.before.expecting == "reopen" and not _REPORT.search(turn.text):
        return make(turn, Plan("look_back", "a new session begins with the last commitment", "look_back", "look:back"))
    ahead = turn.before.commitment if _STILL_AHEAD.search(turn.text) else None
    if turn.before.expecting in {"look_back", "reopen", "learned"} and ahead is not None:
        closed = turn.state.model_copy(update={"closed": True, "commitment": ahead})
        reason = "the day of the plan is still to come: takes the question back and leaves it there"
        return make(turn, Plan("after_closed", reason, "", "ahead"), Stage.CLOSED, closed)
    if turn.before.expecting in {"look_back", "reopen"}:
        kind = outcome(turn.text)
        learned = turn.state.model_copy(update={"commitment": None})
        plan = Plan(
            "look_back_response",
            f"the last commitment was {kind}: learns from it without blame",
            "learned",
            f"look:{kind}",
        )
        return make(turn, plan, state=learned)
    if turn.before.expecting == "learned" and turn.state.situation is None and turn.reading.intent == COACHING:
        return make(turn, Plan("look_back_next", "has looked back: turns to today", "free"))
    return None


def after_close(turn: Turn) -> Chosen | None:
    """After the end a word gets a short word back."""
    if not turn.state.closed or turn.reading.intent not in {COACHING, "smalltalk", "end_session"}:
        return None
    goodbye = turn.reading.intent == "end_session" or _at_the_door(turn.text)
    reason = "goodbye after the end" if goodbye else "the session has ended: keeps the plan and leaves it there"
    return make(turn, Plan("after_closed", reason))
