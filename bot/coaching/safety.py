"""Red flags: explicit words that stop coaching with certainty, and where a model's doubt stops or asks."""

import re
from collections.abc import Mapping
from typing import Final

from bot.coaching.labels import STOPS
from bot.coaching.model import Risk
from bot.coaching.safety_patterns import EXPLICIT

STOP_AT: Final[Mapping[str, float]] = {
    "crisis_self": 0.85,
    "patient_safety_now": 0.85,
    "mistreatment": 0.85,
    "clinical_advice": 0.50,
    "injection": 0.45,
}
"""Probability from which a route is taken: high where the reply is heavy and a question can come first."""

ASK_AT: Final[Mapping[str, float]] = {"crisis_self": 0.20, "patient_safety_now": 0.22, "mistreatment": 0.25}
"""Probability from which one plain question is asked; the other routes only decline, so asking makes no sense there."""

_MIDWAY: Final = 0.40
_SUREST: Final = 0.90

_NOT_SELF: Final = re.compile(
    r"\b(?:patients?|pts?|he|she|they|him|her|man|woman|lad|girl|boy|client|lecture|teaching|talk|film|audit"
    r"|policy|assessment|pathway|prevention|training|seminar|book)\b[^.!?]{0,40}"
    r"\b(?:suicid\w*|kill (?:him|her|them)self|overdos\w*|self[- ]harm\w*)",
    re.I,
)
_PAST: Final = re.compile(
    r"\b(?:(?:\w+|\d+) years? ago|in (?:first|second|third|fourth|final|\d\w\w) year"
    r"|(?:at|in) med(?:ical)? school|as a student"
    r"|when i was (?:a student|an? f1|\d+|younger))\b",
    re.I,
)
_STILL: Final = re.compile(
    r"\b(?:again|now|tonight|today|still|same (?:feeling|thoughts?)|coming back|this (?:week|month|time))\b", re.I
)
_THEIRS: Final = re.compile(
    r"\b(?:patients?|pts?|residents?|famil(?:y|ies)|relatives?|people|women|men|man|woman|he|she|they|them|who"
    r"|some|most"
    r"|many)\s+(?:[\w']+\s+){0,2}$",
    re.I,
)


def explicit(text: str) -> Risk | None:
    """The route that the words themselves name, gravest first, or None. Certain, explainable, and far from complete."""
    for route, pattern in EXPLICIT:
        found = pattern.search(text)
        if found and not (route == "crisis_self" and _not_own_now(text, found)):
            return Risk(
                route=route, check_in=False, decided_by=f"the words {route.replace('_', ' ')} patterns look for"
            )
    return None


def judged(stops: Mapping[str, float], *, midway: bool) -> Risk | None:
    """The route that the model's probabilities call for: a stop, a question where it is unsure, or None.

    `midway`: an answer in the middle of coaching, torn from its question, is easily misread, so it takes more to stop
    there; what would have stopped then asks.
    """
    raised = _MIDWAY if midway else 0.0
    sure = [one for one in STOPS if stops.get(one, 0.0) >= min(_SUREST, STOP_AT[one] + raised)]
    if sure:
        best = max(sure, key=lambda one: (stops[one], -STOPS.index(one)))
        return Risk(route=best, check_in=False, decided_by=f"reads like other messages of its kind ({stops[best]:.2f})")
    unsure = [one for one in ASK_AT if stops.get(one, 0.0) >= ASK_AT[one] + raised]
    if unsure:
        best = max(unsure, key=lambda one: stops[one])
        return Risk(route=best, check_in=True, decided_by=f"could be one of its kind ({stops[best]:.2f})")
    return None


def _not_own_now(text: str, found: re.Match[str]) -> bool:
    """Whether grave words are another's, or the writer's own of long ago."""
    return _of_another(text, found) or _long_ago(text)


def _long_ago(text: str) -> bool:
    """Whether it is told as past and not as coming back: then the models, and if need be a question, decide."""
    return bool(_PAST.search(text)) and not _STILL.search(text)


def _of_another(text: str, found: re.Match[str]) -> bool:
    """Whether grave words are said of a patient or of a subject of teaching, and not of the writer."""
    if re.search(r"\b(?:i|i'm|im|myself|my|me)\b", found.group(0), re.I):
        return False
    if found.group(0).casefold().startswith("want"):
        return bool(_THEIRS.search(text[: found.start()]))
    return bool(_NOT_SELF.search(text))
