"""A review as it is kept: what a mentor did, one thing after another, appended and never overwritten."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Grade(StrEnum):
    """A mentor's answer to a criterion's question. For a criterion with negative points MET means the bad thing."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_TELL = "cannot_tell"


class EventKind(StrEnum):
    """What a review is made of. `turn` None is the whole talk; `text` is what the words below say."""

    SCORED = "scored"
    """`name` a criterion's id, `text` a Grade; "" takes it back."""
    COMMENTED = "commented"
    """`text` what the doctor is told."""
    ANSWERED = "answered"
    """By the doctor: `about` the comment's event, `text` the answer."""
    TAGGED = "tagged"
    """`name` the tag."""
    UNTAGGED = "untagged"
    """`name` the tag."""
    FLAGGED = "flagged"
    """`text` why somebody should look at it; seen by this mentor only."""
    UNFLAGGED = "unflagged"
    """`text` what came of it: a flag is not taken away without a word."""
    NOTED = "noted"
    """`text` a note that the mentor alone sees."""
    REWORDED = "reworded"
    """`text` what the coach should have said."""
    FINISHED = "finished"
    """The mentor is done: from now on they see what the others found, and their scores stand."""
    CASE_MADE = "case_made"
    """`name` the case's name."""


DOCTOR = "doctor"
"""The author of what the doctor adds to a review."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Something that is to be appended. `name` is a criterion, a tag or a case, as the kind says."""

    kind: EventKind
    turn: int | None = None
    name: str = ""
    text: str = ""
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """The same as it is kept. `author` is a colleague's id, or DOCTOR; ids rise in the order of writing."""

    id: int
    author: str
    at: datetime
    what: NewEvent
