"""Rules at the borders of a session: after the end, coming back, looking back at the last commitment."""

import re

from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.labels import COACHING
from bot.coaching.model import Stage, State, TurnKind

_NEW_WORDS = 6
_KEPT = re.compile(
    (
        r"\b(?:did it|i did|done it|it'?s done|went (?:ok|well|fine|better|great|brilliantly|alright)|asked (?:him"
        r"|her|them)|told (?:him|her|them)|spoke to|sorted|happened|yes|yep|yeah)\b"
    ),
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


def reopened(turn: Turn) -> Turn:
    """A new session where the last one was closed and the doctor writes again: keeps the commitment."""
    state = turn.state
    if not state.closed or turn.reading.risk is not None or state.expecting.startswith("safety:"):
        return turn
    greeted = bool(_GREETING.match(turn.text)) and state.commitment is not None
    afterword = turn.reading.kind in _AFTERWORDS or share(turn.text) < _FEWEST_WORDS
    if not greeted and (afterword or turn.reading.intent != COACHING):
        return turn
    if state.commitment is None:
        resumed = state.model_copy(update={"closed": False})
        return Turn(turn.text, turn.reading, resumed, turn.before, turn.book, turn.names)
    fresh = State(
        turn=state.turn,
        session=state.session + 1,
        commitment=state.commitment,
        parked=state.parked,
        asked=tuple(line for line in state.asked if line.startswith("facet:")),
        used=state.used,
        stage=Stage.OPENING,
        expecting="reopen",
    )
    return Turn(turn.text, turn.reading, fresh, turn.before, turn.book, turn.names)


def looked_back(turn: Turn) -> Chosen | None:
    """The second session opens with what became of the first one's commitment, and takes the answer without blame.

    What the doctor brought with them today waits its turn in the state, and is taken up after the looking back.
    """
    if turn.before.expecting == "reopen" and not _REPORT.search(turn.text):
        return make(turn, Plan("look_back", "a new session begins with the last commitment", "look_back", "look:back"))
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
    """After the end a short word gets a short word back."""
    if (
        not turn.state.closed
        or turn.reading.intent not in {COACHING, "smalltalk", "end_session"}
        or share(turn.text) > _NEW_WORDS
    ):
        return None
    return make(turn, Plan("after_closed", "the session has ended: keeps the plan and leaves it there"))
