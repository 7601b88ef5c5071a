"""What is kept of a reviewed draft, so that the next version can be compared. Part of a conversation's state."""

from enum import StrEnum

from bot.coaching.cited import Cited
from bot.coaching.frozen import Frozen
from bot.coaching.speech_acts import Labelled


class DraftKind(StrEnum):
    """What a draft is; what is looked for depends on it."""

    EMAIL = "email"
    MESSAGE = "message"
    PITCH = "pitch"
    GOAL = "goal"
    AGENDA = "agenda"
    APOLOGY = "apology"
    FEEDBACK = "feedback"
    SLIDES = "slides"


class Reviewed(Frozen):
    """A draft as it was last reviewed: its masked text, what it is, its sentences, and the changes that were proposed.

    `changes` are the ids of the remarks (files in prompts/review) that were made, a question's among them, so that it
    can be said which were taken up.
    """

    text: str
    kind: DraftKind
    sentences: tuple[Labelled, ...]
    changes: tuple[str, ...] = ()


class Strength(Frozen):
    """Something in the draft that works: its place (characters, end exclusive), the words, and why it works."""

    id: str
    start: int
    end: int
    words: str
    why: str


class Change(Frozen):
    """One change worth making: where, why, a rewording of that place in the doctor's own voice, and its source.

    `start` equals `end` where something is missing: that is where it would go.
    """

    id: str
    start: int
    end: int
    words: str
    why: str
    reword: str
    card: str
    cited: Cited | None = None


class Question(Frozen):
    """One question about a place, where no wording of it is certain enough to be offered: for the doctor to answer.

    `ask` is never made of the doctor's words. `start` equals `end` where something is missing.
    """

    id: str
    start: int
    end: int
    words: str
    ask: str
    card: str
    cited: Cited | None = None


class Comparison(Frozen):
    """A second version beside the first: which changes were taken up, what is new, and the balance before and after."""

    taken_up: tuple[str, ...]
    still: tuple[str, ...]
    new: tuple[str, ...]
    asking: tuple[int, int]
    telling: tuple[int, int]


class Review(Frozen):
    """A draft, reviewed: two strengths, at most two changes, at most one question.

    `asking` and `telling` count sentences.
    """

    kind: DraftKind
    sentences: tuple[Labelled, ...]
    asking: int
    telling: int
    strengths: tuple[Strength, ...]
    changes: tuple[Change, ...]
    question: Question | None = None
    compared: Comparison | None = None
    kept: Reviewed
