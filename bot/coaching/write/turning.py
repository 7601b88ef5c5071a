"""The wording where the talk turns: an insight, a question made smaller, a step in doubt, another matter."""

from bot.coaching import named
from bot.coaching.commitments import cut
from bot.coaching.kinds import Act
from bot.coaching.told_before import told_before
from bot.coaching.write import aside_writers, handing_back, listening, plan_writers
from bot.coaching.write.desk import Desk, quoted

SMALL = "small:"
"""How the lines of such moves begin (choose/unsure_rules)."""

_LONG = 30
_SHORT = 12
_OF_LINES = {"insight:": "insight", "after:": "told_after"}


def follow_up(desk: Desk) -> None:
    """Stay with what has just been seen; anything else is asked on from as ever."""
    group = next((name for line, name in _OF_LINES.items() if desk.move.line.startswith(line)), None)
    if group is None:
        listening.follow_up(desk)
        return
    (handing_back.hand_back if group == "insight" else listening.reflect)(desk)
    desk.phrase(group, Act.ASK_OPEN)


def small_question(desk: Desk) -> None:
    """The question made smaller or turned round, as the move's line says; a stock one where nothing fits."""
    line = desk.move.line
    if line == f"{SMALL}who" and (who := named.told_of(desk.state.said)):
        desk.phrase("small_who", Act.ASK_OPEN, who=who)
    elif line == f"{SMALL}quote" and (told := told_before(desk.state.memory)):
        desk.phrase("small_quote", Act.ASK_OPEN, quote=quoted(told.text))
    elif line == f"{SMALL}step":
        options = [quoted(cut(one, _SHORT)) for one in desk.state.options[-2:]]
        desk.phrase("small_step", Act.ASK_OPEN, options=" or ".join(options))
    elif line.startswith(SMALL) and line not in {f"{SMALL}who", f"{SMALL}quote"}:
        desk.phrase(line.replace(":", "_"), Act.ASK_OPEN)
    else:
        aside_writers.small_question(desk)


def ask_what(desk: Desk) -> None:
    """Ask what the step is; one that may only be thought about is put before the doctor, and a bare day is kept."""
    options = desk.state.options
    if desk.move.line == "ask:meant" and options:
        desk.phrase("ask_meant", Act.ASK_OPEN, quote=desk.quote(cut(options[-1], _LONG)))
        return
    if desk.move.line == "ask:which" and len(options) > 1 and desk.state.commitment and desk.state.commitment.when:
        named_ones = [quoted(cut(one, _SHORT)) for one in options[-2:]]
        when = desk.state.commitment.when
        desk.phrase("ask_which_then", Act.ASK_OPEN, when=when[:1].upper() + when[1:], options=" or ".join(named_ones))
        return
    plan_writers.ask("ask_what")(desk)


def note_switch(desk: Desk) -> None:
    """Say that this is another matter, in the doctor's own words where they name it, and ask which comes first."""
    first, second = desk.state.matters
    if not second:
        handing_back.hand_back_if_told(desk)
    if first and second:
        desk.phrase("note_switch", Act.ASK_OPEN, one=first, other=second, cap=first[:1].upper() + first[1:])
    elif second:
        desk.phrase("note_switch_new", Act.ASK_OPEN, other=second, cap=second[:1].upper() + second[1:])
    else:
        desk.phrase("note_switch_unnamed", Act.ASK_OPEN)
