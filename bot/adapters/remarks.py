"""Reading what a review may say, strictly: a pattern that cannot be filled, or a card that is none, is an error."""

import re
from collections.abc import Collection, Mapping
from string import Formatter
from typing import Final, TypeVar

from bot.coaching.review.remarks import Praise, Remark, Remarks, Sayings
from knowledge import strict_yaml
from knowledge.errors import KnowledgeError
from prompts import library

CHANGES: Final = "review/changes.yaml"
STRENGTHS: Final = "review/strengths.yaml"
SAYINGS: Final = "review/sayings.yaml"
_Item = TypeVar("_Item", Remark, Praise)
_MOST_WHY: Final = 30
_MOST_PRAISE: Final = 18


def load(cards: Collection[str] | None = None) -> Remarks:
    """Every remark, strength and sentence; `cards`, where given, are the ids that a remark may rest on.

    Raises KnowledgeError that names the file and the line.
    """
    remarks = _by_id(strict_yaml.load_list(library.file(CHANGES), Remark))
    praise = _by_id(strict_yaml.load_list(library.file(STRENGTHS), Praise))
    sayings = strict_yaml.load(library.file(SAYINGS), Sayings)
    for one, place in remarks.values():
        for fault in (*_faults(one), *_unknown_cards(one, cards)):
            raise KnowledgeError(f"{place.file}:{place.line}", f"{one.id}: {fault}", "Mend this item.")
    for each, place in praise.values():
        if any(len(why.split()) > _MOST_PRAISE for why in each.why):
            raise KnowledgeError(f"{place.file}:{place.line}", f"{each.id}: a why is too long", "Say it shorter.")
    return Remarks(
        remarks={name: one for name, (one, _) in remarks.items()},
        strengths={name: one for name, (one, _) in praise.items()},
        sayings=sayings,
    )


def _by_id(items: Collection[tuple[_Item, strict_yaml.Place]]) -> Mapping[str, tuple[_Item, strict_yaml.Place]]:
    found: dict[str, tuple[_Item, strict_yaml.Place]] = {}
    for one, place in items:
        if one.id in found:
            raise KnowledgeError(f"{place.file}:{place.line}", f"{one.id} stands twice", "Keep one of the two.")
        found[one.id] = (one, place)
    return found


def _faults(one: Remark) -> tuple[str, ...]:
    reasons = (*one.why, *(why for each in one.why_of.values() for why in each))
    long = [f"a why has more than {_MOST_WHY} words" for why in reasons if len(why.split()) > _MOST_WHY]
    named = (*(("cards", form) for form in one.cards), *(("why_of", form) for form in one.why_of))
    strange = [f"{field} names a form that it has not: {form}" for field, form in named if form not in one.forms]
    bad = [f"the pattern {form} cannot be filled" for form, pattern in one.forms.items() if not _fillable(pattern)]
    plain = one.ask.count("?") == 1 and "{" not in one.ask if one.ask else bool(one.forms and one.why)
    return (*long, *strange, *bad, *([] if plain else ["it has neither a form with its why nor one plain question"]))


def _fillable(pattern: str) -> bool:
    """Whether a pattern has only plain names in its braces."""
    try:
        return all(name is None or re.fullmatch(r"[A-Za-z]+", name) for _, name, _, _ in Formatter().parse(pattern))
    except ValueError:
        return False


def _unknown_cards(one: Remark, cards: Collection[str] | None) -> tuple[str, ...]:
    if cards is None:
        return ()
    return tuple(f"there is no card {card}" for card in (one.card, *one.cards.values()) if card not in cards)
