"""How far two raters of the same items agree, as a judge with a person. None where a measure is not defined."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Label = TypeVar("Label", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Confusion:
    """How many items both raters said yes to, only one of them, or neither.

    With the truth first they are the true positives, the false negatives, the false positives, the true negatives.
    """

    both: int
    first_only: int
    second_only: int
    neither: int


def confusion(first: Sequence[bool], second: Sequence[bool]) -> Confusion:
    """Count the items of two raters by what each of them said.

    Raises:
        ValueError: They rated different numbers of items.
    """
    found = Counter(_pairs(first, second))
    return Confusion(found[True, True], found[True, False], found[False, True], found[False, False])


def raw_agreement(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """The share of items, 0 to 1, that both raters gave the same label; None of no items.

    Raises:
        ValueError: They rated different numbers of items.
    """
    pairs = _pairs(first, second)
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def kappa(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """Cohen's kappa: agreement beyond what each rater's own shares of the labels would bring by chance (Cohen 1960).

    1 is full agreement, 0 what chance brings, below 0 less than that. None of no items, and None where both raters gave
    one and the same label throughout: chance alone would then agree fully, and there is nothing beyond it.

    Raises:
        ValueError: They rated different numbers of items.
    """
    pairs = _pairs(first, second)
    items, agreed = len(pairs), sum(one == other for one, other in pairs)
    mine, theirs = Counter(first), Counter(second)
    by_chance = sum(count * theirs[label] for label, count in mine.items())
    # whole numbers to the last step: po = agreed / items and pe = by_chance / items ** 2, both times items ** 2
    possible = items * items - by_chance
    return (agreed * items - by_chance) / possible if possible else None


def macro_f1(truth: Sequence[bool], given: Sequence[bool]) -> float | None:
    """The mean of the F1 of yes and the F1 of no, 0 to 1: a rare class weighs as much as a common one.

    A class that only one of the two has gets an F1 of 0, since every use of it was wrong. Where a class is absent from
    both, its F1 is nought by nought, and the whole is None; scikit-learn would say 0 there.

    Raises:
        ValueError: They hold different numbers of items.
    """
    found = confusion(truth, given)
    wrong = found.first_only + found.second_only
    if not found.both + wrong or not found.neither + wrong:
        return None
    return sum(2 * right / (2 * right + wrong) for right in (found.both, found.neither)) / 2


def _pairs(first: Sequence[Label], second: Sequence[Label]) -> list[tuple[Label, Label]]:
    if len(first) != len(second):
        message = f"two raters of the same items, but of {len(first)} and {len(second)}"
        raise ValueError(message)
    return list(zip(first, second, strict=True))
