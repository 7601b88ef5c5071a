"""Rules for asking on from what was just said: what is painful at any stage, an insight while exploring."""

from bot.coaching.choose import questions
from bot.coaching.choose.context import Chosen, Plan, Turn, make
from bot.coaching.model import Stage, Uptake

UPTAKE = "uptake:"
_PAINFUL = 5
_TELLING = 4
_SAID = 3
_NEAR = 0.35
_MOST_FOLLOWED_UP = 3
_MOST_STAYED = 3
_EXPLORING = {Stage.AIM, Stage.REALITY, Stage.BENEATH}


def stay_with(turn: Turn) -> Chosen | None:
    """Something painful was told: the next question is about that, whatever the stage."""
    one = _untaken(turn)
    if one is None or one.weight < _PAINFUL or followed_up(turn) > _MOST_STAYED:
        return None
    return _ask_on(turn, one, "something that matters to them was told: stays with it before anything else")


def follow_up(turn: Turn) -> Chosen | None:
    """While exploring, an insight or a turn of the story is asked about before the next unknown, with measure."""
    one = _untaken(turn)
    if one is None or turn.state.stage not in _EXPLORING or turn.before.expecting.startswith(UPTAKE):
        return None
    if one.weight < (_SAID if _far_from_all(turn) else _TELLING) or followed_up(turn) >= _MOST_FOLLOWED_UP:
        return None
    return _ask_on(turn, one, "asks on from what was just said")


def told_much(turn: Turn) -> bool:
    """Whether this message holds an insight or worse that nobody has asked about."""
    one = _untaken(turn)
    return one is not None and one.weight >= _TELLING and not turn.before.expecting.startswith(UPTAKE)


def followed_up(turn: Turn) -> int:
    """How often the conversation has asked on from what was said."""
    return sum(line.startswith(UPTAKE) for line in turn.state.asked)


def _ask_on(turn: Turn, one: Uptake, why: str) -> Chosen:
    name = f"{UPTAKE}{one.id}"
    stage = Stage.REALITY if turn.state.stage is Stage.OPENING else None
    return make(turn, Plan("follow_up", f"{why} ({one.id.replace('_', ' ')})", name, name), stage)


def _untaken(turn: Turn) -> Uptake | None:
    """The heaviest thing in this message that has not been taken up before."""
    fresh = (one for one in turn.reading.uptakes if f"{UPTAKE}{one.id}" not in turn.state.used)
    return next((one for one in fresh if f"{UPTAKE}{one.id}" not in turn.state.asked), None)


def _far_from_all(turn: Turn) -> bool:
    """Whether no open question lies near what was just said: asking any of them would change the subject."""
    facet = questions.next_facet(turn, turn.state.stage)
    near = {one.id: one.confidence for one in turn.reading.near}
    return facet is None or near.get(facet.id, 0.0) < _NEAR
