"""Red flags: explicit words that stop coaching with certainty, and where a model's doubt stops or asks."""

import re
from collections.abc import Mapping
from typing import Final

from bot.coaching.labels import STOPS
from bot.coaching.model import Risk

STOP_AT: Final[Mapping[str, float]] = {
    "crisis_self": 0.50,
    "patient_safety_now": 0.55,
    "mistreatment": 0.55,
    "clinical_advice": 0.50,
    "injection": 0.60,
}
"""Probability from which a route is taken. Set on messages by authors held out of the training (see docs/decisions)."""

ASK_AT: Final[Mapping[str, float]] = {
    "crisis_self": 0.25,
    "patient_safety_now": 0.35,
    "mistreatment": 0.35,
    "clinical_advice": 2.0,
    "injection": 2.0,
}
"""Probability from which one plain question is asked; above 1 where asking makes no sense."""

_MIDWAY: Final = 0.2

_NOT_SELF: Final = re.compile(
    r"\b(?:patients?|pts?|he|she|they|him|her|man|woman|lad|girl|boy|client|lecture|teaching|talk|film|audit"
    r"|policy|assessment|pathway|prevention|training|seminar|book)\b[^.!?]{0,40}"
    r"\b(?:suicid\w*|kill (?:him|her|them)self|overdos\w*|self[- ]harm\w*)",
    re.I,
)
_THEIRS: Final = re.compile(
    r"\b(?:patients?|pts?|residents?|famil(?:y|ies)|relatives?|people|women|men|man|woman|he|she|they|them|who"
    r"|some|most"
    r"|many)\s+(?:[\w']+\s+){0,2}$",
    re.I,
)
_EXPLICIT: Final = (
    (
        "crisis_self",
        re.compile(
            r"\b(?:i(?:'m| am|m)? (?:feel(?:ing)? |am )?(?:actively )?suicidal|(?:want|going|plan(?:ning)?"
            r"|thinking (?:of|about)|thought(?:s)? (?:of|about)|ready|tempted) (?:to "
            r"|of )?(?:kill(?:ing)? myself|end(?:ing)? (?:my life|it all)|tak(?:e|ing) my (?:own )?life"
            r"|hang(?:ing)? myself|overdos(?:e|ing) myself)"
            r"|(?:i|i'd|id|i just|really) (?:don'?t|do not|dont|no longer|didn'?t) want to (?:be alive|live"
            r"|be here any ?more|exist|wake up)|want(?:ed)? to (?:die|be dead)\b(?! (?:of|on (?:this"
            r"|that) (?:hill|rota)|laughing))|wish i (?:was|were) dead|better off (?:dead|without me)"
            r"|(?:hurt|harm|cut|cutting|harming|hurting) myself|kill myself(?! (?:laughing|for|trying|over))"
            r"|end my (?:own )?life|no reason to (?:live|go on living)|can'?t go on living|suicide note)\b",
            re.I,
        ),
    ),
    (
        "patient_safety_now",
        re.compile(
            r"\b(?:(?:is|'s|are|she's|he's|patient'?s?|pt|baby|child|mum|man|woman|lady"
            r"|chap) (?:peri-? ?arrest(?:ing)?|arresting|not breathing"
            r"|bleeding out|exsanguinating|going blue|unresponsive)"
            r"|(?:crash|arrest|met|outreach|emergency) team (?:isn'?t|aren'?t|is not|not|won'?t) (?:answering"
            r"|coming|here)|(?:patient|pt|bed \d+).{0,40}(?:deteriorating|crashing|dying) (?:now|right now"
            r"|in front))\b",
            re.I,
        ),
    ),
    (
        "injection",
        re.compile(
            r"\b(?:ignore (?:all |any |the |your )?(?:previous|prior|above|earlier|system) (?:instructions?"
            r"|prompts?|rules?|messages?)|(?:print|show|reveal|repeat|output|give me|translate"
            r"|paste) (?:me )?(?:your |the )(?:\w+ ){0,3}(?:system prompt|prompt|configuration|hidden (?:rules"
            r"|instructions))"
            r"|developer mode|jailbreak|you are now (?:dan|an? unrestricted)|disregard your (?:instructions|rules"
            r"|guidelines)|(?:please |(?<![a-z,] ))disregard (?:all|the) (?:instructions|rules|guidelines)"
            r"|(?:answer|respond|reply|speak|talk|act|pretend) (?:\w+ ){0,3}(?:without|with no"
            r"|no) (?:any )?(?:restrictions"
            r"|safety filters|guardrails))\b",
            re.I,
        ),
    ),
    (
        "clinical_advice",
        re.compile(
            (
                r"\b(?:what (?:dose|antibiotic|drug(?! reps?\b))|(?:which|what) (?:dose|antibiotics?) (?:of|for|should)"
                r"|how (?:much|many (?:mg|units|mls?)) (?:of )?\w+ (?:should|do|can) i (?:give|prescribe)|(?:should"
                r"|can|do|could) i (?:give|prescribe|start|stop|hold) (?:\w+ ){0,3}(?:mg|mcg|units|furosemide"
                r"|heparin|insulin|amiodarone|adrenaline|abx|antibiotics|fluids|morphine|steroids|warfarin|apixaban"
                r"|metoprolol|bisoprolol|digoxin|gentamicin))\b"
            ),
            re.I,
        ),
    ),
)


def explicit(text: str) -> Risk | None:
    """The route that the words themselves name, gravest first, or None. Certain, explainable, and far from complete."""
    for route, pattern in _EXPLICIT:
        found = pattern.search(text)
        if found and not (route == "crisis_self" and _of_another(text, found)):
            return Risk(
                route=route, check_in=False, decided_by=f"the words {route.replace('_', ' ')} patterns look for"
            )
    return None


def judged(stops: Mapping[str, float], *, midway: bool) -> Risk | None:
    """The route that the model's probabilities call for: a stop, or only a question where it is unsure; None for neither.

    `midway`: a short answer in the middle of coaching, torn from its question, is easily misread, so it takes more to
    stop there; what would have stopped then asks.
    """
    raised = _MIDWAY if midway else 0.0
    sure = [one for one in STOPS if stops.get(one, 0.0) >= STOP_AT[one] + raised]
    if sure:
        best = max(sure, key=lambda one: (stops[one], -STOPS.index(one)))
        return Risk(route=best, check_in=False, decided_by=f"reads like other messages of its kind ({stops[best]:.2f})")
    unsure = [one for one in STOPS if stops.get(one, 0.0) >= ASK_AT[one] + raised]
    if unsure:
        best = max(unsure, key=lambda one: stops[one])
        return Risk(route=best, check_in=True, decided_by=f"could be one of its kind ({stops[best]:.2f})")
    return None


def _of_another(text: str, found: re.Match[str]) -> bool:
    """Whether grave words are said of a patient or of a subject of teaching, and not of the writer."""
    if re.search(r"\b(?:i|i'm|im|myself|my|me)\b", found.group(0), re.I):
        return False
    if found.group(0).casefold().startswith("want"):
        return bool(_THEIRS.search(text[: found.start()]))
    return bool(_NOT_SELF.search(text))
