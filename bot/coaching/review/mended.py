"""Finds for the worst lines: the clause left out, an open word in its place, or what stands beside it alone."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coaching.review import amends
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found
from bot.coaching.review.harsh import SHARP, dangles, finite, wounds
from bot.coaching.review.stings import RANK, Sting, stings
from bot.coaching.review.unframed import joined
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_REMARKS: Final = {"never": "blame"}
_OF_OTHERS: Final = frozenset({"sarcasm", "insult", "motive", "us_and_them", "never", "threat"})
"""Stings aimed at somebody whose side may be asked about."""

_FORMS_OF: Final = {
    "group": "us_and_them",
    "agenda": "us_and_them",
    "way": "sarcasm",
    "tell_me": "shut",
    "whoever": "sarcasm",
}
"""Forms that say what another remark says, whatever the sting was."""
_UNDONE: Final = re.compile(
    r"\b(?:not|no|without|late|missing|lost|waited|cancelled|overran|delayed|unsigned|incomplete|missed|none|never"
    r"|blank"
    r"|broken|down|couldn['’]?t|wasn['’]?t|weren['’]?t|hadn['’]?t|didn['’]?t)\b",
    re.I,
)
_PAST: Final = re.compile(r"\b(?:was|were|had|did|\w+n['’]?t have|couldn['’]?t|waited|overran|went|came|left)\b", re.I)
_PRESSES: Final = re.compile(r"\b(?:must|need to|needs to|have to|has to|are to|will be expected)\b", re.I)
_HOLLOW: Final = re.compile(
    r"^\W*(?:hope|thanks|thank you|regards|i am writing|i['’]m writing|further to|subject"
    r"|re:|well|hi|hello)\b",
    re.I,
)
_LONGEST: Final = 44
_LONGEST_BESIDE: Final = 34
_SHORTEST_BESIDE: Final = 4
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
        if not kept or amends.whoever(run[0].piece.text) or len(kept.split()) > _LONGEST:
            yield from _instead(draft, run, worst.kind, remark)
            continue
        slots = amends.wanted(kept) if remark == "threat" else None
        if slots:
            yield Found(remark, "done_by", *place, slots, 0.6, drops=True)
        less = _PRESSED if remark == "shut" and _PRESSES.search(kept) else 0.0
        yield Found(remark, "trim", *place, {"kept": kept}, 0.3 - less, drops=True)


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
    """Where nothing of the sentence can stay."""
    first, place = run[0].piece, (run[0].piece.start, run[-1].piece.end)
    said = amends.instead(draft, first, draft.text[place[0] : place[1]].strip(), kind)
    if said and said[0] == "way":
        beside = list(_beside(draft, run, remark, 0.2))
        yield from beside or [Found(remark, "way", *place, {}, 0.8, drops=True)]
    elif said:
        form, slots = said
        own = form == "whoever" and remark in {"threat", "shut"}
        yield Found(remark if own else _FORMS_OF.get(form, remark), form, *place, slots, 0.8, drops=True)
    elif title := amends.titled(draft, first):
        yield Found(remark, "title", *place, {"title": title}, 0.4, drops=True)
    beside = [] if said and said[0] == "way" else list(_beside(draft, run, remark, -0.2 if said is None else -0.9))
    yield from beside
    if said is None and not beside and kind in _OF_OTHERS:
        yield from _afresh(draft, place)


def _afresh(draft: Draft, place: tuple[int, int]) -> Iterator[Found]:
    """Where nothing beside it can stand alone either: what was seen, or the question that it leads to."""
    if draft.kind is DraftKind.FEEDBACK:
        yield Found("insult", "seen", *place, {}, -0.2, drops=True)
    elif draft.kind in {DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.PITCH}:
        yield Found("sarcasm", "side", *place, {}, -0.6, drops=True)


def _beside(draft: Draft, run: Sequence[Sting], remark: str, much: float) -> Iterator[Found]:
    """The lines left out: the sentence before or after them stands alone, with a question where it states a fault."""
    stung = {id(one.piece) for one in stings(draft)}
    order = list(draft.pieces)
    begin, end = order.index(run[0].piece), order.index(run[-1].piece)
    near = [one for one in (*order[max(0, begin - 1) : begin], *order[end + 1 : end + 2]) if _plain(one, stung)]
    if not near:
        return
    one = near[0]
    said = one.text.strip()
    form = "cut"
    if one.start < run[0].piece.start and _asks_for_more(draft, one):
        form, said = ("cut_past" if _PAST.search(said) else "cut_now"), said.rstrip(" .!")
    place = (min(one.start, run[0].piece.start), max(one.end, run[-1].piece.end))
    yield Found(remark, form, *place, {"kept": said}, much, drops=True)


def _asks_for_more(draft: Draft, one: Piece) -> bool:
    """Whether a plain fact may be followed by a question: something went undone, and nothing is asked yet."""
    listed = draft.kind in {DraftKind.SLIDES, DraftKind.AGENDA, DraftKind.APOLOGY, DraftKind.GOAL}
    asked = draft.any(Label.OPEN_QUESTION) or any("?" in each.text for each in draft.body)
    mine = re.match(r"\W*(?:i|my|we|our)\b", one.text, re.I)
    return bool(_UNDONE.search(one.text)) and not listed and not asked and not mine


def _plain(one: Piece, stung: set[int]) -> bool:
    words = len(one.text.split())
    body = (
        one.role == "body" and id(one) not in stung and not one.has(Label.THREAT, Label.HEDGE, Label.LEADING_QUESTION)
    )
    whole = _SHORTEST_BESIDE <= words <= _LONGEST_BESIDE and finite(one.text) and not dangles(one.text)
    return body and whole and not (wounds(one.text) or SHARP.search(one.text)) and not _HOLLOW.match(one.text)
