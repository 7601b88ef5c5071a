"""What works in a draft: true things, each with its place in the doctor's own words; never praise that is made up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.coaching.review import amended, claims, clauses, facts, figures, praised
from bot.coaching.review.choosing import Proposed
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.harsh import PEOPLE, sharp
from bot.coaching.review.natural import CHAT, hurts
from bot.coaching.review.plainest import PLAINEST, Seen, place, plainest, praisable
from bot.coaching.review.remarks import Remarks
from bot.coaching.reviewed import DraftKind, Strength
from bot.coaching.speech_acts import Label

_WITHIN: Final = frozenset(
    {
        "by_when",
        "figure",
        "plain_fact",
        "specific",
        "says_what",
        "reason",
        "own_aim",
        "counted",
    }
)
_STANDS: Final = frozenset({"counted", "timed"})
"""What is right wherever it stands: a count, or something that is said of the draft as a whole."""
_OWNED: Final = frozenset({"own_slip", "real_question", "own_part", "what_changes"})
"""What a clause says by itself, whatever stands around it."""
_SPOILS: Final = frozenset({"if_apology", "but_apology", "defence", "excuse", "not_owned", "grovel", "not_said_what"})
"""Faults with which no apology stands plain."""
_OF_ONESELF: Final = frozenset({"own_slip", "plain_sorry", "no_excuse", "what_changes", "own_doubt"})
"""What the doctor says of themselves: hard words in it hurt nobody else."""
_PART: Final = 0.75
_FACTS: Final = frozenset({"figure", "plain_fact"})
"""What is told by what the words hold."""
_SET: Final = re.compile(r"\b(?:whose fault|are we still|on earth|to blame|the point of|idea)\b", re.I)
_ASKS: Final = re.compile(
    r"\W*(?:(?:so|and|but|ok|honestly|tell me|walk me|talk me)[,:]? )*(?:through )?(?:what|how|where|which|who|when"
    r"|would you rather|why do you)\b"
    r"|\W*(?:tell me|i['’]?d (?:like|love) to (?:hear|know|understand)|i would (?:like|love) to (?:hear|know"
    r"|understand))\b|[^?]{0,60}[:,] (?:what|how|where|which) ",
    re.I,
)
_ASKS_IN: Final = re.compile(
    r"\?|\b(?:you|your|please|tell|come|join|bring|add|alter|change|let['’]?s|lets|welcome|send|anyone|anybody"
    r"|volunteer\w*|chuck|shout|happy|glad|grateful|scribble|mark|rip|invite)\b",
    re.I,
)
_OF_PATIENTS: Final = re.compile(r"\bnobody ever\b|\byou\b|\bguess\b|\bcan['’]?t be bothered\b|[£$]", re.I)
_ITEM: Final = re.compile(
    r"\W*(?:what|how|where|which) (?:went|do|did|would|could|should|can|is|are|have|holds?)\b", re.I
)
_BEGINS: Final = re.compile(
    r"[.,;:?!–—()\n•*\"“”/-]\W*$|\b(?:and|but|so|because|that|which|if|when|while|as|where|or|then|\d+)\s*$"
    r"|^\W*(?:dear|hi|hello|hey|morning)\b[^\n]{0,30}$",
    re.I,
)
_LEFT_OPEN: Final = re.compile(
    r"(?:\s+(?:whether|how|what|that|which|if|and|or|but|so|to|the|an?|of|in|with|for|from|at|(?<!now )on|by|as"
    r"|because|when"
    r"|even|(?<!last )(?<!first )(?<!next )(?<!each )one|two|three"
    r"|my|your|his|her|their|our|this|every|each|some|any|no|more|most|very|too))+$",
    re.I,
)
"""Words with which no quotation ends."""
_QUOTED: Final = re.compile(r"[\"'‘“](?=[A-Z])")
"""Where somebody's words begin."""
_TWO: Final = 2
_QUOTE: Final = 12
_SUBORDINATE: Final = re.compile(r"\W*(?:what|how|which|who|where)\b", re.I)
"""How a sentence begins that asks nothing unless it ends in a question mark: "what worries me is the nights"."""
_OPENS: Final = 40
_ANY: Final = re.compile(r"\W*any |[^?]*\bquestions\W*$", re.I)


