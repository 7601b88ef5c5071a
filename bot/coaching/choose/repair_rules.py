"""Rules for when the talk itself goes wrong: corrected, stuck, bored, angry with the coach, 'just tell me'."""

from bot.coaching import cues, opening_lines
from bot.coaching.choose import questions
from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.playbook import FirstStep

_STUCK_FOR_OPTIONS = 2
_LONG_CORRECTION = 9
_MOST_LINES = 2


def repair(turn: Turn) -> Chosen | None:
    """Mend in one turn what the doctor says went wrong."""
    rule = _RULES.get(turn.reading.kind)
    return rule(turn) if rule else None


def _corrected(turn: Turn) -> Chosen | None:
    """Asks what was meant; where the doctor says it, it is owned in a word and the talk goes on from there."""
    if turn.book is not None and share(turn.text) >= _LONG_CORRECTION:
        return None
    return make(turn, Plan("repair", "the doctor says that was not it: takes it back and asks", "repair"))


def _unclear(turn: Turn) -> Chosen | None:
    return None if turn.book is not None and share(turn.text) >= _LONG_CORRECTION else _confused(turn)


def _hostile(turn: Turn) -> Chosen:
    used = any(line.startswith("own_up") for line in turn.state.asked)
    if all(line.startswith("safety:") for line in turn.before.asked):
        reason = "sent here and cross about it: takes that without argument, and gives nothing yet"
        return make(turn, Plan("own_up", reason, "free", "own_up:first"))
    line = "" if used or turn.book is None else step_line(turn)
    reason = "the doctor is fed up with the coach: owns it and offers something usable"
    return make(turn, Plan("own_up", reason, "step", f"own_up:{line}"))


def line_asked(turn: Turn) -> Chosen | None:
    """Asked for words to begin with: a line that fits the plan, and then on with the plan where it stood."""
    plan, put = turn.state.commitment, sum(one.startswith(opening_lines.LINE) for one in turn.state.asked)
    outright = turn.reading.kind is TurnKind.JUST_TELL and opening_lines.asks_for_words(turn.text)
    if put >= _MOST_LINES or not (outright or opening_lines.asks_how_to_begin(turn.text)):
        return None
    if plan is not None and plan.what:
        reason = "asked for words to begin with: gives a line for the plan, and goes on with it"
        return make(turn, Plan("give_step", reason, turn.before.expecting, f"{opening_lines.LINE}plan:{put}"))
    if opening_lines.never_asked(turn.state.said) is None or turn.state.closed:
        return None
    return make(
        turn,
        Plan("give_step", "asked for words: what was never asked", "commitment", f"{opening_lines.LINE}asked:{put}"),
    )


def _just_tell(turn: Turn) -> Chosen | None:
    if turn.book is None:
        return None
    return make(
        turn,
        Plan(
            "give_step", "asked for something usable: gives one step and hands the choice back", "step", step_line(turn)
        ),
    )


def _minimal(turn: Turn) -> Chosen | None:
    if turn.before.expecting in {"", "step", "free", "repair"} or turn.book is None:
        return None
    if turn.state.stage in {Stage.OPTIONS, Stage.COMMITMENT}:
        return make(
            turn, Plan("suggest_options", "a bare answer: makes it easier with two examples", "options"), Stage.OPTIONS
        )
    if turn.state.stuck >= _STUCK_FOR_OPTIONS:
        return make(turn, Plan("give_step", "bare answers twice: offers one first step", "step", step_line(turn)))
    reason = "a bare answer: asks once more, in other words"
    return make(turn, Plan("nudge", reason, turn.before.expecting, _other_words(turn)))


def _confused(turn: Turn) -> Chosen | None:
    reason = "did not follow the question: asks it in other words"
    return make(turn, Plan("nudge", reason, turn.before.expecting or "free", _other_words(turn)))


def _other_words(turn: Turn) -> str:
    """The facet that was asked about, in words not used yet; '' where there are none left."""
    wanted = turn.before.expecting.removeprefix("facet:")
    facets = turn.book.facets if turn.book else ()
    facet = next((one for one in facets if questions.key(turn, one) == wanted), None)
    number = questions.wording(facet, turn) if facet else None
    return f"facet:{wanted}:{number}" if number is not None else ""


def step_line(turn: Turn) -> str:
    """The first step that fits what the doctor said, not given before."""
    steps = turn.book.first_steps if turn.book else ()
    said = turn.state.said
    fresh = [one for one in steps if f"step:{one.id}" not in turn.state.asked] or list(steps)
    best = max(fresh, key=lambda one: _fit(one, said), default=None)
    return f"step:{best.id}" if best else ""


def _fit(step: FirstStep, said: str) -> int:
    return cues.count_in(step.cues, said)


_RULES = {
    TurnKind.CORRECTION: _corrected,
    TurnKind.HOSTILE: _hostile,
    TurnKind.JUST_TELL: _just_tell,
    TurnKind.CONFUSED: _confused,
    TurnKind.UNCLEAR: _unclear,
    TurnKind.MINIMAL: _minimal,
}
