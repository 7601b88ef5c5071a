"""A chat model's draft against its ground: every problem that keeps it from being sent."""

from collections.abc import Callable, Iterator
from typing import Final

from bot.coaching.drafting.shape import Worded
from bot.coaching.drafting.sheet import Ground
from bot.coaching.drafting.vetting import (
    acts,
    advice,
    asked,
    citing,
    figures,
    first_person,
    form,
    general_truths,
    grounded,
    harm,
    leaks,
    manner,
    obeying,
    plans,
    predicates,
    privacy,
    promises,
    questions,
    quoting,
    repeating,
    rulings,
    stances,
    strays,
    terms,
    tone,
    verdicts,
)
from bot.coaching.drafting.vetting.look import Look
from bot.coaching.record import Problem

_GRAVEST_FIRST: Final[tuple[Callable[[Look], Iterator[Problem]], ...]] = (
    leaks.faults,
    privacy.faults,
    harm.faults,
    rulings.faults,
    stances.faults,
    terms.faults,
    promises.faults,
    first_person.faults,
    verdicts.faults,
    obeying.faults,
    strays.faults,
    predicates.faults,
    general_truths.faults,
    citing.faults,
    quoting.faults,
    figures.faults,
    grounded.faults,
    asked.faults,
    plans.faults,
    advice.faults,
    acts.faults,
    questions.faults,
    repeating.faults,
    form.faults,
    manner.faults,
    tone.faults,
)


def vet(worded: Worded, ground: Ground) -> tuple[Problem, ...]:
    """All problems of a draft, gravest first; none means that it may go out."""
    look = Look(worded, ground)
    return tuple(problem for check in _GRAVEST_FIRST for problem in check(look))
