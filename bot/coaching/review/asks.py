"""Which question is asked about a place: the one that fits what stands there and beside it, and the words it is at."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bot.coaching.review import clauses
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found
from bot.coaching.review.place_words import PLACES
from bot.coaching.review.stings import STINGS
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_DAY: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow|today|last (?:night|week|month)"
    r"|this (?:morning|afternoon|week)|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)\w*|the \d{1,2}(?:st|nd|rd|th)|\d{1,2} ?(?:am|pm))"
)
_FACT: Final = re.compile(rf"\b{_DAY}\b|\b\d+\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|twice)\b", re.I)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did(?:n['’]?t)?|has|have|went|came|took|got|lost|saw|left|told"
    r"|gave|sent|rang|fell|spent|\w{3,}ed)\b",
    re.I,
)
_SEEN: Final = re.compile(rf"\byou(?:['’]ve)? \w+|\b(?:he|she|they) \w+ed\b|\b{_DAY}\b", re.I)
_BY_WHEN: Final = re.compile(rf"\b(?:by|before|until) {_DAY}\b", re.I)
_WATCHED: Final = re.compile(r"\b(?:check|checked|checking|audit\w*|monitor\w*|count\w*|record\w*|watch\w*)\b", re.I)
_HIGHER: Final = re.compile(
    r"\b(?:higher|further|escalat\w*|complain\w*|complaint|grievance|report\w*|director|guardian|hr|union|bma|gmc"
    r"|supervisor|chief|board)\b",
    re.I,
)
_WHY: Final = re.compile(
    r"\b(?:because|so that|since|otherwise|reason|as (?:the|we|they|it|there)|patients?|m[ae]n|wom[ae]n|lady|child\w*"
    r"|bed \d+|waited|missed|\d+ (?:patients?|people|hours|times|of))\b|: ",
    re.I,
)
_REQUEST: Final = re.compile(
    r"\b(?:could|can|would|able to|whether|if) (?:you|u|we|i|someone)\b.{12,}|\bable to \w+ \w+|\b(?:swap|borrow"
    r"|look at|show me|talk|meet|have a word|a chat|your advice|your help)\b",
    re.I,
)
_OF_FELT: Final = re.compile(r"\bsorry (?:that |if )?(?:you|anyone|people|they)\b(?!.{0,30}\bif\b)", re.I)
_OF_ANY: Final = re.compile(
    r"\b(?:any|whatever) (?:\w+ )?(?:offence|upset|inconvenience|confusion|distress|hurt|stress)\b", re.I
)
_LONG: Final = 24
_ENOUGH: Final = 4


def case(draft: Draft, found: Found) -> str:
    """What stands at the place and beside it, by the names in `asks` of the remark; '' for nothing of the kind."""
    said = draft.text[found.start : found.end]
    check = _CASES.get(found.id)
    return check(draft, found, said) if check is not None else ""


def _facts(draft: Draft, found: Found, said: str) -> str:
    """Whether what happened is told beside the place, so that the line is not needed for it."""
    del said
    for one in draft.body:
        elsewhere = one.end <= found.start or found.end <= one.start
        hurts = one.has(Label.BLAME, Label.THREAT, Label.US_AND_THEM, Label.LEADING_QUESTION) or stung(one)
        told = _FACT.search(one.text) and _PAST.search(one.text)
        if elsewhere and told and not hurts and not one.text.rstrip().endswith("?"):
            return "facts"
    return ""


def _threat(draft: Draft, found: Found, said: str) -> str:
    if draft.kind in {DraftKind.GOAL, DraftKind.AGENDA, DraftKind.SLIDES} or _WATCHED.search(said):
        return "watched" if _WATCHED.search(said) else ""
    before = draft.text[: found.end]
    if draft.kind is not DraftKind.APOLOGY and _BY_WHEN.search(before):
        return "dated"
    return "higher" if _HIGHER.search(said) else ""


def _order(draft: Draft, found: Found, said: str) -> str:
    del found, said
    return "" if any(_WHY.search(one.text) for one in draft.body) else "no_reason"


def _hedge(draft: Draft, found: Found, said: str) -> str:
    del draft, found
    return "asked" if _REQUEST.search(said) else ""


def _person(draft: Draft, found: Found, said: str) -> str:
    del said
    for one in draft.body:
        elsewhere = one.end <= found.start or found.end <= one.start
        if elsewhere and _SEEN.search(one.text) and _FACT.search(one.text) and _PAST.search(one.text):
            return "seen"
    return ""


def _always(draft: Draft, found: Found, said: str) -> str:
    del found, said
    one_day = any(re.search(rf"\b{_DAY}\b", one.text, re.I) and _PAST.search(one.text) for one in draft.body)
    return "dated" if one_day else ""


def _felt(draft: Draft, found: Found, said: str) -> str:
    del draft, found
    if _OF_ANY.search(said):
        return "any"
    return "felt" if _OF_FELT.search(said) and not re.search(r"\bif\b", said, re.I) else ""


_CASES: Final[dict[str, Callable[[Draft, Found, str], str]]] = {
    "blame": _facts,
    "us_and_them": _facts,
    "sarcasm": _facts,
    "insult": _facts,
    "motive": _facts,
    "threat": _threat,
    "order": _order,
    "hedge": _hedge,
    "person": _person,
    "always": _always,
    "if_apology": _felt,
}


def stung(piece: Piece) -> bool:
    """Whether words that sting stand in a sentence."""
    return any(pattern.search(piece.text) for _, pattern in STINGS)


def narrowed(draft: Draft, found: Found) -> Found:
    """The clause of a long sentence that the question is about, so that what is quoted is what is meant."""
    said = draft.text[found.start : found.end]
    if len(said.split()) <= _LONG:
        return found
    patterns = [pattern for name, pattern in STINGS if name == found.id]
    patterns += [pattern for name, _, _, pattern in PLACES if name == found.id]
    hit = next((one for pattern in patterns if (one := pattern.search(said))), None)
    if hit is None:
        return found
    for start, end in clauses.clauses(said):
        if start <= hit.start() < end:
            begin = start + len(said[start:end]) - len(said[start:end].lstrip(" ,;:–—-"))
            close = begin + len(said[begin:end].rstrip())
            whole = _ENOUGH <= len(said[begin:close].split()) <= _LONG
            return replace(found, start=found.start + begin, end=found.start + close) if whole else found
    return found
