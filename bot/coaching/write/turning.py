"""The wording where the talk turns: an insight, a question made smaller, a step in doubt, another matter."""

import re

from bot.coaching import named, opening_lines
from bot.coaching.commitments import cut
from bot.coaching.kinds import Act
from bot.coaching.told_before import told_before
from bot.coaching.write import arc_writers, aside_writers, handing_back, listening, plan_writers, runs
from bot.coaching.write.desk import Desk, quoted

SMALL = "small:"
"""How the lines of such moves begin (choose/unsure_rules)."""

_OPEN_YET = {
    "obstacle": "ask_obstacle",
    "way": "ask_way",
    "confidence": "ask_confidence",
    "raise": "raise_confidence",
    "when": "ask_when",
    "commitment": "line_then",
}
_LONG = 30
_RELAPSE, _TAKEN_BACK = "ask:way:relapse", "ask:way:sorry"
"""Lines of the questions on a relapse (choose/relapse_rules)."""

_BOTH_SIDES = 18
_SHORT = 12
_ASKED_AFTER = {"after:asked": "asked_after", "after:worded": "worded_after"}
_OF_LINES = {"insight:": "insight", "after:": "told_after", "torn:both": "torn", "torn:away": "torn_away"}


def follow_up(desk: Desk) -> None:
    """Stay with what has just been seen; anything else is asked on from as ever."""
    after = next((name for line, name in _ASKED_AFTER.items() if desk.move.line.startswith(line)), None)
    if after is not None:
        asked = opening_lines.question(desk.text) or desk.text
        desk.phrase(after, Act.ASK_OPEN, quote=desk.quote(cut(asked, _LONG)))
        return
    group = next((name for line, name in _OF_LINES.items() if desk.move.line.startswith(line)), None)
    if group is None:
        listening.follow_up(desk)
        return
    if group == "torn" and len(desk.text.split()) <= _BOTH_SIDES:  # half of it would be only the one side
        desk.phrase("reflect_words", Act.REFLECT, quote=desk.quote(runs.led_off(desk.text).strip(" .!?,;")))
    else:
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


def give_step(desk: Desk) -> None:
    """A line to begin with, where one was asked for and fits; else one usable step."""
    line = desk.move.line
    if not line.startswith(opening_lines.LINE):
        arc_writers.give_step(desk)
        return
    plan = desk.state.commitment
    what = plan.what if plan and line.startswith(f"{opening_lines.LINE}plan") else ""
    whom = re.sub(r"^my\b", "your", (plan.with_whom if plan else None) or "", flags=re.I)
    to_all = opening_lines.kind(what, desk.state.said) == "talk" and not opening_lines.question_in(what)
    if what and to_all and not whom:
        desk.phrase("line_plain", Act.ADVISE)
    else:
        words = f'"{_line_for(desk, what)}"'
        desk.phrase("line_lead_whom" if whom else "line_lead", Act.ADVISE, whom=whom, words=words)
    _as_it_stood(desk)


def _line_for(desk: Desk, plan: str) -> str:
    """The words to begin with: what is to be asked as a question, or else what kind of talk it will be."""
    asked = opening_lines.question_in(plan) if plan else opening_lines.never_asked(desk.state.said)
    group = "line_question" if asked else f"line_{opening_lines.kind(plan, desk.state.said)}"
    key, words = desk.words.pick(group, (*desk.state.used, *desk.used), desk.state.opening_words)
    desk.used.append(key)
    return words.replace("{question}", asked or "")


def _as_it_stood(desk: Desk) -> None:
    """The question about the plan that was open, asked again in other words; after the end none."""
    group = _OPEN_YET.get(desk.move.expecting)
    if desk.state.closed or group is None:
        return
    plan = desk.state.commitment
    score = str(plan.confidence) if plan and plan.confidence is not None else ""
    plan_writers.ask_of_plan(desk, group, score=score)


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


def ask_obstacle(desk: Desk) -> None:
    """The question about the snag; one that is the doctor's own old way is named as that, and another asked for."""
    line, was = desk.move.line, desk.before.commitment
    if line == _TAKEN_BACK and was and was.if_then:
        desk.phrase("ask_way_sorry", Act.ASK_OPEN, quote=quoted(cut(was.if_then, _LONG)))
    elif line == _RELAPSE and desk.state.obstacle:
        desk.phrase("ask_way_relapse", Act.ASK_OPEN, quote=desk.quote(desk.state.obstacle))
    else:
        plan_writers.ask_obstacle(desk)


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
