"""What the console needs of the trainers' suite, which lies above the coach and is found as an installed plug-in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.mentoring.events import Grade


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of the rubric, as the evaluation suite has it. `of_reply` False: of the whole talk.

    With negative points it is met when the bad thing happened. `gate`: once failed, all is failed.
    """

    id: str
    title: str
    question: str
    points: int
    axis: str
    of_reply: bool
    gate: bool


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One message and its reply, anonymised."""

    said: str
    replied: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two mentors agree: on how many items, the share that agrees (0 to 1), and Cohen's kappa where defined."""

    items: int
    agreed: float | None
    kappa: float | None


class Trainers(Protocol):
    """The evaluation suite, as a mentor meets it."""

    def criteria(self) -> Sequence[Criterion]:
        """The rubric, in its order: of replies first, then of whole talks."""
        ...

    def case(self, name: str, about: str, talk: Sequence[Exchanged], reference: str) -> str:
        """A rubric case of a talk, in the trainers' format (YAML), to be looked over before it is used.

        `about` is a situation or another intent, `reference` the reply that would have been good. Raises CoachError
        where there can be no case of it: nothing was said, or the name is none.
        """
        ...

    def faults(self, text: str) -> Sequence[str]:
        """What the trainers' checker finds wrong with the YAML of a case; empty where it passes."""
        ...

    def agreement(self, first: Mapping[str, Grade], second: Mapping[str, Grade]) -> Agreement:
        """Two mentors' grades by item (turn and criterion); only what both graded counts."""
        ...
