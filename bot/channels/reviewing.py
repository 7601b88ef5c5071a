"""A reviewed draft as it is shown: sentence by sentence in a terminal, and as a line of the machine interface. Pure."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.channels import terminal, wire_practice
from bot.coaching import identifiers, safety
from bot.coaching.identifiers import NameLists
from bot.coaching.model import Identifier
from bot.coaching.review import telling
from bot.coaching.review.kit import Kit
from bot.coaching.review.plainest import PLAINEST
from bot.coaching.review.reviewing import review
from bot.coaching.reviewed import Change, DraftKind, Question, Review, Reviewed, Strength
from bot.coaching.speech_acts import Label, Labelled

MARGIN: Final = 15
_STOPS: Final = frozenset({"crisis_self", "patient_safety_now", "mistreatment"})
_WIDEST: Final = 88


@dataclass(frozen=True, slots=True)
class Desk:
    """Where drafts are reviewed: what a review is made with, and the names by which people are recognised."""

    kit: Kit
    names: NameLists

    def reviewed(self, text: str, kind: DraftKind | None = None, earlier: Reviewed | None = None) -> "Marked":
        """A draft, masked and reviewed, with what leads back to its place in the text as received."""
        found = identifiers.find(text, self.names)
        masked = identifiers.mask(text, found)
        return Marked(masked, found, review(masked, self.kit, kind, earlier))


@dataclass(frozen=True, slots=True)
class Marked:
    """A review of a masked text, and the details that were masked in it."""

    text: str
    masked: Sequence[Identifier]
    review: Review

    def received(self, offset: int, *, end: bool = False) -> int:
        """The place in the text as received of an offset into the masked one; a detail that was masked is one place."""
        shift = 0
        for one in sorted(self.masked, key=lambda each: each.start):
            start = one.start + shift
            after = start + len(one.kind) + 2
            if offset <= start:
                break
            if offset < after:
                return one.end if end else one.start
            shift = after - one.end
        return offset - shift


def danger(text: str) -> str:
    """The safety route that a draft calls for before anybody looks at its wording; '' where there is none."""
    risk = safety.explicit(text)
    return risk.route if risk is not None and risk.route in _STOPS else ""


def line(draft_id: str, marked: Marked) -> wire_practice.DraftOut:
    """The review as a line of the machine interface, at places of the text as received."""
    found = marked.review
    return wire_practice.DraftOut.model_validate(
        {
            "id": draft_id,
            "kind": found.kind,
            "sentences": [_placed(marked, one) | {"labels": one.labels} for one in found.sentences],
            "asking": found.asking,
            "telling": found.telling,
            "strengths": [
                _placed(marked, one) | {"id": one.id, "words": one.words, "why": one.why} for one in found.strengths
            ],
            "changes": [_placed(marked, one) | _change(one) for one in found.changes],
            "question": found.question and _placed(marked, found.question) | _question(found.question),
        }
    )


def stopped(draft_id: str, kind: DraftKind, route: str) -> wire_practice.DraftOut:
    """The line of a draft with a danger in it, which comes before its wording."""
    return wire_practice.DraftOut.model_validate(
        {"id": draft_id, "kind": kind, "sentences": [], "asking": 0, "telling": 0, "strengths": [], "changes": [],
         "safety": route}
    )  # fmt: skip


def _placed(marked: Marked, one: Labelled | Strength | Change | Question) -> dict[str, object]:
    start = marked.received(one.start)
    return {"start": start, "end": max(start, marked.received(one.end, end=True)) if one.end > one.start else start}


def _change(one: Change) -> dict[str, object]:
    return {"id": one.id, "words": one.words, "why": one.why, "reword": one.reword, "card": one.card}


def _question(one: Question) -> dict[str, object]:
    return {"id": one.id, "words": one.words, "ask": one.ask, "card": one.card}


def page(marked: Marked, kit: Kit, width: int = _WIDEST) -> str:
    """The review as plain text: the draft with its marks in the margin, what to keep, what to change."""
    found, sayings = marked.review, kit.remarks.sayings
    wide = max(40, min(_WIDEST, width))
    opens = sayings.opens.format(kind=sayings.kinds[found.kind])
    asks = sayings.asks.format(asking=found.asking, telling=found.telling)
    parts = [textwrap.fill(f"{opens} {asks}", wide), "\n".join(_draft(marked, wide))]
    if found.compared is not None:
        compared = telling.comparison(found.compared, kit.remarks)
        parts += [textwrap.fill(compared, wide)] if compared else []
    parts += list(_kept(found.strengths, wide))
    parts += [_asked(found.question, wide)] if found.question is not None else []  # it is about what weighs most
    parts += list(_changes(found.changes, wide))
    parts += [] if found.changes or found.question else [sayings.none]
    return terminal.safe("\n\n".join(parts))


def _draft(marked: Marked, wide: int) -> Iterator[str]:
    """Every sentence with what it does and the marks of what is said about it below."""
    found = marked.review
    said = _said_of(found)
    missing = [(one.start, mark) for mark, one in said if one.start == one.end]
    for one in found.sentences:
        for place, mark in [each for each in missing if each[0] <= one.start]:
            yield f"{'':6}{mark:<{MARGIN - 6}}..."
            missing.remove((place, mark))
        marks = [
            *(
                f"+{number}"
                for number, each in enumerate(found.strengths, 1)
                if each.id not in PLAINEST and one.start <= each.start < one.end
            ),
            *(mark for mark, each in said if each.start < each.end and one.start <= each.start < one.end),
        ]
        margin = f"{_does(one):<6}{' '.join(marks):<{MARGIN - 6}}"
        yield textwrap.fill(
            " ".join(marked.text[one.start : one.end].split()),
            wide,
            initial_indent=f"{margin:<{MARGIN}}",
            subsequent_indent=" " * MARGIN,
        )
    for _, mark in missing:
        yield f"{'':6}{mark:<{MARGIN - 6}}..."


def _said_of(found: Review) -> list[tuple[str, Change | Question]]:
    """What is said of a place, with its mark in the margin."""
    told: list[tuple[str, Change | Question]] = [(f"~{number}", one) for number, one in enumerate(found.changes, 1)]
    return [*told, ("?", found.question)] if found.question is not None else told


def _does(one: Labelled) -> str:
    if Label.LEADING_QUESTION in one.labels:
        return "leads"
    return "asks" if one.asks else "tells" if one.tells else ""


def _kept(strengths: Sequence[Strength], wide: int) -> Iterator[str]:
    for number, one in enumerate(strengths, 1):
        words = " ".join(one.words.split())
        if one.id in PLAINEST:
            yield _hung(f"+{number}  ", one.why, wide)
        else:
            yield _hung(f"+{number}  ", f'Keep: "{words}"', wide) + "\n" + _hung("    ", one.why, wide)


def _changes(changes: Sequence[Change], wide: int) -> Iterator[str]:
    for number, one in enumerate(changes, 1):
        words = " ".join(one.words.split())
        head = f'"{words}"' if words else "Missing here:"
        rows = [
            _hung(f"~{number}  ", head, wide),
            _hung("    ", one.why, wide),
            _hung("    Perhaps: ", one.reword, wide),
        ]
        if one.cited is not None:
            rows.append(_hung("    ", f"[{terminal.place(one.cited)}]", wide))
        yield "\n".join(rows)


def _asked(one: Question, wide: int) -> str:
    words = " ".join(one.words.split())
    rows = [_hung("?   ", f'"{words}"' if words else "Missing here:", wide), _hung("    ", one.ask, wide)]
    if one.cited is not None:
        rows.append(_hung("    ", f"[{terminal.place(one.cited)}]", wide))
    return "\n".join(rows)


def _hung(begins: str, text: str, wide: int) -> str:
    return textwrap.fill(text, wide, initial_indent=begins, subsequent_indent=" " * 4)
