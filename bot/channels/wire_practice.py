"""The machine interface of `coach rehearse` and `coach draft`: what each JSON line in and out may hold. Stable."""

from typing import Annotated, Literal

from pydantic import Field

from bot.channels.wire_lines import CitationOut, Line, Name, RouteName, Text
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_KINDS = tuple(one.value for one in DraftKind)
_LABELS = tuple(one.value for one in Label)
DraftKindName = Literal[*_KINDS]  # type: ignore[valid-type]  # made of the one list
LabelName = Literal[*_LABELS]  # type: ignore[valid-type]  # made of the one list


class RehearseIn(Line):
    """A line of a rehearsal. `role`: with it on the first line, the text is spoken to that person at once.

    It is a character's id, a title in any spelling, or any other words: a person described. Later lines need none.
    """

    conversation: Name
    role: Name | None = None
    text: Text


class ToldOut(Line):
    """A moment of a rehearsal: the doctor's own words (identifiers masked), what they did, why, and what came back."""

    turn: int
    words: str
    effect: Literal["opened", "closed"]
    why: str
    answer: str


class DebriefOut(Line):
    """What is said after a rehearsal. `hidden` is null where the other told it; `card` is the idea behind the try."""

    end: Literal["won", "won_back", "undecided", "lost"]
    moments: Annotated[tuple[ToldOut, ...], Field(max_length=2)]
    asking: int
    telling: int
    hidden: str | None
    try_words: str
    try_how: str
    card: str
    cited: CitationOut | None
    text: str


class RehearseOut(Line):
    """What the other person or the coach says to a line, and how open the other is after it.

    `opened` is what this line did, `revealed` whether the other has told what lies behind it by now.
    """

    conversation: str
    turn: int
    text: str
    state: Literal["guarded", "wary", "warming", "open"]
    opened: Annotated[int, Field(ge=-2, le=2)]
    revealed: bool
    debrief: DebriefOut | None


class DraftIn(Line):
    """A draft to be reviewed; `kind` where it is known."""

    id: Name
    text: Text
    kind: DraftKindName | None = None


class SentenceOut(Line):
    """A sentence of the draft, by its place in the text as received, and what it does."""

    start: int
    end: int
    labels: tuple[LabelName, ...]


class StrengthOut(Line):
    """Something that works: its place, the words there (identifiers masked), and why."""

    id: str
    start: int
    end: int
    words: str
    why: str


class ChangeOut(Line):
    """A change worth making: its place, why, a rewording of it, and the card that it rests on.

    `start` equals `end` where something is missing: that is where it would go.
    """

    id: str
    start: int
    end: int
    words: str
    why: str
    reword: str
    card: str


class QuestionOut(Line):
    """One question about a place whose rewording is the doctor's to find; `start` equals `end` for what is missing."""

    id: str
    start: int
    end: int
    words: str
    ask: str
    card: str


class DraftOut(Line):
    """A draft, reviewed. `safety` is the route that comes first where a danger is named: then nothing else is said."""

    id: str
    kind: DraftKindName
    sentences: tuple[SentenceOut, ...]
    asking: int
    telling: int
    strengths: Annotated[tuple[StrengthOut, ...], Field(max_length=2)]
    changes: Annotated[tuple[ChangeOut, ...], Field(max_length=2)]
    question: QuestionOut | None = None
    safety: RouteName | None = None
