"""What each sentence is called against what it does, and against what the move allows."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.look import ASKS, Line, Look
from bot.coaching.kinds import Act
from bot.coaching.record import Problem

_OPEN: Final = re.compile(
    r"\b(?:what|how|who|whom|whose|which|where|when|why)\b|\b(?:tell me|say more|describe|talk me|walk me|take me"
    r"|show me)\b"
)
_CLOSED: Final = re.compile(
    r"^\W*(?:(?:so|and|but|then|now|well|or|ok|right|(?:if|when|given|after|before|since|for|in|on|at|from|with|of)\b"
    r"[^,?]*(?=,))[, ]+)*"
    r"(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|shall|may|might|am)\b"
    r"(?! (?:you|we) (?:tell|say|describe|walk|talk|put|take me|show me|give me))"
)
_LEAD: Final = re.compile(r":\s+|\s[–—-]\s|(?<=[.!?])\s+")
_THANKS: Final = 3
"""Telling words that a message must have before a reply can be asked to speak of it."""


def faults(look: Look) -> Iterator[Problem]:
    """Acts that are not allowed or missing, and sentences that do not do what they are called."""
    guide = look.sheet.guide
    allowed = {*guide.acts, *(one.act for one in look.sheet.guided.sentences[look.sheet.guided.fixed :])}
    if Act.INFORM in allowed:
        allowed.add(Act.SIGNPOST)  # where it says what is known, it may say where to look
    if look.sheet.move.name == "chat":
        allowed.add(Act.CLOSE)
    if Act.REFLECT in allowed:
        allowed.add(Act.AFFIRM)  # a warmer way of saying what was heard
    if look.sheet.state.commitment is not None and allowed & {Act.REFLECT, Act.AFFIRM}:
        allowed.add(Act.SUMMARISE)  # a plan that is said back, whatever it is called
    for act in sorted(look.acts - allowed):
        yield Problem(
            code="act_not_allowed", detail=f"a sentence is called {act.value}, which this move has no use for"
        )
    if guide.needs and not look.acts & set(guide.needs):
        needed = " or ".join(one.value for one in guide.needs)
        yield Problem(code="act_missing", detail=f"this move needs a sentence that does this: {needed}")
    for line in look.lines:
        yield from _of_line(line)
    yield from _unheard(look)


def _of_line(line: Line) -> Iterator[Problem]:
    if line.act in ASKS and not line.text.rstrip(' "').endswith("?"):
        yield Problem(code="act_mismatch", detail=f"is called {line.act.value} and asks nothing: {line.text!r}")
    elif line.act not in ASKS and line.asks:
        yield Problem(code="act_mismatch", detail=f"is called {line.act.value} and asks: {line.text!r}")
    elif line.act is Act.ASK_OPEN and not is_open(line.plain):
        yield Problem(code="closed_question", detail=f"can be answered with yes or no: {line.text!r}")
    elif line.act is Act.ASK_CLOSED and is_open(line.plain):
        yield Problem(code="act_mismatch", detail=f"is called ask_closed and is open: {line.text!r}")


def is_open(question: str) -> bool:
    """Whether a question (spelt out) asks for more than yes or no, or one of two."""
    asked = _LEAD.split(question.strip())[-1]
    return bool(_OPEN.search(asked)) and not _CLOSED.search(asked)


def _unheard(look: Look) -> Iterator[Problem]:
    """Reflections none of which has anything of the doctor's in it."""
    said = [one for one in look.lines if one.act in (Act.REFLECT, Act.SUMMARISE)]
    if not said or len(plainly.stems(look.sheet.message)) < _THANKS:
        return
    if any('""' in one.own or re.search(r"\byour?\b", one.plain) for one in said):
        return
    telling = {stem for one in said for stem in plainly.stems(one.own)}
    if len(telling) >= _THANKS and not any(_speaks_of(one, look) for one in said):
        yield Problem(code="act_mismatch", detail="what is called a reflection has nothing of the doctor's in it")


def _speaks_of(line: Line, look: Look) -> bool:
    short = {one for one in plainly.tokens(line.own) if len(one) > 2}
    everyday = {"the", "and", "that", "this", "with", "for", "not", "but", "was", "are", "has", "had", "they", "there"}
    return bool(plainly.stems(line.own) & look.doctor_stems or (short - everyday) & set(look.doctor_tokens))
