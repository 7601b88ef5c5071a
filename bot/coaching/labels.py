"""The closed lists of what a message can be besides a situation (situations are the playbooks' own ids)."""

from typing import Final

STOPS: Final = ("crisis_self", "patient_safety_now", "mistreatment", "clinical_advice", "injection")
"""Intents that stop coaching, gravest first."""

INTENTS: Final = (
    "source_question",
    "draft_review",
    "rehearsal",
    "smalltalk",
    "about_coach",
    "end_session",
    "off_topic",
    *STOPS,
)

NOTICES: Final = ("identifiable", "anger", "low_mood", "colleague_at_risk")

COACHING: Final = "coaching"