def strengths(
    draft: Draft, remarks: Remarks, taken: Sequence[tuple[int, int]], proposed: Proposed | None = None
) -> tuple[Strength, ...]:
    """Two things that work at most, the most telling first; `taken` are the places that are to be changed.

    None is true of any draft. A day, a figure or a plain wish in a sentence that is to be changed is still right,
    unless the sentence hurts; the rest of it is not praised, but for a clause that has no part in the fault.
    """
    doubted, harsh = (proposed.places, proposed.harsh) if proposed is not None else ((), ())
    seen = [one for one in _all(draft) if one.id in remarks.strengths]
    seen = [one for one in seen if one.id in PLAINEST or claims.holds(one.id, draft.text[one.start : one.end])]
    seen = [one for one in seen if one.id not in _FACTS or _tells(draft, one)]
    free = [one for one in seen if one.id in _WITHIN or not any(_meet(one.start, one.end, *at) for at in taken)]
    free = [one for one in free if one.id in _STANDS or _begins(draft.text, one.start)]
    free = [
        one for one in free if one.id in _STANDS or not _in_doubt(draft, one, harsh if one.id in _WITHIN else doubted)
    ]
    free = [one for one in free if one.id in _STANDS or not _empty(one, draft)]
    if any(one in _SPOILS for one in (proposed.ids if proposed is not None else ())):
        free = [one for one in free if one.id != "plain_sorry"]
    ranked = sorted(free, key=lambda one: (-remarks.strengths[one.id].weight_in(draft.kind), one.start))
    chosen: list[Seen] = []
    for one in ranked:
        worth = remarks.strengths[one.id].weight_in(draft.kind) > 0
        new = all(one.id != other.id and not _meet(one.start, one.end, other.start, other.end) for other in chosen)
        if worth and len(chosen) < _TWO and (new or (one.id in PLAINEST and all(one.id != each.id for each in chosen))):
            chosen.append(one)
    return tuple(_told(draft, remarks, one) for one in chosen)


def _in_doubt(draft: Draft, one: Seen, doubted: Sequence[tuple[int, int]]) -> bool:
    """Whether something could be said of the very words: not where they are a sound clause of a longer line."""
    places = [at for at in doubted if _meet(one.start, one.end, *at)]
    words = draft.text[one.start : one.end]
    part = all(_PART * (end - start) > one.end - one.start for start, end in places)
    quiet = (one.id in _OF_ONESELF or not hurts(words, draft)) and not re.search(r"\bif\b", words, re.I)
    return bool(places) and not (part and one.id in _OWNED and quiet)


def _begins(text: str, start: int) -> bool:
    """Whether a quotation begins where something begins to be said, and not in the middle of a phrase."""
    return start == 0 or bool(_BEGINS.search(text[:start]))


def _empty(one: Seen, draft: Draft) -> bool:
    """Whether words hurt somebody else, or say nothing that anybody would keep."""
    words = draft.text[one.start : one.end]
    return (one.id not in _OF_ONESELF and hurts(words, draft)) or bool(CHAT.search(words))


def _tells(draft: Draft, one: Seen) -> str:
    return facts.telling(draft.text[one.start : one.end], draft.kind)


def _meet(start: int, end: int, other: int, its_end: int) -> bool:
    return start < its_end and other < end


def _told(draft: Draft, remarks: Remarks, one: Seen) -> Strength:
    words = draft.text[one.start : one.end]
    why = remarks.strengths[one.id].reasons(_tells(draft, one) if one.id in _FACTS else "")
    words = words if one.id in PLAINEST else _LEFT_OPEN.sub("", words)
    return Strength(id=one.id, start=one.start, end=one.start + len(words), words=words, why=why[len(words) % len(why)])


