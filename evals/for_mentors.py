"""The evaluation suite as the console meets it: the rubric, cases made of shared talks, and how far mentors agree."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from bot.coaching import identifiers
from bot.coaching.identifiers import NameLists
from bot.mentoring.events import Grade
from bot.mentoring.left_out import suggest
from bot.ports.trainers import Agreement, Criterion, Exchanged
from evals.casebook import anonymous, load, scripted, template
from evals.casebook.case import OTHER_INTENTS
from evals.casebook.load import Known
from evals.errors import EvalsError
from evals.rubric.criteria import CRITERIA, OF_REPLY
from evals.statistics import agreement
from knowledge import names

LONGEST: Final = 20_000
"""Characters of a case's YAML that are read; the longest case of ours has some 6,000."""
_TOLD: Final = 20
_FILE: Final = "case.yaml"
_NAME: Final = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LONGEST_NAME: Final = 80


class Suite:
    """`bot.ports.trainers.Trainers`, found through the entry point `leadership_coach.trainers`."""

    @cached_property
    def _known(self) -> Known:
        return load.known_names()

    @cached_property
    def _lists(self) -> NameLists:
        return NameLists(**names.load())

    def criteria(self) -> Sequence[Criterion]:
        """The rubric, in its order: of replies first, then of whole talks."""
        return tuple(
            Criterion(
                id=one.id,
                title=one.title,
                question=one.question,
                points=one.points,
                axis=one.axis.value,
                of_reply=one.id in OF_REPLY,
                gate=one.gate,
            )
            for one in sorted(CRITERIA.values(), key=lambda each: each.id not in OF_REPLY)
        )

    def case(self, name: str, about: str, talk: Sequence[Exchanged], reference: str) -> str:
        """A rubric case of a talk, in the trainers' format (YAML), to be looked over before it is used.

        Only the doctor's side goes into it: the case is there to see what a coach would answer. Raises CoachError
        where there can be no case of it: nothing was said, or the name is none.
        """
        self._check_names(name, about)
        says = [said for one in talk if (said := self._neutral(one.said))]
        good = self._neutral(reference)
        if not says:
            message = "nothing was said in this talk that a case could be made of"
            raise EvalsError(message, code="no_case")
        if not good:
            message = "a case needs a reference: write the reply that would have been good"
            raise EvalsError(message, code="no_case")
        return template.FIRST_LINE + scripted.written(name, about, says, good)

    def faults(self, text: str) -> Sequence[str]:
        """What the trainers' checker finds wrong with the YAML of a case; empty where it passes."""
        if len(text) > LONGEST:
            long = f"has {len(text):,} characters, and a case at most {LONGEST:,}"
            return (f"{_FILE}: {long}. Choose fewer turns, or take out what it does not need.",)
        found = load.faults(text, _FILE, self._known)
        more = len(found) - _TOLD
        return found if more <= 0 else (*found[:_TOLD], f"{_FILE}: and {more} more faults like these.")

    def agreement(self, first: Mapping[str, Grade], second: Mapping[str, Grade]) -> Agreement:
        """Two mentors' grades by item (turn and criterion); only what both graded counts."""
        both = sorted(first.keys() & second.keys())
        mine, theirs = [first[one] for one in both], [second[one] for one in both]
        return Agreement(
            items=len(both), agreed=agreement.raw_agreement(mine, theirs), kappa=agreement.kappa(mine, theirs)
        )

    def _check_names(self, name: str, about: str) -> None:
        if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
            message = f"{name!r} is no name for a case: lower case letters, digits and hyphens, as stretch-goal-lists"
            raise EvalsError(message, code="no_case")
        if about not in self._known.situations and about not in OTHER_INTENTS:
            message = f"no situation or intent is called {about!r}"
            raise EvalsError(message, code="no_case")

    def _neutral(self, text: str) -> str:
        return anonymous.neutral(text, self._masked, suggest)

    def _masked(self, text: str) -> str:
        found = identifiers.find(text, self._lists)
        return identifiers.mask(text, found) if found else text
