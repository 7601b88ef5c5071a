"""Whether a sentence asks, and how its question begins: with a word for open ones, a verb, or a verb denied."""

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching.plain import OnNeed
from bot.coaching.speech.asking_cues import OPENERS
from bot.coaching.speech.cue_table import plain

_MARK: Final = OnNeed(r"\?[?!.\"')\]\s]*(?:[^\w\s]+\s*)*$")
_LEAD: Final = OnNeed(
    r"(?:(?:so|and|but|or|ok|okay|right|well|hi|hello|hey|dear|morning|also|then|now|please|pls|sorry|yes"
    r"|no|yeah|just|maybe"
    r"|perhaps|honestly|look|listen|ah|oh|um|er|erm|guys|all|team|both|folks|everyone|btw|ps|quick (?:one|question)|q"
    r"|\[\w+\]|dr|sister|matron|subject|re)\b[\s,:.!–-]*)*",
    re.I,
)
_JOINT: Final = OnNeed(
    r"[,;:]\s+|\s+[-–—]+\s+|\.{2,}\s*|…\s*|\s+(?=(?:and|but|so|or|then|because)\s)|(?<=\w)\s+(?=(?:what"
    r"|how|why|who|when|where|which)\b)",
    re.I,
)
_KINDS: Final = tuple((name, OnNeed(words, re.I)) for name, words in OPENERS.items())
_VERB: Final = OnNeed(
    r"\b(?:i|we|you|they|he|she|it|there|this|that|[a-z]+s?)(?:'(?:m|re|s|ve|d|ll))?\s+(?:is|are|was|were"
    r"|am|have|has|had|do|did|will|would|can"
    r"|could|need|think|know|want|wait\w*|lose|lost|\w+ed|\w+s)\b|\b(?:i|we|you|they|he|she|it|there"
    r"|that)'(?:m|re|s|ve|d|ll)\b",
    re.I,
)
_FEWEST_TOLD: Final = 3


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked in a sentence. `kind` is how it begins: wh, aux, negative, noun, or "" where no word shows it.

    `marked`: it ends with a question mark. `told`: something is stated before it. `words`: the question alone.
    """

    kind: str
    marked: bool
    told: bool
    words: str


def question_in(sentence: str) -> Question | None:
    """The question that a sentence asks, with or without a mark; None where it asks none."""
    words = plain(sentence).strip()
    marked = bool(_MARK.search(words))
    pieces = _pieces(words)
    for number, (start, piece) in enumerate(pieces):
        kind = _kind(piece)
        if kind and (marked or (number == 0 and _inverted(kind, piece))):
            return Question(kind, marked, _told(words[:start]), words[start:])
    return Question("", marked=True, told=False, words=words) if marked else None


def _pieces(words: str) -> list[tuple[int, str]]:
    """The clauses of a sentence with where each begins, without what leads into them."""
    starts = [0, *(found.end() for found in _JOINT.finditer(words))]
    led = (_LEAD.match(words, start) for start in starts)
    begins = [found.end() if found else start for start, found in zip(starts, led, strict=True)]
    return [(begin, words[begin:]) for begin in dict.fromkeys(begins)]


def _kind(piece: str) -> str:
    return next((name for name, pattern in _KINDS if pattern.match(piece)), "")


def _inverted(kind: str, piece: str) -> bool:
    """Without a mark only what cannot be a statement is a question: a verb before its subject, or how do, what is."""
    if kind in ("aux", "negative"):
        return not re.match(
            r"(?:do|will|may|might|must|has|had) (?:not |the |this |that |all |some |one )", piece, re.I
        )
    return kind == "wh" and bool(
        re.match(
            r"(?:what|how|why|who|when|where|which)(?:'?s|'?d|'?re| \w+)? (?:do|does|did|is|are|can|could|would"
            r"|should|will|shall|have|has|was|were|am) (?:\w+)",
            piece,
            re.I,
        )
        or re.match(
            r"(?:what|how|why|who|when|where)(?: about)? (?:do|does|did|is|are|can|could|would|should|will|shall"
            r"|have|was|were|about) (?:you|u|we|i|they|it|the|this|that)\b",
            piece,
            re.I,
        )
    )


def _told(before: str) -> bool:
    return (
        len(before.split()) >= _FEWEST_TOLD
        and bool(_VERB.search(before))
        and not re.match(r"\s*(?:if|when|given|once|before|after|for|in|on|at)\b", before, re.I)
    )
