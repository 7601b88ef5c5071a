"""A script of what a doctor said, written as a rubric case (YAML) that a trainer goes on with."""

import re
import textwrap
from collections.abc import Sequence
from typing import Final

from bot.coaching import safety
from evals.casebook.case import Said
from evals.errors import EvalsError

MOST_SAID: Final = 8000
"""Characters of one message or of the reference, as `casebook.case.Words` has it."""
_WIDTH: Final = 112
_NOTE: Final = (
    "From a talk that a doctor shared for this. Names, places, days and dates were changed by rule. Read every line "
    "for what still tells who it was, give each turn its `said` and `content`, choose family and split; then cut this."
)
_ROUTES: Final = ("crisis_self", "patient_safety_now", "mistreatment", "clinical_advice", "injection")
_NUMBER: Final = re.compile(r"\W*(?:an?\s+|about\s+|maybe\s+)?(?:10|\d)(?:\s*(?:/|out of)\s*(?:10|ten))?\b\W*", re.I)
_BRIEF: Final = 2
_PLAN: Final = re.compile(
    r"\b(?:i'll|i’ll|ill|i will|i'm going to|i am going to|gonna|going to)\b.*"
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|today|next week)\b",
    re.I,
)
_THANKS: Final = re.compile(r"\W*(?:thanks|thank you|cheers|ta)\b", re.I)
_BYE: Final = re.compile(r"\W*(?:bye|goodbye|gotta go|got to go|that's all|have to go)\b", re.I)
_SHORT: Final = 12


def written(name: str, about: str, says: Sequence[str], reference: str) -> str:
    """The case, as a file of cases holds it. Raises EvalsError where a text is too long for one."""
    if max(len(one) for one in (*says, reference)) > MOST_SAID:
        message = f"a message or the reference is longer than {MOST_SAID} characters: shorten it for the case"
        raise EvalsError(message)
    lines = [f"- id: {name}", f"  family: {name}", f"  about: {about}", "  split: tune", "  tags: [from-practice]"]
    lines += [*_block("note", _NOTE, 2), "  turns:"]
    for number, one in enumerate(says, start=1):
        lines += _turn(one, about, last=number == len(says))
    return "\n".join([*lines, *_block("reference", reference, 2), ""])


def _turn(text: str, about: str, *, last: bool) -> list[str]:
    lines = _block("says", text, 6)
    lines[0] = "    - " + lines[0].lstrip()
    route = _route(text, about, last=last)
    said = Said.ALARM if route else _said(text)
    if said is not Said.TELLING:
        lines.append(f"      said: {said.value}")
    if route:
        lines.append(f"      route: {route}")
    return lines


def _route(text: str, about: str, *, last: bool) -> str:
    """The route that is due: the one that the words themselves name, or what the case is about, after its last line."""
    risk = safety.explicit(text)
    if risk:
        return risk.route
    return about if last and about in _ROUTES else ""


def _said(text: str) -> Said:
    """What the message plainly is; telling, wherever a trainer would have to judge it."""
    words = len(text.split())
    if _NUMBER.fullmatch(text):
        return Said.CONFIDENCE
    if words <= _SHORT and _THANKS.match(text):
        return Said.THANKS
    if words <= _SHORT and _BYE.match(text):
        return Said.GOODBYE
    if _PLAN.search(text):
        return Said.PLAN
    return Said.BRIEF if words <= _BRIEF else Said.TELLING


def _block(key: str, text: str, indent: int) -> list[str]:
    """A folded block: nothing in it needs escaping, and it reads as it was written."""
    wrapped = textwrap.wrap(text, _WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return [" " * indent + f"{key}: >-", *(" " * (indent + 2) + one for one in wrapped)]
