"""The rule for what comes after a plan was said back: something new and personal is heard as that."""

import re

from bot.coaching import opening_lines
from bot.coaching.choose import doors, late_words
from bot.coaching.choose.context import SAID_BACK, Chosen, Plan, Turn, make, share
from bot.coaching.choose.relapse_rules import TAKEN_BACK
from bot.coaching.commitments import outcomes
from bot.coaching.insights import insight
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.labels import COACHING

_FEWEST = 8
AFTER = "after:"
WAY_AFTER = "ask:way:after"
_AFTER_THE_END = {WAY_AFTER, TAKEN_BACK}
ASKED, WORDED = f"{AFTER}asked:", f"{AFTER}worded:"
"""Lines of what is asked on from a question after the end: its answer changes no plan (choose/planning)."""

_WHAT_IF = re.compile(r"\bwhat (?:if|happens if|do i do if)\b", re.I)
_MOST_AFTER = 3
_LATELY = 2
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


def snag_told(turn: Turn) -> Chosen | None:
    """A snag told once the plan was summed up is kept with it, and what then is asked once; then it ends."""
    if SAID_BACK not in turn.state.asked or turn.reading.risk is not None:
        return None
    if turn.before.expecting == "way" and _AFTER_THE_END.intersection(turn.before.asked[-1:]):
        return _way_told(turn)
    was, now = turn.before.commitment, turn.state.commitment
    new = turn.state.obstacle is not None and turn.state.obstacle != turn.before.obstacle
    if not (turn.before.closed and new and late_words.snag(turn.text)) or was is None or now is None:
        return None
    asks = bool(_WHAT_IF.search(turn.text)) and WAY_AFTER not in turn.state.asked
    if not asks and (now.if_then is not None or any(line.startswith("ask:way") for line in turn.state.asked)):
        return make(turn, Plan("after_closed", "a snag told after the end: kept with the plan", "", "noted"))
    opened = turn.state.model_copy(update={"closed": False})
    reason = "a snag told after the end: asks once what then"
    return make(turn, Plan("ask_obstacle", reason, "way", WAY_AFTER), Stage.OBSTACLE, opened)


def question_asked(turn: Turn) -> Chosen | None:
    """A question after the end is answered as one before it: a line where it is of the plan's talk, else asked on."""
    plan, asked = turn.before.commitment, opening_lines.question(turn.text)
    after = turn.before.closed or (SAID_BACK in turn.state.asked and _is_open_again(turn))
    if not after or plan is None or asked is None or turn.reading.risk is not None:
        return None
    count = sum(line.startswith(AFTER) for line in turn.state.asked)
    if count >= _MOST_AFTER or turn.reading.intent not in {COACHING, "smalltalk"}:
        return None
    if outcomes.reports(turn.text.replace(asked, " ")) or turn.before.expecting.startswith(("look_back", "reopen")):
        return None
    worded = opening_lines.asks_for_words(asked) and asked.casefold().startswith(("what", "how"))
    if worded and opening_lines.is_of_the_plan(asked, plan.what, plan.with_whom):
        return None  # a line for it comes from the rule for that
    opened = turn.state.model_copy(update={"closed": False, "commitment": plan, "obstacle": turn.before.obstacle})
    line = f"{WORDED if worded else ASKED}{count}"
    reason = "a question after the end: what their own first answer to it is"
    return make(turn, Plan("follow_up", reason, line, line), state=opened)


def _way_told(turn: Turn) -> Chosen:
    """The answer to what then, put into the plan and said back; the talk has its end again."""
    was, now = turn.before.commitment, turn.state.commitment
    closed = turn.state.model_copy(update={"closed": True})
    added = was is not None and now is not None and now.if_then not in {None, was.if_then}
    if added and was is not None and now is not None and was.if_then:  # it is one more, for another snag
        both = now.model_copy(update={"if_then": "; ".join(filter(None, (was.if_then, now.if_then)))})
        closed = closed.model_copy(update={"commitment": both})
    reason = "what then is told: put into the plan" if added else "no more to it: the plan is kept as it is"
    return make(turn, Plan("after_closed", reason, "", "mended:added" if added else ""), Stage.CLOSED, closed)


def _is_open_again(turn: Turn) -> bool:
    """Whether the talk is open once more for what came after the end, or for a smaller question about that."""
    return turn.before.expecting.startswith(AFTER) or any(one.startswith(AFTER) for one in turn.before.asked[-_LATELY:])


def is_personal(turn: Turn) -> bool:
    """Whether a message tells something of the doctor's own that weighs, and is no word at the door."""
    if share(turn.text) < _FEWEST or doors.at_the_door(turn.text) or turn.reading.kind in doors.AFTERWORDS:
        return False
    felt = turn.reading.kind in {TurnKind.FEELING, TurnKind.CONFESSION}
    heavy = any(one.weight >= _WEIGHS and not one.likely for one in turn.reading.uptakes)
    return felt or heavy or bool(_OWN_STORY.search(turn.text)) or insight(turn.text) is not None
