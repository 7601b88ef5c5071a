"""Does a rehearsal answer to how it is led? Asking should open the other, pushing should not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field

from bot.coaching.frozen import Frozen
from bot.coaching.practice import Openness
from evals.statistics.intervals import wilson
from evals.understanding import FOLDER
from knowledge import strict_yaml

OURS: Final = FOLDER / "leads.yaml"
WAYS: Final = ("asking", "mixed", "pushing")


class Lead(Frozen):
    """What a doctor says, line by line, whatever is answered: to a character, or to somebody described in `role`."""

    id: str
    role: str
    lead: Literal["asking", "pushing", "mixed"]
    lines: Annotated[tuple[str, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Played:
    """A script as it went: how open the other was after each line, and what they said."""

    lead: Lead
    states: tuple[Openness, ...]
    answers: tuple[str, ...]
    same_again: bool

    @property
    def opened(self) -> bool:
        """Whether it ended open."""
        return bool(self.states) and self.states[-1] is Openness.OPEN


@dataclass(frozen=True, slots=True)
class Outcome:
    """All scripts, played."""

    played: tuple[Played, ...]

    def share(self, way: str) -> float | None:
        """The share of scripts led this way that ended open, 0 to 1; None where there is none."""
        of_it = [one for one in self.played if one.lead.lead == way]
        return sum(one.opened for one in of_it) / len(of_it) if of_it else None

    @property
    def same_again(self) -> bool:
        """Whether every script got the same words when it was played a second time."""
        return all(one.same_again for one in self.played)

    def text(self, *, names: bool = False) -> str:
        """The table for a terminal; with `names` each script that ended as its lead would not have it."""
        rows = [self._row(way) for way in WAYS if self.share(way) is not None]
        different = [one.lead.id for one in self.played if not one.same_again]
        again = "all" if not different else f"all but {', '.join(different)}"
        lines = [*rows, f"  the same words when played again: {again}"]
        return "\n".join(lines + [_named(one) for one in self.played if names and _unlike(one)])

    def _row(self, way: str) -> str:
        of_it = [one for one in self.played if one.lead.lead == way]
        opened = sum(one.opened for one in of_it)
        between = wilson(opened, len(of_it))
        share = f"{opened:4} of {len(of_it):4}  {100 * opened / len(of_it):5.1f}%"
        return f"  {way:8} ended open {share}  ({100 * between.low:.1f} to {100 * between.high:.1f})"


def read(path: Path = OURS) -> tuple[Lead, ...]:
    """The scripts of a file. Raises KnowledgeError that names the file and the line."""
    return tuple(one for one, _ in strict_yaml.load_list(path, Lead))


def play(leads: Sequence[Lead], hold: Callable[[Lead], Sequence[tuple[str, Openness]]]) -> Outcome:
    """Play every script twice; `hold` gives what was answered to each line, and how open the other was then."""
    return Outcome(tuple(_played(lead, hold(lead), hold(lead)) for lead in leads))


def _played(lead: Lead, first: Sequence[tuple[str, Openness]], second: Sequence[tuple[str, Openness]]) -> Played:
    return Played(
        lead=lead,
        states=tuple(state for _, state in first),
        answers=tuple(answer for answer, _ in first),
        same_again=list(first) == list(second),
    )


def _unlike(one: Played) -> bool:
    return one.lead.lead != "mixed" and one.opened is not (one.lead.lead == "asking")


def _named(one: Played) -> str:
    states = " ".join(state.value for state in one.states)
    said = "\n".join(
        f"      > {line}\n        {answer}" for line, answer in zip(one.lead.lines, one.answers, strict=True)
    )
    return f"{one.lead.id} [{one.lead.role}, {one.lead.lead}] {states}\n{said}"
