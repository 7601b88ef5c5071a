"""Plain names for what the coach and the console keep as ids: moves, stages, purposes, verdicts, reasons."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.mentoring import worded
from bot.mentoring.events import Grade
from bot.ports.reviewing import Status
from bot.ports.sharing import Purpose

STATUSES: Final = {
    Status.UNREVIEWED: "Not reviewed yet",
    Status.BEGUN: "Begun",
    Status.FINISHED: "Finished",
}
PURPOSES: Final = {
    Purpose.FEEDBACK: "Wants feedback on how they went about it",
    Purpose.NEXT_STEP: "Wants help with the next step",
    Purpose.SUPERVISION: "To talk about when you meet",
}
GRADES: Final = {
    Grade.MET: "Yes",
    Grade.NOT_MET: "No",
    Grade.NOT_APPLICABLE: "Does not apply",
    Grade.CANNOT_TELL: "Can't tell",
}
"""Answers to a criterion's question; what is kept is whether it was met."""
STAGES: Final = {
    "opening": "Opening",
    "aim": "Aim",
    "reality": "What is happening",
    "beneath": "What lies beneath",
    "idea": "An idea",
    "options": "Options",
    "commitment": "Commitment",
    "obstacle": "What could get in the way",
    "confidence": "Confidence",
    "closed": "Closed",
}
REASONS: Final = {
    "not_meant": "not what they meant",
    "too_long": "too long",
    "known": "told them what they know",
    "scripted": "felt scripted",
    "wrong": "wrong about their situation",
    "upsetting": "unsafe or upsetting",
    "other": "something else",
}
"""The doctor's reasons, by their ids in `prompts/slack/words.yaml`."""

_DAY: Final = timedelta(days=1)


def in_words(identifier: str) -> str:
    """An id as words, where there is no better name for it."""
    words = identifier.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def situation(names: dict[str, str], identifier: str) -> str:
    """A situation's plain name, as it stands at the head of something."""
    if not identifier:
        return "No clear situation"
    name = names.get(identifier) or in_words(identifier)
    return name[:1].upper() + name[1:]


def stage(identifier: str) -> str:
    """A stage's plain name."""
    return STAGES.get(identifier) or in_words(identifier) or "None"


def after_model(engine: str) -> bool:
    """Whether people's words stand in the place of a language model's: who worded it says then what was wrong."""
    return engine == worded.AFTER_MODEL


def faults(codes: Sequence[str]) -> str:
    """What was wrong with a draft, in plain words."""
    return "; ".join(worded.faults(codes))


def sentence(text: str) -> str:
    """A text as a sentence: a capital first, a full stop last."""
    told = text.strip()
    told = told[:1].upper() + told[1:]
    return f"{told}." if told and told[-1] not in ".!?…" else told


def ago(now: datetime, at: datetime) -> str:
    """How long something is past, in days."""
    days = (now - at) // _DAY
    if days < 1:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago"


def time_left(now: datetime, until: datetime) -> str:
    """How long a share can still be seen, rounded down, so that nobody counts on a day that is not there."""
    days = (until - now) // _DAY
    if days < 1:
        return "today"
    return "tomorrow" if days == 1 else f"in {days} days"


def number_of(count: int, one: str, more: str = "") -> str:
    """A count with its noun: 1 turn, 2 turns."""
    return f"{count} {one if count == 1 else more or one + 's'}"
