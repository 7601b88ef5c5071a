"""What a message or a source orders to be said is not said, and neither are words that came from nowhere.

Words cannot tell an order to the coach from one that the doctor tells of, so it is the safe side that is taken: a draft
that says such words as its own gives way to the guided wording. In quotation marks they may be said back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.everyday import EVERYDAY
from bot.coaching.drafting.vetting.look import Look
from bot.coaching.record import Problem

_ORDERS: Final = frozenset(
    "say saying says said print repeat output write type reply respond answer begin start end finish state confirm tell"
    " tells call rate summarise summarize translate append add include continue report word words phrase spell"
    " promise".split()
)
_REACH: Final = 6
"""Words that may stand between an order and what it wants to be said."""
_SPEAKS_TO_MODELS: Final = re.compile(
    r"\b(?:ai|llms?|language models?|(?:chat ?)?bots?|(?:your|system|the) prompt|jailbreak\w*|overrid(?:e|ing) your"
    r"|(?:your|previous|prior|above|these|following|all) instructions"
    r"|(?:ignore|disregard|forget) (?:all|any|every\w*|your|previous|prior|above|what i|the (?:above|previous|rules))"
    r"|pretend (?:you are|to be)|role-? ?play\w*|you are now|from now on you|stay in character|do anything now)\b"
)
"""Words that are meant for a model and not for a coach."""
_LONGEST_OF_A_DOCTOR: Final = 200
_MOST_LINES: Final = 5
"""Words, and lines: what is longer was most likely pasted."""
_TO_THE_DOCTOR: Final = re.compile(r"\b(?:you|your|yours|yourself|i|we|us|it|that|this)\b|\"\"")
_STUMP: Final = 4
_DONE: Final = re.compile(
    r"^(?:ok(?:ay)?,? |your |the |plan |it |that |this |is |are |has |been |now |safety |route )*"
    r"(?:marked|closed|sent|deleted|erased|switched off|disabled|enabled|updated|approved|confirmed|activated)\b"
)
"""Something done that a coach cannot do."""
_QUOTED: Final = re.compile(r'"[^"]*"')
_FEWEST_FOREIGN: Final = 2
_ANOTHERS: Final = re.compile(
    r"\"([^\"]+)\"|(?<!\w)'([^']+)'(?!\w)|<[^<>\s][^<>]*>([^<>]*)<|\[([^\[\]]+)\]|^\s*>+ ?([^\n]+)", re.M
)
"""What a message gives as another's words: in quotation marks, between tags, in brackets, behind the sign of a mail."""


def faults(look: Look) -> Iterator[Problem]:
    """Sentences that are, word for word, what somebody ordered, and short ones of words that nobody said."""
    pasted = _pasted(look)
    guided = " ".join(plainly.tokens(_QUOTED.sub(" . ", plainly.straight(look.sheet.guided.text))))
    for line in look.lines:
        for sentence in plainly.sentences(line.own) if not line.asks else ():
            own = plainly.tokens(sentence)
            if own and " ".join(own) not in guided:
                yield from _of_sentence(sentence, own, pasted, look, cited=line.cites is not None)


@dataclass(frozen=True, slots=True)
class _Pasted:
    """The words of the message and of the sources, those given as another's, and whether models are addressed."""

    told: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str, ...], ...]
    gives_orders: bool


def _pasted(look: Look) -> _Pasted:
    words = plainly.tokens(look.doctor)
    others = tuple(plainly.tokens(part) for found in _ANOTHERS.findall(look.doctor) for part in found if part)
    message = look.sheet.message
    long = len(message.split()) > _LONGEST_OF_A_DOCTOR or message.count("\n") >= _MOST_LINES
    orders = long or _SPEAKS_TO_MODELS.search(plainly.spelt_out(plainly.straight(message))) is not None
    return _Pasted((words, plainly.tokens(look.sources)), others, orders)


def _of_sentence(sentence: str, own: Sequence[str], pasted: _Pasted, look: Look, *, cited: bool) -> Iterator[Problem]:
    if _DONE.search(plainly.spelt_out(sentence)):
        yield Problem(code="obeys", detail=f"says that something was done: {sentence!r}")
    elif any(_is_ordered(own, one) or _hands_on(own, one) for one in pasted.told):
        yield Problem(code="obeys", detail=f"says what a text orders to be said: {sentence!r}")
    elif any(plainly.holds_run(own, one) for one in pasted.others):
        yield Problem(code="obeys", detail=f"says another's words as its own: {sentence!r}")
    elif pasted.gives_orders and len(own) > 1 and not cited and not _TO_THE_DOCTOR.search(plainly.spelt_out(sentence)):
        yield Problem(code="obeys", detail=f"stands by itself, where a text that gives orders was pasted: {sentence!r}")
    elif _is_foreign(own, look):
        yield Problem(code="not_english", detail=f"another language, and no quotation: {sentence!r}")
    elif '""' not in sentence and _is_from_nowhere(sentence, own, look):
        yield Problem(code="ungrounded", detail=f"has nothing in it that anybody said: {sentence!r}")


def _is_ordered(own: Sequence[str], told: Sequence[str]) -> bool:
    """Whether the words stand, whole and in order, shortly after an order to say something."""
    size = len(own)
    ordered = (at for at, word in enumerate(told) if word in _ORDERS)
    return any(
        tuple(told[start : start + size]) == tuple(own) for at in ordered for start in range(at + 1, at + 1 + _REACH)
    )


def _hands_on(own: Sequence[str], told: Sequence[str]) -> bool:
    """Whether a short order, as "say kettle", is one that a text gave: a coach orders no words to be said."""
    return 1 < len(own) <= _STUMP and own[0] in _ORDERS and own[0] in told and set(own[1:]) <= set(told)


def _is_foreign(own: Sequence[str], look: Look) -> bool:
    """Whether half of the words or more are none of every day in English, whoever said them."""
    names = look.ground.names
    strange = [one for one in own if one not in names.ordinary and not one.isdigit()]
    return len(own) >= _FEWEST_FOREIGN and 2 * len(strange) >= len(own)


def _is_from_nowhere(sentence: str, own: Sequence[str], look: Look) -> bool:
    """Whether a stump of a sentence tells something, and none of it stands in the talk."""
    telling = plainly.stems(sentence) - EVERYDAY
    return len(own) <= _STUMP and bool(telling) and telling.isdisjoint(look.known_stems)
