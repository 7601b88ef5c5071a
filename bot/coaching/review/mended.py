"""Finds for the worst lines: the clause left out, an open word in its place, or what stands beside it alone."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coaching.review import amends
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found
from bot.coaching.review.harsh import SHARP, dangles, finite, wounds
from bot.coaching.review.places import doubtful
from bot.coaching.review.stings import RANK, Sting, stings
from bot.coaching.review.unframed import joined
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_REMARKS: Final = {"never": "blame"}
_PRESSES: Final = re.compile(r"\b(?:must|need to|needs to|have to|has to|are to|will be expected)\b", re.I)
_HOLLOW: Final = re.compile(
    r"^\W*(?:hope|thanks|thank you|regards|i am writing|i['’]m writing|further to|subject"
    r"|re:|well|hi|hello)\b",
    re.I,
)
_LONGEST: Final = 44
_BY_THE_LINE: Final = frozenset({DraftKind.FEEDBACK, DraftKind.AGENDA, DraftKind.SLIDES, DraftKind.GOAL})
"""Kinds of which a line does not lean on the one beside it: to show that one alone says nothing."""

_GREETED: Final = re.compile(r"\n\s*(?:dear|hi|hiya|hello|hey)\b", re.I)
"""A greeting between two lines: the first is none of the letter."""

_STUB: Final = 5
_OF_THEM: Final = re.compile(r"(?:you|your|they|their|the \w+ (?:team|staff))\b", re.I)
_LONGEST_BESIDE: Final = 34
_SHORTEST_BESIDE: Final = 4
_TOLD: Final = 7
"""Words from which a sentence says something, whether or not its verb is known."""
_PRESSED: Final = 2.2
"""What a line that still presses without its sting is worth less than the request made of it."""


def worst_lines(draft: Draft) -> Iterator[Found]:
    """The finds for every line that stings; lines that follow one on another are one place."""
    for run in _runs(draft, stings(draft)):
        worst = min(run, key=lambda one: RANK.index(one.kind))
        remark = _REMARKS.get(worst.kind, worst.kind)
        place = (run[0].piece.start, run[-1].piece.end)
        kept = " ".join(one.kept for one in run if one.kept)
        if both := _joined(draft, run):
            yield both
            continue
        if not kept or _stub(kept) or amends.whoever(run[0].piece.text) or len(kept.split()) > _LONGEST:
            yield from _instead(draft, run, worst.kind, remark)
            continue
        slots = amends.wanted(kept) if remark == "threat" else None
        if slots:
            yield Found(remark, "done_by", *place, slots, 0.6, drops=True)
        less = _PRESSED if remark == "shut" and _PRESSES.search(kept) else 0.0
        yield Found(remark, "trim", *place, {"kept": kept}, 0.3 - less, drops=True)


def _stub(kept: str) -> bool:
    """Whether only the reproach is left of a sentence: "Your site managers knew."."""
    return len(kept.split()) < _STUB and bool(_OF_THEM.match(kept))


def _joined(draft: Draft, run: Sequence[Sting]) -> Found | None:
    """A label for a person with what that person did behind it, as one sentence without the label."""
    behind = draft.pieces[draft.pieces.index(run[-1].piece) + 1 :][:1]
    said = joined(run[0].piece.text, behind[0].text) if len(run) == 1 and behind else ""
    place = (run[0].piece.start, behind[0].end) if said else (0, 0)
    return Found("insult", "trim", *place, {"kept": said}, 0.3, drops=True) if said else None


def _runs(draft: Draft, seen: Sequence[Sting]) -> Iterator[list[Sting]]:
    """Stings that follow one on another, as one place."""
    order = {id(one): number for number, one in enumerate(draft.pieces)}
    run: list[Sting] = []
    for one in seen:
        if run and order[id(one.piece)] != order[id(run[-1].piece)] + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _instead(draft: Draft, run: Sequence[Sting], kind: str, remark: str) -> Iterator[Found]:
    """Where nothing of the sentence can stay: the request under it, what stands beside it alone, or a question."""
    place = (run[0].piece.start, run[-1].piece.end)
    under = amends.under(draft.text[place[0] : place[1]].strip()) if remark in {"threat", "shut"} else None
    if under:
        yield Found(remark, under[0], *place, under[1], 0.8, drops=True)
    yield from _beside(draft, run, remark, -0.2)
    seen = kind == "never" and draft.kind is DraftKind.FEEDBACK  # what somebody never did is what was seen
    if not seen:
        yield Found(remark, "ask", *place, {}, 0.3)


def _beside(draft: Draft, run: Sequence[Sting], remark: str, much: float) -> Iterator[Found]:
    """The lines left out: the sentence before or after them stands alone, with a question where it states a fault."""
    if draft.kind in _BY_THE_LINE:
        return
    stung = {id(one.piece) for one in stings(draft)}
    order = list(draft.pieces)
    begin, end = order.index(run[0].piece), order.index(run[-1].piece)
    for one in (*order[max(0, begin - 1) : begin], *order[end + 1 : end + 2]):
        presses = one.has(Label.PUSH) and remark != "threat"
        if _plain(one, stung) and not presses and not doubtful(one, draft.kind):
            place = (min(one.start, run[0].piece.start), max(one.end, run[-1].piece.end))
            if _GREETED.search(draft.text[slice(*place)]):
                continue
            yield Found(remark, "cut", *place, {"kept": one.text.strip()}, much, drops=True)
            return


def _plain(one: Piece, stung: set[int]) -> bool:
    words = len(one.text.split())
    body = (
        one.role == "body" and id(one) not in stung and not one.has(Label.THREAT, Label.HEDGE, Label.LEADING_QUESTION)
    )
    told = finite(one.text) or words >= _TOLD
    whole = _SHORTEST_BESIDE <= words <= _LONGEST_BESIDE and told and not dangles(one.text)
    return body and whole and not (wounds(one.text) or SHARP.search(one.text)) and not _HOLLOW.match(one.text)