def _all(draft: Draft) -> Iterator[Seen]:
    parts = praisable(draft)
    for piece in parts:
        if not piece.has(Label.HEDGE):
            first = bool(draft.body) and piece.start == draft.body[0].start
            yield from _by_label(piece, draft.kind, first=first)
            yield from _by_words(piece, draft)
        if draft.kind is DraftKind.APOLOGY:
            yield from amended.of_apology(piece)
        well = praised.WENT_WELL.search(piece.text) if draft.kind is DraftKind.FEEDBACK else None
        told = _QUOTED.split(piece.text)[0]
        if (
            well
            and not praised.NOT_WELL.search(told)
            and not re.search(r"\bwhen\s*$", piece.text[: well.start()], re.I)
        ):
            yield place(piece, "went_well", well.start())
    yield from figures.figure(draft, parts)
    for piece in parts:
        if (found := praised.SPECIFIC.search(piece.text)) and not re.search(r"\bif (?:you|i|any)", piece.text, re.I):
            yield Seen("specific", piece.start + found.start(), piece.start + found.end())
    yield from plainest(draft)
    yield from figures.counted(draft)


def _by_label(piece: Piece, kind: DraftKind, *, first: bool) -> Iterator[Seen]:
    yield from _question(piece, kind)
    if (
        piece.has(Label.INVITATION)
        and _ASKS_IN.search(piece.text)
        and not praised.WEAK.search(piece.text)
        and not piece.has(Label.BLAME, Label.PUSH)
    ):
        yield place(piece, "invitation")
    people = PEOPLE.search(piece.text.strip())
    if (
        people
        and piece.has(Label.PATIENT_BENEFIT)
        and not piece.has(Label.COST)
        and not _OF_PATIENTS.search(piece.text)
        and not sharp(piece.text)
    ):
        yield place(piece, "patient_first" if first and people.start() < _OPENS else "patient", people.start())
    if piece.has(Label.LISTENING):
        yield place(piece, "listened")


def _question(piece: Piece, kind: DraftKind) -> Iterator[Seen]:
    """A question that is one: of a long sentence the words from where it asks."""
    text = piece.text.strip()
    asks = _ASKS.match(text)
    asked = text.rstrip(" !)\"'").endswith("?")
    listed = kind is DraftKind.AGENDA and bool(asked or _ITEM.match(text)) and asks is not None
    ends_as_one = asked or listed or not _SUBORDINATE.match(text)
    if asks and (piece.has(Label.OPEN_QUESTION) or listed) and not _SET.search(text) and ends_as_one:
        yield place(piece, "real_question", 0 if len(text.split()) <= _QUOTE else asks.start())
    elif piece.has(Label.CLOSED_QUESTION) and asked and not piece.has(Label.COST) and not _ANY.match(text):
        yield place(piece, "plain_question")


def _by_words(piece: Piece, draft: Draft) -> Iterator[Seen]:
    if piece.has(Label.BLAME, Label.US_AND_THEM) and sharp(piece.text):
        return
    asked = piece.text.rstrip().endswith("?")
    for name, pattern in (
        ("own_slip", praised.WRONG),
        ("own_doubt", praised.DOUBT),
        ("own_part", praised.MINE),
        ("asked_them", praised.ASKED_THEM),
        ("small_test", praised.TEST),
        ("credit", praised.THANKS),
        ("other_side", praised.OTHER_SIDE),
        ("owned", praised.OWNED),
    ):
        found = pattern.search(piece.text)
        if found and not (name == "own_slip" and asked):
            yield place(piece, name, found.start())
        if found and name == "own_slip" and not asked:
            yield Seen(name, piece.start + found.start(), piece.start + _clause_end(piece.text, found.end()))
    seen = praised.PATIENT_SEEN.search(piece.text)
    if (
        seen
        and not asked
        and draft.kind in {DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.PITCH}
        and not _OF_PATIENTS.search(piece.text)
    ):
        at = seen.start()
        yield place(replace(piece, start=piece.start + at, text=piece.text[at:]), "patient_seen")


def _clause_end(text: str, at: int) -> int:
    """Where the clause ends that a place stands in."""
    end = next((stop for _, stop in clauses.clauses(text) if at <= stop), len(text))
    return len(text[:end].rstrip(" ,.;:–—-!"))
