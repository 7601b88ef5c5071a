"""Red flags: explicit words that stop coaching with certainty, and where a model's doubt stops or asks."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.coaching.labels import STOPS
from bot.coaching.model import Risk
from bot.coaching.plain import plain
from bot.coaching.safety_bearing import at_an_end, bears_on_patient, bears_on_self, names_means
from bot.coaching.safety_closed import meant_otherwise
from bot.coaching.safety_colleague import (
    COLLEAGUE,
    colleague_at_risk,
    is_a_colleagues,
    is_cared_for,
    is_told_of_another,
    might_be_a_colleagues,
    said_outright,
    treats,
)
from bot.coaching.safety_denied import DENIED, GOES_ON, OF_A_COURSE, OVER, PARTING, WITHOUT_ME, is_anothers, is_long_ago
from bot.coaching.safety_departed import departed
from bot.coaching.safety_eased import eased
from bot.coaching.safety_outright import outright
from bot.coaching.safety_patterns import EXPLICIT
from bot.coaching.safety_veiled import hinted

STOP_AT: Final[Mapping[str, float]] = {
    "crisis_self": 0.985,
    "patient_safety_now": 0.985,
    "mistreatment": 0.985,
    "clinical_advice": 0.60,
    "injection": 0.80,
}
"""Probability from which a route is taken: high where the reply is heavy and a question can come first."""

WITH_MEANS_AT: Final = 0.70
"""The same for the doctor's own danger, where means or a place are named."""

ASK_AT: Final[Mapping[str, float]] = {"crisis_self": 0.35, "patient_safety_now": 0.25, "mistreatment": 0.22}
"""Probability from which one plain question is asked; the other routes only decline, so asking makes no sense there."""

MIDWAY_AT: Final[Mapping[str, float]] = {"crisis_self": 0.60, "patient_safety_now": 0.70, "mistreatment": 0.75}
"""The same in the middle of coaching, where an answer torn from its question is easily misread."""

STOP_MIDWAY_AT: Final[Mapping[str, float]] = {
    "crisis_self": 0.99,
    "patient_safety_now": 0.99,
    "mistreatment": 0.99,
    "clinical_advice": 0.90,
    "injection": 0.995,
}
"""Probability from which a route is taken in the middle of coaching, a doctor's own danger never without a question."""

LEAVING_AT: Final = 0.10
"""The same where a model alone takes the words for a goodbye: to end the talk is worse than to ask."""

BARE_MIDWAY_AT: Final = 0.97
WEARY_AT: Final = 0.60
"""Asks of the doctor's own safety without a word that bears on it: midway, and at first of who is only tired or low."""

SHORT_AT: Final = 0.7
"""The same for a handful of words, and for a short question about others."""

BARE_DANGER_AT: Final = 0.60
"""From where a patient's danger is asked about without a word that bears on a patient; midway it is BARE_MIDWAY_AT."""

NEAR_CERTAIN: Final = 0.99
"""From here a danger that the doctor has already said is none is asked about once more in the same session."""

EASED_AT: Final = 0.985
"""From where a danger is asked about though the message itself says that nothing of the kind is wrong."""

_OTHERS: Final = frozenset({"patient_safety_now", "mistreatment"})
"""What a number takes a colleague's danger for, as it knows none of that kind."""

_NEVER: Final = 2.0
_LEAST_STOP: Final = min(STOP_AT.values())
_SHORT: Final = 8
_SHORT_QUESTION: Final = 14
_ASKS: Final = re.compile(r"\W*(?:how|what|why|when|where|which|who|any|is|are|can|could|should|do|does)\b", re.I)
_ME: Final = re.compile(r"\b(?:i|i['’]?m|i['’]?ve|i['’]?d|i['’]?ll|me|my|myself|mine)\b", re.I)
_WEARY: Final = re.compile(
    r"\b(?:tired\w*|knackered|exhaust\w+|shattered|drained|wiped|worn out|burn(?:t|ed)? ?out|fed up|low"
    r"|lonely|alone|isolated|homesick"
    r"|stress\w*|overwhelm\w*|flat|miserable|sad|sleep\w*|slept|crying|cried|tear\w*)\b",
    re.I,
)
"""A doctor who is tired, low or lonely, as most are at times."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message stands: midway, after which dangers were said to be none; `leaving`: a model reads a goodbye."""

    midway: bool = False
    cleared: Collection[str] = ()
    leaving: bool = False


