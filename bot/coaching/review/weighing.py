"""What each find weighs in this draft, with its rewording where one holds, else with none: then it is asked about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.coaching.review import (
    aims,
    apologies,
    fault,
    juniors,
    ladder,
    lists,
    mended,
    missing,
    money,
    overdone,
    places,
    softened,
    takebacks,
    turning,
)
from bot.coaching.review.draft import Draft
from bot.coaching.review.found import Found
from bot.coaching.review.harsh import PEOPLE
from bot.coaching.review.holding import holds
from bot.coaching.review.kit import Kit
from bot.coaching.review.remarks import Remark
from bot.coaching.review.rewording import reworded
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_WORTH: Final = 5.0

_SUM: Final = re.compile(
    r"[£$€]|\d ?k\b|\b(?:budgets?|overspen\w*|spen[dt]\w*|savings?|save|financial\w*|money|costs?|expens\w*"
    r"|fund\w*)\b",
    re.I,
)
_MISSING: Final = 0.8
"""What a question about the whole weighs less than one about a line of it."""

_GENTLE_OFF: Final = 2.5

_PLAIN_OFF: Final = 1.0

_PLAIN: Final = frozenset({"order", "leading", "hedge"})
"""Faults that stand in the words: a draft which asks a good deal is let off less of them."""

GENTLE: Final = frozenset(
    {
        "jargon",
        "cost",
        "everyone_knows",
        "vague_ask",
        "no_request",
        "no_real_question",
        "no_day",
        "patient_late",
        "no_patient",
        "nobody_asked",
        "move_on",
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
class Weighed:
    """A find worth telling: its remark, what it weighs, and its rewording, '' where it is to be asked about."""

    found: Found
    remark: Remark
    weight: float
    said: str


def worth(draft: Draft, kit: Kit) -> Iterator[Weighed]:
    """Every find worth telling; where a fault has none that holds, the smaller rewording of the same sentence."""
    whole = list(_weighed(draft, kit, _all(draft)))
    yield from whole
    done = [(one.found.start, one.found.end) for one in whole if one.said]
    yield from _weighed(draft, kit, ladder.smaller(draft, done))


def _weighed(draft: Draft, kit: Kit, finds: Iterable[Found]) -> Iterator[Weighed]:
    told = len([one for one in draft.body if one.labels]) or 1
    share = min(1.0, 2.0 * _really_asking(draft) / told)
    for found in finds:
        remark = kit.remarks.remarks[found.id]
        pattern = remark.forms.get(found.form, "")
        base = remark.weight_in(draft.kind)
        off = _PLAIN_OFF if found.id in _PLAIN else _GENTLE_OFF if found.id in GENTLE else 0.0
        missing_off = _MISSING if not pattern and found.start == found.end else 0.0
        weight = base + found.much - off * share - missing_off
        if base == 0 or weight < _WORTH:
            continue
        said = reworded(pattern, found.slots, draft.manner) if pattern else ""
        if said and holds(draft, found, said):
            yield Weighed(found, remark, weight, said)
        elif remark.ask and not (found.id == "cost" and not _of_money(draft, found)):
            yield Weighed(found, remark, weight, "")


def _of_money(draft: Draft, found: Found) -> bool:
    """Whether a place speaks of money and the draft of nobody: else there is more than the sum."""
    return bool(_SUM.search(draft.text[found.start : found.end])) and not PEOPLE.search(draft.text)


def _really_asking(draft: Draft) -> int:
    """Sentences that ask openly or invite: what makes a draft one that asks."""
    return sum(
        one.has(Label.OPEN_QUESTION, Label.INVITATION)
        and not one.has(Label.PUSH, Label.THREAT, Label.BLAME)
        and not turning.leads(one)
        for one in draft.body
    )


def _all(draft: Draft) -> Iterable[Found]:
    yield from places.places(draft)
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
