"""What a question asks for, by its wording: what a simulated doctor tells, and how the arc is traced."""

import re
from enum import StrEnum
from functools import lru_cache

from evals.rubric import banks, wording


class Purpose(StrEnum):
    """What a coach's question is after, the most particular first."""

    SAFETY = "safety"
    CONFIDENCE = "confidence"
    WAY_ROUND = "way_round"
    OBSTACLE = "obstacle"
    SUCCESS = "success"
    AIM = "aim"
    WILL = "will"
    WHEN = "when"
    OPTIONS = "options"
    OTHER_VIEW = "other_view"
    ASSUMPTION = "assumption"
    BENEATH = "beneath"
    FEELING = "feeling"
    CHOICE = "choice"


_WH = re.compile(
    r"\b(?:what|how|who|whom|whose|which|where|when|why)\b"
    r"|^(?:so |and |then )?(?:tell me|say more|describe|talk me|walk me)",
    re.I,
)
_CLOSED = re.compile(
    r"^(?:(?:so|and|but|then|now|well|or|ok|(?:if|when|given|after|before|since) [^,]+(?=,))[, ]+)?"
    r"(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|shall|may|might|am"
    r"|isn't|don't|didn't|won't|aren't)\b(?! you (?:tell|say|describe|walk|talk))",
    re.I,
)


_TAGGED_ON = re.compile(
    r", (?:and )?(?:was|is|did|does|do|has|have|had|were|are|can|could|would|will|should)(?:n['’]t)?"
    r" (?:it|he|she|they|you|we|there|that|this)(?: not)?\?\W*$",
    re.I,
)
"""Turns what was stated into something to say yes to: '..., was it?'."""


@lru_cache(maxsize=4096)
def purposes(question: str) -> tuple[Purpose, ...]:
    """What a question asks for, most particular first; none where it only goes on about the matter."""
    bare = wording.written_out(wording.own(question))
    return tuple(purpose for purpose in Purpose if banks.found(f"asks_{purpose}", bare))


def is_open(question: str) -> bool:
    """Whether more than yes or no is asked for."""
    bare = _after_lead(wording.own(question)).strip()
    if _TAGGED_ON.search(bare):
        return False
    return bool(_WH.search(bare)) and not _CLOSED.search(bare)


def only_sounds_like_one(question: str) -> bool:
    """Whether a question has the grammar of a statement: 'you could ask her, maybe?'."""
    bare = _after_lead(wording.own(question)).strip()
    return "?" in bare and not _WH.search(bare) and not _CLOSED.search(bare)


def offers_a_choice(question: str) -> bool:
    """Whether the question lets the doctor choose between things that it names."""
    return bool(re.search(r"\bor\b|\bwhich\b", wording.own(question), re.I))


def is_stock(question: str, message: str) -> bool:
    """Whether the question is a stock prompt with the doctor's own words hung on it, and would fit any message."""
    bare = wording.own(question).strip()
    found = banks.found("stock_prompts", bare)
    if found is None:
        return False
    rest = wording.turned(bare[len(found) :])
    copied, _ = wording.longest_copied(rest, wording.turned(message))
    return len(rest) - copied <= 2


def _after_lead(question: str) -> str:
    """The part after a colon or dash, where a question has a lead-in."""
    return re.split(r":\s+|\s+[–-]\s+", question)[-1]
