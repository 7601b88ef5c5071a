"""The plainest true things about a draft, for one in which little works: short, plain, nobody blamed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.harsh import wounds
from bot.coaching.review.ladder import blames, leads, threatens
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

BAD: Final = (Label.BLAME, Label.THREAT, Label.US_AND_THEM, Label.LEADING_QUESTION, Label.DEFENCE, Label.PUSH)
PLAINEST: Final = frozenset({"short", "few_items", "no_blame", "thanks", "greets", "real_problem"})
_FEW_ITEMS: Final = 6
_SOME_WORDS: Final = 5
_NO_FACT: Final = re.compile(
    r"^(?:hope|hopefully|see you|sorry|thanks|i hope|looking forward|let me know|it['’]?s probably|its probably)\b"
    r"|\b(?:rubbish|no excuse|obvious|nobody|never|silly|stupid|fed up|disgrace|ridiculous|fortune|could be better"
    r"|wasting|poor)\b",
    re.I,
)
_HARD: Final = (Label.BLAME, Label.THREAT, Label.LEADING_QUESTION, Label.US_AND_THEM)
_WANTED: Final = re.compile(
    r"\b(?:please|could (?:you|we|i)|can (?:you|we|i)|i(?:['’]d| would) like|i want|i need|we need|we want|proposal"
    r"|idea|aim|goal|must|needs? to|from (?:mon|tues|wednes|thurs|fri)day|reduce|ask)\b",
    re.I,
)
_GREETS: Final = re.compile(r"\W*(?:dear|hi|hello|hey|hiya|morning)\b", re.I)
_CHECKED: Final = re.compile(
    r"\d|\b(?:yesterday|today|tonight|week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january"
    r"|february|march|april|june|july"
    r"|august|september|october|november|december|two|three|four|five|six|seven|eight|nine|ten|half|twice)\b",
    re.I,
)
_LONGEST_SHORT: Final = 70


@dataclass(frozen=True, slots=True)
class Seen:
    """A strength and its place."""

    id: str
    start: int
    end: int


def faulty(piece: Piece) -> bool:
    """Whether a sentence does what no reader should be thanked for: blames, threatens, leads, sneers."""
    return piece.has(*BAD) or blames(piece) or leads(piece) or threatens(piece) or wounds(piece.text)


def plainest(draft: Draft) -> Iterator[Seen]:
    """The plainest true things: what it wants, a fact, that it is short; where much is wrong, that there is a cause."""
    body = draft.body
    if not body:
        return
    bad = [one for one in body if faulty(one) or one.has(Label.COST)]
    wanted = next((one for one in body if _WANTED.search(one.text) and _says_plainly(one)), None)
    if wanted is not None and draft.kind not in {DraftKind.APOLOGY, DraftKind.FEEDBACK}:
        yield Seen("says_what", wanted.start, wanted.end)
    if draft.kind not in {DraftKind.AGENDA, DraftKind.SLIDES, DraftKind.APOLOGY}:
        yield from _facts(draft)
    yield from _at_large(draft, clean=not bad)
    if not bad:
        yield from _manners(draft)


def _at_large(draft: Draft, *, clean: bool) -> Iterator[Seen]:
    """What may be said of the draft as a whole: length is no merit in a tirade."""
    body = draft.body
    whole = (body[0].start, body[-1].end)
    if not clean:
        yield Seen("real_problem", *whole)
        return
    if draft.kind is DraftKind.AGENDA and len(body) <= _FEW_ITEMS + 1:
        yield Seen("few_items", *whole)
    elif len(draft.text.split()) <= _LONGEST_SHORT:
        yield Seen("short", *whole)
    if not any(_NO_FACT.search(one.text) for one in body):
        yield Seen("no_blame", *whole)


def _says_plainly(piece: Piece) -> bool:
    """Whether a sentence may be praised as plain: no pressure, no cushion, no management words."""
    return not faulty(piece) and not piece.has(*_HARD, Label.HEDGE, Label.JARGON, Label.COST)


def _manners(draft: Draft) -> Iterator[Seen]:
    """That it greets, and that it thanks."""
    first = draft.body[0]
    if first.start > 0 and draft.pieces[0] is first and _GREETS.match(draft.text):
        yield Seen("greets", 0, first.start)
    for one in draft.pieces:
        if one.role == "greeting":
            yield Seen("greets", one.start, one.end)
        elif one.role == "closing" and re.search(r"thank|cheers|\bta\b", one.text, re.I):
            yield Seen("thanks", one.start, one.end)


def _facts(draft: Draft) -> Iterator[Seen]:
    for one in draft.body:
        plain = one.has(Label.ASSERTION) and _says_plainly(one) and not _NO_FACT.search(one.text)
        plain = plain and bool(_CHECKED.search(one.text))
        of_them = draft.kind is DraftKind.FEEDBACK and re.search(r"\byour?\b", one.text, re.I)
        if plain and not of_them and len(one.text.split()) >= _SOME_WORDS and not one.text.rstrip().endswith("?"):
            yield Seen("plain_fact", one.start, one.end)
            return
