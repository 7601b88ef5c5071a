"""The aim said back: whole and turned to 'you' where grammar is safe, else quoted with its verb; a question as one."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from bot.coaching.commitments import cut
from bot.coaching.restate import restated
from bot.coaching.write.desk import quoted

Form = Literal["you", "clause", "question", "bare"]

_MOST: Final = 18
_VERB: Final = re.compile(
    r"\b(?P<lead>(?:i(?:['’]d| would|d)?|what i|all i) (?:(?:just|really|only|mainly|do|honestly|still) )*"
    r"(?:want|need|like|love|hope|wish)(?: is)?|(?:i['’]?m|i am) (?:hoping|looking|trying))\s+$",
    re.I,
)
_ASIDE: Final = re.compile(r"\b(?:just|really|only|mainly|honestly|still|do) (?=want|need|like|love|hope|wish)", re.I)
_QUESTION: Final = re.compile(r"^\W*(?:how (?:do|can|could|should|would)|what (?:do|can|should|could)) i\b", re.I)
_PAST: Final = (
    (re.compile(r"^You (?:want|wish)\b"), "You wanted"),
    (re.compile(r"^You(?:'d| would) (?:like|love)\b"), "You wanted"),
    (re.compile(r"^You need\b"), "You needed"),
    (re.compile(r"^You hope\b"), "You hoped"),
    (re.compile(r"^You(?:'re| are) (?=hoping|looking|trying)"), "You were "),
)
"""How a wish that was told at the beginning is said at the end."""


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim fit to be said: as a sentence of the coach's, as a clause or a question quoted, or as bare words."""

    form: Form
    words: str


def said(aim: str, told: str, most: int = _MOST) -> Aim:
    """How to say `aim` back; `told` is all that the doctor said, line by line, `most` the words of a quotation."""
    line, at = _where(aim, told)
    if _QUESTION.match(aim):
        return Aim("question", quoted(cut(aim, most)))
    led = _VERB.search(line[:at]) if line else None
    if led is None:
        return Aim("bare", quoted(cut(aim, most)))
    clause = line[led.start() : at] + line[at : at + len(aim)]
    turned = restated(_ASIDE.sub("", clause), _ASIDE.sub("", line)) if led["lead"][:1] in "iI" else None
    if turned is not None and _past(turned):
        return Aim("you", turned)
    return Aim("clause", quoted(cut(clause, most)))


def at_the_end(aim: Aim) -> str:
    """The sentence of the coach's with its verb in the past."""
    return _past(aim.words) or aim.words


def _past(words: str) -> str:
    return next((one for pattern, to in _PAST if (one := pattern.sub(to, words)) != words), "")


def _where(aim: str, told: str) -> tuple[str, int]:
    """The last line in which the aim was told, and where in it; ("", -1) where it was not told in these words."""
    for each in reversed(told.splitlines()):
        line = " ".join(each.split())
        at = line.casefold().find(" ".join(aim.split()).casefold())
        if at >= 0:
            return line, at
    return "", -1