@lru_cache(maxsize=8)  # asked before a message is queued, when it is masked and when it is read
def explicit(text: str) -> Risk | None:
    """The route that the words themselves name, gravest first, or None. Certain, explainable, and far from complete."""
    for route, pattern in EXPLICIT:
        if not pattern.is_in(text):
            continue  # as few messages hold any of these words, those that do can be looked at closely
        if any(not _denied(route, text, found) and _own_now(route, text, found) for found in pattern.finditer(text)):
            by = f"the words {route.replace('_', ' ')} patterns look for"
            return Risk(route=route, check_in=False, decided_by=by)
    return None


def judged(stops: Mapping[str, float], text: str, place: Place) -> Risk | None:
    """The route that the model's probabilities call for: a stop, a question where it is unsure, or None.

    What the words tell of a colleague asks about the colleague, whatever danger the numbers take it for; told outright
    it stops for the colleague, as a question about it would only repeat what was said.
    """
    found = _weighed(stops, text, place)
    if found is not None and found.check_in and found.route in _OTHERS and might_be_a_colleagues(text):
        found = Risk(route=COLLEAGUE, check_in=True, decided_by=found.decided_by)
        return None if COLLEAGUE in place.cleared else found
    if found is not None and found.check_in and found.route == "crisis_self" and is_told_of_another(text):
        found = Risk(route=COLLEAGUE, check_in=True, decided_by=found.decided_by)
        return None if COLLEAGUE in place.cleared or is_cared_for(text) else found
    if not stops or not colleague_at_risk(text) or _is_not_the_colleagues(found, text):
        return found
    named = said_outright(text)
    if COLLEAGUE in place.cleared and not named:
        return None
    check_in = not named or place.midway or COLLEAGUE in place.cleared
    return Risk(route=COLLEAGUE, check_in=check_in, decided_by="the words tell of a colleague who may not be safe")


def _is_not_the_colleagues(found: Risk | None, text: str) -> bool:
    """Whether what the numbers found is another danger than a colleague's own: the doctor's, or a patient's now."""
    if found is None:
        return False
    if found.route == "patient_safety_now" and not found.check_in:
        return treats(text) and not said_outright(text)
    return found.route not in ASK_AT or at_an_end(text) or departed(plain(text))


def _weighed(stops: Mapping[str, float], text: str, place: Place) -> Risk | None:
    """The route that the numbers, and the words that bear on them, call for.

    Where the other reply than a stop is a question, a stop needs words that bear on the danger as well as a number.
    Without `stops` nothing is weighed: the words have been asked about already.
    """
    told = outright(stops, text, midway=place.midway)
    if told and (told == "crisis_self" or told not in place.cleared):
        return Risk(
            route=told, check_in=False, decided_by="the words tell of it outright, and the number bears them out"
        )
    sure = [one for one in STOPS if stops.get(one, 0.0) >= _LEAST_STOP and stops[one] >= _stops_at(one, text, place)]
    if sure:
        best = max(sure, key=lambda one: (stops[one], -STOPS.index(one)))
        return Risk(route=best, check_in=False, decided_by=f"reads like other messages of its kind ({stops[best]:.2f})")
    unsure = [one for one in ASK_AT if stops.get(one, 0.0) >= LEAVING_AT and stops[one] >= _asks_at(one, text, place)]
    if unsure:
        best = max(unsure, key=lambda one: stops[one])
        return Risk(route=best, check_in=True, decided_by=f"could be one of its kind ({stops[best]:.2f})")
    if stops and "crisis_self" not in place.cleared and (at_an_end(text) or WITHOUT_ME.search(text)):
        return Risk(route="crisis_self", check_in=True, decided_by="the words say that they can do no more")
    hint = hinted(text) if stops else ""
    if hint and hint not in place.cleared and not _is_over(hint, text):
        return Risk(route=hint, check_in=True, decided_by="the words hint at it")
    return None


