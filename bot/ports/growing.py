"""What a doctor's own growth is told from, as it is kept: rehearsals and drafts, counted, and situations worked on."""

from dataclasses import dataclass
from datetime import datetime

from bot.coaching.practice import Attempt


@dataclass(frozen=True, slots=True)
class AttemptKept:
    """A rehearsal or a reviewed draft: when it ended, in which turn, and what was counted."""

    conversation_id: str
    turn: int
    at: datetime
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class WorkedOn:
    """The situation that a session was about, by its name of ours, and when it was last worked on."""

    situation: str
    at: datetime
