"""The rule for what comes after a plan was said back: something new and personal is heard as that."""

import re

from bot.coaching.choose import doors
from bot.coaching.choose.context import SAID_BACK, Chosen, Plan, Turn, make, share
from bot.coaching.insights import insight
from bot.coaching.kinds import TurnKind
from bot.coaching.labels import COACHING

_FEWEST = 8
AFTER = "after:"
_MOST_AFTER = 3
_WEIGHS = 4
_OWN_STORY = re.compile(
    r"\b(?:i(?:['’]ve| have)? never (?:told|said|shown|admitted)|nobody (?:here |at work |else )?knows"
    r"|my (?:own )?(?:dad|father"
    r"|mum|mam|mother|brother|sister|wife|husband|partner|son|daughter|kids?|child(?:ren)?|gran\w*"
    r"|nan) (?:\w+ )?(?:was|is|had"
    r"|has|died|got|went|left|never|lost|can['’]?t)|i (?:was|got|had been) (?:bullied|sacked|failed|off sick"
    r"|ill|in care"
    r"|pregnant|divorced)|when i was (?:a (?:kid|child|student)|little|small|at school|\w+teen)|at school i)\b",
    re.I,
)


def taken_up(turn: Turn) -> Chosen | None:
    """After the plan was said back, something new and personal is heard as that: the talk is open again for it."""
    if SAID_BACK not in turn.state.asked or not (turn.before.closed or _is_open_again(turn)):
        return None
    count = sum(line.startswith(AFTER) for line in turn.state.asked)
    if count >= _MOST_AFTER or turn.reading.intent != COACHING or turn.reading.risk is not None:
        return None
    was, now = turn.before.commitment, turn.state.commitment
    anew = was is None or now is None or (was.what, was.when, was.if_then) != (now.what, now.when, now.if_then)
    if anew or not is_personal(turn):
        return None
    as_it_was = {"closed": False, "commitment": was, "obstacle": turn.before.obstacle}
    opened = turn.state.model_copy(update=as_it_was)
    line = f"{AFTER}{count}"
    reason = "the plan was said back, and something personal comes after it: stays with that"
    return make(turn, Plan("follow_up", reason, line, line), state=opened)


def _is_open_again(turn: Turn) -> bool:
    return turn.before.expecting.startswith(AFTER)


def is_personal(turn: Turn) -> bool:
    """Whether a message tells something of the doctor's own that weighs, and is no word at the door."""
    if share(turn.text) < _FEWEST or doors.at_the_door(turn.text) or turn.reading.kind in doors.AFTERWORDS:
        return False
    felt = turn.reading.kind in {TurnKind.FEELING, TurnKind.CONFESSION}
    heavy = any(one.weight >= _WEIGHS and not one.likely for one in turn.reading.uptakes)
    return felt or heavy or bool(_OWN_STORY.search(turn.text)) or insight(turn.text) is not None
