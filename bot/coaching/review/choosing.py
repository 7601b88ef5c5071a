"""Which of the things found are worth saying: weighed for this draft, at most two, each with a sound rewording."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.review import (
    aims,
    apologies,
    certain,
    fault,
    juniors,
    ladder,
    lists,
    mended,
    missing,
    money,
    overdone,
    softened,
    takebacks,
    turning,
)
from bot.coaching.review.draft import Draft
from bot.coaching.review.found import Found
from bot.coaching.review.guard import sound
from bot.coaching.review.kit import Kit
from bot.coaching.review.remarks import Remark
from bot.coaching.review.rewording import reworded
from bot.coaching.reviewed import Change, DraftKind
from bot.coaching.speech_acts import Label

_WORTH: Final = 5.0
_MOST: Final = 2
_GAP: Final = 1.2
"""What a rewording with a gap in it is worth less than a whole one."""

_GENTLE_OFF: Final = 2.5
_PLAIN_OFF: Final = 1.0
_PLAIN: Final = frozenset({"order", "leading", "cost", "hedge"})
"""Faults that stand in the words: a draft which asks a good deal is let off less of them."""

_OWN: Final = frozenset(
    {"if_apology", "but_apology", "defence", "not_owned", "not_said_what", "nothing_changes", "hedge", "move_on"}
)
"""Remarks whose rewording may run down the doctor: what they did was thoughtless, and they say so."""

_HARD: Final = frozenset({"threat", "insult", "sarcasm", "motive", "guilt", "shut", "us_and_them", "blame"})
"""Lines that would undo the rest of a draft."""

_MAY_LOSE: Final = frozenset(
    {
        "excuse",
        "but_apology",
        "defence",
        "guilt",
        "grovel",
        "pathos",
        "overclaim",
        "thick_jargon",
        "agenda_gripe",
        "agenda_blame",
    }
)
"""Remarks about a reason, a debt or a drama: figures in those are part of what goes."""

_THEIRS: Final = frozenset({"whoever", "trim"})
"""Forms of the doctor's own words, which were searched for what wounds already."""

_GENTLE: Final = frozenset(
    {
        "jargon",
        "patient_late",
        "no_patient",
        "nobody_asked",
        "move_on",
        "first_test",
        "one_profession",
        "no_day",
        "agenda_heading",
        "agenda_closed",
        "no_start",
        "no_figure",
        "no_effect",
        "title_says_nothing",
        "slides_ask",
    }
)
"""Remarks that a draft which asks a good deal can do without."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    found: Found
    remark: Remark
    weight: float
    said: str


def changes(draft: Draft, kit: Kit) -> tuple[Change, ...]:
    """At most two changes, those that matter most for this draft and kind, in the order of the text."""
    weighed = sorted(_worth(draft, kit), key=lambda one: (-one.weight, one.found.start, one.found.id))
    chosen: list[_Weighed] = []
    for one in weighed:
        if len(chosen) < _MOST and _adds(one, chosen) and all(_apart(one, other) for other in chosen):
            chosen.append(one)
    return tuple(_change(draft, kit, one) for one in sorted(chosen, key=lambda one: (one.found.start, one.found.end)))


def _adds(one: _Weighed, chosen: Sequence[_Weighed]) -> bool:
    """Whether a second change is worth the reader's time: a gentle one, or one with a gap, is not beside a bad line."""
    bad = any(other.remark.id in _HARD for other in chosen)
    gaps = any("..." in other.said for other in chosen)
    if gaps and one.remark.id in _GENTLE:
        return False
    return not (bad and (one.remark.id in _GENTLE or "..." in one.said or one.remark.id == "cost"))


def finds(draft: Draft, kit: Kit) -> tuple[tuple[str, str], ...]:
    """Every remark that would be worth making, with the words that it is about: more than are told."""
    return tuple((one.found.id, draft.text[one.found.start : one.found.end]) for one in _worth(draft, kit))


