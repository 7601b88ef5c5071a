"""Rules for 'not sure': first a smaller question, or one turned round; then two ways or an idea; then a step."""

from bot.coaching import named
from bot.coaching.choose import idea_rules, repair_rules, securing_rules
from bot.coaching.choose.context import Chosen, Plan, Turn, make
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.told_before import told_before

SMALL = "small:"
_TWICE = 2
_ABOUT_THE_PLAN = frozenset({"obstacle", "way", "confidence", "raise"})
_SECURING = frozenset({"obstacle", "way"})
_OF_OPTIONS = frozenset({Stage.OPTIONS, Stage.COMMITMENT, Stage.IDEA})
_OTHER_VIEW = "view"
"""Asks how it is for somebody else: it is not turned round to somebody once more."""


def unsure(turn: Turn) -> Chosen | None:
    """A shrug: each time in a row it is made easier to answer."""
    return _made_easier(turn) if turn.reading.kind is TurnKind.DONT_KNOW else None


def _made_easier(turn: Turn) -> Chosen | None:
    asked = turn.before.expecting
    if asked in _ABOUT_THE_PLAN and turn.state.commitment is not None:
        return _about_the_plan(turn)
    if turn.book is None:
        return make(turn, Plan("small_question", "does not know: asks something smaller", "free"))
    if asked == "step":
        return None  # one of ours was put and does not fit: the talk ends of itself, with its place kept
    if turn.state.stuck > _TWICE:
        return make(turn, Plan("give_step", "stuck again: offers one first step", "step", repair_rules.step_line(turn)))
    if turn.state.stuck == _TWICE:
        return idea_rules.idea_when_stuck(turn) or _two_ways(turn)
    if turn.state.stage in _OF_OPTIONS:
        return _smaller_option(turn) or _two_ways(turn)
    reason = "does not know: turns the question round, or takes a smaller piece of what was told"
    return make(turn, Plan("small_question", reason, "free", _turned_round(turn)))


def _two_ways(turn: Turn) -> Chosen:
    reason = "does not know: names two ways that others tried"
    return make(turn, Plan("suggest_options", reason, "options"), Stage.OPTIONS)


def _smaller_option(turn: Turn) -> Chosen | None:
    """What to do, asked in a smaller way; once in a talk, and the question stays the same."""
    line = f"{SMALL}step" if turn.state.options else f"{SMALL}options"
    if any(one.startswith((f"{SMALL}step", f"{SMALL}options")) for one in turn.state.asked):
        return None
    asked = turn.before.expecting if turn.before.expecting in {"options", "commitment", "what"} else "options"
    return make(turn, Plan("small_question", "cannot think of one: asks for less", asked, line))


def _about_the_plan(turn: Turn) -> Chosen | None:
    """What may stop it, or what then: made easier once, where it has not been asked about enough; then it is let be."""
    asked = turn.before.expecting
    eased = {f"{SMALL}{one}" for one in _SECURING}
    if asked not in _SECURING or eased.intersection(turn.state.asked) or securing_rules.enough_asked(turn):
        return None
    reason = "the plan stands, and what may stop it is not known: asks it in an easier way"
    return make(turn, Plan("small_question", reason, asked, f"{SMALL}{asked}"), Stage.OBSTACLE)


def _turned_round(turn: Turn) -> str:
    """The line of the smaller question: somebody's place, or the doctor's own words of a little while ago."""
    fresh = [one for one in (f"{SMALL}who", f"{SMALL}quote") if one not in turn.state.asked]
    if f"{SMALL}who" in fresh and turn.before.expecting != _OTHER_VIEW and named.told_of(turn.state.said) is not None:
        return f"{SMALL}who"
    if f"{SMALL}quote" in fresh and told_before(turn.state.memory) is not None:
        return f"{SMALL}quote"
    return ""
