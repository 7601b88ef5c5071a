"""A draft as it is read: its sentences with what they do, which of them carry it, and how the doctor writes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label, Labelled

_GREETING: Final = re.compile(
    r"^(?:(?:dear|hi|hiya|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon|evening|to)\b[^.!?\n]{0,50}?"
    r"|(?:all|team|guys|everyone|colleagues|folks|both|\[name\]))[,.!:]?$",
    re.I,
)
_GREETING_IN: Final = re.compile(
    r"^(?:dear|hi|hiya|hello|hey|(?:good )?(?:morning|afternoon|evening))\b"
    r"(?: (?:all|both|team|everyone|everybody|there|again|guys|folks|colleagues?|mate|doctors?|sister|matron|professor"
    r"|boss|\[[a-z ]+\]|(?:dr|mr|mrs|ms|prof|sister)\.? ?(?:\[name\])?|[A-Z][\w'-]+)){0,4}\s*(?:[,!]|\s-)\s*",
    re.I,
)
_CLOSING: Final = re.compile(
    r"^(?:(?:many |kind(?:est)? |best |warm(?:est)? |with )*(?:thanks|thank you|thx|ta|cheers|regards|wishes|best|yours"
    r"|sincerely|br|kr)\b[\w ,.\[\]]{0,40}|[^.?!]{0,40}\b(?:f1|f2|sho|st\d|ct\d|imt\d?|spr|registrar|reg|consultant)\b"
    r"[^.?!]{0,30}|\[name\][^.?!]{0,30})[.!]*$",
    re.I,
)
_SUBJECT: Final = re.compile(r"^(?:subject|re|title|purpose)\s*:\s*(?P<what>.+)$", re.I)
_TIMED: Final = re.compile(
    r"^(?:slide \d+\s*[:.-]?\s+|(?:\d{1,2}[.:]\d{2}|[012]\d{3}|item \d+)\b(?!\s?%)[\s:.-]*|\d{1,2}[.)]\s+)", re.I
)
_CONTRACTED: Final = re.compile(r"\b\w+['’](?:m|ve|d|ll|re|t|s)\b", re.I)
_BARE: Final = re.compile(
    r"\b(?:im|ive|dont|didnt|doesnt|cant|wont|isnt|wasnt|thats|whats|youre|theyre|couldnt|wouldnt|arent|havent|hasnt)\b"
    r"|\bits (?:\w+ing|a|not|the|been|really|so)\b"
)
_TEXTED: Final = re.compile(r"\b(?:u|ur|pls|plz|thx|tmrw|tho|cos|gonna|wk|re|tbh|btw)\b")


_TITLE: Final = 10
_TELLING_RUN: Final = 12
"""Letters from which a run of words says where it was taken from, and what follows it is worth leaving alone."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of a draft; `start` lies behind a greeting, a number or a time that runs into it."""

    start: int
    end: int
    text: str
    labels: frozenset[Label]
    role: str

    def upto(self, slots: Mapping[str, str]) -> "Piece":
        """The part of it that ends with the longest run of words taken from it, where more than a little follows."""
        longest = max((one for one in slots.values() if one), key=len, default="")
        found = self.text.casefold().find(longest.casefold()) if len(longest) > _TELLING_RUN else -1
        end = found + len(longest)
        if found < 0 or len(self.text) - end < _TELLING_RUN:
            return self
        return replace(self, end=self.start + end, text=self.text[:end])

    def has(self, *labels: Label) -> bool:
        """Whether it has one of these labels."""
        return not self.labels.isdisjoint(labels)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the doctor writes: without capitals, 'i' for 'I', without apostrophes, with or without short forms."""

    small: bool = False
    small_i: bool = False
    bare: bool = False
    short: bool = False
    unstopped: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft, read. `body` are the sentences that carry it."""

    text: str
    kind: DraftKind
    pieces: tuple[Piece, ...]
    manner: Manner

    @property
    def body(self) -> tuple[Piece, ...]:
        """Its sentences without greeting, close and headings."""
        return tuple(one for one in self.pieces if one.role == "body")

    @property
    def asking(self) -> int:
        """How many of its sentences ask."""
        return sum(asks(one) for one in self.pieces)

    def any(self, *labels: Label) -> bool:
        """Whether any sentence has one of these labels."""
        return any(one.has(*labels) for one in self.pieces)


def asks(piece: Piece) -> bool:
    """Whether a sentence asks something, or asks somebody in."""
    return piece.has(Label.OPEN_QUESTION, Label.CLOSED_QUESTION, Label.INVITATION)


def read(text: str, sentences: Sequence[Labelled], kind: DraftKind) -> Draft:
    """The draft of a text and its labelled sentences."""
    listed = kind in {DraftKind.AGENDA, DraftKind.SLIDES}
    pieces = tuple(_piece(text, one, number, len(sentences)) for number, one in enumerate(sentences))
    if listed and pieces and len(pieces[0].text.split()) <= _TITLE and pieces[0].text.rstrip()[-1:] not in ".?!":
        pieces = (replace(pieces[0], role="heading"), *pieces[1:])
    return Draft(text=text, kind=kind, pieces=pieces, manner=manner(text, pieces))


def _piece(text: str, one: Labelled, number: int, count: int) -> Piece:
    words = text[one.start : one.end]
    greeting = _GREETING_IN.match(words)
    start = one.start
    if greeting and greeting.end() < len(words) - 1 and number < 2:
        start += greeting.end()
    timed = _TIMED.match(text[start : one.end])
    if timed and timed.end() < one.end - start:
        start += timed.end()
    words = text[start : one.end]
    return Piece(
        start=start, end=one.end, text=words, labels=frozenset(one.labels), role=_role(words, one, number, count)
    )


def _role(words: str, one: Labelled, number: int, count: int) -> str:
    bare = words.strip()
    if _SUBJECT.match(bare) and not one.labels:
        return "heading"
    if number < 2 and _GREETING.match(bare) and "?" not in bare and (len(bare.split()) <= 6 or bare.endswith(",")):
        return "greeting"
    signs = _CLOSING.match(bare) and len(bare.split()) <= _TITLE and not re.search(r"\bI\b|\bi['’]|\bwe\b", bare)
    if number >= count - 3 and number > 0 and signs:
        return "closing"
    return "heading" if number == 0 and not one.labels and len(bare.split()) <= 10 else "body"


def manner(text: str, pieces: Sequence[Piece]) -> Manner:
    """How the doctor writes."""
    begins = [
        text[: one.end].lstrip()[:1] if one is pieces[0] else one.text[:1] for one in pieces if one.role == "body"
    ]
    small = bool(begins) and sum(one.islower() for one in begins) * 2 > len(begins)
    said = [one.text.rstrip() for one in pieces if one.role == "body" and not one.text.rstrip().endswith("?")]
    return Manner(
        small=small,
        small_i=bool(re.search(r"\bi\b", text)) and not re.search(r"\bI\b", text),
        bare=bool(_BARE.search(text)) and not re.search(r"\w['’](?:t|m|ve)\b", text),
        short=bool(_CONTRACTED.search(re.sub(r"\w+['’]s\b", "", text))) or small or bool(_TEXTED.search(text)),
        unstopped=bool(said) and sum(one[-1:].isalnum() for one in said) * 2 > len(said),
    )


def subject(draft: Draft) -> str:
    """What its subject line says, '' where it has none."""
    for one in draft.pieces[:2]:
        found = _SUBJECT.match(one.text.strip())
        if found:
            return found.group("what").strip().rstrip(".")
    return ""