def _apart(one: _Weighed, other: _Weighed) -> bool:
    """Whether two changes are of different kinds and at different places."""
    left, right = one.found, other.found
    if one.remark.id == other.remark.id or one.said.rstrip(".") in other.said or other.said.rstrip(".") in one.said:
        return False
    if left.slots.get("fact") and left.slots.get("fact") == right.slots.get("fact"):
        return False
    if left.start == left.end or right.start == right.end:
        return True
    return left.end <= right.start or right.end <= left.start


def _worth(draft: Draft, kit: Kit) -> Iterator[_Weighed]:
    """Every find worth telling; where a fault has none that holds, the smaller rewording of the same sentence."""
    whole = list(_weighed(draft, kit, _all(draft)))
    yield from whole
    done = [(one.found.start, one.found.end) for one in whole]
    yield from _weighed(draft, kit, ladder.smaller(draft, done))


def _weighed(draft: Draft, kit: Kit, finds: Iterable[Found]) -> Iterator[_Weighed]:
    told = len([one for one in draft.body if one.labels]) or 1
    share = min(1.0, 2.0 * _really_asking(draft) / told)
    for found in finds:
        remark = kit.remarks.remarks[found.id]
        base = remark.weight_in(draft.kind)
        gap = _GAP if "..." in remark.forms[found.form] else 0.0
        off = _PLAIN_OFF if found.id in _PLAIN else _GENTLE_OFF if found.id in _GENTLE else 0.0
        weight = base + found.much - gap - off * share
        if base == 0 or weight < _WORTH:
            continue
        said = reworded(remark.forms[found.form], found.slots, draft.manner)
        place = draft.text[found.start : found.end]
        holds = sound(said, place, figures=not found.drops, own=found.id in _OWN or found.form in _THEIRS)
        if holds and _certain(draft, found, said, place):
            yield _Weighed(found, remark, weight, said)


def _certain(draft: Draft, found: Found, said: str, place: str) -> bool:
    """Whether nothing in a rewording stands where it cannot, is foreign to the draft, or has lost a fact."""
    keeps = found.id in _MAY_LOSE or not certain.lost(place, said)
    return keeps and certain.fits(said) and not certain.foreign(said, draft.text)


def _really_asking(draft: Draft) -> int:
    """Sentences that ask openly or invite: what makes a draft one that asks."""
    return sum(
        one.has(Label.OPEN_QUESTION, Label.INVITATION)
        and not one.has(Label.PUSH, Label.THREAT, Label.BLAME)
        and not turning.leads(one)
        for one in draft.body
    )


def _all(draft: Draft) -> Iterable[Found]:
    yield from mended.worst_lines(draft)
    yield from turning.orders(draft)
    yield from turning.leading(draft)
    yield from money.costs(draft)
    yield from fault.threats(draft)
    yield from softened.hedges(draft)
    yield from takebacks.takebacks(draft)
    yield from missing.jargon(draft)
    yield from overdone.overdone(draft)
    yield from (
        one
        for one in apologies.apologies(draft)
        if draft.kind is DraftKind.APOLOGY
        or one.id == "if_apology"
        or (one.id == "but_apology" and re.search(r"\bsorry|apolog", one.slots["kept"], re.I))
    )
    if draft.kind is not DraftKind.AGENDA:
        yield from fault.blames(draft)
    by_kind = {
        DraftKind.GOAL: aims.goals,
        DraftKind.FEEDBACK: juniors.feedback,
        DraftKind.AGENDA: lists.agenda,
        DraftKind.SLIDES: lists.slides,
    }
    if draft.kind in by_kind:
        yield from by_kind[draft.kind](draft)
    if draft.kind in {DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.PITCH, DraftKind.SLIDES}:
        yield from lists.patient_late(draft)
        yield from missing.patient(draft)
    if draft.kind in {DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.PITCH}:
        yield from missing.invitation(draft)


def _change(draft: Draft, kit: Kit, one: _Weighed) -> Change:
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
