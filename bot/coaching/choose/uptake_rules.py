"""Rules for asking on from what was just said: what is painful at any stage, an insight while exploring."""

import re
from collections.abc import Iterator

from bot.coaching.choose import questions
from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.growing import asking, found
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.model import Uptake

UPTAKE = "uptake:"
DEEPEN = "deepen:"
LOSS = "loss"
_PAINFUL = 5
_TELLING = 4
_SAID = 3
_MOST_FOLLOWED_UP = 5
_MOST_RUNNING = 2
_MOST_STAYED = 3
_MOST_DEEPENED = 4
_SURE_GROUND = 5
_SOME_GROUND = 4
"""How much a question that grows out of the message must be worth to come before a playbook's, and at the opening."""

_A_STORY = 7
_STORIES = {TurnKind.TELLING, TurnKind.FEELING, TurnKind.CONFESSION, TurnKind.CORRECTION, TurnKind.UNCLEAR}
_LOST = re.compile(
    r"(?<!if )(?<!when )(?<!her )(?<!his )(?<!their )(?<!whose )(?<!['’]s )\b(?:he|she|(?:my )?(?:dad|da|father|mum"
    r"|mam|mother|gran\w*|nan|nana|brother|sister|wife|husband|partner|son|daughter|(?:best )?friend|uncle|aunt\w*))\b"
    r"(?: (?:had|then|just|also|suddenly))? (?:died|passed away)\b"
    r"(?! (?:on (?:my|his|her|its) |a death|laughing|of (?:shame|embarrassment|boredom)))"
    r"|\bi lost my (?:dad|father|mum|mam|mother|gran\w*|nan|brother|sister|wife|husband|partner|son|daughter|baby)\b",
    re.I,
)
_EXPLORING = {Stage.AIM, Stage.REALITY, Stage.BENEATH}


def stay_with(turn: Turn) -> Chosen | None:
    """Something painful was told: the next question is about that, whatever the stage."""
    one = next((one for one in _untaken(turn) if not one.likely), None)
    if one is None or one.weight < _PAINFUL or followed_up(turn) > _MOST_STAYED:
        return None
    return _ask_on(turn, one, "something that matters to them was told: stays with it before anything else")


def follow_up(turn: Turn) -> Chosen | None:
    """While exploring, what was just said is asked about before the next unknown, with measure.

    A playbook's next question seldom grows out of an answer (docs/decisions/0008), so all but details come first.
    """
    if turn.state.stage not in _EXPLORING or followed_up(turn) >= _MOST_FOLLOWED_UP or _followed_long(turn):
        return None
    one = next((one for one in _untaken(turn) if one.weight >= _SAID), None)
    if one is not None and one.likely and grounds(turn, _SOME_GROUND):
        return _grow(turn)
    return _ask_on(turn, one, "asks on from what was just said") if one else None


def mourned(turn: Turn) -> Chosen | None:
    """Somebody's death was told: said to be heard, and asked about once, before any other thing."""
    if turn.state.stage not in {Stage.OPENING, *_EXPLORING} or LOSS in turn.state.asked or not _LOST.search(turn.text):
        return None
    return make(turn, Plan("follow_up", "a death was told: stays with it before anything else", LOSS, LOSS))


def opened(turn: Turn) -> Chosen | None:
    """The first message gives a question of its own before a playbook's first, where the evidence is good."""
    if turn.state.stage is not Stage.OPENING or questions.bound_to(turn, Stage.REALITY):
        return None
    return _grow(turn) if grounds(turn, _SOME_GROUND) else None


def grown(turn: Turn) -> Chosen | None:
    """What was just said has a form that a question surely grows out of: that comes before the next unknown."""
    telling = any(one.weight >= _TELLING and not one.likely for one in _untaken(turn))
    if turn.state.stage not in _EXPLORING or telling or _deepened_long(turn) or followed_up(turn) >= _MOST_FOLLOWED_UP:
        return None
    return _grow(turn) if grounds(turn, _SURE_GROUND) and not questions.bound_to(turn, Stage.REALITY) else None


def deepen(turn: Turn) -> Chosen | None:
    """A story that goes on is stayed with: a few times at most, and never twice running."""
    running = bool(turn.before.asked) and turn.before.asked[-1].startswith((DEEPEN, UPTAKE))
    telling = share(turn.text) >= _A_STORY
    return _grow(turn) if turn.state.stage in _EXPLORING and telling and not running else None


def grounds(turn: Turn, at_least: int) -> bool:
    """Whether the message holds evidence worth that much which has not been asked about."""
    charged = turn.reading.clauses[0].text if turn.reading.clauses else ""
    evidence = found.evidence(turn.text, charged, turn.before.expecting)
    return any(one.weight >= at_least and f"{asking.ASKED}{one.key}" not in turn.state.used for one in evidence)


def _grow(turn: Turn) -> Chosen | None:
    put = [line for line in turn.state.asked if line.startswith(DEEPEN)]
    if len(put) >= _MOST_DEEPENED or turn.reading.kind not in _STORIES:
        return None
    line = f"{DEEPEN}{len(put)}"
    stage = Stage.REALITY if turn.state.stage is Stage.OPENING else None
    plan = Plan("follow_up", "stays with what was just told, before the next unknown", line, line)
    return make(turn, plan, stage)


def _deepened_long(turn: Turn) -> bool:
    last = turn.before.asked[-_MOST_RUNNING:]
    return len(last) == _MOST_RUNNING and all(line.startswith((DEEPEN, UPTAKE)) for line in last)


def told_much(turn: Turn) -> bool:
    """Whether this message surely holds an insight or worse that nobody has asked about."""
    asked_on = turn.before.expecting.startswith(UPTAKE)
    return not asked_on and any(one.weight >= _TELLING and not one.likely for one in _untaken(turn))


def followed_up(turn: Turn) -> int:
    """How often the conversation has asked on from what was said."""
    return sum(line.startswith((UPTAKE, DEEPEN)) for line in turn.state.asked)


def _followed_long(turn: Turn) -> bool:
    """Whether the last two questions both asked on, so that a third would lead away from what is not known yet."""
    last = turn.before.asked[-_MOST_RUNNING:]
    return turn.before.expecting.startswith(UPTAKE) and all(line.startswith(UPTAKE) for line in last)


def _ask_on(turn: Turn, one: Uptake, why: str) -> Chosen:
    name = f"{UPTAKE}{one.id}"
    stage = Stage.REALITY if turn.state.stage is Stage.OPENING else None
    return make(turn, Plan("follow_up", f"{why} ({one.id.replace('_', ' ')})", name, name), stage)


def _untaken(turn: Turn) -> Iterator[Uptake]:
    """What this message holds that has not been taken up before, the heaviest first."""
    seen = {*turn.state.used, *turn.state.asked}
    return (one for one in turn.reading.uptakes if f"{UPTAKE}{one.id}" not in seen)