def _stops_at(route: str, text: str, place: Place) -> float:
    """The probability from which a route is taken without a question; more than 1 where it never is."""
    asks_first = route == "crisis_self" and (place.midway or not bears_on_self(text))
    if route in ASK_AT and (asks_first or route in place.cleared or _is_over(route, text)):
        return _NEVER
    if eased(route, text) or (route == "crisis_self" and meant_otherwise(text)):
        return _NEVER
    if route == "patient_safety_now" and not _is_of_a_patient(text, place):
        return _NEVER
    if route == "crisis_self" and names_means(text):
        return WITH_MEANS_AT
    return STOP_MIDWAY_AT[route] if place.midway else STOP_AT[route]


def _asks_at(route: str, text: str, place: Place) -> float:
    """The probability from which a route is asked about; more than 1 where it never is."""
    if _is_over(route, text) or (route == "crisis_self" and meant_otherwise(text)):
        return _NEVER
    if route in place.cleared:
        return NEAR_CERTAIN
    if eased(route, text):
        return EASED_AT
    if route == "patient_safety_now" and not _is_of_a_patient(text, place):
        return BARE_MIDWAY_AT if place.midway else BARE_DANGER_AT
    if route == "crisis_self" and place.leaving and bears_on_self(text):
        return LEAVING_AT
    if route == "crisis_self" and not bears_on_self(text):
        if place.midway:
            return BARE_MIDWAY_AT
        return max(WEARY_AT if _WEARY.search(text) else ASK_AT[route], _bare_level(text))
    return MIDWAY_AT[route] if place.midway else ASK_AT[route]


def _bare_level(text: str) -> float:
    """What a few words without one that bears on it need, as their number says little; and so a question of others."""
    words = len(text.split())
    of_others = "?" in text or _ASKS.match(text)
    return SHORT_AT if words <= _SHORT or (of_others and words <= _SHORT_QUESTION and not _ME.search(text)) else 0.0


def _is_of_a_patient(text: str, place: Place) -> bool:
    return bears_on_patient(text, midway=place.midway) or bool(GOES_ON.search(text))


@lru_cache(maxsize=8)  # weighed once for each number that a danger has to reach
def _is_over(route: str, text: str) -> bool:
    """Whether a patient's danger is told as past, or as in other hands, and not as going on."""
    if route != "patient_safety_now":
        return False
    return bool(OVER.search(text)) and not GOES_ON.search(text)


def _denied(route: str, text: str, found: re.Match[str]) -> bool:
    """Whether the words stand under a 'not': 'I am not thinking of ending my life', 'nobody is bullying me'."""
    pattern = DENIED.get(route)
    began = max((text.rfind(mark, 0, found.start()) for mark in ".!?;,\n"), default=-1) + 1
    if pattern is None:
        return False
    return any(began + one.end() > found.start() for one in pattern.finditer(text[began : found.end()]))


def _own_now(route: str, text: str, found: re.Match[str]) -> bool:
    if route == "mistreatment" and OF_A_COURSE.search(text[: found.start()]):
        return False
    return route != "crisis_self" or not _not_own_now(text, found)


def _not_own_now(text: str, found: re.Match[str]) -> bool:
    """Whether grave words are another's, or the writer's own of long ago."""
    if meant_otherwise(text):
        return True
    return is_anothers(text, found) or is_long_ago(text) or _parts(text, found) or is_a_colleagues(text, found)


def _parts(text: str, found: re.Match[str]) -> bool:
    """Whether 'better off without me' is said of a post that ends: it is asked about, and no more."""
    return bool(WITHOUT_ME.search(found.group(0)) and PARTING.search(text))
