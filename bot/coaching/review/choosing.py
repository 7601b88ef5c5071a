"""Which of the things found are worth saying: at most two with a sound rewording, and a question about the heaviest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.review import asks
from bot.coaching.review.draft import Draft
from bot.coaching.review.found import Found
from bot.coaching.review.kit import Kit
from bot.coaching.review.weighing import GENTLE, Weighed, worth
from bot.coaching.reviewed import Change, Question

_MOST: Final = 2
_HEAVIER: Final = 0.3

_HARD: Final = frozenset({"threat", "insult", "sarcasm", "motive", "guilt", "shut", "us_and_them", "blame"})
"""Lines that would undo the rest of a draft."""


_HARSH: Final = _HARD | {
    "named", "agenda_blame", "person", "stand_off", "patients_blamed", "excuse", "not_owned", "bargain", "waved_away",
    "if_apology", "grovel", "agenda_why", "agenda_gripe", "defence",
}  # fmt: skip
"""Lines in which nothing is to be held up, not even what is true in them."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for a draft. `places` are all that something could be said of: nothing there is praised.

    `harsh` are those of them that would hurt: not even a figure or a day in them is.
    """

    changes: tuple[Change, ...]
    question: Question | None
    finds: tuple[tuple[str, str], ...]
    places: tuple[tuple[int, int], ...]
    harsh: tuple[tuple[int, int], ...]

    @property
    def ids(self) -> frozenset[str]:
        """The remarks of everything found."""
        return frozenset(name for name, _ in self.finds)

    @property
    def all(self) -> tuple[Change | Question, ...]:
        """The changes and the question."""
        return (*self.changes, *([self.question] if self.question is not None else []))


def proposed(draft: Draft, kit: Kit) -> Proposed:
    """At most two changes, the worst first, and one question where nothing sure mends what weighs most."""
    weighed = sorted(worth(draft, kit), key=lambda one: (-one.weight, one.found.start, one.found.id))
    chosen: list[Weighed] = []
    for one in weighed:
        mends = one.said and not any(_outweighs(other, one) for other in weighed)
        if mends and len(chosen) < _MOST and _adds(one, chosen) and all(_apart(one, other) for other in chosen):
            chosen.append(one)
    asked = _heaviest([one for one in weighed if not one.said], chosen)
    return Proposed(
        changes=tuple(_change(draft, kit, one) for one in chosen),
        question=_question(draft, kit, asked) if asked is not None else None,
        finds=tuple((one.found.id, draft.text[one.found.start : one.found.end]) for one in weighed),
        places=tuple(_doubted(draft, one.found) for one in weighed if one.found.start < one.found.end),
        harsh=tuple(_doubted(draft, one.found) for one in weighed if one.remark.id in _HARSH),
    )


def _doubted(draft: Draft, found: Found) -> tuple[int, int]:
    """The place of a find; of one that shows the line beside it as all that is needed, without that line."""
    kept = found.slots.get("kept", "")
    place = draft.text[found.start : found.end]
    if found.form != "cut" or not kept:
        return found.start, found.end
    if place.startswith(kept):
        return found.start + len(kept), found.end
    return (found.start, found.end - len(kept)) if place.rstrip().endswith(kept) else (found.start, found.end)


def _outweighs(other: Weighed, one: Weighed) -> bool:
    """Whether the same place has a heavier fault that a rewording would leave in it."""
    meets = other.found.start < one.found.end and one.found.start < other.found.end
    return not other.said and meets and other.remark.id != one.remark.id and other.weight >= one.weight + _HEAVIER


def _heaviest(asked: Sequence[Weighed], chosen: Sequence[Weighed]) -> Weighed | None:
    """The question about the place that matters most; None where the changes take up what matters as much."""
    most = max((one.weight for one in chosen), default=0.0)
    free = (one for one in asked if all(_elsewhere(one.found, other.found) for other in chosen))
    found = next(free, None)
    return found if found is not None and (not chosen or found.weight > most + _HEAVIER) else None


def _elsewhere(one: Found, other: Found) -> bool:
    return one.end <= other.start or other.end <= one.start


def _adds(one: Weighed, chosen: Sequence[Weighed]) -> bool:
    """Whether a second change is worth the reader's time: a gentle one is not beside a bad line."""
    bad = any(other.remark.id in _HARD for other in chosen)
    return not (bad and one.remark.id in GENTLE)


def _apart(one: Weighed, other: Weighed) -> bool:
    """Whether two changes are of different kinds and at different places."""
    left, right = one.found, other.found
    if one.remark.id == other.remark.id or one.said.rstrip(".") in other.said or other.said.rstrip(".") in one.said:
        return False
    if left.slots.get("fact") and left.slots.get("fact") == right.slots.get("fact"):
        return False
    if left.start == left.end or right.start == right.end:
        return True
    return left.end <= right.start or right.end <= left.start


def _change(draft: Draft, kit: Kit, one: Weighed) -> Change:
    found, remark = one.found, one.remark
    card = remark.cards.get(found.form, remark.card)
    words = draft.text[found.start : found.end]
    reasons = remark.reasons(found.form)
    return Change(
        id=remark.id,
        start=found.start,
        end=found.end,
        words=words,
        why=reasons[(len(draft.text) + found.start) % len(reasons)],
        reword=one.said,
        card=card,
        cited=kit.cited(card),
    )


def _question(draft: Draft, kit: Kit, one: Weighed) -> Question:
    remark = one.remark
    ask = remark.asked(asks.case(draft, one.found))
    found = asks.narrowed(draft, one.found)
    words = draft.text[found.start : found.end]
    return Question(
        id=remark.id, start=found.start, end=found.end, words=words, ask=ask, card=remark.card,
        cited=kit.cited(remark.card),
    )  # fmt: skip
