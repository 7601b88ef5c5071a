"""Rules for challenging a usual self-deception of the situation: at once, midway, or before the plan is closed."""

import re

from bot.coaching import cues
from bot.coaching.choose.context import Chosen, Plan, Turn, make
from bot.coaching.kinds import Stage
from bot.coaching.playbook import Challenge

_EARLIEST = 1
_PAINFUL = 5
_SORRY = re.compile(
    r"(?:^|(?<=[.!?\n]))\W*(?:so |really |i['’]?m |i am |im |oh )*(?:sorry"
    r"|apologies)\b(?=[ ,]*(?:(?:but )?if (?:this|that|it|i)\b"
    r"|for (?:going|rambling|asking|the|being|moaning|all)|to (?:ask|bring|bother|go|be|moan|ramble)|not sure"
    r"|can i|could i"
    r"|that['’]?s|this|it['’]?s|about (?:this|that|the)|i (?:know|keep|just)|[.!\n]|$))[^.!?\n]*"
    r"|\bsorry (?:if (?:this|that|it)(?:['’]?s| is| was| sounds| seems)|for (?:going on|rambling|moaning"
    r"|asking))[^.!?\n]*",
    re.I | re.M,
)
"""Courtesy to the coach, 'sorry if this is silly': no apology that anybody at work would hear."""

_ABSENCE = ("^(?!", "\\A(?!")
"""How a cue begins that asks for something not to have been said, which is so of almost any message."""


def urgent(turn: Turn) -> Chosen | None:
    """A challenge that must not wait: made whenever its evidence appears, but not over something painful just said."""
    if any(one.weight >= _PAINFUL and not one.likely for one in turn.reading.uptakes):
        return None
    for one in turn.book.challenges if turn.book else ():
        if one.at_once and f"challenge:{one.id}" not in turn.state.asked and _due(one, turn) and _fresh(one, turn):
            plan = Plan("challenge", f"cannot wait: {one.about}", "challenge", f"challenge:{one.id}")
            return make(turn, plan, Stage.REALITY if turn.state.stage is Stage.OPENING else None)
    return None


def midway(turn: Turn) -> Chosen | None:
    """The one early challenge, once the doctor has been heard a little."""
    return challenge(turn, late=False) if turn.state.turn > _EARLIEST else None


def challenge(turn: Turn, *, late: bool) -> Chosen | None:
    """A challenge whose evidence is in the doctor's words, at most one early and one late."""
    spent = sum(line.startswith("challenge:") for line in turn.state.asked)
    if turn.book is None or spent > (1 if late else 0):
        return None
    if late and any(line.startswith("insight:") for line in turn.state.asked):
        return None  # who has just seen something for themselves needs nobody to show them another thing
    for one in turn.book.challenges:
        if f"challenge:{one.id}" not in turn.state.asked and _due(one, turn) and (late or _fresh(one, turn)):
            plan = Plan("challenge", f"a usual self-deception here: {one.about}", "challenge", f"challenge:{one.id}")
            return make(turn, plan)
    return None


def _due(one: Challenge, turn: Turn) -> bool:
    if not one.evidence and not one.missing:
        return False
    return cues.all_in(one.evidence, _SORRY.sub(" ", turn.state.said)) and not any(
        told(turn, facet) for facet in one.missing
    )


def _fresh(one: Challenge, turn: Turn) -> bool:
    """Whether this message shows it: a doctor who has moved on since is not held to what they said before."""
    shown = [cue for cue in one.evidence if not cue.startswith(_ABSENCE)]
    return not shown or cues.any_in(shown, turn.text)


def told(turn: Turn, facet: str) -> bool:
    """Whether a facet of the situation in hand has been told."""
    return f"{turn.state.situation}/{facet}" in turn.state.told
